"""Every programme of the district: the same answers on every engine, at every limit it has."""

import shutil
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.util import find_spec
from types import SimpleNamespace

import pyarrow as pa
import pytest

from ceyuan.authoring.rules import Type
from ceyuan.catalogue import ProgrammeItem, load_catalogue
from ceyuan.catalogue.sorts.programme import regime_days
from ceyuan.engines.rules.boundary import boundary_rows
from ceyuan.engines.rules.engine import open_engine
from ceyuan.engines.rules.example import Case, case_columns, case_graph
from ceyuan.engines.rules.graph import Graph
from ceyuan.engines.rules.opening import opened
from ceyuan.engines.rules.table import ARROW_TYPES, fitted
from ceyuan.engines.rules.vector import Vector
from ceyuan.engines.rules.whole import whole_graph
from random_population import random_rows

HAS_SPARK = find_spec("pyspark") is not None and shutil.which("java") is not None

#: Rows drawn at random beside those on the limits.
RANDOM_ROWS = 300

PROGRAMMES = {item.name: item for item in load_catalogue().programmes}


@dataclass(frozen=True)
class Trial:
    """A programme on one day, with rows and what NumPy says of them."""

    graph: Graph
    rows: pa.Table
    answers: pa.Table


@cache
def limits_and_chance(name: str) -> tuple[Trial, ...]:
    """Rows on every limit and at random, for every day on which something about it changes.

    Once more with the numbers its examples give where the notice has none.
    """
    item = PROGRAMMES[name]
    graphs = [whole_graph(item.programme, day) for day in regime_days(item.programme)]
    supplied = {repr((case.on, case.parameters)): case for case in _cases(item) if case.parameters}
    graphs += [case_graph(item.programme, case) for case in supplied.values()]
    made = []
    for number, graph in enumerate(graphs):
        open_rules = opened(graph)
        drawn = random_rows(open_rules, RANDOM_ROWS, f"{name} {number}")
        rows = pa.concat_tables([boundary_rows(open_rules), drawn])
        made.append(_trial(open_rules.graph, rows))
    return tuple(made)


@cache
def worked_cases(name: str) -> tuple[Trial, ...]:
    """The examples of the folder; those that set the same rules on the same day in one table."""
    item = PROGRAMMES[name]
    batches: dict[tuple[str, ...], list[pa.Table]] = defaultdict(list)
    graphs: dict[tuple[str, ...], Graph] = {}
    for case in _cases(item):
        graph = case_graph(item.programme, case)
        table = _row(graph, case_columns(graph, case.given))
        rules = sorted(n for n in table.column_names if n in graph.nodes)
        key = (repr((case.on, case.parameters)), *rules)
        graphs.setdefault(key, graph)
        batches[key].append(table)
    return tuple(
        _trial(graphs[key], pa.concat_tables(tables, promote_options="permissive"))
        for key, tables in batches.items()
    )


def _cases(item: ProgrammeItem) -> list[Case]:
    return [
        Case(one.on, one.given, one.expect, one.parameters)
        for one in item.examples
        if item.programme.in_force(one.on)
    ]


def _row(graph: Graph, given: dict[str, Vector]) -> pa.Table:
    types = {name: node.type for name, node in graph.nodes.items()} | dict(graph.inputs)
    columns = {}
    for name in types.keys() & given.keys():
        value = given[name].over(1).at(0)
        if value is not None and types[name] is Type.DAY:
            value = date.fromordinal(value + 719_163)
        columns[name] = pa.array([value], ARROW_TYPES[types[name]])
    return pa.table(columns or {"nothing": pa.array([None], pa.float64())})


def _trial(graph: Graph, table: pa.Table) -> Trial:
    rows, _ = fitted(table, [graph])
    with open_engine("numpy", rows) as numpy:
        return Trial(graph, rows, numpy.answer(graph))


def _same_bits(trials: tuple[Trial, ...], engine: str, address: str = "") -> None:
    for trial in trials:
        with open_engine(engine, trial.rows, address) as other:
            answers = other.answer(trial.graph)
        differing = [n for n in trial.graph.nodes if not answers[n].equals(trial.answers[n])]
        assert (trial.graph.on, differing) == (trial.graph.on, [])


@pytest.mark.parametrize("name", PROGRAMMES)
def test_duckdb_gives_the_bits_of_numpy_in_worked_cases(name: str) -> None:
    _same_bits(worked_cases(name), "duckdb")


@pytest.mark.parametrize("name", PROGRAMMES)
def test_duckdb_gives_the_bits_of_numpy_at_every_limit_and_at_random(name: str) -> None:
    _same_bits(limits_and_chance(name), "duckdb")


@pytest.mark.postgres
@pytest.mark.parametrize("name", PROGRAMMES)
def test_postgres_gives_the_bits_of_numpy(name: str, postgres_session: str) -> None:
    _same_bits(worked_cases(name) + limits_and_chance(name), "postgres", postgres_session)


@pytest.mark.java
@pytest.mark.skipif(not HAS_SPARK, reason="no Spark: pyspark (extra `spark`) and Java are needed")
@pytest.mark.parametrize("name", PROGRAMMES)
def test_spark_gives_the_bits_of_numpy_at_every_limit_and_at_random(name: str) -> None:
    _same_bits(limits_and_chance(name), "spark")


@pytest.fixture(scope="module")
def postgres_session(postgres: SimpleNamespace) -> str:
    return str(postgres.fresh())
