"""Looks through the ledger for figures that cannot all be true."""

from collections.abc import Iterator

import duckdb

from ceyuan.authoring.page import FactQuery
from ceyuan.model.disagreement import Disagreement, disagreements
from ceyuan.model.fact import Fact
from ceyuan.office import Office
from ceyuan.stores.ledger_view import LedgerView

#: Groups of facts about one thing at one time whose bounds do not all meet: few among many. What
#: is said of their rounding and footing is decided by `model.disagreement`, on the facts themselves.
_SUSPECT = """
    SELECT list(id ORDER BY id)
    FROM facts
    WHERE sort = 'quantity' AND period_end IS NOT NULL
    GROUP BY subject, property, CASE WHEN property = '' THEN indicator END, measure, unit,
             CASE WHEN instant THEN NULL ELSE period_start END, period_end
    HAVING count(*) > 1
       AND max(coalesce(low, '-infinity'::DOUBLE)) > min(coalesce(high, 'infinity'::DOUBLE))
    ORDER BY period_end DESC, subject, property, min(id)
"""


def conflicts(office: Office, query: FactQuery | None = None) -> tuple[Disagreement, ...]:
    """Every disagreement among the facts that pass the query, newest period first.

    Args:
        office: the home.
        query: which facts to compare; None for all. Its offset and limit do not count.
    """
    with office.ledger.view() as view:
        return disagreements(_suspects(view, query or FactQuery()))


def _suspects(view: LedgerView, query: FactQuery) -> Iterator[Fact]:
    facts = view.table(query)  # noqa: F841 (DuckDB finds it by its name)
    with duckdb.connect() as engine:
        groups = engine.execute(_SUSPECT).fetchall()
    for (ids,) in groups:
        for id in ids:
            if (held := view.fact(id)) is not None:
                yield held.fact
