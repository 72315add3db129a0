"""A table with its meaning settled: which kind, which column is which field, in what unit and time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ceyuan.engines.reading.table.columns import Column, KindFit
from ceyuan.engines.reading.table.dated import TableTime, column_period
from ceyuan.engines.reading.table.grid import Grid, letters
from ceyuan.engines.reading.table.heading import plain, said_unit
from ceyuan.engines.reading.table.layout import Region
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.kind import Field, FieldType, Kind
from ceyuan.model.period import Period
from ceyuan.model.table import Problem, TableColumn, Weight
from ceyuan.model.unit import UnknownUnit, unit_of

#: A heading matched less surely than this is told.
_CERTAIN = 0.75


@dataclass(frozen=True, slots=True)
class Frame:
    """Everything that is needed to read the rows of one table."""

    grid: Grid
    region: Region
    number: int
    kind: Kind
    columns: tuple[Column, ...]
    time: TableTime
    note_unit: str
    reason: Bilingual
    units: dict[int, str] = field(default_factory=dict)
    periods: dict[tuple[int, str], Period | None] = field(default_factory=dict)

    @property
    def name_column(self) -> int | None:
        """The column that says which thing a row is about."""
        for wanted in ("name", *self.kind.key[:1], self.kind.identifier, *self.kind.nicknames):
            for column in self.columns:
                if wanted and any(f.id == wanted for f in column.fields):
                    return column.at
        return None


def frame_of(grid: Grid, region: Region, number: int, fit: KindFit, time: TableTime) -> Frame:
    """Settle units and times of the columns of a table that a kind explains."""
    note_unit = unit_above(text for _, _, text in region.titles)
    units = {
        column.at: _unit(column.heading.unit, column.fields, note_unit) for column in fit.columns
    }
    periods = {
        (column.at, f.id): column_period(f, column.heading.time, column.heading.window, time)
        for column in fit.columns
        for f in column.fields
    }
    return Frame(
        grid,
        region,
        number,
        fit.kind,
        fit.columns,
        time,
        note_unit,
        fit.reason,
        units,
        periods,
    )


def unit_above(titles: Iterable[str]) -> str:
    """The unit a line above the table gives (单位：万元; 金额单位：千元); empty where none does."""
    for title in titles:
        for piece in title.replace("　", " ").split():
            if "单位" in piece and (
                unit := said_unit(piece[piece.index("单位") :].strip("（）()"))
            ):
                return unit
        if "单位" in title and (unit := said_unit(plain(title)[plain(title).index("单位") :])):
            return unit
    return ""


def told_columns(frame: Frame) -> tuple[TableColumn, ...]:
    """The columns as people are told of them."""
    return tuple(
        TableColumn(
            letters(c.at),
            c.heading.printed,
            "+".join(f.id for f in c.fields) or {"sequence": "seq", "note": "note"}.get(c.role, ""),
            frame.periods.get((c.at, c.fields[0].id)) if c.fields else None,
            frame.units.get(c.at, ""),
            c.reason,
            c.sure,
        )
        for c in frame.columns
    )


def column_problems(frame: Frame) -> Iterable[Problem]:
    """What a person should know about the headings: columns nobody reads, slips, contradictions."""
    for column in frame.columns:
        heading = column.heading.printed
        field = column.fields[0] if column.fields else None
        if column.role == "repeated" and _has_content(frame, column.at):
            yield _told(
                frame,
                column,
                "repeated_heading",
                Weight.DOUBTFUL,
                Bilingual(
                    f"“{heading}”列未读取：{column.reason.zh}",
                    f"column {heading!r} is not read: {column.reason.en}",
                ),
                Bilingual("给两列起不同的表头", "give the two columns different headings"),
            )
        elif column.role == "unread" and _has_content(frame, column.at):
            yield _told(
                frame,
                column,
                "unread_column",
                Weight.NOTE,
                Bilingual(
                    f"“{heading}”列未读取：{column.reason.zh}",
                    f"column {heading!r} is not read: {column.reason.en}",
                ),
                Bilingual(
                    "如需要，在类别文件里给字段加上这个表头",
                    "add this heading to a field of the kind if it is wanted",
                ),
            )
        elif field and column.sure < _CERTAIN:
            yield _told(
                frame,
                column,
                "heading_alike",
                Weight.DOUBTFUL,
                Bilingual(
                    f"“{heading}”按{field.name}读取：{column.reason.zh}",
                    f"{heading!r} is read as {field.english}: {column.reason.en}",
                ),
                Bilingual("核对表头写法", "check the wording of the heading"),
            )
        said = column.heading.unit
        if said and frame.note_unit and _contradict(column, frame.note_unit):
            yield _told(
                frame,
                column,
                "units_contradict",
                Weight.DOUBTFUL,
                Bilingual(
                    f"表头单位为{said}，表上方写{frame.note_unit}，按表头计",
                    f"the heading says {said}, the line above the table {frame.note_unit}: "
                    "the heading counts",
                ),
                Bilingual("统一单位", "make the units agree"),
            )


def _told(
    frame: Frame, column: Column, code: str, weight: Weight, what: Bilingual, remedy: Bilingual
) -> Problem:
    """A problem at the heading of a column."""
    row = (frame.region.header[-1] if frame.region.header else frame.region.top) + 1
    field = column.fields[0].id if column.fields else ""
    cell = f"{letters(column.at)}{row}"
    return Problem(
        code, weight, frame.grid.name, what, remedy, row, cell, field, column.heading.printed
    )


def _unit(said: str, fields: Sequence[Field], note_unit: str) -> str:
    if said or not fields or fields[0].type is not FieldType.QUANTITY:
        return said
    if note_unit and _same_family(note_unit, fields[0].unit):
        return note_unit
    return ""


def _contradict(column: Column, note_unit: str) -> bool:
    if not column.fields or column.fields[0].type is not FieldType.QUANTITY:
        return False
    said = column.heading.unit
    return (
        said != note_unit
        and _same_family(said, note_unit)
        and unit_of(said).factor != unit_of(note_unit).factor
    )


def _same_family(one: str, two: str) -> bool:
    try:
        return unit_of(one).family == unit_of(two).family and unit_of(one).base == unit_of(two).base
    except UnknownUnit:
        return False


def _has_content(frame: Frame, column: int) -> bool:
    first = (frame.region.header[-1] if frame.region.header else frame.region.top) + 1
    return any(frame.grid.text(row, column) for row in range(first, frame.region.bottom + 1))
