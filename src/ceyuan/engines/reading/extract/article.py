"""Reads one article or one line of a list: keeps whom and when it goes on about."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ceyuan.engines.reading.extract.about import Page
from ceyuan.engines.reading.extract.block import Block
from ceyuan.engines.reading.extract.chunk import CLAUSE_ENDS, Chunk, Sort
from ceyuan.engines.reading.extract.footing import footing
from ceyuan.engines.reading.extract.meaning import Meanings
from ceyuan.engines.reading.extract.naming import Named
from ceyuan.engines.reading.extract.raw import Raw
from ceyuan.engines.reading.extract.sentence import figures_of
from ceyuan.engines.reading.extract.sharing import sharers
from ceyuan.engines.reading.extract.speaker import Speakers
from ceyuan.engines.reading.extract.spot import Memory, Said
from ceyuan.engines.reading.extract.subject import NOBODY, Subject
from ceyuan.engines.reading.extract.text import Text, lines_in
from ceyuan.engines.reading.extract.timing import Times
from ceyuan.engines.reading.extract.topic import Topics
from ceyuan.engines.reading.extract.vocabulary import Vocabulary
from ceyuan.model.claim import Claim
from ceyuan.model.measure import Measure
from ceyuan.model.period import Period, parse_period
from ceyuan.model.printed_quantity import FoundQuantity
from ceyuan.model.quantity import Quantity
from ceyuan.model.section import Section
from ceyuan.model.standing import Standing

_SENTENCE = re.compile(r"[^。!?\n]*(?:[。!?]+[\"')]*|\n|$)")
#: Paragraphs without figures whose names 该院 may still point back to.
_LOOK_BACK = 3
#: Properties of a thing that hold whenever they are told.
_TIMELESS = frozenset(
    "总投资 占地面积 建筑面积 规划面积 年产值 年工业增加值 年税收 载体面积".split()
)
#: What a proportion was and what it became, which the period tells.
_STEPS = ("formerly", "finally", "below")
_SITES = frozenset(("park_or_zone", "incubator", "project", "platform", "research_institute"))
_BESIDE = frozenset("的 内 里 内的 共 已 现 累计".split())
_WITHIN = frozenset("内 里 内的 的".split())
_BEFORE_WHOM = frozenset("在 为 是 使 的 以来 同时 其中".split())


class Article:
    """One article of a text; `section` and plain `standing` are what its claims get."""

    def __init__(
        self,
        text: Text,
        vocabulary: Vocabulary,
        page: Page,
        times: Times,
        standing: Standing,
        section: Section,
        raw: Raw,
    ) -> None:
        self._text = text
        self._vocabulary = vocabulary
        self._times = times
        self._standing = self._plain = standing
        self._speakers = Speakers(text.even)
        self._means = Meanings(vocabulary.gazetteer, page.about, page.places)
        self._topics = Topics(self._means, self._passed_over)
        self._section, self._raw = section, raw
        self._unread: list[tuple[int, int]] = []

    def read(self, start: int, end: int, blocks: Sequence[Block] = ()) -> Iterator[Claim]:
        """The claims of the paragraphs in a run."""
        headed = iter(b for b in blocks if b.towards)
        block = next(headed, None)
        for first, last in lines_in(self._text.even, start, end):
            while block is not None and first >= block.start:
                if block.told is not None:
                    self._times.begin_block(block.told)
                self._standing = Standing.TARGET if block.towards == "ahead" else self._plain
                block = next(headed, None)
            self._times.begin_paragraph(first)
            if self._text.has_figures(first, last):
                self._topics.begin_paragraph()
                yield from self._paragraph(first, last)
            else:
                self._unread.append((first, last))
                self._times.pass_sentence(first, last)

    def _passed_over(self) -> Iterator[list[Chunk]]:
        """The rows of the paragraphs just before, which stated nothing; each is given once."""
        unread, self._unread = self._unread[-_LOOK_BACK:], []
        for first, last in unread:
            yield self._text.row(first, last)

    def _paragraph(self, start: int, end: int) -> Iterator[Claim]:
        memory = Memory()
        speaker = self._speakers.of(start, end, self._topics, self._text.row)
        if speaker.name:
            self._topics.topic = self._topics.lead = speaker
        for match in _SENTENCE.finditer(self._text.even, start, end):
            first, last = match.span()
            if first == last:
                continue
            row = self._text.row(first, last)
            clauses = self._topics.clauses(row)
            if self._text.has_figures(first, last):
                yield from self._sentence(first, row, clauses, memory)
            self._times.pass_sentence(first, last)

    def _sentence(
        self,
        start: int,
        row: list[Chunk],
        clauses: list[tuple[int, int, Subject]],
        memory: Memory,
    ) -> Iterator[Claim]:
        whom = [NOBODY] * len(row)
        for first, last, subject in clauses:
            whom[first:last] = [subject] * (last - first)
        kinds = [subject.kind for subject in whom]
        shared = sharers(row)
        for i, said in figures_of(row, self._text.even, memory, self._vocabulary, kinds):
            if i in shared:
                subject = self._topics.subject_of(shared[i])
            else:
                subject = self._whose(row, i, said, whom[i])
            yield self._claim(row, i, said, subject, start)

    def _whose(self, row: list[Chunk], i: int, said: Said, subject: Subject) -> Subject:
        """The subject of the clause, unless a name right beside the figure is meant."""
        chunk = _site_after(row, i, said) or _name_beside(row, said)
        return self._topics.subject_of(chunk) if chunk is not None else subject

    def _claim(
        self, row: list[Chunk], i: int, said: Said, subject: Subject, sentence: int
    ) -> Claim:
        found: FoundQuantity = row[i].load
        standing, marks = footing(row, i, self._standing)
        phrase = self._times.phrase_for(sentence, found.start)
        if phrase is not None and phrase.kind == "target" and standing is self._plain:
            standing = Standing.TARGET
        told = self._times.period_of(
            phrase,
            measure=said.measure,
            stock=said.named.stock,
            future=standing in (Standing.EXPECTED, Standing.TARGET),
            timeless=_timeless(said.named, subject),
            home=subject.name == self._means.about.name,
            yearly="annual_average" in said.qualifiers,
            at=found.start,
        )
        span = (
            min(row[said.start].start, found.start),
            max(row[said.end].end, found.end),
        )
        place = self._raw.place(*span)
        return Claim(
            subject=f"{subject.name}{said.named.part}" if subject.name else "",
            kind=subject.kind,
            property=said.named.property,
            indicator=said.named.indicator,
            value=_value(found.quantity, said),
            measure=said.measure,
            period=_stepped(told.period, said.qualifiers),
            standing=standing,
            section=self._section,
            locator=place,
            quote=self._raw.words(place),
            clean_span=span,
            qualifiers=tuple(
                dict.fromkeys((*(q for q in said.qualifiers if q not in _STEPS), *marks))
            ),
            note=told.note,
            extra={"place": subject.code, "told": told.told},
        )


def _timeless(named: Named, subject: Subject) -> bool:
    """Whether it is a property of a thing: its site, its planned investment."""
    if named.indicator in _TIMELESS or named.indicator.endswith(_SITE_AREAS):
        return True
    return named.family == "area" and subject.kind != "district"


_SITE_AREAS = ("占地面积", "建筑面积", "规划面积", "区域面积", "幅员面积", "总面积")


def _value(quantity: Quantity, said: Said) -> Quantity:
    """The amount in the unit of its field where that says more: 11件 of 件/万人."""
    unit = said.named.unit
    if unit == "百分点":
        lower = "below" in said.qualifiers and quantity.amount > 0
        return replace(quantity, unit=unit, amount=-quantity.amount if lower else quantity.amount)
    if unit and said.measure is Measure.LEVEL and quantity.unit not in (unit, "%"):
        return replace(quantity, unit=unit)
    return quantity


def _stepped(period: Period | None, qualifiers: tuple[str, ...]) -> Period | None:
    """由…调整为: the year before the time told, and its last year."""
    if period is None:
        return None
    if "formerly" in qualifiers:
        return parse_period(str(period.start.year - 1))
    if "finally" in qualifiers and period.start.year < period.end.year:
        return parse_period(str(period.end.year))
    return period


def _site_after(row: list[Chunk], i: int, said: Said) -> Chunk | None:
    """30平方公里的[中新科技城]: the name that follows is whose area it is."""
    last = row[said.end]
    return last if said.end > i and last.sort == Sort.NAME and last.load in _SITES else None


def _name_beside(row: list[Chunk], said: Said) -> Chunk | None:
    """A name or place right before the words of the figure is whom it is about."""
    k = said.start - 1
    while k >= 0 and row[k].sort == Sort.WORD and row[k].text in _BESIDE:
        k -= 1
    if k < 0 or row[k].sort not in (Sort.NAME, Sort.PLACE, Sort.AGAIN):
        return None
    if row[k].sort == Sort.NAME and row[k].load in ("government_body", "event"):
        return None
    if k == 0 or (k < said.start - 1 and row[k + 1].text in _WITHIN):
        return row[k]
    before = row[k - 1]
    if row[k].sort == Sort.PLACE and k == said.start - 1 and before.nominal:
        return row[k]
    if before.sort == Sort.PERIOD or (before.sort == Sort.MARK and before.text in CLAUSE_ENDS):
        return row[k]
    if before.text == "、" and k > 1 and row[k - 2].sort == Sort.FIGURE:
        return row[k]
    return row[k] if before.sort == Sort.WORD and before.text in _BEFORE_WHOM else None
