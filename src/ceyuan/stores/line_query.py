"""Reading lines of the ledger back: the one query that puts every part under its own name."""

import json
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, ScalarSelect, Select, bindparam, func, select

from ceyuan.model.fact import Fact
from ceyuan.model.locator import Locator, locator_from_json
from ceyuan.stores.line import fact_of
from ceyuan.stores.numbering import OWN_PARTS
from ceyuan.stores.schema import (
    documents,
    entities,
    entries,
    facts,
    fates,
    periods,
    properties,
    readers,
    stances,
)

#: As many lines as are asked for at once.
_RUN = 500


def line_query() -> Select[Any]:
    """Every part of a line, and `no`, `entry`, `recorded_on`."""
    return (
        select(
            facts.c.no,
            facts.c.entry,
            *(facts.c[name] for name in OWN_PARTS),
            entities.c.id.label("subject"),
            *(properties.c[name] for name in ("kind", "property", "indicator")),
            periods.c.period,
            *(stances.c[name] for name in ("measure", "standing", "section")),
            documents.c.digest.label("document"),
            readers.c.reader,
            readers.c.version,
            entries.c.recorded_on,
        )
        .select_from(facts)
        .join(entries, entries.c.no == facts.c.entry)
        .join(entities, entities.c.no == facts.c.subject)
        .join(properties, properties.c.no == facts.c.property)
        .outerjoin(periods, periods.c.no == facts.c.period)
        .join(stances, stances.c.no == facts.c.stance)
        .outerjoin(documents, documents.c.no == facts.c.document)
        .join(readers, readers.c.no == facts.c.reader)
    )


@cache
def held_query() -> Select[Any]:
    """The line of the fact `:id`, who recorded it, and its last fate; built once a process."""
    successor, last = facts.alias("successor"), entries.alias("last")
    return (
        line_query()
        .add_columns(
            entries.c.recorded_at,
            entries.c.by,
            fates.c.fate,
            fates.c.reason,
            last.c.by.label("fate_by"),
            last.c.recorded_on.label("fate_on"),
            successor.c.id.label("successor"),
        )
        .outerjoin(fates, fates.c.no == last_fate())
        .outerjoin(last, last.c.no == fates.c.entry)
        .outerjoin(successor, successor.c.no == fates.c.successor)
        .where(facts.c.id == bindparam("id"))
    )


def last_fate() -> ScalarSelect[Any]:
    """Number of the last fate of the fact in hand; null where it never had one."""
    each = fates.alias("each_fate")
    query = select(func.max(each.c.no)).where(each.c.fact == facts.c.no)
    return query.correlate(facts).scalar_subquery()


def facts_numbered(connection: Connection, numbers: Sequence[int]) -> Iterator[Fact]:
    """The facts with these numbers, in the order of the numbers."""
    query = line_query()
    for start in range(0, len(numbers), _RUN):
        run = numbers[start : start + _RUN]
        rows = connection.execute(query.where(facts.c.no.in_(run))).mappings()
        by_number = {row["no"]: row for row in rows}
        yield from (fact_of(by_number[no]) for no in run)


def places_numbered(
    connection: Connection, numbers: Sequence[int]
) -> Iterator[tuple[str, Locator]]:
    """Identifier and place of the facts with these numbers, in order of recording."""
    query = select(facts.c.id, facts.c.locator).order_by(facts.c.no)
    for start in range(0, len(numbers), _RUN):
        run = numbers[start : start + _RUN]
        for id, written in connection.execute(query.where(facts.c.no.in_(run))):
            yield id, locator_from_json(json.loads(written))
