"""A person's own workbook as the rows of an assessment, without importing it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import numpy as np
import pyarrow as pa

from ceyuan.catalogue import Catalogue, ProgrammeItem
from ceyuan.engines.reading.recognise import recognise
from ceyuan.engines.reading.table.columnwise import ReadList, read_columnwise
from ceyuan.engines.reading.table.columnwise_doubts import doubts
from ceyuan.engines.rules.parameter import money_power
from ceyuan.engines.rules.whole import whole_graph
from ceyuan.journeys.incoming import Incoming
from ceyuan.journeys.many_objects import making_many
from ceyuan.journeys.own_years import NamedColumn, named_columns, one_row_each
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import BadInput
from ceyuan.model.kind import FieldType, Kind
from ceyuan.model.table import Problem, Weight


class NoSuchSheet(BadInput):
    """The workbook has no sheet of that name, or it is hidden."""


@dataclass(frozen=True)
class OwnTable:
    """The rows, what could not be read of them, and what was taken for what.

    Attributes:
        kind: what the rows are.
        names: what each row is called.
        codes: the identifier of each row (统一社会信用代码); empty where none is given.
        values: the columns programmes ask for, by name.
        read: how the file was read.
        notes: what a person should know: a year that was supposed, a column not used.
        problems: cells that could not be read, and what is doubtful about those that were.
    """

    kind: str
    names: list[str]
    codes: list[str]
    values: pa.Table
    read: ReadList
    notes: tuple[Bilingual, ...]
    problems: tuple[Problem, ...] = ()


def open_table(
    catalogue: Catalogue,
    programmes: Iterable[ProgrammeItem],
    file: Incoming,
    on: date,
    sheet: str = "",
) -> OwnTable:
    """Read a workbook or separated text whose headings are fields.

    A yearly figure whose heading names no year is taken for the last fiscal year before `on`, and
    that is told; one that is about part of a year or several years is not used, and that is told
    too. A cell that cannot be read has no value and is told; it is never zero.

    Args:
        catalogue: the district.
        programmes: those that will be asked.
        file: the workbook or separated text.
        on: the day asked.
        sheet: the sheet to read; empty for the first that has a list.

    Raises:
        BadInput: the file cannot be opened.
        NoSuchSheet: there is no such sheet.
        NoList: no sheet has headings that are fields of the programmes' kinds.
    """
    with making_many():
        return _opened(catalogue, tuple(programmes), file, on, sheet)


def form_kinds(catalogue: Catalogue, programmes: Sequence[ProgrammeItem]) -> list[Kind]:
    """The kinds of the programmes, each with the inputs its programmes bring.

    Where two programmes ask the same thing in other words, both wordings are headings.
    """
    made = []
    for name in dict.fromkeys(item.kind for item in programmes):
        kind = catalogue.kinds[name]
        fields = {f.id: f for f in kind.fields}
        for item in programmes:
            if item.kind != name:
                continue
            for field in item.programme.fields.values():
                held = fields.setdefault(field.id, field)
                said = {held.name, *held.headings}
                more = [word for word in (field.name, *field.headings) if word not in said]
                if more:
                    fields[field.id] = replace(held, headings=(*held.headings, *more))
        made.append(replace(kind, fields=tuple(fields.values())))
    return made


def _opened(
    catalogue: Catalogue, items: tuple[ProgrammeItem, ...], file: Incoming, on: date, sheet: str
) -> OwnTable:
    sheets = recognise(file.content, file.name).sheets
    if sheet:
        sheets = tuple(one for one in sheets if one.name.strip() == sheet.strip()) or _no_sheet(
            sheet, file.name, [one.name for one in sheets if not one.hidden]
        )
    kinds = form_kinds(catalogue, items)
    asked = _wanted(items, on)
    identifiers = {kind.identifier for kind in kinds if kind.identifier}
    read = read_columnwise(sheets, file.name, kinds, wanted=asked | identifiers)
    codes = _codes(read)
    keys = [code or name for code, name in zip(codes, read.names, strict=True)]
    doubtful, sure = doubts(read, keys)
    held = replace(sure, columns=tuple(c for c in sure.columns if c.field.id in asked))
    notes = list(_told(read))
    rows = list(range(len(read.names)))
    if read.years:
        rows, columns = one_row_each(held, keys, on, notes)
    else:
        columns = named_columns(held.columns, on, notes)
    values = {column.name: _array(column) for column in columns}
    if not values:
        values["nothing"] = pa.nulls(len(rows), pa.float64())
    problems = (*read.problems, *doubtful, *_later_than(held, on))
    return OwnTable(
        read.kind.name,
        [read.names[row] for row in rows],
        [codes[row] for row in rows],
        pa.table(values),
        replace(read, more_problems=sure.more_problems),
        tuple(notes),
        tuple(problems),
    )


def _codes(read: ReadList) -> list[str]:
    """The identifier of each row; empty where it has none."""
    held = next((c for c in read.columns if c.field.id == read.kind.identifier), None)
    if held is None:
        return [""] * len(read.names)
    return ["" if code is None else str(code) for code in held.values]


def _told(read: ReadList) -> Iterable[Bilingual]:
    if read.other_sheets:
        others = "、".join(f"“{name}”" for name in read.other_sheets)
        yield Bilingual(
            f"读的是工作表“{read.sheet}”；没有读 {others}，用 --sheet 指定",
            f"the sheet {read.sheet!r} was read; {others} were not: name one with --sheet",
        )


def _later_than(read: ReadList, on: date) -> Iterable[Problem]:
    """Days of the past that lie after the day asked: a slip, or rows of a later time."""
    ends = {field.until for field in read.kind.fields}
    for column in read.columns:
        field = column.field
        if field.type is not FieldType.DATE or field.since or field.id in ends:
            continue
        for at, day in enumerate(column.values):
            if isinstance(day, date) and day > on:
                yield Problem(
                    "later_than_asked",
                    Weight.DOUBTFUL,
                    read.sheet,
                    Bilingual(
                        f"{field.name} {day} 晚于测算日 {on}，照原样采用",
                        f"{field.english} {day} is after the day asked, {on}; used as it is",
                    ),
                    Bilingual("核对日期，或换一个测算日", "check it, or ask for another day"),
                    read.rows[at],
                    f"{column.cell.rstrip('0123456789')}{read.rows[at]}",
                    field.id,
                    str(day),
                )


def _no_sheet(wanted: str, name: str, there: list[str]) -> tuple[Any, ...]:
    raise NoSuchSheet(
        Bilingual(f"没有工作表“{wanted}”", f"there is no sheet {wanted!r}"),
        where=name,
        remedy=Bilingual(f"可选：{'、'.join(there)}", f"choose one of {', '.join(there)}"),
    )


def _wanted(items: Sequence[ProgrammeItem], on: date) -> set[str]:
    """The fields any of the programmes asks for that day."""
    held = [item.programme for item in items if item.programme.in_force(on)]
    return {a.field.id for p in held for a in whole_graph(p, on).asked.values()}


def _array(column: NamedColumn) -> pa.Array:
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
