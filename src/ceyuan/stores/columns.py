"""The ledger's facts as columns of small numbers in memory: which facts, how many, in what order.

A list of a page asks three things of a million facts: those that pass a filter, how many there
are, and the fifty newest. Over columns each is a few milliseconds whatever the filter, as of any
day; an index for every combination of filters would not be. Columns hold no figure: what is shown
is always read from the ledger itself.
"""

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from ceyuan.stores.name_list import NO_NAMES, NameList

Numbers = npt.NDArray[np.int32]
Mask = npt.NDArray[np.bool_]

#: What is known of each fact, in the order of their numbers: the fact `no` is at `no - 1`.
NAMES = ("entry", "subject", "property", "period", "stance", "document", "recorded")

#: What became of facts, in the order of the fates.
FATES = ("fate_fact", "fate_entry", "fate_day", "fate_ends")

#: Rows looked through at a time for the newest that pass.
_BLOCK = 16_384


@dataclass(frozen=True, slots=True)
class PeriodSpan:
    """A period as the filters need it: days as ordinals."""

    text: str
    start: int
    end: int
    instant: bool


@dataclass(frozen=True)
class Columns:
    """Everything recorded up to and including the entry `upto`.

    `recorded` and `fate_day` are days as ordinals. `period` and `document` are 0 where there is
    none. `fate_fact` is the number of a fact, `fate_ends` 0 where the fate lets it stand again.
    The dictionaries are indexed by number; 0 is empty.
    """

    upto: int
    entry: Numbers
    subject: Numbers
    property: Numbers
    period: Numbers
    stance: Numbers
    document: Numbers
    recorded: Numbers
    fate_fact: Numbers
    fate_entry: Numbers
    fate_day: Numbers
    fate_ends: Numbers
    periods: tuple[PeriodSpan | None, ...] = (None,)
    properties: tuple[tuple[str, str, str], ...] = (("", "", ""),)
    stances: tuple[tuple[str, str, str], ...] = (("", "", ""),)
    names: NameList = NO_NAMES

    def __len__(self) -> int:
        return len(self.entry)

    def back_to(self, upto: int) -> "Columns":
        """The same as it was after the entry `upto`."""
        if upto >= self.upto:
            return self
        facts = int(np.searchsorted(self.entry, upto, side="right"))
        fates = int(np.searchsorted(self.fate_entry, upto, side="right"))
        cut = {name: getattr(self, name)[:facts] for name in NAMES}
        cut |= {name: getattr(self, name)[:fates] for name in FATES}
        return replace(self, upto=upto, **cut)

    def held(self, as_of: date | None) -> Mask:
        """The facts that stand now, or stood at the end of a day."""
        mask = np.ones(len(self), np.bool_)
        facts, ends = self.fate_fact, self.fate_ends
        if as_of is not None:
            day = as_of.toordinal()
            mask = np.asarray(self.recorded <= day)
            by_then = np.flatnonzero(self.fate_day <= day)
            facts, ends = facts[by_then], ends[by_then]
        ended = np.zeros(len(self), np.bool_)
        # In their order: where a fact has several fates, the last one stays.
        ended[facts - 1] = ends.astype(np.bool_)
        return mask & ~ended

    def newest(self, mask: Mask, offset: int, limit: int) -> npt.NDArray[np.int64]:
        """Numbers of the facts that pass, newest period first, then in order of recording."""
        wanted = offset + limit
        found: list[npt.NDArray[Any]] = []
        count = 0
        for start in range(0, len(self.order), _BLOCK):
            block = self.order[start : start + _BLOCK]
            passing = np.compress(np.take(mask, block), block)
            found.append(passing)
            count += len(passing)
            if count >= wanted:
                break
        if not found:
            return np.empty(0, np.int64)
        return np.concatenate(found)[offset:wanted].astype(np.int64) + 1

    @cached_property
    def order(self) -> Numbers:
        """Positions of all facts, newest period first; without a period last."""
        spans = sorted(
            (span.end, span.start, no) for no, span in enumerate(self.periods) if span is not None
        )
        rank = np.full(len(self.periods), len(spans), np.int64)
        for place, (_, _, no) in enumerate(reversed(spans)):
            rank[no] = place
        # Sixteen bits sort by radix, in a tenth of the time; more periods are a rarity.
        small = rank.astype(np.uint16 if len(spans) < 65_535 else np.int64)
        return np.argsort(small[self.period], kind="stable").astype(np.int32)


def empty() -> Columns:
    """The columns of a ledger nothing was recorded in."""
    return columns_of(0, {name: np.empty(0, np.int32) for name in (*NAMES, *FATES)})


def columns_of(upto: int, arrays: dict[str, Numbers]) -> Columns:
    """Columns without their dictionaries, from arrays by the names in `NAMES` and `FATES`."""
    entry, subject, property, period, stance, document, recorded = (arrays[name] for name in NAMES)
    fact, fate_entry, day, ends = (arrays[name] for name in FATES)
    return Columns(
        *(upto, entry, subject, property, period, stance, document, recorded),
        *(fact, fate_entry, day, ends),
    )
