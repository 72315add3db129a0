"""A form as one row: its labels matched to the fields of a kind, its values read like cells."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ceyuan.engines.reading.table.cell import Place, read_cell
from ceyuan.engines.reading.table.columns import Column, KindFit, assign, fit, naming_fields
from ceyuan.engines.reading.table.dated import TableTime, column_period
from ceyuan.engines.reading.table.form import Entry, split_records
from ceyuan.engines.reading.table.frame import unit_above
from ceyuan.engines.reading.table.grid import Grid, cell_name
from ceyuan.engines.reading.table.heading import plain
from ceyuan.engines.reading.table.joint import split_joint
from ceyuan.engines.reading.table.layout import Region
from ceyuan.engines.reading.table.lexicon import Lexicon
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.kind import FieldType
from ceyuan.model.table import Problem, Table, TableCell, TableColumn, TableRow, Weight
from ceyuan.model.unit import UnknownUnit, unit_of


@dataclass(frozen=True, slots=True)
class FormRead:
    """A form as read: the table it counts as, its rows, its problems."""

    table: Table
    rows: tuple[TableRow, ...]
    problems: tuple[Problem, ...]


def read_forms(
    grid: Grid, lexicon: Lexicon, region: Region, number: int, hints: str, time: TableTime
) -> FormRead | None:
    """Read every form of a sheet; None where no kind has its labels."""
    fits = _fit_of_first(lexicon, region.entries, hints)
    if not fits:
        return None
    kind = fits[0].kind
    naming = frozenset(
        plain(wording)
        for name in naming_fields(kind)
        if (one := kind.field(name))
        for wording in (one.name, *one.headings)
    )
    note_unit = unit_above([t for _, _, t in region.titles] + _every_unit_note(grid))
    rows: list[TableRow] = []
    problems: list[Problem] = []
    columns: tuple[Column, ...] = ()
    for entries in split_records(region.entries, naming):
        columns = assign(lexicon, kind, {n: e.label for n, e in enumerate(entries)})
        row, told = _row(grid, entries, columns, fits[0], number, time, note_unit)
        rows.append(row)
        problems += told
    table = Table(
        number,
        grid.name,
        " ".join(t for _, _, t in region.titles),
        "",
        kind.name,
        True,
        (),
        tuple(_told(grid, region.entries, columns)),
        time.period,
        time.as_of,
        kind_reason=fits[0].reason,
    )
    return FormRead(table, tuple(rows), tuple(problems))


def _fit_of_first(lexicon: Lexicon, entries: Sequence[Entry], hints: str) -> tuple[KindFit, ...]:
    seen: set[tuple[str, str]] = set()
    first = {}
    for n, entry in enumerate(entries):
        key = (entry.label.whole, entry.label.time)
        if key not in seen:
            seen.add(key)
            first[n] = entry.label
    return fit(lexicon, first, hints)


def _row(
    grid: Grid,
    entries: Sequence[Entry],
    columns: Sequence[Column],
    chosen: KindFit,
    number: int,
    time: TableTime,
    note_unit: str,
) -> tuple[TableRow, list[Problem]]:
    cells: list[TableCell] = []
    problems: list[Problem] = []
    for column in columns:
        entry = entries[column.at]
        at = grid.origin(entry.row, entry.value_column)
        name = cell_name(*at)
        if not column.fields:
            if column.role in ("unread", "repeated"):
                problems.append(_nobody_reads(grid, entry, name))
            continue
        raw = grid.raw(*at) if entry.inline is None else entry.inline
        text = grid.text(*at) if entry.inline is None else entry.inline
        parts: Sequence[tuple[object, str]] = ((raw, text),)
        if len(column.fields) > 1:
            split = split_joint(text, column.fields, foreign=column.foreign)
            parts = [(part, part) for part in split]
        for one, (value, said) in zip(column.fields, parts, strict=True):
            unit = column.heading.unit
            if not unit and one.type is FieldType.QUANTITY and _fits(note_unit, one.unit):
                unit = note_unit
            period = column_period(one, column.heading.time, column.heading.window, time)
            place = Place(grid.name, at[0] + 1, name, period, unit)
            read, told = read_cell(chosen.kind, one, value, said, place)
            cells += read
            problems += told
    first = min((e.row for e in entries), default=0)
    row = TableRow(grid.name, first + 1, number, tuple(cells))
    if not any(row.text(name) for name in naming_fields(chosen.kind)):
        problems.append(
            Problem(
                "no_name",
                Weight.UNREADABLE,
                grid.name,
                Bilingual("表中没有填写名称，不知是谁", "the form names nobody"),
                Bilingual("补上单位名称或代码", "give the name or the code"),
                first + 1,
                cell_name(first, 0),
                "name",
            )
        )
    return row, problems


def _nobody_reads(grid: Grid, entry: Entry, name: str) -> Problem:
    heading = entry.label.printed
    return Problem(
        "unread_column",
        Weight.NOTE,
        grid.name,
        Bilingual(
            f"“{heading}”未读取：没有字段与此对应", f"{heading!r} is not read: no field has it"
        ),
        Bilingual(
            "如需要，在类别文件里给字段加上这个表头",
            "add it to a field of the kind if it is wanted",
        ),
        entry.row + 1,
        name,
        "",
        heading,
    )


def _every_unit_note(grid: Grid) -> list[str]:
    return [
        text
        for row in range(min(grid.height, 12))
        for _, text in grid.distinct(row)
        if "单位:" in plain(text) and len(text) < 40
    ]


def _fits(unit: str, base: str) -> bool:
    try:
        return bool(unit) and unit_of(unit).base == unit_of(base).base
    except UnknownUnit:
        return False


def _told(grid: Grid, entries: Sequence[Entry], columns: Iterable[Column]) -> Iterable[TableColumn]:
    for column in columns:
        entry = entries[column.at] if column.at < len(entries) else None
        if entry is None:
            continue
        yield TableColumn(
            cell_name(entry.row, entry.value_column),
            column.heading.printed,
            "+".join(f.id for f in column.fields),
            None,
            column.heading.unit,
            column.reason,
            column.sure,
        )
