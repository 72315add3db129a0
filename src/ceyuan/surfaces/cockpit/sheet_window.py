"""Some rows of a sheet, with the rows that head them, as a page shows them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as printed; `address` is the spreadsheet's name for it (`B7`)."""

    address: str
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row, counted from 1; `heads` where it is one of the rows that head a table."""

    number: int
    heads: bool
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class SheetWindow:
    """Rows `first` to `last` of a sheet of `total` rows; heading rows above them come first."""

    name: str
    letters: tuple[str, ...]
    rows: tuple[Row, ...]
    first: int
    last: int
    total: int


def sheet_window(
    grid: Mapping[str, Any], first: int, count: int, headings: Sequence[int] = ()
) -> SheetWindow:
    """`count` rows of a sheet from row `first` on.

    Args:
        grid: `name` and `rows` (lists of cells as text), as a reading keeps them.
        first: counted from 1; kept inside the sheet.
        count: how many rows.
        headings: numbers of the rows that head its tables.
    """
    rows = grid["rows"]
    first = min(max(first, 1), max(len(rows), 1))
    last = min(first + count - 1, len(rows))
    wide = max((len(row) for row in rows), default=0)
    above = [number for number in headings if number < first and number <= len(rows)]
    return SheetWindow(
        name=grid["name"],
        letters=tuple(column_letter(at) for at in range(1, wide + 1)),
        rows=tuple(
            Row(number, number in headings, _cells(rows[number - 1], number))
            for number in (*above, *range(first, last + 1))
        ),
        first=first,
        last=last,
        total=len(rows),
    )


def row_of(address: str) -> int:
    """The row of a cell address; 1 where there is none."""
    digits = re.search(r"\d+$", address)
    return int(digits[0]) if digits else 1


def column_letter(at: int) -> str:
    """The spreadsheet's name of a column counted from 1: 1 is A, 27 is AA."""
    letters = ""
    while at > 0:
        at, rest = divmod(at - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _cells(row: Sequence[Any], number: int) -> tuple[Cell, ...]:
    return tuple(
        Cell(f"{column_letter(at)}{number}", "" if text is None else str(text))
        for at, text in enumerate(row, 1)
    )
