"""What a workshop that does not qualify is told to do, and what it is never told."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pyarrow as pa
import pytest
from workshop import WINNER

from ceyuan.authoring.rules import clause, rule_of
from ceyuan.engines.rules.distance import Distance, distance
from ceyuan.engines.rules.graph import Graph
from ceyuan.engines.rules.programme import Programme, WrittenRule
from ceyuan.engines.rules.search import Search, Span
from ceyuan.engines.rules.table import fitted, vectors_of
from ceyuan.engines.rules.whole import whole_graph
from ceyuan.model.kind import Acting

Rows = Callable[..., pa.Table]


def away(graph: Graph, table_for: Rows, **differs: Any) -> Distance:
    rows, _ = fitted(table_for(graph, WINNER | differs), [graph])
    return distance(graph, vectors_of(rows, graph))


def with_acting(programme: Programme, field: str, acting: Acting, on: date) -> Graph:
    fields = dict(programme.fields)
    fields[field] = replace(fields[field], acting=acting)
    return whole_graph(replace(programme, fields=fields), on)


def test_nobody_is_told_to_sell_less(graph: Graph, table_for: Rows) -> None:
    told = away(graph, table_for, paper_cost=240_000.0)

    assert {(one.input, one.then > one.now) for one in told.changes} == {
        ("sales", True),
        ("paper_cost", True),
    }


def test_a_workshop_that_has_grown_too_large_is_told_that_nothing_was_found(
    graph: Graph, table_for: Rows
) -> None:
    told = away(graph, table_for, makers=53.0)

    assert told.none_found
    assert [(one.clause, one.changes, one.from_day) for one in told.conditions] == [
        ("small_enough", (), None)
    ]


def test_a_field_that_says_so_is_lowered(
    kite_prize: Programme, graph: Graph, table_for: Rows
) -> None:
    lowered = with_acting(kite_prize, "makers", Acting.LOWERED, graph.on)

    told = away(lowered, table_for, makers=53.0)

    assert [(one.input, one.then) for one in told.changes] == [("makers", 50)]


@pytest.mark.parametrize(
    ("acting", "turns"), [(Acting.USUAL, True), (Acting.RAISED, True), (Acting.FIXED, False)]
)
def test_a_fact_that_nobody_can_change_is_not_proposed(
    kite_prize: Programme, graph: Graph, table_for: Rows, acting: Acting, turns: bool
) -> None:
    asked = with_acting(kite_prize, "clean_record", acting, graph.on)

    told = away(asked, table_for, clean_record=False)

    assert [one.input for one in told.changes] == ["clean_record"] * turns
    assert told.none_found is not turns


def test_where_no_single_change_is_enough_the_smallest_that_are_enough_together_are_told(
    graph: Graph, table_for: Rows
) -> None:
    told = away(graph, table_for, paper_cost=249_000.0, clean_record=False)

    assert told.changes == ()
    assert {(one.input, one.then) for one in told.together} == {
        ("clean_record", True),
        ("sales", 50_000.01),
    }
    assert told.together_from is None


def test_what_must_be_waited_for_is_told_with_what_must_be_done(
    graph: Graph, table_for: Rows
) -> None:
    told = away(graph, table_for, opened=date(2022, 9, 10), clean_record=False)

    assert [one.input for one in told.together] == ["clean_record"]
    assert told.together_from == date(2024, 9, 10)


def test_each_condition_says_what_would_meet_it_by_itself(graph: Graph, table_for: Rows) -> None:
    told = away(graph, table_for, opened=date(2022, 9, 10), makers=53.0, paper_cost=240_000.0)

    found = {one.clause: (len(one.changes), one.from_day) for one in told.conditions}
    assert found == {
        "old_enough": (0, date(2024, 9, 10)),
        "small_enough": (0, None),
        "uses_enough_paper": (2, None),
    }
    assert told.none_found


@clause("第九条")
def busy_and_well_supplied(makers, paper_cost):  # type: ignore[no-untyped-def]
    """匠人二十人以上，且纸张费用三千元以上。"""
    return (makers >= 20) & (paper_cost >= 300_000)


def test_a_condition_that_no_single_figure_meets_is_met_by_two_raised_as_little_as_will_do(
    kite_prize: Programme, graph: Graph, table_for: Rows
) -> None:
    rule = rule_of(busy_and_well_supplied)
    assert rule is not None
    name = "busy_and_well_supplied"
    written = WrittenRule(
        name, busy_and_well_supplied, rule, "匠人二十人以上，且纸张费用三千元以上。", 99
    )
    stricter = whole_graph(replace(kite_prize, rules={**kite_prize.rules, name: written}), graph.on)

    told = away(stricter, table_for, makers=12.0)

    (condition,) = told.conditions
    assert (condition.clause, condition.changes, condition.stuck) == (name, (), False)
    assert {(one.input, one.then) for one in condition.together} == {
        ("makers", 20),
        ("paper_cost", 3000),
    }
    assert told.together == condition.together


def test_something_unknown_in_the_way_is_missing_and_not_hopeless(
    graph: Graph, table_for: Rows
) -> None:
    told = away(graph, table_for, paper_cost=240_000.0, clean_record=None)

    assert (told.changes, told.together, told.none_found) == ((), (), False)
    assert [one.clause for one in told.conditions] == ["uses_enough_paper"]


def test_two_figures_are_found_where_neither_alone_can_go_far_enough(
    graph: Graph, table_for: Rows
) -> None:
    rows, _ = fitted(table_for(graph, WINNER | {"paper_cost": 100_000.0}), [graph])
    here = vectors_of(rows, graph)
    search = Search(
        graph, {n: replace(v, values=v.values[0]) for n, v in here.items()}, ["eligible"]
    )
    sales = Span("sales", 5_000_000.0, 5_000_100.0, 1.0)
    paper = Span("paper_cost", 100_000.0, 200_100.0, 1.0)

    alone = search.nearest([sales, paper], wanted=True)
    both = search.two([sales, paper], "eligible")

    assert alone == {}
    assert both is not None
    assert search.says("eligible", {both[0].name: both[1], both[2].name: both[3]}) is True
