"""An empty table to fill in for `assess --table`: a sheet for each kind, and what each column means."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

from ceyuan.catalogue import Catalogue
from ceyuan.journeys.asked_columns import AskedColumn
from ceyuan.model.bilingual import in_language
from ceyuan.model.kind import FieldType
from ceyuan.surfaces.cli.asked import asked, say

#: Rows below the headings that are prepared: lists to choose from, text for codes.
_PREPARED = 2_000
#: What a spreadsheet holds of a list to choose from.
_LIST = 255


def write_template(
    catalogue: Catalogue, columns: Mapping[str, Sequence[AskedColumn]], path: Path
) -> None:
    """Write the workbook. The headings are those `assess --table` reads back."""
    options = {"strings_to_formulas": False, "strings_to_urls": False}
    titles = {item.name: item.card.term for item in catalogue.programmes}
    with xlsxwriter.Workbook(str(path), options) as book:
        head = book.add_format(
            {"bold": True, "bg_color": "#EAF1F8", "border": 1, "text_wrap": True, "valign": "top"}
        )
        text = book.add_format({"num_format": "@"})
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        wrap = book.add_format({"text_wrap": True, "valign": "top"})
        for kind, mine in columns.items():
            sheet = book.add_worksheet(catalogue.kinds[kind].title[:31])
            sheet.freeze_panes(1, 1)
            for number, column in enumerate(mine):
                _column(sheet, number, column, head, text, day)
        _meaning(book, columns, titles, head, wrap)


def how_to_fill(column: AskedColumn) -> str:
    """What to write in a column, in the language of the call."""
    match column.field.type:
        case FieldType.TRUTH:
            return say("是 或 否；不知道就空着", "是 or 否; leave blank where unknown")
        case FieldType.DATE:
            return say("写到日，如 2015-03-01", "to the day, as 2015-03-01")
        case FieldType.CHOICE:
            return say("填其中之一：", "one of ") + "、".join(_choices(column))
        case FieldType.QUANTITY if column.field.unit in ("share", "%"):
            return say("比例，连同百分号，如 5%", "a share with its sign, as 5%")
        case FieldType.QUANTITY:
            unit = say(f"（{column.unit}）", f" ({column.unit})") if column.unit else ""
            return say("一个数", "a number") + unit
        case _:
            return say("文字", "text")


def _column(sheet: Any, number: int, column: AskedColumn, head: Any, text: Any, day: Any) -> None:
    field = column.field
    shape = text if field.type is FieldType.CODE else day if field.type is FieldType.DATE else None
    sheet.set_column(number, number, 28 if not column.name else 16, shape)
    sheet.write_string(0, number, column.heading, head)
    sheet.write_comment(0, number, f"{field.name}\n{how_to_fill(column)}\n{field.definition}")
    listed = ["是", "否"] if field.type is FieldType.TRUTH else _choices(column)
    if listed and sum(len(one) + 1 for one in listed) <= _LIST:
        sheet.data_validation(
            1,
            number,
            _PREPARED,
            number,
            {"validate": "list", "source": listed, "ignore_blank": True},
        )


def _choices(column: AskedColumn) -> list[str]:
    return [printed[0] for printed in column.field.choices.values() if printed]


def _meaning(
    book: Any,
    columns: Mapping[str, Sequence[AskedColumn]],
    titles: Mapping[str, Any],
    head: Any,
    wrap: Any,
) -> None:
    """One row for each column: what it means, how to fill it in, which paper tells it, who asks."""
    sheet = book.add_worksheet(say("填写说明", "how to fill in"))
    sheet.freeze_panes(1, 0)
    shown = (
        (say("表头", "heading"), 34),
        (say("含义", "meaning"), 50),
        (say("怎么填", "how to fill in"), 30),
        (say("依据什么材料", "which paper tells it"), 34),
        (say("哪些政策要用", "asked by"), 50),
    )
    for number, (title, width) in enumerate(shown):
        sheet.set_column(number, number, width, wrap)
        sheet.write_string(0, number, title, head)
    row = 1
    for mine in columns.values():
        for column in mine:
            field = column.field
            meaning = field.name + (f"\n{field.definition}" if field.definition else "")
            by = "、".join(
                in_language(titles[name], asked().language) for name in column.programmes
            )
            said = (
                column.heading,
                meaning if asked().language == "zh" else f"{field.english}\n{meaning}",
                how_to_fill(column),
                field.settled_by or field.source,
                by or say("写明是谁", "says who it is about"),
            )
            for number, words in enumerate(said):
                sheet.write_string(row, number, words[:32_000])
            row += 1
