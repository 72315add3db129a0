"""The rows of a table: records read cell by cell, the others set aside with a reason."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from ceyuan.engines.reading.table.cell import Place, read_cell
from ceyuan.engines.reading.table.cells.name import former_names, one_line
from ceyuan.engines.reading.table.cells.outcome import says_nothing
from ceyuan.engines.reading.table.cells.truth import read_truth
from ceyuan.engines.reading.table.columns import Column, naming_fields
from ceyuan.engines.reading.table.frame import Frame
from ceyuan.engines.reading.table.grid import cell_name, letters
from ceyuan.engines.reading.table.joint import split_joint
from ceyuan.engines.reading.table.membership import implied_choices, listed_in
from ceyuan.engines.reading.table.row_sort import sort_of_row
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.kind import FieldType
from ceyuan.model.locator import CellAt
from ceyuan.model.table import Problem, Skip, SkippedRow, TableCell, TableRow, Weight

#: Findings that hold for a whole column and are told once, at its heading.
_FOR_COLUMN = frozenset({"unit_missing", "unit_does_not_fit"})


@dataclass(slots=True)
class Walked:
    """What walking down a table gave."""

    rows: list[TableRow] = field(default_factory=list)
    skipped: list[SkippedRow] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def walk(frame: Frame, listed: bool) -> Walked:
    """Read every row of the table; `listed` says that its sheet is a list of members."""
    walked = Walked()
    grid, region = frame.grid, frame.region
    section = ""
    section_at: tuple[int, int] | None = None
    after_note = False
    blanks: list[int] = []
    downward = _group_columns(frame)
    above: dict[int, int] = {}
    for row in range(region.header[-1] + 1, region.bottom + 1):
        sort = sort_of_row(
            grid, region.header, row, first_data=not walked.rows, after_note=after_note
        )
        if sort is None and not _says_anything(frame, row):
            sort = Skip.BLANK
        if sort is Skip.BLANK:
            blanks.append(row)
            continue
        walked.skipped += [SkippedRow(grid.name, b + 1, Skip.BLANK) for b in blanks]
        blanks = []
        if sort is Skip.SECTION and _is_record(frame, row):
            sort = None
        if sort is not None:
            printed = " ".join(dict.fromkeys(text for _, text in grid.distinct(row)))
            walked.skipped.append(SkippedRow(grid.name, row + 1, sort, printed))
            after_note = sort is Skip.NOTE
            if sort is Skip.SECTION:
                column, section = grid.distinct(row)[0]
                section_at = (row, column)
                above = {}
            continue
        after_note = False
        for at in downward:
            if grid.text(row, at):
                above[at] = row
        record, problems = _record(frame, row, section, section_at, above, listed)
        walked.rows.append(record)
        walked.problems += problems
    walked.problems = [*_filled_down(frame, downward), *_told_once(frame, walked.problems)]
    return walked


def _record(
    frame: Frame,
    row: int,
    section: str,
    section_at: tuple[int, int] | None,
    above: dict[int, int],
    listed: bool,
) -> tuple[TableRow, list[Problem]]:
    cells: list[TableCell] = []
    problems: list[Problem] = []
    sequence: int | str | None = None
    for column in frame.columns:
        if column.role == "sequence":
            sequence = _sequence(frame.grid.shown(row, column.at))
            continue
        if column.role == "note":
            cells += _remark(frame, row, column)
            continue
        if not column.fields:
            continue
        at = _where(frame, row, column.at, above)
        read, told = _cells_at(frame, column, at, row)
        cells += read
        problems += told
    cells += _implied(frame, section, section_at, {c.field for c in cells}, listed)
    record = TableRow(
        frame.grid.name, row + 1, frame.number, tuple(cells), sequence, one_line(section)
    )
    if not _named(frame, record):
        problems.append(_nameless(frame, row))
    elif missing := _without_code(frame, record):
        problems.append(missing)
    return record, problems


def _cells_at(
    frame: Frame, column: Column, at: tuple[int, int], row: int
) -> tuple[Sequence[TableCell], Sequence[Problem]]:
    raw, text = frame.grid.raw(*at), frame.grid.text(*at)
    if at[1] != column.at:
        # merged sideways into another column: this one says nothing of its own
        raw, text = None, ""
    name = cell_name(*at)
    if column.tick:
        return _ticked(frame, column, at, row, raw, text)
    if len(column.fields) == 1:
        one = column.fields[0]
        period = frame.periods.get((column.at, one.id))
        place = Place(frame.grid.name, row + 1, name, period, frame.units.get(column.at, ""))
        return read_cell(frame.kind, one, raw, text, place)
    split = split_joint(text, column.fields, foreign=column.foreign)
    parts = tuple((part, part) for part in split)
    cells: list[TableCell] = []
    problems: list[Problem] = []
    for number, (one, (value, said)) in enumerate(zip(column.fields, parts, strict=True)):
        place = Place(
            frame.grid.name,
            row + 1,
            name,
            frame.periods.get((column.at, one.id)),
            frame.units.get(column.at, ""),
        )
        read, told = read_cell(frame.kind, one, value, said, place)
        cells += read if number == 0 else [replace(c, printed=text) if said else c for c in read]
        problems += told
    return cells, problems


def _ticked(
    frame: Frame, column: Column, at: tuple[int, int], row: int, raw: object, text: str
) -> tuple[Sequence[TableCell], Sequence[Problem]]:
    """A column that stands for one choice: the choice where it is ticked, else nothing."""
    outcome = read_truth(raw, text)
    if outcome.values != (True,):
        return (), ()
    one = column.fields[0]
    period = frame.periods.get((column.at, one.id))
    place = CellAt(frame.grid.name, cell_name(*at))
    return (TableCell(one.id, place, text, (column.tick,), period),), ()


def _where(frame: Frame, row: int, column: int, above: dict[int, int]) -> tuple[int, int]:
    """The cell that holds for this row: its own, the first of a merged range, or the group's."""
    if not frame.grid.text(row, column) and column in above:
        return above[column], column
    return frame.grid.origin(row, column)


