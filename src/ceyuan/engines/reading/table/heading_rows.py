"""Which rows of a sheet are headings: the row itself, group headings above, lower levels, units, numbers."""

import re
from collections.abc import Sequence
from itertools import pairwise

from ceyuan.engines.reading.table.grid import Grid
from ceyuan.engines.reading.table.heading import plain, read_heading
from ceyuan.engines.reading.table.lexicon import Lexicon

#: A heading block has at most this many rows.
_DEEPEST = 4
#: From here on a cell is taken for a heading.
_KNOWN = 0.75
#: From here on it is listed word by word, or nearly.
_LISTED = 0.97
_NUMBER = re.compile(r"[-+(（]?[\d,，.]+%?[)）]?")
_NUMBERING = re.compile(r"\(?(?:\d{1,3}|[甲乙丙丁戊])\)?(?:=.*)?")


def heading_blocks(grid: Grid, lexicon: Lexicon) -> list[list[int]]:
    """The runs of heading rows of a sheet, each with its levels, units and column numbers."""
    blocks: list[list[int]] = []
    row = 0
    while row < grid.height:
        if not _may_be_heading(grid, row) or not _is_heading(grid, lexicon, row):
            row += 1
            continue
        if blocks and same_headings(grid, blocks[-1], row):
            # repeated at a page break; whether the table goes on is decided later
            block = [row]
        else:
            block = _upwards(grid, lexicon, row, blocks[-1][-1] if blocks else -1)
        block = _downwards(grid, lexicon, block)
        blocks.append(block)
        row = block[-1] + 1
    return blocks


def same_headings(grid: Grid, header: Sequence[int], row: int) -> bool:
    """Whether a row below a table repeats one of its heading rows."""
    cells = grid.distinct(row)
    if len(cells) < 2:
        return False
    for above in header:
        # of the first three at least one is the same where four in five are
        if not any(plain(t) == plain(grid.text(above, c)) for c, t in cells[:3]):
            continue
        same = sum(1 for c, t in cells if plain(t) == plain(grid.text(above, c)))
        if same >= 2 and same >= 0.8 * len(cells):
            return True
    return False


def is_unit_row(grid: Grid, row: int) -> bool:
    """Whether every filled cell is a unit: 万元 | 人 | %."""
    cells = grid.distinct(row)
    return bool(cells) and all(
        read_heading(t).bare and read_heading(t).unit and not read_heading(t).time for _, t in cells
    )


def is_numbering(grid: Grid, row: int) -> bool:
    """Whether the row only numbers the columns: 1 2 3, or 甲 乙 1 2, or (1) (2)."""
    cells = grid.distinct(row)
    if len(cells) < 3 or not all(_NUMBERING.fullmatch(plain(t)) for _, t in cells):
        return False
    numbers = [int(d) for _, t in cells if (d := plain(t).strip("()").split("=")[0]).isdigit()]
    stems = [plain(t) for _, t in cells if plain(t) in "甲乙丙丁戊"]
    in_order = all(b - a == 1 for a, b in pairwise(numbers))
    return in_order and (len(numbers) >= 2 or (stems[:2] == ["甲", "乙"] and len(numbers) > 0))


def _may_be_heading(grid: Grid, row: int) -> bool:
    """A cheap look that rules out nearly every row of data."""
    filled = 0
    for column in range(grid.width):
        text = grid.text(row, column)
        if not text:
            continue
        filled += 1
        if len(text) > 60:
            return False
        if _NUMBER.fullmatch(text) and not _is_year(text):
            return False
    return filled >= 1


def _is_heading(grid: Grid, lexicon: Lexicon, row: int) -> bool:
    cells = grid.distinct(row)
    if len({plain(t) for _, t in cells}) < min(2, len(cells)):
        return False
    named = [lexicon.known(text) for _, text in cells]
    sure = sum(1 for k in named if k >= _KNOWN)
    listed = sum(1 for k in named if k >= _LISTED)
    bare = sum(1 for k in named if k == 0.6)
    mostly = (sure >= 2 and sure + bare >= 0.5 * len(cells)) or sure >= 5
    if mostly and len(cells) > 1 and (listed or sure >= 3):
        return True
    return bool(listed) and _heads_a_list(grid, lexicon, row)


