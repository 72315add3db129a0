"""A table may have a column that is called like a rule: the rule is computed all the same."""

from datetime import date

import pyarrow as pa
import pytest

from ceyuan.authoring import rules as words
from ceyuan.authoring.rules import Type
from ceyuan.catalogue import load_catalogue
from ceyuan.engines.rules.engine import open_engine
from ceyuan.engines.rules.table import fitted
from ceyuan.engines.rules.whole import whole_graph

#: Fields asked for three years, each with how it stands to the others.
YEARLY = (("rd_expense", 1), ("revenue", 10))


@pytest.mark.parametrize("engine", ["numpy", "duckdb"])
def test_the_intensity_of_one_year_in_a_register_is_not_that_of_three(engine: str) -> None:
    (item,) = (p for p in load_catalogue().programmes if p.name == "high_tech_enterprise")
    graph = whole_graph(item.programme, date(2025, 6, 1))
    years = {f"{name}{back}": [10.0 * scale] for back in ("", "_1", "_2") for name, scale in YEARLY}
    table = pa.table({"rd_share": [0.9], **years})

    rows, _ = fitted(table, [graph])
    with open_engine(engine, rows) as opened:
        answer = opened.answer(graph)

    assert answer["rd_share"].to_pylist() == [pytest.approx(0.1)]


@pytest.mark.parametrize("engine", ["numpy", "duckdb"])
def test_what_a_loan_amounts_to_is_not_what_its_bank_is_paid(engine: str) -> None:
    (item,) = (p for p in load_catalogue().programmes if p.name == "loan_risk_compensation")
    graph = whole_graph(item.programme, date(2025, 6, 1))
    truths = {name: [True] for name in ("knowledge_value_loan", "is_overdue", "claim_filed")}
    table = pa.table({"amount": [1_000_000_00.0], "overdue": [200_000_00.0], **truths})

    rows, _ = fitted(table, [graph])
    with open_engine(engine, rows) as opened:
        answer = opened.answer(graph)

    assert answer["amount"].to_pylist() == [160_000_00.0]


def test_a_rule_that_is_not_in_force_is_unknown_wherever_it_stands() -> None:
    truths = words.any_of(words.first_known(None, None), True)
    days = words.year_of(words.greatest(None, None))
    cases = words.when(None, 1).otherwise(None)

    types = [one.type for one in (*truths.args, *days.args, cases)]

    assert types == [Type.TRUTH, Type.TRUTH, Type.DAY, Type.NUMBER]


@pytest.mark.parametrize("engine", ["numpy", "duckdb"])
def test_a_day_before_one_way_in_was_opened_is_answered(engine: str) -> None:
    (item,) = (p for p in load_catalogue().programmes if p.name == "tech_sme")
    graph = whole_graph(item.programme, date(2018, 6, 1))

    rows, _ = fitted(pa.table({"is_high_tech": [True, False]}), [graph])
    with open_engine(engine, rows) as opened:
        answer = opened.answer(graph)

    assert answer["enters_directly"].to_pylist() == [True, None]
