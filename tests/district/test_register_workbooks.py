"""Whole workbooks read with the district's own kinds: what comes out, and which cell is named."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ceyuan.catalogue import load_catalogue
from ceyuan.engines.reading.recognise import recognise
from ceyuan.engines.reading.table.read import TableDesk
from ceyuan.engines.reading.table.register_json import register_json
from registers_made import (
    CLEAR,
    ledger_of_firms,
    spending_of_firms,
    stacked_lists,
    yearly_form,
)

SHARED = Path(__file__).parents[3] / "shared" / "data" / "registers"

Read = Callable[[bytes, str], dict[str, Any]]


@pytest.fixture(scope="session")
def read() -> Read:
    """A workbook as `ceyuan read --json` gives it."""
    kinds = load_catalogue().kinds
    desk = TableDesk(kinds.values())

    def reading(content: bytes, name: str = "登记.xlsx") -> dict[str, Any]:
        return register_json(desk.read(recognise(content, name).sheets, name=name), kinds)

    return reading


def problems(register: dict[str, Any]) -> set[tuple[str, str | None]]:
    return {(p["code"], p["cell"]) for p in register["problems"]}


def test_a_ledger_with_every_usual_mess_comes_in_row_by_row(read: Read):
    rows = read(ledger_of_firms(), "台账.xlsx")["rows"]

    first, second, third, fourth, *_ = rows
    assert [r["name"] for r in rows] == [
        "云岫澄光传感技术有限公司",
        "岚江砚舟软件有限公司",
        "岚江霁川微电子（云岫）有限公司",
        "云岫翊宁光学股份有限公司",
        "岚江砚舟软件有限公司",
        "云岫砺锋机械厂",
    ]
    assert [r["town"] for r in rows] == ["云台街道"] * 3 + ["岫泉街道"] * 3
    assert (first["revenue_yuan"], first["total_profit_yuan"], first["rd_staff"]) == (
        12506000,
        -352000,
        23,
    )
    assert (second["revenue_yuan"], second["staff"], second["former_name"]) == (
        8605000,
        45,
        "岚江砚舟电子厂",
    )
    assert (third["total_profit_yuan"], third["staff"], third["is_high_tech"]) == (
        None,
        None,
        False,
    )
    assert (fourth["founded"], fourth["former_name"], fourth["is_high_tech"]) == (
        "2019-06-01",
        "云岫翊宁玻璃厂",
        True,
    )
    assert [r["founded"] for r in rows[:3]] == ["2016-11-19", "2018-10", "2014-07-04"]


def test_what_is_wrong_in_the_ledger_is_named_cell_by_cell(read: Read):
    register = read(ledger_of_firms(), "台账.xlsx")

    assert problems(register) == {
        ("approximate", "F9"),
        ("no_code", "D9"),
        ("part_above_whole", "J9"),
        ("rows_disagree", "B9"),
        ("rows_disagree", "F10"),
        ("wrong_check_character", "D11"),
    }
    assert register["skipped"] == [
        {"sheet": "台账", "row": 12, "reason": "total"},
        {"sheet": "台账", "row": 13, "reason": "note"},
        {"sheet": "台账", "row": 14, "reason": "note"},
        {"sheet": "台账", "row": 15, "reason": "form filler"},
    ]
    assert register["header_rows"] == [4, 5]


def test_units_are_taken_from_cell_then_heading_then_the_line_above(read: Read):
    register = read(spending_of_firms(), "研发.xlsx")

    first, second, third = register["rows"]
    assert (first["revenue_yuan"], first["rd_commissioned_yuan"], first["subsidy_yuan"]) == (
        12506000,
        125000,
        500000,
    )
    assert (first["assets_yuan"], second["assets_yuan"], third["subsidy_yuan"]) == (
        23560000,
        120000000,
        3000,
    )
    assert {("units_contradict", "E4"), ("negative_amount", "D7")} <= problems(register)
    assert register["tables"][0]["period"] == "2022"


def test_a_form_becomes_one_row_with_its_boxes_read(read: Read):
    (row,) = read(yearly_form(), "年报.xlsx")["rows"]

    assert row == {
        "name": "云岫澄光传感技术有限公司",
        "uscc": CLEAR,
        "legal_representative": "洛某",
        "founded": "2016-11",
        "registered_capital_yuan": 5000000,
        "company_type": "有限责任公司",
        "revenue_yuan": 12506000,
        "total_profit_yuan": -352000,
        "rd_expense_yuan": 980000,
        "staff": 86,
        "is_high_tech": True,
        "certificate_no": "GR202299000123",
        "is_tech_sme": False,
        "register_no": None,
        "is_little_giant": False,
        "is_innovative_sme": True,
        "tech_contracts_value_yuan": 1500000,
        "national_projects": 2,
    }


def test_lists_stacked_on_one_sheet_keep_their_titles(read: Read):
    register = read(stacked_lists(), "名单.xlsx")

    rows = register["rows"]
    assert [r["section"][:1] for r in rows] == ["一", "一", "二", "二", "三"]
    assert [t["member_of"] for t in register["tables"]] == [
        {"is_little_giant": True},
        {"is_specialised": True},
        {"is_innovative_sme": True},
    ]
    assert rows[0]["recognised"] == ["2022", "2019"]
    assert rows[0]["titles"] == ["专精特新“小巨人”企业", "高新技术企业"]
    assert rows[1]["former_name"] == "岚江霁川电子有限公司"
    assert (rows[2]["valid_from"], rows[2]["valid_to"]) == ("2022-12", "2025-12")
    assert rows[4]["former_name"] == "云岫翊宁玻璃厂"
    assert problems(register) == {("stray_letter", "C6")}


def test_people_to_call_are_set_aside_from_the_rows(read: Read):
    register = read(stacked_lists(), "名单.xlsx")

    assert all("contact" not in row for row in register["rows"])
    assert [s["value"] for s in register["set_aside"] if s["field"] == "contact"] == [
        "洛某",
        "庄某",
    ]


@pytest.mark.shared
@pytest.mark.parametrize("name", ["02_tech_sme_list", "04_instruments"])
def test_the_messy_workbooks_of_the_reference_come_in_as_expected(read: Read, name: str):
    if not SHARED.is_dir():
        pytest.skip("the reference material does not lie beside this checkout")
    expected = json.loads((SHARED / f"{name}.expected.json").read_text(encoding="utf-8"))

    register = read((SHARED / f"{name}.xlsx").read_bytes(), f"{name}.xlsx")

    for part in expected.keys() & register.keys() - {"warnings"}:
        assert register[part] == expected[part], part
    assert len(register["warnings"]) == len(expected["warnings"])
