"""Programmes in the cockpit: a firm’s check-up, the ladders, each notice as rules, and trials."""

import io
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
from litestar.testing import TestClient
from python_calamine import CalamineWorkbook
from selectolax.lexbor import LexborHTMLParser

from ceyuan.journeys.incoming import Incoming
from ceyuan.journeys.receive import receive
from ceyuan.office import Office
from ceyuan.surfaces.cockpit.cockpit import cockpit
from registers_made import BOAT, CLEAR, CLEARING, book_of

NOW = datetime(2025, 9, 1, 9, tzinfo=UTC)
#: What a notice asks and the kind has no field for.
FIELDS = "主要产品（服务）发挥核心支持作用的技术属于《国家重点支持的高新技术领域》规定的范围"
HEADINGS = [
    "企业名称",
    "统一社会信用代码",
    "成立日期",
    "2024年末职工总数（人）",
    "2024年末科技人员数（人）",
    "2024年营业收入（万元）",
    "2024年总收入（万元）",
    "2024年高新技术产品（服务）收入（万元）",
    FIELDS,
]
#: One has everything this register can tell; one sells too little high-tech; one says nothing.
FIRMS = [
    ["云岫澄光传感技术有限公司", CLEAR, "2015-03-02", 80, 20, 4300, 4400, 3300, "是"],
    ["岚江霁川微电子有限公司", CLEARING, "2016-05-06", 60, 12, 2000, 2000, 1150, None],
    ["岚江砚舟软件有限公司", BOAT, "2019-07-08", None, None, None, None, None, None],
]


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient[Any]]:
    title = ["云岫区企业主要指标（示范数据，纯属虚构）"]
    file = Incoming("指标.xlsx", book_of([title, HEADINGS, *FIRMS]))
    with Office.open(tmp_path_factory.mktemp("home")) as office:
        receipt = receive(office, [file], now=NOW, keep=True, accept_doubtful=True)
        assert not receipt.refused
        application = cockpit(office, today=lambda: date(2025, 9, 1))
        with TestClient(application, base_url="http://127.0.0.1") as client:
            yield client


def checkup(client: TestClient[Any], code: str, **query: str) -> LexborHTMLParser:
    answer = client.get(f"/checkup/enterprise:{code}", params={"lang": "zh", **query})
    assert answer.status_code == 200, answer.text
    return LexborHTMLParser(answer.text)


def hte(page: LexborHTMLParser) -> str:
    (programme,) = page.css("#high_tech_enterprise")
    return " ".join(programme.text().split())


def test_a_limit_missed_says_how_much_is_lacking_in_percentage_points(client):
    said = hte(checkup(client, CLEARING))

    assert "不符合" in said
    assert "57.5%" in said
    assert "差 2.5 百分点" in said or "差 2.5百分点" in said


def test_what_nobody_has_given_is_unknown_and_names_the_paper_that_settles_it(client):
    said = hte(checkup(client, CLEAR))

    assert "不能确定" in said
    assert "可凭：知识产权证书" in said


def test_every_value_that_the_ledger_holds_opens_its_fact(client):
    page = checkup(client, CLEAR)
    links = {a.attributes["href"] for a in page.css("#high_tech_enterprise .given a.figure")}

    assert len(links) >= 5
    for link in links:
        assert client.get(link).status_code == 200


def test_a_question_only_a_notice_asks_is_answered_by_a_column_of_a_register(client):
    def met(code: str) -> bool | None:
        checked = client.get(f"/checkup/enterprise:{code}.json").json()["levels"][0][2]
        (hte,) = [
            one["checked"]
            for one in checked
            if one["checked"]["notice"]["name"] == "high_tech_enterprise"
        ]
        held = {one["name"]: one["met"] for one in hte["conditions"]}
        return held["within_supported_fields"]

    assert met(CLEAR) is True
    assert met(CLEARING) is None


