"""The engines that can compute a programme over a table; all give the same bits."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Protocol

import pyarrow as pa

from ceyuan.engines.rules.graph import Graph
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import BadInput


class Engine(Protocol):
    """Something that holds a table and answers programmes over it."""

    def answer(self, graph: Graph) -> pa.Table:
        """One row for each row of the table in its order, one column for each rule."""
        ...


class UnknownEngine(BadInput):
    """There is no engine of that name."""


class EngineMissing(BadInput):
    """The engine needs something that is not here: a package, a server, Java."""


@contextmanager
def open_engine(name: str, table: pa.Table, address: str = "") -> Iterator[Engine]:
    """An engine with the table in it, open while the block runs.

    Args:
        name: `duckdb`, `postgres`, `spark` or `numpy`.
        table: fitted to the programmes that will be asked.
        address: of a PostgreSQL database.

    Raises:
        UnknownEngine: none of these.
        EngineMissing: what it needs is not here.
    """
    if name not in _ENGINES:
        known = " ".join(_ENGINES)
        raise UnknownEngine(
            Bilingual(f"没有引擎 {name!r}", f"there is no engine {name!r}"),
            where="--engine",
            remedy=Bilingual(f"可选：{known}", f"choose one of {known}"),
        )
    with _ENGINES[name](table, address) as engine:
        yield engine


def _numpy(table: pa.Table, _address: str) -> Any:
    from ceyuan.engines.rules.numpy_engine import open_numpy

    return open_numpy(table)


def _duckdb(table: pa.Table, _address: str) -> Any:
    from ceyuan.engines.rules.sql.duckdb_engine import open_duckdb

    return open_duckdb(table)


def _postgres(table: pa.Table, address: str) -> Any:
    from ceyuan.engines.rules.sql.postgres_engine import open_postgres

    return open_postgres(table, address)


def _spark(table: pa.Table, _address: str) -> Any:
    from ceyuan.engines.rules.sql.spark_engine import open_spark

    return open_spark(table)


_ENGINES: dict[str, Callable[[pa.Table, str], Any]] = {
    "duckdb": _duckdb,
    "postgres": _postgres,
    "spark": _spark,
    "numpy": _numpy,
}
