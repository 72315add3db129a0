"""Toyland's programmes, and a table to ask them about."""

from collections.abc import Callable
from datetime import date
from types import SimpleNamespace
from typing import Any

import pyarrow as pa
import pytest

from ceyuan.catalogue import load_catalogue
from ceyuan.engines.rules.graph import Graph
from ceyuan.engines.rules.programme import Programme
from ceyuan.engines.rules.table import ARROW_TYPES
from ceyuan.engines.rules.whole import whole_graph

ON = date(2024, 6, 1)


@pytest.fixture(scope="session")
def kite_prize() -> Programme:
    return {item.name: item for item in load_catalogue("toyland").programmes}[
        "kite_prize"
    ].programme


@pytest.fixture(scope="session")
def graph(kite_prize: Programme) -> Graph:
    return whole_graph(kite_prize, ON)


@pytest.fixture(scope="session")
def table_for() -> Callable[..., pa.Table]:
    """Rows given as mappings, money in fen, as a table a graph can be asked about."""

    def made(graph: Graph, *rows: dict[str, Any]) -> pa.Table:
        return pa.table(
            {n: pa.array([r.get(n) for r in rows], ARROW_TYPES[t]) for n, t in graph.inputs.items()}
        )

    return made


@pytest.fixture(scope="module")
def postgres_session(postgres: SimpleNamespace) -> str:
    return str(postgres.fresh())
