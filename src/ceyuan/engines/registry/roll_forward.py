"""Opening + new − lapsed = closing, and the same number in public documents of the same day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ceyuan.model.bilingual import Bilingual
from ceyuan.model.interval import Interval


class Verdict(StrEnum):
    """Whether a public figure fits the register."""

    AGREES = "agrees"
    DIFFERS = "differs"

    @property
    def term(self) -> Bilingual:
        """The word people read."""
        return _VERDICTS[self]


@dataclass(frozen=True, slots=True)
class PublicFigure:
    """What a document says about the number at a day: the bounds of the printed figure."""

    fact: str
    document: str
    day: date
    printed: str
    interval: Interval


@dataclass(frozen=True, slots=True)
class Comparison:
    """A public figure beside the register's count; `by` is figure minus count, None where it agrees."""

    figure: PublicFigure
    verdict: Verdict
    by: int | None


@dataclass(frozen=True, slots=True)
class RollForward:
    """The stock of a register over a period.

    `opening` and `closing` are counted from members, never from one another; `new` and `lapsed` are
    the members that came and went between the two days, `came` and `went` their identifiers. `undated` are called members by somebody
    who does not say since when: they are in none of the four and stand beside them.
    """

    stock: str
    opened: date
    closed: date
    opening: int
    new: int
    lapsed: int
    closing: int
    undated: tuple[str, ...]
    comparisons: tuple[Comparison, ...]
    came: tuple[str, ...] = ()
    went: tuple[str, ...] = ()

    @property
    def adds_up(self) -> bool:
        """Whether opening + new − lapsed is closing."""
        return self.opening + self.new - self.lapsed == self.closing


@dataclass(frozen=True, slots=True)
class Membership:
    """One member of a list: first and last day of it.

    `since` None: nobody says since when. `until` None: it has not ended.
    """

    subject: str
    since: date | None
    until: date | None = None


def roll_forward(
    stock: str,
    members: Iterable[Membership],
    opened: date,
    closed: date,
    figures: Iterable[PublicFigure] = (),
) -> RollForward:
    """The stock at the end of two days and what came and went between them.

    A member counts on a day from its first to its last, both included. One without a first day is
    only named in `undated`.
    """
    members = list(members)
    dated = [m for m in members if m.since is not None]
    opening = sum(1 for m in dated if _stands(m, opened))
    closing = sum(1 for m in dated if _stands(m, closed))
    came = tuple(m.subject for m in dated if m.since and opened < m.since <= closed)
    went = tuple(m.subject for m in dated if m.until and opened <= m.until < closed)
    undated = tuple(m.subject for m in members if m.since is None and _stands(m, closed))
    counts = {opened: opening, closed: closing}
    compared = tuple(
        _compare(figure, counts[figure.day]) for figure in figures if figure.day in counts
    )
    return RollForward(
        stock,
        opened,
        closed,
        opening,
        len(came),
        len(went),
        closing,
        undated,
        compared,
        came,
        went,
    )


def compare_counts(
    counts: Mapping[date, int], figures: Iterable[PublicFigure]
) -> tuple[Comparison, ...]:
    """Public figures beside the counts of the same days."""
    return tuple(_compare(f, counts[f.day]) for f in figures if f.day in counts)


def _stands(member: Membership, day: date) -> bool:
    return (member.since is None or member.since <= day) and (
        member.until is None or member.until >= day
    )


def _compare(figure: PublicFigure, count: int) -> Comparison:
    low, high = figure.interval.low, figure.interval.high
    if (low is None or low <= count) and (high is None or count <= high):
        return Comparison(figure, Verdict.AGREES, None)
    nearest = low if low is not None and count < low else high
    assert nearest is not None
    return Comparison(figure, Verdict.DIFFERS, int(nearest) - count)


_VERDICTS = {
    Verdict.AGREES: Bilingual("一致", "agrees"),
    Verdict.DIFFERS: Bilingual("不一致", "differs"),
}
