"""Budgets: to the fen, and never more than there is."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceyuan.engines.rules.simulate import NoBudget, Rationing, ration

AMOUNTS = st.lists(st.integers(0, 10**12), min_size=1, max_size=30)


@given(AMOUNTS, st.integers(0, 10**12), st.sampled_from(Rationing))
def test_a_budget_is_never_overspent_and_nobody_gets_more_than_asked(
    amounts: list[int], fen: int, how: Rationing
) -> None:
    asked = np.array(amounts, dtype=np.int64)

    paid = ration(asked, fen / 100, how)

    assert (paid.amounts <= asked).all()
    assert (paid.amounts >= 0).all()
    assert paid.left >= 0
    assert int(paid.amounts.sum()) + paid.left == round(fen / 100 * 100)
    assert paid.left == 0 or (paid.amounts == asked).all()


def test_first_come_pays_in_order_until_nothing_is_left() -> None:
    paid = ration(np.array([500, 500, 500]), 8, Rationing.FIRST_COME)

    assert paid.amounts.tolist() == [500, 300, 0]
    assert paid.unserved == 1


def test_pro_rata_gives_the_odd_fen_to_the_largest_remainder() -> None:
    paid = ration(np.array([100, 100, 100]), 1, Rationing.PRO_RATA)

    assert paid.amounts.tolist() == [34, 33, 33]


@pytest.mark.parametrize("budget", [-1.0, float("nan"), float("inf")])
def test_a_budget_that_is_no_amount_is_refused(budget: float) -> None:
    with pytest.raises(NoBudget):
        ration(np.array([1]), budget, Rationing.PRO_RATA)
