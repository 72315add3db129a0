"""What sort of row a row below the headings is: a record, a total, a section title, a note."""

import re
from collections.abc import Sequence

from ceyuan.engines.reading.table.grid import Grid
from ceyuan.engines.reading.table.heading_rows import (
    is_numbering,
    is_unit_row,
    same_headings,
)
from ceyuan.model.table import Skip

_TOTAL = re.compile(
    r"(?:本页|本表|全区|全市|全县|以上)?\s*(?:合\s*计|总\s*计|小\s*计|共\s*计|累\s*计|汇\s*总|平\s*均|均\s*值|总\s*和)"
    r"\s*(?:[:：(（数].*|\d.*|[家户项个件人].*)?"
    r"|共\s*(?:计)?\s*[\d一二三四五六七八九十百]+\s*[家户项个件人台套名条].{0,8}",
    re.S,
)
_FILLER = re.compile(
    r"(?:填报|填表|制表|经办|审核|复核|报送|报出|统计|单位|部门|分管|主管|项目|财务|法定代表)?"
    r"\s*(?:人|单位|负责人|部门|电话|日期|时间|领导|代表人|联系人|联系电话|联系方式|盖章|公章)"
    r"\s*(?:[（(]?\s*(?:签字|签名|签章|盖章|公章|签字盖章)\s*[)）]?)?\s*[:：].*"
    r"|(?:审核|制表|填表|填报|复核|批准|校对)\s*[:：].*|(?:19|20)?\d{0,4}\s*年\s*\d{0,2}\s*月\s*\d{0,2}\s*日",
    re.S,
)
_NOTE = re.compile(
    r"(?:注|说明|备注|附注|注释|填[表报]说明|数据来源|资料来源|来源|口径|指标解释|附件?)\s*\d*\s*[:：.、．]"
    r"|[※★]|[*＊]{1,3}\S|注\s*\d*\s*$|[（(]?\s*(?:以下空白|以下无正文|此页无正文|以下无内容|完|本页完)\s*[)）]?"
    r"|[（(]\s*(?:注|说明)",
)
_ENUMERATED = re.compile(r"(?:\d{1,2}|[（(]\d{1,2}[)）])\s*[.、．)）]")
_SECTION = re.compile(
    r"[一二三四五六七八九十]{1,3}\s*[、.．]|[（(][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十\d]{1,3}[批类部]"
)


def sort_of_row(
    grid: Grid, header: Sequence[int], row: int, *, first_data: bool, after_note: bool
) -> Skip | None:
    """Why a row is no record; None where it may be one. Blank rows are BLANK.

    Args:
        grid: the sheet.
        header: the heading rows of the table.
        row: the row to look at.
        first_data: no record has come yet (rows of units and of column numbers stand there).
        after_note: the row before was a note, so that single texts go on with it.
    """
    cells = grid.distinct(row)
    if not cells:
        return Skip.BLANK
    if same_headings(grid, header, row):
        return Skip.REPEATED_HEADER
    if first_data and is_unit_row(grid, row):
        return Skip.UNIT
    if (
        is_numbering(grid, row)
        and (first_data or len(cells) >= 4)
        and _whole_width(grid, header, row)
    ):
        return Skip.NUMBERING
    texts = list(dict.fromkeys(text for _, text in cells))
    if any(_TOTAL.fullmatch(text) for text in texts[:3]):
        return Skip.TOTAL
    if len(texts) == 1:
        return _single(grid, row, cells[0], after_note)
    if sum(1 for text in texts if _FILLER.fullmatch(text)) >= 0.5 * len(texts):
        return Skip.FILLER
    if _NOTE.match(texts[0]) and cells[0][0] == 0 and len(texts) <= 2:
        return Skip.NOTE
    return None


def _single(grid: Grid, row: int, cell: tuple[int, str], after_note: bool) -> Skip | None:
    column, text = cell
    if _NOTE.match(text):
        return Skip.NOTE
    if len(_FILLER.findall(text)) and _FILLER.match(text):
        return Skip.FILLER
    if after_note and (_ENUMERATED.match(text) or len(text) > 25):
        return Skip.NOTE
    if len(text) > 12 and re.search(r"[，。；：]", text):
        return Skip.NOTE
    span = grid.merged_at(row, column)
    wide = span is not None and span[3] - span[1] >= 2
    if _SECTION.match(text):
        return Skip.SECTION
    if wide or (column == 0 and grid.width >= 3 and not text.isdigit() and len(text) > 1):
        return Skip.NOTE if len(text) > 60 or text.endswith("。") else Skip.SECTION
    return None


def _whole_width(grid: Grid, header: Sequence[int], row: int) -> bool:
    """Whether the numbers stand under nearly all headings: 1 2 3 4 is no record then."""
    headed = sum(1 for c in range(grid.width) if any(grid.shown(h, c) for h in header))
    return len(grid.distinct(row)) >= 0.8 * headed
