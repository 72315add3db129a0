"""A loss pool conserves money, runs dry when it must, and stops new loans in time."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceyuan.engines.pools import BadPool, Course, Loan, PoolTerms, Scenario, run_pool

START = date(2025, 1, 1)
HALF = Fraction(1, 2)


def terms(capital: int, **other: object) -> PoolTerms:
    return PoolTerms(capital, Fraction(8, 10), Fraction(4, 10), **other)  # type: ignore[arg-type]


def all_lost(loans: list[Loan], pool: PoolTerms, months: int = 24) -> Course:
    return run_pool(loans, pool, Scenario("全部违约", (Fraction(1),)), START, months)


def loan(yuan: float, lent: date = date(2024, 3, 1), due: date = date(2025, 3, 1)) -> Loan:
    return Loan(round(yuan * 100), lent, due)


def test_of_250_lost_the_pool_pays_200_the_city_80_the_district_120_the_bank_50() -> None:
    course = all_lost([loan(2_500_000)], terms(10_000_000_00))

    march = course.months[2]
    assert (march.paid, march.municipal, march.district, march.bank) == (
        2_000_000_00,
        800_000_00,
        1_200_000_00,
        500_000_00,
    )


def test_of_123_45_lost_every_part_is_right_to_the_fen() -> None:
    course = all_lost([loan(1_234_500)], terms(10_000_000_00))

    assert course.total("paid") == 987_600_00
    assert course.total("municipal") == 395_040_00
    assert course.total("district") == 592_560_00
    assert course.total("bank") == 246_900_00


def test_the_pool_is_depleted_in_the_month_it_first_cannot_pay_in_full() -> None:
    loans = [loan(1_000_000), loan(1_000_000, due=date(2025, 6, 30))]

    course = all_lost(loans, terms(1_200_000_00))

    assert course.depleted == date(2025, 6, 1)
    assert course.total("paid") == 1_200_000_00
    assert course.total("unpaid") == 400_000_00
    assert course.total("bank") == 800_000_00


def test_a_pool_spent_to_the_last_fen_but_never_short_is_not_depleted() -> None:
    course = all_lost([loan(1_000_000)], terms(800_000_00))

    assert course.months[-1].balance == 0
    assert course.depleted is None


def test_once_the_breaker_is_on_new_loans_are_refused_and_old_claims_are_paid() -> None:
    loans = [
        loan(1_000_000),
        loan(1_000_000, due=date(2025, 8, 1)),
        loan(500_000, lent=date(2025, 5, 1), due=date(2026, 5, 1)),
    ]

    course = all_lost(loans, terms(10_000_000_00, breaker=Fraction(4, 10)))

    assert course.breaker_from == date(2025, 3, 1)
    assert course.total("refused") == 500_000_00
    assert course.total("lent") == 0
    assert course.months[7].paid == 800_000_00


def test_just_below_the_breaker_new_loans_are_made() -> None:
    loans = [
        loan(1_000_000),
        loan(1_000_000.01, due=date(2025, 8, 1)),
        loan(500_000, lent=date(2025, 5, 1), due=date(2026, 5, 1)),
    ]

    course = all_lost(loans, terms(10_000_000_00, breaker=Fraction(4, 10)))

    assert course.total("lent") == 500_000_00


def test_without_losses_a_breaker_of_nought_stays_off() -> None:
    calm = Scenario("无违约", (Fraction(0),))

    course = run_pool([loan(1_000_000)], terms(0, breaker=Fraction(0)), calm, START, 12)

    assert course.breaker_from is None


def test_what_is_recovered_comes_back_in_proportion_to_what_each_bore() -> None:
    pool = terms(10_000_000_00, recovery=HALF, recovery_months=6)

    course = all_lost([loan(1_000_000)], pool)

    september = course.months[8]
    assert september.back_municipal == 160_000_00
    assert september.back_district == 240_000_00
    assert september.back_bank == 100_000_00


def test_rates_follow_month_by_month_and_the_last_goes_on() -> None:
    rising = Scenario("恶化", (Fraction(0), Fraction(1, 10), Fraction(2, 10)))
    loans = [loan(100, due=date(2025, month, 1)) for month in (1, 2, 3, 12)]

    course = run_pool(loans, terms(10_000_00), rising, START, 12)

    assert [course.months[i].lost for i in (0, 1, 2, 11)] == [0, 10_00, 20_00, 20_00]


def test_loans_due_before_the_first_month_are_history() -> None:
    course = all_lost([loan(1_000_000, due=date(2024, 12, 31))], terms(10_000_000_00))

    assert course.total("lost") == 0


@pytest.mark.parametrize(
    "make",
    [
        lambda: Loan(-1, START, START),
        lambda: Loan(1, date(2025, 2, 1), START),
        lambda: PoolTerms(-1, HALF, HALF),
        lambda: PoolTerms(1, Fraction(11, 10), HALF),
        lambda: PoolTerms(1, HALF, HALF, recovery_months=0),
        lambda: Scenario("空", ()),
        lambda: Scenario("过多", (Fraction(-1, 10),)),
    ],
)
def test_what_cannot_be_is_refused(make: object) -> None:
    with pytest.raises(BadPool):
        make()  # type: ignore[operator]


def shares() -> st.SearchStrategy[Fraction]:
    return st.fractions(min_value=0, max_value=1, max_denominator=1000)


@st.composite
def loan_books(draw: st.DrawFn) -> list[Loan]:
    made = []
    for _ in range(draw(st.integers(0, 12))):
        lent = draw(st.dates(date(2023, 1, 1), date(2026, 12, 31)))
        due = draw(st.dates(lent, date(2028, 12, 31)))
        made.append(Loan(draw(st.integers(0, 10**12)), lent, due))
    return made


@given(
    loans=loan_books(),
    capital=st.integers(0, 10**12),
    parts=st.tuples(shares(), shares(), shares(), shares()),
    breaker=st.none() | shares(),
    rates=st.lists(shares(), min_size=1, max_size=6),
    lag=st.integers(1, 24),
)
def test_money_is_conserved_whatever_happens(
    loans: list[Loan],
    capital: int,
    parts: tuple[Fraction, Fraction, Fraction, Fraction],
    breaker: Fraction | None,
    rates: list[Fraction],
    lag: int,
) -> None:
    compensation, municipal, recovery, _ = parts
    pool = PoolTerms(capital, compensation, municipal, recovery, lag, breaker)

    course = run_pool(loans, pool, Scenario("任意", tuple(rates)), START, 90)

    for month in course.months:
        assert month.lost == month.paid + month.bank
        assert 0 <= month.paid <= month.claimed <= month.lost <= month.fell_due
        assert min(month.municipal, month.district, month.bank) >= 0
        assert min(month.balance_municipal, month.balance_district, month.outstanding) >= 0
    back = course.total("back_municipal") + course.total("back_district")
    assert course.months[-1].balance == capital - course.total("paid") + back
    assert course.total("back_bank") + back <= course.total("lost")
    live = sum(one.principal for one in loans if one.due >= START)
    assert course.total("fell_due") + course.total("refused") == live
    assert course.months[-1].outstanding == 0
