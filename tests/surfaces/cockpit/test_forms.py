"""Forms of the cockpit: doubles judged on a page, and only from that page."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from litestar.testing import TestClient
from small_home import TODAY

from ceyuan.journeys.who import seek
from ceyuan.model.entity import Entity
from ceyuan.office import Office
from ceyuan.surfaces.cockpit.cockpit import cockpit

NOW = datetime(2024, 7, 1, 4, tzinfo=UTC)
ONE, OTHER = "enterprise:云岫澜图传感科技有限公司", "enterprise:澜图传感"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with Office.open(tmp_path / "home") as office:
        hostile = Entity("enterprise:<b>澜图", "enterprise", "<b>澜图传感")
        firms = (
            Entity(ONE, "enterprise", "云岫澜图传感科技有限公司"),
            Entity(OTHER, "enterprise", "澜图传感"),
            hostile,
        )
        office.ledger.record([], at=NOW, entities=firms)
        seek(office, now=NOW)
        yield office


@pytest.fixture
def reader(office: Office) -> Iterator[TestClient[Any]]:
    application = cockpit(office, today=lambda: TODAY, now=lambda: NOW)
    with TestClient(application, base_url="http://127.0.0.1") as reader:
        yield reader


def sealed(reader: TestClient[Any], **form: str) -> dict[str, str]:
    token = re.search(r'name="_csrf_token" value="([0-9a-f]+)"', reader.get("/who").text)
    assert token
    return {"one": ONE, "other": OTHER, "by": "王工", "_csrf_token": token[1], **form}


def test_an_answer_is_kept_and_leads_back_to_the_list(
    reader: TestClient[Any], office: Office
) -> None:
    said = reader.post("/who", data=sealed(reader, act="same", why="同一地址"))

    assert said.url.path == "/who"
    (line,) = [d for d in office.decisions.log() if d.by]
    assert (line.judgement.value, line.by, line.why) == ("same", "王工", "同一地址")
    assert line.at == NOW


def test_an_answer_is_taken_back_in_one_click(reader: TestClient[Any], office: Office) -> None:
    reader.post("/who", data=sealed(reader, act="different"))

    reader.post("/who", data=sealed(reader, act="undo"))

    assert [d.judgement.value for d in office.decisions.log() if d.by] == ["different", "undone"]
    assert OTHER in reader.get("/who.json").text


def test_a_form_from_elsewhere_is_refused_and_nothing_is_kept(
    reader: TestClient[Any], office: Office
) -> None:
    before = office.decisions.log()
    form = sealed(reader, act="same")

    without = reader.post("/who", data={**form, "_csrf_token": ""})
    forged = reader.post("/who", data={**form, "_csrf_token": "0" * 128})
    reader.cookies.clear()
    stranger = reader.post("/who", data=form)

    assert [each.status_code for each in (without, forged, stranger)] == [403, 403, 403]
    assert "表单已过期" in forged.text
    assert office.decisions.log() == before


def test_the_cookie_of_the_form_stays_with_the_cockpit(reader: TestClient[Any]) -> None:
    cookie = reader.get("/who").headers["set-cookie"].lower()

    assert "httponly" in cookie
    assert "samesite=strict" in cookie


def test_pages_without_a_form_set_no_cookie_and_take_no_form(reader: TestClient[Any]) -> None:
    assert "set-cookie" not in reader.get("/documents").headers
    assert reader.post("/documents", data={}).status_code in (403, 405)


def test_nobody_decides_without_a_name(reader: TestClient[Any], office: Office) -> None:
    said = reader.post("/who", data=sealed(reader, act="same", by="  "))

    assert said.status_code == 400
    assert "没有写明判断人" in said.text
    assert not [d for d in office.decisions.log() if d.by]


def test_what_contradicts_is_told_calmly(reader: TestClient[Any]) -> None:
    said = reader.post("/who", data=sealed(reader, act="same", one="enterprise:无此企业"))

    assert said.status_code == 400
    assert "台账里没有这个机构" in said.text


def test_names_of_strangers_are_escaped(reader: TestClient[Any]) -> None:
    assert "<b>澜图" not in reader.get("/who").text


def test_a_form_that_is_too_large_is_refused(reader: TestClient[Any]) -> None:
    said = reader.post("/who", data=sealed(reader, act="same", why="长" * 200_000))

    assert said.status_code in (400, 413)
