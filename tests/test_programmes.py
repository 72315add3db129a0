"""Every programme of the district: the same answers on every engine, at every limit it has."""

from collections import defaultdict
from datetime import date
from types import SimpleNamespace

import pyarrow as pa
import pytest

from ceyuan.authoring.rules import Type
from ceyuan.catalogue import load_catalogue
from ceyuan.catalogue.sorts.programme import regime_days
from ceyuan.engines.rules.boundary import boundary_rows
from ceyuan.engines.rules.engine import open_engine
from ceyuan.engines.rules.example import Case, case_columns, case_graph
from ceyuan.engines.rules.graph import Graph
from ceyuan.engines.rules.table import ARROW_TYPES, fitted
from ceyuan.engines.rules.vector import Vector
from ceyuan.engines.rules.whole import whole_graph

PROGRAMMES = {item.name: item for item in load_catalogue().programmes}


def _alike(graph: Graph, table: pa.Table, engine: str, address: str = "") -> None:
    rows, _ = fitted(table, [graph])
    with open_engine("numpy", rows) as one, open_engine(engine, rows, address) as other:
        assert one.answer(graph).equals(other.answer(graph))


def _row(graph: Graph, given: dict[str, Vector]) -> pa.Table:
    types = {name: node.type for name, node in graph.nodes.items()} | dict(graph.inputs)
    columns = {}
    for name in types.keys() & given.keys():
        value = given[name].over(1).at(0)
        if value is not None and types[name] is Type.DAY:
            value = date.fromordinal(value + 719_163)
        columns[name] = pa.array([value], ARROW_TYPES[types[name]])
    return pa.table(columns or {"nothing": pa.array([None], pa.float64())})


@pytest.mark.parametrize("name", PROGRAMMES)
def test_worked_cases_come_out_alike_on_numpy_and_duckdb(name: str) -> None:
    item = PROGRAMMES[name]
    batches: dict[tuple[str, ...], list[pa.Table]] = defaultdict(list)
    graphs: dict[tuple[str, ...], Graph] = {}
    for example in item.examples:
        case = Case(example.on, example.given, example.expect, example.parameters)
        if not item.programme.in_force(example.on):
            continue
        graph = case_graph(item.programme, case)
        table = _row(graph, case_columns(graph, case.given))
        rules = sorted(n for n in table.column_names if n in graph.nodes)
        key = (str(example.on), repr(sorted(example.parameters.items())), *rules)
        graphs.setdefault(key, graph)
        batches[key].append(table)

    for key, tables in batches.items():
        whole = pa.concat_tables(tables, promote_options="permissive")
        _alike(graphs[key], whole, "duckdb")


@pytest.mark.parametrize("name", PROGRAMMES)
def test_at_every_limit_numpy_and_duckdb_agree(name: str) -> None:
    programme = PROGRAMMES[name].programme
    graph = whole_graph(programme, regime_days(programme)[-1])

    for rows in boundary_rows(graph):
        _alike(graph, rows.table, "duckdb")


@pytest.mark.postgres
@pytest.mark.parametrize("name", PROGRAMMES)
def test_at_every_limit_postgres_agrees(name: str, postgres_session: str) -> None:
    programme = PROGRAMMES[name].programme
    graph = whole_graph(programme, regime_days(programme)[-1])

    for rows in list(boundary_rows(graph))[:3]:
        _alike(graph, rows.table, "postgres", postgres_session)


@pytest.fixture(scope="module")
def postgres_session(postgres: SimpleNamespace) -> str:
    return str(postgres.fresh())
