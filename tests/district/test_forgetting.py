"""What is not known never turns an answer round: a verdict stays or becomes unknown."""

from typing import Any

import pytest

from ceyuan.catalogue import load_catalogue
from ceyuan.catalogue.sorts.programme import ProgrammeItem
from ceyuan.engines.rules.arrays import compute
from ceyuan.engines.rules.example import UNKNOWN, Case, case_columns, case_graph
from ceyuan.engines.rules.graph import Graph
from ceyuan.engines.rules.programme import ELIGIBLE

PROGRAMMES = {item.name: item for item in load_catalogue().programmes}

#: An expert's points outside the range that the figures give are no score; with the figures
#: forgotten nobody can tell, and the points stand. So in these an unknown may become known.
CONTRADICTED = {"high_tech_enterprise"}


@pytest.mark.parametrize("name", PROGRAMMES)
def test_forgetting_one_value_of_a_worked_case_never_turns_a_condition_round(name: str) -> None:
    turned = [
        (case.on, forgotten, rule, before, after)
        for case in _cases(PROGRAMMES[name])
        for graph in [case_graph(PROGRAMMES[name].programme, case)]
        for whole in [_truths(graph, case.given)]
        for forgotten in case.given
        for rule, after in _truths(graph, {**case.given, forgotten: UNKNOWN}).items()
        if (before := whole[rule]) is not after and after is not None
        if before is not None or name not in CONTRADICTED
    ]

    assert turned == []


def _cases(item: ProgrammeItem) -> list[Case]:
    return [
        Case(one.on, one.given, one.expect, one.parameters)
        for one in item.examples
        if item.programme.in_force(one.on)
    ]


def _truths(graph: Graph, given: dict[str, Any]) -> dict[str, bool | None]:
    """Every condition and the verdict."""
    made = compute(graph, case_columns(graph, given))
    names = [clause.name for clause in graph.clauses] + [ELIGIBLE]
    return {name: made[name].over(1).at(0) for name in names}
