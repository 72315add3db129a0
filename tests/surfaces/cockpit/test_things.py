"""One page for each thing that registers and documents speak of."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any
from urllib.parse import urlencode

import pytest
from litestar.testing import TestClient
from selectolax.lexbor import LexborHTMLParser

from ceyuan.journeys.incoming import Incoming
from ceyuan.journeys.receive import receive
from ceyuan.journeys.who import decide, undo
from ceyuan.model.decision import Judgement
from ceyuan.office import Office
from ceyuan.surfaces.cockpit.cockpit import cockpit
from registers_made import BOAT, CLEAR, CLEARING, book_of

NOW = datetime(2025, 1, 20, 9, tzinfo=UTC)
TITLE = ["云岫区高新技术企业名册（示范数据，纯属虚构）"]
HEADINGS = [
    "企业名称",
    "统一社会信用代码",
    "企业规模",
    "高新技术企业证书编号",
    "有效期至",
    "2023年营业收入（万元）",
    "2024年营业收入（万元）",
]
FIRMS = [
    ["云岫澄光传感技术有限公司", CLEAR, "小型", "GR202399000001", "2025-03-01", 1250, 1300],
    ["岚江霁川微电子有限公司", CLEARING, "中型", "GR202399000002", "2027-05-01", 860, 900],
    ["岚江砚舟软件有限公司", BOAT, "微型", "GR202199000003", "2024-12-01", 400, 380],
]
PATENTS = [
    ["云岫区专利清单（示范数据，纯属虚构）"],
    ["专利名称", "专利号", "专利权人", "授权日期"],
    ["一种微型校准方法", "ZL201999999901.4", "云岫澄光传感技术有限公司", "2023-05-06"],
]
NAMED_ONLY = [
    ["云岫区科技型企业名单（示范数据，纯属虚构）"],
    ["序号", "企业名称", "所属镇街"],
    [1, "云岫澄光传感技术有限公司", "云台街道"],
]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    books = {"名册": [TITLE, HEADINGS, *FIRMS], "专利": PATENTS, "名单": NAMED_ONLY}
    files = [Incoming(f"{name}.xlsx", book_of(rows)) for name, rows in books.items()]
    with Office.open(tmp_path_factory.mktemp("home")) as opened:
        receipt = receive(opened, files, now=NOW, keep=True, accept_doubtful=True)
        assert not receipt.refused
        yield opened


@pytest.fixture(scope="module")
def client(office: Office) -> Iterator[TestClient[Any]]:
    application = cockpit(office, today=lambda: date(2025, 1, 20))
    with TestClient(application, base_url="http://127.0.0.1") as client:
        yield client


def seen(client: TestClient[Any], address: str, **query: str) -> LexborHTMLParser:
    joint = "&" if "?" in address else "?"
    answer = client.get(f"{address}{joint}{urlencode({'lang': 'zh', **query})}")
    assert answer.status_code == 200, answer.text
    return LexborHTMLParser(answer.text)


def thing(client: TestClient[Any], code: str) -> LexborHTMLParser:
    return seen(client, "/thing", id=f"enterprise:{code}")


def test_every_value_opens_the_card_that_leads_to_its_cell(client):
    page = thing(client, CLEAR)
    values = page.css(".fields a.figure, .yearly a.figure")

    assert len(values) >= len(HEADINGS)
    for value in values:
        card = seen(client, value.attributes["href"])
        assert card.css_first(".sheet mark.lit") is not None
    assert all("#c-" in a.attributes["href"] for a in page.css(".fields a.source"))


def test_headings_and_choices_are_told_in_official_words(client):
    page = thing(client, CLEAR)
    headings = [h.text() for h in page.css(".fieldgroup > h2")]

    assert headings[:2] == ["名称与代码", "登记信息"]
    assert "小型" in page.css_first(".thing").text()
    assert "small" not in page.css_first(".thing").text()


def test_figures_of_several_years_stand_in_one_row(client):
    (row,) = thing(client, CLEAR).css(".yearly tbody tr")

    assert [n.text() for n in row.css(".number")] == ["1,250", "1,300"]


@pytest.mark.parametrize(
    ("code", "told", "warned"),
    [
        (CLEAR, "还有 40 天到期", True),
        (CLEARING, "还有 831 天到期", False),
        (BOAT, "已于 50 天前到期", True),
    ],
)
def test_a_qualification_that_ends_soon_or_has_ended_is_warned_of(client, code, told, warned):
    endings = thing(client, code).css_first(".endings")

    assert told in endings.text()
    assert (endings.css_first(".late") is not None) is warned


def test_what_other_registers_say_of_it_is_linked(client):
    links = {
        link.attributes["href"]: link.text() for link in thing(client, CLEAR).css(".margin li a")
    }

    assert "一种微型校准方法" in links.values()


def test_an_enterprise_is_found_by_a_part_of_its_name_and_by_its_code(client):
    for sought in ("霁川", CLEARING, CLEARING[:12].lower()):
        rows = seen(client, "/things", name=sought).css("#list tbody tr")
        assert [row.css_first("a").text() for row in rows] == ["岚江霁川微电子有限公司"]


def test_nothing_of_that_name_is_said(client):
    assert seen(client, "/things", name="没有的").css_first("#list") is None


def test_records_decided_to_be_one_are_one_page_and_one_line(client, office):
    named, coded = "enterprise:云岫澄光传感技术有限公司", f"enterprise:{CLEAR}"
    before = thing(client, CLEAR)
    assert "同名的另一条记录" in before.css_first(".identity").text()

    decide(office, named, coded, Judgement.SAME, by="测试员", now=NOW, why="同名同址")

    page = thing(client, CLEAR)
    assert "云台街道" in page.css_first(".fields").parent.parent.text()
    assert "测试员" in page.css_first(".identity").text()
    assert page.css_first(".identity a[href='/who#answered']") is not None
    assert seen(client, "/thing", id=named).css_first("h1").text() == page.css_first("h1").text()
    assert len(seen(client, "/things", name="澄光").css("#list tbody tr")) == 1


def test_an_answer_taken_back_parts_the_records_and_leaves_the_question(client, office):
    pair = "enterprise:云岫澄光传感技术有限公司", f"enterprise:{CLEAR}"
    decide(office, *pair, Judgement.SAME, by="测试员", now=NOW)

    undo(office, *pair, by="测试员", now=NOW, why="点错了")

    page = thing(client, CLEAR)
    assert "待判断" in page.css_first(".identity").text()
    assert "已并入本页" not in page.css_first(".identity").text()
    assert "同名的另一条记录" in page.css_first(".identity").text()
    assert len(seen(client, "/things", name="澄光").css("#list tbody tr")) == 2


def test_the_subject_of_a_fact_leads_to_its_page(client):
    fact = thing(client, CLEAR).css_first("a.figure").attributes["href"]
    kicker = seen(client, fact).css_first(".kicker a").attributes["href"]
    listed = seen(client, "/facts", subject=f"enterprise:{CLEAR}").css_first("a.subject")

    assert seen(client, kicker).css_first("h1").text() == "云岫澄光传感技术有限公司"
    assert listed.attributes["href"] == kicker


def test_a_thing_nobody_speaks_of_is_said_to_be_unknown(client):
    answer = client.get("/thing", params={"id": "enterprise:nobody", "lang": "zh"})

    assert answer.status_code == 404
    assert "没有这个对象" in answer.text
