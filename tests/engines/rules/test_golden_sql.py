"""The SQL of one programme, kept: a new SQLGlot that says it otherwise is noticed."""

from pathlib import Path

import pytest

from ceyuan.engines.rules.graph import Graph
from ceyuan.engines.rules.sql.query import query
from ceyuan.engines.rules.sql.tongue import TONGUES

KEPT = Path(__file__).parent / "golden"


@pytest.mark.parametrize("name", list(TONGUES))
def test_the_toy_prize_is_said_as_before(graph: Graph, name: str) -> None:
    said = query(graph, TONGUES[name], "rows", list(graph.inputs))

    assert said + "\n" == (KEPT / f"kite_prize.{name}.sql").read_text("utf-8")
