"""How the repairs add up: changes to a text that was itself changed, in one log from the raw."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ceyuan.model.edit import Edit, EditLog


class Change(NamedTuple):
    """Characters `[start, end)` of the text as it stands now become `now`, for the reason `why`.

    A change takes at least one character: nothing is ever added to a text from nowhere.
    """

    start: int
    end: int
    now: str
    why: str


class Draft:
    """A raw text on its way to a repaired one.

    `text` is the text as it stands; `amend` applies one kind of repair; `rearrange` puts lines in
    another order; `log` gives the whole way.
    """

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.text = raw
        self._pieces: list[_Piece] = [_Piece(0, len(raw), raw, "")] if raw else []

    def amend(self, changes: Iterable[Change]) -> int:
        """Apply changes that stand in order and do not overlap; say how many there were."""
        text = self.text
        wanted = [change for change in changes if text[change[0] : change[1]] != change[2]]
        if wanted:
            regions = _regions(self._pieces, wanted, self.text)
            self._pieces = _laid_over(self._pieces, regions, len(self.raw))
            self.text = "".join(piece.now for piece in self._pieces)
        return len(wanted)

    def rearrange(self, spans: Sequence[tuple[int, int]]) -> None:
        """Put the text in another order: spans of it, each once, in the order they shall stand.

        A span begins and ends where the text can be cut (at a line end it always can).
        """
        held = _by_span(self._pieces, sorted(spans), len(self.text))
        ordered: list[_Piece] = []
        upto = 0
        for start, end in spans:
            for piece in held[start]:
                why = _reasons(piece.why, "moved") if start < upto else piece.why
                ordered.append(piece._replace(why=why))
            upto = max(upto, end)
        self._pieces = ordered
        self.text = "".join(piece.now for piece in ordered)

    def log(self) -> EditLog:
        """The way from the raw text to the text as it stands."""
        raw = self.raw
        return EditLog(
            tuple(
                Edit(p.start, p.end, raw[p.start : p.end] if p.why else p.now, p.now, p.why)
                for p in _joined(self._pieces)
            )
        )


class _Piece(NamedTuple):
    start: int
    end: int
    now: str
    why: str

    @property
    def can_be_cut(self) -> bool:
        """Whether its characters still stand one for one for raw characters."""
        return len(self.now) == self.end - self.start


def _regions(pieces: list[_Piece], changes: list[Change], text: str) -> list[Change]:
    """The changes, widened over altered pieces that cannot be cut where a change begins or ends."""
    regions: list[Change] = []
    count = len(pieces)
    i, at, ends = 0, 0, len(pieces[0].now) if pieces else 0  # the piece at hand and its place
    for change in changes:
        lo, hi = change.start, change.end
        while i < count and ends <= lo:
            i, at = i + 1, ends
            ends += len(pieces[i].now) if i < count else 0
        apart = not regions or lo >= regions[-1].end
        if apart and i < count and hi <= ends and pieces[i].can_be_cut:
            regions.append(change)
            continue
        if i < count and at < lo and not pieces[i].can_be_cut:
            lo = at
        j, upto = i, at
        while j < count and upto + len(pieces[j].now) < hi:
            upto += len(pieces[j].now)
            j += 1
        whole = upto + len(pieces[j].now) if j < count else upto
        if upto < hi < whole and not pieces[j].can_be_cut:
            hi = whole
        now = text[lo : change.start] + change.now + text[change.end : hi]
        if regions and lo < regions[-1].end:
            before = regions[-1]
            kept = before.now[: len(before.now) - (before.end - change.start)]
            rest = text[change.end : max(hi, before.end)]
            why = _reasons(before.why, change.why)
            both = kept + change.now + rest
            regions[-1] = Change(before.start, max(hi, before.end), both, why)
        else:
            regions.append(Change(lo, hi, now, change.why))
    return regions


def _laid_over(pieces: list[_Piece], regions: list[Change], raw_end: int) -> list[_Piece]:
    """The pieces with every region replaced; a region begins and ends where pieces can be cut."""
    out: list[_Piece] = []
    # the piece at hand, where it begins and ends in the text, how much of it is dealt with
    i, at, used = 0, 0, 0
    ends = len(pieces[0].now) if pieces else 0
    count = len(pieces)
    for lo, hi, now, why in regions:
        while i < count and ends <= lo:
            out.append(_part(pieces[i], used, ends - at))
            i, at, used = i + 1, ends, 0
            ends += len(pieces[i].now) if i < count else 0
        if i < count and at + used < lo:
            out.append(_part(pieces[i], used, lo - at))
            used = lo - at
        first = last = pieces[i].start + used if i < count else raw_end
        if i < count and hi < ends:  # inside one piece
            used = hi - at
            last = pieces[i].start + used
            out.append(_Piece(first, last, now, _reasons(pieces[i].why, why)))
            continue
        reasons = ""
        while i < count and at + used < hi:
            piece = pieces[i]
            if piece.start + used != last:  # moved here from elsewhere: raw runs stay apart
                out.append(_Piece(first, last, now, _reasons(reasons, why)))
                first, now, reasons = piece.start + used, "", ""
            reasons = _reasons(reasons, piece.why)
            if ends <= hi:
                last = piece.end
                i, at, used = i + 1, ends, 0
                ends += len(pieces[i].now) if i < count else 0
            else:
                used = hi - at
                last = piece.start + used
        out.append(_Piece(first, last, now, _reasons(reasons, why)))
    if i < count:
        out.append(_part(pieces[i], used, len(pieces[i].now)))
        out.extend(pieces[i + 1 :])
    return out


def _part(piece: _Piece, start: int, end: int) -> _Piece:
    """A stretch of a piece: all of it, or of one that can be cut."""
    if start == 0 and end == len(piece.now):
        return piece
    now = piece.now[start:end]
    return _Piece(piece.start + start, piece.start + end, now, piece.why)


def _by_span(
    pieces: list[_Piece], spans: list[tuple[int, int]], length: int
) -> dict[int, list[_Piece]]:
    """The pieces of every span, by its start; what was removed goes with what follows it."""
    held: dict[int, list[_Piece]] = {}
    i, at, used = 0, 0, 0
    for start, end in spans:
        mine = held.setdefault(start, [])
        while i < len(pieces):
            piece = pieces[i]
            upto = at + len(piece.now)
            if at + used >= end and not (end == length and not piece.now):
                break
            mine.append(_part(piece, used, min(end, upto) - at))
            if upto > end:
                used = end - at
                break
            i, at, used = i + 1, upto, 0
    return held


def _reasons(first: str, second: str) -> str:
    """Both reasons, each once: `script`, `script+line`."""
    if not first or first == second:
        return second
    if not second or second in first.split("+"):
        return first
    return f"{first}+{second}"


def _joined(pieces: list[_Piece]) -> Iterable[_Piece]:
    """Neighbours of one reason in one piece, where characters go on standing one for one."""
    whole: _Piece | None = None
    for piece in pieces:
        if whole is None:
            whole = piece
        elif (
            whole.why == piece.why
            and whole.end == piece.start
            and (
                (whole.can_be_cut and piece.can_be_cut and whole.now and piece.now)
                or not (whole.now or piece.now)
            )
        ):
            whole = _Piece(whole.start, piece.end, whole.now + piece.now, whole.why)
        else:
            yield whole
            whole = piece
    if whole is not None:
        yield whole
