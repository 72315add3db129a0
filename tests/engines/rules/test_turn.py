"""Which answer of yes or no makes a condition fail."""

from collections.abc import Callable

import pyarrow as pa
from workshop import WINNER

from ceyuan.engines.rules.answer import answers
from ceyuan.engines.rules.engine import open_engine
from ceyuan.engines.rules.graph import Graph
from ceyuan.engines.rules.table import fitted
from ceyuan.engines.rules.turn import Turn, turns

Rows = Callable[..., pa.Table]


def turned(graph: Graph, table: pa.Table) -> list[Turn]:
    rows, _ = fitted(table, [graph])
    with open_engine("numpy", rows) as engine:
        return turns(answers(engine, graph, rows))


def test_a_bad_record_is_what_makes_the_condition_fail_and_only_where_there_is_one(
    graph: Graph, table_for: Rows
) -> None:
    rows = (WINNER, WINNER | {"clean_record": False}, WINNER | {"clean_record": None})

    (found,) = turned(graph, table_for(graph, *rows))

    assert (found.clause, found.input) == ("behaves", "clean_record")
    assert found.rows.tolist() == [False, True, False]


def test_a_condition_that_fails_by_a_number_has_no_answer_to_turn(
    graph: Graph, table_for: Rows
) -> None:
    assert turned(graph, table_for(graph, WINNER | {"makers": 51.0})) == []


def test_where_nothing_fails_nothing_is_asked(graph: Graph, table_for: Rows) -> None:
    assert turned(graph, table_for(graph, WINNER)) == []
