"""Stocks rolled forward: counted from the members, beside public figures of the same day."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
from litestar.testing import TestClient
from selectolax.lexbor import LexborHTMLParser

from ceyuan.journeys.incoming import Incoming
from ceyuan.journeys.receive import receive
from ceyuan.office import Office
from ceyuan.surfaces.cockpit.cockpit import cockpit
from registers_made import BOAT, CLEAR, CLEARING, list_of_members

NOW = datetime(2025, 1, 20, 9, tzinfo=UTC)
FIRMS = [
    ["云岫澄光传感技术有限公司", CLEAR, "2021-03-01", "云台街道", 1200],
    ["岚江砚舟软件有限公司", BOAT, "2022-05-01", "云台街道", 860],
    ["岚江霁川微电子有限公司", CLEARING, "2024-06-01", "云台街道", 300],
]
NOTICES = (
    "云岫区2023年科技简报（示范数据，纯属虚构）\n截至2023年底，云岫区科技型企业达到2家。\n",
    "云岫区2024年科技简报（示范数据，纯属虚构）\n截至2024年底，云岫区科技型企业达到5家。\n",
)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient[Any]]:
    files = [Incoming("名册2024.xlsx", list_of_members(2024, FIRMS))]
    files += [Incoming(f"简报{n}.txt", text.encode()) for n, text in enumerate(NOTICES)]
    with Office.open(tmp_path_factory.mktemp("home")) as office:
        receive(office, files, now=NOW, keep=True)
        office.ledger.serve("place:990101")
        application = cockpit(office, today=lambda: date(2025, 1, 20))
        with TestClient(application, base_url="http://127.0.0.1") as client:
            yield client


def seen(client: TestClient[Any], address: str) -> LexborHTMLParser:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    return LexborHTMLParser(answer.text)


def test_the_last_full_year_adds_up_from_opening_to_closing(client):
    stock = seen(client, "/stocks?lang=zh").css_first(".stock")

    assert [dd.text() for dd in stock.css(".sum dd")] == ["2", "＋1", "−0", "＝3"]


def test_who_came_is_named_and_leads_to_its_page(client):
    came = seen(client, "/stocks?lang=zh").css_first(".stock .members a")

    assert came.text() == "岚江霁川微电子有限公司"
    assert client.get(came.attributes["href"]).status_code == 200


def test_public_figures_of_the_two_days_agree_or_differ_by_so_many(client):
    told = {
        line.css_first("a.figure .number").text(): line.css_first("b").text()
        for line in seen(client, "/stocks?lang=zh").css(".public li")
    }

    assert "一致" in told["2"]
    assert "相差 +2" in told["5"]


def test_other_days_can_be_asked_for(client):
    page = seen(client, "/stocks?opened=2020-12-31&closed=2022-12-31&lang=zh")

    assert [dd.text() for dd in page.css(".stock .sum dd")] == ["0", "＋2", "−0", "＝2"]
    assert "没有同日的公开数字" in page.css_first(".public").text()


@pytest.mark.parametrize("query", ["closed=soon", "opened=2025-01-01&closed=2024-01-01"])
def test_days_that_cannot_be_read_or_are_out_of_order_are_told(client, query):
    assert client.get(f"/stocks?{query}").status_code == 400
