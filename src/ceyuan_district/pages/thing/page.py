"""Everything the ledger holds about one enterprise, institute, platform …"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from ceyuan.authoring.page import Ask, FactQuery, NoSuchThing, Params, shows
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.fact import Fact, value_key
from ceyuan.model.kind import Field, Kind
from ceyuan.model.standing import Standing

#: A qualification that ends within this many days is warned of.
SOON_DAYS = 180
MOST_FACTS = 5_000
VALIDITY = ("valid_to",)


@dataclass(frozen=True, slots=True)
class Line:
    """A field with its newest value; `others` are facts that say something else."""

    field: Field
    fact: Fact
    others: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Ending:
    """A validity that ends: on a day, in so many days (negative: ended)."""

    fact: Fact
    day: date
    days_left: int


@shows
def the_thing(ask: Ask, params: Params) -> dict[str, Any]:
    """Its fields by group, its yearly figures as a table, what ends soon, what texts say of it.

    Raises:
        NoSuchThing: nothing is known under the identifier.
    """
    id = params.get("id", "")
    facts = ask.facts(FactQuery(subject=id, limit=MOST_FACTS)).facts if ":" in id else ()
    facts = tuple(fact for fact in facts if fact.subject == id)
    if not facts:
        raise NoSuchThing(
            Bilingual("没有这个对象", "nothing is known under this identifier"),
            where=id,
            remedy=Bilingual("从名录里查找", "look it up in the registers"),
        )
    kind = ask.kinds.get(id.partition(":")[0])
    registered = [fact for fact in facts if fact.claim.standing is Standing.REGISTERED]
    yearly, years = _yearly(kind, registered)
    shown = {row[0].id for row in yearly}
    return {
        "id": id,
        "name": ask.name_of(id),
        "kind": kind,
        "groups": _groups(kind, [f for f in registered if f.claim.property not in shown]),
        "yearly": yearly,
        "years": years,
        "names": _distinct(f for f in registered if f.claim.property in ("name", "former_name")),
        "endings": _endings(registered, ask.day),
        "soon_days": SOON_DAYS,
        "said": [fact for fact in facts if fact.claim.standing is not Standing.REGISTERED],
        "mentioned": _mentions(ask, id, ask.name_of(id)),
        "total": len(facts),
        "sources": len({fact.document for fact in facts}),
    }


def _groups(kind: Kind | None, facts: list[Fact]) -> list[tuple[str, list[Line]]]:
    """Fields of the kind in its order, under the headings it gives them."""
    by_property: dict[str, list[Fact]] = {}
    for fact in facts:
        by_property.setdefault(fact.claim.property, []).append(fact)
    lines = [
        Line(field, told[0], _differing(told))
        for field in (kind.fields if kind else ())
        if (told := by_property.get(field.id))
    ]
    return [(group, list(of)) for group, of in groupby(lines, lambda line: line.field.group)]


def _differing(told: list[Fact]) -> tuple[Fact, ...]:
    """Facts about the same time as the newest that say something else."""
    newest = told[0]
    seen = {value_key(newest.claim.value)}
    others = []
    for fact in told[1:]:
        key = value_key(fact.claim.value)
        if key not in seen and fact.claim.period == newest.claim.period:
            seen.add(key)
            others.append(fact)
    return tuple(others)


def _yearly(
    kind: Kind | None, facts: list[Fact]
) -> tuple[list[tuple[Field, list[Fact | None]]], list[int]]:
    """Figures that two years or more have: one row per field, one column per year, newest last."""
    cells: dict[tuple[str, int], Fact] = {}
    for fact in facts:
        period = fact.claim.period
        if period is not None and hasattr(fact.claim.value, "amount"):
            cells.setdefault((fact.claim.property, period.end.year), fact)
    years = sorted({year for _, year in cells})[-5:]
    rows = []
    for field in kind.fields if kind else ():
        row = [cells.get((field.id, year)) for year in years]
        if sum(fact is not None for fact in row) > 1:
            rows.append((field, row))
    return rows, years


def _distinct(facts: Iterable[Fact]) -> list[Fact]:
    seen: dict[str, Fact] = {}
    for fact in facts:
        seen.setdefault(value_key(fact.claim.value), fact)
    return list(seen.values())


def _endings(facts: list[Fact], day: date) -> list[Ending]:
    endings = [
        Ending(fact, fact.claim.value, (fact.claim.value - day).days)
        for fact in facts
        if fact.claim.property in VALIDITY and isinstance(fact.claim.value, date)
    ]
    return sorted(endings, key=lambda ending: ending.day, reverse=True)[:4]


def _mentions(ask: Ask, id: str, name: str) -> list[Fact]:
    """Facts about others whose passage names it."""
    if len(name) < 4:
        return []
    found = ask.facts(FactQuery(words=name, limit=40)).facts
    return [fact for fact in found if fact.subject != id][:20]
