"""Columns that were copied row by row: left line, blanks, right line."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, pairwise

from ceyuan.engines.reading.repair.changes import Change
from ceyuan.engines.reading.repair.words import astride

_LINE = re.compile(r"[^\n]*\n?")
_GAP = re.compile(r"(?<=\S)[ \t\u3000]{2,}(?=\S)")
#: The fewest rows of two columns, the narrowest gap and column, in half-width places.
_FEWEST_ROWS = 4
_NARROWEST_GAP = 3
_NARROWEST = 12
#: How far a column's left edge may wander.
_SLACK = 3
#: A longer line, or one with more gaps, is no row of columns.
_LONGEST_ROW = 400
_MOST_GAPS = 8


@dataclass(frozen=True, slots=True)
class Reordering:
    """First `breaks` (blanks between columns become line ends), then the text in `spans`' order."""

    breaks: tuple[Change, ...]
    spans: tuple[tuple[int, int], ...]


def side_by_side(text: str) -> Reordering | None:
    """How to read the first two columns that stand side by side; None where there are none.

    Rows are two columns only if words run over from line to line inside the columns, and hardly
    ever from the left column to the right one: a table never does that.
    """
    if not _GAP.search(text):
        return None
    rows = [_Row(m.start(), m.group()) for m in _LINE.finditer(text) if m.group()]
    for first, last, edge in _blocks(rows):
        gaps = {i: gap for i in range(first, last) if (gap := rows[i].gap_before(edge))}
        if _are_columns([rows[i] for i in range(first, last)], edge):
            return _reordered(rows, first, last, edge, gaps)
    return None


class _Row:
    """A printed line, its place in the text, and where its words stand across the page."""

    def __init__(self, start: int, printed: str) -> None:
        self.start = start
        self.printed = printed
        self.words = printed.rstrip()

    @cached_property
    def gaps(self) -> list[tuple[int, int, int]]:
        """Wide gaps between words: first and last character, and the place of what follows."""
        found = []
        if len(self.words) <= _LONGEST_ROW:
            for gap in islice(_GAP.finditer(self.words), _MOST_GAPS):
                before, after = self._place(gap.start()), self._place(gap.end())
                if after - before >= _NARROWEST_GAP:
                    found.append((gap.start(), gap.end(), after))
        return found

    @cached_property
    def edges(self) -> list[int]:
        """Where something begins after a wide gap."""
        return [place for _, _, place in self.gaps]

    @cached_property
    def left(self) -> int:
        """Where the first word stands."""
        return self._place(len(self.words) - len(self.words.lstrip()))

    @cached_property
    def width(self) -> int:
        """How far the last word reaches."""
        return self._place(len(self.words))

    def _place(self, at: int) -> int:
        """How many half-width places stand before a character of the line."""
        return len(self.words[:at].expandtabs(4).encode("gb18030", "replace"))

    def gap_before(self, edge: int) -> tuple[int, int] | None:
        """The blanks that end at the left edge of the right column."""
        return next((gap[:2] for gap in self.gaps if abs(gap[2] - edge) <= _SLACK), None)

    def is_right_only(self, edge: int) -> bool:
        """Whether the line has words in the right column alone."""
        return bool(self.words) and self.left >= edge - _SLACK

    def is_left_only(self, edge: int) -> bool:
        """Whether the line ends before the right column begins."""
        return self.width <= edge - 2

    def sides(self, edge: int) -> tuple[str, str]:
        """The words of the left and of the right column."""
        if gap := self.gap_before(edge):
            return self.words[: gap[0]].strip(), self.words[gap[1] :].strip()
        if self.is_right_only(edge):
            return "", self.words.strip()
        return self.words.strip(), ""


def _blocks(rows: list[_Row]) -> list[tuple[int, int, int]]:
    """Runs of rows with a gap at one place, the leftmost first: first row, row after, place."""
    found: list[tuple[int, int, int]] = []
    first = 0
    while first < len(rows):
        edges = rows[first].edges
        reaches = (_reach(rows, first, edge) for edge in edges)
        best = max(reaches, key=lambda reach: (reach[0], -reach[2]), default=None)
        if best is None or best[0] < _FEWEST_ROWS:
            first += 1
            continue
        found.append((first, best[1], best[2]))
        first = best[1]
    return found


def _reach(rows: list[_Row], first: int, edge: int) -> tuple[int, int, int]:
    """How many rows with both columns follow, where the run ends, and its commonest edge."""
    both, last = 0, first
    seen: Counter[int] = Counter()
    for i in range(first, len(rows)):
        row = rows[i]
        near = [e for e in row.edges if abs(e - edge) <= _SLACK]
        if near:
            both, last = both + 1, i + 1
            seen.update(near)
        elif row.words and not (row.is_left_only(edge) or row.is_right_only(edge)):
            break
        elif row.words and i == last:
            last = i + 1
        elif i - last >= 2:
            break
    return both, last, seen.most_common(1)[0][0] if seen else edge


def _are_columns(rows: list[_Row], edge: int) -> bool:
    sides = [row.sides(edge) for row in rows if row.words]
    left = [a for a, _ in sides if a]
    right = [b for _, b in sides if b]
    if min(len(left), len(right)) < _FEWEST_ROWS:
        return False
    wide = sum(len(words.encode("gb18030", "replace")) for words in left) / len(left)
    if wide < _NARROWEST:
        return False
    down = sum(_seams(column) for column in (left, right))
    across = sum(1 for a, b in sides if a and b and astride(a, b))
    return down >= 2 and down > 2 * across


def _seams(column: list[str]) -> int:
    return sum(1 for a, b in pairwise(column) if astride(a, b))


def _reordered(
    rows: list[_Row], first: int, last: int, edge: int, gaps: dict[int, tuple[int, int]]
) -> Reordering:
    breaks: list[Change] = []
    head: list[tuple[int, int]] = []
    left: list[tuple[int, int]] = []
    right: list[tuple[int, int]] = []
    tail: list[tuple[int, int]] = []
    shift = 0
    for i, row in enumerate(rows):
        start = row.start + shift
        end = start + len(row.printed)
        if i < first or i >= last:
            (head if i < first else tail).append((start, end))
        elif gap := gaps.get(i):
            breaks.append(Change(row.start + gap[0], row.start + gap[1], "\n", "line"))
            shift -= gap[1] - gap[0] - 1
            left.append((start, start + gap[0] + 1))
            right.append((start + gap[0] + 1, row.start + len(row.printed) + shift))
        else:
            (right if row.is_right_only(edge) else left).append((start, end))
    return Reordering(tuple(breaks), (*head, *left, *right, *tail))
