"""Workbooks that pages give away: lists with a heading line, numbers as numbers, nothing that runs."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import xlsxwriter

from ceyuan.authoring.handed_in import Workbook

#: Widest column, in characters; longer texts are wrapped.
_WIDEST = 60
_LONGEST_TEXT = 32_000
_MOST_ROWS = 1_000_000


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a workbook: one row for each line under the headings.

    Attributes:
        title: its name, at most 31 characters are kept.
        headings: of the columns, in order; one that ends in （元） is money.
        lines: values by heading; texts, numbers, days, truths, or None for an empty cell.
    """

    title: str
    headings: Sequence[str]
    lines: Sequence[Mapping[str, Any]]


def workbook_of(name: str, sheets: Sequence[Sheet]) -> Workbook:
    """A workbook of these sheets, made for reading and for printing on A4.

    Texts are written as texts whatever they begin with, so a spreadsheet runs none of them as a
    formula; a line more than a sheet can hold is left out.
    """
    content = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(content, options) as book:
        styles = _Styles(book)
        for sheet in sheets:
            _write(book, styles, sheet)
    return Workbook(name, content.getvalue())


class _Styles:
    def __init__(self, book: Any) -> None:
        self.head = book.add_format(
            {"bold": True, "bottom": 1, "text_wrap": True, "valign": "top", "bg_color": "#EEF3F1"}
        )
        top = {"valign": "top"}
        self.text = book.add_format({**top, "text_wrap": True})
        self.number = book.add_format({**top, "num_format": "#,##0.######"})
        self.whole = book.add_format({**top, "num_format": "#,##0"})
        self.money = book.add_format({**top, "num_format": "#,##0.00"})
        self.day = book.add_format({**top, "num_format": "yyyy-mm-dd", "align": "left"})


def _write(book: Any, styles: _Styles, sheet: Sheet) -> None:
    page = book.add_worksheet(_sheet_name(sheet.title))
    page.freeze_panes(1, 1)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    lines = sheet.lines[:_MOST_ROWS]
    for column, heading in enumerate(sheet.headings):
        page.write_string(0, column, heading, styles.head)
        page.set_column(column, column, _width(heading, lines))
        for row, line in enumerate(lines, 1):
            _cell(page, styles, row, column, heading, line.get(heading))


def _cell(page: Any, styles: _Styles, row: int, column: int, heading: str, value: Any) -> None:
    if value is None or value == "":
        return
    if isinstance(value, bool):
        page.write_string(row, column, "是" if value else "否", styles.text)
    elif isinstance(value, int | float):
        money = heading.endswith("（元）")
        style = styles.money if money else styles.whole if value == int(value) else styles.number
        page.write_number(row, column, value, style)
    elif isinstance(value, date):
        page.write_datetime(row, column, value, styles.day)
    else:
        page.write_string(row, column, str(value)[:_LONGEST_TEXT], styles.text)


def _sheet_name(title: str) -> str:
    """A name a spreadsheet takes: without the signs it forbids, at most 31 characters."""
    return "".join("　" if c in "[]:*?/\\" else c for c in title)[:31].strip("'") or "表"


def _width(heading: str, lines: Sequence[Mapping[str, Any]]) -> int:
    """As wide as the widest of the first lines; a Chinese character takes two places."""
    said = [heading, *(str(line.get(heading) or "") for line in lines[:200])]
    widest = max(sum(2 if ord(c) > 0x2E80 else 1 for c in one) for one in said)
    return min(max(widest + 2, 8), _WIDEST)
