"""Sheets on which labels stand beside their values: 企业名称 | …公司 | 成立日期 | 2019-03.

Also the yearly report with one indicator a line (指标名称 | 计量单位 | 本年 | 上年), and `label：value`
within one cell.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ceyuan.engines.reading.table.grid import Grid
from ceyuan.engines.reading.table.heading import Heading, plain, read_heading, said_unit
from ceyuan.engines.reading.table.lexicon import Lexicon

#: A longer sheet is a list, whatever it looks like.
_TALLEST = 500
_WIDEST = 40
_KNOWN = 0.75
_INLINE = re.compile(r"([^:：\n]{2,30})[:：]\s*(.*)", re.S)
_INDICATOR = frozenset(
    "年度 年份 指标名称 指标 项目 指标项目 项目名称 内容 名称 填报项目 数据项 科目 指标(项目)".split()
)
_UNITS_OF = frozenset("计量单位 单位 数量单位".split())
_VALUES = frozenset(
    "数值 金额 数量 数据 本年数 本年实际 本年累计 填报值 填报内容 填报数据 值 实际数 期末数 合计".split()
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A label and the cell of its value; `inline` is the value where both share the label's cell."""

    label: Heading
    row: int
    column: int
    value_column: int
    inline: str | None = None
    known: bool = True


def find_form(grid: Grid, lexicon: Lexicon) -> tuple[Entry, ...]:
    """The entries of a sheet that is a form; empty for a list under headings and for plain text."""
    if grid.height > _TALLEST or grid.width > _WIDEST:
        return ()
    entries = _entries(grid, lexicon)
    known = [e for e in entries if e.known]
    wordings = {(e.label.whole, e.label.time) for e in known}
    rows = {e.row for e in known}
    filled = sum(1 for row in range(grid.height) if grid.distinct(row))
    if len(wordings) < 4 or len(rows) < 3 or len(rows) < 0.5 * filled:
        return ()
    copies = max(1, sum(1 for e in known if e.label.whole == known[0].label.whole))
    if len(wordings) < 0.7 * len(known) / copies:
        return ()
    return tuple(sorted((*entries, *_unknown(grid, entries)), key=lambda e: (e.row, e.column)))


def split_records(entries: Sequence[Entry], naming: frozenset[str]) -> list[list[Entry]]:
    """The entries of each form where several stand on one sheet: a naming label begins the next.

    `naming` are the wordings of the labels that name the thing.
    """
    records: list[list[Entry]] = [[]]
    seen: set[str] = set()
    for entry in entries:
        word = entry.label.whole
        if word in naming and word in seen:
            records.append([])
            seen = set()
        records[-1].append(entry)
        seen.add(word)
    return [r for r in records if r]


def _entries(grid: Grid, lexicon: Lexicon) -> list[Entry]:
    found: list[Entry] = []
    times: dict[int, str] = {}
    unit_column: int | None = None
    for row in range(grid.height):
        cells = grid.distinct(row)
        if not cells:
            continue
        head = _value_columns(grid, lexicon, row, cells)
        if head:
            times, unit_column = head
            continue
        if times and _only_numbers(cells):
            continue
        if times and _ends_lines(lexicon, cells, min(times)):
            times, unit_column = {}, None
        line = _line(grid, lexicon, row, cells, times, unit_column) if times else []
        if line:
            found += line
            continue
        times = {} if times and len(cells) > 1 else times
        found += _pairs(grid, lexicon, row, cells)
    return found


def _value_columns(
    grid: Grid, lexicon: Lexicon, row: int, cells: list[tuple[int, str]]
) -> tuple[dict[int, str], int | None] | None:
    """The columns of values under `指标名称 | 计量单位 | 2022年 | 2023年`, with the time of each."""
    times: dict[int, str] = {}
    unit_column: int | None = None
    labelled = False
    for column, text in cells:
        word = plain(text)
        heading = read_heading(text)
        if word in _UNITS_OF:
            unit_column = column
        elif heading.bare and heading.time:
            times[column] = heading.time
        elif word in _VALUES:
            times[column] = ""
        elif word in _INDICATOR:
            labelled = True
    if not times or not (labelled or (len(times) >= 2 and 2 * len(times) >= len(cells))):
        return None
    return times, unit_column


