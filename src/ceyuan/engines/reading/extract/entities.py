"""Whom and what a text names: places, organisations, sites, policies, programmes, persons."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ceyuan.authoring.reader import Layout, Look
from ceyuan.engines.reading.extract.chunk import Chunk, Sort
from ceyuan.engines.reading.extract.evened import evened
from ceyuan.engines.reading.extract.meaning import Meanings
from ceyuan.engines.reading.extract.speaker import Speakers
from ceyuan.engines.reading.extract.subject import NOBODY, Subject
from ceyuan.engines.reading.extract.text import Text, lines_in, text_of
from ceyuan.engines.reading.extract.vocabulary import Vocabulary
from ceyuan.model.edit import EditLog
from ceyuan.model.section import Part, Section

_SENTENCE = re.compile(r"[^。!?\n]+")
_POLICY = re.compile(r"《([^《》\n]{4,60})》")
_POLICY_WORDS = re.compile(
    r"(?:办法|规划|方案|意见|决定|政策|计划|措施|细则|条例|规定|通知|纲要|章程|协议|清单|要点|公告|指南|标准|规程)(?:[(（].{1,12}[)）])?$"
)
_QUOTED = re.compile(
    r"[\"‘](?P<name>[^\"‘’\n,。;]{2,24})[\"’](?P<end>行动计划|行动|计划|战略|工程|体系|机制|模式|制度|专项|产品|项目)"
)
#: Firms listed by their short names: 龙润、蓝黛、青山工业等企业.
_FIRMS = re.compile(
    r"(?P<list>(?:[^\s、,。;:!?()\"《》]{2,10}、){1,8}[^\s、,。;:!?()\"《》]{2,8}?)等"
    r"(?:[^,。;:、]{0,10}?)(?:企业|公司)(?!孵|家|研|技|科|创)"
)
_VERB_BEFORE = re.compile(
    r".*(?:引进|培育|吸引|集聚|推动|支持|包括|涌现出?|拥有|聚集|汇聚|成了|成为|出了|依托|围绕|引导|推荐|组织|带动|帮助|以|如|像|为|有|了|对|和|与)"
)
_NO_FIRM = re.compile(
    r"[0-9]|(?:产业|行业|领域|方面|技术|服务|建设|发展|创新|制造|工程|政策|资源|电子信息|生物医药|新材料|新能源)$|^(?:高校|院所|科技|专家)"
)


@dataclass(slots=True)
class Entity:
    """One thing a text names, with every form in which the raw text has it."""

    name: str
    type: str
    section: Section
    evidence: str
    aliases: dict[str, None] = field(default_factory=dict)

    def to_mention(self) -> dict[str, Any]:
        """As a reading keeps it: `name`, `type`, `aliases_in_text`, `section`, `evidence`."""
        return {
            "list": "entities",
            "name": self.name,
            "type": self.type,
            "aliases_in_text": list(self.aliases),
            "section": str(self.section),
            "evidence": self.evidence,
        }


class Entities:
    """What a text names, in the order first named, each with every form of it in the raw text."""

    def __init__(self, text: Text, log: EditLog, meanings: Meanings) -> None:
        self._text, self._log, self._raw, self._means = text, log, log.raw, meanings
        self._found: dict[tuple[str, str], Entity] = {}

    def add(self, name: str, kind: str, section: Section, start: int, end: int) -> None:
        """One thing named at `[start, end)` of the evened text."""
        a, b = self._log.to_raw(start, end)
        printed = self._raw[a:b]
        entity = self._found.get((name, kind))
        if entity is None:
            entity = self._found[name, kind] = Entity(name, kind, section, printed)
        entity.aliases[printed] = None

    def add_row(self, row: Iterable[Chunk], section: Section) -> None:
        """The places and names of a row of chunks, and those their names begin with."""
        for chunk in row:
            if chunk.sort == Sort.PLACE:
                place = self._means.place(chunk.load, chunk.text)
                self.add(place.name, "district", section, chunk.start, chunk.end)
            elif chunk.sort == Sort.NAME and chunk.load:
                self.add(chunk.text, chunk.load, section, chunk.start, chunk.end)
                for name, kind, end in self._within(chunk):
                    self.add(name, kind, section, chunk.start, chunk.start + end)

    def add_passages(self, start: int, end: int, section: Section) -> None:
        """Policies, programmes and firms in lists of a stretch of the text."""
        even = self._text.even
        for match in _POLICY.finditer(even, start, end):
            kind = "policy" if _POLICY_WORDS.search(match[1]) else "programme"
            self.add(match[1], kind, section, *match.span(1))
        for match in _QUOTED.finditer(even, start, end):
            kind = {"产品": "product", "项目": "project"}.get(match["end"], "programme")
            quoted = match["name"] if kind == "product" else match["name"] + match["end"]
            self.add(quoted, kind, section, *match.span())
        for match in _FIRMS.finditer(even, start, end):
            for name, kind, first, last in _listed(match):
                self.add(name, kind, section, first, last)

    def add_people(self, people: Mapping[str, tuple[int, int]], part: Part) -> None:
        """Persons who are quoted in a part, by name, with the place of their office."""
        for person, (_, office) in people.items():
            at = self._text.even.find(person, office)
            if part.start <= at < part.end:
                self.add(person, "person", part.section, at, at + len(person))

    def all(self) -> tuple[Entity, ...]:
        """Everything found so far."""
        return tuple(self._found.values())

    def _within(self, chunk: Chunk) -> Iterator[tuple[str, str, int]]:
        """What the name of a body begins with: its place, its zone, its university."""
        name = chunk.text
        if (m := _UNIVERSITY.match(name)) and m.end() < len(name):
            yield m[0], "university", m.end()
        if chunk.load != "government_body":
            return
        if (m := _ZONE.match(name)) and m.end() < len(name):
            yield m[0], "park_or_zone", m.end()
        else:
            place = self._means.of_department(chunk)
            printed = next((n for n in _begun(place) if name.startswith(n)), "")
            if place.code and printed:
                yield place.name, "district", len(printed)


#: A university or a zone that begins the name of something else.
_UNIVERSITY = re.compile(r"[一-鿿]{2,8}?大学(?!城|生)")
_ZONE = re.compile(r"[一-鿿()]{2,10}?(?:高新区|经开区|开发区)")


def _begun(place: Subject) -> tuple[str, ...]:
    """How a body's name begins with its place."""
    return (place.name, place.name[:-1]) if len(place.name) > _SHORTEST_PLACE else (place.name,)


