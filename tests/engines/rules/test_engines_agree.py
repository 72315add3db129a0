"""One definition, the same bits on every engine: random rules over random rows."""

import shutil
from importlib.util import find_spec

import pyarrow as pa
import pytest
from hypothesis import Phase, given, settings
from random_rules import Sample, graph_over, samples

from ceyuan.authoring.rules.column import column_of
from ceyuan.catalogue import load_catalogue
from ceyuan.catalogue.sorts.programme import regime_days
from ceyuan.engines.rules.boundary import boundary_rows
from ceyuan.engines.rules.engine import EngineMissing, UnknownEngine, open_engine
from ceyuan.engines.rules.opening import opened
from ceyuan.engines.rules.table import fitted
from ceyuan.engines.rules.whole import whole_graph

HAS_SPARK = find_spec("pyspark") is not None and shutil.which("java") is not None


@settings(max_examples=60)
@given(samples())
def test_duckdb_gives_the_bits_of_numpy(sample: Sample) -> None:
    _same(sample, "duckdb", "")


@pytest.mark.postgres
@settings(max_examples=25)
@given(sample=samples())
def test_postgres_gives_the_bits_of_numpy(postgres_session: str, sample: Sample) -> None:
    _same(sample, "postgres", postgres_session)


@pytest.mark.java
@pytest.mark.skipif(not HAS_SPARK, reason="no Spark: pyspark (extra `spark`) and Java are needed")
def test_spark_gives_the_bits_of_numpy_at_every_limit_of_the_toy_programmes() -> None:
    for item in load_catalogue("toyland").programmes:
        open_rules = opened(whole_graph(item.programme, regime_days(item.programme)[-1]))
        _same(Sample(open_rules.graph, boundary_rows(open_rules)), "spark", "")


@pytest.mark.java
@pytest.mark.skipif(not HAS_SPARK, reason="no Spark: pyspark (extra `spark`) and Java are needed")
@settings(max_examples=4, phases=[Phase.generate])  # seconds each: nothing is shrunk here
@given(samples(2))
def test_spark_gives_the_bits_of_numpy(sample: Sample) -> None:
    _same(sample, "spark", "")


def test_an_engine_nobody_has_is_refused_with_those_there_are() -> None:
    table, _ = fitted(pa.table({"nothing": [None]}), [])

    with pytest.raises(UnknownEngine, match="abacus"), open_engine("abacus", table):
        pass


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("", "no address"),
        ("sqlite:///somewhere.sqlite", "no address"),
        ("postgresql://nobody@127.0.0.1:1/nowhere", "does not answer"),
    ],
)
def test_a_postgres_nobody_can_reach_is_told_with_what_to_set(address: str, said: str) -> None:
    pytest.importorskip("psycopg", reason="no PostgreSQL: psycopg is not installed")
    table, _ = fitted(pa.table({"nothing": [None]}), [])

    with pytest.raises(EngineMissing) as refused, open_engine("postgres", table, address):
        pass

    assert said in refused.value.told("en")
    assert "CEYUAN_ENGINE_DATABASE" in refused.value.told("en")


@pytest.mark.parametrize(("lacking", "said"), [("pyspark", "pyspark"), ("java", "Java")])
def test_a_spark_that_lacks_something_is_told_with_what_to_install(
    lacking: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = "ceyuan.engines.rules.sql.spark_engine"
    monkeypatch.setattr(f"{here}.find_spec", lambda name: None if name == lacking else object())
    monkeypatch.setattr("shutil.which", lambda name: None)
    monkeypatch.delenv("JAVA_HOME", raising=False)
    table, _ = fitted(pa.table({"nothing": [None]}), [])

    with pytest.raises(EngineMissing) as refused, open_engine("spark", table):
        pass

    assert f"{said} is not" in refused.value.told("en")


def test_a_name_with_a_nul_in_it_loses_the_nul_on_every_engine() -> None:
    sample = graph_over(tuple(column_of(None) for _ in range(5)))

    table, _ = fitted(pa.table({"s": ["红\0旗"]}), [sample])

    assert table["s"].to_pylist() == ["红旗"]


def _same(sample: Sample, engine: str, address: str) -> None:
    table, _ = fitted(sample.table, [sample.graph])
    with open_engine("numpy", table) as one, open_engine(engine, table, address) as other:
        assert one.answer(sample.graph).equals(other.answer(sample.graph))
