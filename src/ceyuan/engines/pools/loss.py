"""A loss pool month after month: who bears what, and when the pool runs dry.

Everything is in whole fen and nothing is left to chance: of what falls due in a month the share of
the scenario is lost. What is rounded away on one side is borne by the other, so that money is
conserved: lost = paid by the pool + borne by the bank, and the pool's capital = balance + paid − back.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from ceyuan.engines.pools.terms import Loan, PoolTerms, Scenario


@dataclass(frozen=True, slots=True)
class MonthOfPool:
    """What happens in one month; amounts in fen.

    Attributes:
        month: its first day.
        lent: new loans made.
        refused: new loans not made because the breaker is on.
        fell_due: principal falling due.
        lost: not repaid of it.
        claimed: what the pool owes the bank for it.
        municipal: paid by the city.
        district: paid by the district.
        bank: borne by the bank, the claims the pool could not pay among it.
        back_municipal: recovered for the city.
        back_district: recovered for the district.
        back_bank: recovered for the bank.
        balance_municipal: left of the city's part at the end.
        balance_district: left of the district's part at the end.
        outstanding: principal lent and not yet due at the end.
        breaker: whether it is on at the end.
    """

    month: date
    lent: int
    refused: int
    fell_due: int
    lost: int
    claimed: int
    municipal: int
    district: int
    bank: int
    back_municipal: int
    back_district: int
    back_bank: int
    balance_municipal: int
    balance_district: int
    outstanding: int
    breaker: bool

    @property
    def paid(self) -> int:
        """Paid by the pool."""
        return self.municipal + self.district

    @property
    def balance(self) -> int:
        """Left in the pool at the end of the month."""
        return self.balance_municipal + self.balance_district

    @property
    def unpaid(self) -> int:
        """Claims the pool could not pay."""
        return self.claimed - self.paid


@dataclass(frozen=True, slots=True)
class Course:
    """A scenario from the first month to the last."""

    scenario: Scenario
    months: tuple[MonthOfPool, ...]

    @property
    def depleted(self) -> date | None:
        """The first month in which the pool could not pay all its claims; None if it always could."""
        return next((one.month for one in self.months if one.unpaid), None)

    @property
    def breaker_from(self) -> date | None:
        """The first month at whose end the breaker is on; None if it never is."""
        return next((one.month for one in self.months if one.breaker), None)

    def total(self, what: str) -> int:
        """The sum of an amount of `MonthOfPool` over all months."""
        return sum(int(getattr(one, what)) for one in self.months)


def run_pool(
    loans: Sequence[Loan], terms: PoolTerms, scenario: Scenario, start: date, months: int
) -> Course:
    """The course of a pool.

    Args:
        loans: those that fall due before the month of `start` are not looked at: they are history.
        terms: who bears what.
        scenario: how much is lost.
        start: a day of the first month.
        months: how many months; recoveries after the last are not seen.
    """
    pool = _Pool(loans, terms, _number(start))
    return Course(
        scenario, tuple(pool.month(step, scenario.rate(step)) for step in range(max(months, 0)))
    )


def half_up(amount: int, share: Fraction) -> int:
    """A share of an amount in fen, halves upwards."""
    return (2 * amount * share.numerator + share.denominator) // (2 * share.denominator)


class _Pool:
    def __init__(self, loans: Sequence[Loan], terms: PoolTerms, first: int) -> None:
        self.terms = terms
        self.first = first
        self.city = half_up(terms.capital, terms.municipal)
        self.district = terms.capital - self.city
        self.due: dict[int, int] = defaultdict(int)
        self.planned: dict[int, list[Loan]] = defaultdict(list)
        self.back: dict[int, tuple[int, int, int]] = {}
        self.outstanding = self.ever_lent = self.ever_paid = 0
        self.breaker = False
        for loan in loans:
            if _number(loan.due) < first:
                continue
            if _number(loan.lent) < first:
                self._make(loan)
            else:
                self.planned[_number(loan.lent)].append(loan)

    def month(self, step: int, rate: Fraction) -> MonthOfPool:
        now = self.first + step
        back = self.back.pop(now, (0, 0, 0))
        self.city += back[0]
        self.district += back[1]
        lent, refused = self._lend(now)
        fell_due = self.due.pop(now, 0)
        self.outstanding -= fell_due
        lost = half_up(fell_due, rate)
        claimed = half_up(lost, self.terms.compensation)
        city, district = self._pay(claimed)
        bank = lost - city - district
        self._recover_later(now, lost, city, district)
        return MonthOfPool(
            date(now // 12, now % 12 + 1, 1),
            lent,
            refused,
            fell_due,
            lost,
            claimed,
            city,
            district,
            bank,
            *back,
            self.city,
            self.district,
            self.outstanding,
            self.breaker,
        )

    def _make(self, loan: Loan) -> None:
        self.due[_number(loan.due)] += loan.principal
        self.outstanding += loan.principal
        self.ever_lent += loan.principal

    def _lend(self, now: int) -> tuple[int, int]:
        """New loans of the month: all of them, or none while the breaker is on."""
        wanted = self.planned.pop(now, [])
        amount = sum(loan.principal for loan in wanted)
        if self.breaker:
            return 0, amount
        for loan in wanted:
            self._make(loan)
        return amount, 0

    def _pay(self, claimed: int) -> tuple[int, int]:
        """What city and district pay: by their shares; where one has too little the other helps."""
        paid = min(claimed, self.city + self.district)
        city = min(half_up(paid, self.terms.municipal), self.city)
        district = min(paid - city, self.district)
        city = paid - district
        self.city -= city
        self.district -= district
        self.ever_paid += paid
        limit = self.terms.breaker
        if limit is not None and self.ever_lent and self.ever_paid >= limit * self.ever_lent:
            self.breaker = self.breaker or self.ever_paid > 0
        return city, district

    def _recover_later(self, now: int, lost: int, city: int, district: int) -> None:
        """What comes back goes to each in proportion to what it bore; roundings to the bank."""
        whole = half_up(lost, self.terms.recovery)
        if whole:
            to_city, to_district = whole * city // lost, whole * district // lost
            bank = whole - to_city - to_district
            self.back[now + self.terms.recovery_months] = (to_city, to_district, bank)


def _number(day: date) -> int:
    """Months since the year nought."""
    return day.year * 12 + day.month - 1
