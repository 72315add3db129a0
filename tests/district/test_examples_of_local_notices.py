"""The examples of a local notice try each of its conditions: met, not met, and not known."""

from typing import Any

import pytest

from ceyuan.catalogue import load_catalogue
from ceyuan.engines.rules.arrays import compute
from ceyuan.engines.rules.example import Case, case_columns, case_graph

SAMPLE = "990101"
LOCAL = {
    item.name: item
    for item in load_catalogue().programmes
    if item.card.jurisdiction not in ("", SAMPLE)
}


def _seen(name: str) -> dict[str, set[Any]]:
    """What each condition, `eligible` and `amount` came out as over the examples of a programme."""
    item = LOCAL[name]
    seen: dict[str, set[Any]] = {}
    for example in item.examples:
        if not item.programme.in_force(example.on):
            continue
        case = Case(example.on, example.given, example.expect, example.parameters)
        graph = case_graph(item.programme, case)
        made = compute(graph, case_columns(graph, case.given))
        for rule in (*(node.name for node in graph.clauses), "eligible", "amount"):
            if rule in made:
                seen.setdefault(rule, set()).add(made[rule].over(1).at(0))
    return seen


@pytest.mark.parametrize("name", LOCAL)
def test_every_condition_is_met_in_one_example_failed_in_one_and_unknown_in_one(name: str) -> None:
    seen = {rule: came_out for rule, came_out in _seen(name).items() if rule != "amount"}

    assert {rule: {True, False, None} - came_out for rule, came_out in seen.items()} == {
        rule: set() for rule in seen
    }


@pytest.mark.parametrize("name", [name for name in LOCAL if "amount" in _seen(name)])
def test_an_amount_is_paid_in_one_example_and_cannot_be_told_in_another(name: str) -> None:
    amounts = _seen(name)["amount"]

    assert None in amounts
    assert any(amount is not None and amount > 0 for amount in amounts)
