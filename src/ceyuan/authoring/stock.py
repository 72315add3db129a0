"""A stock of the registers rolled from one day to another, beside what documents say of it."""

from dataclasses import dataclass
from datetime import date

from ceyuan.model.bilingual import Bilingual
from ceyuan.model.fact import Fact


@dataclass(frozen=True, slots=True)
class PublicCount:
    """What a document says of a stock at a day, and the registers' count that day.

    `by` is the figure minus the count; None where they agree.
    """

    fact: Fact
    day: date
    count: int
    by: int | None


@dataclass(frozen=True, slots=True)
class Stock:
    """Opening + new − lapsed = closing, each counted from the members.

    Attributes:
        term: what is counted.
        opened: the earlier day, counted at its end.
        closed: the later day.
        opening: members at the end of the earlier day.
        closing: members at the end of the later day.
        came: identifiers of those that came between them.
        went: identifiers of those that went.
        undated: called members by somebody who does not say since when; in none of the counts.
        public: what documents say of one of the two days.
    """

    term: Bilingual
    opened: date
    closed: date
    opening: int
    closing: int
    came: tuple[str, ...]
    went: tuple[str, ...]
    undated: tuple[str, ...]
    public: tuple[PublicCount, ...]

    @property
    def adds_up(self) -> bool:
        """Whether opening + new − lapsed is closing."""
        return self.opening + len(self.came) - len(self.went) == self.closing
