"""A list read column by column: for hundreds of thousands of rows, where evidence of each cell is not kept.

The same headings, units, years and cells as the reading of registers; plain numbers take a short way,
and every other cell is read as a register's would be.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt

from ceyuan.authoring.reader import Sheet
from ceyuan.engines.reading.table.cell import Place, read_cell
from ceyuan.engines.reading.table.cells.amount import read_amount
from ceyuan.engines.reading.table.columns import FIT, Column, fit, headings_of, naming_fields
from ceyuan.engines.reading.table.dated import time_of
from ceyuan.engines.reading.table.frame import Frame, column_problems, frame_of
from ceyuan.engines.reading.table.grid import Grid, cell_name, tidy
from ceyuan.engines.reading.table.heading import read_heading
from ceyuan.engines.reading.table.layout import Region, find_regions
from ceyuan.engines.reading.table.lexicon import Lexicon
from ceyuan.engines.reading.table.plain_numbers import plain_numbers
from ceyuan.engines.reading.table.records import called, records_of
from ceyuan.engines.reading.table.share_column import SHARE_UNITS, bare_shares
from ceyuan.engines.reading.table.unknown_cells import hedged, negative, no_day, which_share
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import BadInput
from ceyuan.model.hedge import Hedge
from ceyuan.model.kind import Field, FieldType, Kind
from ceyuan.model.period import Period
from ceyuan.model.quantity import Quantity
from ceyuan.model.table import Problem

#: Rows looked at to find headings, units and years.
_HEAD = 60
#: Problems of one sort told of one column; a column that is wrong throughout is wrong once.
MOST_PROBLEMS = 200

#: Headings named as examples.
_EXAMPLES = 6


class NoList(BadInput):
    """No sheet has a table whose headings are fields of a kind."""


@dataclass(frozen=True, slots=True)
class ReadColumn:
    """One column: numbers as float64 in the field's unit with NaN for none, all else as a list.

    Attributes:
        field: what it holds.
        heading: its heading as printed.
        period: the year or date its heading or the titles say; None where nothing says.
        values: one for each row.
        cell: of its heading.
        time: what its heading says about time where that cannot be resolved (上年, 本年度).
        window: the heading means several years together (近三年) and the field does not.
    """

    field: Field
    heading: str
    period: Period | None
    values: "npt.NDArray[np.float64] | list[Any]"
    cell: str = ""
    time: str = ""
    window: bool = False


@dataclass(frozen=True)
class ReadList:
    """A list of things of one kind.

    Attributes:
        kind: what the rows are.
        names: what each row is called; `第N行` where no column says.
        columns: those whose headings are fields.
        problems: cells that could not be read; they have no value.
        unread: headings nobody reads.
        more_problems: how many were left out.
        unasked: headings that are fields which are not wanted.
        sheet: the sheet that was read.
        other_sheets: further sheets with a list, not read.
        rows: the row of each name on the sheet, counted from 1.
        years: the year each row is about, where a column headed 年度 says so; empty where none does.
    """

    kind: Kind
    names: list[str]
    columns: tuple[ReadColumn, ...]
    problems: tuple[Problem, ...]
    unread: tuple[str, ...]
    more_problems: int = 0
    unasked: tuple[str, ...] = ()
    sheet: str = ""
    other_sheets: tuple[str, ...] = ()
    rows: tuple[int, ...] = ()
    years: tuple[int | None, ...] = ()


def read_columnwise(
    sheets: Sequence[Sheet],
    name: str,
    kinds: Iterable[Kind],
    published: Period | None = None,
    wanted: Collection[str] = (),
) -> ReadList:
    """The first list of the workbook whose headings a kind explains.

    Args:
        sheets: as stored; hidden ones are left out.
        name: the file's name, which may say the year.
        kinds: what the rows may be.
        published: gives the year to count 上年 from where no title names one.
        wanted: identifiers of the fields to read; empty for all. What is not wanted is not looked at.

    Raises:
        NoList: there is none.
    """
    lexicon = Lexicon(k for k in kinds if any(k.field(n) for n in naming_fields(k)))
    stem = name.rsplit(".", 1)[0]
    # a register's headings are mostly known; an export may have ten columns nobody asks for to one
    lists = _lists(sheets, lexicon, stem, published, FIT) or _lists(
        sheets, lexicon, stem, published, 0.0
    )
    if not lists:
        raise _no_list(name, lexicon.kinds, wanted)
    (sheet, frame), *others = lists
    first = max(frame.region.header) + 1
    read = _Reading(sheet, frame, first, frozenset(wanted)).read()
    return replace(read, other_sheets=tuple(other.name for other, _ in others))


def _lists(
    sheets: Sequence[Sheet],
    lexicon: Lexicon,
    stem: str,
    published: Period | None,
    least: float,
) -> list[tuple[Sheet, Frame]]:
    """The first list of each visible sheet of which a kind explains at least this share."""
    found = []
    for sheet in sheets:
        if sheet.hidden or not sheet.rows:
            continue
        head = Grid(Sheet(sheet.name, sheet.rows[:_HEAD], _above(sheet.merged, _HEAD)))
        frames = (
            _framed(head, region, lexicon, (stem, sheet.name), published, least)
            for region in find_regions(head, lexicon)
            if region.header
        )
        if frame := next((one for one in frames if one is not None), None):
            found.append((sheet, frame))
    return found


def _no_list(name: str, kinds: Sequence[Kind], wanted: Collection[str]) -> NoList:
    """The refusal, with headings that would do for the kind of which most is wanted."""
    most = max(kinds, key=lambda k: sum(f.id in wanted for f in k.fields), default=None)
    asked = [
        f"{f.name}（万元）" if f.unit == "元" else f.name
        for kind in (most,)
        if kind is not None
        for f in kind.fields
        if f.id in naming_fields(kind)[:2] or not wanted or f.id in wanted
    ][:_EXAMPLES]
    listed = "、".join(asked)
    return NoList(
        Bilingual(
            "没有一张表的表头能对上字段", "no sheet has a table whose headings are known fields"
        ),
        where=name,
        remedy=Bilingual(
            f"首行写字段名称，如 {listed}", f"put names of fields in the first row: {listed} …"
        ),
    )


def _framed(
    head: Grid,
    region: Region,
    lexicon: Lexicon,
    names: tuple[str, str],
    published: Period | None,
    least: float,
) -> Frame | None:
    """The table of a region under the kind that explains it best; None where none does."""
    headings = headings_of(head, region.header)
    titles = [text for _, _, text in region.titles]
    stem, sheet = names
    fits = fit(lexicon, headings, " ".join((*titles, sheet, stem)), least)
    if not fits:
        return None
    return frame_of(head, region, 0, fits[0], time_of((stem, sheet, *titles), published))


@dataclass
class _Reading:
    sheet: Sheet
    frame: Frame
    first: int
    wanted: frozenset[str]
    problems: list[Problem] = field(default_factory=list)
    told: Counter[tuple[str, str]] = field(default_factory=Counter)
    more: int = 0
    cells: Sequence[tuple[Any, ...]] = ()

    def read(self) -> ReadList:
        body, nameless = records_of(self.sheet, self.frame, self.first)
        self.cells = list(zip(*(self.sheet.rows[row] for row in body), strict=True))
        self._tell(p for p in column_problems(self.frame) if p.code not in _TOLD_ELSEWHERE)
        self._tell(nameless)
        columns = []
        unasked = []
        for column in self.frame.columns:
            for one in column.fields[:1]:
                if self.wanted and one.id not in self.wanted:
                    if one.id not in naming_fields(self.frame.kind):
                        unasked.append(column.heading.printed)
                    continue
                columns.append(self._column(column, one, body))
        years = self._years(body)
        unread = tuple(
            c.heading.printed
            for c in self.frame.columns
            if not c.fields
            and c.role == "unread"
            and not (years and c.heading.whole in _YEAR_HEADINGS)
        )
        return ReadList(
            self.frame.kind,
            called(self.sheet, self.frame, body),
            tuple(columns),
            tuple(self.problems),
            unread,
            self.more,
            tuple(unasked),
            self.sheet.name,
            rows=tuple(row + 1 for row in body),
            years=years,
        )

    def _column(self, column: Column, one: Field, body: list[int]) -> ReadColumn:
        raw = list(self.cells[column.at]) if body else []
        period = self.frame.periods.get((column.at, one.id))
        heading, own = column.heading, read_heading(one.name)
        if heading.time and heading.time == own.time:
            # 2022年实际经营月份数: the year is part of what the field is called
            period = None
        return ReadColumn(
            one,
            heading.printed,
            period,
            self._values(raw, body, column, one),
            cell_name(self.first - 1, column.at),
            heading.time if period is None and heading.time != own.time else "",
            heading.window and not own.window,
        )

    def _years(self, body: list[int]) -> tuple[int | None, ...]:
        """The year of each row, where a column is headed 年度 and holds nothing but years."""
        for column in self.frame.columns:
            if column.heading.whole not in _YEAR_HEADINGS:
                continue
            years = [_year(self.sheet.rows[row][column.at]) for row in body]
            if any(years) and all(
                year or self.sheet.rows[row][column.at] is None
                for year, row in zip(years, body, strict=True)
            ):
                return tuple(years)
        return ()

    def _values(self, raw: list[Any], body: list[int], column: Column, one: Field) -> Any:
        place = Place(self.sheet.name, 0, "", None, self.frame.units.get(column.at, ""))
        if one.type is FieldType.QUANTITY and one.unit in SHARE_UNITS:
            return self._shares(raw, body, column, one, place)
        if one.type is FieldType.QUANTITY:
            return self._numbers(raw, body, column, one, place)
        seen: dict[Any, Any] = {}
        made: list[Any] = []
        for row, value in zip(body, raw, strict=True):
            if value is None:
                made.append(None)
                continue
            key = (type(value), value)
            if key not in seen:
                seen[key] = self._cell(value, row, column, one, place)
            made.append(seen[key])
        return made

    def _numbers(
        self, raw: list[Any], body: list[int], column: Column, one: Field, place: Place
    ) -> npt.NDArray[np.float64]:
        factor = _factor(place.unit, one.unit)
        exact = plain_numbers(raw)
        if factor is None:
            plain = np.zeros(len(raw), dtype=bool)
        else:
            plain = ~np.isnan(exact) & (np.abs(exact) < 1e15) & ((exact >= 0) | one.signed)
        values = np.where(plain, exact * (factor or 1.0), np.nan)
        for number in np.flatnonzero(~plain):
            if raw[number] is None:
                continue
            read = self._cell(raw[number], body[number], column, one, place)
            if isinstance(read, int | float):
                values[number] = read
        return values

    def _shares(
        self, raw: list[Any], body: list[int], column: Column, one: Field, place: Place
    ) -> npt.NDArray[np.float64]:
        said = place.unit or read_heading(column.heading.printed).unit
        bare = bare_shares(raw, said, one.unit)
        values = np.full(len(raw), np.nan)
        percent = replace(one, unit="%")
        for at, value in enumerate(raw):
            if value is None:
                continue
            if at in bare:
                number = bare[at]
                here = Place(place.sheet, body[at] + 1, cell_name(body[at], column.at))
                if number is None:
                    self._tell((which_share(here, one, tidy(value)),))
                elif number < 0 and not one.signed:
                    self._tell((negative(here, one, tidy(value)),))
                else:
                    values[at] = number
                continue
            read = self._cell(value, body[at], column, percent, replace(place, unit=""))
            if isinstance(read, int | float):
                values[at] = read if one.unit == "%" else read / 100
        return values

    def _cell(self, value: Any, row: int, column: Column, one: Field, place: Place) -> Any:
        cell = cell_name(row, column.at)
        here = Place(place.sheet, row + 1, cell, None, place.unit)
        cells, problems = read_cell(self.frame.kind, one, value, tidy(value), here)
        values = cells[0].values
        if values and isinstance(values[0], Quantity) and values[0].hedge is not Hedge.EXACT:
            self._tell((hedged(here, one, tidy(value)),))
            return None
        self._tell(problems)
        if not values:
            return None
        if one.many:
            return f"|{'|'.join(str(v).replace('|', ' ') for v in values)}|"
        first = values[0]
        if isinstance(first, Quantity):
            if first.amount < 0 and not one.signed:
                if not problems:
                    self._tell((negative(here, one, tidy(value)),))
                return None
            return float(first.amount)
        if one.type is FieldType.DATE:
            day = first if isinstance(first, date) else _whole_day(str(first))
            if day is None and not problems:
                self._tell((no_day(here, one, tidy(value)),))
            return day
        return first if isinstance(first, bool) else str(first)

    def _tell(self, problems: Iterable[Problem]) -> None:
        for problem in problems:
            sort = (problem.code, problem.cell.rstrip("0123456789"))
            self.told[sort] += 1
            if self.told[sort] <= MOST_PROBLEMS:
                self.problems.append(problem)
            else:
                self.more += 1


def _factor(unit: str, base: str) -> float | None:
    """How much of the field's unit one of the column's is; None where that is not certain."""
    outcome = read_amount(1, "1", unit=unit, base=base)
    if not outcome.values or outcome.findings:
        return None
    amount = outcome.values[0]
    return float(amount.amount) if isinstance(amount, Quantity) else None


def _whole_day(text: str) -> date | None:
    """A day printed in full; a month or a year alone is no day."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _above(merged: tuple[str, ...], rows: int) -> tuple[str, ...]:
    return tuple(m for m in merged if all(int(n) <= rows for n in re.findall(r"\d+", m)))


_YEAR_HEADINGS = frozenset("年度 年份 会计年度 统计年度 报告年度 数据年度 所属年度 财年".split())
#: Told by `unread` and by the notes of whoever asked.
_TOLD_ELSEWHERE = frozenset({"unread_column"})


def _year(cell: Any) -> int | None:
    found = re.fullmatch(r"((?:19|20)\d{2})\s*年?度?", tidy(cell)) if cell is not None else None
    return int(found[1]) if found else None
