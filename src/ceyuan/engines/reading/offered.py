"""What the machine offers a reader that makes its own claims, for one document."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from ceyuan.authoring.reader import Layout, Look, Sheet
from ceyuan.engines.reading.table.claims import claims_of_tables
from ceyuan.engines.reading.table.grid import printed
from ceyuan.engines.reading.table.read import TableDesk
from ceyuan.engines.reading.table.register_json import register_json
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.claim import Claim
from ceyuan.model.kind import Kind
from ceyuan.model.period import Period
from ceyuan.model.period_phrase import parse_period_phrase
from ceyuan.model.printed_quantity import parse_quantity
from ceyuan.model.quantity import Quantity
from ceyuan.model.reading import Remark
from ceyuan.model.table import TableReading, Weight

#: Cells of one document kept for showing; a larger sheet is shown in part.
_SHOWN_CELLS = 400_000
#: Lines above the first table of a letter that may be its titles.
_MOST_TITLES = 4
_LONGEST_TITLE = 60


class Offered:
    """The words of `authoring.reader.Words`, over the kinds of a district."""

    def __init__(
        self,
        kinds: Mapping[str, Kind],
        desk: TableDesk,
        indicators: Callable[[Look, Layout], Iterable[Claim]],
        published: Period | None,
    ) -> None:
        self._kinds = kinds
        self._desk = desk
        self._indicators = indicators
        self._published = published
        self._read: tuple[Look, TableReading] | None = None

    def indicators(self, look: Look, layout: Layout) -> Iterable[Claim]:
        """Every indicator of the vocabulary that the laid-out parts state."""
        return self._indicators(look, layout)

    def quantity(self, printed: str, unit: str = "") -> Quantity:
        """A printed amount; `unit` where the print carries none. Raises BadInput."""
        return parse_quantity(printed, unit)

    def period(self, printed: str, published: Period | None) -> Period | None:
        """A printed period, resolved against the date of publication; None if it cannot be."""
        return parse_period_phrase(printed, published)

    def table(self, look: Look) -> TableReading:
        """The registers on the sheets of a document, read once."""
        if self._read is None or self._read[0] is not look:
            read = self._desk.read(
                look.sheets,
                name=look.name,
                published=self._published,
                titles=_lines_above(look),
            )
            self._read = (look, read)
        return self._read[1]

    def stated(self, table: TableReading) -> Iterable[Claim]:
        """Every value of every row as a claim about the thing the row names."""
        return claims_of_tables(table, self._kinds)

    def kept_table(self) -> dict[str, Any]:
        """What a reading keeps of the sheets: `grids` as printed, `register` as read --json gives it.

        Empty where the reader did not ask for the table.
        """
        if self._read is None:
            return {}
        look, table = self._read
        return {"grids": _grids(look.sheets), "register": register_json(table, self._kinds)}

    def remarks(self) -> tuple[Remark, ...]:
        """What a person should know of the table in a few sentences; the cells are in `problems`."""
        if self._read is None:
            return ()
        return tuple(_remarks(self._read[1]))


def _lines_above(look: Look) -> list[str]:
    """The short lines of a letter or a page before the words of its first table."""
    if not look.text or not look.sheets:
        return []
    cells = {
        str(value).strip() for row in look.sheets[0].rows[:2] for value in row if value is not None
    }
    above: list[str] = []
    for line in look.lines:
        text = line.text.strip()
        if any(text.startswith(cell) for cell in cells if cell):
            break
        if 4 <= len(text) <= _LONGEST_TITLE and not text.endswith(("。", "；", "，")):
            above.append(text)
    return above[-_MOST_TITLES:]


def _grids(sheets: Iterable[Sheet]) -> list[dict[str, Any]]:
    left = _SHOWN_CELLS
    grids = []
    for sheet in sheets:
        width = max(1, len(sheet.rows[0]) if sheet.rows else 1)
        shown = sheet.rows[: max(0, left // width)]
        left -= len(shown) * width
        grids.append(
            {
                "name": sheet.name,
                "rows": [[printed(value) for value in row] for row in shown],
                "merged": list(sheet.merged),
                "hidden": sheet.hidden,
                "more": len(sheet.rows) - len(shown),
            }
        )
    return grids


def _remarks(table: TableReading) -> Iterable[Remark]:
    if not table.tables:
        yield Remark(
            Bilingual(
                "文件里没有已知的登记表：没有读出任何行",
                "no register of a known kind in the file: no row was read",
            )
        )
    for ignored in table.ignored:
        yield Remark(
            Bilingual(
                f"工作表“{ignored.sheet}”未读取：{ignored.reason.zh}",
                f"sheet {ignored.sheet!r} was not read: {ignored.reason.en}",
            ),
            where=ignored.sheet,
        )
    for weight in (Weight.UNREADABLE, Weight.DOUBTFUL):
        found = [p for p in table.problems if p.weight is weight]
        if found:
            first = found[0]
            yield Remark(
                Bilingual(
                    f"{weight.term.zh} {len(found)} 处，第一处：{first.what.zh}",
                    f"{weight.term.en}: {len(found)}; the first: {first.what.en}",
                ),
                where=f"{first.sheet}!{first.cell}" if first.cell else first.sheet,
            )
