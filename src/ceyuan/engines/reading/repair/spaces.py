"""Spaces that line ends, letter spacing and typesetting left inside Chinese sentences."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from ceyuan.engines.reading.repair.changes import Change
from ceyuan.engines.reading.repair.hanzi import HAN
from ceyuan.engines.reading.repair.words import astride

_BLANK = " \t\u3000"
_RUN = re.compile(f"[{_BLANK}]+")
#: How far a decision looks around a space.
_NEAR = 12
_LINE = re.compile(r"[^\n]+")
_HAN = re.compile(f"[{HAN}]")
_CLOSE = "，。、；：？！）》〉”’】」』…%"
_OPEN = "（《〈“‘【「『"
_BULLETS = "-–•·●○□◇☆►▶*+"
_NUMBERED = re.compile(
    "第[一二三四五六七八九十百零\\d]{1,5}[条章节款编]|[一二三四五六七八九十]{1,3}、|附件\\d*[:：]?"
)
_COUNTED = re.compile(
    "[万亿千]?(?:元|家|个|项|件|人|名|位|条|台|座|所|户|亩|倍|次|场|年|月|日|吨|余|多|平方|百分点|公里)|[%％]"
)
_CREDIT = re.compile("(?:记者|通讯员|作者|编辑|责编|摄影|摄|文|图|供图|校对|审核|来源)$")
_SPACED_OUT = re.compile(f"(?:[{HAN}][ \u3000]{{1,2}}){{3,}}[{HAN}](?![{HAN}])")
_NAMES = re.compile(f"[{HAN}·]{{2,10}}(?:[{_BLANK}/]+[{HAN}·]{{2,10}})+")


def spaces(text: str) -> Iterator[Change]:
    """Take out spaces inside running Chinese text and around its lines.

    In a line of running text every space beside a Chinese character goes. In headings, bylines
    and lists the space between two phrases stays; there only a space inside a word of the
    dictionary, in s p a c e d - o u t words, or between a number and its unit goes.
    """
    for line in _LINE.finditer(text):
        printed = line[0]
        if not _RUN.search(printed):
            continue
        running = _is_running(printed)
        spaced = _Spans([m.span() for m in _SPACED_OUT.finditer(printed)])
        kept = _Spans([m.span() for m in _byline(printed)] if running else [])
        for run in _RUN.finditer(printed):
            start, end = run.span()
            now = _now(printed, start, end, running, spaced, kept)
            if now != run[0]:
                yield Change(line.start() + start, line.start() + end, now, "space")


def _now(
    printed: str,
    start: int,
    end: int,
    running: bool,
    spaced: "_Spans",
    kept: "_Spans",
) -> str:
    """What a run of blanks becomes."""
    if start == 0 or end == len(printed):
        return ""
    left, right = printed[start - 1], printed[end]
    if (start == 1 and left in _BULLETS) or _NUMBERED.fullmatch(printed, 0, start):
        return " "
    plain = "\t" if "\t" in printed[start:end] else " "
    if "|" in (left, right):
        return plain
    if spaced.hold(start, end):
        return ""
    before, after = printed[max(start - _NEAR, 0) : start], printed[end : end + _NEAR]
    if kept.hold(start, end) or _CREDIT.search(before):
        return plain
    han_left, han_right = bool(_HAN.match(left)), bool(_HAN.match(right))
    if running and (han_left or han_right or left in _CLOSE + _OPEN or right in _CLOSE + _OPEN):
        return ""
    if han_left and han_right:
        inside = plain == " " and astride(before, after)
        return "" if inside else plain
    if left.isdigit() and _COUNTED.match(printed, end) and end - start == 1:
        return ""
    return plain


class _Spans:
    """Stretches of a line, in order and apart."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    def hold(self, start: int, end: int) -> bool:
        """Whether one of them holds this run, with something on either side."""
        i = bisect_left(self._starts, start) - 1
        return i >= 0 and end < self._ends[i]


def _is_running(printed: str) -> bool:
    """Whether a line is running text: a full sentence, or much Chinese with marks inside."""
    marks = sum(printed.count(mark) for mark in "，；,;")
    han = len(_HAN.findall(printed))
    return han >= 12 and (printed.count("。") > 0 or marks >= 2 or (marks >= 1 and han >= 40))


def _byline(printed: str) -> Iterator[re.Match[str]]:
    """Names in brackets: （熊浩 曾清龙）."""
    for found in re.finditer(r"(?<=[(（])[^()（）]{3,24}(?=[)）])", printed):
        if _NAMES.fullmatch(found[0]):
            yield found
