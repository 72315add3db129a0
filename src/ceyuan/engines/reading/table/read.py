"""A workbook read whole: which sheets hold a register, of what, and every row of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ceyuan.authoring.reader import Sheet
from ceyuan.engines.reading.table.columns import fit, headings_of, naming_fields, side_by_side
from ceyuan.engines.reading.table.dated import time_of
from ceyuan.engines.reading.table.form_row import read_forms
from ceyuan.engines.reading.table.frame import Frame, column_problems, frame_of, told_columns
from ceyuan.engines.reading.table.grid import Grid, cell_name
from ceyuan.engines.reading.table.layout import Region, find_regions
from ceyuan.engines.reading.table.lexicon import Lexicon
from ceyuan.engines.reading.table.membership import is_list, members, shared_choices
from ceyuan.engines.reading.table.plausible import implausible
from ceyuan.engines.reading.table.repeats import repeats
from ceyuan.engines.reading.table.rows import walk
from ceyuan.engines.reading.table.totals import counts_differ, totals_differ
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.kind import Kind
from ceyuan.model.period import Period
from ceyuan.model.table import (
    IgnoredSheet,
    Problem,
    SkippedRow,
    Table,
    TableReading,
    TableRow,
    Weight,
)


class TableDesk:
    """The kinds of a district, ready to read any number of workbooks with."""

    def __init__(self, kinds: Iterable[Kind]) -> None:
        # what has no field to name a row by (a district of indicators) registers nothing
        self._lexicon = Lexicon(
            kind for kind in kinds if any(kind.field(name) for name in naming_fields(kind))
        )
        self._kinds = {kind.name: kind for kind in self._lexicon.kinds}

    def read(
        self,
        sheets: Sequence[Sheet],
        *,
        name: str = "",
        published: Period | None = None,
        titles: Sequence[str] = (),
    ) -> TableReading:
        """Read every sheet.

        Args:
            sheets: as stored, hidden ones too (they are named, not read).
            name: the file's name: it may say what the register is about and of which year.
            published: gives the year to count 上年 from where no title names one.
            titles: lines of a letter or a page above its tables; they count as titles of a sheet
                that has none of its own.

        Returns:
            Tables in the order of the sheets. A workbook without any register has no tables, and
            `ignored` says of each sheet why.
        """
        read = _Read([], [], [], [], [])
        for sheet in sheets:
            self._sheet(sheet, _Around(name, published, tuple(titles)), read)
        for kind_name in dict.fromkeys(t.kind for t in read.tables if t.kind):
            numbers = {t.number for t in read.tables if t.kind == kind_name}
            rows = [row for row in read.rows if row.table in numbers]
            kind = self._kinds[kind_name]
            read.problems += repeats(kind, rows, {t.number: t for t in read.tables})
            read.problems += implausible(kind, rows)
        return TableReading(
            tuple(read.tables),
            tuple(read.rows),
            tuple(read.skipped),
            tuple(read.ignored),
            tuple(read.problems),
        )

    def _sheet(self, sheet: Sheet, around: "_Around", read: "_Read") -> None:
        grid = Grid(sheet)
        if not grid.height:
            read.ignored.append(IgnoredSheet(sheet.name, _EMPTY))
            return
        regions = find_regions(grid, self._lexicon)
        if sheet.hidden:
            read.ignored.append(IgnoredSheet(sheet.name, _HIDDEN))
            if regions:
                read.problems.append(_hidden(grid, regions))
            return
        before = len(read.tables)
        for region in regions:
            self._region(grid, region, around, read)
        if len(read.tables) == before:
            reason = _UNKNOWN if regions else _NO_TABLE
            read.ignored.append(IgnoredSheet(sheet.name, reason))
            if regions:
                read.problems.append(_no_kind(grid, regions[0]))

    def _region(self, grid: Grid, region: Region, around: "_Around", read: "_Read") -> None:
        name, published = around.name, around.published
        if not region.titles and around.titles:
            region = replace(region, titles=tuple((-1, 0, t) for t in around.titles))
        titles = [text for _, _, text in region.titles]
        stem = name.rsplit(".", 1)[0]
        hints = " ".join((*titles, grid.name, stem))
        first = next((t.title for t in read.tables if t.sheet == grid.name), "")
        time = time_of((stem, grid.name, first, *titles), published)
        number = len(read.tables)
        if region.entries:
            beside = _texts_beside(grid, region)
            time = time_of((stem, grid.name, *beside, *titles), published)
            form = read_forms(grid, self._lexicon, region, number, hints, time)
            if form:
                read.tables.append(form.table)
                read.rows += form.rows
                read.problems += form.problems
            return
        listed = any(is_list(t) for t in (first, grid.name, stem, *titles))
        blocks = side_by_side(headings_of(grid, region.header))
        for place, headings in enumerate(blocks):
            fits = fit(self._lexicon, headings, hints)
            if not fits:
                return
            frame = frame_of(grid, region, len(read.tables), fits[0], time)
            before = sum(1 for r in read.rows if r.sheet == grid.name)
            table, rows, skipped, problems = _table(frame, listed, before)
            read.tables.append(_as_before(table, read.tables, region))
            read.rows += rows
            # rows that are none are none for every block; a count may mean them together
            read.skipped += skipped if place == 0 else ()
            read.problems += [p for p in problems if len(blocks) == 1 or p.code != "count_differs"]


@dataclass(frozen=True, slots=True)
class _Around:
    """What is said outside the sheets: the file's name, the day of publication, lines above."""

    name: str
    published: Period | None
    titles: tuple[str, ...]


