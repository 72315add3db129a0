"""A sheet as a grid: every cell as stored and as tidy text, with its name and its merged range.

Rows and columns count from 0 inside; names (`B7`) and row numbers shown to people count from 1.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import Decimal
from functools import lru_cache
from typing import Any

from ceyuan.authoring.reader import Sheet

#: Numbers from here on have lost digits: a spreadsheet keeps fifteen.
LOST_DIGITS = 10**15

_LINE_BREAK = re.compile(r"\r\n?|_x000[dD]_\n?|[\u2028\u2029\x0b\x0c\x85]")
#: Control characters, soft hyphens, zero-width marks, private-use signs left by a word processor.
_STRAY = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff\ue000-\uf8ff\ufffc]"
)
_SPACES = re.compile(r"[ \t\xa0\u2000-\u200a\u202f\u3000]+")
_NEEDS_TIDYING = re.compile(
    r"[^\S ]|  |^ | $|_x000|[\x00-\x1f\x7f\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff\ue000-\uf8ff\ufffc]"
)
_QUOTED = re.compile(r"['‘’]\s*(.*?)\s*['‘’]", re.S)
_RANGE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?")


class Grid:
    """The filled part of a sheet.

    `height` and `width` end at the last cell that says something, however large the sheet says it
    is. `merged_at` gives the range a cell is merged into.
    """

    def __init__(self, sheet: Sheet) -> None:
        self.name = sheet.name
        self.hidden = sheet.hidden
        self._cells: Sequence[Sequence[Any]]
        self._cells, self.width = _filled(sheet.rows)
        self.height = len(self._cells)
        self._texts = [
            [tidy(value) for value in row[: self.width]] + [""] * (self.width - len(row))
            for row in self._cells
        ]
        if self._texts and _is_quoted(self._texts[0]):
            self._texts = [[_unquoted(text) for text in row] for row in self._texts]
            self._cells = self._texts
        self._merged: dict[tuple[int, int], tuple[int, int, int, int]] = {}
        self._merged_down: set[int] = set()
        for name in sheet.merged:
            self._merge(name)

    def raw(self, row: int, column: int) -> Any:
        """The cell as stored; None outside the grid."""
        cells = self._cells[row] if 0 <= row < self.height else ()
        return cells[column] if 0 <= column < len(cells) else None

    def text(self, row: int, column: int) -> str:
        """The cell as tidy text; empty for a blank cell and outside the grid."""
        if 0 <= row < self.height and 0 <= column < self.width:
            return self._texts[row][column]
        return ""

    def texts(self, row: int) -> Sequence[str]:
        """A whole row of tidy texts."""
        return self._texts[row]

    def merged_at(self, row: int, column: int) -> tuple[int, int, int, int] | None:
        """Top, left, bottom, right (all included) of the range this cell is merged into."""
        return self._merged.get((row, column))

    def origin(self, row: int, column: int) -> tuple[int, int]:
        """The cell whose content shows here: the first of a merged range, or the cell itself."""
        span = self._merged.get((row, column))
        return (span[0], span[1]) if span else (row, column)

    def shown(self, row: int, column: int) -> str:
        """The text a person sees here, merged cells included."""
        return self.text(*self.origin(row, column))

    def distinct(self, row: int) -> list[tuple[int, str]]:
        """Column and text of every filled cell of a row; a merged cell once, at its first column."""
        return [(column, text) for column, text in enumerate(self._texts[row]) if text]

    def merges_in(self, row: int) -> bool:
        """Whether any cell of a row is merged with a neighbour (a .csv never has any)."""
        return any((row, column) in self._merged for column in range(self.width))

    def merges_down(self, column: int) -> bool:
        """Whether any cell of a column is merged with those below it."""
        return column in self._merged_down

    def _merge(self, name: str) -> None:
        found = _RANGE.fullmatch(name.strip().upper())
        if not found or found[3] is None:
            return
        top, bottom = int(found[2]) - 1, int(found[4]) - 1
        left, right = column_number(found[1]), column_number(found[3])
        bottom, right = min(bottom, self.height - 1), min(right, self.width - 1)
        if bottom > top:
            self._merged_down.update(range(left, right + 1))
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                self._merged[row, column] = (top, left, bottom, right)


@lru_cache(maxsize=1_024)
def letters(column: int) -> str:
    """The name of a column: 0 is A, 26 is AA."""
    name = ""
    column += 1
    while column:
        column, digit = divmod(column - 1, 26)
        name = chr(65 + digit) + name
    return name


def column_number(name: str) -> int:
    """The number of a column from 0: A is 0, AA is 26."""
    number = 0
    for letter in name:
        number = number * 26 + ord(letter) - 64
    return number - 1


def cell_name(row: int, column: int) -> str:
    """A cell as the spreadsheet names it: (6, 1) is B7."""
    return f"{letters(column)}{row + 1}"


def printed(value: Any) -> str:
    """The cell as printed: text unchanged, numbers and days in plain digits."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return _printed_number(value)
    if isinstance(value, datetime):
        return value.isoformat(" ") if value.time() != time.min else value.date().isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value)


def tidy(value: Any) -> str:
    r"""The cell as text without what nobody typed on purpose.

    Line breaks become `\n`, runs of spaces one space, stray signs go; each line is trimmed.
    """
    text = printed(value)
    if not text or not _NEEDS_TIDYING.search(text):
        return text
    text = _STRAY.sub("", _LINE_BREAK.sub("\n", text))
    lines = (_SPACES.sub(" ", line).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def _is_quoted(first: Sequence[str]) -> bool:
    """Whether every cell of the first row stands in quotes that nobody read as quotes: 'id' , 'title'."""
    said = [text for text in first if text]
    return len(said) > 1 and all(_QUOTED.fullmatch(text) for text in said)


def _unquoted(text: str) -> str:
    found = _QUOTED.fullmatch(text)
    return tidy(found[1].replace("\\n", "\n").strip()) if found else text


def _printed_number(value: float) -> str:
    if value != value or value in (float("inf"), float("-inf")):
        return ""
    if value == int(value) and abs(value) < LOST_DIGITS:
        return str(int(value))
    if abs(value) >= LOST_DIGITS:
        return repr(value)
    return f"{Decimal(repr(value)):f}"


def _filled(rows: Sequence[Sequence[Any]]) -> tuple[list[Sequence[Any]], int]:
    height, width = 0, 0
    for number, row in enumerate(rows, 1):
        for column in range(len(row) - 1, -1, -1):
            value = row[column]
            if value is None or value == "" or (isinstance(value, str) and not value.strip()):
                continue
            height, width = number, max(width, column + 1)
            break
    return list(rows[:height]), width
