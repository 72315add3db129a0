"""The indicators of the kinds, ready to be found in text: one automaton, the longest wording wins."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from ceyuan.engines.reading.extract.evened import evened
from ceyuan.engines.reading.extract.lexicon import WHOLE_PLACES
from ceyuan.model.kind import Field, FieldType, Kind
from ceyuan.model.place import Gazetteer
from ceyuan.model.unit import UnknownUnit, unit_of

TERM, LEVEL, PLACE, WHOLE, PLAIN_WORD, ALIAS = "term", "level", "place", "whole", "word", "alias"
#: Words in which 国内, 全市 and the like mean no place.
_PLAIN_WORDS = (
    *"其中 首期 到账 带动就业 吸纳就业 新增就业 硕士以上 博士以上 本科以上 大专以上 硕士及以上 博士及以上 国内外 省内外 市内外 区内外 县内外 海内外 国内市场 全国人大 全市场".split(),
    *"超百万元 超千万元 超五千万元 超亿元 超十亿元 超百亿元 超千亿元 过百亿元 过亿元".split(),
)

_GRADES = "国家 省 市 区 县 部 省部 区县 州 镇 省市 国省 厅 地市 街道 校 院 世界 全球 国际".split()
_UPWARDS = ("及以上", "以上", "或以上", "及其以上")
_QUOTED = ("专精特新", "小巨人", "四上", "揭榜挂帅", "瞪羚", "独角兽", "单项冠军", "双一流", "双创")


@dataclass(frozen=True, slots=True)
class Entry:
    """A field of a kind under one of its printed wordings."""

    kind: str
    field: Field
    family: str


class Found(NamedTuple):
    """A known wording at `[start, end)`: an indicator, a grade (市级以上), a place, 全区."""

    start: int
    end: int
    sort: str
    key: str


class Vocabulary:
    """Wordings of indicators with what they mean, and the places a text may name."""

    def __init__(
        self, kinds: Mapping[str, Kind], gazetteer: Gazetteer | None, home: str = "district"
    ) -> None:
        """Compile. `home` is the kind whose indicators a figure means unless its subject has its own."""
        self.gazetteer = gazetteer
        self._home = home
        self._entries: dict[str, list[Entry]] = {}
        for kind in sorted(kinds.values(), key=lambda k: k.name != home):
            for field in kind.fields:
                if field.type is FieldType.QUANTITY:
                    self._take(kind, field)
        patterns: dict[str, tuple[str, str]] = {}
        for printed in self._entries:
            if len(printed) > 1:
                patterns[printed] = (TERM, printed)
        for grade in _grades():
            patterns.setdefault(grade, (LEVEL, grade))
        for level, words in WHOLE_PLACES.items():
            for word in words:
                patterns.setdefault(word, (WHOLE, level))
        for word in _PLAIN_WORDS:
            patterns.setdefault(word, (PLAIN_WORD, word))
        if gazetteer is not None:
            for form, code in gazetteer.names():
                patterns.setdefault(form, (PLACE, code))
        self._patterns = list(patterns.values())
        self._automaton = AhoCorasick(list(patterns), matchkind=MatchKind.LeftmostLongest)

    def find(self, even: str) -> list[Found]:
        """Every known wording in an evened text, in order, none overlapping another."""
        patterns = self._patterns
        return [
            Found(start, end, *patterns[i])
            for i, start, end in self._automaton.find_matches_as_indexes(even)
        ]

    def entry(self, printed: str, family: str, kind: str = "") -> Entry | None:
        """The field a wording (without its quotes) means for a figure of this family of units.

        A wording of the subject's own kind wins over that of the home kind; others do not count.
        """
        home = None
        for entry in self._entries.get(printed, ()):
            if _fits(entry.family, family):
                if entry.kind == kind:
                    return entry
                if home is None and entry.kind == self._home:
                    home = entry
        return home

    def home_entries(self) -> tuple[Entry, ...]:
        """Every field of the home kind, once."""
        once = {
            entry.field.id: entry
            for have in self._entries.values()
            for entry in have
            if entry.kind == self._home
        }
        return tuple(once.values())

    def any_entry(self, printed: str, kind: str = "") -> Entry | None:
        """The field of this wording whatever is counted (for growth, rank and share)."""
        home = None
        for entry in self._entries.get(printed, ()):
            if entry.kind == kind:
                return entry
            if home is None and entry.kind == self._home:
                home = entry
        return home

    def _take(self, kind: Kind, field: Field) -> None:
        entry = Entry(kind.name, field, family_of(field.unit))
        for printed in dict.fromkeys((field.name, *field.synonyms)):
            for form in _spellings(printed):
                have = self._entries.setdefault(form, [])
                if all(e.field is not field for e in have):
                    have.append(entry)


@lru_cache(maxsize=1024)
def family_of(unit: str) -> str:
    """What a unit counts: money, person, organisation, item, event, area, ratio …."""
    try:
        return unit_of(unit).family
    except UnknownUnit:
        return "other"


_COUNTS = frozenset(("organisation", "item", "event", "person", "other"))


def _fits(wanted: str, printed: str) -> bool:
    if wanted == printed:
        return True
    if wanted in _COUNTS and printed in _COUNTS:
        return "person" not in (wanted, printed) or "item" in (wanted, printed)
    return wanted == "rate" and printed in _COUNTS


def _grades() -> Iterable[str]:
    for grade in _GRADES:
        yield f"{grade}级"
        for upwards in _UPWARDS:
            yield f"{grade}级{upwards}"
            yield f"{grade}{upwards}"


def _spellings(printed: str) -> Iterable[str]:
    """The wording without quotes and with quotes round the words that papers like to quote."""
    plain = evened(printed).replace('"', "").replace(" ", "")
    yield plain
    inside = [word for word in _QUOTED if word in plain]
    for choice in product((False, True), repeat=len(inside)):
        form = plain
        for word, quoted in zip(inside, choice, strict=True):
            if quoted:
                form = form.replace(word, f'"{word}"')
        if form != plain:
            yield form
