"""A list read column by column: for hundreds of thousands of rows, where evidence of each cell is not kept.

The same headings, units, years and cells as the reading of registers; plain numbers take a short way,
and every other cell is read as a register's would be.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from ceyuan.authoring.reader import Sheet
from ceyuan.engines.reading.table.cell import Place, read_cell
from ceyuan.engines.reading.table.cells.amount import read_amount
from ceyuan.engines.reading.table.columns import Column, fit, headings_of, naming_fields
from ceyuan.engines.reading.table.dated import time_of
from ceyuan.engines.reading.table.frame import Frame, frame_of
from ceyuan.engines.reading.table.grid import Grid, cell_name, tidy
from ceyuan.engines.reading.table.layout import find_regions
from ceyuan.engines.reading.table.lexicon import Lexicon
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import BadInput
from ceyuan.model.kind import Field, FieldType, Kind
from ceyuan.model.period import Period
from ceyuan.model.quantity import Quantity
from ceyuan.model.table import Problem, Weight

#: Rows looked at to find headings, units and years.
_HEAD = 60
#: Problems told; a column that is wrong throughout is wrong once.
MOST_PROBLEMS = 200

_PLAIN = r"^\s*[-+]?(\d{1,3}(,\d{3})+|\d{1,15})(\.\d{1,12})?\s*$"


class NoList(BadInput):
    """No sheet has a table whose headings are fields of a kind."""


@dataclass(frozen=True, slots=True)
class ReadColumn:
    """One column: numbers as float64 in the field's unit with NaN for none, all else as a list.

    `period` is the year or date its heading or the titles say; None where nothing says.
    """

    field: Field
    heading: str
    period: Period | None
    values: "npt.NDArray[np.float64] | list[Any]"


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
    """

    kind: Kind
    names: list[str]
    columns: tuple[ReadColumn, ...]
    problems: tuple[Problem, ...]
    unread: tuple[str, ...]
    more_problems: int = 0


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
    for sheet in sheets:
        if sheet.hidden or not sheet.rows:
            continue
        head = Grid(Sheet(sheet.name, sheet.rows[:_HEAD], _above(sheet.merged, _HEAD)))
        for region in find_regions(head, lexicon):
            if not region.header:
                continue
            headings = headings_of(head, region.header)
            titles = [text for _, _, text in region.titles]
            stem = name.rsplit(".", 1)[0]
            fits = fit(lexicon, headings, " ".join((*titles, sheet.name, stem)))
            if fits:
                time = time_of((stem, sheet.name, *titles), published)
                frame = frame_of(head, region, 0, fits[0], time)
                return _Reading(sheet, frame, max(region.header) + 1, frozenset(wanted)).read()
    raise NoList(
        Bilingual(
            "没有一张表的表头能对上字段", "no sheet has a table whose headings are known fields"
        ),
        where=name,
        remedy=Bilingual(
            "首行写字段名称，如 企业名称、成立日期、营业收入（万元）、研发费用（万元）、职工总数",
            "put names of fields in the first row: 企业名称, 成立日期, 营业收入（万元） …",
        ),
    )


