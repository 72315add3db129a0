"""Writing many rows at once, the quickest way each database has."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, func, select
from sqlalchemy.sql.schema import Table

#: From here on PostgreSQL is given a stream instead of statements.
_STREAM = 200


def write_rows(
    connection: Connection, table: Table, names: Sequence[str], rows: Sequence[tuple[Any, ...]]
) -> None:
    """Insert rows of plain numbers and texts, within the transaction.

    Values are written as they are, past the types of the table: days and moments come as text.
    """
    if not rows:
        return
    quote = connection.dialect.identifier_preparer.quote
    columns = ", ".join(quote(name) for name in names)
    if connection.dialect.name == "sqlite":
        marks = ", ".join("?" * len(names))
        connection.exec_driver_sql(
            f"INSERT INTO {table.name} ({columns}) VALUES ({marks})", list(rows)
        )
    elif len(rows) < _STREAM:
        marks = ", ".join(["%s"] * len(names))
        connection.exec_driver_sql(
            f"INSERT INTO {table.name} ({columns}) VALUES ({marks})", list(rows)
        )
    else:
        driver: Any = connection.connection.driver_connection
        with driver.cursor().copy(f"COPY {table.name} ({columns}) FROM STDIN") as stream:
            for row in rows:
                stream.write_row(row)


def next_no(connection: Connection, table: Table) -> int:
    """The number of the row that comes next; only inside a writing transaction."""
    return int(connection.execute(select(func.max(table.c.no))).scalar() or 0) + 1
