"""One programme about one subject, put together for a page: conditions, limits, what is lacking."""

from collections.abc import Mapping
from datetime import date

import pyarrow as pa

from ceyuan.authoring.policy import Checked, Condition, Given, Lacking, Limit, Notice, OneChange
from ceyuan.authoring.rules import Type
from ceyuan.engines.rules import gap
from ceyuan.engines.rules.answer import Answer, Answers, Shortfall
from ceyuan.engines.rules.arrays import compute_column
from ceyuan.engines.rules.distance import Change, distance
from ceyuan.engines.rules.graph import Graph, Node
from ceyuan.engines.rules.parameter import written
from ceyuan.engines.rules.snapshot import FACT
from ceyuan.engines.rules.trace import trace
from ceyuan.engines.rules.vector import Vector, constant
from ceyuan.model.bilingual import Bilingual

#: Changes shown, the smallest.
_MOST_CHANGES = 5

_EPOCH = date(1970, 1, 1)
_MET = {
    "ge": lambda a, b: a >= b,
    "gt": lambda a, b: a > b,
    "le": lambda a, b: a <= b,
    "lt": lambda a, b: a < b,
}


def checked(notice: Notice, of: Answers, answer: Answer, facts: pa.Table | None) -> Checked:
    """Everything that decides one answer.

    Args:
        notice: the card.
        of: the programme over all rows.
        answer: of the row asked for.
        facts: the snapshot row, for the facts the values come from.
    """
    away = distance(of.graph, of.given, answer.row)
    return Checked(
        notice,
        answer.eligible,
        answer.amount,
        conditions_of(of, answer, facts_in(facts)),
        tuple(Lacking(one.what, one.settled_by) for one in answer.missing),
        tuple(_change(one) for one in away.changes[:_MOST_CHANGES]),
        away.from_day,
        tuple(_change(one) for one in away.losses[:_MOST_CHANGES]),
        answer.remarks,
    )


def facts_in(row: pa.Table | None) -> dict[str, str]:
    """By input, the fact its value comes from."""
    if row is None:
        return {}
    named = (name for name in row.column_names if name.endswith(FACT))
    return {name.removesuffix(FACT): str(row[name][0].as_py() or "") for name in named}


def conditions_of(of: Answers, answer: Answer, facts: Mapping[str, str]) -> tuple[Condition, ...]:
    """The conditions in the order of the notice, each with its limits and what it rests on."""
    graph = of.graph
    here = _row(of, answer.row)
    values = {one.name: one for one in trace(graph, of.made, of.given, answer.row, facts).inputs}
    made = []
    for clause in graph.clauses:
        needed = graph.needs(clause.name)
        given = tuple(
            Given(
                asked.term,
                values[name].value,
                asked.field.unit,
                values[name].fact,
                asked.field.source,
            )
            for name, asked in graph.asked.items()
            if name in needed
        )
        limits = tuple(_limits(of, clause, here))
        made.append(
            Condition(
                clause.name,
                clause.article,
                clause.sentence,
                answer.clauses[clause.name],
                clause.required,
                limits,
                given,
            )
        )
    return tuple(made)


def shortfall_limit(graph: Graph, short: Shortfall, what: str) -> Limit:
    """A limit that is missed, as a page shows it."""
    node = graph.nodes[short.clause]
    comparison = next(
        (one.comparison for one in gap.limits_of(graph, node) if one.what == short.what), "ge"
    )
    by, unit = _short(short.short_by, short.unit)
    return Limit(what, short.value, comparison, short.limit, short.unit, False, by, unit, "", None)


def _limits(of: Answers, clause: Node, here: Mapping[str, Vector]) -> list[Limit]:
    graph = of.graph
    found = []
    for one in gap.limits_of(graph, clause):
        have = compute_column(one.value, here).over(1).at(0)
        asked = compute_column(one.bound, here).over(1).at(0)
        unit, source, mark = _number(of, one)
        met = None if have is None or asked is None else bool(_MET[one.comparison](have, asked))
        away = written(abs(asked - have), unit) if met is False else None
        short, short_unit = _short(away, unit)
        found.append(
            Limit(
                of.sentence(one.what) if one.what else "",
                written(have, unit),
                one.comparison,
                written(asked, unit),
                unit,
                met,
                short,
                short_unit,
                source,
                mark,
            )
        )
    return [one for one in found if not isinstance(one.value, str)]


def _short(by: float | None, unit: str) -> tuple[float | None, str]:
    """Shares are short by percentage points; everything else by its own unit."""
    return (by * 100, "百分点") if by is not None and unit == "share" else (by, unit)


def _number(of: Answers, limit: gap.Limit) -> tuple[str, str, Bilingual | None]:
    """The unit a limit is written in, where the notice says it, and how it is known."""
    held = of.graph.held.get(limit.parameter)
    if held is None:
        return ("元" if limit.what and of.money.get(limit.what) == 1 else ""), "", None
    value = held.value
    return (
        held.parameter.unit,
        value.source if value else "",
        value.mark.term if value and value.mark.value != "sourced" else None,
    )


def _row(of: Answers, row: int) -> dict[str, Vector]:
    """Every input and every step of one row."""
    types = {name: node.type for name, node in of.graph.nodes.items()} | dict(of.graph.inputs)
    known = of.given | of.made
    on = {"on": constant((of.graph.on - _EPOCH).days, Type.DAY)}
    return on | {
        name: constant(vector.at(row), types[name])
        for name, vector in known.items()
        if name in types
    }


def _change(one: Change) -> OneChange:
    return OneChange(one.title, one.now, one.then, one.unit)
