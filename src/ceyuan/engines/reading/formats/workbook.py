"""Workbooks (.xlsx, .xls, .ods): every sheet with its cells as stored."""

from io import BytesIO
from typing import Any

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
    rows = [[_cell(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]
    width = max(map(len, rows), default=0)
    return Sheet(
        name=sheet.name,
        rows=tuple(tuple(row + [None] * (width - len(row))) for row in rows),
        merged=tuple(_range(*ends) for ends in sheet.merged_cell_ranges or ()),
        hidden=visible != SheetVisibleEnum.Visible,
    )


def _cell(value: Any) -> Any:
    if value == "" and isinstance(value, str):
        return None
    if isinstance(value, float) and value.is_integer() and abs(value) < 10**15:
        return int(value)
    return value


def _range(first: tuple[int, int], last: tuple[int, int]) -> str:
    return f"{_name(*first)}:{_name(*last)}"


def _name(row: int, column: int) -> str:
    letters = ""
    column += 1
    while column:
        column, digit = divmod(column - 1, 26)
        letters = chr(65 + digit) + letters
    return f"{letters}{row + 1}"
