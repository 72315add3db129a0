"""The door: every figure of a laid-out text as a claim, with the passage that shows it."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ceyuan.authoring.reader import Layout, Look
from ceyuan.engines.reading.extract.about import subject_of_page
from ceyuan.engines.reading.extract.block import Block, blocks_of
from ceyuan.engines.reading.extract.chunk import CLAUSE_ENDS, Chunk, Sort, chunks_of
from ceyuan.engines.reading.extract.distractor import is_figure
from ceyuan.engines.reading.extract.footing import footing
from ceyuan.engines.reading.extract.mention import named
from ceyuan.engines.reading.extract.same import merged
from ceyuan.engines.reading.extract.sentence import figures_of
from ceyuan.engines.reading.extract.speaker import Speakers
from ceyuan.engines.reading.extract.spot import Memory, Said
from ceyuan.engines.reading.extract.subject import NOBODY, Subject, Topics
from ceyuan.engines.reading.extract.timing import Times
from ceyuan.engines.reading.extract.vocabulary import EVEN, PLACE, Found, Vocabulary
from ceyuan.model.claim import Claim
from ceyuan.model.edit import EditLog
from ceyuan.model.locator import TextSpan
from ceyuan.model.measure import Measure
from ceyuan.model.period import Period, parse_period
from ceyuan.model.period_phrase import FoundPeriod, find_periods
from ceyuan.model.printed_quantity import FoundQuantity, find_quantities
from ceyuan.model.section import Section
from ceyuan.model.standing import Standing

_SENTENCE = re.compile(r"[^。!?\n]*(?:[。!?]+[\"')]*|\n|$)")
_BULLET = re.compile(r"\s*(?:[·•●○■□◆◇★☆►▶\-–*+]|\d{1,2}[.、])\s?")


def claims_of(
    look: Look,
    layout: Layout,
    log: EditLog,
    *,
    vocabulary: Vocabulary,
    published: Period | None,
) -> tuple[Claim, ...]:
    """What the text states, in its order; the same figure said again is in `also_at`.

    Places come from the vocabulary's gazetteer. Furniture is not read. Teasers and side lists
    are read line by line, each with its own subject and time.

    Args:
        look: the repaired text.
        layout: its parts, title, and whom it is about.
        log: takes places of the repaired text to places of the raw text.
        vocabulary: see `compile_vocabulary`.
        published: what relative periods are resolved against; None leaves them unknown.
    """
    return tuple(merged(_claims(look, layout, log, vocabulary, published)))


@dataclass(slots=True)
class _Text:
    """A text with everything that was found in it, each in order."""

    even: str
    figures: list[FoundQuantity]
    periods: list[FoundPeriod]
    found: list[Found]
    _figure_starts: list[int]
    _period_starts: list[int]
    _found_starts: list[int]

    def row(self, start: int, end: int) -> list[Chunk]:
        """The chunks of a run, with names joined."""
        a, b = bisect_left(self._figure_starts, start), bisect_left(self._figure_starts, end)
        c, d = bisect_left(self._period_starts, start), bisect_left(self._period_starts, end)
        e, f = bisect_left(self._found_starts, start), bisect_left(self._found_starts, end)
        row = chunks_of(
            self.even, start, end, self.figures[a:b], self.periods[c:d], self.found[e:f]
        )
        return named(row, self.even)

    def has_figures(self, start: int, end: int) -> bool:
        """Whether any figure stands in a run."""
        at = bisect_left(self._figure_starts, start)
        return at < len(self._figure_starts) and self._figure_starts[at] < end


def _text_of(
    words: str,
    vocabulary: Vocabulary,
    published: Period | None,
    blocks: Sequence[Block] = (),
) -> _Text:
    even = words.translate(EVEN)
    figures = [f for f in find_quantities(even) if is_figure(f, even)]
    periods = find_periods(even, published)
    for block in blocks:
        if block.seen_from is not None:
            periods = _seen_from(periods, even, block)
    found = vocabulary.find(even)
    return _Text(
        even,
        figures,
        periods,
        found,
        [f.start for f in figures],
        [p.start for p in periods],
        [f.start for f in found],
    )


def _seen_from(periods: list[FoundPeriod], even: str, block: Block) -> list[FoundPeriod]:
    """The phrases with those of a block that looks back resolved from the end of its year."""
    again = find_periods(even[block.start : block.end], block.seen_from)
    moved = [replace(p, start=p.start + block.start, end=p.end + block.start) for p in again]
    before = [p for p in periods if p.start < block.start]
    return [*before, *moved, *(p for p in periods if p.start >= block.end)]


def _claims(
    look: Look, layout: Layout, log: EditLog, vocabulary: Vocabulary, published: Period | None
) -> Iterator[Claim]:
    even = look.text.translate(EVEN)
    blocks = blocks_of(even, _lines(even, 0, len(even)), published)
    text = _text_of(look.text, vocabulary, published, blocks)
    if not text.figures:
        return
    main = [p for p in layout.parts if p.section is Section.MAIN]
    in_main = [f for f in text.found if any(p.start <= f.start < p.end for p in main)]
    title = _text_of(layout.title, vocabulary, published)
    about = subject_of_page(
        layout.about, title.row(0, len(title.even)), in_main, text.even, vocabulary.gazetteer
    )
    carried = next((p for p in reversed(title.periods) if p.kind == "flow" and p.period), None)
    for part in layout.parts:
        if part.section is Section.BOILERPLATE or not text.has_figures(part.start, part.end):
            continue
        if part.section is Section.MAIN:
            reader = _Reader(
                text,
                vocabulary,
                about,
                Times(text.periods, published, carried, text.even),
                layout.standing,
            )
            passages = reader.article(part.start, part.end, blocks)
        else:
            passages = _teasers(text, vocabulary, part.start, part.end, published, layout.standing)
        for claim in passages:
            yield _placed(replace(claim, section=part.section), log)


def _teasers(
    text: _Text,
    vocabulary: Vocabulary,
    start: int,
    end: int,
    published: Period | None,
    standing: Standing,
) -> Iterator[Claim]:
    """Teasers and list lines: each starts afresh; an indented line goes on with the one before."""
    about = NOBODY
    for first, last in _lines(text.even, start, end):
        line = text.even[first:last]
        if not line.strip():
            continue
        if _BULLET.match(line) or not line[:1].isspace() or not about.name:
            own = _place_at_head(text, vocabulary, first, last)
            if own.name or _BULLET.match(line):
                about = own
        if text.has_figures(first, last):
            reader = _Reader(
                text, vocabulary, about, Times(text.periods, published, None, text.even), standing
            )
            yield from reader.article(first, last)


def _place_at_head(text: _Text, vocabulary: Vocabulary, start: int, end: int) -> Subject:
    topics = Topics(vocabulary.gazetteer, NOBODY)
    best = NOBODY
    for found in text.found[
        bisect_left(text._found_starts, start) : bisect_left(text._found_starts, end)
    ]:
        if found.sort == PLACE:
            subject = topics.place(found.key, text.even[found.start : found.end])
            gazetteer = vocabulary.gazetteer
            if not best.name or (
                gazetteer is not None
                and best.code != subject.code
                and gazetteer.contains(best.code, subject.code)
            ):
                best = subject
    return best


class _Reader:
    """Reads one article or line: keeps whom and when it goes on about."""

    def __init__(
        self, text: _Text, vocabulary: Vocabulary, about: Subject, times: Times, standing: Standing
    ) -> None:
        self._text = text
        self._vocabulary = vocabulary
        self._times = times
        self._standing = self._plain = standing
        self._speakers = Speakers(text.even)
        self._topics = Topics(vocabulary.gazetteer, about)
        self._unread: list[tuple[int, int]] = []

    def article(self, start: int, end: int, blocks: Sequence[Block] = ()) -> Iterator[Claim]:
        """The claims of the paragraphs in a run."""
        ahead = iter(b for b in blocks if b.towards)
        block = next(ahead, None)
        for first, last in _lines(self._text.even, start, end):
            while block is not None and first >= block.start:
                self._times.begin_block(block.told)
                self._standing = Standing.TARGET if block.towards == "ahead" else self._plain
                block = next(ahead, None)
            self._times.begin_paragraph(first)
            if self._text.has_figures(first, last):
                self._catch_up()
                self._topics.begin_paragraph()
                yield from self._paragraph(first, last)
            else:
                self._unread.append((first, last))
                self._times.pass_sentence(first, last)

    def _catch_up(self) -> None:
        """Take the names from the paragraphs just before, which stated nothing."""
        for first, last in self._unread[-3:]:
            self._topics.note_names(self._text.row(first, last))
        self._unread.clear()

    def _paragraph(self, start: int, end: int) -> Iterator[Claim]:
        memory = Memory()
        speaker = self._speakers.of(start, end, self._topics, self._text.row)
        if speaker.name:
            self._topics.topic = speaker
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
        self, start: int, row: list[Chunk], clauses: list[tuple[int, int, Subject]], memory: Memory
    ) -> Iterator[Claim]:
        whom = [NOBODY] * len(row)
        for first, last, subject in clauses:
            whom[first:last] = [subject] * (last - first)
        kinds = [subject.kind for subject in whom]
        for i, said in figures_of(row, self._text.even, memory, self._vocabulary, kinds):
            yield self._claim(row, i, said, whom[i], start)

    def _claim(
        self, row: list[Chunk], i: int, said: Said, subject: Subject, sentence: int
    ) -> Claim:
        found: FoundQuantity = row[i].load
        owner = _attributed(row, i, said)
        if owner is not None:
            subject = self._topics.subject_of(owner)
        elif near := _named_beside(row, i, said):
            subject = self._topics.subject_of(near)
        standing, marks = footing(row, i, self._standing)
        phrase = self._times.phrase_for(sentence, found.start)
        home = subject.name == self._topics.about.name
        future = standing in (Standing.EXPECTED, Standing.TARGET)
        yearly = "annual_average" in said.qualifiers
        period, told = self._times.period_of(
            phrase,
            said.measure,
            said.named.stock,
            future,
            _timeless(said),
            home,
            yearly,
            found.start,
        )
        if period is not None and "formerly" in said.qualifiers:
            period = parse_period(str(period.start.year - 1))
        elif (
            period is not None
            and "finally" in said.qualifiers
            and period.start.year < period.end.year
        ):
            period = parse_period(str(period.end.year))
        if phrase is not None and phrase.kind == "target" and standing is self._standing:
            standing = Standing.TARGET
        value = found.quantity
        if (
            said.named.unit
            and value.unit != said.named.unit
            and said.measure is Measure.LEVEL
            and value.unit != "%"
        ):
            value = replace(value, unit=said.named.unit)
        name = (
            f"{subject.name}{said.named.part}" if said.named.part and subject.name else subject.name
        )
        begin = min(row[max(said.start, 0)].start, found.start)
        end = max(row[said.end].end, found.end)
        return Claim(
            subject=name,
            kind=subject.kind,
            property=said.named.property,
            indicator=said.named.indicator,
            value=value,
            measure=said.measure,
            period=period,
            standing=standing,
            section=Section.MAIN,
            locator=TextSpan(begin, end),
            quote="",
            clean_span=(begin, end),
            qualifiers=tuple(
                dict.fromkeys((*(q for q in said.qualifiers if q not in _STEPS), *marks))
            ),
            extra={"place": subject.code, "told": told},
        )


#: What a proportion was and what it became, which the period tells.
_STEPS = ("formerly", "finally")
_TIMELESS = frozenset(
    "总投资 占地面积 建筑面积 规划面积 年产值 年工业增加值 年税收 载体面积".split()
)


def _timeless(said: Said) -> bool:
    return said.named.indicator in _TIMELESS or said.named.family == "area"


def _attributed(row: list[Chunk], i: int, said: Said) -> Chunk | None:
    """30平方公里的[中新科技城]: the name that follows is whose area it is."""
    if said.end > i and row[said.end].sort is Sort.NAME and row[said.end].load in _SITES:
        return row[said.end]
    return None


_SITES = frozenset(("park_or_zone", "incubator", "project", "platform", "research_institute"))


def _named_beside(row: list[Chunk], i: int, said: Said) -> Chunk | None:
    """A name or place right before the words of the figure is whom it is about."""
    k = said.start - 1
    while (
        k >= 0
        and row[k].sort is Sort.WORD
        and row[k].text in ("的", "内", "里", "内的", "共", "已", "现", "累计")
    ):
        k -= 1
    if k < 0 or row[k].sort not in (Sort.NAME, Sort.PLACE, Sort.AGAIN):
        return None
    if row[k].sort is Sort.NAME and row[k].load in ("government_body", "event"):
        return None
    if k < said.start - 1 and row[k + 1].text in ("内", "里", "内的", "的"):
        return row[k]
    before = row[k - 1] if k > 0 else None
    if before is None or before.sort in (Sort.MARK, Sort.PERIOD):
        return (
            row[k]
            if before is None or before.text in CLAUSE_ENDS or before.sort is Sort.PERIOD
            else None
        )
    if before.sort is Sort.WORD and before.text in (
        "在",
        "为",
        "是",
        "使",
        "的",
        "以来",
        "同时",
        "其中",
    ):
        return row[k]
    return None


def _lines(even: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    while at < end:
        stop = even.find("\n", at, end)
        stop = end if stop < 0 else stop
        if stop > at:
            yield at, stop
        at = stop + 1


def _placed(claim: Claim, log: EditLog) -> Claim:
    """The claim with its place and its words in the raw text."""
    assert claim.clean_span is not None
    start, end = log.to_raw(*claim.clean_span)
    return replace(claim, locator=TextSpan(start, end), quote=log.raw[start:end])
