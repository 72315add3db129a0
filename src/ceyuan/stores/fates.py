"""What becomes of facts: withdrawn, superseded, standing again; one more line each time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, select

from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import BadInput
from ceyuan.model.fact import Fate
from ceyuan.stores.line_query import last_fate
from ceyuan.stores.numbering import in_runs
from ceyuan.stores.rows import next_no, write_rows
from ceyuan.stores.schema import entries, facts, fates
from ceyuan.stores.seal import fate_written, open_entry

_ACTS = {
    Fate.WITHDRAWN: "withdraw",
    Fate.SUPERSEDED: "supersede",
    Fate.STANDS: "reinstate",
}


class UnknownFact(BadInput):
    """The ledger holds no fact under this identifier."""


class NoLongerStands(BadInput):
    """The fact was withdrawn or superseded before."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decides about facts, why, who, from which day, and when it is written down."""

    fate: Fate
    reason: str
    by: str
    on: date
    at: datetime


def decide(
    connection: Connection, ids: Iterable[str], decision: Decision, successor: str | None = None
) -> int:
    """Write a decision down for facts, under one entry, for all of them or none.

    Args:
        connection: in a writing transaction.
        ids: the facts; each counts once.
        decision: what becomes of them.
        successor: the fact that takes their place, which must stand.

    Returns:
        How many facts there were; with none, nothing is written.

    Raises:
        UnknownFact, NoLongerStands: one of them, or the successor.
        BadInput: no reason, a day before a fact last changed, a fact that stands anyway, or a
            fact in its own place.
    """
    decided = _known(connection, list(dict.fromkeys(ids)))
    after = None
    if successor is not None:
        (after,) = _known(connection, [successor])
        _must_stand(after)
    for fact in decided:
        _check(fact, decision, successor)
    if not decided:
        return 0
    fate, reason = str(decision.fate), decision.reason
    written = [fate_written(fact.id, fate, successor, reason) for fact in decided]
    act = _ACTS[decision.fate]
    entry = open_entry(connection, act, decision.on, decision.at, decision.by, written)
    rows = [
        (no, fact.no, fate, after.no if after else None, reason, entry)
        for no, fact in enumerate(decided, next_no(connection, fates))
    ]
    write_rows(connection, fates, ("no", "fact", "fate", "successor", "reason", "entry"), rows)
    return len(rows)


def why_fallen(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    """For each of the facts that no longer stands, the reason that was given.

    Raises:
        UnknownFact: the ledger does not hold one of them.
    """
    known = _known(connection, list(dict.fromkeys(ids)))
    return {fact.id: fact.reason for fact in known if not _stands(fact)}


def _known(connection: Connection, ids: list[str]) -> list[Any]:
    """What is known of these facts, in their order."""
    changed = entries.alias("changed")
    query = (
        select(
            facts.c.no,
            facts.c.id,
            fates.c.fate,
            fates.c.reason,
            entries.c.recorded_on,
            changed.c.recorded_on.label("changed_on"),
        )
        .select_from(facts)
        .join(entries, entries.c.no == facts.c.entry)
        .outerjoin(fates, fates.c.no == last_fate())
        .outerjoin(changed, changed.c.no == fates.c.entry)
    )
    found: dict[str, Any] = {}
    for run in in_runs(ids):
        rows = connection.execute(query.where(facts.c.id.in_(run)))
        found.update({row.id: row for row in rows})
    for id in ids:
        if id not in found:
            raise UnknownFact(
                Bilingual(f"账本中没有事实 {id}", f"the ledger holds no fact {id}"),
                remedy=Bilingual("核对编号", "check the identifier"),
            )
    return [found[id] for id in ids]


def _stands(fact: Any) -> bool:
    return fact.fate in (None, str(Fate.STANDS))


def _must_stand(fact: Any) -> None:
    if not _stands(fact):
        raise NoLongerStands(
            Bilingual("该事实已被撤回或替代", f"the fact was {fact.fate} before"), where=fact.id
        )


def _check(fact: Any, decision: Decision, successor: str | None) -> None:
    if not decision.reason.strip():
        raise BadInput(
            Bilingual("没有写明原因", "no reason is given"),
            where=fact.id,
            remedy=Bilingual("写明原因", "say why"),
        )
    if fact.id == successor:
        raise BadInput(
            Bilingual("事实不能替代自己", "a fact cannot take its own place"), where=fact.id
        )
    if decision.fate is not Fate.STANDS:
        _must_stand(fact)
    elif _stands(fact):
        raise BadInput(Bilingual("该事实本来有效", "the fact stands"), where=fact.id)
    since = fact.changed_on or fact.recorded_on
    if decision.on < since:
        raise BadInput(
            Bilingual(
                f"{decision.on} 早于上一次变动的日期 {since}",
                f"{decision.on} is before {since}, when the fact last changed",
            ),
            where=fact.id,
        )
