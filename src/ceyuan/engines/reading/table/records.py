"""Which rows of a long list are records: read fast where a row has a plain name, with care elsewhere."""

import re
from collections.abc import Sequence
from typing import Any

from ceyuan.authoring.reader import Sheet
from ceyuan.engines.reading.table.frame import Frame
from ceyuan.engines.reading.table.grid import Grid, cell_name, tidy
from ceyuan.engines.reading.table.row_sort import sort_of_row
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.table import Problem, Weight

#: A name that begins like this may be a total, a note or who filled the form in.
_ODD = re.compile(
    r"[合总小共累汇平均]\s*[计总均值和]|本[页表]|全[区市县]|以[上下]|此页|共\s*\d|注|说明|备注|附|填|来源|口径"
    r"|数据来源|资料来源|指标解释|[※★*＊（(完]|[一二三四五六七八九十]{1,3}\s*[、.．]|第[一二三四五六七八九十\d]{1,3}[批类部]"
    r"|\d|.*[:：]|.*。$"
)


def records_of(sheet: Sheet, frame: Frame, first: int) -> tuple[list[int], list[Problem]]:
    """The rows that say something about somebody, and those that name nobody.

    Totals, notes, titles of sections, rows of units and of numbers, headings that come again at a
    page break and blank rows are none. A row without a name but with figures is left out and told.

    Args:
        sheet: all its rows.
        frame: the headings.
        first: the first row below the headings.
    """
    named = frame.name_column
    code = _code_column(frame)
    headings = {_said(sheet.rows[row], named) for row in frame.region.header}
    found: list[int] = []
    nameless: list[Problem] = []
    for row in range(first, len(sheet.rows)):
        cells = sheet.rows[row]
        name = _said(cells, named)
        if name and not _ODD.match(name) and name not in headings:
            found.append(row)
            continue
        if not any(cell is not None and tidy(cell) for cell in cells):
            continue
        if _is_none(sheet, frame.region.header, row, first_data=not found):
            continue
        if name or _said(cells, code):
            found.append(row)
        elif any(_said(cells, column.at) for column in frame.columns if column.fields):
            nameless.append(_nobody(sheet.name, row, named or 0))
    return found, nameless


def called(sheet: Sheet, frame: Frame, rows: Sequence[int]) -> list[str]:
    """What each record is called: its name, else its code, else its place on the sheet."""
    named, code = frame.name_column, _code_column(frame)
    lines = sheet.rows
    return [_said(lines[row], named) or _said(lines[row], code) or f"第{row + 1}行" for row in rows]


def _code_column(frame: Frame) -> int | None:
    wanted = frame.kind.identifier
    return next((c.at for c in frame.columns if any(f.id == wanted for f in c.fields)), None)


def _said(cells: Sequence[Any], column: int | None) -> str:
    if column is None or column >= len(cells):
        return ""
    cell = cells[column]
    return cell.strip() if type(cell) is str else tidy(cell)


def _is_none(sheet: Sheet, header: Sequence[int], row: int, *, first_data: bool) -> bool:
    """Whether the row is a total, a title, a note …: asked of a sheet of headings and this row only."""
    few = Grid(Sheet(sheet.name, (*(sheet.rows[n] for n in header), sheet.rows[row]), ()))
    return (
        sort_of_row(few, range(len(header)), len(header), first_data=first_data, after_note=False)
        is not None
    )


def _nobody(sheet: str, row: int, column: int) -> Problem:
    return Problem(
        "no_name",
        Weight.UNREADABLE,
        sheet,
        Bilingual("这一行没有名称也没有代码，没有采用", "the row names nobody and is left out"),
        Bilingual("补上名称或代码，或删去此行", "give a name or a code, or remove the row"),
        row + 1,
        cell_name(row, column),
        "name",
    )
