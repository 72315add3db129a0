"""Reads teasers and side lists: every line starts afresh, with its own place and time."""

import re
from collections.abc import Iterator

from ceyuan.engines.reading.extract.about import Page
from ceyuan.engines.reading.extract.article import Article
from ceyuan.engines.reading.extract.meaning import Meanings
from ceyuan.engines.reading.extract.raw import Raw
from ceyuan.engines.reading.extract.subject import NOBODY, Subject
from ceyuan.engines.reading.extract.text import Text, lines_in
from ceyuan.engines.reading.extract.timing import Times
from ceyuan.engines.reading.extract.vocabulary import PLACE, Vocabulary
from ceyuan.model.claim import Claim
from ceyuan.model.period import Period
from ceyuan.model.section import Section
from ceyuan.model.standing import Standing

_BULLET = re.compile(r"\s*(?:[·•●○■□◆◇★☆►▶\-–*+]|\d{1,2}[.、])\s?")


def read_teasers(
    text: Text,
    vocabulary: Vocabulary,
    start: int,
    end: int,
    published: Period | None,
    standing: Standing,
    section: Section,
    raw: Raw,
) -> Iterator[Claim]:
    """The claims of a list; an indented line goes on with the bullet before it."""
    about = NOBODY
    for first, last in lines_in(text.even, start, end):
        line = text.even[first:last]
        if not line.strip():
            continue
        starts = bool(_BULLET.match(line))
        if starts or not line[:1].isspace() or not about.name:
            own = _place_in(text, vocabulary, first, last)
            if own.name or starts:
                about = own
        if text.has_figures(first, last):
            times = Times(text.periods, published, None, text.even)
            article = Article(text, vocabulary, Page(about), times, standing, section, raw)
            yield from article.read(first, last)


def _place_in(text: Text, vocabulary: Vocabulary, start: int, end: int) -> Subject:
    """The first place a line names, or one inside it named later."""
    means, best = Meanings(vocabulary.gazetteer, NOBODY), NOBODY
    for found in text.wordings(start, end):
        if found.sort != PLACE:
            continue
        subject = means.place(found.key, text.even[found.start : found.end])
        if not best.name or means.inside(best.code, subject.code):
            best = subject
    return best
