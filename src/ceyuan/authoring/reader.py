"""The words a reader is written in.

A reader is a folder with `card.toml`, `reader.py` and `examples.toml`. Its functions:

    @bids      def …(look) -> float          how sure it is that the document is its own, 0 to 1
    @lays_out  def …(look) -> Layout         which lines are article, teaser, side list, furniture
    @claims    def …(look, layout, words) -> Iterable[Claim]      optional: what the document states

The highest bid reads. A reader without `@claims` gets the machine's: every indicator of the
vocabulary in the parts it laid out.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Protocol

from ceyuan.authoring.marks import marked
from ceyuan.model.claim import Claim
from ceyuan.model.period import Period
from ceyuan.model.quantity import Quantity
from ceyuan.model.section import Part
from ceyuan.model.standing import Standing
from ceyuan.model.table import TableReading

bids = marked("bids")
lays_out = marked("lays_out")
claims = marked("claims")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the repaired text: `text == look.text[start:end]`, without its line break."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a workbook or a table of a page.

    `rows` are lists of cells as stored (str, int, float, bool, date, datetime or None), all of
    one length; `merged` are ranges like `A1:D1`.
    """

    name: str
    rows: tuple[tuple[Any, ...], ...]
    merged: tuple[str, ...] = ()
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """What a reader is shown: the file's name and media type, the repaired text, the sheets.

    `printed` holds what the file itself says about its making (title, date, publisher of an HTML
    page or of a .docx), where it does. `damage` counts the repairs by their reason.
    """

    name: str
    media: str
    text: str
    lines: tuple[Line, ...]
    sheets: tuple[Sheet, ...] = ()
    printed: dict[str, str] = field(default_factory=dict)
    damage: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Layout:
    """What a reader says of a page.

    Attributes:
        parts: the sections, in order, covering the repaired text.
        title: headline without boilerplate; empty where there is none.
        publisher: who published it, as printed.
        published: day or month printed on the page; None where there is none.
        about: whom the page speaks of when a sentence says 全区 or names nobody.
        standing: the standing of plain figures on such a page.
    """

    parts: tuple[Part, ...]
    title: str = ""
    publisher: str = ""
    published: Period | None = None
    about: str = ""
    standing: Standing = Standing.REPORTED


class Words(Protocol):
    """What the machine offers a reader that makes its own claims."""

    def indicators(self, look: Look, layout: Layout) -> Iterable[Claim]:
        """Every indicator of the vocabulary that the laid-out parts state."""
        ...

    def quantity(self, printed: str, unit: str = "") -> Quantity:
        """A printed amount; `unit` where the print carries none. Raises BadInput."""
        ...

    def period(self, printed: str, published: Period | None) -> Period | None:
        """A printed period, resolved against the date of publication; None if it cannot be."""
        ...

    def table(self, look: Look) -> TableReading:
        """The registers on the sheets of a document: which table holds what, row by row."""
        ...

    def stated(self, table: TableReading) -> Iterable[Claim]:
        """Every value of every row as a claim about the thing the row names."""
        ...