_SHORTEST_PLACE = 2


def entities_of(
    look: Look, layout: Layout, log: EditLog, *, vocabulary: Vocabulary
) -> tuple[Entity, ...]:
    """What the text names, in the order first named; furniture is not looked at.

    `aliases` are exact pieces of the raw text; places come under their official names.
    """
    text = text_of(evened(look.text), vocabulary, None)
    entities = Entities(text, log, Meanings(vocabulary.gazetteer, NOBODY))
    people = Speakers(text.even).people()
    for part in layout.parts:
        if part.section is Section.BOILERPLATE:
            continue
        for first, last in lines_in(text.even, part.start, part.end):
            for match in _SENTENCE.finditer(text.even, first, last):
                entities.add_row(text.row(*match.span()), part.section)
        entities.add_passages(part.start, part.end, part.section)
        entities.add_people(people, part)
    return entities.all()


def _listed(match: re.Match[str]) -> Iterator[tuple[str, str, int, int]]:
    at = match.start("list")
    for k, item in enumerate(match["list"].split("、")):
        lead = m.end() if k == 0 and (m := _VERB_BEFORE.match(item)) else 0
        name = item[lead:]
        if may_be_firm(name):
            yield name, "enterprise", at + lead, at + len(item)
        at += len(item) + 1


def may_be_firm(name: str) -> bool:
    """Whether a word in a list of firms may be the short name of one."""
    return 1 < len(name) <= _LONGEST_SHORT and not _NO_FIRM.search(name)


_LONGEST_SHORT = 8
