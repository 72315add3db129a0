"""Writing workbooks the way offices write them: title rows, cover notes, merged cells."""

import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

import xlsxwriter

NOTE = "示范数据，纯属虚构：企业、代码、人员、金额均为编造，与任何真实单位无关。"
#: A heading over both rows, or a group with the headings below it.
Grouped = str | tuple[str, Sequence[str]]
MADE = datetime(2026, 1, 5, 9, 0)


class Workbook:
    """A workbook in memory. Making it twice gives equal bytes."""

    def __init__(self) -> None:
        self._raw = io.BytesIO()
        self.book = xlsxwriter.Workbook(self._raw, {"in_memory": True})
        self.book.set_properties(
            {"created": MADE, "author": "云岫区科技局（虚构）", "comments": NOTE}
        )
        self.title = self.book.add_format({"bold": True, "font_size": 14, "align": "center"})
        self.head = self.book.add_format(
            {
                "bold": True,
                "bg_color": "#E8EEF4",
                "border": 1,
                "text_wrap": True,
                "align": "center",
                "valign": "vcenter",
            }
        )
        self.day = self.book.add_format({"num_format": "yyyy/m/d"})
        self.text = self.book.add_format({"num_format": "@"})
        self.centre = self.book.add_format({"align": "center", "valign": "vcenter"})

    def cover(self, lines: Iterable[str], name: str = "封面") -> None:
        """A sheet of explanation; the mark that all is invented stands first."""
        sheet = self.book.add_worksheet(name)
        sheet.set_column(0, 0, 80)
        for row, line in enumerate((NOTE, *lines)):
            sheet.write(row, 0, line)

    def bytes(self) -> bytes:
        """The file."""
        self.book.close()
        return self._raw.getvalue()

    def write(self, sheet: Any, row: int, cells: Sequence[Any], column: int = 0) -> None:
        """One row; days as real dates, None as nothing."""
        for at, cell in enumerate(cells, column):
            if isinstance(cell, date):
                sheet.write_datetime(row, at, datetime(cell.year, cell.month, cell.day), self.day)
            elif isinstance(cell, str):
                sheet.write_string(row, at, cell, self.text)
            elif cell is not None:
                sheet.write(row, at, cell)

    def heads(self, sheet: Any, row: int, heads: Sequence[str], column: int = 0) -> None:
        """A heading row."""
        for at, head in enumerate(heads, column):
            sheet.write(row, at, head, self.head)

    def grouped_heads(self, sheet: Any, row: int, groups: Sequence[Grouped]) -> None:
        """Headings on two levels: a group over its columns, what stands alone over both rows."""
        column = 0
        for group in groups:
            if isinstance(group, str):
                sheet.merge_range(row, column, row + 1, column, group, self.head)
                column += 1
                continue
            over, below = group
            if len(below) == 1:
                sheet.write(row, column, over, self.head)
            else:
                sheet.merge_range(row, column, row, column + len(below) - 1, over, self.head)
            self.heads(sheet, row + 1, below, column)
            column += len(below)


def printed_day(day: date, how: int) -> Any:
    """One day in one of the ways officers write it."""
    match how % 6:
        case 0 | 1:
            return day
        case 2:
            return day.isoformat()
        case 3:
            return f"{day.year}.{day.month}.{day.day}"
        case 4:
            return f"{day.year}年{day.month}月{day.day}日"
        case _:
            return f"{day.year}年{day.month}月"
