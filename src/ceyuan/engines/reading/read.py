"""One document read: bytes in, a reading out. Pure: the same bytes give the same reading."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Protocol

from ceyuan.authoring.card import Card
from ceyuan.authoring.page_furniture import split_page
from ceyuan.authoring.reader import Layout, Look, Words
from ceyuan.engines.reading.look import look_at
from ceyuan.engines.reading.offered import Offered
from ceyuan.engines.reading.recognise import recognise
from ceyuan.engines.reading.repair import repair
from ceyuan.engines.reading.scan import Scan
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.claim import Claim
from ceyuan.model.document import Document, digest_of
from ceyuan.model.edit import EditLog
from ceyuan.model.locator import Locator, TextSpan
from ceyuan.model.period import Period, parse_period
from ceyuan.model.reading import Reading, Remark
from ceyuan.model.section import Part, Section

#: The machine's own way with a document: every indicator of the vocabulary in its parts.
Extract = Callable[[Look, Layout, EditLog, Period | None], Iterable[Claim]]
#: The words a reader with claims of its own is given, for one document.
WordsFor = Callable[[EditLog, Period | None], Offered]


class Reader(Protocol):
    """A reader as the catalogue loads it."""

    @property
    def card(self) -> Card:
        """Its name and version."""
        ...

    @property
    def bids(self) -> Callable[[Look], float]:
        """How sure it is, 0 to 1."""
        ...

    @property
    def lays_out(self) -> Callable[[Look], Layout]:
        """The parts of the page."""
        ...

    @property
    def claims(self) -> Callable[[Look, Layout, Words], Iterable[Claim]] | None:
        """Its own claims; None where the machine's will do."""
        ...


def read(
    content: bytes,
    name: str,
    *,
    readers: Sequence[Reader],
    known_misprints: Mapping[str, str],
    extract: Extract,
    words: WordsFor | None = None,
    published: Period | None = None,
    publisher: str = "",
) -> Reading:
    """Read one document.

    The highest bid reads; of equal bids the first by name. What is given wins over what is
    printed on the page, and that over what the file says of itself; without any of them the date
    is unknown, relative periods stay unknown, and a remark says so.

    Args:
        content: the bytes.
        name: the file's name, for people; what the file is decides its content.
        readers: whose bids to ask.
        known_misprints: see `repair`.
        extract: makes the claims where the reader has none of its own.
        words: makes what `@claims` is given; needed only for readers that have one.
        published: the day or month, where somebody knows.
        publisher: the publisher, where somebody knows.

    Raises:
        BadInput: the file cannot be read: what, and what to do.
    """
    scan = recognise(content, name)
    log = repair(scan.text, known_misprints)
    look = look_at(scan, log, name)
    reader = _highest_bid(readers, look)
    layout = reader.lays_out(look) if reader else split_page(look)
    remarks = [*scan.remarks]
    if reader is None:
        remarks.append(_NOBODY)
    dated, dated_from = _published(published, layout, scan)
    if dated is None and scan.text:
        remarks.append(_UNDATED)
    offered = words(log, dated) if words is not None else None
    claims = tuple(_claims(reader, look, layout, log, dated, extract, offered))
    document = Document(
        digest=digest_of(content),
        name=name,
        media=scan.media,
        title=layout.title or scan.printed.get("title", ""),
        publisher=publisher or layout.publisher or scan.printed.get("publisher", ""),
        published=dated,
        published_from=dated_from,
        characters=len(scan.text),
    )
    return Reading(
        document=document,
        reader=reader.card.name if reader else "plain_page",
        reader_version=reader.card.version if reader else "1",
        log=log,
        parts=_covering(layout.parts, len(look.text)),
        claims=claims,
        remarks=(*remarks, *(offered.remarks() if offered else ())),
        table=offered.kept_table() if offered else {},
    )


_NOBODY = Remark(
    Bilingual(
        "没有读取器认得这种文件，按一般页面处理", "no reader knows this sort; read as a plain page"
    )
)
_UNDATED = Remark(
    Bilingual(
        "没有发布日期：“今年以来”“去年”等相对期间无法确定；可用 --published 给出",
        "no date of publication: relative periods stay unknown; give one with --published",
    )
)


def _highest_bid(readers: Sequence[Reader], look: Look) -> Reader | None:
    best, highest = None, 0.0
    for reader in sorted(readers, key=lambda r: r.card.name):
        if (bid := reader.bids(look)) > highest:
            best, highest = reader, bid
    return best


def _published(given: Period | None, layout: Layout, scan: Scan) -> tuple[Period | None, str]:
    if given is not None:
        return given, "given"
    if layout.published is not None:
        return layout.published, "printed"
    try:
        return parse_period(date.fromisoformat(scan.printed["date"][:10]).isoformat()), "inferred"
    except (KeyError, ValueError):
        return None, ""


def _claims(
    reader: Reader | None,
    look: Look,
    layout: Layout,
    log: EditLog,
    published: Period | None,
    extract: Extract,
    words: Words | None,
) -> Iterable[Claim]:
    own = reader.claims if reader else None
    if own is None:
        yield from extract(look, layout, log, published)
    elif words is not None:
        for claim in own(look, layout, words):
            yield _as_printed(claim, log)


def _as_printed(claim: Claim, log: EditLog) -> Claim:
    """A claim on the repaired text, told in places of the raw text."""
    if claim.clean_span is None:
        return claim
    start, end = log.to_raw(*claim.clean_span)
    return replace(
        claim,
        locator=TextSpan(start, end),
        quote=log.raw[start:end],
        also_at=tuple(_in_raw(place, log) for place in claim.also_at),
    )


def _in_raw(place: Locator, log: EditLog) -> Locator:
    return TextSpan(*log.to_raw(place.start, place.end)) if isinstance(place, TextSpan) else place


def _covering(parts: tuple[Part, ...], length: int) -> tuple[Part, ...]:
    """Parts that leave nothing out: what a reader did not name is furniture."""
    whole: list[Part] = []
    at = 0
    for part in sorted(parts, key=lambda p: p.start):
        if part.start > at:
            whole.append(Part(Section.BOILERPLATE, at, part.start))
        if part.end > at:
            whole.append(Part(part.section, max(part.start, at), part.end))
            at = part.end
    if at < length:
        whole.append(Part(Section.BOILERPLATE, at, length))
    return tuple(whole)
