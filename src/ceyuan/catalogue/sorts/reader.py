"""Readers: what turns a document into claims."""

from collections.abc import Callable, Iterable

from ceyuan.authoring.reader import Layout, Look, Words
from ceyuan.catalogue.example import ReadingExample
from ceyuan.catalogue.item import Item
from ceyuan.catalogue.sort import Role, Sort
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.claim import Claim


class Reader(Item):
    """A reader of the district."""

    @property
    def bids(self) -> Callable[[Look], float]:
        """How sure it is that a document is its own, 0 to 1."""
        return self.one("bids")

    @property
    def lays_out(self) -> Callable[[Look], Layout]:
        """Which lines are article, teaser, side list, furniture."""
        return self.one("lays_out")

    @property
    def claims(self) -> Callable[[Look, Layout, Words], Iterable[Claim]] | None:
        """What the document states, in the reader's own way; None where the machine's will do."""
        return self.maybe("claims")


SORT = Sort(
    name="reader",
    term=Bilingual("读取器", "reader"),
    place="readers",
    file="reader.py",
    roles=(
        Role("bids", ("look",)),
        Role("lays_out", ("look",)),
        Role("claims", ("look", "layout", "words"), required=False),
    ),
    example=ReadingExample,
    item=Reader,
)
