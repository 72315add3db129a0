"""What a list read column by column gives away itself: rows that come twice, figures that contradict."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

import numpy as np

from ceyuan.engines.reading.table.columnwise import ReadColumn, ReadList
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.kind import FieldType
from ceyuan.model.period import Period
from ceyuan.model.table import Problem, Weight
from ceyuan.model.unit_slip import is_unit_slip

#: How many times a figure may be the one it belongs beside before somebody should look.
_FAR = 100.0
#: Smaller amounts are not worth asking about.
_WORTH_ASKING = 10_000_000.0


def doubts(read: ReadList, keys: Sequence[str]) -> tuple[list[Problem], ReadList]:
    """What cannot be right beside its neighbours, and the list without it.

    Of a part that is more than its whole one of the two is wrong, and nobody can say which: both
    count as unknown. So does a figure ten thousand times its neighbour of another year. A figure a
    hundred times the one it belongs beside is asked about and used; so is a row that comes twice.

    Args:
        read: the list.
        keys: who each row is about: its code, or its name where it has none.
    """
    problems = [*_twice(read, keys), *_beyond_neighbours(read), *_unit_slips(read)]
    refused = {p.cell for p in problems if p.weight is Weight.UNREADABLE}
    if not refused:
        return problems, read
    return problems, replace(read, columns=tuple(_without(c, refused, read) for c in read.columns))


def _without(column: ReadColumn, refused: set[str], read: ReadList) -> ReadColumn:
    letters = _letters(column)
    lost = [at for at, row in enumerate(read.rows) if f"{letters}{row}" in refused]
    if not lost or column.field.type is not FieldType.QUANTITY:
        return column
    values = np.array(column.values, dtype=np.float64)
    values[lost] = np.nan
    return replace(column, values=values)


def _letters(column: ReadColumn) -> str:
    return column.cell.rstrip("0123456789")


def _twice(read: ReadList, keys: Sequence[str]) -> Iterable[Problem]:
    seen: dict[str, int] = {}
    for at, key in enumerate(keys):
        if key in seen and not read.years:
            yield Problem(
                "listed_twice",
                Weight.DOUBTFUL,
                read.sheet,
                Bilingual(
                    f"“{read.names[at]}”与第{read.rows[seen[key]]}行是同一个，各算一次",
                    f"{read.names[at]!r} is in row {read.rows[seen[key]]} too: both are assessed",
                ),
                Bilingual("删去一行", "remove one of them"),
                read.rows[at],
                f"{read.rows[at]}",
            )
        seen.setdefault(key, at)


def _beyond_neighbours(read: ReadList) -> Iterable[Problem]:
    """A part that is more than its whole, a figure a hundred times the one it belongs beside."""
    numbers = {
        (c.field.id, c.period): c for c in read.columns if c.field.type is FieldType.QUANTITY
    }
    for (_, period), column in numbers.items():
        field = column.field
        mine = np.asarray(column.values, float)
        whole = numbers.get((field.part_of, period)) if field.part_of else None
        if whole is not None and whole.field.unit == field.unit:
            with np.errstate(invalid="ignore"):
                above = mine > np.asarray(whole.values, float)
            for at in np.flatnonzero(above):
                yield from _contradict(read, column, whole, int(at))
        near = numbers.get((field.beside, period)) if field.beside else None
        if near is not None and near.field.unit == field.unit:
            its = np.abs(np.asarray(near.values, float))
            with np.errstate(invalid="ignore"):
                far = (np.abs(mine) > _FAR * its) & (np.abs(mine) >= _WORTH_ASKING) & (its > 0)
            for at in np.flatnonzero(far):
                yield _mixed(read, column, near, int(at))


def _unit_slips(read: ReadList) -> Iterable[Problem]:
    """Of the figures of one thing over the years, those about ten thousand times off the most others."""
    years: dict[str, list[tuple[Period, ReadColumn]]] = defaultdict(list)
    for column in read.columns:
        if column.period is not None and column.field.unit == "元":
            years[column.field.id].append((column.period, column))
    for columns in years.values():
        if len(columns) < 2:
            continue
        figures = np.array([np.asarray(column.values, float) for _, column in columns])
        with np.errstate(invalid="ignore", divide="ignore"):
            spread = np.nanmax(
                np.where(figures > 0, figures, np.nan), axis=0, initial=0
            ) / np.nanmin(np.where(figures > 0, figures, np.nan), axis=0, initial=np.inf)
        for at in np.flatnonzero(spread > 1_000):
            amounts = [Decimal(repr(float(one))) for one in np.nan_to_num(figures[:, at])]
            off = [sum(is_unit_slip(one, other) for other in amounts) for one in amounts]
            for (year, column), many in zip(columns, off, strict=True):
                if many and many == max(off):
                    yield _slip(read, year, column, int(at))


def _slip(read: ReadList, year: Period, column: ReadColumn, at: int) -> Problem:
    name, english = column.field.name, column.field.english
    return _doubt(
        "unit_slip",
        Weight.UNREADABLE,
        read,
        column,
        at,
        Bilingual(
            f"{year}年{name}与其他年度相差约一万倍，疑似元与万元混用，按不知处理",
            f"{english} of {year} is about 10,000 times off the other years: yuan and ten thousand "
            "yuan mixed up? taken as unknown",
        ),
        Bilingual("核对该格单位", "check the unit of the cell"),
    )


def _contradict(
    read: ReadList, column: ReadColumn, whole: ReadColumn, at: int
) -> Iterable[Problem]:
    mine, its = _print(column, at), _print(whole, at)
    what = Bilingual(
        f"{column.field.name}（{mine}）大于{whole.field.name}（{its}），两格必有一错，都按不知处理",
        f"{column.field.english} ({mine}) is more than {whole.field.english} ({its}): one of the "
        "two is wrong, both are taken as unknown",
    )
    for one in (column, whole):
        yield _doubt(
            "part_above_whole",
            Weight.UNREADABLE,
            read,
            one,
            at,
            what,
            Bilingual("核对两格", "check both cells"),
        )


def _mixed(read: ReadList, column: ReadColumn, near: ReadColumn, at: int) -> Problem:
    mine, its = _print(column, at), _print(near, at)
    return _doubt(
        "units_mixed",
        Weight.DOUBTFUL,
        read,
        column,
        at,
        Bilingual(
            f"{column.field.name}（{mine}）是{near.field.name}（{its}）的百倍以上，照原样采用",
            f"{column.field.english} ({mine}) is over a hundred times {near.field.english} ({its}); "
            "used as it is",
        ),
        Bilingual("核对两格单位", "check the units of both cells"),
    )


def _print(column: ReadColumn, at: int) -> str:
    return f"{column.values[at]:,.10g}{column.field.unit}"


def _doubt(
    code: str,
    weight: Weight,
    read: ReadList,
    column: ReadColumn,
    at: int,
    what: Bilingual,
    remedy: Bilingual,
) -> Problem:
    row = read.rows[at]
    cell = f"{_letters(column)}{row}"
    return Problem(code, weight, read.sheet, what, remedy, row, cell, column.field.id)
