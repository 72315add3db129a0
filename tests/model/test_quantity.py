from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceyuan.model.hedge import Hedge
from ceyuan.model.interval import Interval
from ceyuan.model.quantity import Quantity

_BOUNDS = st.none() | st.decimals(allow_nan=False, allow_infinity=False, places=2)
_INTERVALS = st.tuples(_BOUNDS, _BOUNDS).map(
    lambda b: Interval(*(sorted(b) if None not in b else b))
)


def test_each_hedge_allows_its_own_values():
    hundred = Decimal(100)

    assert Quantity(hundred, "家").interval == Interval(hundred, hundred)
    assert Quantity(hundred, "家", Hedge.AT_LEAST).interval == Interval(hundred, None)
    assert Quantity(hundred, "家", Hedge.AT_MOST).interval == Interval(None, hundred)
    assert Quantity(hundred, "家", Hedge.ABOUT).interval == Interval(Decimal(90), Decimal(110))
    assert Quantity(Decimal(3), "家", Hedge.BETWEEN, Decimal(5)).interval == Interval(
        Decimal(3), Decimal(5)
    )


def test_about_a_negative_amount_reaches_to_both_sides_of_it():
    assert Quantity(Decimal(-100), "%", Hedge.ABOUT).interval == Interval(
        Decimal(-110), Decimal(-90)
    )


def test_an_interval_cannot_run_backwards():
    with pytest.raises(ValueError, match="cannot run"):
        Interval(Decimal(2), Decimal(1))


def test_over_220_and_231_can_both_be_true_but_not_over_220_and_219():
    over = Quantity(Decimal(220), "家", Hedge.AT_LEAST).interval

    assert over.meets(Quantity(Decimal(231), "家").interval)
    assert not over.meets(Quantity(Decimal(219), "家").interval)


@given(_INTERVALS, _INTERVALS)
def test_meeting_is_mutual(one, other):
    assert one.meets(other) == other.meets(one)
    assert one.meets(one)
