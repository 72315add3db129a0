"""How a raw text became a repaired one: every change on record, and every change reversible."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any, NamedTuple


class Edit(NamedTuple):
    """Raw characters `[start, end)` that read `was` became `now`, for the reason `why`.

    `why` is a word of the repair vocabulary: `script`, `pinyin`, `space`, `line`, `width`,
    `lookalike`, `moved` … A piece that was only moved has `was == now`. Where `was` and `now` are
    equally long, their characters stand for one another one by one.
    """

    start: int
    end: int
    was: str
    now: str
    why: str

    @property
    def one_by_one(self) -> bool:
        """Whether each repaired character stands for one raw character."""
        return len(self.was) == len(self.now)


@dataclass(frozen=True, slots=True)
class EditLog:
    """The pieces of the repaired text in reading order.

    Together the pieces cover the raw text once and leave nothing out (a removed run is a piece
    whose `now` is empty), so the raw text can always be restored and every passage of the repaired
    text can be shown as printed. A piece with an empty `why` is unchanged.

    Raises:
        ValueError: a piece overlaps another, leaves a gap, or is not as long as its place.
    """

    pieces: tuple[Edit, ...]
    _clean_starts: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _raw_order: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _raw_starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        pieces = self.pieces
        lengths = [len(piece.now) for piece in pieces]
        raw_starts = [piece.start for piece in pieces]
        order = tuple(range(len(pieces)))
        if any(piece.end != start for piece, start in zip(pieces, raw_starts[1:], strict=False)):
            order = tuple(sorted(order, key=[p[:2] for p in pieces].__getitem__))
        covered = 0
        for i in order:
            start, end, was, _, _ = piece = pieces[i]
            if start != covered or end - start != len(was):
                raise ValueError(f"the pieces do not cover the raw text once: {piece} at {covered}")
            covered = end
        object.__setattr__(self, "_clean_starts", tuple(accumulate(lengths, initial=0))[:-1])
        object.__setattr__(self, "_raw_order", order)
        object.__setattr__(self, "_raw_starts", tuple(raw_starts[i] for i in order))

    @property
    def clean(self) -> str:
        """The repaired text."""
        return "".join(piece.now for piece in self.pieces)

    @property
    def raw(self) -> str:
        """The text as it came: all edits undone."""
        return "".join(self.pieces[i].was for i in self._raw_order)

    @property
    def changes(self) -> tuple[Edit, ...]:
        """Only what was changed or moved, in raw order."""
        return tuple(p for p in (self.pieces[i] for i in self._raw_order) if p.why)

    def to_raw(self, start: int, end: int) -> tuple[int, int]:
        """The raw run that the repaired run `[start, end)` came from.

        Where the pieces lie apart in the raw text (moved columns) it is the run from the first
        to the last of them. Inside a piece that grew or shrank it is the whole piece.
        """
        length = self._clean_starts[-1] + len(self.pieces[-1].now) if self.pieces else 0
        start, end = max(start, 0), min(end, length)
        if end <= start:
            at = self._raw_at(min(start, length))
            return at, at
        first = bisect_right(self._clean_starts, start) - 1
        last = bisect_right(self._clean_starts, end - 1, first) - 1
        if first == last:
            return self._raw_part(first, start, end)
        touched = [
            self._raw_part(i, start, end) for i in range(first, last + 1) if self.pieces[i].now
        ]
        return min(a for a, _ in touched), max(b for _, b in touched)

    def to_clean(self, start: int, end: int) -> tuple[int, int]:
        """The repaired run that shows the raw run `[start, end)`; empty where it was removed.

        Where the pieces lie apart in the repaired text it is the run from the first to the last
        of them. Inside a piece that grew or shrank it is the whole piece.
        """
        length = self.pieces[self._raw_order[-1]].end if self.pieces else 0
        start, end = min(max(start, 0), length), min(end, length)
        shown: list[tuple[int, int]] = []
        removed = (0, 0)
        for at in range(max(bisect_right(self._raw_starts, start) - 1, 0), len(self._raw_order)):
            i = self._raw_order[at]
            piece, clean = self.pieces[i], self._clean_starts[i]
            if piece.start >= max(end, start + 1):
                break
            run = (clean, clean + len(piece.now))
            if piece.one_by_one:
                first = min(max(start - piece.start, 0), len(piece.now))
                run = (clean + first, max(clean + min(end, piece.end) - piece.start, clean + first))
            if run[0] < run[1] and start < end:
                shown.append(run)
            else:
                removed = (run[0], run[0])
        if not shown:
            return removed
        return min(a for a, _ in shown), max(b for _, b in shown)

    def _raw_part(self, i: int, start: int, end: int) -> tuple[int, int]:
        piece, clean = self.pieces[i], self._clean_starts[i]
        if not piece.one_by_one:
            return piece.start, piece.end
        skip = max(start - clean, 0)
        keep = min(end - clean, len(piece.now))
        return piece.start + skip, piece.start + keep

    def _raw_at(self, clean: int) -> int:
        if not self.pieces:
            return 0
        i = max(bisect_right(self._clean_starts, clean) - 1, 0)
        piece = self.pieces[i]
        if piece.one_by_one:
            return min(piece.start + clean - self._clean_starts[i], piece.end)
        return piece.start

    def to_json(self) -> list[list[Any]]:
        """Rows of start, end, was, now, why; `was` and `now` of unchanged pieces are dropped."""
        return [
            [p.start, p.end, p.was, p.now, p.why] if p.why else [p.start, p.end]
            for p in self.pieces
        ]


def edit_log_from_json(raw: str, rows: Iterable[list[Any]]) -> EditLog:
    """The log that `to_json` wrote, for the raw text it was made from."""
    return EditLog(
        tuple(
            Edit(*row)
            if len(row) == 5
            else Edit(row[0], row[1], same := raw[row[0] : row[1]], same, "")
            for row in rows
        )
    )


def unchanged(raw: str) -> EditLog:
    """The log of a text that needed no repair."""
    return EditLog((Edit(0, len(raw), raw, raw, ""),) if raw else ())
