"""What each word means for values that are unknown, zero, or exactly on the limit."""

from datetime import date
from typing import Any

import pytest

from ceyuan.authoring import rules as words
from ceyuan.authoring.rules import Band, BandTable, Column, Type
from ceyuan.authoring.rules.column import MisusedColumn
from ceyuan.engines.rules.arrays import compute_column
from ceyuan.engines.rules.vector import constant

UNKNOWN_NUMBER = words.first_known(None, None)
UNKNOWN_DAY = Column("literal", (None,), Type.DAY)
UNKNOWN_TRUTH = Column("literal", (None,), Type.TRUTH)


def value(column: Any) -> Any:
    return compute_column(words.first_known(column), {}).over(1).at(0)


def day(year: int, month: int, day_of_month: int) -> Column:
    days = (date(year, month, day_of_month) - date(1970, 1, 1)).days
    return Column("literal", (days,), Type.DAY)


def test_a_ratio_over_zero_is_unknown() -> None:
    assert value(words.ratio(1, 0)) is None
    assert value(words.ratio(0, 5)) == 0


def test_halves_are_rounded_up() -> None:
    assert value(words.half_up(2.5, 0)) == 3
    assert value(words.half_up(-2.5, 0)) == -2
    assert value(words.half_up(12_345, -2)) == 12_300


def test_whole_times_are_rounded_down_below_zero_too() -> None:
    assert value(words.floor_div(-7, 2)) == -4
    assert value(words.floor_div(7, 0)) is None


def test_the_smallest_of_known_and_unknown_is_unknown_but_the_best_is_known() -> None:
    assert value(words.least(1, UNKNOWN_NUMBER)) is None
    assert value(words.best_of(1, UNKNOWN_NUMBER)) == 1
    assert value(words.best_of(UNKNOWN_NUMBER, 2)) == 2
    assert value(words.best_of(1, UNKNOWN_NUMBER, 3, 2)) == 3


def test_a_failed_condition_settles_the_whole_whatever_is_unknown() -> None:
    assert value(words.all_of(False, UNKNOWN_TRUTH)) is False
    assert value(words.all_of(True, UNKNOWN_TRUTH)) is None
    assert value(words.any_of(True, UNKNOWN_TRUTH)) is True


@pytest.mark.parametrize(
    ("n", "truths", "wanted"),
    [
        (1, (True, UNKNOWN_TRUTH), True),
        (2, (True, UNKNOWN_TRUTH), None),
        (2, (False, UNKNOWN_TRUTH), False),
    ],
)
def test_at_least_n_hold_or_can_or_cannot(n: int, truths: tuple[Any, ...], wanted: Any) -> None:
    assert value(words.at_least_n_of(n, *truths)) is wanted


def test_an_unknown_earlier_case_makes_the_whole_unknown() -> None:
    assert value(words.when(UNKNOWN_TRUTH, 1).when(True, 2).otherwise(3)) is None
    assert value(words.when(True, 1).when(UNKNOWN_TRUTH, 2).otherwise(3)) == 1


def test_a_band_includes_the_bound_the_text_includes() -> None:
    table = BandTable("t", (Band(None, False, 50, True, 5), Band(50, False, None, False, 4)))

    assert value(words.band(50, table)) == 5
    assert value(words.band(50.01, table)) == 4
    assert value(words.band(UNKNOWN_NUMBER, table)) is None


def test_three_years_to_the_day_are_three_years() -> None:
    assert value(words.years_between(day(2020, 6, 1), day(2023, 6, 1))) == 3
    assert value(words.years_between(day(2020, 6, 2), day(2023, 6, 1))) == 2


def test_three_years_to_the_day_are_within_three_years_and_a_day_more_is_not() -> None:
    assert value(words.years_begun(day(2020, 6, 1), day(2023, 6, 1))) == 3
    assert value(words.years_begun(day(2020, 6, 1), day(2023, 6, 2))) == 4
    assert value(words.years_begun(day(2020, 2, 29), day(2023, 2, 28))) == 3
    assert value(words.years_begun(day(2020, 2, 29), day(2023, 3, 1))) == 4
    assert value(words.years_begun(UNKNOWN_DAY, day(2023, 6, 1))) is None


