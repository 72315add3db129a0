"""The door: every figure of a laid-out text as a claim, with the passage that shows it."""

from collections.abc import Iterator

from ceyuan.authoring.reader import Layout, Look
from ceyuan.engines.reading.extract.about import page_of
from ceyuan.engines.reading.extract.article import Article
from ceyuan.engines.reading.extract.block import blocks_of
from ceyuan.engines.reading.extract.evened import evened
from ceyuan.engines.reading.extract.grid import Grids
from ceyuan.engines.reading.extract.raw import Raw
from ceyuan.engines.reading.extract.same import merged
from ceyuan.engines.reading.extract.teaser import read_teasers
from ceyuan.engines.reading.extract.text import lines_in, text_of
from ceyuan.engines.reading.extract.timing import Times, year_told
from ceyuan.engines.reading.extract.vocabulary import Vocabulary
from ceyuan.model.claim import Claim
from ceyuan.model.edit import EditLog
from ceyuan.model.period import Period
from ceyuan.model.section import Section


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
    are read line by line, each with its own subject and time. Where nobody knows the date of
    publication, relative times are counted from the latest year the text itself names, and the
    claim's note says so; where it names none they stay unknown.

    Args:
        look: the repaired text.
        layout: its parts, title, and whom it is about.
        log: takes places of the repaired text to places of the raw text.
        vocabulary: the wordings of the kinds, and the places.
        published: what relative times are resolved against.
    """
    return tuple(merged(_claims(look, layout, log, vocabulary, published)))


def _claims(
    look: Look, layout: Layout, log: EditLog, vocabulary: Vocabulary, published: Period | None
) -> Iterator[Claim]:
    even = evened(look.text)
    main = [p for p in layout.parts if p.section is Section.MAIN]
    seen_from = published or year_told("\n".join(even[p.start : p.end] for p in main))
    lines = (line for p in main for line in lines_in(even, p.start, p.end))
    blocks = blocks_of(even, lines, published)
    text = text_of(even, vocabulary, seen_from, blocks)
    if not text.figures and "|" not in even and "\t" not in even:
        return
    title = text_of(evened(layout.title), vocabulary, seen_from)
    page = page_of(
        layout.about,
        title.row(0, len(title.even)),
        [f for part in main for f in text.wordings(part.start, part.end)],
        even,
        vocabulary.gazetteer,
    )
    carried = next((p for p in reversed(title.periods) if p.kind == "flow" and p.period), None)
    raw = Raw(log)
    for part in layout.parts:
        if part.section is Section.MAIN:
            times = Times(text.periods, published, carried, even)
            grids = Grids(text, vocabulary, page, times, layout.standing, part.section, raw)
            article = Article(text, vocabulary, page, times, layout.standing, part.section, raw)
            yield from _in_order(
                article.read(part.start, part.end, blocks), grids.read(part.start, part.end)
            )
        elif part.section is Section.BOILERPLATE or not text.has_figures(part.start, part.end):
            continue
        else:
            yield from read_teasers(
                text,
                vocabulary,
                part.start,
                part.end,
                published,
                layout.standing,
                part.section,
                raw,
            )


def _in_order(told: Iterator[Claim], printed: Iterator[Claim]) -> list[Claim]:
    """What sentences tell and what tables print, as they stand in the text."""
    in_tables = list(printed)
    if not in_tables:
        return list(told)
    return sorted([*told, *in_tables], key=lambda claim: claim.clean_span or (0, 0))
