"""What facts say of the fields of a kind, and which of several wins, for all subjects at once.

Everything is whole columns: five million facts are a few seconds, and nothing is asked row by row.
"""

from collections.abc import Collection, Mapping
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from ceyuan.authoring.rules import Type
from ceyuan.engines.rules.day import day_number
from ceyuan.engines.rules.programme import Asked
from ceyuan.engines.rules.vector import Mask
from ceyuan.model.kind import Kind
from ceyuan.model.measure import Measure

Numbers = npt.NDArray[np.int64]
#: Words as numbers and what each stands for; -1 for none.
Coded = tuple[Numbers, list[str]]

#: What may decide a programme: not what is hoped for.
_USABLE = ("registered", "reported", "derived", "decided")
_EXACT = ("", "exact")
#: A day before every day: what has no period is older than what has one.
_NO_DAY = -1_000_000


class Sayings:
    """The facts of a kind that count: exact levels, registered, reported, derived or decided.

    Of a field that is a share of something, shares count too.

    Where several say one thing of a subject, the newest period wins; within a period the reader the
    kind trusts most, then what was recorded last, then the greater identifier, so that the answer
    does not depend on the order in which facts are handed over.
    """

    def __init__(self, facts: pa.Table, kind: Kind, same: Mapping[str, str]) -> None:
        """Take the facts.

        Args:
            facts: as `Ledger.table` gives them.
            kind: what the subjects are.
            same: records that were decided to be another, with the identifier both go under.
        """
        mask = (
            _among(facts["kind"], (kind.name,))
            & (_among(facts["measure"], ("level",)) | _own_measure(facts, kind))
            & _among(facts["standing"], _USABLE)
            & _among(facts["hedge"], _EXACT, or_none=True)
        )
        numbers = np.flatnonzero(mask)
        self._facts = facts
        codes, words = coded(facts["subject"])
        #: Who the rows are, in order; records that are one thing are one row.
        self.subjects, self._row = _ranked(codes[numbers], [same.get(w, w) for w in words])
        self._number = numbers
        codes, words = coded(facts["property"])
        property = codes[numbers]
        order = np.argsort(property, kind="stable")
        ends = np.searchsorted(property[order], np.arange(len(words) + 1))
        self._of = {w: order[ends[i] : ends[i + 1]] for i, w in enumerate(words)}
        rank = {reader: len(kind.trust) - at for at, reader in enumerate(kind.trust)}
        codes, words = coded(facts["reader"])
        trust = np.array([rank.get(word, 0) for word in words] or [0], np.int64)
        recorded = _days(facts["recorded_on"])[numbers]
        self._weight = trust[codes[numbers]] * 2**32 + (recorded - _NO_DAY)
        self._start = _days(facts["period_start"])[numbers]
        self._end = _days(facts["period_end"])[numbers]

    def last(self, asked: Asked, on: date) -> tuple[Numbers, Numbers]:
        """Rows of which something is said, and for each the number of the fact that wins.

        A yearly figure is of the whole fiscal year asked for; what stands at a date of the end of that
        year, else (for the last year only) the latest date up to `on`, else without any date.
        Everything that is no figure is of the newest period begun by `on`.
        """
        said = self._said(asked, on)
        when = self._end[said]
        if asked.type is Type.NUMBER and asked.field.stock:
            when = when + self._place_of_year(said, asked, on) * 2**32
        elif asked.type is Type.NUMBER:
            when = np.zeros(len(said), np.int64)
        return self._winners(said, when)

    def words(self, asked: Asked, on: date) -> pa.Array:
        """For the same rows as `last`, everything said, between strokes: `|甲|乙|`."""
        said = self._said(asked, on)
        order = np.lexsort((self._ids(said), self._weight[said], self._row[said]))
        said = said[order]
        printed = pc.replace_substring(self.values("value", self._number[said]), "|", " ")
        codes, words = coded(printed)
        _, first = np.unique(self._row[said] * (len(words) + 1) + codes, return_index=True)
        first.sort()
        rows = self._row[said][first]
        starts = np.flatnonzero(np.diff(rows, prepend=-1))
        offsets = pa.array(np.append(starts, len(rows)).astype(np.int32))
        kept = pa.array(words, pa.string()).take(pa.array(codes[first]))
        joined = pc.binary_join(pa.ListArray.from_arrays(offsets, kept), "|")
        return pc.binary_join_element_wise("|", joined, "|", "")

    def values(self, column: str, numbers: Numbers) -> pa.Array:
        """A column of these facts."""
        taken = self._facts[column].take(pa.array(numbers))
        return taken.combine_chunks() if isinstance(taken, pa.ChunkedArray) else taken

    def units(self, numbers: Numbers) -> Coded:
        """The units of these facts."""
        codes, words = self._units
        return codes[numbers], words

    def _said(self, asked: Asked, on: date) -> Numbers:
        """Places of the facts about a field that may answer for a day."""
        said = self._of.get(asked.field.id)
        if said is None:
            return np.empty(0, np.int64)
        if asked.type is not Type.NUMBER:
            return np.asarray(said[self._start[said] <= _day(on)])
        said = said[self._figures[said]]
        if asked.field.stock:
            return np.asarray(said[self._place_of_year(said, asked, on) >= 0])
        first, last = _year(on, asked)
        return np.asarray(said[(self._start[said] == first) & (self._end[said] == last)])

    def _place_of_year(self, said: Numbers, asked: Asked, on: date) -> Numbers:
        """How well the day a figure stands at goes with the year asked: 2, 1, 0; -1 not at all."""
        end = self._end[said]
        first, last = _year(on, asked)
        within = (first <= end) & (end <= last)
        if asked.years_back:
            return np.asarray(np.where(within, 2, -1))
        later = (last < end) & (end <= _day(on))
        return np.asarray(np.select([within, later, end == _NO_DAY], [2, 1, 0], -1))

    @cached_property
    def _units(self) -> Coded:
        return coded(self._facts["unit"])

    @cached_property
    def _figures(self) -> Mask:
        return _among(self._facts["sort"], ("quantity",))[self._number]

    def _winners(self, said: Numbers, when: Numbers) -> tuple[Numbers, Numbers]:
        rows, weight = self._row[said], self._weight[said]
        best = np.full(len(self.subjects), -1, np.int64)
        order = np.lexsort((weight, when))
        best[rows[order]] = order  # Where a row has several, the last one stays.
        top = best[rows]
        alike = (when == when[top]) & (weight == weight[top])
        counts = np.bincount(rows[alike], minlength=len(best))
        tied = np.flatnonzero(alike & (counts[rows] > 1))
        if len(tied):
            tied = tied[np.argsort(self._ids(said[tied]), kind="stable")]
            best[rows[tied]] = tied
        found = np.flatnonzero(best >= 0)
        return found, self._number[said[best[found]]]

    def _ids(self, said: Numbers) -> npt.NDArray[Any]:
        ids = self.values("id", self._number[said])
        return np.asarray(ids.to_numpy(zero_copy_only=False), str)