def _group_columns(frame: Frame) -> tuple[int, ...]:
    """Columns whose blanks mean 'as above': a group label is printed once and holds downwards.

    Only where the file merges nothing in that column. A group column stands left of the name, begins
    filled, is blank in a good part of the rows, and never prints a label twice; a column in which
    labels come again has blanks because nobody knows.
    """
    name = frame.name_column
    if name is None:
        return ()
    first = frame.region.header[-1] + 1
    rows = [r for r in range(first, frame.region.bottom + 1) if frame.grid.text(r, name)]
    found = []
    for column in frame.columns:
        one = column.fields[0] if len(column.fields) == 1 else None
        if one is None or one.type is not FieldType.TEXT or column.at >= name or not rows:
            continue
        labels = [frame.grid.text(r, column.at) for r in rows]
        filled = [label for label in labels if label]
        if frame.grid.merges_down(column.at) or not labels[0]:
            continue
        blank = len(labels) - len(filled)
        if blank >= 0.3 * len(labels) and len(set(filled)) == len(filled):
            found.append(column.at)
    return tuple(found)


def _filled_down(frame: Frame, columns: Iterable[int]) -> Iterable[Problem]:
    header = frame.region.header[-1]
    for at in columns:
        yield Problem(
            "filled_down",
            Weight.NOTE,
            frame.grid.name,
            Bilingual("本列空格按上一格填充", "blanks of the column are read as the cell above"),
            Bilingual("如空格表示不详，请写明", "write it out if a blank means unknown"),
            header + 1,
            cell_name(header, at),
        )


def _says_anything(frame: Frame, row: int) -> bool:
    """Whether a row holds more than its number and marks for empty."""
    return any(
        not says_nothing(frame.grid.text(row, c.at)) for c in frame.columns if c.role != "sequence"
    )


