"""Programmes over a table in PostgreSQL: a temporary table of one session."""

from collections.abc import Iterator
from contextlib import contextmanager

import pyarrow as pa

from ceyuan.engines.rules.engine import EngineMissing
from ceyuan.engines.rules.graph import Graph
from ceyuan.engines.rules.sql.query import ROW, query
from ceyuan.engines.rules.sql.tongue import POSTGRES
from ceyuan.engines.rules.table import ARROW_TYPES, settled
from ceyuan.model.bilingual import Bilingual

_SQL_TYPES = {
    pa.float64(): "double precision",
    pa.bool_(): "boolean",
    pa.string(): "text",
    pa.date32(): "date",
    pa.int64(): "bigint",
}


class PostgresEngine:
    """A table in a session of PostgreSQL."""

    def __init__(self, connection: object, present: list[str]) -> None:
        self._connection = connection
        self._present = present

    def answer(self, graph: Graph) -> pa.Table:
        """One row for each row of the table in its order, one column for each rule."""
        asked = query(graph, POSTGRES, "ceyuan_rows", [ROW, *self._present])
        with self._connection.cursor(binary=True) as cursor:  # type: ignore[attr-defined]
            cursor.execute(f'{asked} ORDER BY "{ROW}"')
            names = [column.name for column in cursor.description][1:]
            rows = cursor.fetchall()
        columns = list(zip(*rows, strict=True))[1:] if rows else [()] * len(names)
        made = {
            name: pa.array(column, ARROW_TYPES[graph.nodes[name].type])
            for name, column in zip(names, columns, strict=True)
        }
        return settled(pa.table(made), graph)


@contextmanager
def open_postgres(table: pa.Table, address: str) -> Iterator[PostgresEngine]:
    """A session with the table in it; nothing is left behind.

    Raises:
        EngineMissing: psycopg is not installed, there is no address, or nobody answers there.
    """
    try:
        import psycopg
    except ImportError:
        raise EngineMissing(
            Bilingual("没有安装 psycopg", "psycopg is not installed"),
            where="--engine postgres",
            remedy=Bilingual(
                "用 CEYUAN_EXTRAS=postgres ./ceyuan …，或安装 ceyuan[postgres]",
                "run CEYUAN_EXTRAS=postgres ./ceyuan …, or install ceyuan[postgres]",
            ),
        ) from None
    plain = address.replace("postgresql+psycopg://", "postgresql://")
    if not plain.startswith(("postgresql://", "postgres://")):
        raise EngineMissing(
            Bilingual("没有 PostgreSQL 的地址", "there is no address of a PostgreSQL database"),
            where="CEYUAN_ENGINE_DATABASE",
            remedy=_SAY_WHERE,
        )
    try:
        connection = psycopg.connect(plain)
    except psycopg.Error as problem:
        raise EngineMissing(
            Bilingual(f"连不上 PostgreSQL：{problem}", f"PostgreSQL does not answer: {problem}"),
            where="CEYUAN_ENGINE_DATABASE",
            remedy=_SAY_WHERE,
        ) from problem
    with connection:
        columns = ", ".join(
            f'"{name}" {_SQL_TYPES[table.schema.field(name).type]}' for name in table.column_names
        )
        with connection.cursor() as cursor:
            cursor.execute(f'CREATE TEMP TABLE ceyuan_rows ("{ROW}" bigint, {columns})')
            with cursor.copy("COPY ceyuan_rows FROM STDIN") as copy:
                for number, row in enumerate(zip(*table.to_pydict().values(), strict=True)):
                    copy.write_row((number, *row))
        yield PostgresEngine(connection, table.column_names)
        connection.rollback()


_SAY_WHERE = Bilingual(
    "设置 CEYUAN_ENGINE_DATABASE=postgresql://用户:密码@主机/库（只计算，不写入）",
    "set CEYUAN_ENGINE_DATABASE=postgresql://user:password@host/database (it computes, nothing is kept)",
)
