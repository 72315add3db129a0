"""Where the tables of a sheet are: titles, heading rows, data rows; forms; sheets without any."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ceyuan.engines.reading.table.form import Entry, find_form
from ceyuan.engines.reading.table.grid import Grid
from ceyuan.engines.reading.table.heading_rows import heading_blocks, same_headings
from ceyuan.engines.reading.table.lexicon import Lexicon

#: Lines above a table that are no title: its unit, its date, who filled it in.
_BESIDE = re.compile(r"(?:单位|日期|时间|截至|截止|填报|制表|联系)[^，。]{0,8}[:：]|^[（(]?单位")
_NUMBERED_TITLE = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,3}\s*[、.．]|[（(][一二三四五六七八九十]{1,3}[)）]|表\s*[\d一二三四五]|附[件表]?\s*\d)"
)


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
    blocks = heading_blocks(grid, lexicon)
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
