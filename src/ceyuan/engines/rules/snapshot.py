"""What an assessment reads: one row for each entity, each value with the fact it comes from."""

import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from hashlib import sha256
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from ceyuan.authoring.rules import Type
from ceyuan.engines.rules.amounts import amounts_of
from ceyuan.engines.rules.programme import Asked
from ceyuan.engines.rules.sayings import Numbers, Sayings
from ceyuan.engines.rules.table import ARROW_TYPES
from ceyuan.model.kind import Field, Kind

#: Beside each column, the identifier of the fact it comes from.
FACT = "__fact"


@dataclass(frozen=True)
class Snapshot:
    """A table of entities, `subject` first; each column `x` has a twin `x__fact`."""

    table: pa.Table

    @property
    def subjects(self) -> list[str]:
        """Who the rows are."""
        return [str(one) for one in self.table["subject"].to_pylist()]

    @property
    def values(self) -> pa.Table:
        """The columns rules ask for, without twins."""
        kept = [n for n in self.table.column_names if n != "subject" and not n.endswith(FACT)]
        return self.table.select(kept)

    @cached_property
    def parquet(self) -> bytes:
        """The file kept in the archive; the same table gives the same bytes."""
        sink = io.BytesIO()
        pq.write_table(self.table, sink, compression="zstd")
        return sink.getvalue()

    @cached_property
    def digest(self) -> str:
        """The name of the snapshot: SHA-256 of its file, under which the archive keeps it."""
        return sha256(self.parquet).hexdigest()


def snapshot_of(
    facts: pa.Table,
    kind: Kind,
    asked: Iterable[Asked],
    on: date,
    same: Mapping[str, str] | None = None,
) -> Snapshot:
    """One row for each subject of a kind that the facts speak of, for a day asked.

    A yearly figure is taken from the whole fiscal year it is asked for (the last one before `on`);
    what stands at a date from the end of that year, and where that year has none from the latest
    date up to `on`, or from a register that gives no date. Everything else is the newest said. Only
    exact levels that were registered, reported, derived or decided count: a hedged figure is
    unknown, and so is one whose unit does not go with the field's. Of several values of one period
    the reader the kind trusts most wins, then the one recorded last.

    Records that were decided to be one thing are one row, as if everything had been said of it alone:
    where two records disagree the same order decides, newest period, then trust, then recorded last;
    what a thing has several of (titles, years) is gathered from all. Each value still names the fact
    it comes from, and the fact the record it was told of.

    What holds until a day (`Field.until`: a certificate) is no longer so after it, unless it was said
    of a time after that day; the fact named is then the one that tells the day.

    Args:
        facts: as `Ledger.table` gives them.
        kind: what the rows are.
        asked: the columns wanted.
        on: the day asked.
        same: records that were decided to be another, with the identifier both go under.
    """
    said = Sayings(facts, kind, same or {})
    fields = {field.id: field for field in kind.fields}
    rows = len(said.subjects)
    columns: dict[str, pa.Array] = {"subject": pa.array(said.subjects, pa.string())}
    for one in sorted(asked, key=lambda each: each.name):
        if one.name in columns:
            continue
        found, numbers = said.last(one, on)
        if one.field.many and one.type is Type.TEXT:
            values = said.words(one, on)
        else:
            values = _values(said, numbers, one)
        ids = said.values("id", numbers)
        if one.type is Type.TRUTH and one.field.until in fields:
            values, ids = _until_it_ran_out(
                said, fields[one.field.until], on, found, values, ids, numbers
            )
        if values.null_count:  # What cannot be read names no fact.
            ids = pc.if_else(values.is_valid(), ids, pa.scalar(None, pa.string()))
        columns[one.name] = _spread(values, found, rows, ARROW_TYPES[one.type])
        columns[one.name + FACT] = _spread(ids, found, rows, pa.string())
    return Snapshot(pa.table(columns))


def _values(said: Sayings, numbers: Numbers, asked: Asked) -> pa.Array:
    printed = said.values("value", numbers)
    match asked.type:
        case Type.NUMBER:
            return amounts_of(printed, said.units(numbers), asked.field.unit)
        case Type.TRUTH:
            return pc.equal(pc.utf8_lower(printed), "true")
        case Type.DAY:
            words = printed.dictionary_encode()
            days = [_whole_day(word) for word in words.dictionary.to_pylist()]
            return pa.array(days, pa.date32()).take(words.indices)
        case _:
            return printed


def _until_it_ran_out(
    said: Sayings,
    last_day: Field,
    on: date,
    found: Numbers,
    truths: pa.Array,
    ids: pa.Array,
    numbers: Numbers,
) -> tuple[pa.Array, pa.Array]:
    """The truths on the day asked, and the facts that decide them; see `snapshot_of`."""
    asked = Asked(last_day.id, Type.DAY, last_day)
    rows, told = said.last(asked, on)
    days = _spread(_values(said, told, asked), rows, len(said.subjects), pa.date32())
    last = days.take(pa.array(found))
    after = pc.greater(said.values("period_start", numbers).cast(pa.date32()), last)
    over = pc.and_(pc.less(last, pa.scalar(on)), pc.invert(pc.fill_null(after, False)))
    over = pc.and_(pc.fill_null(over, False), pc.fill_null(truths, False))
    tells = _spread(said.values("id", told), rows, len(said.subjects), pa.string())
    return (
        pc.if_else(over, pa.scalar(False), truths),
        pc.if_else(over, tells.take(pa.array(found)), ids),
    )


def _whole_day(printed: str) -> date | None:
    """A day printed in full; a month or a year alone is no day."""
    try:
        return date.fromisoformat(printed)
    except ValueError:
        return None


def _spread(values: pa.Array, found: Numbers, rows: int, type_: Any) -> pa.Array:
    """The values at their rows, null between."""
    if not len(found):
        return pa.nulls(rows, type_)
    places = np.full(rows, -1, np.int64)
    places[found] = np.arange(len(found))
    return values.take(pa.array(places, mask=places < 0))
