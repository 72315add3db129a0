"""A changed policy over everybody: who wins, who loses, what it costs."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ceyuan.engines.rules.answer import Answers, answers
from ceyuan.engines.rules.engine import open_engine
from ceyuan.engines.rules.programme import Programme
from ceyuan.engines.rules.simulate import Paid, Rationing, Reform, amounts, compare, ration
from ceyuan.engines.rules.table import fitted
from ceyuan.engines.rules.whole import whole_graph
from ceyuan.journeys.assess import Assessed

#: From here on a database is faster than arrays, its planning included.
_MANY = 50_000


@dataclass(frozen=True)
class Simulated:
    """A reform with its budget, where there is one."""

    reform: Reform
    names: list[str]
    paid: Paid | None = None


def simulate(
    before: Assessed,
    programme: str,
    values: Mapping[str, Any],
    *,
    budget: float | None = None,
    how: Rationing = Rationing.FIRST_COME,
    draft: Programme | None = None,
    engine: str = "",
) -> Simulated:
    """The same rows under other parameters, or under a draft of the programme.

    Args:
        before: an assessment that has the programme.
        programme: its name.
        values: parameters changed, in the units written.
        budget: in 元; shared in the order of the rows where it does not suffice.
        how: first come or pro rata.
        draft: another version of the programme; None for the same rules.
        engine: what computes it; empty for the one that suits the number of rows.

    Raises:
        RuleFault: a name is no parameter, or its value does not fit.
    """
    old: Answers = next(one for one in before.answers if one.programme.name == programme)
    changed = (draft or old.programme).changed(values, before.on, "测算")
    graph = whole_graph(changed, before.on)
    kind = old.programme.kind
    source = before.own.values if before.own else (before.snapshots or {})[kind].values
    rows, _ = fitted(source, [graph])
    with open_engine(engine or ("numpy" if len(rows) < _MANY else "duckdb"), rows) as opened:
        new = answers(opened, graph, rows)
    reform = compare(old, new)
    paid = None if budget is None else ration(amounts(new), budget, how)
    return Simulated(reform, before.names[kind], paid)
