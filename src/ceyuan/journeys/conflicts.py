"""Looks through the ledger for figures that cannot all be true."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from ceyuan.authoring.page import Ask, FactQuery
from ceyuan.model.disagreement import Disagreement, disagreements
from ceyuan.model.fact import Fact

#: Facts asked for at a time.
_AT_ONCE = 5_000


def conflicts(
    ask: Ask,
    query: FactQuery | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> tuple[Disagreement, ...]:
    """Every disagreement among the facts that pass the query, newest period first.

    Args:
        ask: the ledger at one moment.
        query: which facts to compare; None for all. Its offset and limit are not looked at.
        progress: told how many facts of how many have been looked at.
    """
    return disagreements(_all_facts(ask, query or FactQuery(), progress))


def _all_facts(ask: Ask, query: FactQuery, progress: Callable[[int, int], None]) -> Iterator[Fact]:
    seen, total = 0, 1
    while seen < total:
        page = ask.facts(replace(query, offset=seen, limit=_AT_ONCE))
        yield from page.facts
        seen, total = seen + max(len(page.facts), 1), page.total
        progress(seen, total)
