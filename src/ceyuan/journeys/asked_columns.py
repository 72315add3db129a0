"""What programmes ask of a row, as the columns of a table people fill in."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from ceyuan.authoring.reader import Sheet
from ceyuan.catalogue import Catalogue, ProgrammeItem
from ceyuan.engines.reading.table.columnwise import read_columnwise
from ceyuan.engines.rules.programme import Asked
from ceyuan.engines.rules.whole import whole_graph
from ceyuan.journeys.own_table import form_kinds
from ceyuan.journeys.own_years import named_columns
from ceyuan.model.kind import Field, FieldType, Kind

#: How the units of fields are written in a heading, where they are written otherwise.
_PRINTED = {"元": "万元", "share": "", "%": "%"}
#: Longer names make no heading: a row with a passage in it is not taken for headings.
_LONGEST = 45


@dataclass(frozen=True, slots=True)
class AskedColumn:
    """A column of the table.

    Attributes:
        name: what rules call it: `revenue_1`; empty for the columns that say whom a row is about.
        heading: what to write over it; `assess --table` reads it as this column.
        field: the field it holds.
        year: the year its figures are about; None where it has none.
        unit: as written in the heading; empty where none is.
        programmes: names of those that ask for it.
    """

    name: str
    heading: str
    field: Field
    year: int | None
    unit: str
    programmes: tuple[str, ...]


def asked_columns(
    catalogue: Catalogue, items: Sequence[ProgrammeItem], on: date
) -> dict[str, tuple[AskedColumn, ...]]:
    """The columns of a table for each kind the programmes are about, whom a row is about first.

    Args:
        catalogue: the district.
        items: the programmes; those that are not in force that day ask nothing.
        on: the day to be asked, which says what the years are.
    """
    found: dict[str, tuple[AskedColumn, ...]] = {}
    for name in dict.fromkeys(item.kind for item in items if item.programme.in_force(on)):
        mine = [item for item in items if item.kind == name and item.programme.in_force(on)]
        form = next(kind for kind in form_kinds(catalogue, mine) if kind.name == name)
        asked: dict[str, tuple[Asked, list[str]]] = {}
        for item in mine:
            for one in whole_graph(item.programme, on).asked.values():
                asked.setdefault(one.name, (one, []))[1].append(item.name)
        columns = [_column(one, tuple(by), on) for one, by in asked.values()]
        own = [column.field.id for column in columns]
        who = [f for f in _saying_who(form) if f.id not in own]
        found[name] = _understood(
            form,
            [*(AskedColumn("", field.name, field, None, "", ()) for field in who), *columns],
            on,
        )
    return found


def _saying_who(form: Kind) -> list[Field]:
    named = ("name", form.identifier) if form.field("name") else (form.identifier, *form.key)
    return [field for one in dict.fromkeys(named) if one and (field := form.field(one))]


def _column(asked: Asked, programmes: tuple[str, ...], on: date) -> AskedColumn:
    field = asked.field
    called = field.name if len(field.name) <= _LONGEST else field.id
    if field.type is not FieldType.QUANTITY:
        return AskedColumn(asked.name, called, field, None, "", programmes)
    unit = _PRINTED.get(field.unit, field.unit)
    year = on.year - 1 - asked.years_back
    return AskedColumn(
        asked.name, _heading(field, called, year, unit), field, year, unit, programmes
    )


def _heading(field: Field, called: str, year: int, unit: str) -> str:
    when = f"{year}年末" if field.stock else f"{year}年"
    return f"{when}{called}" + (f"（{unit}）" if unit else "")


def _understood(form: Kind, columns: list[AskedColumn], on: date) -> tuple[AskedColumn, ...]:
    """The columns under headings that are read back as them, the plainest that is."""
    made = columns
    for wording in (_as_named, _as_identified):
        read = _read_back(form, [column.heading for column in made], on)
        made = [
            column
            if read.get(column.heading) == (column.name or column.field.id)
            else replace(column, heading=wording(column))
            for column in made
        ]
    return tuple(made)


def _as_named(column: AskedColumn) -> str:
    """The name of the field and its unit: for fields whose names say a time of their own (近三年…)."""
    name = column.field.name
    if len(name) > _LONGEST:
        return column.heading
    return name + (f"（{column.unit}）" if column.unit else "")


def _as_identified(column: AskedColumn) -> str:
    if column.year is None:
        return column.field.id
    return _heading(column.field, column.field.id, column.year, column.unit)


def _read_back(form: Kind, headings: Sequence[str], on: date) -> dict[str, str]:
    """What each heading is read as."""
    sheet = Sheet(form.title, (tuple(headings),), ())
    read = read_columnwise([sheet], form.title, [form])
    named = {id(c.values): c.heading for c in read.columns}
    return {named[id(c.values)]: c.name for c in named_columns(read.columns, on, [])}
