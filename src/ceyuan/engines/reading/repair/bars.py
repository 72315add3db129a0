"""A table whose cells were written one under the other with a bar between each two."""

import re
from collections.abc import Iterator

from ceyuan.engines.reading.repair.changes import Change

_LINE = re.compile(r"[^\n]+")
_BAR = re.compile(r"^[ \t\u3000]*[|｜│┃][ \t\u3000]*$")
#: Fewer bars than this are somebody's ornament.
_FEWEST = 5


def bars(text: str) -> Iterator[Change]:
    """One line per row, cells parted by ` | `, where a running number tells the columns.

    The first column must count 1, 2, 3 …; without it nobody can say where a row ends, and the
    lines stay as they are.
    """
    if text.count("|") + text.count("｜") + text.count("│") + text.count("┃") < _FEWEST:
        return
    lines = [(m.start(), m.end(), m[0].strip()) for m in _LINE.finditer(text)]
    for first, last in _tables(lines):
        cells = _cells(lines, first, last)
        width = _columns([" ".join(words for _, _, words in cell) for cell in cells])
        if not width:
            continue
        whole = len(cells) // width * width
        for nth in range(whole - 1):
            start, end = cells[nth][-1][1], cells[nth + 1][0][0]
            yield Change(start, end, "\n" if (nth + 1) % width == 0 else " | ", "line")
        if whole < len(cells):
            yield Change(cells[whole - 1][-1][1], cells[whole][0][0], "\n", "line")


_Lines = list[tuple[int, int, str]]


def _tables(lines: _Lines) -> Iterator[tuple[int, int]]:
    """Runs of lines from the cell before the first bar to the line after the last one."""
    places = [i for i, (_, _, words) in enumerate(lines) if _BAR.match(words)]
    run: list[int] = []
    for place in places:
        if run and place - run[-1] > 4:  # a cell of more than three lines ends the table
            if len(run) >= _FEWEST:
                yield max(run[0] - 1, 0), min(run[-1] + 1, len(lines) - 1)
            run = []
        run.append(place)
    if len(run) >= _FEWEST:
        yield max(run[0] - 1, 0), min(run[-1] + 1, len(lines) - 1)


def _cells(lines: _Lines, first: int, last: int) -> list[_Lines]:
    cells: list[_Lines] = [[]]
    for line in lines[first : last + 1]:
        if _BAR.match(line[2]):
            cells.append([])
        else:
            cells[-1].append(line)
    return [cell for cell in cells if cell]


def _columns(cells: list[str]) -> int:
    """How many columns: the distance at which 1, 2, 3 … follow one another; 0 where none does."""
    for one in (i for i, cell in enumerate(cells) if cell == "1"):
        for two in (i for i, cell in enumerate(cells) if cell == "2" and i > one):
            width = two - one
            if width < 2 or one % width:
                continue
            counted = [cells[i] for i in range(one, len(cells), width)]
            numbers = [c for c in counted if c.isdigit()]
            if numbers == [str(n + 1) for n in range(len(numbers))]:
                return width
    return 0
