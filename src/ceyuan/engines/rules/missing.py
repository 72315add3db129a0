"""What keeps an answer from being known: inputs nobody has given, numbers nobody has published."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from ceyuan.authoring.rules import Column
from ceyuan.engines.rules.graph import Graph, Node
from ceyuan.engines.rules.programme import AMOUNT, ELIGIBLE
from ceyuan.engines.rules.vector import Mask, Vector

#: How the name of an input that an expert gives ends.
EXPERTS = "_points"


@dataclass(frozen=True, slots=True)
class Missing:
    """For each thing that is missing, the rows where it keeps the answer unknown.

    Attributes:
        inputs: fields without a value.
        parameters: numbers of the notice without a value on the day.
        rules: steps that cannot be computed although their inputs are known (zero revenue).
    """

    inputs: dict[str, Mask] = field(default_factory=dict)
    parameters: dict[str, Mask] = field(default_factory=dict)
    rules: dict[str, Mask] = field(default_factory=dict)


def missing(
    graph: Graph, made: Mapping[str, Vector], given: Mapping[str, Vector], rows: int
) -> Missing:
    """Walk from the unknown answers back to what they lack.

    Args:
        graph: a whole programme on one day.
        made: every node.
        given: the inputs the rows have; an input that is not there is unknown.
        rows: how many.
    """
    found = Missing()
    needed: dict[str, Mask] = {}
    unknown = {name: made[name].unknown(rows) for name in graph.nodes}
    everywhere = np.ones(rows, dtype=bool)
    for name in graph.inputs:
        unknown[name] = given[name].unknown(rows) if name in given else everywhere
    for answer in (ELIGIBLE, AMOUNT):
        if answer in graph.nodes:
            needed[answer] = unknown[answer]
    for node in reversed(list(graph.nodes.values())):
        if node.name not in needed:
            continue
        here = needed[node.name] & unknown[node.name]
        if not here.any():
            continue
        explained = np.zeros(rows, dtype=bool)
        for name, wanted in _wanted(node, unknown, here):
            lacking = wanted & unknown[name] if name in unknown else wanted
            explained |= lacking
            if lacking.any():
                needed[name] = needed[name] | lacking if name in needed else lacking
        for name in node.parameters:
            held = graph.held[name]
            if _unpublished(held.value):
                before = found.parameters.get(name)
                found.parameters[name] = here if before is None else before | here
                explained |= here
        rest = here & ~explained
        if rest.any():
            found.rules[node.name] = rest
    for name in graph.inputs:
        if name in needed and needed[name].any():
            found.inputs[name] = needed[name]
    return found


def _wanted(node: Node, unknown: Mapping[str, Mask], here: Mask) -> Iterator[tuple[str, Mask]]:
    """What a node asks for, and the rows in which it is worth having.

    Where several ways lead to a value (`first_known`) only one of them is asked for: the first of
    which something is known already, or else the first. The points of an expert are asked for only
    where nothing else is lacking: a score has its range without them.
    """
    names = [name for name in node.inputs if name != "on"]
    ways = [way for one in node.column.args if (way := _names(one) & unknown.keys())]
    if node.column.op != "first_known" or len(ways) < 2:
        experts = [name for name in names if name.endswith(EXPERTS)]
        others = [name for name in names if name not in experts]
        yield from ((name, here) for name in others)
        for name in others:
            here = here & ~unknown[name] if name in unknown else here
        yield from ((name, here) for name in experts)
        return
    taken = {name: np.zeros_like(here) for name in names}
    left = here
    for begun_only in (True, False):
        for way in ways:
            states = [unknown[name] for name in way]
            mine = left & np.logical_or.reduce(states)
            if begun_only:
                mine &= ~np.logical_and.reduce(states)
            for name in way:
                taken[name] = taken[name] | mine
            left = left & ~mine
    yield from taken.items()


def _names(column: Any) -> set[str]:
    """The inputs and rules an expression is about."""
    if not isinstance(column, Column):
        return set()
    if column.op == "input":
        return {str(column.args[0])}
    return set().union(*(_names(one) for one in column.args))


def _unpublished(value: object) -> bool:
    held = getattr(value, "value", None)
    if isinstance(held, tuple):
        return any(getattr(row, "value", row) is None for row in held)
    return held is None
