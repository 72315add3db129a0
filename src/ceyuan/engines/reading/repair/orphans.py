"""The rest of a broken sentence that a scan put somewhere else on the page."""

import re
from itertools import pairwise

from ceyuan.engines.reading.repair.words import astride, cut, how_common

_LINE = re.compile(r"[^\n]*\n?")
_ENDS = "。！？!?…；;：:"
#: A word that stands astride must be this common to be no accident.
_COMMON = 100

#: With more broken paragraphs than these, somebody's chance word would be found.
_MOST_BROKEN = 12


def orphans(text: str) -> list[tuple[int, int]] | None:
    """The order in which the lines are to be read; None where they stand right or nobody can say.

    A line is moved only on hard evidence: one paragraph breaks off in the middle of a word, one
    other line begins in the middle of a word, together they make a common word, and no second
    pair does.
    """
    spans = [m.span() for m in _LINE.finditer(text) if m.group()]
    words = [text[a:b].strip() for a, b in spans]
    filled = [i for i, line in enumerate(words) if line]
    broken = [i for i in filled if _breaks_off(words[i])]
    if not 0 < len(broken) <= _MOST_BROKEN:
        return None
    after = dict(pairwise(filled))
    before = {b: a for a, b in pairwise(filled)}
    loose = [
        i
        for i in filled
        if i in before and not _breaks_off(words[before[i]]) and _begins_inside(words[i])
    ]
    pairs = [
        (a, c) for a in broken for c in loose if c != after.get(a) and _belong(words[a], words[c])
    ]
    if len(pairs) != 1:
        return None
    (end, rest) = pairs[0]
    order = [i for i in range(len(spans)) if i != rest]
    order.insert(order.index(end) + 1, rest)
    return [spans[i] for i in order]


def _breaks_off(line: str) -> bool:
    """Whether a paragraph of running text stops before its end."""
    return len(line) >= 20 and line[-1] not in _ENDS + "”’）》，、" and "，" in line


def _begins_inside(line: str) -> bool:
    """Whether a line of running text begins with half a word."""
    return len(line) >= 12 and ("，" in line or "。" in line) and len(cut(line[:8])[0]) == 1


def _belong(end: str, rest: str) -> bool:
    if not astride(end, rest) or len(cut(end[-8:])[-1]) != 1:
        return False
    return how_common(end[-1] + rest[0]) >= _COMMON
