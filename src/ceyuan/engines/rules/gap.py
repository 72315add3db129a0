"""How far a row is from each limit it does not meet."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from ceyuan.authoring.rules import Column, Type
from ceyuan.engines.rules.arrays import compute_column
from ceyuan.engines.rules.day import day_number
from ceyuan.engines.rules.graph import Graph, Node
from ceyuan.engines.rules.programme import ELIGIBLE
from ceyuan.engines.rules.vector import Mask, Vector, constant

_LIMITS = ("ge", "gt", "le", "lt")
_EITHER = ("or", "any_of")
_JOINED = ("and", "or", "all_of", "any_of", "at_least_n_of")


@dataclass(frozen=True, slots=True)
class Limit:
    """One comparison in a condition.

    Attributes:
        clause: the condition it decides.
        what: the input or rule that is compared; empty where it is an expression.
        comparison: `ge`, `gt`, `le` or `lt`, as seen from `what`.
        value: what the rows have.
        bound: what they are compared with.
        parameter: the number of the notice it is, where it is one.
    """

    clause: str
    what: str
    comparison: str
    value: Column
    bound: Column
    parameter: str


@dataclass(frozen=True, slots=True)
class Gap:
    """A limit with what each row has of it, and where it is not met."""

    limit: Limit
    value: Vector
    bound: Vector
    unmet: Mask


def limits_of(graph: Graph, clause: Node) -> list[Limit]:
    """Every comparison a condition rests on, through the truths it is put together from."""
    found: list[Limit] = []

    def look(column: Column) -> None:
        if column.op == "input" and column.args[0] in graph.nodes:
            if column.type is Type.TRUTH:
                look(graph.nodes[column.args[0]].column)
        elif column.op in _JOINED:
            for one in column.args:
                look(one)
        elif column.op in _LIMITS:
            found.append(_limit(clause.name, column))

    look(clause.column)
    return found


def gaps(graph: Graph, known: Mapping[str, Vector], rows: int) -> list[Gap]:
    """For each limit of each condition, the rows that miss it while the condition fails.

    One of several ways is not asked for where another way is open: who holds a certificate need not
    have won the prize that would do as well.

    Args:
        graph: a whole programme on one day.
        known: every input and every node.
        rows: how many.
    """
    known = {"on": constant(day_number(graph.on), Type.DAY), **known}
    found = []
    for clause in graph.clauses:
        fails = _false(known[clause.name], rows)
        if not clause.required and fails.any():
            fails &= ~_open_otherwise(graph, clause.name, known, rows)
        if not fails.any():
            continue
        for limit in limits_of(graph, clause):
            value = compute_column(limit.value, known)
            bound = compute_column(limit.bound, known)
            both = ~value.unknown(rows) & ~bound.unknown(rows)
            met = np.broadcast_to(_MET[limit.comparison](value.values, bound.values), rows)
            unmet = fails & both & ~met
            if unmet.any():
                found.append(Gap(limit, value.over(rows), bound.over(rows), unmet))
    return found


def _open_otherwise(graph: Graph, name: str, known: Mapping[str, Vector], rows: int) -> Mask:
    """Rows in which whatever rests on the rule holds by another way."""
    uses = [node for node in graph.nodes.values() if name in node.inputs]
    found = np.full(rows, bool(uses))
    for node in uses:
        here = np.zeros(rows, np.bool_)
        for ways in _ways(node.column, name):
            here |= _true(compute_column(ways, known), rows)
        if node.name != ELIGIBLE:
            here |= _open_otherwise(graph, node.name, known, rows)
        found &= here
    return found


def _ways(column: Column, name: str) -> Iterator[Column]:
    """The lists of alternatives, each as long as it goes, that a rule is one of."""
    if column.op in _EITHER and name in _members(column):
        yield column
        return
    for one in column.args:
        if isinstance(one, Column):
            yield from _ways(one, name)


def _members(column: Column) -> Iterator[str]:
    for one in column.args:
        if one.op in _EITHER:
            yield from _members(one)
        elif one.op == "input":
            yield one.args[0]


def _limit(clause: str, column: Column) -> Limit:
    value, bound, op = column.args[0], column.args[1], column.op
    if _fixed(value) and not _fixed(bound):
        value, bound, op = bound, value, _TURNED[op]
    what = value.args[0] if value.op == "input" else ""
    parameter = bound.args[0] if bound.op == "parameter" else ""
    if bound.op == "band":
        parameter = bound.args[1].name
    return Limit(clause, what, op, value, bound, parameter)


def _fixed(column: Column) -> bool:
    return column.op in ("literal", "parameter", "band")


def _true(vector: Vector, rows: int) -> Mask:
    return np.asarray(np.broadcast_to(vector.values, rows) & ~vector.unknown(rows))


def _false(vector: Vector, rows: int) -> Mask:
    known = np.broadcast_to(True if vector.known is None else vector.known, rows)
    return np.asarray(~np.broadcast_to(vector.values, rows) & known)


_TURNED = {"ge": "le", "gt": "lt", "le": "ge", "lt": "gt"}
_MET = {
    "ge": lambda a, b: a >= b,
    "gt": lambda a, b: a > b,
    "le": lambda a, b: a <= b,
    "lt": lambda a, b: a < b,
}