def _heads_a_list(grid: Grid, lexicon: Lexicon, row: int) -> bool:
    """Whether a row with one known heading, which names things, has rows of such things below it."""
    named = [c for c, t in grid.distinct(row) if lexicon.names(t)]
    if not named or any(len(t) > 16 for _, t in grid.distinct(row)) or row + 1 >= grid.height:
        return False
    below = grid.distinct(row + 1)
    if any(lexicon.known(t) >= _KNOWN for _, t in below):
        return False
    return bool(grid.text(row + 1, named[0]))


def _upwards(grid: Grid, lexicon: Lexicon, row: int, floor: int) -> list[int]:
    """The heading row with the rows of group headings above it."""
    block = [row]
    while block[0] - 1 > floor and len(block) < _DEEPEST:
        above = block[0] - 1
        cells = grid.distinct(above)
        if (
            not cells
            or not _may_be_heading(grid, above)
            or not _may_be_part(grid, above)
            or not _is_group_row(grid, lexicon, above, row)
        ):
            break
        block.insert(0, above)
    return block


def _downwards(grid: Grid, lexicon: Lexicon, block: list[int]) -> list[int]:
    """The block with lower levels, the row of units and the row of column numbers."""
    while block[-1] + 1 < grid.height and len(block) < _DEEPEST + 1:
        below = block[-1] + 1
        if is_numbering(grid, below) or is_unit_row(grid, below):
            block.append(below)
            continue
        if not _is_lower_level(grid, lexicon, block, below):
            break
        block.append(below)
    return block


def _is_group_row(grid: Grid, lexicon: Lexicon, row: int, below: int) -> bool:
    """Whether a row above the headings is their upper level and no title and no record."""
    cells = grid.distinct(row)
    if any(span[2] >= below for c, _ in cells if (span := grid.merged_at(row, c))):
        return True
    for column, _ in cells:
        span = grid.merged_at(row, column)
        wide = span[3] - span[1] + 1 if span else 1
        if wide > 1 and wide < grid.width - 1 and (len(cells) > 1 or column > 0):
            return True
    if any(read_heading(t).bare and read_heading(t).time for c, t in cells if c > 0):
        return True
    if len(cells) == 1:
        return False
    gaps = sum(1 for c in range(grid.width) if bool(grid.text(row, c)) != bool(grid.text(below, c)))
    named = sum(1 for _, t in cells if lexicon.known(t) >= _KNOWN)
    return gaps > 0 and named >= max(2, 0.5 * len(cells))


def _is_lower_level(grid: Grid, lexicon: Lexicon, block: list[int], row: int) -> bool:
    """Whether a row below the headings names the columns of a group above it."""
    cells = grid.distinct(row)
    if not cells or not _may_be_part(grid, row) or same_headings(grid, block, row):
        return False
    if any(_NUMBER.fullmatch(t) and not _is_year(t) for _, t in cells):
        return False
    top = block[-1]
    spans = [(c, grid.merged_at(row, c)) for c in range(grid.width)]
    tied = {c for c, span in spans if span and span[0] <= top < row <= span[2]}
    own = [(c, t) for c, t in cells if c not in tied]
    if not own or not all(_under_group(grid, top, c) for c, _ in own):
        return False
    named = sum(1 for _, t in own if lexicon.known(t) >= 0.6 or read_heading(t).bare)
    return bool(tied) or named >= 0.5 * len(own)


def _under_group(grid: Grid, top: int, column: int) -> bool:
    """Whether the cell above is a group heading that spans more than this column."""
    span = grid.merged_at(top, column)
    if span:
        return span[3] > span[1]
    if grid.merges_in(top):
        return False
    # no merged ranges kept: a group heading has blanks to its right
    at = column
    while at >= 0 and not grid.text(top, at):
        at -= 1
    return at >= 0 and (at < column or not grid.text(top, column + 1))


def _may_be_part(grid: Grid, row: int) -> bool:
    return all(len(t) <= 40 and "。" not in t for _, t in grid.distinct(row))


def _is_year(text: str) -> bool:
    return bool(re.fullmatch(r"(?:19|20)\d\d", text))
