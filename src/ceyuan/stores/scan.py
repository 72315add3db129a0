"""Reading whole columns of the facts into Arrow, the quickest safe way each database has.

A large SQLite file is read by ADBC in a process of its own: ADBC brings a second copy of SQLite,
and two copies in one process break each other's locks (sqlite.org/howtocorrupt.html, 2.2.1).
"""

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
from sqlalchemy import Connection

#: From here on the second process is worth its start.
_MANY = 100_000

_RUN = 20_000

#: With fewer than one wanted fact in so many, facts are picked by number, so many at once.
_SCATTERED, _PICKED = 8, 5_000

#: Columns that may be null, and so need a mark on the way.
_MAY_BE_NULL = ("upper", "unit", "hedge", "low", "high", "clean_start", "clean_end")

#: What stands for null on the way, since ADBC takes the type of a column from its first rows.
_NO_TEXT, _NO_NUMBER, _NO_PLACE = "\x01", float("-inf"), -1


def scan(
    connection: Connection,
    numbers: npt.NDArray[np.int64],
    types: dict[str, pa.DataType],
    *,
    settled: bool,
) -> pa.Table:
    """The columns `types` of the facts with these numbers, which ascend; `no` must be among them.

    `settled` says that the facts are committed, so that others may read them.
    """
    if settled and len(numbers) >= _MANY:
        whole = _scanned_apart(connection, numbers, types)
    else:
        whole = _fetched(connection, numbers, types)
    wanted = np.isin(whole["no"].to_numpy(), numbers, assume_unique=True)
    return whole if wanted.all() else whole.filter(pa.array(wanted))


def _fetched(
    connection: Connection, numbers: npt.NDArray[np.int64], types: dict[str, pa.DataType]
) -> pa.Table:
    quote = connection.dialect.identifier_preparer.quote
    names = [quote(name) for name in types]
    scattered = len(numbers) and numbers[-1] - numbers[0] > _SCATTERED * len(numbers)
    step = _PICKED if scattered else max(len(numbers), 1)
    cursor = connection.connection.cursor()
    runs = [pa.schema(list(types.items())).empty_table()]
    try:
        for start in range(0, len(numbers), step):
            run = numbers[start : start + step]
            cursor.execute(_picking(names, run) if scattered else _query(names, run))
            while rows := cursor.fetchmany(_RUN):
                parts = dict(zip(types, zip(*rows, strict=True), strict=True))
                runs.append(pa.table({name: pa.array(parts[name], types[name]) for name in types}))
    finally:
        cursor.close()
    return pa.concat_tables(runs)


def _scanned_apart(
    connection: Connection, numbers: npt.NDArray[np.int64], types: dict[str, pa.DataType]
) -> pa.Table:
    quote = connection.dialect.identifier_preparer.quote
    url = connection.engine.url
    sqlite = url.get_backend_name() == "sqlite"
    least = "-9e999" if sqlite else "'-Infinity'::float8"
    marked = [
        _marked(quote(name), kind, least) if name in _MAY_BE_NULL else quote(name)
        for name, kind in types.items()
    ]
    query = _query(marked, numbers)
    if sqlite:
        with tempfile.TemporaryDirectory(prefix="ceyuan-") as folder:
            out = Path(folder, "facts.arrow")
            command = [sys.executable, "-m", __spec__.name, str(url.database), str(out), query]
            subprocess.run(command, check=True, stdin=subprocess.DEVNULL)
            with pa.memory_map(str(out)) as file:
                read = pa.ipc.open_file(file).read_all()
                return _restored(read, types)
    import adbc_driver_postgresql.dbapi as adbc

    address = url.set(drivername="postgresql").render_as_string(hide_password=False)
    with adbc.connect(address) as apart, apart.cursor() as cursor:
        cursor.execute(query)
        read = cursor.fetch_arrow_table()
    return _restored(read, types)


def _restored(read: pa.Table, types: dict[str, pa.DataType]) -> pa.Table:
    return pa.table(
        {
            name: _unmarked(read[name], kind) if name in _MAY_BE_NULL else read[name].cast(kind)
            for name, kind in types.items()
        }
    )


def _query(expressions: list[str], numbers: npt.NDArray[np.int64]) -> str:
    first, last = (int(numbers[0]), int(numbers[-1])) if len(numbers) else (1, 0)
    columns = ", ".join(expressions)
    return f"SELECT {columns} FROM facts WHERE no BETWEEN {first} AND {last} ORDER BY no"


def _picking(expressions: list[str], numbers: npt.NDArray[np.int64]) -> str:
    among = ", ".join(map(str, numbers.tolist()))
    return f"SELECT {', '.join(expressions)} FROM facts WHERE no IN ({among}) ORDER BY no"


def _marked(column: str, kind: pa.DataType, least: str) -> str:
    if pa.types.is_string(kind):
        return f"coalesce({column}, '{_NO_TEXT}') AS {column}"
    if pa.types.is_floating(kind):
        return f"coalesce({column}, {least}) AS {column}"
    return f"coalesce({column}, {_NO_PLACE}) AS {column}"


def _unmarked(column: pa.ChunkedArray, kind: pa.DataType) -> pa.ChunkedArray:
    none: Any = (
        _NO_TEXT
        if pa.types.is_string(kind)
        else _NO_NUMBER
        if pa.types.is_floating(kind)
        else _NO_PLACE
    )
    cast = column.cast(kind)
    return pc.if_else(pc.equal(cast, pa.scalar(none, kind)), pa.scalar(None, kind), cast)


def _in_a_process_of_its_own(database: str, out: str, query: str) -> None:
    import adbc_driver_sqlite.dbapi as adbc

    with adbc.connect(Path(database).as_uri() + "?mode=ro") as apart, apart.cursor() as cursor:
        cursor.execute(query)
        reader = cursor.fetch_record_batch()
        with pa.ipc.new_file(out, reader.schema) as file:
            for batch in reader:
                file.write_batch(batch)


if __name__ == "__main__":
    _in_a_process_of_its_own(*sys.argv[1:])
