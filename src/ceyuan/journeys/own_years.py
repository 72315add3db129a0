"""Which year each column of a person's own table is about, and tables with a row for each year."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt

from ceyuan.engines.reading.table.columnwise import ReadColumn, ReadList
from ceyuan.engines.rules.programme import EARLIER_YEARS
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.kind import Field, FieldType
from ceyuan.model.period import Period

#: Words that name the year a table is about, as a heading without a year does.
_THE_SAME_YEAR = frozenset(("", "年末", "年底", "期末", "当年", "本期", "同期"))

Values = npt.NDArray[np.float64] | list[Any]


@dataclass(frozen=True, slots=True)
class NamedColumn:
    """A column under the name rules call it by: `revenue_1` is the revenue of the year before last."""

    name: str
    field: Field
    values: Values


def named_columns(
    columns: Sequence[ReadColumn], on: date, notes: list[Bilingual]
) -> list[NamedColumn]:
    """The columns whose year is known or may be supposed, each name once; `notes` tell the others.

    Of two columns for one field and year the one that says its year wins, then the first.
    """
    made: dict[str, tuple[NamedColumn, ReadColumn]] = {}
    for column in sorted(columns, key=lambda one: one.period is None):
        name = _name(column, on, notes)
        if not name:
            continue
        if name in made:
            other = made[name][1].heading
            notes.append(
                Bilingual(
                    f"“{column.heading}”没有采用：“{other}”已给出同一项",
                    f"{column.heading!r} is not used: {other!r} gives the same",
                )
            )
            continue
        made[name] = (NamedColumn(name, column.field, column.values), column)
    return [named for named, _ in made.values()]


def one_row_each(
    read: ReadList, keys: Sequence[str], on: date, notes: list[Bilingual]
) -> tuple[list[int], list[NamedColumn]]:
    """A table with a row for each thing and year, as one row for each thing.

    A figure whose heading names no year is of the year of its row; everything else is taken from
    the latest row that says it.

    Args:
        read: the list; `years` gives the year of each row.
        keys: who each row is about.
        on: the day asked.
        notes: told what was not used.

    Returns:
        The first row of each thing, and the columns with one value for each.
    """
    place = {key: at for at, key in enumerate(dict.fromkeys(keys))}
    first = [keys.index(key) for key in place]
    newest_first = sorted(range(len(keys)), key=lambda row: -(read.years[row] or 0))
    made: list[NamedColumn] = []
    unused: set[int] = set()
    for column in read.columns:
        if column.field.type is FieldType.QUANTITY and column.period is None:
            yearly: dict[str, npt.NDArray[np.float64]] = {}
            for row, key in enumerate(keys):
                year = read.years[row]
                if year is None:
                    continue
                back = on.year - 1 - year
                if not 0 <= back <= EARLIER_YEARS:
                    unused.add(year)
                    continue
                name = f"{column.field.id}_{back}" if back else column.field.id
                into = yearly.setdefault(name, np.full(len(place), np.nan))
                if np.isnan(into[place[key]]):
                    into[place[key]] = column.values[row]
            made += [NamedColumn(name, column.field, values) for name, values in yearly.items()]
            continue
        latest: list[Any] = [None] * len(place)
        for row in newest_first:
            value = column.values[row]
            if latest[place[keys[row]]] is None and value is not None and value == value:
                latest[place[keys[row]]] = value
        if name := _name(column, on, notes):
            numbers = column.field.type is FieldType.QUANTITY
            values: Values = np.array(latest, dtype=np.float64) if numbers else latest
            made.append(NamedColumn(name, column.field, values))
    notes.append(
        Bilingual(
            f"每行是一个年度：{len(keys)} 行合并为 {len(place)} 个",
            f"each row is one year: {len(keys)} rows taken together as {len(place)}",
        )
    )
    if unused:
        years = "、".join(map(str, sorted(unused)))
        notes.append(
            Bilingual(f"{years} 年的数字，{on} 的测算不用", f"figures of {years}: not used on {on}")
        )
    return first, list({column.name: column for column in reversed(made)}.values())[::-1]


def _name(column: ReadColumn, on: date, notes: list[Bilingual]) -> str:
    """What rules call the column; empty where it is of a time no rule asks for, and that is told."""
    field, period, last = column.field, column.period, on.year - 1
    if field.type is not FieldType.QUANTITY:
        return field.id
    if column.window:
        notes.append(
            _not_used(column, "是几年合计，规则要逐年的数", "means several years: one is wanted")
        )
        return ""
    if period is None and column.time not in _THE_SAME_YEAR:
        notes.append(
            _not_used(
                column,
                f"没有说“{column.time}”是哪一年",
                f"does not say which year {column.time} is",
            )
        )
        return ""
    if period is None:
        if not field.stock:
            notes.append(
                Bilingual(
                    f"“{column.heading}”没有写年度，按{last}年度",
                    f"{column.heading!r} names no year and is taken for {last}",
                )
            )
        return field.id
    if not field.stock and not _whole_year(period):
        notes.append(_not_used(column, "不是一个整年的数", "is not about one whole year"))
        return ""
    back = last - period.end.year
    if field.stock and back == -1 and period.end <= on:
        back = 0
    if back < 0 or back > EARLIER_YEARS:
        zh, en = f"{on} 的测算不用{period.end.year}年的数", f"of {period.end.year}, on {on}"
        notes.append(_not_used(column, zh, en))
        return ""
    return f"{field.id}_{back}" if back else field.id


def _whole_year(period: Period) -> bool:
    if period.instant:
        return (period.end.month, period.end.day) == (12, 31)
    year = period.end.year
    return (period.start, period.end) == (date(year, 1, 1), date(year, 12, 31))


def _not_used(column: ReadColumn, zh: str, en: str) -> Bilingual:
    return Bilingual(f"“{column.heading}”没有采用：{zh}", f"{column.heading!r} is not used: {en}")
