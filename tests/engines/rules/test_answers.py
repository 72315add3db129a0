"""What an answer says: verdict, what is missing, how far, which way it came."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pyarrow as pa
import pytest
from workshop import WINNER

from ceyuan.catalogue import load_catalogue
from ceyuan.engines.rules.answer import Answer, Answers, answers
from ceyuan.engines.rules.distance import distance
from ceyuan.engines.rules.engine import open_engine
from ceyuan.engines.rules.graph import Graph
from ceyuan.engines.rules.parameter import DatedValue, Mark
from ceyuan.engines.rules.programme import Programme
from ceyuan.engines.rules.table import UnfitColumn, fitted
from ceyuan.engines.rules.trace import trace
from ceyuan.engines.rules.whole import whole_graph

Rows = Callable[..., pa.Table]


def ask(graph: Graph, table: pa.Table) -> Answers:
    rows, _ = fitted(table, [graph])
    with open_engine("duckdb", rows) as engine:
        return answers(engine, graph, rows)


def first(graph: Graph, table: pa.Table) -> Answer:
    return next(ask(graph, table).each())


def test_a_workshop_on_every_limit_wins_and_gets_its_share(graph: Graph, table_for: Rows) -> None:
    answer = first(graph, table_for(graph, WINNER))

    assert (answer.eligible, answer.amount) == (True, 250.0)
    assert answer.values["prize"] == 250.0


def test_an_unknown_record_is_named_with_the_paper_that_settles_it(
    graph: Graph, table_for: Rows
) -> None:
    answer = first(graph, table_for(graph, WINNER | {"clean_record": None}))

    assert answer.eligible is None
    assert [(lack.name, lack.settled_by) for lack in answer.missing] == [
        ("clean_record", "议会证明")
    ]


def test_what_cannot_change_the_verdict_is_not_missing(graph: Graph, table_for: Rows) -> None:
    answer = first(graph, table_for(graph, WINNER | {"makers": 51.0, "clean_record": None}))

    assert answer.eligible is False
    assert answer.missing == ()


def test_a_number_nobody_has_published_is_named(graph: Graph, table_for: Rows) -> None:
    answer = first(graph, table_for(graph, WINNER | {"styles": "|新式|"}))

    assert answer.amount is None
    assert [lack.name for lack in answer.missing] == ["style_bonus"]
    assert "没有公布的数值" in answer.missing[0].what.zh


@pytest.mark.parametrize(
    ("start", "until", "said"),
    [
        (date(2025, 1, 1), None, "自 2025-01-01 起才有数值"),
        (date(2020, 1, 1), date(2023, 12, 31), "只到 2023-12-31 有数值"),
    ],
)
def test_a_number_of_other_days_is_unknown_and_says_of_which(
    kite_prize: Programme, graph: Graph, table_for: Rows, start: date, until: date, said: str
) -> None:
    ceiling = kite_prize.parameters["makers_ceiling"]
    dated = replace(ceiling, values=(DatedValue(start, "第二条", Mark.SOURCED, 50, until),))
    parameters = dict(kite_prize.parameters) | {"makers_ceiling": dated}

    then = whole_graph(replace(kite_prize, parameters=parameters), graph.on)
    answer = first(then, table_for(graph, WINNER))

    assert answer.eligible is None
    assert [(lack.name, said in lack.what.zh) for lack in answer.missing] == [
        ("makers_ceiling", True)
    ]


def test_zero_sales_are_told_as_what_cannot_be_computed(graph: Graph, table_for: Rows) -> None:
    answer = first(graph, table_for(graph, WINNER | {"sales": 0.0}))

    assert answer.eligible is None
    assert [lack.name for lack in answer.missing] == ["paper_share"]


def test_a_missed_limit_says_by_how_much(graph: Graph, table_for: Rows) -> None:
    answer = first(graph, table_for(graph, WINNER | {"makers": 53.0}))

    gap = answer.gaps[0]
    assert (gap.clause, gap.what, gap.value, gap.limit, gap.short_by, gap.unit) == (
        "small_enough", "makers", 53, 50, 3, "人",
    )  # fmt: skip


def test_a_recalled_number_is_remarked_on(graph: Graph, table_for: Rows) -> None:
    answer = first(graph, table_for(graph, WINNER))

    assert ["凭记忆" in remark.zh for remark in answer.remarks] == [True]


def test_the_smallest_change_that_would_qualify(graph: Graph, table_for: Rows) -> None:
    asked = ask(graph, table_for(graph, WINNER | {"paper_cost": 249_999.0}))

    changes = [(c.input, c.now, c.then) for c in distance(graph, asked.given).changes]

    assert ("paper_cost", 2499.99, 2500.0) in changes
    assert changes[0] == ("sales", 50_000.0, 50_000.01)


def test_sales_that_reach_the_next_band_would_qualify_too(graph: Graph, table_for: Rows) -> None:
    asked = ask(graph, table_for(graph, WINNER | {"paper_cost": 240_000.0}))

    changes = {change.input: change.then for change in distance(graph, asked.given).changes}

    assert changes["sales"] in (48_000.0, 50_000.01)


def test_time_alone_qualifies_from_a_day(graph: Graph, table_for: Rows) -> None:
    asked = ask(graph, table_for(graph, WINNER | {"opened": date(2022, 9, 10)}))

    assert distance(graph, asked.given).from_day == date(2024, 9, 10)


def test_a_winner_learns_where_growth_would_lose_it(graph: Graph, table_for: Rows) -> None:
    asked = ask(graph, table_for(graph, WINNER))

    losses = {change.input: change.then for change in distance(graph, asked.given).losses}

    assert losses["makers"] == 51
    assert losses["clean_record"] is False


def test_what_growth_would_lose_stands_before_what_somebody_would_have_to_do(
    graph: Graph, table_for: Rows
) -> None:
    asked = ask(graph, table_for(graph, WINNER))

    turned = [isinstance(one.now, bool) for one in distance(graph, asked.given).losses]

    assert turned == sorted(turned)
    assert {True, False} == set(turned)


def test_each_step_names_its_inputs_its_numbers_and_their_article(
    graph: Graph, table_for: Rows
) -> None:
    asked = ask(graph, table_for(graph, WINNER))

    steps = {step.name: step for step in trace(graph, asked.made, asked.given, 0).steps}

    prize = steps["prize"]
    assert (prize.value, prize.unit, prize.inputs) == (250.0, "元", ("paper_cost",))
    assert [(p.name, p.value, p.source) for p in prize.parameters] == [
        ("rate", 0.1, "第四条"),
        ("cap", 1000, "第四条"),
    ]
    assert steps["paper_share"].formula == "paper_cost ÷ sales"
    assert steps["paper_share"].in_words == "纸张费用 ÷ 销售收入"


def test_the_answer_of_a_programme_that_has_ended_is_unknown_to_those_that_ask_for_it(
    kite_prize: Programme, graph: Graph, table_for: Rows
) -> None:
    (grand,) = (i for i in load_catalogue("toyland").programmes if i.name == "grand_prize")
    ended = replace(kite_prize, valid_until=date(2023, 12, 31))

    def asking(prize: Programme) -> bool | None:
        whole = whole_graph(replace(grand.programme, others=lambda _: prize), graph.on)
        return first(whole, table_for(graph, WINNER)).clauses["holds_kite_prize"]

    assert asking(kite_prize) is True
    assert asking(ended) is None


def test_text_where_a_number_belongs_is_refused(graph: Graph) -> None:
    with pytest.raises(UnfitColumn, match="sales"):
        fitted(pa.table({"sales": ["many"]}), [graph])


@pytest.mark.parametrize("wild", [float("nan"), float("inf"), 1e300, 1e-300])
def test_a_number_beyond_all_measure_is_unknown_and_told(graph: Graph, wild: float) -> None:
    table, absurd = fitted(pa.table({"sales": [wild, 5.0]}), [graph])

    assert table["sales"].to_pylist() == [None, 5.0]
    assert [(one.column, one.row) for one in absurd] == [("sales", 0)]


def test_a_changed_parameter_changes_the_answer_and_not_the_programme(
    kite_prize: Programme, graph: Graph, table_for: Rows
) -> None:
    stricter = whole_graph(kite_prize.changed({"makers_ceiling": 10}, graph.on, "测算"), graph.on)

    assert first(stricter, table_for(graph, WINNER)).eligible is False
    assert first(graph, table_for(graph, WINNER)).eligible is True
