"""Figures that cannot be right beside their neighbours: unit slips, parts above wholes, days reversed."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise

from ceyuan.engines.reading.table.repeats import by_thing
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.kind import Field, FieldType, Kind
from ceyuan.model.quantity import Quantity
from ceyuan.model.table import Problem, TableCell, TableRow, Weight
from ceyuan.model.unit_slip import is_unit_slip

#: How many times a figure may be the one it belongs beside before somebody should look.
_FAR = Decimal(100)
#: Smaller amounts are not worth asking about: a firm without sales has some small costs.
_WORTH_ASKING = Decimal(10_000_000)


def implausible(kind: Kind, rows: Sequence[TableRow]) -> Iterable[Problem]:
    """What the rows themselves give away, cell by cell."""
    for same in by_thing(kind, rows):
        yield from _unit_slips(kind, same)
    parts = [f for f in kind.fields if f.part_of]
    besides = [f for f in kind.fields if f.beside]
    ends = [f for f in kind.fields if f.since and f.type is FieldType.DATE]
    for row in rows:
        yield from _parts_and_wholes(kind, parts, row)
        yield from _mixed_units(kind, besides, row)
        yield from _day_order(ends, row)
    yield from _fractions(kind, rows)


def _unit_slips(kind: Kind, rows: Sequence[TableRow]) -> Iterable[Problem]:
    """Figures of one thing over the years of which one is ten thousand times its neighbour."""
    by_field: dict[str, list[tuple[date, TableRow, TableCell, Decimal]]] = defaultdict(list)
    for row in rows:
        for cell in row.cells:
            value = cell.value
            if isinstance(value, Quantity) and value.unit == "元" and cell.period:
                by_field[cell.field].append((cell.period.end, row, cell, value.amount))
    for name, years in by_field.items():
        field = kind.field(name)
        if field is None or len(years) < 2:
            continue
        years.sort(key=lambda y: y[0])
        for (_, earlier, before, low), (_, later, now, high) in pairwise(years):
            if is_unit_slip(low, high):
                yield _slip(field, (earlier, before), (later, now))


def _slip(
    field: Field, earlier: tuple[TableRow, TableCell], later: tuple[TableRow, TableCell]
) -> Problem:
    (row, before), (own, now) = earlier, later
    where = before.at.cell if row.sheet == own.sheet else f"{row.sheet}!{before.at.cell}"
    return Problem(
        "unit_slip",
        Weight.DOUBTFUL,
        own.sheet,
        Bilingual(
            f"{field.name}与{before.period}（{where}：{before.printed}）相差约一万倍，疑似元与万元混用",
            f"{field.english} is about 10,000 times off {before.period} "
            f"({where}: {before.printed}): yuan and ten thousand yuan mixed up?",
        ),
        Bilingual("核对该格单位", "check the unit of the cell"),
        own.row,
        now.at.cell,
        field.id,
        now.printed,
    )


def _parts_and_wholes(kind: Kind, parts: Sequence[Field], row: TableRow) -> Iterable[Problem]:
    """A part cannot be more than its whole: R&D staff and staff, by the formulas of the kind."""
    for field in parts:
        for cell in row.cells:
            if cell.field != field.id or not isinstance(cell.value, Quantity):
                continue
            whole = row.cell(field.part_of, cell.period)
            if whole is None or not isinstance(whole.value, Quantity):
                continue
            if cell.value.amount > whole.value.amount and cell.value.unit == whole.value.unit:
                name = kind.field(field.part_of)
                zh, en = (name.name, name.english) if name else (field.part_of, field.part_of)
                yield Problem(
                    "part_above_whole",
                    Weight.DOUBTFUL,
                    row.sheet,
                    Bilingual(
                        f"{field.name}（{cell.printed}）大于{zh}（{whole.printed}，{whole.at.cell}）",
                        f"{field.english} ({cell.printed}) is more than {en} "
                        f"({whole.printed}, {whole.at.cell})",
                    ),
                    Bilingual("核对两格", "check both cells"),
                    row.row,
                    cell.at.cell,
                    field.id,
                    cell.printed,
                )


def _mixed_units(kind: Kind, besides: Sequence[Field], row: TableRow) -> Iterable[Problem]:
    """A figure a hundred times the one it belongs beside: 元 in one column, 万元 in the other."""
    for field in besides:
        for cell in row.cells:
            if cell.field != field.id or not isinstance(cell.value, Quantity):
                continue
            other = row.cell(field.beside, cell.period)
            if other is None or not isinstance(other.value, Quantity):
                continue
            amount, size = abs(cell.value.amount), abs(other.value.amount)
            if size > 0 and amount > _FAR * size and amount >= _WORTH_ASKING:
                name = kind.field(field.beside)
                zh, en = (name.name, name.english) if name else (field.beside, field.beside)
                yield Problem(
                    "units_mixed",
                    Weight.DOUBTFUL,
                    row.sheet,
                    Bilingual(
                        f"{field.name}（{cell.printed}）是{zh}（{other.printed}，{other.at.cell}）的百倍以上，"
                        "疑似两格单位不同",
                        f"{field.english} ({cell.printed}) is over a hundred times {en} "
                        f"({other.printed}, {other.at.cell}): two units mixed up?",
                    ),
                    Bilingual("核对两格单位", "check the units of both cells"),
                    row.row,
                    cell.at.cell,
                    field.id,
                    cell.printed,
                )


def _day_order(ends: Sequence[Field], row: TableRow) -> Iterable[Problem]:
    for field in ends:
        last, first = row.cell(field.id), row.cell(field.since)
        if last is None or first is None or last.value is None or first.value is None:
            continue
        if str(last.value) < str(first.value)[: len(str(last.value))]:
            yield Problem(
                "days_reversed",
                Weight.DOUBTFUL,
                row.sheet,
                Bilingual(
                    f"{field.name}（{last.printed}）早于开始日期（{first.printed}）",
                    f"{field.english} ({last.printed}) is before its beginning ({first.printed})",
                ),
                Bilingual("核对两个日期", "check both dates"),
                row.row,
                last.at.cell,
                field.id,
                last.printed,
            )


def _fractions(kind: Kind, rows: Sequence[TableRow]) -> Iterable[Problem]:
    """Columns of shares in which every stored number is at most 1: 0.053 may stand for 5.3 %."""
    for field in kind.fields:
        if field.type is not FieldType.QUANTITY or field.unit != "%":
            continue
        columns: dict[tuple[str, str], list[TableCell]] = defaultdict(list)
        for row in rows:
            cell = row.cell(field.id)
            if cell and isinstance(cell.value, Quantity) and "%" not in cell.printed:
                columns[row.sheet, cell.at.cell.rstrip("0123456789")].append(cell)
        for (sheet, _), cells in columns.items():
            amounts = [c.value.amount for c in cells if isinstance(c.value, Quantity)]
            small = all(abs(a) <= 1 for a in amounts)
            if len(amounts) >= 2 and small and any(0 < abs(a) < 1 for a in amounts):
                yield Problem(
                    "share_as_fraction",
                    Weight.DOUBTFUL,
                    sheet,
                    Bilingual(
                        f"{field.name}各格都不超过1，可能存成了小数（0.053 即 5.3%），按原样读取",
                        f"every cell of {field.english} is at most 1: 0.053 may stand for 5.3 %; "
                        "read as stored",
                    ),
                    Bilingual("核对后统一写成百分数", "check, and write percentages"),
                    0,
                    cells[0].at.cell,
                    field.id,
                    cells[0].printed,
                )
