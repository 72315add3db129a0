"""Registers on the command line: rehearsed, handed back, kept, undone, counted."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from registers_made import BOAT, CLEAR, CLEARING, list_of_members

Ceyuan = Callable[..., Any]

FIRMS = [
    ["云岫澄光传感技术有限公司", CLEAR, "2021-03-01", "云台街道", 1200],
    ["岚江砚舟软件有限公司", BOAT, "2024-05-01", "云台街道", 860],
]


@pytest.fixture
def register(tmp_path: Path) -> Path:
    place = tmp_path / "名册.xlsx"
    place.write_bytes(list_of_members(2024, FIRMS))
    return place


def test_a_rehearsal_says_what_would_be_new_and_writes_nothing(ceyuan: Ceyuan, register: Path):
    said = ceyuan("read", "--rehearse", register)

    assert said.code == 0
    assert "新增 2" in said.out
    assert ceyuan("facts", "--json").code != 0


def test_the_next_edition_shows_changes_cell_by_cell(
    ceyuan: Ceyuan, register: Path, tmp_path: Path
):
    later = tmp_path / "名册2025.xlsx"
    later.write_bytes(
        list_of_members(
            2025,
            [
                ["云岫澄光传感技术有限公司", CLEAR, "2021-03-01", "岫泉街道", 12_500_000],
                ["岚江霁川微电子有限公司", CLEARING, "2025-06-01", "云台街道", 300],
            ],
        )
    )
    ceyuan("read", "--keep", register)

    said = ceyuan("read", "--rehearse", "--json", later)

    rehearsal = said.json["documents"][0]["rehearsal"]
    assert {k: v for k, v in rehearsal["counts"].items() if v} == {
        "changed": 1,
        "new": 1,
        "vanished": 1,
    }
    assert rehearsal["rows"][0]["changes"][0]["cell"] == "E3"
    assert [p["code"] for p in rehearsal["problems"]] == ["unit_slip"]
    assert rehearsal["withheld"] == 1


def test_the_register_is_handed_back_with_remarks(ceyuan: Ceyuan, tmp_path: Path):
    place = tmp_path / "名册.xlsx"
    place.write_bytes(list_of_members(2024, [[*FIRMS[0][:4], "面议"]]))

    ceyuan("read", "--rehearse", "--remarks", tmp_path / "批注", place)

    book = load_workbook(tmp_path / "批注" / "名册_批注.xlsx")
    assert "面议" in book["名册"]["F3"].comment.text


def test_keeping_shows_how_the_stock_rolled_forward(ceyuan: Ceyuan, register: Path):
    said = ceyuan("read", "--keep", register)

    assert "1 + 1 - 0 ＝ 2" in said.out


def test_an_import_is_undone_and_says_how_much_fell(ceyuan: Ceyuan, register: Path):
    ceyuan("read", "--keep", register)

    said = ceyuan("undo", "名册.xlsx", "--reason", "选错文件")

    assert said.code == 0
    assert ceyuan("facts", "--json").json["total"] == 0
    assert ceyuan("undo", "名册.xlsx").code == 2


def test_an_unknown_document_is_told_and_nothing_undone(ceyuan: Ceyuan, register: Path):
    ceyuan("read", "--keep", register)

    said = ceyuan("undo", "没有.xlsx")

    assert said.code == 2
    assert "没有.xlsx" in said.err


def test_stocks_are_counted_between_two_days(ceyuan: Ceyuan, register: Path):
    ceyuan("read", "--keep", register)

    said = ceyuan("stocks", "--from", "2023-12-31", "--to", "2024-12-31", "--json")

    (stock,) = said.json["stocks"]
    assert (stock["opening"], stock["new"], stock["lapsed"], stock["closing"]) == (1, 1, 0, 2)


def test_days_in_the_wrong_order_are_refused(ceyuan: Ceyuan, register: Path):
    ceyuan("read", "--keep", register)

    assert ceyuan("stocks", "--from", "2024-12-31", "--to", "2023-12-31").code == 2
