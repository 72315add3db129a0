"""Where the tables of a sheet are: titles, heading rows, data rows; forms; sheets without any."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ceyuan.engines.reading.table.form import Entry, find_form
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
#: Lines above a table that are no title: its unit, its date, who filled it in.
_BESIDE = re.compile(r"(?:单位|日期|时间|截至|截止|填报|制表|联系)[^，。]{0,8}[:：]|^[（(]?单位")
_NUMBERED_TITLE = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,3}\s*[、.．]|[（(][一二三四五六七八九十]{1,3}[)）]|表\s*[\d一二三四五]|附[件表]?\s*\d)"
)
_NUMBERING = re.compile(r"\(?(?:\d{1,3}|[甲乙丙丁戊])\)?(?:=.*)?")


@dataclass(frozen=True, slots=True)
class Region:
    """A table on a sheet; rows count from 0, `bottom` is the last row that may belong to it.

    `titles` are the lines above the headings, as (row, column, text); `section` is the nearest of
    them where the sheet holds several tables. For a form `header` is empty and `entries` are its
    labels with their values.
    """

    top: int
    header: tuple[int, ...]
    bottom: int
    titles: tuple[tuple[int, int, str], ...] = ()
    section: str = ""
    entries: tuple[Entry, ...] = ()


def find_regions(grid: Grid, lexicon: Lexicon) -> tuple[Region, ...]:
    """The tables of a sheet from top to bottom; none for a cover note."""
    if entries := find_form(grid, lexicon):
        top, bottom = entries[0].row, max(e.row for e in entries)
        return (Region(top, (), bottom, _titles(grid, 0, top), "", entries),)
    blocks = _heading_blocks(grid, lexicon)
    regions: list[Region] = []
    for number, block in enumerate(blocks):
        above = regions[-1].bottom + 1 if regions else 0
        end = blocks[number + 1][0] - 1 if number + 1 < len(blocks) else grid.height - 1
        titles = _titles(grid, above, block[0]) if not regions else ()
        last = _last_row(grid, block[-1], end)
        if regions:
            titles = _titles_between(grid, regions[-1], block[0])
            if not titles and _same_headings(grid, regions[-1].header, block):
                # the headings repeated at a page break: the table goes on
                regions[-1] = _stretched(regions[-1], last)
                continue
            first = titles[0][0] if titles else block[0]
            regions[-1] = _stretched(
                regions[-1], _last_row(grid, regions[-1].header[-1], first - 1)
            )
        regions.append(Region(block[0], tuple(block), last, titles))
    if len(regions) > 1:
        regions = [_with_section(r) for r in regions]
    return tuple(regions)


def looks_like_title(grid: Grid, row: int) -> bool:
    """Whether a row holds one text only: a title, a section, a note, never a record."""
    return len({text for _, text in grid.distinct(row)}) == 1


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


def _heading_blocks(grid: Grid, lexicon: Lexicon) -> list[list[int]]:
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


def _may_be_part(grid: Grid, row: int) -> bool:
    return all(len(t) <= 40 and "。" not in t for _, t in grid.distinct(row))


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
    cells = grid.distinct(row)
    if not cells or not _may_be_part(grid, row) or same_headings(grid, block, row):
        return False
    if any(_NUMBER.fullmatch(t) and not _is_year(t) for _, t in cells):
        return False
    top = block[-1]
    under_group = 0
    for column, _ in cells:
        span = grid.merged_at(row, column)
        if span and span[0] < row:
            continue
        if _under_group(grid, top, column):
            under_group += 1
        elif grid.text(top, column):
            return False
        else:
            return False
    tied = any(
        (span := grid.merged_at(row, c)) is not None
        and span[0] <= top < span[2] + 1
        and span[0] < row
        for c in range(grid.width)
    )
    named = sum(1 for _, t in cells if lexicon.known(t) >= 0.6 or read_heading(t).bare)
    return bool(under_group) and (tied or named >= 0.5 * len(cells))


def _under_group(grid: Grid, top: int, column: int) -> bool:
    """Whether the cell above is a group heading that spans more than this column."""
    span = grid.merged_at(top, column)
    if span:
        return span[3] > span[1]
    if grid.has_merges:
        return False
    # no merged ranges kept: a group heading has blanks to its right
    at = column
    while at >= 0 and not grid.text(top, at):
        at -= 1
    return at >= 0 and (at < column or not grid.text(top, column + 1)) and column + 0 < grid.width


def _titles(grid: Grid, above: int, header: int) -> tuple[tuple[int, int, str], ...]:
    return tuple(
        (row, column, text) for row in range(above, header) for column, text in grid.distinct(row)
    )


def _titles_between(grid: Grid, last: Region, header: int) -> tuple[tuple[int, int, str], ...]:
    """The lines right above a further table: single texts, blanks between them allowed."""
    found: list[tuple[int, int, str]] = []
    row = header - 1
    while row > last.header[-1]:
        cells = grid.distinct(row)
        if cells and (not looks_like_title(grid, row) or _is_remark(cells[0][1])):
            break
        found[:0] = [(row, c, t) for c, t in cells[:1]]
        row -= 1
    return tuple(found)


def _is_remark(text: str) -> bool:
    return (
        bool(re.match(r"\s*(?:注|说明|备注|填报|填表|制表|审核|合计|总计|小计)", text))
        and "名单" not in text
    )


def _same_headings(grid: Grid, header: Sequence[int], block: Sequence[int]) -> bool:
    return all(same_headings(grid, header, row) for row in block)


def _stretched(region: Region, bottom: int) -> Region:
    return Region(region.top, region.header, bottom, region.titles, region.section)


def _with_section(region: Region) -> Region:
    said = [t for _, _, t in region.titles if not _BESIDE.search(t)]
    numbered = [t for t in said if _NUMBERED_TITLE.match(t)]
    nearest = (numbered or said or [""])[-1]
    return Region(region.top, region.header, region.bottom, region.titles, nearest)


def _last_row(grid: Grid, header: int, end: int) -> int:
    row = min(end, grid.height - 1)
    while row > header and not grid.distinct(row):
        row -= 1
    return row


def _is_year(text: str) -> bool:
    return bool(re.fullmatch(r"(?:19|20)\d\d", text))
