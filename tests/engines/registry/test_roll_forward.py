"""Opening + new − lapsed = closing."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from ceyuan.engines.registry.roll_forward import Membership, PublicFigure, Verdict, roll_forward
from ceyuan.model.interval import Interval

START, END = date(2023, 12, 31), date(2024, 12, 31)


def figure(low, high=None, day=END):
    bound = Decimal(low), Decimal(high if high is not None else low)
    return PublicFigure("f", "d", day, str(low), Interval(*bound))


def test_members_that_came_and_went_make_the_difference():
    members = [
        Membership("a", date(2020, 1, 1)),
        Membership("b", date(2020, 1, 1), date(2024, 6, 30)),
        Membership("c", date(2024, 3, 1)),
        Membership("d", date(2024, 3, 1), date(2024, 9, 1)),
    ]

    rolled = roll_forward("kilns", members, START, END)

    assert (rolled.opening, rolled.new, rolled.lapsed, rolled.closing) == (2, 2, 2, 2)
    assert rolled.adds_up


def test_a_member_counts_on_its_first_and_on_its_last_day():
    members = [Membership("a", END), Membership("b", date(2020, 1, 1), END)]

    assert roll_forward("kilns", members, START, END).closing == 2


def test_members_without_a_day_stand_beside_the_sum():
    rolled = roll_forward("kilns", [Membership("a", None), Membership("b", START)], START, END)

    assert (rolled.closing, rolled.undated) == (1, ("a",))


def test_a_public_figure_of_the_same_day_agrees_or_differs_by():
    members = [Membership(str(n), date(2020, 1, 1)) for n in range(107)]

    rolled = roll_forward(
        "kilns", members, START, END, [figure(107), figure(109), figure(100, 120)]
    )

    assert [(c.verdict, c.by) for c in rolled.comparisons] == [
        (Verdict.AGREES, None),
        (Verdict.DIFFERS, 2),
        (Verdict.AGREES, None),
    ]


def test_a_figure_of_another_day_is_not_compared():
    assert (
        roll_forward("kilns", [], START, END, [figure(3, day=date(2024, 6, 30))]).comparisons == ()
    )


days = st.dates(min_value=date(2022, 1, 1), max_value=date(2026, 1, 1))


@given(st.lists(st.tuples(days, st.none() | st.integers(0, 900)), max_size=30))
def test_the_sum_always_holds_for_members_with_their_days(spans):
    members = [
        Membership(str(n), since, since + timedelta(days=length) if length is not None else None)
        for n, (since, length) in enumerate(spans)
    ]

    assert roll_forward("kilns", members, START, END).adds_up