def _line(
    grid: Grid,
    lexicon: Lexicon,
    row: int,
    cells: list[tuple[int, str]],
    times: dict[int, str],
    unit_column: int | None,
) -> list[Entry]:
    first = min(times)
    label = next(
        (t for c, t in cells if c < first and c != unit_column and lexicon.known(t) >= _KNOWN), None
    )
    if label is None:
        before = [t for c, t in cells if c < first and c != unit_column and len(t) > 1]
        label = max(before, key=len, default=None)
        if label is None or re.fullmatch(r"[\dA-Za-z.\-]+|.*[:：].*", label, re.S):
            return []
        known = False
    else:
        known = True
    unit = said_unit(grid.shown(row, unit_column)) if unit_column is not None else ""
    found = []
    for column, time in times.items():
        levels = (label, *((f"({unit})",) if unit else ()), *((time,) if time else ()))
        heading = read_heading(*levels)
        found.append(Entry(heading, row, column, column, None, known))
    return found


def _ends_lines(lexicon: Lexicon, cells: list[tuple[int, str]], first: int) -> bool:
    """A title of its own, or a label where values stood: the columns of years are over."""
    return len({text for _, text in cells}) == 1 or any(
        column >= first and _is_label(lexicon, text) for column, text in cells
    )


def _only_numbers(cells: list[tuple[int, str]]) -> bool:
    """甲 乙 丙 1 2: the row that numbers the columns."""
    return all(re.fullmatch(r"[甲乙丙丁戊]|[(（]?\d{1,2}[)）]?", text) for _, text in cells)


def _pairs(grid: Grid, lexicon: Lexicon, row: int, cells: list[tuple[int, str]]) -> list[Entry]:
    found: list[Entry] = []
    at = 0
    while at < len(cells):
        column, text = cells[at]
        inline = _INLINE.fullmatch(text)
        if inline and lexicon.known(inline[1]) >= _KNOWN:
            if inline[2].strip():
                found.append(Entry(read_heading(inline[1]), row, column, column, inline[2].strip()))
                at += 1
                continue
            text = inline[1]
        if not _is_label(lexicon, text):
            at += 1
            continue
        beside = _right_of(grid, row, column)
        following = cells[at + 1] if at + 1 < len(cells) else None
        after = cells[at + 2] if at + 2 < len(cells) else None
        heading = read_heading(text)
        if following is None:
            if beside < grid.width:
                found.append(Entry(heading, row, column, beside))
            break
        gap = following[0] > beside and not grid.text(row, beside)
        if _is_label(lexicon, following[1]) and (
            gap or (after is not None and not _is_label(lexicon, after[1]))
        ):
            # label, label, value: nothing is filled in for the first
            found.append(Entry(heading, row, column, beside))
            at += 1
            continue
        if _is_label(lexicon, following[1]) and (after is not None or lexicon.lists(following[1])):
            # a row of headings
            return []
        found.append(Entry(heading, row, column, following[0]))
        at += 2
    return found


def _unknown(grid: Grid, entries: Sequence[Entry]) -> Iterator[Entry]:
    """Labels nobody knows: texts in the columns of labels with a value beside them."""
    used = {(e.row, e.column) for e in entries} | {(e.row, e.value_column) for e in entries}
    counted = Counter(e.column for e in entries if e.known and e.column != e.value_column)
    columns = {column for column, times in counted.items() if times >= 2}
    for row in range(min(e.row for e in entries), grid.height):
        if _only_numbers(grid.distinct(row)):
            continue
        for column in columns:
            text = grid.text(row, column)
            beside = _right_of(grid, row, column)
            if not text or (row, column) in used or len(text) > 30 or (row, beside) in used:
                continue
            if ":" in plain(text) or plain(text) in _INDICATOR or read_heading(text).bare:
                continue
            if grid.text(row, beside):
                yield Entry(read_heading(text), row, column, beside, None, False)


def _is_label(lexicon: Lexicon, text: str) -> bool:
    return lexicon.known(text) >= _KNOWN and not read_heading(text).bare


def _right_of(grid: Grid, row: int, column: int) -> int:
    span = grid.merged_at(row, column)
    return (span[3] if span else column) + 1
