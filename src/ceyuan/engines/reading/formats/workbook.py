"""Workbooks (.xlsx, .xls, .ods): every sheet with its cells as stored."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any, cast

import numpy as np
from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from ceyuan.authoring.reader import Sheet
from ceyuan.engines.reading.formats.refusal import damaged, protected, with_a_table

#: Beyond this a float no longer tells one whole number from the next.
_LARGEST_WHOLE = 10**15
#: Rows that may be headings, in which a column holds values of several sorts.
_HEAD = 60


def sheets_of(content: bytes, name: str) -> tuple[Sheet, ...]:
    """Every work sheet in order, hidden ones too; chart and macro sheets are no tables.

    Cells keep their stored value; an empty cell is None, a whole number is an int. Rows are padded to
    one length and begin at A1, so that row and column count as the spreadsheet counts them.

    Raises:
        Protected: a password is needed.
        Damaged: the file does not parse.
        NoTable: no cell of any sheet says anything.
    """
    try:
        with CalamineWorkbook.from_filelike(BytesIO(content)) as book:
            found = tuple(
                _sheet(book.get_sheet_by_name(about.name), about.visible)
                for about in book.sheets_metadata
                if about.typ == SheetTypeEnum.WorkSheet
            )
    except PasswordError as problem:
        raise protected(name) from problem
    except (CalamineError, OSError, ValueError) as problem:
        if "password" in str(problem).lower() or "encrypt" in str(problem).lower():
            raise protected(name) from problem
        raise damaged(name, "工作簿", "workbook") from problem
    except BaseException as problem:
        if type(problem).__name__ != "PanicException":  # how the library says that it broke down
            raise
        raise damaged(name, "工作簿", "workbook") from problem
    return with_a_table(found, name)


def _sheet(sheet: CalamineSheet, visible: SheetVisibleEnum) -> Sheet:
    return Sheet(
        name=sheet.name,
        rows=stored(sheet.to_python(skip_empty_area=False)),
        merged=tuple(_range(*ends) for ends in sheet.merged_cell_ranges or ()),
        hidden=visible != SheetVisibleEnum.Visible,
    )


def stored(rows: Sequence[Sequence[Any]]) -> tuple[tuple[Any, ...], ...]:
    """Rows as the library gives them as rows of one length: empty cells None, whole numbers ints.

    Column by column, because a column mostly holds values of one sort, and then goes through as one.
    """
    widths = set(map(len, rows))
    if len(widths) > 1:
        width = max(widths)
        rows = [[*row, *[None] * (width - len(row))] for row in rows]
    columns = [_column(column) for column in zip(*rows, strict=True)]
    return tuple(zip(*columns, strict=True)) if columns else tuple(() for _ in rows)


def _column(cells: tuple[Any, ...]) -> list[Any]:
    return [*_each(cells[:_HEAD]), *_body(cells[_HEAD:])]


def _body(cells: tuple[Any, ...]) -> Sequence[Any]:
    """What stands below the headings."""
    sorts = set(map(type, cells))
    if sorts == {float}:
        numbers = np.array(cells)
        whole = (np.floor(numbers) == numbers) & (np.abs(numbers) < _LARGEST_WHOLE)
        if whole.all():
            return cast(list[Any], numbers.astype(np.int64).tolist())
        made = list(cells)
        for at in np.flatnonzero(whole).tolist():
            made[at] = int(made[at])
        return made
    if sorts == {str} and "" not in cells:
        return cells
    return _each(cells)


def _each(cells: Sequence[Any]) -> list[Any]:
    large = _LARGEST_WHOLE
    return [
        (int(cell) if cell.is_integer() and -large < cell < large else cell)
        if type(cell) is float
        else (None if cell == "" and type(cell) is str else cell)
        for cell in cells
    ]


def _range(first: tuple[int, int], last: tuple[int, int]) -> str:
    return f"{_name(*first)}:{_name(*last)}"


def _name(row: int, column: int) -> str:
    letters = ""
    column += 1
    while column:
        column, digit = divmod(column - 1, 26)
        letters = chr(65 + digit) + letters
    return f"{letters}{row + 1}"
