"""Sentences that a narrow column broke, made whole again.

Every seam between two lines is weighed: does a word of the dictionary stand astride it, is the
line as full as its neighbours, does the sentence want more? Headings, list items and captions stay
on lines of their own.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from ceyuan.engines.reading.repair.changes import Change
from ceyuan.engines.reading.repair.hanzi import is_han
from ceyuan.engines.reading.repair.words import astride

_LINE = re.compile(r"[^\n]+")
_ENDS = "。！？!?…；;：:"
_INSIDE = re.compile("[，。；、,;]")
_CLOSERS = "”’）)》〉】」』\"'"
_LIST_ITEM = re.compile(
    r"[·•●○■□▲△▼◆◇★☆※►▶→\-–*+✦]|[—]{2}"
    r"|[(（]?[一二三四五六七八九十]{1,3}[)）、.．]|[(（]?\d{1,2}[)）、]|\d{1,2}[.．](?!\d)|[①-⑳]"
    r"|第[一二三四五六七八九十百\d]{1,4}[章节条部分]|附件|附表|表\s?\d|图\s?\d"
)
_OPENS_A_PARAGRAPH = re.compile(
    "同时|此外|另外|据了解|据悉|目前|近年来|今年以来|为此|为了|因此|接下来|下一步|其中|首先|其次|最后"
    "|一是|二是|三是|四是|五是|截至|按照|根据|记者|本报讯|来源|责任编辑|编辑"
)
#: How only the middle of a sentence begins: 中，这样的; a closing mark.
_GOES_ON = re.compile("[\u4e00-\u9fff]?[，。、；！？）》”’]|[.．]\\d|[%％]|个?百分点")
_UNIT = re.compile(
    "[万亿千百]?(?:元|家|个|项|件|人|名|位|条|台|座|所|户|亩|倍|次|场|年|月|日|时|分|秒|米|吨|%|％|余|多|平方)"
)
_CREDIT = re.compile(
    "(?:摄|供图|图片?|文字?|记者|通讯员|编辑|校对|审核)[ /／:：|丨·]*[\u4e00-\u9fff ]{0,12}$"
)
#: Names side by side and nothing else.
_BYLINE = re.compile("[\u4e00-\u9fff·]{2,5}(?:[ \u3000]{1,3}[\u4e00-\u9fff·]{2,5})+")
_PAIRS = {"（": "）", "《": "》", "(": ")", "“": "”"}
_OPEN_OR_CLOSED = re.compile("[（）《》()“”]")

#: How far around a line its column is looked for.
_AROUND = 5
#: The narrowest column, in half-width places.
_NARROWEST = 14
#: How much a full line may fall short of its column (a first line is set in by two characters).
_SHORT = 8
_ENOUGH = 3


def lines(text: str) -> Iterator[Change]:
    """Join the lines of a broken sentence; between two Latin words with a space."""
    page = [_line(m.start(), m[0]) for m in _LINE.finditer(text) if not m[0].isspace()]
    if len(page) < 2:
        return
    _measure(page, text)
    seams = [_is_seam(a.words, b.words) for a, b in pairwise(page)]
    broken = 2 if sum(seams) >= max(3, len(page) // 12) else 0
    unclosed = ""
    for i, (above, below) in enumerate(pairwise(page)):
        unclosed = _unclosed(unclosed + above.words)
        broken_around = max(sum(seams[max(i - 8, 0) : i + 9]), broken)
        if _weight(above, below, seams[i], broken_around, unclosed) >= _ENOUGH:
            below.prose = below.prose or above.prose
            yield _join(above, below)
        else:
            unclosed = ""


@dataclass(slots=True)
class _Line:
    start: int
    end: int
    words: str
    width: int = 0
    column: int = 0
    gap: int = 0
    usual_gap: int = 0
    #: Whether it is a piece of running text: a sentence mark in it or in what it goes on from.
    prose: bool = False
    #: How far it is set in, in half-width places, and whether that tells where a paragraph begins.
    indent: int = 0
    begins: bool = False
    unmarked: bool = False

    @property
    def full(self) -> bool:
        """Whether it reaches the right side of its column."""
        return bool(self.column) and self.column - _SHORT <= self.width <= self.column + 3

    @property
    def says_something(self) -> bool:
        """Whether it looks like a piece of a sentence."""
        return self.prose or self.words[-1] in _ENDS

    @property
    def brimful(self) -> bool:
        """Whether not one more character had room."""
        return self.full and self.width + self.indent >= self.column - 2


def _measure(page: list[_Line], text: str) -> None:
    widths = []
    for line, below in zip(page, [*page[1:], None], strict=True):
        line.width = len(line.words.encode("gb18030", "replace"))
        line.prose = _INSIDE.search(line.words, 0, len(line.words) - 1) is not None
        line.gap = text.count("\n", line.end, below.start) - 1 if below else 0
        widths.append(line.width)
    for i, line in enumerate(page):
        around = slice(max(i - _AROUND, 0), i + _AROUND + 1)
        line.column = _column(widths[around])
        gaps = sorted([other.gap for other in page[around]])
        line.usual_gap = gaps[(len(gaps) - 1) // 2]
        set_in = sum(1 for other in page[around] if other.indent)
        marked = 2 <= set_in < 0.7 * len(page[around])
        line.begins = marked and line.indent > 0
        line.unmarked = marked and not line.indent


def _column(widths: list[int]) -> int:
    """The widest width that three lines share to within a character; 0 where there is none."""
    ordered = sorted(widths, reverse=True)
    for widest, _, third in zip(ordered, ordered[1:], ordered[2:], strict=False):
        if widest < _NARROWEST:
            return 0
        if widest - third <= 3:
            return widest
    return 0


def _weight(above: _Line, below: _Line, seam: bool, broken_around: int, unclosed: str) -> int:
    """How much speaks for one sentence; from three on the lines belong together."""
    last = above.words[-1]
    if _LIST_ITEM.match(below.words) or "|" in (above.words + below.words):
        return 0
    if _BYLINE.fullmatch(below.words) or _CREDIT.match(below.words):
        return 0
    if len(above.words) <= 40 and _CREDIT.search(above.words) and not above.prose:
        return 0
    body = above.words.rstrip(_CLOSERS)
    ended = (body[-1:] or last) in _ENDS and last not in "（《“("
    if below.begins and not seam:
        return 0
    if ended and not (unclosed and unclosed != "“"):
        return _ENOUGH if _sentence_goes_on(above, below, broken_around) else 0
    weight = 2 if seam else 0
    weight += 2 if last in "，、,（(《“" else 0
    weight += 1 if last in "，、," and above.gap == 0 and below.says_something else 0
    weight += 1 if last in "的了着和与及或在为以从对将把被向由是" else 0
    weight += 1 if broken_around >= 2 else 0
    weight += 1 if above.full and broken_around >= 2 else 0
    weight += 1 if above.brimful and broken_around >= 4 else 0
    if last.isdigit() and below.words[0].isdigit() and above.full:
        weight += 1
    weight += 1 if below.unmarked and broken_around >= 2 else 0
    weight += 1 if above.prose else 0
    if above.full and above.prose and below.prose and broken_around >= 4:
        weight += 1
    if _GOES_ON.match(below.words):
        weight += 1 if is_han(below.words[0]) else 3
    if unclosed:
        closes = below.words.find(_PAIRS[unclosed])
        weight += (2 if unclosed != "“" else 1) if closes >= 0 else 0
    if len(below.words) <= 8 and below.words[-1] in "。！？" and above.prose:
        weight += 2
    if below.words[0] in "“‘" and not above.prose:
        weight -= 1
    if above.gap > above.usual_gap:
        weight -= 1
    if above.gap == 0 and above.usual_gap and above.prose:
        weight += 2
    if above.gap >= 3:
        weight -= 1
    if not seam and _OPENS_A_PARAGRAPH.match(below.words):
        weight -= 1
    if last.isascii() and last.isalnum() and below.words[0].isascii() and not above.full:
        weight -= 1
    return weight


def _sentence_goes_on(above: _Line, below: _Line, broken_around: int) -> bool:
    """Whether a paragraph goes on after a sentence that happened to end at the end of a line.

    A semicolon in a full line, or where paragraphs are parted by empty lines and these two are
    not, does not end a paragraph. A full stop may; it does not where the
    paragraphs around are set in and the next line is not.
    """
    if above.words[-1] in "；;" and above.prose and above.gap == 0 and above.usual_gap:
        return True
    if broken_around < 4 or above.gap > above.usual_gap or not (above.prose and above.full):
        return False
    return above.words[-1] in "；;" or below.unmarked


def _is_seam(above: str, below: str) -> bool:
    """Whether a word, or a number and its unit, was cut in two."""
    return astride(above, below) or (above[-1].isdigit() and bool(_UNIT.match(below)))


def _unclosed(words: str) -> str:
    """The innermost bracket or quote still open at the end of the words."""
    still: list[str] = []
    for mark in _OPEN_OR_CLOSED.findall(words):
        if mark in _PAIRS:
            still.append(mark)
        elif still and mark == _PAIRS[still[-1]]:
            still.pop()
    return still[-1] if still else ""


def _join(above: _Line, below: _Line) -> Change:
    last, first = above.words[-1], below.words[0]
    if last == "-" and above.words[-2:-1].islower() and first.islower():
        return Change(above.end - 1, below.start, "", "hyphen")
    latin = last.isascii() and first.isascii() and first.isalnum()
    apart = latin and (last.isalpha() or first.isalpha() or last in ",.;:")
    return Change(above.end, below.start, " " if apart else "", "line")


def _line(start: int, printed: str) -> _Line:
    words = printed.strip()
    lead = printed[: len(printed) - len(printed.lstrip())]
    indent = len(lead) + lead.count("\u3000")
    return _Line(
        start + len(lead),
        start + len(lead) + len(words),
        words,
        indent=indent if indent >= 2 else 0,
    )
