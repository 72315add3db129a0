"""Rows just inside, just outside and on every limit of a programme, and unknown: made from the rules.

A limit on a ratio cannot be reached by setting fields one by one, so the rule that is compared is set
itself: each set of rows gives one name, field or rule, and leaves everything above it to be computed.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import pyarrow as pa

from ceyuan.authoring.rules import Column, Type
from ceyuan.engines.rules.graph import Graph
from ceyuan.engines.rules.table import ARROW_TYPES


@dataclass(frozen=True, slots=True)
class BoundaryRows:
    """Rows that move one name over the limits it is compared with.

    Attributes:
        name: the field or rule that is set.
        limits: the values it is compared with.
        table: one row for each value and each state of everything else.
    """

    name: str
    limits: tuple[float, ...]
    table: pa.Table


def boundary_rows(graph: Graph) -> Iterator[BoundaryRows]:
    """The rows for every name that some rule compares with a number of the notice.

    Everything else is unknown, then every truth true and every number 1, then every truth false
    and every number 0.
    """
    limits = _limits(graph)
    types = {name: node.type for name, node in graph.nodes.items()} | dict(graph.inputs)
    for name, found in limits.items():
        if types.get(name) is not Type.NUMBER:
            continue
        values: list[float | None] = [None]
        for limit in sorted(found):
            values += [math.nextafter(limit, -math.inf), limit, math.nextafter(limit, math.inf)]
            values += [limit - 1, limit + 1]
        values = [0.0 if v is not None and abs(v) < 1e-9 else v for v in values]
        yield BoundaryRows(name, tuple(sorted(found)), _table(graph, name, values))


def _table(graph: Graph, name: str, values: list[float | None]) -> pa.Table:
    states: tuple[dict[Type, float | bool], ...] = (
        {},
        {Type.NUMBER: 1.0, Type.TRUTH: True},
        {Type.NUMBER: 0.0, Type.TRUTH: False},
    )
    columns: dict[str, pa.Array] = {}
    for one, type_ in graph.inputs.items():
        if one != name:
            column = [state.get(type_) for state in states for _ in values]
            columns[one] = pa.array(column, ARROW_TYPES[type_])
    columns[name] = pa.array(values * len(states), pa.float64())
    return pa.table(columns)


def _limits(graph: Graph) -> dict[str, set[float]]:
    found: dict[str, set[float]] = {}

    def look(column: Column) -> None:
        if column.op == "band":
            edges = {r.high for r in column.args[1].rows if r.high is not None}
            note(column.args[0], edges)
            look(column.args[0])
            return
        if column.op in ("ge", "gt", "le", "lt", "eq"):
            for here, there in (column.args, column.args[::-1]):
                note(here, _fixed(there))
        for one in column.args:
            if isinstance(one, Column):
                look(one)

    def note(column: Column, edges: set[float]) -> None:
        if column.op == "input" and edges:
            found.setdefault(str(column.args[0]), set()).update(edges)

    for node in graph.nodes.values():
        look(node.column)
    return found


def _fixed(column: Column) -> set[float]:
    value = column.args[-1] if column.op in ("literal", "parameter") else None
    if column.type is Type.NUMBER and isinstance(value, int | float):
        return {float(value)}
    if column.op == "band":
        return {float(r.value) for r in column.args[1].rows if r.value is not None}
    return set()
