"""Short names of firms: 谷雨传感 for 澜东谷雨传感技术股份有限公司, 云帆科技, and what is declared in brackets."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import chain

from ahocorasick_rs import AhoCorasick, MatchKind

from ceyuan.engines.reading.extract.vocabulary import ALIAS, PLACE, Found

_FORM = re.compile(r"(?:股份|集团|控股)?有限(?:责任)?公司")
_DECLARED = re.compile(r"\((?:以下)?(?:简称|统称)[:为]?\"?(?P<short>[^\"(),。;]{2,12})\"?\)")
#: Words that say what a firm does so generally that its short name goes without them.
_GENERAL = re.compile(
    r"(?:科技|技术|实业|发展|工程|产业|贸易|股份|集团|控股|制造|设备|装备|电子|材料)+$"
)
_AFTER_BRAND = ("科技", "股份", "集团", "公司", "智能", "电子")
_BRAND = 2
_SHORTEST = 4
_LONGEST = 26
_BREAK = re.compile(r"[,;:。!?、\"\n|《》()\s]")


def with_aliases(even: str, found: list[Found]) -> list[Found]:
    """The wordings found, with the short names of every firm that the text names in full.

    A firm counts as named in full where a place begins its name and 有限公司 ends it.
    """
    full = list(_full_names(even, found))
    if not full:
        return found
    meant: dict[str, str] = {}
    for start, end, trunk in full:
        for short in _short_names(even, trunk, end):
            meant.setdefault(short, even[start:end])
    names = list(meant.values())
    automaton = AhoCorasick(list(meant), matchkind=MatchKind.LeftmostLongest)
    whole = [start for start, _, _ in full]
    aliases = []
    for which, start, end in automaton.find_matches_as_indexes(even):
        at = bisect_right(whole, start) - 1
        if at < 0 or start >= full[at][1]:
            aliases.append(Found(start, end, ALIAS, names[which]))
    return _merged(found, aliases)


def _full_names(even: str, found: Sequence[Found]) -> Iterator[tuple[int, int, str]]:
    """`(start, end, trunk)` of each full name, wherever it stands."""
    places = [f for f in found if f.sort == PLACE]
    k = 0
    for form in _FORM.finditer(even):
        low = max(form.start() - _LONGEST, 0)
        broken = [m.end() for m in _BREAK.finditer(even, low, form.start())]
        low = broken[-1] if broken else low
        while k < len(places) and places[k].start < low:
            k += 1
        j, start, trunk_at = k, -1, -1
        while j < len(places) and places[j].end <= form.start():
            start = places[j].start if places[j].start != trunk_at else start
            trunk_at = places[j].end
            j += 1
        if start < 0 or form.start() - trunk_at < _BRAND:
            continue
        yield start, form.end(), even[trunk_at : form.start()]


def _short_names(even: str, trunk: str, end: int) -> list[str]:
    core = _GENERAL.sub("", trunk)
    short = (trunk, core, trunk[:_SHORTEST], *(trunk[:_BRAND] + word for word in _AFTER_BRAND))
    names = [name for name in short if len(name) >= _SHORTEST]
    if declared := _DECLARED.match(even, end):
        names.append(declared["short"])
    return names


def _merged(found: list[Found], aliases: list[Found]) -> list[Found]:
    """Both in order; a short name wins over the wordings it overlaps."""
    clear: list[Found] = []
    for one in sorted(chain(found, aliases), key=lambda f: (f.start, f.sort != ALIAS)):
        if clear and one.start < clear[-1].end:
            if one.sort != ALIAS or clear[-1].sort == ALIAS:
                continue
            clear.pop()
        clear.append(one)
    return clear
