"""What a page may ask about a pool that makes good the losses of loans; amounts in 元."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Protocol

from ceyuan.model.bilingual import Bilingual


@dataclass(frozen=True, slots=True)
class LossSharing:
    """A programme that shares losses; `sources` say where each share stands in its notice."""

    programme: str
    title: Bilingual
    level: str
    compensation: Fraction
    municipal: Fraction
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LoansHeld:
    """Loans of the ledger: how many fall due from the month on, how much, how many lack figures."""

    live: int
    outstanding: float
    left_out: int


@dataclass(frozen=True, slots=True)
class PoolPlan:
    """What is to be tried; the amounts here in fen.

    Attributes:
        programme: which shares the losses; empty for the only one there is.
        capital: of the pool.
        scenarios: by name, the share of what falls due each month that is lost; the last goes on.
        lending: lent anew every month.
        lending_months: for how many months.
        term: of new loans, in months.
        recovery: share of a loss got back later.
        recovery_months: how many months later.
        breaker: share of all lent at which no new loans are made; None for none.
    """

    programme: str
    capital: int
    scenarios: tuple[tuple[str, tuple[Fraction, ...]], ...]
    lending: int = 0
    lending_months: int = 12
    term: int = 12
    recovery: Fraction = Fraction(0)
    recovery_months: int = 12
    breaker: Fraction | None = None


@dataclass(frozen=True, slots=True)
class PoolMonth:
    """The end of a month: what is left in the pool, what is still lent."""

    month: date
    balance: float
    outstanding: float


@dataclass(frozen=True, slots=True)
class PoolCourse:
    """A scenario from the first month to the last.

    Attributes:
        name: of the scenario.
        depleted: first month in which the pool could not pay all claims; None if it always could.
        breaker_from: first month with the breaker on.
        fell_due, lost, paid, municipal, district, bank, unpaid, refused, back, balance: sums over
            all months, and what is left at the end.
        months: one after the other.
    """

    name: str
    depleted: date | None
    breaker_from: date | None
    fell_due: float
    lost: float
    paid: float
    municipal: float
    district: float
    bank: float
    unpaid: float
    refused: float
    back: float
    balance: float
    months: tuple[PoolMonth, ...]


class AskLoanPool(Protocol):
    """Loss pools over the loans the ledger holds now, from the month of the page on."""

    def sharings(self) -> tuple[LossSharing, ...]:
        """Programmes that share losses, those that hold here first; one with a share unknown is none."""
        ...

    def loans(self) -> LoansHeld:
        """The loans that a course starts from."""
        ...

    def courses(self, plan: PoolPlan) -> tuple[PoolCourse, ...]:
        """The course of the pool in each scenario.

        Raises:
            BadInput: no programme shares the losses, no loan falls due, or a term cannot be.
        """
        ...
