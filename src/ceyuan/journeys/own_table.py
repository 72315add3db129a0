"""A person's own workbook as the rows of an assessment, without importing it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import numpy as np
import pyarrow as pa

from ceyuan.catalogue import Catalogue, ProgrammeItem
from ceyuan.engines.reading.recognise import recognise
from ceyuan.engines.reading.table.columnwise import ReadColumn, ReadList, read_columnwise
from ceyuan.engines.rules.parameter import money_power
from ceyuan.engines.rules.programme import EARLIER_YEARS
from ceyuan.engines.rules.whole import whole_graph
from ceyuan.journeys.incoming import Incoming
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.kind import Kind


@dataclass(frozen=True)
class OwnTable:
    """The rows, what could not be read of them, and what was taken for what.

    Attributes:
        kind: what the rows are.
        names: what each row is called.
        values: the columns programmes ask for, by name.
        read: how the file was read.
        notes: what a person should know: a year that was supposed, a column not used.
    """

    kind: str
    names: list[str]
    values: pa.Table
    read: ReadList
    notes: tuple[Bilingual, ...]


def open_table(
    catalogue: Catalogue, programmes: Iterable[ProgrammeItem], file: Incoming, on: date
) -> OwnTable:
    """Read a workbook or separated text whose headings are fields.

    A yearly figure whose heading names no year is taken for the last fiscal year before `on`, and
    that is told. A cell that cannot be read has no value and is told; it is never zero.

    Raises:
        BadInput: the file cannot be opened.
        NoList: no sheet has headings that are fields of the programmes' kinds.
    """
    items = tuple(programmes)
    sheets = recognise(file.content, file.name).sheets
    read = read_columnwise(sheets, file.name, _kinds(catalogue, items), wanted=_wanted(items, on))
    columns: dict[str, pa.Array] = {}
    notes: list[Bilingual] = []
    for column in read.columns:
        name = _name(column, on, notes)
        if name and name not in columns:
            columns[name] = _array(column)
    if not columns:
        columns["nothing"] = pa.nulls(len(read.names), pa.float64())
    return OwnTable(read.kind.name, read.names, pa.table(columns), read, tuple(notes))


def _wanted(items: Sequence[ProgrammeItem], on: date) -> set[str]:
    """The fields any of the programmes asks for that day."""
    held = [item.programme for item in items if item.programme.in_force(on)]
    return {a.field.id for p in held for a in whole_graph(p, on).asked.values()}


def _kinds(catalogue: Catalogue, programmes: Sequence[ProgrammeItem]) -> list[Kind]:
    """The kinds of the programmes, each with the inputs its programmes bring."""
    made = []
    for name in dict.fromkeys(item.kind for item in programmes):
        kind = catalogue.kinds[name]
        fields = {f.id: f for f in kind.fields}
        claimed = {w for f in kind.fields for w in (f.name, *f.headings)}
        for item in programmes:
            if item.kind != name:
                continue
            for field in item.programme.fields.values():
                if field.id not in fields:
                    fields[field.id] = replace(field, headings=(*field.headings, field.id))
        fields = {
            i: f
            if i in claimed or f.headings[-1:] == (i,)
            else replace(f, headings=(*f.headings, i))
            for i, f in fields.items()
        }
        made.append(replace(kind, fields=tuple(fields.values())))
    return made


def _name(column: ReadColumn, on: date, notes: list[Bilingual]) -> str:
    """What rules call the column; empty where it is of a year no rule asks for."""
    field, last = column.field, on.year - 1
    if field.type.value != "quantity":
        return field.id
    if column.period is None:
        if not field.stock:
            notes.append(
                Bilingual(
                    f"“{column.heading}”没有写年度，按{last}年度",
                    f"{column.heading!r} names no year and is taken for {last}",
                )
            )
        return field.id
    back = last - column.period.end.year
    if field.stock and back == -1 and column.period.end <= on:
        back = 0
    if back < 0 or back > EARLIER_YEARS:
        notes.append(
            Bilingual(
                f"“{column.heading}”是{column.period.end.year}年的，{on} 的测算不用",
                f"{column.heading!r} is of {column.period.end.year}; not used on {on}",
            )
        )
        return ""
    return f"{field.id}_{back}" if back else field.id


def _array(column: ReadColumn) -> pa.Array:
    values = column.values
    if isinstance(values, np.ndarray):
        power = money_power(column.field.unit)
        if power == 1:
            values = np.rint(values * 100)
        elif column.field.unit == "%":
            values = values / 100
        return pa.array(values, pa.float64(), from_pandas=True)
    types: dict[Any, Any] = {"truth": pa.bool_(), "date": pa.date32()}
    return pa.array(values, types.get(column.field.type.value, pa.string()))
