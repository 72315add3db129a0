"""Facts as one Arrow table, for analysis: DuckDB, Polars, pandas and Parquet take it as it is."""

from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
from sqlalchemy import Connection, select

from ceyuan.stores.columns import Columns, Mask
from ceyuan.stores.scan import scan
from ceyuan.stores.schema import documents, entities, readers

#: Days of `date.toordinal` before the first day Arrow counts from.
_EPOCH = 719_163

#: The parts of a line read from the table itself, with what Arrow calls their type.
_READ: dict[str, pa.DataType] = {
    "no": pa.int64(),
    "reader": pa.int32(),
    "id": pa.string(),
    "sort": pa.string(),
    "value": pa.string(),
    "upper": pa.string(),
    "unit": pa.string(),
    "hedge": pa.string(),
    "low": pa.float64(),
    "high": pa.float64(),
}
_EVIDENCE: dict[str, pa.DataType] = {
    "printed": pa.string(),
    "locator": pa.string(),
    "quote": pa.string(),
    "clean_start": pa.int64(),
    "clean_end": pa.int64(),
    "qualifiers": pa.string(),
    "note": pa.string(),
}


def table_of(
    connection: Connection,
    columns: Columns,
    mask: Mask,
    *,
    evidence: bool = False,
    settled: bool = True,
) -> pa.Table:
    """One row for each fact of the mask, in order of recording.

    Columns: id, subject, kind, property, indicator, measure, standing, section, period,
    period_start, period_end, instant, sort, value, upper, unit, hedge, low, high, document, reader,
    version, recorded_on; with `evidence` also printed, locator (JSON), quote, clean_start,
    clean_end, qualifiers (JSON), note. `value` and `upper` are exact, as text; `low` and `high` are
    the bounds of a quantity as floats, null where there is none. Words that repeat are
    dictionary-encoded. Without a period its columns are null; without a document `document` is.
    """
    numbers = np.flatnonzero(mask)
    wanted = {**_READ, **(_EVIDENCE if evidence else {})}
    read = scan(connection, numbers + 1, wanted, settled=settled)
    where = {name: getattr(columns, name)[numbers] for name in ("subject", "document", "period")}
    words = columns.properties
    property = columns.property[numbers]
    stance = columns.stance[numbers]
    known = columns.periods
    made: dict[str, Any] = {
        "id": read["id"],
        "subject": _worded(where["subject"], _by_number(connection, entities, "id")),
        "kind": _worded(property, [each[0] for each in words]),
        "property": _worded(property, [each[1] for each in words]),
        "indicator": _worded(property, [each[2] for each in words]),
        "measure": _worded(stance, [each[0] for each in columns.stances]),
        "standing": _worded(stance, [each[1] for each in columns.stances]),
        "section": _worded(stance, [each[2] for each in columns.stances]),
        "period": _worded(where["period"], [span.text if span else None for span in known]),
        "period_start": _days(where["period"], [span.start if span else None for span in known]),
        "period_end": _days(where["period"], [span.end if span else None for span in known]),
        "instant": pa.array([span.instant if span else None for span in known], pa.bool_()).take(
            pa.array(where["period"])
        ),
        **{name: read[name] for name in list(_READ)[3:]},
        "document": _worded(where["document"], _by_number(connection, documents, "digest")),
        "reader": _worded(read["reader"], _by_number(connection, readers, "reader")),
        "version": _worded(read["reader"], _by_number(connection, readers, "version")),
        "recorded_on": pa.array(columns.recorded[numbers] - _EPOCH, pa.int32()).cast(pa.date32()),
        **{name: read[name] for name in _EVIDENCE if evidence},
    }
    return pa.table(made)


def _worded(codes: Any, words: list[str | None]) -> pa.Array:
    """The words the codes stand for; null for the code 0 where it has none."""
    dictionary = pa.array(words, pa.string())
    indices = (
        pa.array(codes, pa.int32()) if isinstance(codes, np.ndarray) else codes.combine_chunks()
    )
    coded = pa.DictionaryArray.from_arrays(indices, dictionary.fill_null(""))
    if dictionary.null_count:
        empty = pc.is_null(dictionary.take(indices))
        coded = pc.if_else(empty, pa.scalar(None, coded.type), coded)
    return coded


def _days(codes: npt.NDArray[np.int32], days: list[int | None]) -> pa.Array:
    since = [None if day is None else day - _EPOCH for day in days]
    return pa.array(since, pa.int32()).cast(pa.date32()).take(pa.array(codes))


def _by_number(connection: Connection, table: Any, column: str) -> list[str | None]:
    words: list[str | None] = [None]
    query = select(table.c[column]).order_by(table.c.no)
    words.extend(connection.execute(query).scalars())
    return words
