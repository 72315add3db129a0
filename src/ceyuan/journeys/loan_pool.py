"""Answering the page about a loss pool; see `authoring.loan_pool.AskLoanPool`."""

from collections import defaultdict
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from ceyuan.authoring.loan_pool import LoansHeld, LossSharing, PoolCourse, PoolMonth, PoolPlan
from ceyuan.authoring.page import FactQuery
from ceyuan.engines.pools import Course, PoolTerms, Scenario
from ceyuan.journeys.assess import OWN_VALUES
from ceyuan.journeys.credit import (
    LOAN_FIELDS,
    LoanBook,
    NoTerms,
    able_to_share,
    loan_book,
    planned_loans,
    sharing_of,
    simulate_pool,
)
from ceyuan.journeys.notice_card import LEVELS, notice_of
from ceyuan.model.quantity import Quantity
from ceyuan.office import Office
from ceyuan.stores.ledger_view import LedgerView

#: More loans than a district ever makes; a longer list is no list of loans.
_MOST_FACTS = 200_000


class LoanPoolAnswers:
    """Loss pools over one moment of the ledger, from the month of a day on."""

    def __init__(self, office: Office, view: LedgerView, day: date, home: str) -> None:
        self._office = office
        self._view = view
        self._day = day
        self._home = home

    def sharings(self) -> tuple[LossSharing, ...]:
        """Programmes that share losses, those that hold here first."""
        found = []
        for item in able_to_share(self._office.catalogue, self._day):
            try:
                _, held = sharing_of(self._office.catalogue, item.name, self._day, self._own)
            except NoTerms:
                continue
            card = notice_of(item.programme, self._home, self._day)
            found.append(
                LossSharing(
                    item.name,
                    card.title,
                    card.level,
                    held.compensation,
                    held.municipal,
                    held.sources,
                )
            )
        return tuple(sorted(found, key=lambda s: LEVELS.index(s.level)))

    def loans(self) -> LoansHeld:
        """The loans that a course starts from."""
        month = (self._day.year, self._day.month)
        live = [loan for loan in self._book.loans if (loan.due.year, loan.due.month) >= month]
        outstanding = sum(loan.principal for loan in live)
        return LoansHeld(len(live), outstanding / 100, len(self._book.left_out))

    def courses(self, plan: PoolPlan) -> tuple[PoolCourse, ...]:
        """The course of the pool in each scenario."""
        _, sharing = sharing_of(self._office.catalogue, plan.programme, self._day, self._own)
        terms = PoolTerms(
            plan.capital,
            sharing.compensation,
            sharing.municipal,
            plan.recovery,
            plan.recovery_months,
            plan.breaker,
        )
        new = (
            planned_loans(plan.lending, self._day, plan.lending_months, plan.term)
            if plan.lending
            else ()
        )
        scenarios = [Scenario(name, rates) for name, rates in plan.scenarios]
        made = simulate_pool(self._book.loans + new, terms, scenarios, self._day)
        return tuple(_course(one) for one in made)

    @property
    def _own(self) -> Path:
        return self._office.home / OWN_VALUES

    @cached_property
    def _book(self) -> LoanBook:
        rows: dict[str, dict[str, Any]] = defaultdict(dict)
        query = FactQuery(kind="loan", limit=_MOST_FACTS)
        for fact in self._view.find(query).facts:
            row, name, value = rows[fact.subject], fact.claim.property, fact.claim.value
            # Newest first: what was said last of a loan counts. A day known to the month is none.
            if name in LOAN_FIELDS and name not in row and isinstance(value, Quantity | date):
                row[name] = float(value.amount) if isinstance(value, Quantity) else value
        return loan_book(rows.items())


def _course(one: Course) -> PoolCourse:
    def total(*what: str) -> float:
        return sum(one.total(each) for each in what) / 100

    return PoolCourse(
        one.scenario.name,
        one.depleted,
        one.breaker_from,
        total("fell_due"),
        total("lost"),
        total("paid"),
        total("municipal"),
        total("district"),
        total("bank"),
        total("unpaid"),
        total("refused"),
        total("back_municipal", "back_district"),
        one.months[-1].balance / 100,
        tuple(PoolMonth(m.month, m.balance / 100, m.outstanding / 100) for m in one.months),
    )
