"""Everything the ledger holds about one enterprise, institute, platform …"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from ceyuan.authoring.page import Ask, FactQuery, NoSuchThing, Params, shows
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.fact import Fact, value_key
from ceyuan.model.kind import FieldType, Kind
from ceyuan.model.standing import Standing
from ceyuan_district.pages.thing.fields import groups_of, yearly_of
from ceyuan_district.pages.thing.links import SHOWN, linked

#: A qualification that ends within this many days is warned of.
SOON_DAYS = 180
MOST_FACTS = 5_000
#: The last day of whatever a kind registers, where no truth of it names another field.
VALIDITY = "valid_to"


@dataclass(frozen=True, slots=True)
class Ending:
    """A qualification that ends: what, on which day, in so many days (negative: ended)."""

    what: Bilingual
    fact: Fact
    day: date
    days_left: int


@shows
def the_thing(ask: Ask, params: Params) -> dict[str, Any]:
    """Its fields by heading, its yearly figures, what ends soon, who it was judged to be.

    Records that were decided to be the same thing are shown as one, whichever is asked for.

    Raises:
        NoSuchThing: nothing is known under the identifier.
    """
    id = params.get("id", "")
    together = ask.identity.together(id) if ":" in id else ()
    facts = [fact for each in together for fact in _facts_of(ask, each)]
    if not facts:
        raise NoSuchThing(
            Bilingual("没有这个对象", "nothing is known under this identifier"),
            where=id,
            remedy=Bilingual("从名录里查找", "look it up in the registers"),
        )
    facts.sort(key=_newest_first)
    kind = ask.kinds.get(facts[0].claim.kind)
    registered = [fact for fact in facts if fact.claim.standing is Standing.REGISTERED]
    yearly = yearly_of(kind, registered)
    in_table = {field.id for field, _ in yearly.rows}
    names = _distinct(f for f in registered if f.claim.property in ("name", "former_name"))
    called = list(dict.fromkeys([ask.name_of(together[0]), *(str(f.claim.value) for f in names)]))
    links, namesakes, mentions = linked(ask, called, together)
    code = together[0].partition(":")[2]
    return {
        "id": together[0],
        "name": ask.name_of(together[0]),
        "code": code if code.isascii() and "|" not in code else "",
        "kind": kind,
        "together": together,
        "judged": ask.identity.judged(together[0]),
        "namesakes": namesakes,
        "names": names,
        "endings": _endings(kind, registered, ask.day),
        "soon_days": SOON_DAYS,
        "yearly": yearly,
        "groups": groups_of(kind, [f for f in registered if f.claim.property not in in_table]),
        "said": [fact for fact in facts if fact.claim.standing is not Standing.REGISTERED],
        "links": links,
        "links_shown": SHOWN,
        "mentions": mentions,
        "total": len(facts),
        "sources": len({fact.document for fact in facts}),
    }


def _facts_of(ask: Ask, id: str) -> Iterable[Fact]:
    found = ask.facts(FactQuery(subject=id, limit=MOST_FACTS)).facts
    return (fact for fact in found if fact.subject == id)


def _newest_first(fact: Fact) -> tuple[int, int]:
    period = fact.claim.period
    return (-period.end.toordinal() if period else 0, -fact.recorded_on.toordinal())


def _distinct(facts: Iterable[Fact]) -> list[Fact]:
    seen: dict[str, Fact] = {}
    for fact in facts:
        seen.setdefault(value_key(fact.claim.value), fact)
    return list(seen.values())


def _endings(kind: Kind | None, facts: list[Fact], day: date) -> list[Ending]:
    """The last day of each qualification, the one that ends first ahead."""
    if kind is None:
        return []
    fields = {f.until: f for f in kind.fields if f.type is FieldType.TRUTH and f.until}
    plain = kind.field(VALIDITY)
    if plain is not None:
        fields.setdefault(VALIDITY, plain)
    endings = {}
    for fact in facts:
        until, value = fact.claim.property, fact.claim.value
        if until in fields and isinstance(value, date) and until not in endings:
            endings[until] = Ending(fields[until].term, fact, value, (value - day).days)
    return sorted(endings.values(), key=lambda ending: ending.day)