def test_a_month_without_that_day_ends_with_its_last() -> None:
    assert value(words.months_between(day(2024, 1, 31), day(2024, 2, 29))) == 1
    assert value(words.years_between(day(2020, 2, 29), day(2021, 2, 28))) == 1


def test_years_before_the_founding_count_as_nothing_and_later_gaps_are_unknown() -> None:
    on = day(2025, 6, 1)

    young = words.sum_over_years(5, None, None, founded_on=day(2024, 3, 1), on=on)
    holed = words.sum_over_years(5, None, 7, founded_on=day(2010, 1, 1), on=on)
    newborn = words.sum_over_years(None, None, None, founded_on=day(2025, 1, 1), on=on)

    assert (value(young), value(holed), value(newborn)) == (5, None, None)


def test_growth_to_the_official_edge_cases() -> None:
    assert value(words.growth(100, 115)) == 0.15
    assert value(words.growth(0, 115)) is None
    assert value(words.mean_growth(0, 100, 130)) == 0.3
    assert value(words.mean_growth(500, 0, 900)) == 0
    assert value(words.mean_growth(3000, 3900, 4875)) == 0.275


def test_growth_of_exactly_the_limit_reaches_it() -> None:
    assert value(words.compound_growth(10_000, 14_400, 2) >= 0.2) is True


def test_compound_growth_is_asked_without_a_root() -> None:
    assert value(words.compounded(0.4, 3)) == 1.744
    assert value(words.growth(1_000, 2_744) >= words.compounded(0.4, 3)) is True
    assert value(words.growth(1_000, 2_743) >= words.compounded(0.4, 3)) is False


def test_a_mean_is_unknown_where_one_of_its_rates_is() -> None:
    assert value(words.mean_of(0.4, 0.4, 0.4)) == 0.4
    assert value(words.mean_of(0.4, UNKNOWN_NUMBER)) is None


def test_half_a_fen_is_paid_as_a_whole_one() -> None:
    assert value(words.to_the_fen(10.5)) == 11
    assert value(words.to_the_fen(10.49)) == 10


def test_words_of_a_list_are_whole_words() -> None:
    titles = Column("literal", ("|小巨人培育|高企|",), Type.TEXT)

    assert value(words.has_word(titles, "小巨人")) is False
    assert value(words.has_any(titles, ["小巨人", "高企"])) is True


def test_a_grade_is_counted_from_the_first() -> None:
    def grade(text: str | None) -> Column:
        return Column("literal", (text,), Type.TEXT)

    assert value(words.place_in(grade("a"), "abcde")) == 1
    assert value(words.place_in(grade("e"), "abcde")) == 5
    assert value(words.place_in(grade("f"), "abcde")) is None
    assert value(words.place_in(grade(None), "abcde")) is None


def test_one_of_is_unknown_only_where_the_text_is() -> None:
    grade = Column("literal", ("a",), Type.TEXT)

    assert value(words.one_of(grade, ["a", "b"])) is True
    assert value(words.one_of(grade, [])) is False


@pytest.mark.parametrize(
    "misuse",
    [
        lambda: bool(words.ratio(1, 2)),
        lambda: words.ratio(1, 2) / 2,
        lambda: words.known_or(1, 0, why=" "),
        lambda: words.compound_growth(1, 2, 3),
        lambda: words.band(1, 5),  # type: ignore[arg-type]
        lambda: words.least(),
        lambda: words.least(object()),  # type: ignore[arg-type]
    ],
)
def test_what_a_column_cannot_answer_is_refused_at_once(misuse: Any) -> None:
    with pytest.raises(MisusedColumn):
        misuse()


def test_a_constant_is_known_unless_it_is_none() -> None:
    assert constant(1.0, Type.NUMBER).at(0) == 1.0
    assert constant(None, Type.TRUTH).at(0) is None
