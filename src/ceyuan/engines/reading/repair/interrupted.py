"""A heading that a scan put into the middle of a word of the column beside it."""

import re

from ceyuan.engines.reading.repair.hanzi import HAN
from ceyuan.engines.reading.repair.words import astride, cut, how_common

_LINE = re.compile(r"[^\n]*\n?")
_MARKS = re.compile("[，。；、：！？《》（）,;]")
_ENDS_IN_HAN = re.compile(f"[{HAN}]{{2}}$")
_BEGINS_IN_HAN = re.compile(f"[{HAN}]{{2}}")
_LONGEST_HEADING = 24
#: A word that stands astride must be this common to be no accident.
_COMMON = 20


def interrupted(text: str) -> list[tuple[int, int]] | None:
    """The order of lines in which such a heading stands before the paragraph it fell into.

    Sure only where the line above breaks off inside a word, the line below goes on with it, and the
    heading has neither a mark of its own nor a word with either. None where there is none.
    """
    spans = [m.span() for m in _LINE.finditer(text) if m.group()]
    words = [text[a:b].strip() for a, b in spans]
    filled = [i for i, line in enumerate(words) if line]
    order = list(range(len(spans)))
    for above, heading, below in zip(filled, filled[1:], filled[2:], strict=False):
        if not _parts_a_word(words[above], words[heading], words[below]):
            continue
        first = above
        while first > 0 and words[first - 1] and words[first - 1][-1] not in "。！？":
            first -= 1
        order.remove(heading)
        order.insert(order.index(first), heading)
    return [spans[i] for i in order] if order != list(range(len(spans))) else None


def _parts_a_word(above: str, heading: str, below: str) -> bool:
    if len(heading) > _LONGEST_HEADING or len(heading) < 4 or _MARKS.search(heading):
        return False
    if not (_ENDS_IN_HAN.search(above) and _BEGINS_IN_HAN.match(below)):
        return False
    if not (_MARKS.search(above) or _MARKS.search(below)):
        return False
    if not astride(above, below) or astride(above, heading) or astride(heading, below):
        return False
    return how_common(_word_astride(above, below)) >= _COMMON and len(above) >= 6


def _word_astride(above: str, below: str) -> str:
    """The word that runs over the seam."""
    head, at = above[-6:], 0
    for word in cut(head + below[:6]):
        at += len(word)
        if at > len(head):
            return word
    return ""
