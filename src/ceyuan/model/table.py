"""What reading a workbook gave: which table registers what, its rows cell by cell, and what is wrong.

A `TableReading` is one workbook (or the tables of one page). Every value keeps the cell it was
printed in; what could not be read is a `Problem` at its cell and never a guess.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from ceyuan.model.bilingual import Bilingual
from ceyuan.model.locator import CellAt
from ceyuan.model.period import Period
from ceyuan.model.quantity import Quantity

#: One value of a cell. A day of which only month or year is printed is text: `2018-09`, `2018`.
CellValue = Quantity | str | bool | date


class Weight(StrEnum):
    """How much a problem matters."""

    UNREADABLE = "unreadable"
    DOUBTFUL = "doubtful"
    NOTE = "note"

    @property
    def term(self) -> Bilingual:
        """The word people read."""
        return _WEIGHTS[self]


class Skip(StrEnum):
    """Why a row of a sheet is no row of the register."""

    BLANK = "blank"
    REPEATED_HEADER = "repeated header"
    SECTION = "section title"
    TOTAL = "total"
    NOTE = "note"
    FILLER = "form filler"
    UNIT = "unit row"
    NUMBERING = "column numbers"

    @property
    def term(self) -> Bilingual:
        """The word people read."""
        return _SKIPS[self]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong or doubtful at one place, told so that a person can mend it.

    Attributes:
        code: short name of the sort of problem (`damaged_number`, `impossible_date` …).
        weight: unreadable (the value stays empty), doubtful (read, but ask), or a mere note.
        sheet, row, cell: where; row from 1, cell as the spreadsheet names it; empty where the
            problem is about the whole sheet.
        field: the field concerned, or empty.
        what: what is wrong.
        remedy: what to do about it.
        printed: the cell as printed.
    """

    code: str
    weight: Weight
    sheet: str
    what: Bilingual
    remedy: Bilingual
    row: int = 0
    cell: str = ""
    field: str = ""
    printed: str = ""


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column of a table and what it was taken for.

    Attributes:
        letter: the column as the spreadsheet names it.
        heading: its heading as printed, levels joined by `-`.
        field: identifier of the field; empty where nobody reads the column.
        period: the time its figures are about, where the heading or the table says so.
        unit: unit printed in the heading, above the table or in the row of units.
        reason: why this field, or why none.
        sure: from 0 to 1.
    """

    letter: str
    heading: str
    field: str
    period: Period | None
    unit: str
    reason: Bilingual
    sure: float


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell that was read.

    `values` has one member, several for a field that holds several, none where the cell is empty or
    could not be read (then a problem says so). `original` is the printed amount where it was left as
    it is (a price in dollars). `at` is where it is printed: for a cell merged over several rows the
    first of them.
    """

    field: str
    at: CellAt
    printed: str
    values: tuple[CellValue, ...] = ()
    period: Period | None = None
    original: str = ""
    note: str = ""

    @property
    def value(self) -> CellValue | None:
        """The only or first value; None where there is none."""
        return self.values[0] if self.values else None


@dataclass(frozen=True, slots=True)
class TableRow:
    """One thing as one row states it. `row` counts from 1; `seq` is its printed number."""

    sheet: str
    row: int
    table: int
    cells: tuple[TableCell, ...]
    seq: int | str | None = None
    section: str = ""

    def cell(self, field: str, period: Period | None = None) -> TableCell | None:
        """The cell of a field (for that period, where one is given); None where there is none."""
        for cell in self.cells:
            if cell.field == field and (period is None or cell.period == period):
                return cell
        return None

    def text(self, field: str) -> str:
        """The first value of a field as text; empty where there is none."""
        cell = self.cell(field)
        return str(cell.value) if cell and cell.value is not None else ""


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a sheet.

    Attributes:
        number: from 0, in the order of the workbook.
        sheet: the sheet it stands on.
        title: the lines above it, joined by a space.
        section: the title of its part of the sheet, where tables are stacked.
        kind: what its rows are; empty where no kind fits.
        form: whether it is a form (label beside value) and not rows under headings.
        header_rows: its rows of headings, from 1.
        columns: in the order of the sheet.
        period: the year or months the table is about, where it says so.
        as_of: the day its stocks stand at, where it says so.
        member_of: fields of the kind that every row has because it stands in this list
            (`is_tech_sme` for a list of 科技型中小企业), each with the cell that says so.
        proposed: whether the list is a proposal (拟…名单, 公示).
        kind_reason: why this kind.
    """

    number: int
    sheet: str
    title: str
    section: str
    kind: str
    form: bool
    header_rows: tuple[int, ...]
    columns: tuple[TableColumn, ...]
    period: Period | None = None
    as_of: Period | None = None
    member_of: tuple[TableCell, ...] = ()
    proposed: bool = False
    kind_reason: Bilingual = field(default_factory=lambda: Bilingual("", ""))


@dataclass(frozen=True, slots=True)
class SkippedRow:
    """A row of a sheet that is no row of the register, and why."""

    sheet: str
    row: int
    reason: Skip
    printed: str = ""


@dataclass(frozen=True, slots=True)
class IgnoredSheet:
    """A sheet without a register on it, and why."""

    sheet: str
    reason: Bilingual


@dataclass(frozen=True, slots=True)
class TableReading:
    """Everything read from one workbook: tables, rows in their order, and what was left out."""

    tables: tuple[Table, ...]
    rows: tuple[TableRow, ...]
    skipped: tuple[SkippedRow, ...]
    ignored: tuple[IgnoredSheet, ...]
    problems: tuple[Problem, ...]

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds its tables register, each once."""
        return tuple(dict.fromkeys(t.kind for t in self.tables if t.kind))

    def with_problems(self, more: Iterable[Problem]) -> "TableReading":
        """The same reading with further problems after its own."""
        return replace(self, problems=(*self.problems, *more))


_WEIGHTS = {
    Weight.UNREADABLE: Bilingual("无法读取", "unreadable"),
    Weight.DOUBTFUL: Bilingual("存疑", "doubtful"),
    Weight.NOTE: Bilingual("提示", "note"),
}
_SKIPS = {
    Skip.BLANK: Bilingual("空行", "blank"),
    Skip.REPEATED_HEADER: Bilingual("重复的表头", "repeated heading"),
    Skip.SECTION: Bilingual("分段标题", "section title"),
    Skip.TOTAL: Bilingual("合计行", "total"),
    Skip.NOTE: Bilingual("注释", "note"),
    Skip.FILLER: Bilingual("填报信息", "who filled it in"),
    Skip.UNIT: Bilingual("单位行", "row of units"),
    Skip.NUMBERING: Bilingual("栏次行", "column numbers"),
}
