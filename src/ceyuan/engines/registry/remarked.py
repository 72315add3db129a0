"""The workbook handed back: every problem as a remark in its cell, and a list of them on a sheet of its own.

A .xlsx keeps its sheets, formulas and formats; anything else (.xls, .csv, tables of a letter) is
handed back as a new .xlsx with the same cells.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from ceyuan.model.bilingual import Bilingual, Language
from ceyuan.model.table import Problem, Weight

#: Colours with one meaning each: cannot be read, ask, note.
_FILLS = {
    Weight.UNREADABLE: PatternFill("solid", fgColor="F8C9C4"),
    Weight.DOUBTFUL: PatternFill("solid", fgColor="FCE8B2"),
    Weight.NOTE: PatternFill("solid", fgColor="DCE9F5"),
}
_GRAVEST = (Weight.UNREADABLE, Weight.DOUBTFUL, Weight.NOTE)
_LIST = Bilingual("导入预演", "rehearsal")
_HEADINGS = (
    Bilingual("工作表", "sheet"),
    Bilingual("单元格", "cell"),
    Bilingual("程度", "weight"),
    Bilingual("问题", "what"),
    Bilingual("处理", "to do"),
    Bilingual("原样", "as printed"),
)
#: A spreadsheet takes no longer comment and no longer cell.
_LONGEST_REMARK = 2_000
_LONGEST_CELL = 32_000
_AUTHOR = "策源 Ceyuan"


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet as read, for files that are no .xlsx."""

    name: str
    rows: Sequence[Sequence[Any]]


def remarked_workbook(
    content: bytes,
    problems: Iterable[Problem],
    *,
    is_xlsx: bool,
    grids: Sequence[Grid] = (),
    counts: Mapping[str, int] | None = None,
    language: Language = "zh",
) -> bytes:
    """The bytes of the workbook with remarks.

    Args:
        content: the file as it came in; its formats are kept where it is a .xlsx.
        problems: of the reading and of the rehearsal.
        is_xlsx: whether `content` is one.
        grids: the sheets as read, used where it is not.
        counts: what the import would do, by its words, for the top of the list of problems.
        language: of remarks and list.
    """
    book = _opened(content) if is_xlsx else _rebuilt(grids)
    problems = list(problems)
    by_cell: dict[tuple[str, str], list[Problem]] = {}
    for problem in problems:
        place = problem.cell or (f"A{problem.row}" if problem.row else "A1")
        by_cell.setdefault((problem.sheet, place), []).append(problem)
    for (sheet, place), told in by_cell.items():
        if sheet in book.sheetnames:
            _remark(book[sheet], place, told, language)
    _listed(book, problems, counts or {}, language)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _opened(content: bytes) -> Workbook:
    macros = b"vbaProject.bin" in content
    return load_workbook(BytesIO(content), keep_vba=macros)


def _rebuilt(grids: Sequence[Grid]) -> Workbook:
    book = Workbook()
    book.remove(book.active)
    for grid in grids:
        sheet = book.create_sheet(_free_name(book, grid.name))
        for row, values in enumerate(grid.rows, 1):
            for column, value in enumerate(values, 1):
                if value is not None and value != "":
                    _write(sheet.cell(row, column), value)
    return book


def _remark(sheet: Worksheet, place: str, told: Sequence[Problem], language: Language) -> None:
    cell = sheet[place]
    if isinstance(cell, MergedCell):
        cell = _first_of_merged(sheet, place)
    if not isinstance(cell, Cell):
        return
    said = "\n".join(_sentence(p, language) for p in told)
    if cell.comment is not None:
        said = f"{cell.comment.text}\n——\n{said}"
    comment = Comment(_clean(said)[:_LONGEST_REMARK], _AUTHOR)
    comment.width, comment.height = 320, 40 + 36 * len(told)
    cell.comment = comment
    gravest = min((p.weight for p in told), key=_GRAVEST.index)
    cell.fill = _FILLS[gravest]


def _first_of_merged(sheet: Worksheet, place: str) -> Any:
    for merged in sheet.merged_cells.ranges:
        if place in merged:
            return sheet.cell(merged.min_row, merged.min_col)
    return None


def _sentence(problem: Problem, language: Language) -> str:
    weight = problem.weight.term.in_language(language)
    what = problem.what.in_language(language)
    remedy = problem.remedy.in_language(language)
    return f"【{weight}】{what}。{remedy}" if language == "zh" else f"[{weight}] {what}. {remedy}"


def _listed(
    book: Workbook, problems: Sequence[Problem], counts: Mapping[str, int], language: Language
) -> None:
    sheet = book.create_sheet(_free_name(book, _LIST.in_language(language)))
    bold = Font(bold=True)
    row = 1
    for name, count in counts.items():
        sheet.cell(row, 1, name).font = bold
        sheet.cell(row, 2, count)
        row += 1
    row += 1 if counts else 0
    for column, heading in enumerate(_HEADINGS, 1):
        sheet.cell(row, column, heading.in_language(language)).font = bold
    sheet.freeze_panes = sheet.cell(row + 1, 1)
    for problem in sorted(problems, key=lambda p: _GRAVEST.index(p.weight)):
        row += 1
        said = (
            problem.sheet,
            problem.cell,
            problem.weight.term.in_language(language),
            problem.what.in_language(language),
            problem.remedy.in_language(language),
            problem.printed,
        )
        for column, text in enumerate(said, 1):
            _write(sheet.cell(row, column), text)
        sheet.cell(row, 3).fill = _FILLS[problem.weight]
        if problem.cell and problem.sheet in book.sheetnames:
            quoted = problem.sheet.replace("'", "''")
            sheet.cell(row, 2).hyperlink = f"#'{quoted}'!{problem.cell}"
    for column, width in enumerate((16, 9, 10, 60, 44, 30), 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    for cells in sheet.iter_rows(min_row=1, max_row=sheet.max_row):
        for cell in cells:
            cell.alignment = Alignment(wrap_text=True, vertical="top")


def _write(cell: Any, value: Any) -> None:
    """A value as it is: text that begins like a formula stays text."""
    if isinstance(value, str):
        cell.value = _clean(value)[:_LONGEST_CELL]
        cell.data_type = "s"
    else:
        cell.value = value


def _clean(text: str) -> str:
    """Without the control characters a workbook cannot hold."""
    return "".join(c for c in text if c in "\n\t" or ord(c) >= 32)


def _free_name(book: Workbook, wanted: str) -> str:
    """A sheet name that is allowed and not taken."""
    base = (
        "".join(c for c in wanted if c not in r"[]:*?/\\" and ord(c) >= 32)[:28].strip("'") or "表"
    )
    name, number = base, 2
    taken = {n.casefold() for n in book.sheetnames}
    while name.casefold() in taken:
        name, number = f"{base}{number}", number + 1
    return name
