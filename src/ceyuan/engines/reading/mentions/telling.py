"""A text sentence by sentence, with whom each clause is about and when it happened."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ceyuan.authoring.reader import Layout
from ceyuan.engines.reading.extract.about import page_of
from ceyuan.engines.reading.extract.chunk import Chunk, Sort
from ceyuan.engines.reading.extract.evened import evened
from ceyuan.engines.reading.extract.meaning import Meanings
from ceyuan.engines.reading.extract.speaker import Speakers
from ceyuan.engines.reading.extract.subject import NOBODY, Subject
from ceyuan.engines.reading.extract.text import Text, lines_in, text_of
from ceyuan.engines.reading.extract.topic import Topics
from ceyuan.engines.reading.extract.vocabulary import Vocabulary
from ceyuan.model.period import Period, parse_period
from ceyuan.model.period_phrase import FoundPeriod
from ceyuan.model.section import Section

_SENTENCE = re.compile(r"[^。!?\n]+[。!?]*[\"')]*")
_NAMING = frozenset((Sort.NAME, Sort.PLACE, Sort.WHOLE, Sort.AGAIN))
#: Point back to the day told last.
_SAME_DAY = re.compile(r"同日|当天|当日|会上|活动现场|仪式上|现场")
#: Shortly before the text appeared.
_LATELY = re.compile(r"近日|日前|近期|最近|昨日|今日")
_YEAR, _MONTH, _DAY = 370, 31, 0


@dataclass(slots=True)
class Named:
    """A place or body at chunk `at` of a row, as the text means it."""

    at: int
    subject: Subject
    sort: str


@dataclass(slots=True)
class Clause:
    """Chunks `[first, end)` of a sentence between two marks; `about` is whom it goes on about."""

    first: int
    end: int
    about: Subject
    names: list[Named] = field(default_factory=list)


@dataclass(slots=True)
class Sentence:
    """One sentence of an article: its row of chunks and its clauses.

    `start` and `end` are places in the evened text, `when` the time it goes on about, `speaker`
    whom 我们 means; `reported` says that it reports a speaker's words.
    """

    text: Text
    row: list[Chunk]
    start: int
    end: int
    section: Section
    clauses: list[Clause]
    when: Period | None
    speaker: Subject = NOBODY
    reported: bool = False

    def when_at(self, place: int) -> Period | None:
        """The time told last before a place, else what the sentence goes on about."""
        told = [
            p.period
            for p in self.text.periods_in(self.start, place)
            if p.period is not None and p.kind in ("flow", "stock")
        ]
        return told[-1] if told else self.when

    def words(self, clause: Clause) -> str:
        """The words of a clause."""
        if clause.end <= clause.first:
            return ""
        return self.text.even[self.row[clause.first].start : self.row[clause.end - 1].end]

    def place(self, clause: Clause) -> int:
        """Where a clause begins in the evened text."""
        return self.row[clause.first].start

    @property
    def said(self) -> str:
        """The whole sentence."""
        return self.text.even[self.start : self.end]


@dataclass(slots=True)
class Telling:
    """A laid-out text, ready to be gone through for what it tells."""

    text: Text
    layout: Layout
    vocabulary: Vocabulary
    published: Period | None
    meanings: Meanings
    speakers: Speakers

    def paragraphs(self) -> Iterator[list[Sentence]]:
        """The sentences of the article and its teasers by paragraphs; furniture is left out."""
        for part in self.layout.parts:
            if part.section is Section.BOILERPLATE:
                continue
            topics = Topics(self.meanings)
            times = _Times(self.text.periods, self.published)
            for first, last in lines_in(self.text.even, part.start, part.end):
                topics.begin_paragraph()
                times.begin_paragraph()
                speaker = self.speakers.of(first, last, topics, self.text.row)
                if speaker.name:
                    topics.topic = topics.lead = speaker
                yield [
                    self._sentence(*match.span(), part.section, topics, times, speaker)
                    for match in _SENTENCE.finditer(self.text.even, first, last)
                ]

    def _sentence(
        self,
        start: int,
        end: int,
        section: Section,
        topics: Topics,
        times: "_Times",
        speaker: Subject,
    ) -> Sentence:
        row = self.text.row(start, end)
        clauses = []
        for first, last, about in topics.clauses(row):
            clause = Clause(first, last, about)
            for at in range(first, last):
                if row[at].sort in _NAMING:
                    subject = topics.subject_of(row[at])
                    if subject.name:
                        clause.names.append(Named(at, subject, row[at].load or ""))
            clauses.append(clause)
        when = times.of(self.text.even, start, end)
        return Sentence(self.text, row, start, end, section, clauses, when, speaker)


def telling_of(
    clean: str, layout: Layout, *, vocabulary: Vocabulary, published: Period | None
) -> Telling:
    """The text with everything found in it; relative times are resolved against `published`."""
    text = text_of(evened(clean), vocabulary, published)
    title = text_of(evened(layout.title), vocabulary, published)
    main = [p for p in layout.parts if p.section is Section.MAIN]
    page = page_of(
        layout.about,
        title.row(0, len(title.even)),
        [f for part in main for f in text.wordings(part.start, part.end)],
        text.even,
        vocabulary.gazetteer,
    )
    meanings = Meanings(vocabulary.gazetteer, page.about, page.places)
    return Telling(text, layout, vocabulary, published, meanings, Speakers(text.even))


def written(period: Period | None) -> str | None:
    """A time as precise as it is one: a day, a month, a year; None where it is longer."""
    if period is None:
        return None
    days = (period.end - period.start).days
    if days == _DAY:
        return period.start.isoformat()
    if days < _MONTH and period.start.month == period.end.month:
        return f"{period.start:%Y-%m}"
    if days < _YEAR and period.start.year == period.end.year:
        return str(period.start.year)
    return None


class _Times:
    """The time each sentence tells of, or goes on about."""

    def __init__(self, periods: Sequence[FoundPeriod], published: Period | None) -> None:
        self._told = [p for p in periods if p.period is not None and p.kind in ("flow", "stock")]
        self._at = [p.start for p in self._told]
        self._published = published
        self._here: Period | None = None
        self._day: Period | None = None

    def begin_paragraph(self) -> None:
        """A time goes on within its paragraph only, a day (同日) beyond it."""
        self._here = None

    def of(self, even: str, start: int, end: int) -> Period | None:
        said = self._told[bisect_left(self._at, start) : bisect_right(self._at, end)]
        if said:
            self._here = said[0].period
            days = [p.period for p in said if p.period and p.period.start == p.period.end]
            if days:
                self._day = days[0]
            return said[0].period
        if _SAME_DAY.search(even, start, end):
            return self._day
        if _LATELY.search(even, start, end) and self._published is not None:
            return parse_period(f"{self._published.end:%Y-%m}")
        return self._here
