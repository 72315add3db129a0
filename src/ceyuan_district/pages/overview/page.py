"""The district at a glance: what is, how it moves, what is hoped for, and what does not agree."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from ceyuan.authoring.page import Ask, FactPage, FactQuery, Params, shows
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.disagreement import Disagreement, disagreements
from ceyuan.model.fact import Fact
from ceyuan.model.kind import Field
from ceyuan.model.measure import Measure
from ceyuan.model.quantity import Quantity
from ceyuan.model.section import Section
from ceyuan.model.standing import Standing

#: Headings in the order a bureau reports; a group the kinds name that is not here comes last.
GROUPS = {
    "economy": Bilingual("经济运行", "Economy"),
    "enterprises": Bilingual("创新主体", "Innovative enterprises"),
    "research": Bilingual("研发投入与平台", "Research"),
    "results": Bilingual("成果与转化", "Results"),
    "finance": Bilingual("科技金融", "Finance"),
    "talent": Bilingual("人才", "Talent"),
    "carriers": Bilingual("园区与载体", "Parks and carriers"),
    "industry": Bilingual("产业", "Industry"),
    "projects": Bilingual("项目", "Projects"),
    "investment_and_trade": Bilingual("投资与贸易", "Investment and trade"),
    "land": Bilingual("土地与空间", "Land"),
}
#: Groups whose leading figure stands at the head of the page.
HEADLINES = ("economy", "enterprises", "research", "results", "finance", "talent")
#: Rows of a group and entries of a list before it says where the rest is.
ROWS, DOCUMENTS, DISPUTES, HOPES = 6, 6, 5, 8
#: Years looked back; older figures are in the list of facts.
YEARS = 6
#: Far enough ahead for any plan.
AHEAD = 20
#: Facts of those years that are looked at.
MOST = 5000

_HOPED = (Standing.EXPECTED, Standing.TARGET)
#: Which of two settled figures for one period is shown first; the other stays one click away.
_WEIGHT = {
    Standing.DECIDED: 0,
    Standing.REGISTERED: 1,
    Standing.REPORTED: 2,
    Standing.DERIVED: 3,
}


@dataclass(frozen=True, slots=True)
class Line:
    """An indicator: its newest settled figure, its growth in that period, its run, its disputes."""

    field: Field
    latest: Fact
    growth: Fact | None
    run: tuple[Fact, ...]
    disputed: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Indicators that belong together; `more` are not shown until the group is asked for."""

    name: str
    title: Bilingual
    lines: tuple[Line, ...]
    more: int


@shows
def the_district(ask: Ask, params: Params) -> dict[str, Any]:
    """Lines by group, what is hoped for, what disagrees, and the newest documents.

    `?group=research` shows all lines of one group and no other.
    """
    years = f"{ask.day.year - YEARS}/{ask.day.year + AHEAD}"
    about_us = FactQuery(subject=ask.home, section=Section.MAIN, period=years, limit=MOST)
    # Without a district an empty subject would ask for everybody's facts.
    found = ask.facts(about_us) if ask.home else FactPage((), 0, about_us)
    quarrels = disagreements(found.facts)
    disputed = {fact.id for quarrel in quarrels for fact in quarrel.facts}
    fields = [field for kind in ask.kinds.values() for field in kind.fields]
    lines = list(_lines(fields, found.facts, disputed))
    documents, document_count = ask.documents(limit=DOCUMENTS)
    asked = params.get("group", "")
    hoped = [fact for fact in found.facts if fact.claim.standing in _HOPED]
    return {
        "subject": ask.home,
        "facts": found.total,
        "years": years,
        "group_asked": asked,
        "all_facts": ask.facts(FactQuery(limit=1)).total,
        "headlines": () if asked else _headlines(lines),
        "groups": [group for group in _groups(lines, asked) if asked in ("", group.name)],
        "hopes": _said_once(hoped)[:HOPES],
        "hope_counts": {
            standing: sum(fact.claim.standing is standing for fact in hoped) for standing in _HOPED
        },
        "quarrels": [_in_order(quarrel) for quarrel in quarrels],
        "shown_quarrels": DISPUTES,
        "documents": documents,
        "document_count": document_count,
    }


def _said_once(facts: Iterable[Fact]) -> list[Fact]:
    """One fact for each thing that is said, however many documents say it; first come first."""
    said: dict[tuple[object, ...], Fact] = {}
    for fact in facts:
        claim = fact.claim
        said.setdefault(
            (claim.property, claim.measure, claim.standing, claim.period, claim.value), fact
        )
    return list(said.values())


def _lines(fields: Sequence[Field], facts: Iterable[Fact], disputed: set[str]) -> Iterable[Line]:
    by_property: dict[str, list[Fact]] = {}
    for fact in facts:
        settled = fact.claim.standing not in _HOPED
        if settled and fact.claim.period and isinstance(fact.claim.value, Quantity):
            by_property.setdefault(fact.claim.property, []).append(fact)
    seen: set[str] = set()
    for field in fields:
        about = by_property.get(field.id, ())
        if not about or field.id in seen:
            continue
        seen.add(field.id)
        plain = [fact for fact in about if fact.claim.measure is not Measure.GROWTH]
        latest = min(plain or about, key=_newest_first)
        growth = [f for f in about if f.claim.measure is Measure.GROWTH and _same_time(f, latest)]
        run = tuple(fact for fact in about if fact.claim.measure is latest.claim.measure)
        yield Line(
            field,
            latest,
            min(growth, key=_newest_first, default=None) if plain else None,
            run,
            latest.id in disputed or any(fact.id in disputed for fact in growth),
        )


def _newest_first(fact: Fact) -> tuple[int, int, int, str]:
    period = fact.claim.period
    assert period is not None
    weight = _WEIGHT.get(fact.claim.standing, 9)
    return -period.end.toordinal(), period.start.toordinal(), weight, fact.id


def _same_time(one: Fact, other: Fact) -> bool:
    first, second = one.claim.period, other.claim.period
    return first is not None and second is not None and first.end == second.end


def _groups(lines: Sequence[Line], whole: str) -> list[Group]:
    names = dict.fromkeys((*GROUPS, *(line.field.group for line in lines)))
    groups = []
    for name in names:
        own = [line for line in lines if line.field.group == name]
        if own:
            title = GROUPS.get(name, Bilingual(name or "其他", name or "Other"))
            shown = own if name == whole else own[:ROWS]
            groups.append(Group(name, title, tuple(shown), len(own) - len(shown)))
    return groups


def _headlines(lines: Sequence[Line]) -> list[Line]:
    firsts = (next((x for x in lines if x.field.group == group), None) for group in HEADLINES)
    return [line for line in firsts if line is not None]


def _in_order(quarrel: Disagreement) -> tuple[Fact, ...]:
    return tuple(sorted(quarrel.facts, key=_newest_first))
