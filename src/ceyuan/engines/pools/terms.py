"""What a loss pool starts from: its loans, its terms, and how badly things may go."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import BadInput


class BadPool(BadInput):
    """A loan, a term or a scenario that cannot be."""


@dataclass(frozen=True, slots=True)
class Loan:
    """A loan that falls due at once.

    Attributes:
        principal: outstanding, in fen.
        lent: the day it is lent; after the first day of the course it is a new loan.
        due: the day the whole of it falls due.
    """

    principal: int
    lent: date
    due: date

    def __post_init__(self) -> None:
        if self.principal < 0:
            raise _bad("贷款金额为负", "a loan is below zero", "写正数", "write a positive amount")
        if self.due < self.lent:
            raise _bad(
                f"到期日 {self.due} 早于放款日 {self.lent}",
                f"a loan is due on {self.due}, before it is lent on {self.lent}",
                "改正日期",
                "correct the dates",
            )


@dataclass(frozen=True, slots=True)
class PoolTerms:
    """Who bears what.

    Attributes:
        capital: of the pool, in fen, both levels together.
        compensation: share of a lost principal the pool pays the bank.
        municipal: the city's share of the capital and of every payment; the district bears the rest.
        recovery: share of a lost principal got back later; what comes back goes to pool and bank in
            proportion to what each bore.
        recovery_months: how many months later.
        breaker: share of all lent at which, once paid by the pool, no new loans are made; None where
            there is no breaker. Claims on loans already made are paid all the same.
    """

    capital: int
    compensation: Fraction
    municipal: Fraction
    recovery: Fraction = Fraction(0)
    recovery_months: int = 12
    breaker: Fraction | None = None

    def __post_init__(self) -> None:
        if self.capital < 0 or self.recovery_months < 1:
            raise _bad(
                "资金池规模不能为负，追偿至少一个月以后",
                "the capital is below zero, or recovery takes less than a month",
                "改正",
                "correct it",
            )
        for share in (self.compensation, self.municipal, self.recovery, self.breaker):
            if share is not None:
                check_share(share)


@dataclass(frozen=True, slots=True)
class Scenario:
    """How much of what falls due in each month is not repaid.

    Attributes:
        name: what people call it.
        rates: share of the principal falling due, month after month; the last one goes on.
    """

    name: str
    rates: tuple[Fraction, ...]

    def __post_init__(self) -> None:
        if not self.rates:
            raise _bad(
                f"情形“{self.name}”没有违约率",
                f"the scenario {self.name!r} has no rate",
                "写一个或几个比例",
                "give one share or several",
            )
        for rate in self.rates:
            check_share(rate)

    def rate(self, month: int) -> Fraction:
        """The rate of the month that many months after the first."""
        return self.rates[min(month, len(self.rates) - 1)]


def check_share(share: Fraction) -> None:
    """Refuse what is no share of one."""
    if not 0 <= share <= 1:
        raise _bad(
            f"比例 {float(share):g} 不在 0 与 1 之间",
            f"the share {float(share):g} is not between 0 and 1",
            "写 0 至 100% 之间的比例",
            "write a share from 0 to 100%",
        )


def _bad(zh: str, en: str, remedy_zh: str, remedy_en: str) -> BadPool:
    return BadPool(Bilingual(zh, en), remedy=Bilingual(remedy_zh, remedy_en))
