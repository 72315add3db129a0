"""Does a table add up: printed totals against the rows above them, printed counts against the rows."""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from ceyuan.engines.reading.table.cell import Place, read_cell
from ceyuan.engines.reading.table.cells.amount import is_whole
from ceyuan.engines.reading.table.frame import Frame
from ceyuan.engines.reading.table.grid import cell_name
from ceyuan.engines.reading.table.heading import plain
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.hedge import Hedge
from ceyuan.model.kind import Field, FieldType
from ceyuan.model.measure import Measure
from ceyuan.model.quantity import Quantity
from ceyuan.model.table import Problem, Skip, SkippedRow, TableRow, Weight

_COUNT = re.compile(
    r"(?:共计?|总计|合计)\s*[:：]?\s*(\d{1,6})\s*(?:家|户|个|项|件|台|台套|台（套）|名|人|条|支|所)"
    r"|[（(](?:共|计)?\s*(\d{1,6})\s*(?:家|户|个|项|件|台|台套|名|人|条|支|所)[)）]"
)
_SUBTOTAL = re.compile(r"小计|本页")
#: A sum of rounded figures may be off by a little: half a unit of print for each row.
_HALF = Decimal("0.5")


def totals_differ(
    frame: Frame, rows: Sequence[TableRow], skipped: Sequence[SkippedRow]
) -> Iterable[Problem]:
    """Printed totals that are not the sum of their rows, cell by cell.

    A subtotal sums the rows since the one before it; a total all rows. Columns with a cell that is
    empty, hedged or unreadable are left alone: nobody can say what they should come to.
    """
    start = 0
    for line in skipped:
        if line.reason is not Skip.TOTAL:
            continue
        subtotal = _SUBTOTAL.search(plain(line.printed)) is not None
        above = [r for r in rows if r.row < line.row and (not subtotal or r.row > start)]
        if subtotal:
            start = line.row
        if len(above) > 1:
            yield from _compare(frame, above, line.row - 1)


def counts_differ(
    frame: Frame, rows: Sequence[TableRow], skipped: Sequence[SkippedRow], before: int = 0
) -> Iterable[Problem]:
    """Counts printed above, below or in section titles (共117家) that are not the number of rows.

    `before` are the rows of earlier tables of the sheet: 以上共5家 may mean them all.
    """
    for row, column, text in frame.region.titles[-2:]:
        if row < 0:
            # a line of the letter may count more than this table
            continue
        yield from _count(frame, text, row, column, len(rows))
    sections = [s for s in skipped if s.reason is Skip.SECTION]
    for line in skipped:
        if line.reason is Skip.SECTION:
            following = next((s.row for s in sections if s.row > line.row), 10**9)
            inside = sum(1 for r in rows if line.row < r.row < following)
            yield from _count(frame, line.printed, line.row - 1, 0, inside)
        elif line.reason in (Skip.TOTAL, Skip.NOTE) and not sections:
            yield from _count(frame, line.printed, line.row - 1, 0, len(rows), before + len(rows))


def _compare(frame: Frame, rows: Sequence[TableRow], at: int) -> Iterable[Problem]:
    for column in frame.columns:
        if len(column.fields) != 1 or not _adds_up(column.fields[0]):
            continue
        field = column.fields[0]
        text = frame.grid.text(at, column.at)
        period = frame.periods.get((column.at, field.id))
        cells = [c for r in rows if (c := r.cell(field.id, period)) is not None]
        amounts = [
            c.value.amount
            for c in cells
            if isinstance(c.value, Quantity) and c.value.hedge is Hedge.EXACT
        ]
        if not text or len(amounts) != len(rows):
            continue
        place = Place(
            frame.grid.name,
            at + 1,
            cell_name(at, column.at),
            period,
            frame.units.get(column.at, ""),
        )
        read, _ = read_cell(frame.kind, field, frame.grid.raw(at, column.at), text, place)
        total = read[0].value
        if not isinstance(total, Quantity):
            continue
        said, summed = total.amount, sum(amounts, Decimal(0))
        slack = _HALF * _print_step(text, total.amount) * (len(rows) + 1)
        if is_whole(field.unit) and all(a == int(a) for a in amounts):
            slack = Decimal(0)
        if abs(said - summed) > slack:
            yield Problem(
                "total_differs",
                Weight.DOUBTFUL,
                frame.grid.name,
                Bilingual(
                    f"{field.name}合计写{_number(said)}{total.unit}，各行相加为{_number(summed)}{total.unit}",
                    f"the total of {field.english} says {_number(said)} {total.unit}, "
                    f"the rows add up to {_number(summed)}",
                ),
                Bilingual(
                    "核对是否漏行、重行或改过数", "look for a row left out, repeated or changed"
                ),
                at + 1,
                cell_name(at, column.at),
                field.id,
                text,
            )


def _adds_up(field: Field) -> bool:
    return (
        field.type is FieldType.QUANTITY
        and field.measure is Measure.LEVEL
        and field.unit
        not in {
            "%",
            "年",
            "位",
            "级",
            "分",
            "倍",
            "月",
        }
    )


def _print_step(text: str, amount: Decimal) -> Decimal:
    """How much one unit of the last printed digit is worth: 0.1万元 is 1,000 元."""
    digits = re.sub(r"[^\d.]", "", text)
    if not digits or amount == 0:
        return Decimal(1)
    try:
        shown = Decimal(digits)
    except ArithmeticError:
        return Decimal(1)
    if shown == 0:
        return Decimal(1)
    decimals = len(digits.partition(".")[2])
    return abs(amount / shown) * Decimal(10) ** -decimals


def _count(
    frame: Frame, text: str, row: int, column: int, rows: int, with_earlier: int = -1
) -> Iterable[Problem]:
    found = _COUNT.search(text)
    if not found:
        return
    said = int(found[1] or found[2])
    if said not in (rows, with_earlier):
        yield Problem(
            "count_differs",
            Weight.DOUBTFUL,
            frame.grid.name,
            Bilingual(f"此处写{said}，表中有{rows}行", f"says {said}, the table has {rows} rows"),
            Bilingual("核对是否漏行或重行", "look for a row left out or repeated"),
            row + 1,
            cell_name(row, column),
            "",
            text,
        )


def _number(amount: Decimal) -> str:
    return f"{amount.normalize():f}"
