"""One definition, the same bits on every engine: random rules over random rows."""

import shutil
from importlib.util import find_spec

import pyarrow as pa
import pytest
from hypothesis import Phase, given, settings
from random_rules import Sample, samples

from ceyuan.catalogue import load_catalogue
from ceyuan.catalogue.sorts.programme import regime_days
from ceyuan.engines.rules.boundary import boundary_rows
from ceyuan.engines.rules.engine import UnknownEngine, open_engine
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


def _same(sample: Sample, engine: str, address: str) -> None:
    table, _ = fitted(sample.table, [sample.graph])
    with open_engine("numpy", table) as one, open_engine(engine, table, address) as other:
        assert one.answer(sample.graph).equals(other.answer(sample.graph))