def coded(column: pa.ChunkedArray | pa.Array) -> Coded:
    """A column of words as numbers and what they stand for, each once; -1 for none."""
    if not pa.types.is_dictionary(column.type):
        column = column.dictionary_encode()
    if isinstance(column, pa.ChunkedArray):
        column = column.unify_dictionaries().combine_chunks()
    if isinstance(column, pa.ChunkedArray):  # none at all
        return np.empty(0, np.int64), []
    words = column.dictionary.to_pylist()
    place = {word: at for at, word in enumerate(dict.fromkeys(words))}
    table = np.array([*(place[word] for word in words), -1], np.int64)
    return table[column.indices.fill_null(-1).to_numpy(zero_copy_only=False)], list(place)


def _among(column: pa.ChunkedArray, wanted: Collection[str], *, or_none: bool = False) -> Mask:
    codes, words = coded(column)
    fits = np.array([*(word in wanted for word in words), or_none], np.bool_)
    return np.asarray(fits[codes])  # -1 is the last: nothing said


def _own_measure(facts: pa.Table, kind: Kind) -> Mask:
    """Facts in the measure their field is counted in: a market share is told as a share."""
    shares = [one.id for one in kind.fields if one.measure is Measure.SHARE]
    return _among(facts["measure"], (Measure.SHARE,)) & _among(facts["property"], shares)


def _ranked(codes: Numbers, words: list[str]) -> tuple[list[str], Numbers]:
    """The words that occur, in alphabetical order, and for each code its place among them."""
    occurring = np.flatnonzero(np.bincount(codes, minlength=len(words)))
    found = sorted({words[code] for code in occurring})
    place = {word: at for at, word in enumerate(found)}
    table = np.zeros(len(words) + 1, np.int64)
    table[occurring] = [place[words[code]] for code in occurring]
    return found, table[codes]


def _days(column: pa.ChunkedArray) -> Numbers:
    days = column.cast(pa.date32()).cast(pa.int32()).fill_null(_NO_DAY)
    return np.asarray(days.to_numpy(), dtype=np.int64)


def _day(day: date) -> int:
    return day_number(day)


def _year(on: date, asked: Asked) -> tuple[int, int]:
    year = on.year - 1 - asked.years_back
    return _day(date(year, 1, 1)), _day(date(year, 12, 31))
