"""Which figures cannot all be true."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceyuan.model.claim import Claim
from ceyuan.model.disagreement import allowed, disagreements
from ceyuan.model.fact import Fact, fact_id
from ceyuan.model.hedge import Hedge
from ceyuan.model.locator import TextSpan
from ceyuan.model.measure import Measure
from ceyuan.model.period import parse_period
from ceyuan.model.quantity import Quantity
from ceyuan.model.section import Section
from ceyuan.model.standing import Standing

_spots = iter(range(10**9))


def a_fact(
    amount: str,
    unit: str = "家",
    *,
    quote: str = "",
    period: str | None = "as_of 2024-12-31",
    hedge: Hedge = Hedge.EXACT,
    standing: Standing = Standing.REPORTED,
    measure: Measure = Measure.LEVEL,
    subject: str = "place:990101",
    document: str = "d1",
    qualifiers: tuple[str, ...] = (),
) -> Fact:
    at = next(_spots)
    claim = Claim(
        subject="云岫区",
        kind="district",
        property="tech_firms",
        indicator="科技型企业数(累计)",
        value=Quantity(Decimal(amount), unit, hedge),
        measure=measure,
        period=parse_period(period) if period else None,
        standing=standing,
        section=Section.MAIN,
        locator=TextSpan(at, at + 1),
        quote=quote or f"{amount}{unit}",
        qualifiers=qualifiers,
    )
    return Fact(
        fact_id(subject, claim, document), subject, claim, document, "r", "1", date(2025, 1, 1)
    )


def test_two_exact_counts_of_one_day_that_differ_disagree() -> None:
    low, high = a_fact("120"), a_fact("121")

    (found,) = disagreements([high, low])

    assert found.facts == (low, high)
    assert (found.unit, str(found.period)) == ("家", "as_of 2024-12-31")
    assert found.within_one_document()


def test_equal_counts_agree() -> None:
    assert disagreements([a_fact("120"), a_fact("120", document="d2")]) == ()


@pytest.mark.parametrize(
    "apart",
    [
        {"period": "as_of 2023-12-31"},
        {"period": "2024"},
        {"period": None},
        {"measure": Measure.GROWTH},
        {"subject": "place:500120"},
        {"standing": Standing.TARGET},
        {"standing": Standing.EXPECTED},
        {"unit": "个"},
        {"qualifiers": ("annual_average",)},
    ],
)
def test_figures_about_different_things_are_not_compared(apart: dict[str, object]) -> None:
    assert disagreements([a_fact("120"), a_fact("500", **apart)]) == ()  # type: ignore[arg-type]


def test_a_register_disagrees_with_an_article() -> None:
    article = a_fact("120", document="d1")
    register = a_fact("117", document="d2", standing=Standing.REGISTERED)

    (found,) = disagreements([article, register])

    assert not found.within_one_document()


def test_two_targets_for_one_year_disagree() -> None:
    first = a_fact("300", standing=Standing.TARGET)
    second = a_fact("350", standing=Standing.TARGET)

    assert len(disagreements([first, second])) == 1


@pytest.mark.parametrize(
    ("hedge", "amount", "agrees"),
    [
        (Hedge.AT_LEAST, "100", True),
        (Hedge.AT_LEAST, "121", False),
        (Hedge.AT_MOST, "121", True),
        (Hedge.AT_MOST, "119", False),
        (Hedge.ABOUT, "125", True),
        (Hedge.ABOUT, "160", False),
    ],
)
def test_a_hedge_is_taken_at_its_word(hedge: Hedge, amount: str, agrees: bool) -> None:
    found = disagreements([a_fact("120"), a_fact(amount, hedge=hedge)])

    assert (found == ()) is agrees


@pytest.mark.parametrize(
    ("first", "second", "agrees"),
    [
        (("5800000000", "58亿元"), ("5830000000", "58.3亿元"), True),
        (("5800000000", "58亿元"), ("5870000000", "58.7亿元"), False),
        (("5800000000", "58.0亿元"), ("5830000000", "58.3亿元"), False),
        (("35000", "3.5万"), ("35021", "35021"), True),
        (("35000", "35000"), ("35021", "35021"), False),
        (("12.3", "12.3%"), ("12.34", "12.34%"), True),
        (("12.3", "12.3%"), ("12.4", "12.4%"), False),
    ],
)
def test_a_number_is_as_exact_as_it_was_printed(
    first: tuple[str, str], second: tuple[str, str], agrees: bool
) -> None:
    facts = [a_fact(amount, "元", quote=quote) for amount, quote in (first, second)]

    assert (disagreements(facts) == ()) is agrees


def test_a_day_and_a_month_that_end_together_are_one_time_for_a_stock() -> None:
    facts = [a_fact("120", period="as_of 2024-12"), a_fact("130", period="as_of 2024-12-31")]

    assert len(disagreements(facts)) == 1


@given(st.lists(st.integers(0, 6), min_size=2, max_size=6))
def test_there_is_a_disagreement_exactly_where_two_intervals_do_not_meet(
    amounts: list[int],
) -> None:
    facts = [a_fact(str(amount)) for amount in amounts]

    apart = any(not allowed(a).meets(allowed(b)) for a in facts for b in facts)

    assert bool(disagreements(facts)) is apart
