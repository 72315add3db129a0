"""Ways of working a text names: those with an official name, and those it calls by one of its own."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, MatchKind

_QUOTED = re.compile(
    r"[\"‘](?P<name>[^\"‘’\n,。;]{2,24})[\"’](?:的|这一)?(?P<end>[^\s,。;:、\"《》]{0,6}?(?:机制|制度|模式|计划|体系|发展格局|格局|路径|政策|行动|工程))"
)
_QUOTED_WHOLE = re.compile(
    r"\"(?P<name>[^\"\n,。;、]{2,14}(?:机制|制度|模式|计划|行动|工程))\"(?!计划|行动|工程)"
)
#: What is done with a way of working.
_KEPT = r"(?:建立健全|建立完善|建立|健全|完善|推行|落实|实行|推广|探索|创新|实施|深化|优化|做实|执行)了?"
_KIND = re.compile(rf"{_KEPT}(?P<name>[一-鿿A-Za-z]{{2,14}}?(?:机制|制度))(?![改度化])")
_EMPTY = re.compile(
    r"^(?:长效|工作|相关|有关|各项|一系列|多种|全新|新|这|该|其|激励|管理|规章|科学|体制)(?:机制|制度)$|^(?:体制|制度)机制$"
)


#: Behind these words a name is the beginning of a body's name: 概念验证|中心.
_OF_A_BODY = re.compile("中心|平台|基地|公司|协会|联合会|实验室|研究院|园区|大赛")


@dataclass(frozen=True, slots=True)
class Mechanism:
    """The name of a way of working and where `[start, end)` the text says it."""

    name: str
    start: int
    end: int


class MechanismNames:
    """Official names of ways of working, with the wordings they are printed in."""

    def __init__(self, names: Mapping[str, Sequence[str]]) -> None:
        """Compile; keys are official names, values their other printed wordings (half width)."""
        self._official: list[str] = []
        printed: list[str] = []
        for name, others in names.items():
            for wording in dict.fromkeys((name, *others)):
                printed.append(wording)
                self._official.append(name)
        self._automaton = AhoCorasick(printed, matchkind=MatchKind.LeftmostLongest)

    def find(self, even: str) -> Iterator[Mechanism]:
        """Every official name in an evened text."""
        for which, start, end in self._automaton.find_matches_as_indexes(even):
            if not _OF_A_BODY.match(even, end):
                yield Mechanism(self._official[which], start, end)


def mechanisms_in(even: str, names: MechanismNames) -> list[Mechanism]:
    """The ways of working a text names, in order; inside a longer one a shorter is not told."""
    found = [
        *(
            Mechanism(f"“{m['name']}”{m['end']}", m.start(), m.end())
            for m in _QUOTED.finditer(even)
        ),
        *(Mechanism(f"“{m['name']}”", m.start(), m.end()) for m in _QUOTED_WHOLE.finditer(even)),
        *(
            Mechanism(m["name"], m.start("name"), m.end("name"))
            for m in _KIND.finditer(even)
            if not _EMPTY.match(m["name"])
        ),
        *names.find(even),
    ]
    found.sort(key=lambda one: (one.start, -one.end))
    clear: list[Mechanism] = []
    for one in found:
        if not clear or one.start >= clear[-1].end:
            clear.append(one)
    return clear
