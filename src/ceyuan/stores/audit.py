"""Whether the database still holds what was written: identifiers, seals, hashes, guards.

Everything is computed again from the rows. A line changed, added or removed behind the program's
back is found and named; only the last entries cut off together leave no trace, and for that the
last seal can be noted elsewhere. What documents are called (title, publisher, date) may be
completed later and is under no seal.
"""

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

import numpy as np
from sqlalchemy import Connection, Select, func, inspect, select, text

from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import CeyuanError
from ceyuan.model.fact import fact_id
from ceyuan.model.finding import Finding
from ceyuan.stores import schema
from ceyuan.stores.casebook import event_hash
from ceyuan.stores.columns import FATES, NAMES
from ceyuan.stores.line import Line, bounds_of, fact_of
from ceyuan.stores.line_query import line_query
from ceyuan.stores.seal import entry_digest, fate_written, name_written
from ceyuan.stores.shelf import Shelf

_RUN = 5_000

#: Tables numbered from 1 without gaps.
_NUMBERED = ("entries", "names", "facts", "fates", "events", "entities", "documents", "decisions")


def audit(connection: Connection) -> Iterator[Finding]:
    """Everything wrong with the rows, as it is found."""
    yield from _file_faults(connection)
    yield from _missing_guards(connection)
    yield from _gaps(connection)
    yield from _ledger_faults(connection)
    yield from _casebook_faults(connection)


def audit_columns(connection: Connection, shelf: Shelf) -> Iterator[Finding]:
    """Whether the columns lists are drawn from are those the rows give."""
    held = shelf.columns(connection)
    fresh = Shelf(None).columns(connection)
    for name in (*NAMES, *FATES):
        if not np.array_equal(getattr(held, name), getattr(fresh, name)):
            yield Finding(
                Bilingual(
                    "列表缓存与账本不符（删除 cache 目录即可重建）",
                    "the cache lists are drawn from differs from the ledger; delete the folder cache",
                ),
                name,
            )


def last_seal(connection: Connection) -> tuple[int, str]:
    """Number and digest of the last entry; worth noting elsewhere."""
    entries = schema.entries
    query = select(entries.c.no, entries.c.digest).order_by(entries.c.no.desc()).limit(1)
    row = connection.execute(query).first()
    return (row.no, row.digest) if row else (0, "")


def _file_faults(connection: Connection) -> Iterator[Finding]:
    if connection.dialect.name != "sqlite":
        return
    for (said,) in connection.exec_driver_sql("PRAGMA quick_check(20)"):
        if said != "ok":
            yield Finding(Bilingual(f"数据库文件损坏：{said}", f"the file is damaged: {said}"), "")
    for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield Finding(
            Bilingual(f"引用了 {parent} 中不存在的行", f"refers to a missing row of {parent}"),
            f"{table} {row}",
        )


def _missing_guards(connection: Connection) -> Iterator[Finding]:
    if connection.dialect.name == "sqlite":
        query = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        wanted = {f"{table}_no_delete" for table in (*schema.WRITTEN_ONCE, *schema.NEVER_REMOVED)}
        wanted |= {f"{table}_no_update" for table in schema.WRITTEN_ONCE}
    else:
        query = "SELECT tgname FROM pg_trigger WHERE tgenabled <> 'D' AND NOT tgisinternal"
        tables = (*schema.WRITTEN_ONCE, *schema.NEVER_REMOVED)
        wanted = {f"{table}_{end}" for table in tables for end in ("stays", "stays_whole")}
    there = set(connection.execute(text(query)).scalars())
    for name in sorted(wanted - there):
        yield Finding(
            Bilingual("数据库的防改动触发器被移除", "the guard against changes was removed"), name
        )


def _gaps(connection: Connection) -> Iterator[Finding]:
    known = inspect(connection)
    for name in _NUMBERED:
        if not known.has_table(name):
            continue
        no = schema.tables.tables[name].c.no
        count, last = connection.execute(select(func.count(), func.max(no))).one()
        if count != (last or 0):
            yield Finding(
                Bilingual(f"缺少 {last - count} 行", f"{last - count} rows are missing"), name
            )


