"""Whom and what a text names: places, organisations, sites, policies, programmes, persons."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ceyuan.authoring.reader import Layout, Look
from ceyuan.engines.reading.extract.chunk import Chunk, Sort
from ceyuan.engines.reading.extract.evened import evened
from ceyuan.engines.reading.extract.meaning import Meanings
from ceyuan.engines.reading.extract.speaker import Speakers
from ceyuan.engines.reading.extract.subject import NOBODY
from ceyuan.engines.reading.extract.text import Text, lines_in, text_of
from ceyuan.engines.reading.extract.vocabulary import Vocabulary
from ceyuan.model.edit import EditLog
from ceyuan.model.section import Section

_SENTENCE = re.compile(r"[^。!?\n]+")
_POLICY = re.compile(r"《([^《》\n]{4,60})》")
_POLICY_WORDS = re.compile(
    r"(?:办法|规划|方案|意见|决定|政策|计划|措施|细则|条例|规定|通知|纲要|章程|协议|清单|要点|公告|指南|标准|规程)(?:[(（].{1,12}[)）])?$"
)
_QUOTED = re.compile(
    r"\"([^\"\n]{2,14})\"(?P<end>行动计划|行动|计划|战略|工程|体系|机制|模式|制度|专项|产品|项目)"
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


def entities_of(
    look: Look, layout: Layout, log: EditLog, *, vocabulary: Vocabulary
) -> tuple[Entity, ...]:
    """What the text names, in the order first named; furniture is not looked at.

    `aliases` are exact pieces of the raw text; places come under their official names.
    """
    text = text_of(evened(look.text), vocabulary, None)
    means = Meanings(vocabulary.gazetteer, NOBODY)
    found: dict[tuple[str, str], Entity] = {}
    raw = log.raw
    for part in layout.parts:
        if part.section is Section.BOILERPLATE:
            continue
        for name, kind, start, end in _named(text, means, part.start, part.end):
            a, b = log.to_raw(start, end)
            entity = found.setdefault((name, kind), Entity(name, kind, part.section, raw[a:b]))
            entity.aliases[raw[a:b]] = None
    return tuple(found.values())


def _named(
    text: Text, means: Meanings, start: int, end: int
) -> Iterator[tuple[str, str, int, int]]:
    for first, last in lines_in(text.even, start, end):
        for match in _SENTENCE.finditer(text.even, first, last):
            for chunk in text.row(*match.span()):
                if named := _of_chunk(chunk, means):
                    yield (*named, chunk.start, chunk.end)
    for match in _POLICY.finditer(text.even, start, end):
        kind = "policy" if _POLICY_WORDS.search(match[1]) else "programme"
        yield match[1], kind, match.start(1), match.end(1)
    for match in _QUOTED.finditer(text.even, start, end):
        kind = {"产品": "product", "项目": "project"}.get(match["end"], "programme")
        quoted = match[1] if kind == "product" else match[1] + match["end"]
        yield quoted, kind, match.start(), match.end()
    for match in _FIRMS.finditer(text.even, start, end):
        yield from _listed(match)
    people = Speakers(text.even)
    for person, (_, office) in people.people().items():
        at = text.even.find(person, office)
        if start <= at < end:
            yield person, "person", at, at + len(person)


def _of_chunk(chunk: Chunk, means: Meanings) -> tuple[str, str] | None:
    if chunk.sort == Sort.PLACE:
        return means.place(chunk.load, chunk.text).name, "district"
    if chunk.sort == Sort.NAME and chunk.load:
        return chunk.text, chunk.load
    return None


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
