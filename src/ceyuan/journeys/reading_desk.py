"""What reading needs from the district's folders, put together once and used for many files."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from ceyuan.authoring.reader import Layout, Look
from ceyuan.catalogue import Catalogue
from ceyuan.catalogue.sorts.reader import Reader
from ceyuan.engines.reading.read import read
from ceyuan.model.claim import Claim
from ceyuan.model.edit import EditLog
from ceyuan.model.period import Period
from ceyuan.model.place import Gazetteer, Place
from ceyuan.model.reading import Reading


class ReadingDesk:
    """Readers, vocabulary and places of one catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    @property
    def readers(self) -> Sequence[Reader]:
        """The readers of the district."""
        return self._catalogue.readers

    @property
    def gazetteer(self) -> Gazetteer:
        """The places."""
        return self._catalogue.gazetteer

    @cached_property
    def known_misprints(self) -> Mapping[str, str]:
        """Look-alike names and what they stand for."""
        return self.gazetteer.misprints()

    def read(
        self, content: bytes, name: str, *, published: Period | None = None, publisher: str = ""
    ) -> Reading:
        """Read one document with everything the district brings.

        Raises:
            BadInput: the file cannot be read: what, and what to do.
        """
        return read(
            content,
            name,
            readers=self.readers,
            known_misprints=self.known_misprints,
            extract=self.extract,
            published=published,
            publisher=publisher,
        )

    def extract(
        self, look: Look, layout: Layout, log: EditLog, published: Period | None
    ) -> Iterable[Claim]:
        """The machine's own way with a text: every indicator of the vocabulary."""
        return ()

    def first_place_in(self, said: str) -> Place | None:
        """The first place that a title or a publisher names."""
        spots = [
            (said.find(printed), -len(printed), code)
            for printed, code in self.gazetteer.names()
            if printed in said
        ]
        return self.gazetteer.place(min(spots)[2]) if spots else None
