"""Programmes over a table in Spark, for a province or the nation."""

import os
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

_SETTINGS = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",  # the program has its own
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.shuffle.partitions": "4",
    "spark.log.level": "ERROR",
}
#: What Java says while Spark starts, before that setting holds.
_QUIET = """rootLogger.level = error
rootLogger.appenderRef.stderr.ref = stderr
appender.stderr.type = Console
appender.stderr.name = stderr
appender.stderr.target = SYSTEM_ERR
appender.stderr.layout.type = PatternLayout
appender.stderr.layout.pattern = %p %c{1}: %m%n
"""


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
    if find_spec("pyspark") is None:
        raise EngineMissing(
            Bilingual("没有安装 pyspark", "pyspark is not installed"),
            where="--engine spark",
            remedy=Bilingual(
                "用 CEYUAN_EXTRAS=spark ./ceyuan …，或安装 ceyuan[spark]",
                "run CEYUAN_EXTRAS=spark ./ceyuan …, or install ceyuan[spark]",
            ),
        )
    if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
        raise EngineMissing(
            Bilingual("没有 Java，Spark 要用它", "Java is not here, and Spark needs it"),
            where="--engine spark",
            remedy=Bilingual(
                "安装 Java 17（如 apt-get install default-jre-headless），或设置 JAVA_HOME",
                "install Java 17 (such as apt-get install default-jre-headless), or set JAVA_HOME",
            ),
        )
    from pyspark.sql import SparkSession

    with tempfile.TemporaryDirectory(prefix="ceyuan-spark-") as folder:
        scratch = Path(folder)
        numbered = table.append_column(ROW, pa.array(range(len(table)), pa.int64()))
        pq.write_table(numbered, scratch / "rows.parquet")
        quiet = scratch / "log4j2.properties"
        quiet.write_text(_QUIET, "utf-8")
        builder = SparkSession.builder.appName("ceyuan")
        for name, value in _SETTINGS.items():
            builder = builder.config(name, value)
        builder = builder.config(
            "spark.driver.extraJavaOptions", f"-Dlog4j2.configurationFile={quiet}"
        )
        session = builder.getOrCreate()
        session.read.parquet(str(scratch / "rows.parquet")).createOrReplaceTempView("ceyuan_rows")
        # The session stays: starting one takes seconds, and it ends with the program.
        yield SparkEngine(session, scratch, table.column_names)
