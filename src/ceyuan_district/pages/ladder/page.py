"""Two ladders over all firms: who qualifies, who is near, who may fall off, and what it costs."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from ceyuan.authoring.handed_in import Workbook
from ceyuan.authoring.page import Ask, FactQuery, Params, offset_in, shows, workbook
from ceyuan.authoring.policy import Outlay, Verdict
from ceyuan.authoring.sheets import workbook_of
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import BadInput
from ceyuan.model.fact import Fact
from ceyuan_district.pages.ladder.rung import AT_RISK, LISTS, STATES, Rung, rungs_of
from ceyuan_district.pages.ladder.sheets import firm_line, ladder_sheets

LINES = 60
#: A qualification that ends within this many days is to be renewed.
SOON_DAYS = 365
MOST_FACTS = 50_000


@shows
def the_ladders(ask: Ask, params: Params) -> dict[str, Any]:
    """Both ladders, the firms of one rung in one state, and what the awards cost.

    Raises:
        BadInput: `rung`, `state` or `offset` name nothing.
    """
    paths = rungs_of(ask)
    by_name = {rung.notice.name: rung for _, rungs in paths for rung in rungs}
    chosen = params.get("rung", "") or next(iter(by_name), "")
    state = params.get("state", "") or "one"
    if by_name and chosen not in by_name:
        raise _none("没有这一级", "there is no such rung", "rung")
    if state not in LISTS:
        raise _none("没有这一类", "there is no such state", "state")
    firms: Sequence[Verdict] = by_name[chosen].listed(state) if by_name else ()
    offset = offset_in(params)
    return {
        "paths": paths,
        "states": STATES,
        "lists": LISTS,
        "at_risk": AT_RISK,
        "rung": by_name.get(chosen),
        "state": state,
        "listed": [firm_line(one) for one in firms],
        "firms": firms[offset : offset + LINES],
        "total": len(firms),
        "offset": offset,
        "limit": LINES,
        "ending": _ending(ask),
        "soon_days": SOON_DAYS,
        "costs": _costs(ask, by_name.values()),
        "yuan": "元",
    }


@workbook
def the_lists(ask: Ask, params: Params) -> Workbook | None:
    """Overview, the list of each rung, certificates about to end, and what it costs."""
    paths = rungs_of(ask)
    rungs = [rung for _, rungs in paths for rung in rungs]
    sheets = ladder_sheets(ask, rungs, _ending(ask), _costs(ask, rungs))
    return workbook_of(f"培育名单_{ask.day.isoformat()}.xlsx", sheets)


def _costs(ask: Ask, rungs: Any) -> list[tuple[Bilingual, Outlay]]:
    """What all awards cost as things are, if all that qualify were recognised, and one step on."""
    fields: list[Rung] = [rung for rung in rungs if rung.field]
    return [
        (Bilingual("现在", "now"), ask.policy.outlay({})),
        (
            Bilingual("符合的都认定", "if all that qualify are recognised"),
            ask.policy.outlay({r.field: r.reachable("yes") for r in fields}),
        ),
        (
            Bilingual("只差一条的也达到", "and those one condition away"),
            ask.policy.outlay({r.field: r.reachable("yes", "one") for r in fields}),
        ),
    ]


def _ending(ask: Ask) -> list[tuple[Fact, date, int]]:
    """High-tech certificates that end within a year, the one that ends first ahead."""
    kind = ask.kinds.get("enterprise")
    field = kind.field("is_high_tech") if kind else None
    if field is None or not field.until:
        return []
    query = FactQuery(kind="enterprise", indicator=field.until, limit=MOST_FACTS)
    last: dict[str, tuple[Fact, date]] = {}
    for fact in ask.facts(query).facts:
        until = fact.claim.value
        if fact.claim.property == field.until and isinstance(until, date):
            held = last.get(fact.subject)
            if held is None or held[1] < until:
                last[fact.subject] = (fact, until)
    found = [(fact, until, (until - ask.day).days) for fact, until in last.values()]
    soon = [one for one in found if 0 <= one[2] <= SOON_DAYS]
    return sorted(soon, key=lambda one: (one[2], ask.name_of(one[0].subject)))


def _none(zh: str, en: str, where: str) -> BadInput:
    return BadInput(
        Bilingual(zh, en),
        where=where,
        remedy=Bilingual("从页面上选择", "choose on the page"),
    )
