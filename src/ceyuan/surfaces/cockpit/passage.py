"""A text cut where something begins or ends: a figure's evidence, a part of the page, a repair.

The pieces follow one another without a gap, so what is shown is exactly the text. Where several
figures share characters a piece belongs to the shortest evidence first.
"""

import itertools
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from ceyuan.model.edit import Edit, EditLog
from ceyuan.model.section import Part, Section


@dataclass(frozen=True, slots=True)
class Span:
    """The evidence of one figure: characters `[start, end)` and the number it is listed under."""

    start: int
    end: int
    fact: str
    number: int


@dataclass(frozen=True, slots=True)
class Repair:
    """A place of the shown text that was repaired: `was` as printed, `now` as repaired, `why`."""

    start: int
    end: int
    was: str
    now: str
    why: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of the text that is one thing all through.

    Attributes:
        text: the characters; empty where a repair took everything away.
        spans: the evidence it belongs to, shortest first.
        begins: evidence whose first piece this is.
        ends: evidence whose last piece this is.
        section: the part of the page, where parts are known.
        repair: the repair it came from or was taken away by.
    """

    text: str
    spans: tuple[Span, ...] = ()
    begins: tuple[Span, ...] = ()
    ends: tuple[Span, ...] = ()
    section: Section | None = None
    repair: Repair | None = None


R = TypeVar("R", Part, Repair)


def cut(
    text: str,
    spans: Sequence[Span] = (),
    parts: Sequence[Part] = (),
    repairs: Sequence[Repair] = (),
    window: tuple[int, int] | None = None,
) -> list[Piece]:
    """The pieces of `text` (of `[start, end)` where a window is given), in order.

    Spans, parts and repairs outside the text or the window are left out; one that reaches over
    the edge is cut there.
    """
    low, high = window or (0, len(text))
    low, high = max(low, 0), min(high, len(text))
    spans = [s for s in spans if s.start < s.end and s.start < high and s.end > low]
    edges = {low, high}
    runs: list[Span | Part | Repair] = [*spans, *parts, *repairs]
    for run in runs:
        edges.update(edge for edge in (run.start, run.end) if low < edge < high)
    removed: dict[int, list[Repair]] = {}
    for repair in repairs:
        if repair.start == repair.end and low <= repair.start <= high:
            removed.setdefault(repair.start, []).append(repair)
    by_start = sorted(spans, key=lambda s: s.start)
    parts_left = sorted(parts, key=lambda p: p.start)
    repairs_left = sorted((r for r in repairs if r.start < r.end), key=lambda r: r.start)
    pieces: list[Piece] = []
    active: list[Span] = []
    at = part_at = repair_at = 0
    ordered = sorted(edges)
    for start, end in itertools.pairwise(ordered):
        pieces += [Piece("", repair=gone) for gone in removed.get(start, ())]
        while at < len(by_start) and by_start[at].start <= start:
            active.append(by_start[at])
            at += 1
        active = [span for span in active if span.end > start]
        part_at = _forward(parts_left, part_at, start)
        repair_at = _forward(repairs_left, repair_at, start)
        part = _covering(parts_left, part_at, start)
        here = tuple(sorted(active, key=lambda s: (s.end - s.start, s.number)))
        pieces.append(
            Piece(
                text[start:end],
                here,
                tuple(s for s in here if max(s.start, low) == start),
                tuple(s for s in sorted(here, key=lambda s: s.number) if min(s.end, high) == end),
                part.section if part else None,
                _covering(repairs_left, repair_at, start),
            )
        )
    return pieces + [Piece("", repair=gone) for gone in removed.get(high, ()) if high > low]


def repairs_by_sort(changes: Iterable[Edit]) -> dict[str, int]:
    """How many repairs there were of each sort, the most frequent first."""
    return dict(Counter(edit.why for edit in changes).most_common())


def repairs_in_raw(log: EditLog) -> list[Repair]:
    """The repairs of a reading at their places in the raw text."""
    return [Repair(e.start, e.end, e.was, e.now, e.why) for e in log.changes]


def repairs_in_clean(log: EditLog) -> list[Repair]:
    """The repairs of a reading at their places in the repaired text; a removal has no width."""
    found, at = [], 0
    for piece in log.pieces:
        if piece.why:
            found.append(Repair(at, at + len(piece.now), piece.was, piece.now, piece.why))
        at += len(piece.now)
    return found


def around(text: str, start: int, end: int, reach: int) -> tuple[int, int]:
    """A window of about `reach` characters on both sides, widened to where lines begin and end.

    A line longer than twice the reach is cut.
    """
    low, high = max(start - reach, 0), min(end + reach, len(text))
    before = text.rfind("\n", max(low - reach, 0), low)
    after = text.find("\n", high, high + reach)
    return (before + 1 if before >= 0 or low <= reach else low), (after if after >= 0 else high)


def _forward(runs: Sequence[Part | Repair], at: int, position: int) -> int:
    while at < len(runs) and runs[at].end <= position:
        at += 1
    return at


def _covering(runs: Sequence[R], at: int, position: int) -> R | None:
    return runs[at] if at < len(runs) and runs[at].start <= position else None
