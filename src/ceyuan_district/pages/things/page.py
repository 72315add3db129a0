"""One line for each enterprise, institute, platform … that the ledger knows."""

from typing import Any

from ceyuan.authoring.page import Ask, Choice, FactQuery, Params, offset_in, shows
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import BadInput

LINES = 60
FIRST_KIND = "enterprise"


@shows
def the_things(ask: Ask, params: Params) -> dict[str, Any]:
    """The kinds with how many things of each are known, and the things of one kind.

    Raises:
        BadInput: there is no such kind, or `offset` is no number.
    """
    kind = params.get("kind", "") or FIRST_KIND
    if kind not in ask.kinds:
        raise BadInput(
            Bilingual(f"没有 {kind!r} 这一类", f"there is no kind {kind!r}"),
            where="kind",
            remedy=Bilingual("从页面上方选择一类", "choose one at the top of the page"),
        )
    offset = offset_in(params)
    sought = params.get("name", "").strip()
    known = {of: _things(ask, of) for of in ask.kinds}
    named = sorted(
        (thing for thing in known[kind] if _meant(thing, sought)), key=lambda thing: thing.name
    )
    return {
        "kinds_known": [(ask.kinds[of], len(things)) for of, things in known.items() if things],
        "kind": ask.kinds[kind],
        "listed": named[offset : offset + LINES],
        "total": len(named),
        "offset": offset,
        "limit": LINES,
        "sought": sought,
    }


def _things(ask: Ask, kind: str) -> list[Choice]:
    """The things of a kind; records that were decided to be the same are one."""
    found: dict[str, Choice] = {}
    for record in ask.choices("subject", FactQuery(kind=kind)):
        id = ask.identity.together(record.value)[0]
        other = found.get(id)
        facts = record.facts + (other.facts if other else 0)
        name = record.name if record.value == id or other is None else other.name
        found[id] = Choice(id, name, facts)
    return list(found.values())


def _meant(thing: Choice, sought: str) -> bool:
    """Whether the name or the code holds what was typed."""
    return sought.casefold() in thing.name.casefold() or sought.upper() in thing.value
