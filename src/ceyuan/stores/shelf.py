"""Keeps the columns of a ledger at hand and up to date, in memory and as a file between runs."""

import zipfile
from dataclasses import replace
from itertools import chain
from pathlib import Path
from tempfile import NamedTemporaryFile
from threading import Lock
from typing import Any

import numpy as np
import numpy.typing as npt
from sqlalchemy import Connection, func, select

from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import CeyuanError
from ceyuan.stores import schema
from ceyuan.stores.columns import FATES, NAMES, Columns, PeriodSpan, columns_of, empty
from ceyuan.stores.name_list import NameList

#: The file is written again when this many facts are not in it.
_WORTH_KEEPING = 20_000

_RUN = 50_000

_ALL = (*NAMES, *FATES)


class DamagedLedger(CeyuanError):
    """Lines of the ledger are missing; only someone outside the program can have removed them."""


class Shelf:
    """The columns of one database, shared by all who read it."""

    def __init__(self, folder: Path | None) -> None:
        """`folder` is where the file lies between runs; None keeps none."""
        self._file = None if folder is None else folder / "columns.npz"
        self._columns: Columns | None = None
        self._kept = 0
        self._lock = Lock()

    def columns(self, connection: Connection, *, settled: bool = True) -> Columns:
        """The columns as of the moment the connection sees.

        Args:
            connection: in a transaction.
            settled: False where the transaction itself has written, and may yet be undone.

        Raises:
            DamagedLedger: numbered lines are missing.
        """
        upto = int(connection.execute(select(func.max(schema.entries.c.no))).scalar() or 0)
        columns = self._columns
        if columns is None or columns.upto < upto:
            with self._lock:
                columns = self._columns or self._from_file(connection)
                if columns.upto < upto:
                    columns = _caught_up(connection, columns, upto)
                if settled:
                    self._columns = columns
                    self._keep(connection, columns)
        return columns.back_to(upto)

    def _from_file(self, connection: Connection) -> Columns:
        if self._file is None:
            return empty()
        try:
            with np.load(self._file, allow_pickle=False) as kept:
                arrays = {name: kept[name].astype(np.int32) for name in _ALL}
                upto, stamp = int(kept["upto"]), str(kept["stamp"])
        except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
            return empty()
        # The digest of the last entry covers all before it: the file is of this very ledger.
        if _digest(connection, upto) != stamp:
            return empty()
        self._kept = len(arrays["entry"])
        return _with_dictionaries(connection, columns_of(upto, arrays))

    def _keep(self, connection: Connection, columns: Columns) -> None:
        if self._file is None or len(columns) - self._kept < _WORTH_KEEPING:
            return
        arrays: dict[str, Any] = {name: getattr(columns, name) for name in _ALL}
        stamp = np.str_(_digest(connection, columns.upto))
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with NamedTemporaryFile(dir=self._file.parent, delete=False) as file:
                np.savez(file, upto=np.int64(columns.upto), stamp=stamp, **arrays)
            Path(file.name).replace(self._file)
        except OSError:
            return  # A home that cannot be written is read a little slower.
        self._kept = len(columns)


def _digest(connection: Connection, entry: int) -> str | None:
    query = select(schema.entries.c.digest).where(schema.entries.c.no == entry)
    return connection.execute(query).scalar()


def _caught_up(connection: Connection, old: Columns, upto: int) -> Columns:
    count = len(old)
    read = _rows(
        connection,
        "SELECT no, entry, subject, property, coalesce(period, 0), stance, coalesce(document, 0) "
        f"FROM facts WHERE no > {count} ORDER BY no",
        7,
    )
    if len(read) and (read[0, 0] != count + 1 or read[-1, 0] != count + len(read)):
        raise DamagedLedger(
            Bilingual("账本中有事实缺失", "facts are missing from the ledger"),
            remedy=Bilingual(
                "运行 ceyuan verify，并从备份恢复", "run ceyuan verify; restore a backup"
            ),
        )
    days = _entry_days(connection, old.upto)
    new = dict(zip(NAMES[:6], read[:, 1:].T, strict=True))
    new["recorded"] = days[read[:, 1] - old.upto]
    fates = _rows(
        connection,
        "SELECT fact, entry, CASE fate WHEN 'stands' THEN 0 ELSE 1 END "
        f"FROM fates WHERE entry > {old.upto} ORDER BY no",
        3,
    )
    new["fate_fact"], new["fate_entry"], new["fate_ends"] = fates.T
    new["fate_day"] = days[fates[:, 1] - old.upto]
    arrays = {name: np.concatenate([getattr(old, name), new[name]]) for name in _ALL}
    columns = replace(columns_of(upto, arrays), names=old.names)
    return _with_dictionaries(connection, columns)


def _entry_days(connection: Connection, after: int) -> npt.NDArray[np.int32]:
    """Day of each entry after `after`; the entry `after + i` is at `i`."""
    entries = schema.entries
    query = select(entries.c.recorded_on).where(entries.c.no > after).order_by(entries.c.no)
    rows = connection.execute(query).scalars()
    return np.fromiter(chain((0,), (day.toordinal() for day in rows)), np.int32)


def _with_dictionaries(connection: Connection, columns: Columns) -> Columns:
    periods: list[PeriodSpan | None] = [None]
    for row in connection.execute(select(schema.periods).order_by(schema.periods.c.no)):
        start, end = row.start.toordinal(), row.end.toordinal()
        periods.append(PeriodSpan(row.period, start, end, row.instant))
    properties = [("", "", "")]
    table = schema.properties
    for row in connection.execute(select(table).order_by(table.c.no)):
        properties.append((row.kind, row.property, row.indicator))
    stances = [("", "", "")]
    for row in connection.execute(select(schema.stances).order_by(schema.stances.c.no)):
        stances.append((row.measure, row.standing, row.section))
    old = columns.names
    query = select(schema.names.c.name, schema.names.c.entity).where(
        schema.names.c.no > len(old.names)
    )
    rows = connection.execute(query.order_by(schema.names.c.no)).all()
    names = old
    if rows:
        names = NameList(
            old.names + tuple(row.name for row in rows),
            old.entities + tuple(row.entity for row in rows),
        )
    return replace(
        columns,
        periods=tuple(periods),
        properties=tuple(properties),
        stances=tuple(stances),
        names=names,
    )


def _rows(connection: Connection, query: str, width: int) -> npt.NDArray[np.int32]:
    """A result of whole numbers as rows of an array."""
    cursor = connection.connection.cursor()
    try:
        cursor.execute(query)
        runs = []
        while rows := cursor.fetchmany(_RUN):
            flat = np.fromiter(chain.from_iterable(rows), np.int32, width * len(rows))
            runs.append(flat.reshape(-1, width))
    finally:
        cursor.close()
    return np.concatenate(runs) if runs else np.empty((0, width), np.int32)
