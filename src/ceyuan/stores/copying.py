"""The whole database into another one: for backups, and to move between SQLite and PostgreSQL."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import Boolean, Connection, func, select
from sqlalchemy.sql.schema import Table

from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import BadInput
from ceyuan.stores import schema
from ceyuan.stores.database import Database, open_database
from ceyuan.stores.quotes import keep_quotes
from ceyuan.stores.rows import write_rows

_RUN = 5_000


class NotEmpty(BadInput):
    """The database to be filled holds something already."""


def copy_to_file(database: Database, file: Path) -> None:
    """One moment of the database as a SQLite file at `file`, which must not exist yet.

    Writers go on meanwhile. A PostgreSQL database becomes a SQLite file too.
    """
    if database.file is not None:
        _copied_by_sqlite(database.file, file)
        return
    copy = open_database(f"sqlite:///{file}")
    try:
        copy_rows(database, copy)
    finally:
        copy.close()
    _in_one_file(file)


def copy_rows(source: Database, target: Database) -> None:
    """Every row of `source`, under the same number, into the fresh database `target`.

    Raises:
        NotEmpty: `target` holds documents, facts or events.
    """
    with source.reading() as old, target.writing() as new:
        for table in (schema.documents, schema.entries, schema.events):
            if new.execute(select(func.count()).select_from(table)).scalar_one():
                raise NotEmpty(
                    Bilingual("目标数据库不是空的", "the database to be filled is not empty"),
                    where=str(target.file or target.engine.url.render_as_string()),
                    remedy=Bilingual("换一个空的数据库", "give an empty database"),
                )
        new.execute(schema.about.delete())
        for table in schema.tables.sorted_tables:
            _copy_table(old, new, table)


def _copy_table(old: Connection, new: Connection, table: Table) -> None:
    quote = old.dialect.identifier_preparer.quote
    names = [column.name for column in table.columns]
    # Past the types: days and moments are texts in both, and stay the texts they are.
    truths = [i for i, column in enumerate(table.columns) if isinstance(column.type, Boolean)]
    columns = ", ".join(map(quote, names))
    order = " ORDER BY no" if "no" in names else ""
    query = f"SELECT {columns} FROM {table.name}{order}"
    found = old.exec_driver_sql(query, execution_options={"yield_per": _RUN})
    for rows in found.partitions(_RUN):
        write_rows(new, table, names, [_plain(row, truths) for row in rows])
        if table is schema.facts:
            no, quoted = names.index("no"), names.index("quote")
            keep_quotes(new, [(row[no], row[quoted]) for row in rows])


def _plain(row: Sequence[Any], truths: list[int]) -> tuple[Any, ...]:
    if not truths:
        return tuple(row)
    return tuple(bool(value) if i in truths else value for i, value in enumerate(row))


def _copied_by_sqlite(source: Path, file: Path) -> None:
    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(file)) as new:
        old.backup(new)
    _in_one_file(file)


def _in_one_file(file: Path) -> None:
    # A copy is carried about: without WAL there is nothing beside it that could be forgotten.
    with closing(sqlite3.connect(file)) as copy:
        copy.execute("PRAGMA journal_mode = DELETE")