def test_a_firm_without_figures_fails_nothing_for_lack_of_them(client):
    rows = client.get(f"/checkup/enterprise:{BOAT}.json").json()["listed"]
    verdicts = {row["政策"]: row["结论"] for row in rows}

    assert verdicts["科技型中小企业评价入库"] == "不能确定"
    assert verdicts["高新技术企业认定"] == "不能确定"


def test_a_verdict_is_a_word_and_a_sign_not_a_colour_alone(client):
    page = checkup(client, CLEARING)

    for verdict in page.css(".verdict"):
        sign, word = verdict.css_first("b").text(), verdict.text()
        assert sign in "✓✕?"
        assert any(known in word for known in ("符合", "不符合", "不能确定"))


def test_the_sheet_for_print_is_open_throughout(client):
    closed, full = checkup(client, CLEAR), checkup(client, CLEAR, full="1")

    assert not closed.css("details[open]")
    assert len(full.css("details[open]")) == len(closed.css("details"))


def test_the_list_is_given_as_a_file_with_a_line_for_each_programme(client):
    page = checkup(client, CLEAR)
    lines = client.get(f"/checkup/enterprise:{CLEAR}.csv").text.strip().splitlines()

    assert len(lines) == 1 + len(page.css("details.programme"))


def page_of(client: TestClient[Any], address: str, **query: str) -> LexborHTMLParser:
    answer = client.get(address, params={"lang": "zh", **query})
    assert answer.status_code == 200, answer.text
    return LexborHTMLParser(answer.text)


def test_the_ladder_lists_a_firm_one_condition_away_with_how_much_it_lacks(client):
    page = page_of(client, "/ladder", rung="high_tech_enterprise", state="one")
    (row,) = page.css(".firms tbody tr")

    assert "岚江霁川微电子有限公司" in row.text()
    assert "2.5" in row.text()
    assert row.css_first("a").attributes["href"].endswith("#high_tech_enterprise")


def test_the_cultivation_lists_are_given_away_as_a_workbook_with_a_sheet_for_each_rung(client):
    answer = client.get("/ladder.xlsx")
    book = CalamineWorkbook.from_filelike(io.BytesIO(answer.content))
    rows = book.get_sheet_by_name("高新技术企业").to_python()

    stages = [h.text() for h in page_of(client, "/ladder").css(".rung h3 a")]
    assert book.sheet_names == ["梯队", *stages, "一年内到期", "费用"]
    assert rows[1][0] == "岚江霁川微电子有限公司"
    assert rows[1][2] == "一条未满足"


def test_every_firm_stands_in_one_state_of_each_rung(client):
    for rung in page_of(client, "/ladder").css(".rung"):
        assert sum(int(n.text()) for n in rung.css("li b")) == len(FIRMS)


def test_a_notice_that_is_no_longer_in_force_is_listed_apart_and_covers_nobody(client):
    lines = client.get("/programmes.json").json()["listed"]
    line = next(one for one in lines if one["name"] == "incubator_2018")

    assert line["层级"] == "已停止或尚未施行"
    assert line["符合"] is None


def test_a_number_of_a_notice_shows_where_it_stands_and_that_it_is_only_recalled(client):
    page = page_of(client, "/programmes/high_tech_enterprise")
    row = next(r for r in page.css(".numbers tr") if "注册成立天数下限" in r.text())

    assert "365" in row.text()
    assert "凭记忆，待核" in row.text()


def test_a_lower_limit_in_a_trial_takes_a_firm_out_of_those_that_fail(client):
    now, then = (
        client.get(f"/simulate/high_tech_enterprise.json{query}").json()["trial"]
        for query in ("", "?hitech_income_share_floor=50%25")
    )

    assert then["before"] == now["after"]
    assert then["after"]["no"] == now["after"]["no"] - 1


def test_a_trial_writes_nothing_and_a_bad_value_is_refused_with_a_reason(client):
    address = "/simulate/high_tech_enterprise"
    refused = client.get(address, params={"lang": "zh", "hitech_income_share_floor": "很多"})

    assert refused.status_code == 400
    assert "数值不对" in refused.text
    assert client.get(address, params={"budget": "-3"}).status_code == 400
