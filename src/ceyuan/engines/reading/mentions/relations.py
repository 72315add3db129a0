"""Who stands how to whom, where a sentence says so: partners, founders, sites, offices, issuers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from ceyuan.engines.reading.extract.chunk import Sort
from ceyuan.engines.reading.extract.mention import type_of
from ceyuan.engines.reading.extract.subject import Subject
from ceyuan.engines.reading.mentions.events import Event
from ceyuan.engines.reading.mentions.people import people_in
from ceyuan.engines.reading.mentions.telling import Clause, Named, Sentence

_FOUNDED_BY = re.compile(
    r"^(?:(?:、[^,。;、]{2,8})*等[^,。;、]{0,6}(?:企业|单位|高校|机构|院所))?(?:共同|联合|合作|牵头|携手|投资)*(?:共建|建设|组建|打造|建成|成立|创办|创建|发起设立|发起成立|设立|引建|培育|搭建)的$"
)
_FOUNDED = re.compile(
    r"^(?:共同|联合|合作|携手)*(?:成立|组建|共建|创建|创办|设立|合作共建|联合成立|打造)了?$"
)
_TOGETHER = frozenset("和 与 及 以及 同 联合 携手 会同 、".split())
_SITED = re.compile(r"(?:位于|坐落于|坐落在|地处|落户于|落户|落地|入驻)了?$")
_LED = re.compile(
    r"牵头(?:组织|实施|组织实施|建设|承担|推进|开展)了?[^,。;\"‘]{0,4}"
    r"(?P<what>[\"‘][^\"‘’]{2,24}[\"’](?:行动计划|行动|计划|工程|专项|项目))"
)
_PARTNERS = re.compile(
    r"(?:建立|开展|达成|深化|加强|保持)了?[^,。;]{0,8}?(?:合作|战略合作|合作关系|协作|对接合作)(?:关系)?$"
)
#: What belongs to something larger by its name: 某某科学城|核心区.
_PARTS = re.compile(r"(?:核心区|[一二三]期|[一二三]期项目|分院|分园)$")
_FUTURE = re.compile(r"将|拟|计划|即将|力争|争取|支持|推动|鼓励|引导|加快|推进|要")
_SITES = frozenset(
    "research_institute university enterprise platform incubator park_or_zone project alliance fund".split()
)
_FOUNDERS = frozenset(
    "government_body enterprise research_institute university park_or_zone platform alliance".split()
)


@dataclass(frozen=True, slots=True)
class Relation:
    """`subject` `predicate` `object`, with the words `[start, end)` that say it."""

    subject: str
    predicate: str
    object: str
    sentence: Sentence
    start: int
    end: int


def relations_in(sentence: Sentence, events: list[Event]) -> Iterator[Relation]:
    """What a sentence says of how bodies, sites and people stand to one another."""
    for event in events:
        yield from _of_event(event)
    for clause in sentence.clauses:
        yield from _founders(sentence, clause)
        yield from _sited(sentence, clause)
        yield from _partners(sentence, clause)
        yield from _led(sentence, clause)
        yield from _parts(sentence, clause)
    for person in people_in(sentence):
        yield Relation(
            person.name, "works_for", person.body.name, sentence, person.start, person.end
        )


def _of_event(event: Event) -> Iterator[Relation]:
    names = [n.subject.name for n in event.participants]
    if event.type == "agreement_signed":
        for one, other in zip(names[:1] * len(names[1:]), names[1:], strict=True):
            yield Relation(one, "partners_with", other, event.sentence, event.start, event.end)
    if event.type == "policy_issued":
        for name in names[:1]:
            yield Relation(name, "issued", event.title, event.sentence, event.start, event.end)


def _founders(s: Sentence, clause: Clause) -> Iterator[Relation]:
    """由A、B共建的X; A联合B成立X."""
    for before, thing in pairwise(clause.names):
        if thing.sort not in _SITES or before.at >= thing.at:
            continue
        between = s.text.even[s.row[before.at].end : s.row[thing.at].start]
        founders = _joined_up_to(s, clause, before)
        lead = "".join(c.text for c in s.row[clause.first : founders[0].at] if c.sort == Sort.WORD)
        if _FUTURE.search(lead) or not all(_can_found(s, f) for f in founders):
            continue
        told = _FOUNDED_BY.search(between) and len(between) <= _BETWEEN
        done = _FOUNDED.match(between) and len(founders) > 1
        if told or done:
            start = s.row[founders[0].at].start
            for founder in founders:
                yield Relation(
                    thing.subject.name,
                    "founded_by",
                    founder.subject.name,
                    s,
                    start,
                    s.row[thing.at].end,
                )


_BETWEEN = 28


def _can_found(s: Sentence, named: Named) -> bool:
    return s.row[named.at].sort == Sort.PLACE or named.sort in _FOUNDERS


def _joined_up_to(s: Sentence, clause: Clause, last: Named) -> list[Named]:
    """A、B和C up to C: the names of one list."""
    several = [last]
    for named in reversed([n for n in clause.names if n.at < last.at]):
        between = s.row[named.at + 1 : several[0].at]
        if not between or any(c.text not in _TOGETHER for c in between):
            break
        several.insert(0, named)
    return several


def _sited(s: Sentence, clause: Clause) -> Iterator[Relation]:
    """X位于Y; 该院位于Y."""
    for place in clause.names:
        if s.row[place.at].sort != Sort.PLACE and place.sort != "park_or_zone":
            continue
        k = place.at - 1
        if k < clause.first or not _SITED.search(s.row[k].text):
            continue
        lead = s.row[clause.first : k]
        if any(_FUTURE.search(c.text) for c in lead if c.sort == Sort.WORD):
            continue
        if any(c.sort == Sort.FIGURE for c in lead):
            continue
        things = [n for n in clause.names if n.at < k]
        whose = _body(s, things) if things else clause.about
        if whose is not None and whose.kind and whose.kind != "district":
            start = s.row[things[-1].at].start if things else s.row[k].start
            yield Relation(
                whose.name, "located_in", place.subject.name, s, start, s.row[place.at].end
            )


def _partners(s: Sentence, clause: Clause) -> Iterator[Relation]:
    """甲与乙、丙开展合作: those behind 与 are partners of who stands before it."""
    words = s.words(clause)
    m = _PARTNERS.search(words)
    if m is None:
        return
    joint = next(
        (k for k in range(clause.first, clause.end) if s.row[k].text in ("与", "同", "和")), -1
    )
    others = [n for n in clause.names if n.at > joint and n.sort in _FOUNDERS]
    if joint < 0 or not others or s.row[others[0].at - 1].text not in ("与", "同", "和"):
        return
    before = [n for n in clause.names if n.at < joint]
    who = before[-1].subject if before else clause.about
    lead = "".join(c.text for c in s.row[clause.first : joint] if c.sort == Sort.WORD)
    if not who.name or _FUTURE.search(lead):
        return
    start, end = s.place(clause), s.place(clause) + m.end()
    for other in others:
        if other.subject.name != who.name:
            yield Relation(who.name, "partners_with", other.subject.name, s, start, end)


def _led(s: Sentence, clause: Clause) -> Iterator[Relation]:
    """某局牵头实施“…”行动."""
    place = s.place(clause)
    m = _LED.search(s.text.even, place, s.end)
    if m is None or m.start() > place + len(s.words(clause)):
        return
    leaders = [n for n in clause.names if s.row[n.at].end <= m.start()]
    lead = "".join(
        c.text
        for c in s.row[clause.first : clause.end]
        if c.sort == Sort.WORD and c.end <= m.start()
    )
    if leaders and not _FUTURE.search(lead):
        what = (
            m["what"].replace("‘", "“").replace("’", "”").replace('"', "“", 1).replace('"', "”", 1)
        )
        yield Relation(
            leaders[-1].subject.name, "leads", what, s, s.row[leaders[-1].at].start, m.end()
        )


def _parts(s: Sentence, clause: Clause) -> Iterator[Relation]:
    """What is a part of something by its own name."""
    for named in clause.names:
        name = s.row[named.at].text
        m = _PARTS.search(name)
        if named.sort in _SITES and m is not None and type_of(name[: m.start()]) in _SITES:
            chunk = s.row[named.at]
            yield Relation(name, "part_of", name[: m.start()], s, chunk.start, chunk.end)


def _body(s: Sentence, things: list[Named]) -> Subject | None:
    last = things[-1]
    fits = last.sort in _SITES or s.row[last.at].sort == Sort.AGAIN
    return last.subject if fits else None
