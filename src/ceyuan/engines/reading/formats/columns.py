"""In which order the words of a page are read: columns found from where the words stand.

Text drawn across the page row by row comes out of every library with its columns mixed. Here the page
is cut where a blank strip runs down between words, and above and below headlines that cross it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median


@dataclass(frozen=True, slots=True)
class Word:
    """A run of text without a gap, and its box in points from the upper left corner."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def height(self) -> float:
        """How tall it is printed."""
        return self.bottom - self.top


#: A blank strip between columns is at least so many character heights wide …
_GUTTER = 0.9
#: … and has at least so many lines on either side of it.
_FEWEST_LINES = 3
#: Columns of text fill their width, and hold so many characters a line; cells of a table do not.
_FILLED = 0.62
_SHORTEST_LINE = 7


def in_reading_order(words: Sequence[Word]) -> list[str]:
    """The lines of a page, column by column, each column from top to bottom.

    A line that crosses the gutter (a headline) is read where it stands, before what is below it.
    Words in columns that do not fill them are cells of a table: they stay in rows, parted by
    ` | `.
    """
    if not words:
        return []
    size = median(word.height for word in words)
    return _read(_lines(words), size, depth=0)


_Row = list[Word]


def _lines(words: Sequence[Word]) -> list[_Row]:
    """Words by printed line, lines from top to bottom, words from left to right."""
    rows: list[_Row] = []
    for word in sorted(words, key=lambda w: (w.top, w.x0)):
        middle = (word.top + word.bottom) / 2
        for row in reversed(rows[-6:]):
            if row[0].top <= middle <= row[0].bottom:
                row.append(word)
                break
        else:
            rows.append([word])
    return [sorted(row, key=lambda w: w.x0) for row in rows]


def _read(rows: list[_Row], size: float, depth: int) -> list[str]:
    if depth > 8 or len(rows) < _FEWEST_LINES:
        return [_line(row, size) for row in rows]
    cut = _gutter(rows, size)
    if cut is None:
        return [_line(row, size) for row in rows]
    out: list[str] = []
    band: list[_Row] = []
    for row in [*rows, None]:
        if row is not None and not _crosses(row, cut):
            band.append(row)
            continue
        out.extend(_read_band(band, cut, size, depth))
        band = []
        if row is not None:
            out.append(_line(row, size))
    return out


def _read_band(band: list[_Row], cut: float, size: float, depth: int) -> list[str]:
    """Rows of which none crosses the gutter: left column, then right."""
    if not band:
        return []
    left = [side for row in band if (side := [w for w in row if w.x1 <= cut])]
    right = [side for row in band if (side := [w for w in row if w.x0 >= cut])]
    if not left or not right:
        return _read(band, size, depth + 1)
    if _is_table(left, right):
        return [_line(row, size) for row in band]
    return [*_read(left, size, depth + 1), *_read(right, size, depth + 1)]


def _gutter(rows: list[_Row], size: float) -> float | None:
    """The middle of the widest strip that most rows leave blank; None where there is none."""
    x0 = min(word.x0 for row in rows for word in row)
    x1 = max(word.x1 for row in rows for word in row)
    step = max(size / 4, 0.5)
    places = max(int((x1 - x0) / step), 1)
    covered = [0] * (places + 1)
    for row in rows:
        for word in row:
            first = int((word.x0 - x0) / step)
            last = min(int((word.x1 - x0) / step), places)
            for place in range(first, last + 1):
                covered[place] += 1
    put_up_with = max(int(0.12 * len(rows)), 1 if len(rows) >= 4 else 0)
    best: tuple[float, float] | None = None
    start = None
    for place, count in enumerate([*covered, len(rows)]):
        if count <= put_up_with:
            start = place if start is None else start
            continue
        if start is not None:
            wide = (place - start) * step
            middle = x0 + (start + place) / 2 * step
            if wide >= _GUTTER * size and _both_sides(rows, middle):
                best = max(best or (0.0, 0.0), (wide, middle))
        start = None
    return best[1] if best else None


def _both_sides(rows: list[_Row], cut: float) -> bool:
    left = sum(1 for row in rows if any(w.x1 <= cut for w in row))
    right = sum(1 for row in rows if any(w.x0 >= cut for w in row))
    return left >= _FEWEST_LINES and right >= _FEWEST_LINES


def _crosses(row: _Row, cut: float) -> bool:
    return any(word.x0 < cut < word.x1 for word in row)


def _is_table(left: list[_Row], right: list[_Row]) -> bool:
    """Whether one of two columns is ragged or narrow like cells."""
    return any(_fill(rows) < _FILLED or _length(rows) < _SHORTEST_LINE for rows in (left, right))


def _length(rows: list[_Row]) -> float:
    """How many characters a line usually has."""
    return median(sum(len(word.text) for word in row) for row in rows)


def _fill(rows: list[_Row]) -> float:
    """How much of its column a line usually fills."""
    x0 = min(row[0].x0 for row in rows)
    x1 = max(row[-1].x1 for row in rows)
    if x1 <= x0:
        return 1.0
    return median((row[-1].x1 - x0) / (x1 - x0) for row in rows)


def _line(row: _Row, size: float) -> str:
    """The words of a line; a wide gap is shown as ` | `, a narrow one as a space."""
    out = row[0].text
    for before, word in pairwise(row):
        gap = word.x0 - before.x1
        if gap > 1.8 * size:
            out += " | "
        elif gap > 0.35 * size:
            out += " "
        out += word.text
    return out