def _is_record(frame: Frame, row: int) -> bool:
    """A single text that stands in the column of names is a record with nothing else known."""
    column, text = frame.grid.distinct(row)[0]
    if column != frame.name_column:
        return False
    only = len([c for c in frame.columns if c.fields]) <= 2 and not any(
        c.role == "sequence" for c in frame.columns
    )
    return only and frame.grid.merged_at(row, column) is None and len(text) > 3


def _remark(frame: Frame, row: int, column: Column) -> Iterable[TableCell]:
    at = frame.grid.origin(row, column.at)
    text = frame.grid.text(*at)
    if says_nothing(text) or at[1] != column.at:
        return
    place = CellAt(frame.grid.name, cell_name(*at))
    yield TableCell("note", place, text, (text,))
    former = frame.kind.field("former_name")
    if former and (names := former_names(text)):
        yield TableCell(former.id, place, text, names, frame.time.as_of, note=text)


def _implied(
    frame: Frame, section: str, section_at: tuple[int, int] | None, have: set[str], listed: bool
) -> Iterable[TableCell]:
    """What a section title says of all its rows: a choice (（一）国家级), a title (（二）瞪羚企业)."""
    if not section or section_at is None:
        return
    cell = cell_name(*section_at)
    yield from implied_choices(frame, section, cell, have)
    if listed:
        yield from (c for c in listed_in(frame, section, cell) if c.field not in have)


def _named(frame: Frame, record: TableRow) -> bool:
    return any(record.text(name) for name in naming_fields(frame.kind))


def _nameless(frame: Frame, row: int) -> Problem:
    at = frame.name_column or 0
    return Problem(
        "no_name",
        Weight.UNREADABLE,
        frame.grid.name,
        Bilingual("这一行没有名称，不知是谁", "the row names nobody"),
        Bilingual("补上名称或代码，或删去此行", "give a name or a code, or remove the row"),
        row + 1,
        cell_name(row, at),
        "name",
    )


def _without_code(frame: Frame, record: TableRow) -> Problem | None:
    """A record whose code is left empty is known by its name alone."""
    cell = record.cell(frame.kind.identifier) if frame.kind.identifier else None
    field = frame.kind.field(frame.kind.identifier)
    if cell is None or field is None or cell.values or not says_nothing(cell.printed.strip()):
        return None
    return Problem(
        "no_code",
        Weight.NOTE,
        frame.grid.name,
        Bilingual(
            f"没有填写{field.name}，只能按名称识别", f"no {field.english}: known by its name alone"
        ),
        Bilingual("补上代码", "give the code"),
        record.row,
        cell.at.cell,
        field.id,
    )


def _sequence(text: str) -> int | str | None:
    plain = text.strip(".、．）)（( ")
    return int(plain) if plain.isdigit() and len(plain) < 9 else (text or None)


def _told_once(frame: Frame, problems: Iterable[Problem]) -> Iterable[Problem]:
    """Problems of a whole column once, at the heading, with the number of cells concerned."""
    problems = list(problems)
    counted: dict[tuple[str, str], int] = {}
    for one in problems:
        if one.code in _FOR_COLUMN:
            key = (one.code, _column_of(one.cell))
            counted[key] = counted.get(key, 0) + 1
    told: set[tuple[str, str]] = set()
    header = frame.region.header[-1]
    for one in problems:
        key = (one.code, _column_of(one.cell))
        if one.code not in _FOR_COLUMN:
            yield one
        elif key not in told:
            told.add(key)
            cells = counted[key]
            yield replace(
                one,
                row=header + 1,
                cell=f"{key[1]}{header + 1}",
                what=Bilingual(f"{one.what.zh}（{cells}格）", f"{one.what.en} ({cells} cells)"),
                printed=next(
                    (c.heading.printed for c in frame.columns if letters(c.at) == key[1]), ""
                ),
            )


def _column_of(cell: str) -> str:
    return cell.rstrip("0123456789")
