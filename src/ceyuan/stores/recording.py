"""Adding facts to the ledger: checked, numbered, sealed, all of a batch or none."""

from collections.abc import Iterable
from datetime import date, datetime
from itertools import groupby

from sqlalchemy import Connection, select

from ceyuan.model.entity import Entity
from ceyuan.model.errors import CeyuanError, Faults
from ceyuan.model.fact import Fact
from ceyuan.stores import schema
from ceyuan.stores.line import Line, UnfitFact, bounds_of, line_of
from ceyuan.stores.line_query import last_fate
from ceyuan.stores.naming import NewName, keep_entities, keep_names
from ceyuan.stores.numbering import COLUMNS, Numbering, in_runs
from ceyuan.stores.quotes import keep_quotes
from ceyuan.stores.rows import next_no, write_rows
from ceyuan.stores.seal import open_entry

#: How many faults of one batch are shown; a broken reader makes them by the thousand.
_MOST_FAULTS = 20

Pair = tuple[Fact, Line]


def fit_lines(facts: Iterable[Fact]) -> list[Pair]:
    """Facts with their lines, in order, each identifier once.

    Raises:
        Faults: some cannot be kept; the first of them, with the reason.
    """
    lines: dict[str, Pair] = {}
    faults: list[CeyuanError] = []
    for fact in facts:
        try:
            line = line_of(fact)
        except UnfitFact as fault:
            faults.append(fault)
            if len(faults) == _MOST_FAULTS:
                break
        else:
            lines.setdefault(line.id, (fact, line))
    if faults:
        raise Faults(faults)
    return list(lines.values())


def not_yet_held(connection: Connection, lines: list[Pair]) -> tuple[list[Pair], tuple[str, ...]]:
    """Those the ledger has never seen; and the identifiers of those it has, but no longer holds."""
    known: dict[str, str | None] = {}
    for ids in in_runs([line.id for _, line in lines]):
        query = (
            select(schema.facts.c.id, schema.fates.c.fate)
            .select_from(schema.facts)
            .outerjoin(schema.fates, schema.fates.c.no == last_fate())
            .where(schema.facts.c.id.in_(ids))
        )
        known.update({row.id: row.fate for row in connection.execute(query)})
    fallen = tuple(id for id, fate in known.items() if fate not in (None, "stands"))
    return [pair for pair in lines if pair[1].id not in known], fallen


def keep_facts(
    connection: Connection, new: list[Pair], entities: Iterable[Entity], at: datetime, by: str
) -> None:
    """Write new facts and names under one entry for each day of recording."""
    names = keep_entities(connection, (line for _, line in new), entities)
    if not new and not names:
        return
    numbers = Numbering(connection, [line for _, line in new])
    in_order = sorted(new, key=_day)
    batches = [(day, list(pairs)) for day, pairs in groupby(in_order, _day)]
    for day, pairs in batches or [(at.date(), [])]:
        written = [*(name.written() for name in names), *(line.written() for _, line in pairs)]
        act = "record" if pairs else "name"
        entry = open_entry(connection, act, day, at, by, written)
        keep_names(connection, names, entry)
        # They belong to the first entry alone.
        names = list[NewName]()
        _write(connection, pairs, numbers, entry)


def _day(pair: Pair) -> date:
    return pair[0].recorded_on


def _write(connection: Connection, pairs: list[Pair], numbers: Numbering, entry: int) -> None:
    if not pairs:
        return
    first = next_no(connection, schema.facts)
    rows = [
        (no, entry, *bounds_of(fact.claim.value), *numbers.row_of(line))
        for no, (fact, line) in enumerate(pairs, first)
    ]
    write_rows(connection, schema.facts, ("no", "entry", "low", "high", *COLUMNS), rows)
    keep_quotes(connection, [(no, line.quote) for no, (_, line) in enumerate(pairs, first)])
