"""Programmes over a table or a Parquet file in DuckDB."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pyarrow as pa

from ceyuan.engines.rules.graph import Graph
from ceyuan.engines.rules.sql.query import query
from ceyuan.engines.rules.sql.tongue import DUCKDB
from ceyuan.engines.rules.table import settled


class DuckdbEngine:
    """A table in DuckDB."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, present: list[str]) -> None:
        self._connection = connection
        self._present = present

    def answer(self, graph: Graph) -> pa.Table:
        """One row for each row of the table in its order, one column for each rule."""
        asked = query(graph, DUCKDB, "rows", self._present)
        return settled(self._connection.sql(asked).to_arrow_table(), graph)

    def answer_into(self, graph: Graph, path: Path) -> None:
        """The same written as Parquet, without passing through this program's memory."""
        asked = query(graph, DUCKDB, "rows", self._present)
        target = str(path).replace("'", "''")
        self._connection.execute(f"COPY ({asked}) TO '{target}' (FORMAT parquet)")


@contextmanager
def open_duckdb(table: pa.Table, *, threads: int = 0) -> Iterator[DuckdbEngine]:
    """DuckDB with the table in it, in memory, without any extension or request to the outside."""
    with _connected(threads) as connection:
        # A table in several pieces comes back in any order (DuckDB 2.0.0, two threads), and the
        # answers would be those of other rows; in one piece it keeps its own.
        connection.register("rows", table.combine_chunks())
        yield DuckdbEngine(connection, table.column_names)


@contextmanager
def open_parquet(path: Path, *, threads: int = 0) -> Iterator[DuckdbEngine]:
    """DuckDB over a Parquet file whose columns are already of the types the rules take."""
    with _connected(threads) as connection:
        rows = connection.read_parquet(str(path))
        rows.create_view("rows")
        yield DuckdbEngine(connection, list(rows.columns))


@contextmanager
def _connected(threads: int) -> Iterator[duckdb.DuckDBPyConnection]:
    config: dict[str, str | bool | int | float | list[str]] = {
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
    }
    if threads:
        config["threads"] = threads
    with duckdb.connect(":memory:", config=config) as connection:
        yield connection
