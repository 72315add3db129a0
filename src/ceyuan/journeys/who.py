"""Who is who: which known organisation a name means; doubles sought, asked, answered, undone."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from itertools import combinations

from sqlalchemy import Connection

from ceyuan.authoring.doubt import Doubt, Ground, Side
from ceyuan.engines.registry.decisions import Contradiction, Decisions
from ceyuan.engines.registry.evidence import Identity, Record, judged
from ceyuan.engines.registry.names.compare import reasons, score
from ceyuan.engines.registry.names.index import NameIndex
from ceyuan.engines.registry.names.link import Known, Linked, WhoIsWho
from ceyuan.engines.registry.names.parse import NameParser
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.credit_code import BadCreditCode, parse_credit_code
from ceyuan.model.decision import Decision, Judgement
from ceyuan.model.errors import BadInput
from ceyuan.model.place import Gazetteer
from ceyuan.office import Office

Step = Callable[[int, int], None]


class UnknownRecord(BadInput):
    """The identifier names no organisation of this home."""


class ContradictsEarlier(BadInput):
    """The answer cannot hold together with earlier ones, or with registered codes."""


class NothingToUndo(BadInput):
    """No answer holds for the pair."""


@dataclass(frozen=True, slots=True)
class Sought:
    """What looking for doubles found: how many were merged by rule, how many are asked anew."""

    records: int
    merged: int
    asked: int
    waiting: int


def who(
    names: Sequence[str],
    known: Iterable[Known],
    gazetteer: Gazetteer,
    *,
    region: str = "",
    step: Step | None = None,
) -> tuple[Linked, ...]:
    """Which known organisation each name means, in the order of the names.

    Args:
        names: as printed.
        known: whom they may mean.
        gazetteer: the places that names of organisations hold.
        region: a place the text is about.
        step: told how many names of how many are done.
    """
    asked = WhoIsWho(_parser(gazetteer), known)
    found = []
    for done, name in enumerate(names):
        if step and done % 100 == 0:
            step(done, len(names))
        found.append(asked.who(name, region=region))
    return tuple(found)


def organisations(office: Office) -> tuple[Known, ...]:
    """The organisations of the ledger, those decided to be one under one identifier.

    The name is the current one of the canonical record; every other name is an alias.
    """
    sides = _sides(office)
    graph = _graph(office, sides)
    groups: dict[str, list[Side]] = defaultdict(list)
    for id, side in sides.items():
        groups[graph.canonical(id)].append(side)
    found = []
    for id, members in groups.items():
        members.sort(key=lambda side: side.id != id)
        names = list(dict.fromkeys(name for side in members for name in side.names))
        found.append(Known(id, names[0], tuple(names[1:])))
    return tuple(found)


def seek(office: Office, *, now: datetime, step: Step | None = None) -> Sought:
    """Look for records that may be one thing; merge what the policy lets, ask about the rest.

    A pair that was ever answered, asked or taken back is not decided by rule again; one that was
    taken back goes into the queue instead.
    """
    sides = _sides(office)
    identity = office.catalogue.identity
    records = _records(sides, _parser(office.catalogue.gazetteer))
    with office.database.writing() as connection:
        graph = _graph(office, sides, connection)
        waiting = {d.pair for d in graph.queue}
        new = [
            line
            for one, other in _pairs(records, step)
            if (line := _line(one, other, identity, graph, waiting, now)) is not None
        ]
        kept = office.decisions.add(new, within=connection)
        graph = _graph(office, sides, connection)
    return Sought(
        records=len(records),
        merged=sum(line.judgement is Judgement.SAME for line in kept),
        asked=sum(line.judgement is Judgement.ASKED for line in kept),
        waiting=len(graph.queue),
    )


def queue(office: Office) -> tuple[Doubt, ...]:
    """The questions that wait for a person, likeliest first, unsure ones last."""
    sides = _sides(office)
    return _doubts(office, sides, _graph(office, sides).queue)


def decided(office: Office) -> tuple[Doubt, ...]:
    """The answers that hold now, newest first."""
    sides = _sides(office)
    graph = _graph(office, sides)
    latest = {d.pair: d for d in office.decisions.log()}
    holding = [d for d in latest.values() if graph.held(*d.pair) == d]
    return _doubts(office, sides, sorted(holding, key=lambda d: -d.no))


def merged(office: Office) -> Mapping[str, str]:
    """Every record that was decided to be another, with the identifier both go under.

    For views: facts keep the subject they were recorded under.
    """
    if office.decisions.last is None:
        return {}
    return _graph(office, _sides(office)).merged()


def doubts_of(office: Office, lines: Iterable[Decision]) -> tuple[Doubt, ...]:
    """Lines of the log with their evidence; those whose records are gone are left out."""
    return _doubts(office, _sides(office), tuple(lines))


def contradictions(office: Office) -> tuple[Contradiction, ...]:
    """Answers that are not followed because others, or registered codes, speak against them."""
    return _graph(office, _sides(office)).contradictions


def decide(
    office: Office,
    one: str,
    other: str,
    judgement: Judgement,
    *,
    by: str,
    now: datetime,
    why: str = "",
) -> Decision:
    """Keep a person's answer for two records; it takes the place of an earlier one for this pair.

    Raises:
        UnknownRecord: an identifier names no organisation.
        ContradictsEarlier: other answers or registered codes forbid it; they are named, and
            nothing is written.
    """
    sides = _sides(office)
    for id in (one, other):
        if id not in sides:
            raise _unknown(id)
    if one == other:
        raise _unknown(one)
    with office.database.writing() as connection:
        graph = _graph(office, sides, connection)
        _refuse_contradiction(graph, sides, one, other, judgement)
        names = score_of_sides(office, sides[one], sides[other])
        line = Decision(one, other, judgement, by=by, at=now, why=why, score=names)
        return office.decisions.add([line], within=connection)[0]


def undo(
    office: Office, one: str, other: str, *, by: str, now: datetime, why: str = ""
) -> Decision:
    """Take back the answer that holds for a pair; the question is open again.

    Raises:
        NothingToUndo: no answer holds.
    """
    sides = _sides(office)
    with office.database.writing() as connection:
        held = _graph(office, sides, connection).held(one, other) if one != other else None
        if held is None:
            raise NothingToUndo(
                Bilingual("这两条记录没有可撤销的判断", "no answer holds for this pair"),
                where=f"{one} — {other}",
                remedy=Bilingual("用 ceyuan who queue 查看", "see `ceyuan who queue`"),
            )
        line = Decision(one, other, Judgement.UNDONE, by=by, at=now, why=why, score=held.score)
        return office.decisions.add([line], within=connection)[0]


def score_of_sides(office: Office, one: Side, other: Side) -> float:
    """How likely the names of two records alone make it that they are one."""
    parse = _parser(office.catalogue.gazetteer).parse
    return max(score(parse(a), parse(b)) for a in one.names for b in other.names)


@lru_cache(maxsize=2)
def _parser(gazetteer: Gazetteer) -> NameParser:
    return NameParser(gazetteer)


def _refuse_contradiction(
    graph: Decisions, sides: Mapping[str, Side], one: str, other: str, judgement: Judgement
) -> None:
    before = graph.held(one, other)
    if judgement is Judgement.SAME:
        against = [d for d in graph.against(one, other) if d != before]
        if against:
            raise _contradicts(sides, against)
        if codes := graph.codes_apart(one, other):
            said = " / ".join(" ".join(sorted(each)) for each in codes)
            raise ContradictsEarlier(
                Bilingual(
                    f"统一社会信用代码不同，不能认定为同一主体：{said}",
                    f"their credit codes differ; they cannot be one: {said}",
                ),
                where=f"{one} — {other}",
                remedy=Bilingual("先核对并更正信用代码", "check and correct the codes first"),
            )
    if judgement is Judgement.DIFFERENT:
        tied = [d for d in graph.tied_by(one, other) if d != before]
        if tied:
            raise _contradicts(sides, tied)


def _contradicts(sides: Mapping[str, Side], earlier: Sequence[Decision]) -> ContradictsEarlier:
    def told(d: Decision) -> tuple[str, str]:
        one, other = (sides[id].name if id in sides else id for id in d.pair)
        who_zh, who_en = (d.by, d.by) if d.by else ("规则 " + d.rule, "rule " + d.rule)
        day = d.at.date().isoformat()
        return (
            f"{day} {who_zh}：{one} 与 {other} {d.judgement.term.zh}",
            f"{day} {who_en}: {one} and {other} are {d.judgement.term.en}",
        )

    zh = "；".join(told(d)[0] for d in earlier)
    en = "; ".join(told(d)[1] for d in earlier)
    return ContradictsEarlier(
        Bilingual(f"与先前的判断矛盾：{zh}", f"this contradicts earlier answers: {en}"),
        remedy=Bilingual("先撤销其中有误的判断", "undo the one that is wrong first"),
    )


def _unknown(id: str) -> UnknownRecord:
    return UnknownRecord(
        Bilingual(f"台账里没有这个机构：{id}", f"the ledger knows no organisation {id}"),
        remedy=Bilingual("用 ceyuan who 名称 查标识", "look it up with `ceyuan who NAME`"),
    )


def _sides(office: Office) -> dict[str, Side]:
    with office.ledger.view() as view:
        named = view.named(office.catalogue.identity.kinds)
    return {each.id: Side(each.id, each.kind, each.names, _codes_in(each.id)) for each in named}


def _codes_in(id: str) -> tuple[str, ...]:
    try:
        return (parse_credit_code(id.partition(":")[2]).text,)
    except BadCreditCode:
        return ()


def _graph(
    office: Office, sides: Mapping[str, Side], within: Connection | None = None
) -> Decisions:
    codes = {id: frozenset(side.codes) for id, side in sides.items() if side.codes}
    return Decisions(office.decisions.log(within=within), codes)


def _records(sides: Mapping[str, Side], parser: NameParser) -> list[Record]:
    return [
        Record(side.id, frozenset(side.codes), tuple(parser.parse(name) for name in side.names))
        for side in sides.values()
    ]


def _pairs(records: Sequence[Record], step: Step | None) -> Iterable[tuple[Record, Record]]:
    """Every pair worth judging, once: those that share a code, and those with names alike."""
    seen: set[tuple[int, int]] = set()
    by_code: dict[str, list[int]] = defaultdict(list)
    index, owners = NameIndex(), []
    for number, record in enumerate(records):
        for code in record.codes:
            by_code[code].append(number)
        for name in record.names:
            index.add(name)
            owners.append(number)
    for sharing in by_code.values():
        seen.update(combinations(sharing, 2))
    for number, record in enumerate(records):
        if step and number % 100 == 0:
            step(number, len(records))
        for name in record.names:
            for other in index.like(name):
                if (there := owners[other]) != number:
                    seen.add((min(number, there), max(number, there)))
    for a, b in sorted(seen):
        yield records[a], records[b]


def _line(
    one: Record,
    other: Record,
    identity: Identity,
    graph: Decisions,
    waiting: set[tuple[str, str]],
    now: datetime,
) -> Decision | None:
    """What the policy adds to the log for a pair; None for nothing."""
    verdict = judged(one, other, identity.rules)
    if verdict is None or graph.held(one.id, other.id):
        return None
    judgement = verdict.judgement
    if judgement is not Judgement.ASKED and not graph.may_decide_by_itself(one.id, other.id):
        judgement = Judgement.ASKED
    if judgement is Judgement.SAME and graph.against(one.id, other.id):
        judgement = Judgement.ASKED
    line = Decision(
        one.id, other.id, judgement, "", now, verdict.rule.because, verdict.rule.name, verdict.score
    )
    if judgement is Judgement.DIFFERENT:
        return None  # codes keep them apart by themselves; nothing needs to be remembered
    if judgement is Judgement.ASKED:
        settled = graph.canonical(one.id) == graph.canonical(other.id)
        if line.pair in waiting or settled or graph.against(one.id, other.id):
            return None
    return line


def _doubts(
    office: Office, sides: Mapping[str, Side], lines: Sequence[Decision]
) -> tuple[Doubt, ...]:
    parse = _parser(office.catalogue.gazetteer).parse
    found = []
    for line in lines:
        one, other = sides.get(line.one), sides.get(line.other)
        if one is None or other is None:
            continue  # the records are no longer of a kind that is told apart
        pairs = [(parse(a), parse(b)) for a in one.names for b in other.names]
        best = max(pairs, key=lambda pair: score(*pair))
        grounds = tuple(Ground(reason.words, reason.worth) for reason in reasons(*best))
        found.append(Doubt(line, one, other, grounds))
    return tuple(found)