@dataclass(slots=True)
class _Read:
    tables: list[Table]
    rows: list[TableRow]
    skipped: list[SkippedRow]
    ignored: list[IgnoredSheet]
    problems: list[Problem]


def _table(
    frame: Frame, listed: bool, before: int
) -> tuple[Table, list[TableRow], list[SkippedRow], list[Problem]]:
    walked = walk(frame, listed)
    member_of, proposed = members(frame, listed)
    shared = shared_choices(frame)
    rows = [
        replace(row, cells=(*row.cells, *(c for c in shared if row.cell(c.field) is None)))
        for row in walked.rows
    ]
    table = Table(
        frame.number,
        frame.grid.name,
        " ".join(t for _, _, t in frame.region.titles),
        frame.region.section,
        frame.kind.name,
        False,
        tuple(row + 1 for row in frame.region.header),
        told_columns(frame),
        frame.time.period,
        frame.time.as_of,
        member_of,
        proposed,
        frame.reason,
    )
    problems = [
        *column_problems(frame),
        *walked.problems,
        *totals_differ(frame, rows, walked.skipped),
        *counts_differ(frame, rows, walked.skipped, before),
    ]
    return table, rows, walked.skipped, problems


def _texts_beside(grid: Grid, region: Region) -> list[str]:
    """Texts of a form that are neither label nor value: its year stands somewhere on top."""
    used = {(e.row, e.column) for e in region.entries}
    used |= {(e.row, e.value_column) for e in region.entries if e.inline is None}
    return [
        text
        for row in range(region.top, min(region.top + 6, grid.height))
        for column, text in grid.distinct(row)
        if (row, column) not in used and len(text) <= 40
    ]


def _as_before(table: Table, before: Sequence[Table], region: Region) -> Table:
    """A further sheet of one register, without a title of its own, is what the first one says."""
    if region.titles or table.member_of:
        return table
    first = next((t for t in before if t.kind == table.kind and t.sheet != table.sheet), None)
    if first is None or not first.member_of:
        return table
    own = {c.field for c in table.columns}
    inherited = tuple(c for c in first.member_of if c.field not in own)
    return replace(table, member_of=inherited, proposed=first.proposed)


def _hidden(grid: Grid, regions: Sequence[Region]) -> Problem:
    rows = sum(r.bottom - r.top for r in regions)
    return Problem(
        "hidden_sheet",
        Weight.DOUBTFUL,
        grid.name,
        Bilingual(
            f"隐藏工作表“{grid.name}”里有表格（约{rows}行），没有读取",
            f"the hidden sheet {grid.name!r} holds a table (about {rows} rows) and was not read",
        ),
        Bilingual("如应导入，取消隐藏后重新导入", "unhide it and import again if it belongs in"),
    )


def _no_kind(grid: Grid, region: Region) -> Problem:
    row = region.header[0] if region.header else region.top
    return Problem(
        "no_kind",
        Weight.UNREADABLE,
        grid.name,
        Bilingual(
            "有表格，但不是已知的登记表：表头里没有名称或代码一类的列",
            "there is a table, but of no known kind: no heading names the thing a row is about",
        ),
        Bilingual(
            "核对是否选错文件；或在类别文件里加上这些表头",
            "check the file, or add the headings to a kind",
        ),
        row + 1,
        cell_name(row, 0),
    )


_EMPTY = Bilingual("空白工作表", "nothing on the sheet")
_HIDDEN = Bilingual("隐藏的工作表", "hidden")
_NO_TABLE = Bilingual("没有表格，只有说明文字", "no table, only words")
_UNKNOWN = Bilingual("表格不是已知的登记表", "a table of no known kind")
