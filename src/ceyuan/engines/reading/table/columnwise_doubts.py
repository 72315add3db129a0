"""What a list read column by column gives away itself: rows that come twice, figures that contradict."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial
from itertools import chain

import numpy as np
import numpy.typing as npt

from ceyuan.engines.reading.table.columnwise import MOST_PROBLEMS, ReadColumn, ReadList
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.kind import FieldType
from ceyuan.model.period import Period
from ceyuan.model.table import Problem, Weight
from ceyuan.model.unit_slip import is_unit_slip

#: How many times a figure may be the one it belongs beside before somebody should look.
_FAR = 100.0
#: Smaller amounts are not worth asking about.
_WORTH_ASKING = 10_000_000.0


@dataclass(frozen=True)
class _Trouble:
    """Rows in which the same thing is wrong, and what to say of one of them."""

    rows: npt.NDArray[np.int64]
    tell: Callable[[int], Sequence[Problem]]
    refused: tuple[ReadColumn, ...] = ()


def doubts(read: ReadList, keys: Sequence[str]) -> tuple[list[Problem], ReadList]:
    """What cannot be right beside its neighbours, and the list without it.

    Of a part that is more than its whole one of the two is wrong, and nobody can say which: both
    count as unknown. So does a figure ten thousand times its neighbour of another year. A figure a
    hundred times the one it belongs beside is asked about and used; so is a row that comes twice.
    Of each trouble the first `MOST_PROBLEMS` rows are told and the others counted.

    Args:
        read: the list.
        keys: who each row is about: its code, or its name where it has none.
    """
    problems: list[Problem] = []
    more = 0
    lost: dict[int, list[npt.NDArray[np.int64]]] = defaultdict(list)
    for trouble in (*_twice(read, keys), *_beyond_neighbours(read), *_unit_slips(read)):
        told = [trouble.tell(at) for at in trouble.rows[:MOST_PROBLEMS].tolist()]
        problems += chain.from_iterable(told)
        more += (len(trouble.rows) - len(told)) * len(told[0])
        for column in trouble.refused:
            lost[id(column)].append(trouble.rows)
    columns = tuple(_without(c, lost[id(c)]) if id(c) in lost else c for c in read.columns)
    return problems, replace(read, columns=columns, more_problems=read.more_problems + more)


def _without(column: ReadColumn, lost: list[npt.NDArray[np.int64]]) -> ReadColumn:
    values = np.array(column.values, dtype=np.float64)
    values[np.concatenate(lost)] = np.nan
    return replace(column, values=values)


def _letters(column: ReadColumn) -> str:
    return column.cell.rstrip("0123456789")


def _twice(read: ReadList, keys: Sequence[str]) -> Iterable[_Trouble]:
    if read.years or len(set(keys)) == len(keys):
        return
    first: dict[str, int] = {}
    again = [at for at, key in enumerate(keys) if first.setdefault(key, at) != at]

    def tell(at: int) -> Sequence[Problem]:
        earlier = read.rows[first[keys[at]]]
        what = Bilingual(
            f"“{read.names[at]}”与第{earlier}行是同一个，各算一次",
            f"{read.names[at]!r} is in row {earlier} too: both are assessed",
        )
        remedy = Bilingual("删去一行", "remove one of them")
        row = read.rows[at]
        return [Problem("listed_twice", Weight.DOUBTFUL, read.sheet, what, remedy, row, f"{row}")]

    if again:
        yield _Trouble(np.array(again), tell)


def _beyond_neighbours(read: ReadList) -> Iterable[_Trouble]:
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
                above = np.flatnonzero(mine > np.asarray(whole.values, float))
            if len(above):
                tell = partial(_contradict, read, column, whole)
                yield _Trouble(above, tell, (column, whole))
        near = numbers.get((field.beside, period)) if field.beside else None
        if near is not None and near.field.unit == field.unit:
            its = np.abs(np.asarray(near.values, float))
            with np.errstate(invalid="ignore"):
                far = np.flatnonzero(
                    (np.abs(mine) > _FAR * its) & (np.abs(mine) >= _WORTH_ASKING) & (its > 0)
                )
            if len(far):
                yield _Trouble(far, partial(_mixed, read, column, near))


def _unit_slips(read: ReadList) -> Iterable[_Trouble]:
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
        slipped: list[list[int]] = [[] for _ in columns]
        for at in np.flatnonzero(spread > 1_000).tolist():
            amounts = [Decimal(repr(float(one))) for one in np.nan_to_num(figures[:, at])]
            off = [sum(is_unit_slip(one, other) for other in amounts) for one in amounts]
            for rows, many in zip(slipped, off, strict=True):
                if many and many == max(off):
                    rows.append(at)
        for (year, column), rows in zip(columns, slipped, strict=True):
            if rows:
                yield _Trouble(np.array(rows), partial(_slip, read, year, column), (column,))


def _slip(read: ReadList, year: Period, column: ReadColumn, at: int) -> Sequence[Problem]:
    name, english = column.field.name, column.field.english
    what = Bilingual(
        f"{year}年{name}与其他年度相差约一万倍，疑似元与万元混用，按不知处理",
        f"{english} of {year} is about 10,000 times off the other years: yuan and ten thousand "
        "yuan mixed up? taken as unknown",
    )
    remedy = Bilingual("核对该格单位", "check the unit of the cell")
    return [_doubt("unit_slip", Weight.UNREADABLE, read, column, at, what, remedy)]


def _contradict(
    read: ReadList, column: ReadColumn, whole: ReadColumn, at: int
) -> Sequence[Problem]:
    mine, its = _print(column, at), _print(whole, at)
    what = Bilingual(
        f"{column.field.name}（{mine}）大于{whole.field.name}（{its}），两格必有一错，都按不知处理",
        f"{column.field.english} ({mine}) is more than {whole.field.english} ({its}): one of the "
        "two is wrong, both are taken as unknown",
    )
    remedy = Bilingual("核对两格", "check both cells")
    return [
        _doubt("part_above_whole", Weight.UNREADABLE, read, one, at, what, remedy)
        for one in (column, whole)
    ]


def _mixed(read: ReadList, column: ReadColumn, near: ReadColumn, at: int) -> Sequence[Problem]:
    mine, its = _print(column, at), _print(near, at)
    what = Bilingual(
        f"{column.field.name}（{mine}）是{near.field.name}（{its}）的百倍以上，照原样采用",
        f"{column.field.english} ({mine}) is over a hundred times {near.field.english} ({its}); "
        "used as it is",
    )
    remedy = Bilingual("核对两格单位", "check the units of both cells")
    return [_doubt("units_mixed", Weight.DOUBTFUL, read, column, at, what, remedy)]


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
