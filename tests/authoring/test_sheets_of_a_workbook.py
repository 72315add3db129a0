"""Workbooks that pages give away: what is written is read again as it was, and nothing runs."""

import io
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from ceyuan.authoring.sheets import Sheet, workbook_of

#: Texts as strangers write them; characters no XML can hold are not among them.
TEXTS = st.text(st.characters(min_codepoint=0x20, max_codepoint=0xD7FF), max_size=40)


def read(sheets: list[Sheet]) -> Any:
    return load_workbook(io.BytesIO(workbook_of("清单.xlsx", sheets).content))


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(["=", "+", "-", "@", "", "http://", "{="]), TEXTS)
def test_a_text_comes_back_as_it_was_and_never_as_a_formula(lead: str, text: str) -> None:
    cell = read([Sheet("表", ("名称",), [{"名称": lead + text}])])["表"]["A2"]

    assert cell.data_type != "f"
    assert (cell.value or "") == lead + text
    assert cell.hyperlink is None


def test_numbers_are_numbers_days_are_days_and_unknown_is_an_empty_cell() -> None:
    line = {"金额（元）": 1234.5, "家数": 3, "到期日": date(2026, 11, 28), "在册": True, "差": None}

    sheet = read([Sheet("表", tuple(line), [line])])["表"]

    amount, count, day, held, short = sheet[2]
    assert (amount.value, amount.number_format) == (1234.5, "#,##0.00")
    assert (count.value, count.number_format) == (3, "#,##0")
    assert day.value.date() == date(2026, 11, 28)
    assert held.value == "是"
    assert short.value is None


def test_a_sheet_without_lines_still_has_its_headings() -> None:
    sheet = read([Sheet("空", ("企业", "还差"), [])])["空"]

    assert [cell.value for cell in sheet[1]] == ["企业", "还差"]


def test_a_title_no_spreadsheet_takes_is_made_one_it_does() -> None:
    assert (
        read([Sheet("[市级]奖补/补助*:?" + "长" * 40, ("项目",), [])])
        .sheetnames[0]
        .startswith("　市级　奖补")
    )
