"""A limit is told as missed only where it is missed and the condition fails for it."""

from dataclasses import replace
from typing import Any

import pytest
from random_rules import graph_over

from ceyuan.authoring import rules as words
from ceyuan.authoring.rules import Column, RuleRole, Type
from ceyuan.authoring.rules.column import column_of
from ceyuan.engines.rules.arrays import compute
from ceyuan.engines.rules.gap import gaps
from ceyuan.engines.rules.graph import Graph
from ceyuan.engines.rules.vector import Vector, vector_of

A, B = (Column("input", (name,), Type.NUMBER) for name in "ab")


def _clause(truth: Column) -> Graph:
    graph = graph_over((column_of(0), truth, column_of(0), column_of(True), column_of(None)))
    nodes = dict(graph.nodes) | {"x1": replace(graph.nodes["x1"], role=RuleRole.CLAUSE)}
    return replace(graph, nodes=nodes)


def _told(truth: Column, a: float | None, b: float | None) -> list[tuple[str, str, float]]:
    graph = _clause(truth)
    given: dict[str, Vector] = {n: vector_of([v], Type.NUMBER) for n, v in (("a", a), ("b", b))}
    known: Any = {name: vector_of([None], type_) for name, type_ in graph.inputs.items()} | given
    known |= compute(graph, known)
    return [
        (gap.limit.what, gap.limit.comparison, gap.bound.at(0)) for gap in gaps(graph, known, 1)
    ]


EITHER = words.any_of(A >= 10, B >= 3)


@pytest.mark.parametrize(
    ("a", "b", "told"),
    [
        (9.0, 2.0, [("a", "ge", 10.0), ("b", "ge", 3.0)]),
        (9.0, 3.0, []),
        (9.0, None, []),
        (None, 2.0, []),
        (10.0, 2.0, []),
    ],
)
def test_of_two_ways_in_a_missed_one_is_no_gap_while_the_other_may_do(
    a: float | None, b: float | None, told: list[tuple[str, str, float]]
) -> None:
    assert _told(EITHER, a, b) == told


def test_a_limit_written_first_is_seen_from_what_is_compared_with_it() -> None:
    assert _told(column_of(10) <= A, 9.0, None) == [("a", "ge", 10.0)]
    assert _told(column_of(10) > A, 10.0, None) == [("a", "lt", 10.0)]


def test_of_two_conditions_only_the_missed_one_is_told() -> None:
    assert _told(words.all_of(A >= 10, B < 3), 10.0, 3.0) == [("b", "lt", 3.0)]
