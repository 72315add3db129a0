"""What reading needs from the district's folders, put together once and used for many files."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from ceyuan.authoring.reader import Layout, Look
from ceyuan.catalogue import Catalogue
from ceyuan.catalogue.sorts.reader import Reader
from ceyuan.engines.reading.extract.claims import claims_of
from ceyuan.engines.reading.extract.vocabulary import Vocabulary
from ceyuan.engines.reading.mentions.mechanisms import MechanismNames
from ceyuan.engines.reading.mentions.mentions import mentions_of
from ceyuan.engines.reading.offered import Offered
from ceyuan.engines.reading.read import read
from ceyuan.engines.reading.table.read import TableDesk
from ceyuan.journeys.many_objects import making_many
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

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The indicators of the kinds, compiled for search in text."""
        return Vocabulary(self._catalogue.kinds, self.gazetteer)

    def read(
        self, content: bytes, name: str, *, published: Period | None = None, publisher: str = ""
    ) -> Reading:
        """Read one document with everything the district brings.

        Raises:
            BadInput: the file cannot be read: what, and what to do.
        """
        with making_many():
            return read(
                content,
                name,
                readers=self.readers,
                known_misprints=self.known_misprints,
                extract=self.extract,
                words=self.words,
                published=published,
                publisher=publisher,
            )

    def extract(
        self, look: Look, layout: Layout, log: EditLog, published: Period | None
    ) -> Iterable[Claim]:
        """The machine's own way with a text: every indicator of the vocabulary."""
        return claims_of(look, layout, log, vocabulary=self.vocabulary, published=published)

    def named(self, reading: Reading) -> Reading:
        """The reading with whom and what its text names and tells; sheets are left as they are."""
        text = reading.log.clean
        if not text:
            return reading
        look = Look(reading.document.name, reading.document.media, text, ())
        layout = Layout(reading.parts, title=reading.document.title)
        with making_many():
            told = mentions_of(
                look,
                layout,
                reading.log,
                reading.claims,
                vocabulary=self.vocabulary,
                names=self.mechanism_names,
                published=reading.document.published,
            )
        return replace(reading, mentions=told)

    @cached_property
    def mechanism_names(self) -> MechanismNames:
        """The ways of working that have an official name."""
        return MechanismNames(self._catalogue.mechanism_names)

    @cached_property
    def tables(self) -> TableDesk:
        """The headings of the kinds, compiled for reading registers."""
        return TableDesk(self._catalogue.forms.values())

    def words(self, log: EditLog, published: Period | None) -> Offered:
        """What a reader with claims of its own is given for one document."""
        return Offered(
            self._catalogue.forms,
            self.tables,
            lambda look, layout: self.extract(look, layout, log, published),
            published,
        )

    def first_place_in(self, said: str) -> Place | None:
        """The first place that a title or a publisher names."""
        spots = [
            (said.find(printed), -len(printed), code)
            for printed, code in self.gazetteer.names()
            if printed in said
        ]
        return self.gazetteer.place(min(spots)[2]) if spots else None
