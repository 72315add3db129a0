"""Tables written as text: cells parted by commas, semicolons or tabs."""

import csv
from io import StringIO

from ceyuan.authoring.reader import Sheet
from ceyuan.engines.reading.formats.refusal import with_a_table

_MARKS = (",", "\t", ";", "，", "|")
_EXTENSIONS = (".csv", ".tsv", ".tab")
#: A cell longer than this is no cell but a text.
_LONGEST_CELL = 1_000_000
#: Lines looked at to find the mark.
_LOOKED_AT = 50


def is_separated(text: str, name: str) -> bool:
    """Whether a text is a table: its name says so, or every line has the same three or more cells."""
    if name.lower().endswith(_EXTENSIONS):
        return True
    lines = [line for line in text.splitlines()[:_LOOKED_AT] if line.strip()]
    if len(lines) < 3:
        return False
    return any(
        (cells := lines[0].count(mark)) >= 2 and all(line.count(mark) == cells for line in lines)
        for mark in (",", "\t")
    )


def sheet_of(text: str, name: str) -> tuple[Sheet, ...]:
    """The table as one sheet named after the file; every cell is text, an empty one None.

    Raises:
        NoTable: no cell says anything.
    """
    mark = _mark(text)
    csv.field_size_limit(_LONGEST_CELL)
    rows = [
        [cell if cell.strip() else None for cell in row]
        for row in csv.reader(StringIO(text, newline=""), delimiter=mark)
    ]
    width = max(map(len, rows), default=0)
    padded = tuple(tuple(row + [None] * (width - len(row))) for row in rows)
    return with_a_table((Sheet(name=_stem(name), rows=padded),), name)


def _mark(text: str) -> str:
    """The mark that gives the most lines the same number of cells, and most of them."""
    lines = [line for line in text.splitlines()[:_LOOKED_AT] if line.strip()]

    def agreement(mark: str) -> tuple[int, int]:
        counts = [line.count(mark) for line in lines]
        common = max(set(counts), key=counts.count, default=0)
        return (counts.count(common) if common else 0, common)

    return max(_MARKS, key=agreement)


def _stem(name: str) -> str:
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    return last.rsplit(".", 1)[0] or last
