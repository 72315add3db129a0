"""Programmes in the cockpit: a firm’s check-up, the ladders, each notice as rules, and trials."""

from typing import Any

import pytest
from litestar.testing import TestClient
from policy_home import CLEARING_NAME, FIRMS, HOSTILE, HOSTILE_NAME
from selectolax.lexbor import LexborHTMLParser

from registers_made import BOAT, CLEAR, CLEARING


@pytest.fixture
def client(policy_client: TestClient[Any]) -> TestClient[Any]:
    return policy_client


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
    assert len(full.css("details.programme[open]")) == len(closed.css("details.programme"))


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

    assert CLEARING_NAME in row.text()
    assert "2.5" in row.text()
    assert row.css_first("a").attributes["href"].endswith("#high_tech_enterprise")


def test_every_firm_stands_in_one_state_of_each_rung(client):
    for rung in page_of(client, "/ladder").css(".rung"):
        assert sum(int(n.text()) for n in rung.css("li b")) == len(FIRMS) + 1  # and the hostile one


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


def test_an_input_leads_to_its_cell_in_its_document(client):
    page = checkup(client, CLEAR)
    row = next(r for r in page.css("#high_tech_enterprise .given tr") if "职工总数" in r.text())
    place = row.css_first("a.place")

    assert "企业!D3" in place.text()
    document = page_of(client, place.attributes["href"])
    assert "80" in document.css_first("#c-D3").text()


def test_a_change_says_with_the_figures_of_which_year_it_can_come(client):
    said = hte(checkup(client, CLEARING))

    assert "改变一项即可符合" in said or "只改一项不够" in said
    award = " ".join(checkup(client, CLEARING).css_first("#yunxiu_rd_award").text().split())
    assert "越过即失去" in award
    assert "2025年度数，2025年12月31日前" in award


def test_awards_stand_together_after_caps_and_what_is_unknown_is_named(client):
    clear, clearing = (
        checkup(client, code).css_first("#together").text() for code in (CLEAR, CLEARING)
    )
    boat = checkup(client, BOAT).css_first("#together").text()

    assert "45万元" in clear
    assert "50万元" in clearing
    assert boat.count("金额不能确定，没有计入合计") == 2
    assert "0元" not in boat  # what is unknown is not nothing


def test_every_step_to_an_answer_is_there_with_the_numbers_it_used(client):
    steps = checkup(client, CLEAR).css_first("#yunxiu_rd_award .steps").text()

    assert "增加额" in steps
    assert "500万元" in steps
    assert "奖励占增加额的比例" in steps
    assert "虚构" in steps


def test_a_failing_condition_of_yes_or_no_says_which_answer_to_turn(client):
    lists = client.get("/ladder.json?rung=high_tech_enterprise&state=one").json()
    (line,) = lists["firms"]

    assert line["missed"][0]["short_by"] == pytest.approx(2.5)
    assert "差 2.5 百分点" in lists["listed"][0]["还差"]


def test_the_cost_of_the_ladders_counts_the_unknown_beside_the_sum_and_not_as_nothing(client):
    costs = client.get("/ladder.json").json()["costs"]
    now, _, near = (of for _, of in costs)
    award, rd = (
        next(line for line in now["lines"] if line["notice"]["name"] == name)
        for name in ("yunxiu_high_tech_award", "yunxiu_rd_award")
    )

    assert (award["paid"], award["amount"], award["unknown"]) == (1, 200_000, 1)
    assert (rd["paid"], rd["amount"], rd["unknown"]) == (2, 750_000, 2)
    assert now["together"] == 950_000
    # With the certificate, 20 of CLEARING's 50 + 20 fall to the cap of 60.
    assert near["together"] == 1_050_000


def test_a_name_that_is_an_attack_is_only_a_name(client):
    for address in (
        f"/checkup/{HOSTILE}",
        "/ladder?rung=tech_sme&state=papers",
        "/ladder?rung=high_tech_enterprise&state=papers",
    ):
        answer = client.get(address)
        assert answer.status_code == 200
        assert "<script>alert" not in answer.text
        assert "<b>岚江" not in answer.text
    assert HOSTILE_NAME in LexborHTMLParser(client.get(f"/checkup/{HOSTILE}").text).text()


def test_trials_have_a_door_that_leads_to_each_programme(client):
    door = page_of(client, "/simulate")
    links = [a.attributes["href"] for a in door.css(".notices a")]

    assert "/simulate/yunxiu_rd_award" in links
    assert client.get(links[0]).status_code == 200


def test_a_count_of_a_programme_opens_the_list_it_counts(client):
    page = page_of(client, "/programmes")
    row = next(r for r in page.css(".notices tr") if "云岫区研发投入增长奖励" in r.text())
    counts = [(int(a.text()), a.attributes["href"]) for a in row.css("a.count")]

    assert [n for n, _ in counts] == [2, 0, 2]
    for n, address in counts:
        assert len(LexborHTMLParser(client.get(address).text).css(".firms tbody tr")) == n


def test_who_qualifies_is_listed_with_amounts_the_largest_first(client):
    listed = client.get("/programmes/yunxiu_rd_award/list.json").json()["listed"]

    assert [one["金额（元）"] for one in listed] == [500_000, 250_000]


def test_a_list_of_what_is_no_state_or_no_programme_is_refused(client):
    assert client.get("/programmes/yunxiu_rd_award/list?state=moon").status_code == 400
    assert client.get("/programmes/moon/list").status_code == 404
    assert client.get("/programmes/moon/list.xlsx").status_code == 404


def test_who_stands_on_a_rung_is_who_the_rules_take_to_stand_on_it(client):
    paths = client.get("/ladder.json").json()["paths"]
    rungs = {rung["field"]: rung for _, rungs in paths for rung in rungs}

    assert rungs["is_high_tech"]["holders"] == [f"enterprise:{CLEAR}"]
    assert rungs["is_tech_sme"]["holders"] == []
