"""Programmes over a table in Spark, for a province or the nation."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from ceyuan.engines.rules.engine import EngineMissing
from ceyuan.engines.rules.graph import Graph
from ceyuan.engines.rules.sql.query import ROW, query
from ceyuan.engines.rules.sql.tongue import SPARK
from ceyuan.engines.rules.table import settled
from ceyuan.model.bilingual import Bilingual


class SparkEngine:
    """A table in a Spark session."""

    def __init__(self, session: Any, scratch: Path, present: list[str]) -> None:
        self._session = session
        self._scratch = scratch
        self._present = present

    def answer(self, graph: Graph) -> pa.Table:
        """One row for each row of the table in its order, one column for each rule."""
        asked = query(graph, SPARK, "ceyuan_rows", [ROW, *self._present])
        target = self._scratch / f"answers_{graph.programme.name}"
        self._session.sql(asked).write.mode("overwrite").parquet(str(target))
        whole = pq.read_table(target).sort_by(ROW).drop_columns([ROW])
        return settled(whole, graph)


@contextmanager
def open_spark(table: pa.Table) -> Iterator[SparkEngine]:
    """A session on this machine (or the cluster the environment names) with the table in it.

    Raises:
        EngineMissing: pyspark or Java is not here.
    """
    if find_spec("pyspark") is None or shutil.which("java") is None:
        raise EngineMissing(
            Bilingual("没有 Spark（pyspark 或 Java）", "Spark is not here (pyspark or Java)"),
            where="--engine spark",
            remedy=Bilingual(
                '安装 "ceyuan[spark]" 和 Java 17', 'install "ceyuan[spark]" and Java 17'
            ),
        )
    from pyspark.sql import SparkSession

    with tempfile.TemporaryDirectory(prefix="ceyuan-spark-") as folder:
        scratch = Path(folder)
        numbered = table.append_column(ROW, pa.array(range(len(table)), pa.int64()))
        pq.write_table(numbered, scratch / "rows.parquet")
        session = (
            SparkSession.builder.appName("ceyuan")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.shuffle.partitions", "4")
            .getOrCreate()
        )
        session.sparkContext.setLogLevel("ERROR")
        session.read.parquet(str(scratch / "rows.parquet")).createOrReplaceTempView("ceyuan_rows")
        # The session stays: starting one takes seconds, and it ends with the program.
        yield SparkEngine(session, scratch, table.column_names)
