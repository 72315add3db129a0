"""Budgets and stacking: to the fen, and never more than there is."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceyuan.engines.rules.simulate import NoBudget, Rationing, ration
from ceyuan.engines.rules.stacking import BadStacking, StackingRule, Way, stack

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


def test_highest_only_keeps_the_largest_and_says_why_the_others_pay_nothing() -> None:
    rule = StackingRule(Way.HIGHEST_ONLY, ("city", "district"), "第九条")

    grants = stack({"city": 300, "district": 500}, [rule])

    assert [(g.programme, g.paid) for g in grants] == [("city", 0), ("district", 500)]
    assert grants[0].because == ("就高不重复（第九条）",)


def test_a_cap_on_the_total_cuts_the_last_named_first() -> None:
    rule = StackingRule(Way.TOTAL_CAP, ("city", "district"), "第十条", cap=600)

    assert [g.paid for g in stack({"city": 400, "district": 500}, [rule])] == [400, 200]


def test_matching_adds_a_share_of_what_the_city_pays_up_to_its_own_limit() -> None:
    rule = StackingRule(Way.MATCHING, ("match", "city"), "第三条", cap=150, share=0.5)

    assert [g.paid for g in stack({"match": 0, "city": 200}, [rule])] == [100, 200]
    assert [g.paid for g in stack({"match": 0, "city": 400}, [rule])] == [150, 400]


def test_what_excludes_pays_nothing_where_another_pays() -> None:
    rule = StackingRule(Way.EXCLUDES, ("loan_aid", "bond_aid"), "第七条")

    assert [g.paid for g in stack({"loan_aid": 5, "bond_aid": 1}, [rule])] == [0, 1]
    assert [g.paid for g in stack({"loan_aid": 5, "bond_aid": 0}, [rule])] == [5, 0]


def test_rules_apply_in_their_order() -> None:
    matching = StackingRule(Way.MATCHING, ("match", "city"), "第三条", share=1.0)
    cap = StackingRule(Way.TOTAL_CAP, ("city", "match"), "第四条", cap=500)

    assert [g.paid for g in stack({"city": 400, "match": 0}, [matching, cap])] == [400, 100]


def test_a_rule_about_one_programme_only_is_refused() -> None:
    with pytest.raises(BadStacking):
        stack({"city": 1}, [StackingRule(Way.HIGHEST_ONLY, ("city",), "第九条")])


@given(AMOUNTS)
def test_a_cap_holds_whatever_is_asked(amounts: list[int]) -> None:
    names = tuple(f"p{i}" for i in range(len(amounts)))
    rules = [StackingRule(Way.TOTAL_CAP, names, "第四条", cap=1000)] if len(names) > 1 else []

    paid = sum(g.paid for g in stack(dict(zip(names, amounts, strict=True)), rules))

    assert paid <= 1000 or not rules
