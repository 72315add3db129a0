"""A repaired text with everything that was found in it: figures, times, wordings, places."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from operator import attrgetter
from typing import Any

from ceyuan.engines.reading.extract.alias import with_aliases
from ceyuan.engines.reading.extract.block import Block
from ceyuan.engines.reading.extract.chunk import Chunk, chunks_of, runs_of
from ceyuan.engines.reading.extract.distractor import is_figure
from ceyuan.engines.reading.extract.mention import named
from ceyuan.engines.reading.extract.vocabulary import Found, Vocabulary
from ceyuan.model.period import Period, parse_period
from ceyuan.model.period_phrase import FoundPeriod, find_periods
from ceyuan.model.printed_quantity import FoundQuantity, find_quantities


@dataclass(slots=True)
class Text:
    """An evened text; what was found stands in its order."""

    even: str
    figures: list[FoundQuantity]
    periods: list[FoundPeriod]
    found: list[Found]
    _runs: list[Chunk] = field(init=False)

    def __post_init__(self) -> None:
        self._runs = runs_of(self.even, self.figures, self.periods, self.found)

    def row(self, start: int, end: int) -> list[Chunk]:
        """The chunks of a run, with names joined."""
        known = self._runs[_part(self._runs, start, end)]
        return named(chunks_of(self.even, start, end, known), self.even)

    def has_figures(self, start: int, end: int) -> bool:
        """Whether any figure stands in a run."""
        at = bisect_left(self.figures, start, key=_BEGINS)
        return at < len(self.figures) and self.figures[at].start < end

    def periods_in(self, start: int, end: int) -> list[FoundPeriod]:
        """The times a run tells."""
        return self.periods[_part(self.periods, start, end)]

    def wordings(self, start: int, end: int) -> list[Found]:
        """The known wordings in a run."""
        return self.found[_part(self.found, start, end)]


def text_of(
    even: str, vocabulary: Vocabulary, seen_from: Period | None, blocks: Sequence[Block] = ()
) -> Text:
    """Find everything in an evened text.

    Relative times are resolved against `seen_from`, those in a block that looks back against the
    end of its year.
    """
    figures = [f for f in find_quantities(even) if is_figure(f, even)]
    periods = _periods_of(even, seen_from, blocks)
    found = with_aliases(even, vocabulary.find(even))
    return Text(even, figures, periods, found)


def lines_in(even: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The places of the lines of a run that are not empty."""
    at = start
    while at < end:
        stop = even.find("\n", at, end)
        stop = end if stop < 0 else stop
        if stop > at:
            yield at, stop
        at = stop + 1


def _periods_of(even: str, seen_from: Period | None, blocks: Sequence[Block]) -> list[FoundPeriod]:
    """The time phrases; those in a block that looks back are resolved from the end of its year."""
    periods: list[FoundPeriod] = []
    at = 0
    for block in blocks:
        if block.seen_from is None:
            continue
        periods += _moved(find_periods(even[at : block.start], seen_from), at)
        told = find_periods(even[block.start : block.end], block.seen_from)
        periods += _moved([_years_up_to(phrase, block) for phrase in told], block.start)
        at = block.end
    return periods + _moved(find_periods(even[at:], seen_from), at)


def _moved(periods: list[FoundPeriod], by: int) -> list[FoundPeriod]:
    if not by:
        return periods
    return [FoundPeriod(p.start + by, p.end + by, p.period, p.phrase, p.kind) for p in periods]


def _years_up_to(phrase: FoundPeriod, block: Block) -> FoundPeriod:
    """过去五年 in a report on a year ends with that year."""
    period, seen_from = phrase.period, block.seen_from
    if period is None or seen_from is None or not phrase.phrase.startswith(_PAST_YEARS):
        return phrase
    late = seen_from.end.year - period.end.year
    if late != 1 or period.start.year == period.end.year:
        return phrase
    years = f"{period.start.year + 1}/{period.end.year + 1}"
    return replace(phrase, period=parse_period(years))


_PAST_YEARS = ("过去", "近", "最近", "这", "五年", "三年")


_BEGINS = attrgetter("start")


def _part(several: Sequence[Any], start: int, end: int) -> slice:
    """Which of what stands in order begin in `[start, end)`."""
    first = bisect_left(several, start, key=_BEGINS)
    return slice(first, bisect_left(several, end, first, key=_BEGINS))