def _ledger_faults(connection: Connection) -> Iterator[Finding]:
    lines = _Grouped(connection, line_query().add_columns(schema.facts.c.low, schema.facts.c.high))
    names = _Grouped(connection, _names_query())
    fates = _Grouped(connection, _fates_query())
    before = ""
    entries = schema.entries
    for entry in _streamed(connection, select(entries).order_by(entries.c.no)):
        no = entry["no"]
        faults: list[Finding] = []
        written = chain(
            (name_written(row["id"], row["name"]) for row in names.of(no)),
            (_looked_at(row, faults) for row in lines.of(no)),
            (
                fate_written(row["id"], row["fate"], row["successor"], row["reason"])
                for row in fates.of(no)
            ),
        )
        head = (entry["act"], entry["recorded_on"], entry["recorded_at"], entry["by"])
        whole = entry_digest(before, *head, written) == entry["digest"]
        yield from faults
        if not whole:
            yield Finding(
                Bilingual("入账内容与封签不符", "what was written does not match its seal"),
                f"entry {no}, {entry['recorded_on']}",
            )
        # From the seal as it stands, so that one fault is told once and not at every entry after.
        before = entry["digest"]


def _looked_at(row: Mapping[Any, Any], faults: list[Finding]) -> bytes:
    """The line of a row as bytes; what is wrong with it goes to `faults`."""
    try:
        fact = fact_of(row)
        if fact.id != fact_id(fact.subject, fact.claim, fact.document):
            wrong = Bilingual("事实内容与编号不符", "the fact does not match its identifier")
            faults.append(Finding(wrong, row["id"]))
        elif (row["low"], row["high"]) != bounds_of(fact.claim.value):
            wrong = Bilingual("筛选用的上下限与数值不符", "the bounds for filters do not match")
            faults.append(Finding(wrong, row["id"]))
    except (CeyuanError, ValueError, TypeError, KeyError, ArithmeticError) as error:
        wrong = Bilingual(f"事实无法读出：{error}", f"the fact cannot be read: {error}")
        faults.append(Finding(wrong, row["id"]))
    return Line(*(row[part] for part in Line._fields)).written()


def _casebook_faults(connection: Connection) -> Iterator[Finding]:
    events = schema.events
    book_before = ""
    last: dict[str, tuple[int, str]] = {}
    for row in _streamed(connection, select(events).order_by(events.c.no)):
        count, before = last.get(row["case"], (0, ""))
        right = (
            row["event"] == count + 1
            and row["before"] == before
            and event_hash(book_before, row) == row["hash"]
        )
        if not right:
            yield Finding(
                Bilingual("事项记录与其哈希不符", "the event does not match its hash"),
                f"{row['case']} {row['event']}",
            )
        last[row["case"]] = (row["event"], row["hash"])
        book_before = row["hash"]


class _Grouped:
    """Rows in the order of their entries, given out entry by entry."""

    def __init__(self, connection: Connection, query: Select[Any]) -> None:
        columns = query.selected_columns
        self._rows = _streamed(connection, query.order_by(columns.entry, columns.no))
        self._next: Mapping[Any, Any] | None = next(self._rows, None)

    def of(self, entry: int) -> Iterator[Mapping[Any, Any]]:
        """The rows of an entry; rows of entries that do not exist are passed over."""
        while self._next is not None and self._next["entry"] <= entry:
            row, self._next = self._next, next(self._rows, None)
            if row["entry"] == entry:
                yield row


def _streamed(connection: Connection, query: Select[Any]) -> Iterator[Mapping[Any, Any]]:
    found = connection.execute(query, execution_options={"yield_per": _RUN})
    yield from found.mappings()


def _names_query() -> Select[Any]:
    names, entities = schema.names, schema.entities
    return select(names.c.no, names.c.entry, names.c.name, entities.c.id).join(
        entities, entities.c.no == names.c.entity
    )


def _fates_query() -> Select[Any]:
    fates, facts = schema.fates, schema.facts
    successor = facts.alias("successor")
    return (
        select(
            fates.c.no,
            fates.c.entry,
            fates.c.fate,
            fates.c.reason,
            facts.c.id,
            successor.c.id.label("successor"),
        )
        .join(facts, facts.c.no == fates.c.fact)
        .outerjoin(successor, successor.c.no == fates.c.successor)
    )