@dataclass
class _Reading:
    sheet: Sheet
    frame: Frame
    first: int
    wanted: frozenset[str]
    problems: list[Problem] = field(default_factory=list)
    more: int = 0

    def read(self) -> ReadList:
        body = self._body()
        named = self.frame.name_column
        columns = []
        for column in self.frame.columns:
            for one in column.fields[:1]:
                if self.wanted and one.id not in self.wanted:
                    continue
                raw = [self.sheet.rows[row][column.at] for row in body]
                columns.append(
                    ReadColumn(
                        one,
                        column.heading.printed,
                        self.frame.periods.get((column.at, one.id)),
                        self._values(raw, body, column, one),
                    )
                )
        names = [
            (_called(self.sheet.rows[row][named]) if named is not None else "") or f"第{row + 1}行"
            for row in body
        ]
        unread = tuple(
            c.heading.printed for c in self.frame.columns if not c.fields and c.role == "unread"
        )
        return ReadList(
            self.frame.kind, names, tuple(columns), tuple(self.problems), unread, self.more
        )

    def _body(self) -> list[int]:
        """Rows that say something, without totals."""
        named = self.frame.name_column
        found = []
        for row in range(self.first, len(self.sheet.rows)):
            cells = self.sheet.rows[row]
            if named is not None:
                name = cells[named]
                if name is None or (isinstance(name, str) and name.strip() in _TOTALS):
                    continue
            elif not any(cell is not None for cell in cells):
                continue
            found.append(row)
        return found

    def _values(self, raw: list[Any], body: list[int], column: Column, one: Field) -> Any:
        place = Place(self.sheet.name, 0, "", None, self.frame.units.get(column.at, ""))
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
        exact = _plain_numbers(raw)
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

    def _cell(self, value: Any, row: int, column: Column, one: Field, place: Place) -> Any:
        cell = cell_name(row, column.at)
        here = Place(place.sheet, row + 1, cell, None, place.unit)
        cells, problems = read_cell(self.frame.kind, one, value, tidy(value), here)
        self._tell(problems)
        values = cells[0].values
        if not values:
            return None
        if one.many:
            return f"|{'|'.join(str(v).replace('|', ' ') for v in values)}|"
        first = values[0]
        if isinstance(first, Quantity):
            if first.amount < 0 and not one.signed:
                if not problems:
                    self._tell((_negative(here, one, tidy(value)),))
                return None
            return float(first.amount)
        if one.type is FieldType.DATE:
            return first if isinstance(first, date) else _whole_day(str(first))
        return first if isinstance(first, bool) else str(first)

    def _tell(self, problems: Iterable[Problem]) -> None:
        for problem in problems:
            if len(self.problems) < MOST_PROBLEMS:
                self.problems.append(problem)
            else:
                self.more += 1


def _plain_numbers(raw: list[Any]) -> npt.NDArray[np.float64]:
    """The cells that are nothing but a number; NaN for every other."""
    try:
        cells = pa.array(raw)
    except (pa.ArrowInvalid, pa.ArrowTypeError):  # texts and numbers in one column
        cells = pa.array(
            [None if v is None or isinstance(v, bool) else str(v) for v in raw], pa.string()
        )
    if pa.types.is_integer(cells.type) or pa.types.is_floating(cells.type):
        made = cells.cast(pa.float64(), safe=False)
    elif pa.types.is_string(cells.type):
        plain = pc.fill_null(pc.match_substring_regex(cells, _PLAIN), False)
        bare = pc.replace_substring(pc.utf8_trim_whitespace(cells), ",", "")
        made = pc.if_else(plain, bare, pa.scalar(None, pa.string())).cast(pa.float64())
    else:
        return np.full(len(raw), np.nan)
    return np.asarray(made.fill_null(np.nan).to_numpy(zero_copy_only=False), dtype=np.float64)


def _called(cell: Any) -> str:
    return cell.strip() if isinstance(cell, str) else tidy(cell)


def _factor(unit: str, base: str) -> float | None:
    """How much of the field's unit one of the column's is; None where that is not certain."""
    outcome = read_amount(1, "1", unit=unit, base=base)
    if not outcome.values or outcome.findings:
        return None
    amount = outcome.values[0]
    return float(amount.amount) if isinstance(amount, Quantity) else None


def _negative(place: Place, one: Field, printed: str) -> Problem:
    return Problem(
        "negative_amount",
        Weight.UNREADABLE,
        place.sheet,
        Bilingual(f"{one.name}不能为负", f"{one.english} cannot be below zero"),
        Bilingual("更正后重新测算；现按不知处理", "correct it; it counts as unknown until then"),
        place.row,
        place.cell,
        one.id,
        printed,
    )


def _whole_day(text: str) -> date | None:
    """A day printed in full; a month or a year alone is no day."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _above(merged: tuple[str, ...], rows: int) -> tuple[str, ...]:
    return tuple(m for m in merged if all(int(n) <= rows for n in re.findall(r"\d+", m)))


_TOTALS = frozenset({"合计", "总计", "小计", "共计", "平均", "平均值", "合 计", "总 计"})
