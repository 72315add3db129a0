"""The blocks of a report: what was done in which year, what is planned for which."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from ceyuan.model.period import Period, parse_period
from ceyuan.model.period_phrase import FoundPeriod

_NUMBERED = r"(?:(?:第?[一二三四五六七八九十]{1,3}(?:[、.]|部分)|[(][一二三四五六七八九十]{1,3}[)]|\d[、.])\s*)?"
_LOOKING_BACK = re.compile(
    rf"{_NUMBERED}(?:关于)?(?P<year>20\d\d)?年?[^。;]{{0,30}}(?:回顾|总结|完成情况|执行情况|主要成效|工作情况|取得的?成效|发展成就|进展情况)"
)
_LOOKING_AHEAD = re.compile(
    rf"(?!.*(?:完成情况|回顾|总结|执行情况)){_NUMBERED}(?:关于)?(?P<year>20\d\d)?年?[^。;]{{0,16}}(?:工作安排|工作打算|重点工作|主要任务|重点任务|工作计划|发展目标|主要目标|预期目标|下一步|工作思路|目标任务|目标和任务|总体要求)"
)
_LONGEST_HEADING = 40
#: Reports that look back on the year before are given until this month.
_EARLY = 4


Direction = Literal["back", "ahead", ""]


@dataclass(frozen=True, slots=True)
class Block:
    """Lines `[start, end)` under one heading; `told` is the year it speaks of."""

    start: int
    end: int
    towards: Direction
    told: FoundPeriod | None
    #: The last day the block speaks of, against which 全年 and 年末 in it are resolved.
    seen_from: Period | None


def blocks_of(even: str, lines: Iterable[tuple[int, int]], published: Period | None) -> list[Block]:
    """The blocks of a text by its headings; one block without a direction where there are none."""
    blocks: list[Block] = []
    start = 0
    towards: Direction = ""
    year: int | None = None
    for first, last in lines:
        found = _heading(even, first, last)
        if found is None:
            continue
        if first > start:
            blocks.append(_block(start, first, towards, year))
        start, (towards, year) = first, found
        if year is None and published is not None and towards == "back":
            year = published.end.year - (published.end.month <= _EARLY)
    blocks.append(_block(start, len(even), towards, year))
    return blocks


def _heading(even: str, first: int, last: int) -> tuple[Direction, int | None] | None:
    line = even[first:last].strip()
    if " | " in line or not line or len(line) > _LONGEST_HEADING or line[-1] in "。;,:!?":
        return None
    if found := _LOOKING_BACK.match(line):
        return "back", int(found["year"]) if found["year"] else None
    if found := _LOOKING_AHEAD.match(line):
        return "ahead", int(found["year"]) if found["year"] else None
    return None


def _block(start: int, end: int, towards: Direction, year: int | None) -> Block:
    if year is None:
        return Block(start, end, towards, None, None)
    period = parse_period(str(year))
    told = FoundPeriod(start, start, period, f"{year}年", "flow")
    seen_from = parse_period(f"{year}-12-31") if towards == "back" else None
    return Block(start, end, towards, told, seen_from)
