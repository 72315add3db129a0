"""Loans from a workbook, terms from the notice, a pool that may run dry."""

import io
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from pathlib import Path

import openpyxl
import pytest

from ceyuan.catalogue import Catalogue, load_catalogue
from ceyuan.engines.pools import Loan, PoolTerms, Scenario
from ceyuan.journeys.credit import (
    NoLoans,
    NoTerms,
    planned_loans,
    read_loans,
    sharing_of,
    simulate_pool,
)
from ceyuan.journeys.incoming import Incoming
from ceyuan.office import Settings

ON = date(2025, 1, 1)
HALF_LOST = Scenario("一半", (Fraction(1, 2),))


@pytest.fixture(scope="module")
def district() -> Catalogue:
    return load_catalogue(Settings().district)


@pytest.fixture
def loan_list() -> Callable[..., Incoming]:
    """A workbook of invented loans, amounts in 万元."""

    def make(*rows: tuple[object, ...]) -> Incoming:
        book = openpyxl.Workbook()
        sheet = book.active
        assert sheet is not None
        sheet.append(
            ["借款企业", "合作银行", "放款金额（万元）", "放款日期", "到期日期", "期限（月）"]
        )
        for row in rows:
            sheet.append(row)
        content = io.BytesIO()
        book.save(content)
        return Incoming("贷款台账.xlsx", content.getvalue())

    return make


def test_losses_are_shared_as_the_only_programme_about_it_says(district: Catalogue) -> None:
    _, sharing = sharing_of(district, "", ON)

    assert (sharing.compensation, sharing.municipal) == (Fraction(8, 10), Fraction(4, 10))
    assert all("（" in source for source in sharing.sources)


def test_a_programme_that_shares_no_losses_is_refused_with_those_that_do(
    district: Catalogue,
) -> None:
    with pytest.raises(NoTerms) as refused:
        sharing_of(district, "niuling", ON)

    assert "loan_risk_compensation" in refused.value.told("zh")


def test_before_the_programme_began_nobody_shares(district: Catalogue) -> None:
    with pytest.raises(NoTerms):
        sharing_of(district, "", date(2010, 1, 1))


def test_loans_are_read_from_a_workbook_and_a_term_stands_for_a_missing_last_day(
    district: Catalogue, loan_list: Callable[..., Incoming]
) -> None:
    item, _ = sharing_of(district, "", ON)
    file = loan_list(
        ("虚构甲公司", "虚构银行", 100, date(2024, 6, 1), date(2025, 6, 1), None),
        ("虚构乙公司", "虚构银行", 12.34, date(2024, 8, 31), None, 6),
    )

    book = read_loans(district, item, file)

    assert book.loans == (
        Loan(1_000_000_00, date(2024, 6, 1), date(2025, 6, 1)),
        Loan(123_400_00, date(2024, 8, 31), date(2025, 2, 28)),
    )


def test_a_loan_without_a_day_or_with_days_reversed_is_left_out_and_told(
    district: Catalogue, loan_list: Callable[..., Incoming]
) -> None:
    item, _ = sharing_of(district, "", ON)
    file = loan_list(
        ("虚构甲公司", "虚构银行", 100, None, date(2025, 6, 1), None),
        ("虚构乙公司", "虚构银行", 100, date(2025, 8, 1), date(2025, 6, 1), None),
        ("虚构丙公司", "虚构银行", 100, date(2024, 8, 1), date(2025, 8, 1), None),
    )

    book = read_loans(district, item, file)

    assert len(book.loans) == 1
    assert ["放款日期" in one.zh or "早于" in one.zh for one in book.left_out] == [True, True]


def test_planned_loans_fall_due_after_their_term_also_at_the_end_of_a_year() -> None:
    planned = planned_loans(100, date(2025, 11, 15), 3, 12)

    assert [(one.lent, one.due) for one in planned] == [
        (date(2025, 11, 1), date(2026, 11, 1)),
        (date(2025, 12, 1), date(2026, 12, 1)),
        (date(2026, 1, 1), date(2027, 1, 1)),
    ]


def test_the_course_goes_on_until_the_last_recovery() -> None:
    terms = PoolTerms(100, Fraction(8, 10), Fraction(4, 10), Fraction(1, 2), 6)

    (course,) = simulate_pool(planned_loans(100, ON, 1, 12), terms, [HALF_LOST], ON)

    assert course.months[-1].month == date(2026, 7, 1)
    assert course.months[-1].balance == 80  # 100 − 40 paid + 20 back


def test_without_loans_there_is_nothing_to_simulate() -> None:
    terms = PoolTerms(100, Fraction(8, 10), Fraction(4, 10))

    with pytest.raises(NoLoans):
        simulate_pool([Loan(100, date(2023, 1, 1), date(2024, 1, 1))], terms, [HALF_LOST], ON)


def test_a_loan_due_in_another_century_is_refused_and_not_waited_for() -> None:
    terms = PoolTerms(100, Fraction(8, 10), Fraction(4, 10))

    with pytest.raises(NoLoans):
        simulate_pool([Loan(100, ON, date(2150, 1, 1))], terms, [HALF_LOST], ON)


def test_a_district_without_own_values_has_those_of_the_notice(
    district: Catalogue, tmp_path: Path
) -> None:
    _, sharing = sharing_of(district, "loan_risk_compensation", ON, tmp_path)

    assert sharing.compensation == Fraction(8, 10)
