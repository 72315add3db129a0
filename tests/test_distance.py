"""How far the firms of the worked cases are: whatever is proposed does it, and somebody would do it."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from ceyuan.authoring.rules import Type
from ceyuan.catalogue import load_catalogue
from ceyuan.catalogue.sorts.programme import ProgrammeItem
from ceyuan.engines.rules.arrays import compute
from ceyuan.engines.rules.distance import Change, Distance, distance
from ceyuan.engines.rules.example import Case, case_columns, case_graph
from ceyuan.engines.rules.graph import Graph
from ceyuan.engines.rules.parameter import computed
from ceyuan.engines.rules.programme import ELIGIBLE
from ceyuan.engines.rules.vector import Vector, constant
from ceyuan.model.kind import Acting

PROGRAMMES = {item.name: item for item in load_catalogue().programmes}
_EPOCH = 719_163


def cases(item: ProgrammeItem) -> Iterator[tuple[Graph, dict[str, Vector], Distance]]:
    for example in item.examples:
        if not item.programme.in_force(example.on):
            continue
        case = Case(example.on, example.given, example.expect, example.parameters)
        graph = case_graph(item.programme, case)
        columns = case_columns(graph, case.given)
        here = {name: vector for name, vector in columns.items() if name in graph.inputs}
        yield graph, here, distance(graph, here)


def verdict(
    graph: Graph, here: dict[str, Vector], changes: tuple[Change, ...], day: date | None = None
) -> Any:
    columns = dict(here)
    for one in changes:
        type_ = graph.inputs[one.input]
        value = one.then if type_ is Type.TRUTH else computed(one.then, one.unit)
        columns[one.input] = constant(value, type_)
    if day is not None:
        columns["on"] = constant(day.toordinal() - _EPOCH, Type.DAY)
    return compute(graph, columns)[ELIGIBLE].over(1).at(0)


@pytest.mark.parametrize("name", PROGRAMMES)
def test_what_is_proposed_qualifies_and_what_is_warned_of_loses(name: str) -> None:
    for graph, here, away in cases(PROGRAMMES[name]):
        for one in away.changes:
            assert verdict(graph, here, (one,)) is True
        for one in away.losses:
            assert verdict(graph, here, (one,)) is False
        if away.from_day:
            assert verdict(graph, here, (), away.from_day) is True
        if away.together:
            assert verdict(graph, here, away.together, away.together_from) is True
            for left_out in away.together:
                rest = tuple(one for one in away.together if one is not left_out)
                assert verdict(graph, here, rest, away.together_from) is not True


@pytest.mark.parametrize("name", PROGRAMMES)
def test_nobody_is_told_to_shrink_or_to_change_what_is_over(name: str) -> None:
    for graph, here, away in cases(PROGRAMMES[name]):
        proposed = [*away.changes, *away.together, *(c for u in away.conditions for c in u.changes)]
        for one in proposed:
            asked = graph.asked[one.input]
            assert asked.years_back == 0
            assert asked.field.acting is not Acting.FIXED
            if asked.type is Type.NUMBER:
                lowered = asked.field.acting is Acting.LOWERED or asked.field.unit == "位"
                assert (one.then < one.now) is lowered
            if whole := here.get(asked.field.part_of):
                assert (whole.at(0) is None) or computed(one.then, one.unit) <= whole.at(0)


@pytest.mark.parametrize("name", PROGRAMMES)
def test_every_condition_that_fails_is_looked_at_for_itself(name: str) -> None:
    for graph, here, away in cases(PROGRAMMES[name]):
        made = compute(graph, here)
        if made[ELIGIBLE].over(1).at(0) is not False:
            assert away.conditions == ()
            continue
        failing = [n.name for n in graph.clauses if n.required]
        failing = [clause for clause in failing if made[clause].over(1).at(0) is False]
        assert [one.clause for one in away.conditions] == failing
        stuck = [one for one in away.conditions if one.stuck]
        helped = away.changes or away.from_day or away.together
        assert away.none_found is (bool(stuck) and not helped)
