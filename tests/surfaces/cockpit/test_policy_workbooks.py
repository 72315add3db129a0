"""The workbooks of the pages about programmes: the figures of the page, and nothing that runs."""

import io
from typing import Any

import pytest
from litestar.testing import TestClient
from openpyxl import load_workbook
from policy_home import CLEARING_NAME, HOSTILE, HOSTILE_NAME

from registers_made import CLEAR, CLEARING


def book(client: TestClient[Any], address: str) -> Any:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"].startswith("application/vnd.openxmlformats")
    return load_workbook(io.BytesIO(answer.content))


def lines(sheet: Any) -> list[dict[str, Any]]:
    headings, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(headings, row, strict=True)) for row in rows]


def test_the_check_up_has_a_line_for_each_programme_with_the_verdict_of_the_page(policy_client):
    address = f"/checkup/enterprise:{CLEARING}"
    page = policy_client.get(f"{address}.json").json()["listed"]
    overview = lines(book(policy_client, f"{address}.xlsx")["概览"])

    assert [one["政策"] for one in overview] == [one["政策"] for one in page]
    assert [one["结论"] for one in overview] == [one["结论"] for one in page]
    assert [one["金额（元）"] for one in overview] == [one["金额（元）"] for one in page]


def test_a_condition_missed_stands_with_its_article_its_limit_and_the_distance(policy_client):
    conditions = lines(book(policy_client, f"/checkup/enterprise:{CLEARING}.xlsx")["条件"])
    (missed,) = [
        one for one in conditions if one["政策"] == "高新技术企业认定" and one["结论"] == "不符合"
    ]

    assert missed["条款"] == "第十一条(六)"
    assert missed["现值"] == pytest.approx(57.5)
    assert missed["差"] == "2.5 百分点"


def test_a_value_stands_with_its_document_and_its_cell(policy_client):
    values = lines(book(policy_client, f"/checkup/enterprise:{CLEAR}.xlsx")["数据与出处"])
    staff = next(one for one in values if one["数据"] == "职工总数")

    assert (staff["值"], staff["位置"]) == (80, "企业!D3")
    assert "主要指标" in staff["文件"]


def test_what_is_missing_is_said_to_be_missing_and_by_which_paper_it_is_settled(policy_client):
    values = lines(book(policy_client, f"/checkup/enterprise:{CLEARING}.xlsx")["数据与出处"])
    missing = [one for one in values if one["值"] == "（缺）"]

    assert missing
    assert all(one["值"] != 0 for one in missing)
    assert any(one["可凭"] for one in missing)


def test_the_ladders_have_a_sheet_for_each_rung_with_every_firm_and_one_for_the_cost(policy_client):
    made = book(policy_client, "/ladder.xlsx")
    page = policy_client.get("/ladder.json").json()
    rungs = [rung for _, rungs in page["paths"] for rung in rungs]

    assert made.sheetnames == ["梯队", *(r["stage"]["zh"] for r in rungs), "一年内到期", "费用"]
    near = lines(made["高新技术企业"])
    assert (CLEARING_NAME, "一条未满足") in [(one["企业"], one["状态"]) for one in near]
    total = lines(made["费用"])[-1]
    assert total["现在：金额（元）"] == page["costs"][0][1]["together"]


def test_a_trial_names_everybody_concerned_with_both_amounts(policy_client):
    query = "?growth_rate=0.1&budget=500000&how=pro-rata"
    page = policy_client.get(f"/simulate/yunxiu_rd_award.json{query}").json()
    made = book(policy_client, f"/simulate/yunxiu_rd_award.xlsx{query}")

    concerned = lines(made["得失名单"])
    assert [(one["对象"], one["新金额（元）"]) for one in concerned] == [
        (one["name"], one["after"]) for one in page["trial"]["more"]
    ]
    compared = {one["项目"]: one["改后"] for one in lines(made["前后对照"])}
    assert compared["付出（元，按比例）"] == page["trial"]["budgeted"]["paid"] == 500_000


def test_no_name_is_run_as_a_formula(policy_client):
    for address in (f"/checkup/{HOSTILE}.xlsx", "/ladder.xlsx"):
        cells = [cell for sheet in book(policy_client, address) for row in sheet for cell in row]
        assert all(cell.data_type != "f" for cell in cells)
        assert HOSTILE_NAME in [cell.value for cell in cells]


def test_a_check_up_of_nobody_is_no_workbook(policy_client):
    assert policy_client.get("/checkup/enterprise:nobody.xlsx").status_code == 404
