"""Dashes that a scanner took for the character 一: 企业一高新技术企业一上市企业."""

import re
from collections.abc import Iterator

from ceyuan.engines.reading.repair.changes import Change
from ceyuan.engines.reading.repair.hanzi import HAN
from ceyuan.engines.reading.repair.words import cut

_CLAUSE = re.compile(f"[{HAN}“”A-Za-z0-9]+")
_LINE = re.compile(r"[^\n]+")
#: A longer run without a mark is no clause.
_LONGEST = 200
#: What 一 counts; before these it is the number.
_COUNTS = re.compile(
    "[个家项种条批次年月日季期块座所名位人台套部份篇件场届对双支间层级流级代线体般些样起直定方面带路系列度]"
)


def dashes(text: str) -> Iterator[Change]:
    """A chain of three or more names parted by 一 is parted by dashes.

    Only where every 一 of the clause stands alone between two words, counts nothing, and follows
    the same ending: two accidents of that sort in one clause do not happen.
    """
    for clause in _clauses_with_two(text):
        words = cut(clause[0])
        places: list[int] = []
        endings: set[str] = set()
        at = 0
        for i, word in enumerate(words):
            if word == "一" and 0 < i < len(words) - 1 and not _COUNTS.match(words[i + 1]):
                places.append(clause.start() + at)
                endings.add(clause[0][max(at - 2, 0) : at])
            at += len(word)
        if len(places) >= 2 and len(endings) == 1:
            for place in places:
                yield Change(place, place + 1, "—", "lookalike")


def _clauses_with_two(text: str) -> Iterator[re.Match[str]]:
    """The clauses in which 一 stands twice."""
    for line in _LINE.finditer(text):
        if line[0].count("一") < 2:
            continue
        for clause in _CLAUSE.finditer(text, *line.span()):
            if len(clause[0]) <= _LONGEST and clause[0].count("一") >= 2:
                yield clause
