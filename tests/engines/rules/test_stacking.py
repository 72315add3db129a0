"""What a firm gets of several programmes together, to the fen and to the order of naming."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceyuan.engines.rules.stacking import BadStacking, StackingRule, Way, stack


def _paid(amounts: dict[str, int], *rules: StackingRule) -> dict[str, int]:
    return {grant.programme: grant.paid for grant in stack(amounts, rules)}


def _rule(way: Way, *programmes: str, cap: int | None = None, share: float = 0.0) -> StackingRule:
    return StackingRule(way, programmes, "第一条", cap, share)


def test_highest_only_keeps_the_largest_and_says_why_the_others_pay_nothing() -> None:
    grants = stack({"city": 300, "district": 500}, [_rule(Way.HIGHEST_ONLY, "city", "district")])

    assert [(g.programme, g.paid) for g in grants] == [("city", 0), ("district", 500)]
    assert grants[0].because == ("就高不重复（第一条）",)


def test_of_equal_amounts_the_first_named_is_kept() -> None:
    rule = _rule(Way.HIGHEST_ONLY, "b", "a")

    assert _paid({"a": 100, "b": 100, "c": 7}, rule) == {"a": 0, "b": 100, "c": 7}


def test_a_cap_on_the_total_cuts_the_last_named_first() -> None:
    rule = _rule(Way.TOTAL_CAP, "a", "b", "c", cap=150)

    assert _paid({"a": 100, "b": 100, "c": 100}, rule) == {"a": 100, "b": 50, "c": 0}


@given(st.lists(st.integers(0, 10**12), min_size=2, max_size=30))
def test_a_cap_holds_whatever_is_asked(amounts: list[int]) -> None:
    asked = {f"p{i}": amount for i, amount in enumerate(amounts)}

    paid = _paid(asked, _rule(Way.TOTAL_CAP, *asked, cap=1000))

    assert sum(paid.values()) == min(1000, sum(amounts))


def test_a_match_is_rounded_down_to_the_fen_and_capped() -> None:
    rule = _rule(Way.MATCHING, "a", "b", share=0.5)
    capped = _rule(Way.MATCHING, "a", "b", share=0.5, cap=40)

    assert _paid({"a": 0, "b": 101}, rule) == {"a": 50, "b": 101}
    assert _paid({"a": 0, "b": 101}, capped) == {"a": 40, "b": 101}


def test_what_excludes_others_is_dropped_only_where_one_of_them_pays() -> None:
    rule = _rule(Way.EXCLUDES, "a", "b")

    assert _paid({"a": 5, "b": 1}, rule) == {"a": 0, "b": 1}
    assert _paid({"a": 5, "b": 0}, rule) == {"a": 5, "b": 0}


def test_a_rule_sees_what_the_rules_before_it_left() -> None:
    rules = (_rule(Way.TOTAL_CAP, "a", "b", cap=60), _rule(Way.MATCHING, "c", "b", share=1.0))

    assert _paid({"a": 50, "b": 50, "c": 0}, *rules) == {"a": 50, "b": 10, "c": 10}
    assert _paid({"a": 50, "b": 50, "c": 0}, *rules[::-1]) == {"a": 50, "b": 10, "c": 50}


@pytest.mark.parametrize(
    "rule",
    [
        _rule(Way.HIGHEST_ONLY, "a"),
        _rule(Way.TOTAL_CAP, "a", "b"),
        _rule(Way.TOTAL_CAP, "a", "b", cap=-1),
        _rule(Way.MATCHING, "a", "b", share=0.5, cap=-1),
    ],
)
def test_a_rule_that_is_not_whole_is_refused(rule: StackingRule) -> None:
    with pytest.raises(BadStacking):
        stack({"a": 1, "b": 1}, [rule])
