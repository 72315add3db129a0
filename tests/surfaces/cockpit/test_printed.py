"""Figures, periods and days read as people write them, and never lose a digit."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceyuan.model.hedge import Hedge
from ceyuan.model.kind import Field, FieldType
from ceyuan.model.measure import Measure
from ceyuan.model.period import parse_period
from ceyuan.model.quantity import Quantity
from ceyuan.surfaces.cockpit.printed import print_text, print_value
from ceyuan.surfaces.cockpit.printed_period import print_moment, print_period, print_publication

LEVEL, GROWTH = Measure.LEVEL, Measure.GROWTH
AMOUNTS = st.decimals(
    min_value=0, max_value=10**13, allow_nan=False, allow_infinity=False, places=2
)


def amount_read_back(printed: str) -> Decimal:
    number = printed.replace(",", "").replace("+", "").replace("−", "-")
    for word, power in (("亿", 8), ("万", 4)):
        if word in number:
            return Decimal(number.partition(word)[0]).scaleb(power)
    return Decimal("".join(c for c in number if c in "-.0123456789"))


@given(AMOUNTS, st.sampled_from(["元", "家", "%", "人", "平方公里"]))
def test_no_digit_is_lost_in_either_language(amount, unit):
    for language in ("zh", "en"):
        printed = print_value(Quantity(amount, unit), LEVEL, language)

        assert amount_read_back(printed.number + printed.unit) == amount
        assert amount_read_back(printed.exact) == amount


@pytest.mark.parametrize(
    ("amount", "unit", "chinese", "english"),
    [
        ("51260000000", "元", "512.6亿元", "CNY 51,260,000,000"),
        ("35000", "家", "3.5万家", "35,000"),
        ("12345", "家", "12,345家", "12,345"),
        ("1234567.89", "元", "1,234,567.89元", "CNY 1,234,567.89"),
        ("2.60", "%", "2.6%", "2.6%"),
        ("3.2", "万平方米", "3.2万平方米", "32,000 m²"),
        ("153", "人", "153人", "153 people"),
        ("0", "件", "0件", "0"),
    ],
)
def test_chinese_counts_in_wan_and_yi_where_exact_and_english_groups_digits(
    amount, unit, chinese, english
):
    quantity = Quantity(Decimal(amount), unit)

    assert str(print_value(quantity, LEVEL, "zh")) == chinese
    assert str(print_value(quantity, LEVEL, "en")) == english


@pytest.mark.parametrize(
    ("hedge", "chinese", "english"),
    [
        (Hedge.EXACT, "220家", "220"),
        (Hedge.AT_LEAST, "不低于220家", "at least 220"),
        (Hedge.AT_MOST, "不超过220家", "at most 220"),
        (Hedge.ABOUT, "约220家", "about 220"),
    ],
)
def test_a_hedge_is_said_in_words(hedge, chinese, english):
    quantity = Quantity(Decimal(220), "家", hedge)

    assert str(print_value(quantity, LEVEL, "zh")) == chinese
    assert str(print_value(quantity, LEVEL, "en")) == english


def test_a_range_shows_both_ends():
    between = Quantity(Decimal(3), "家", Hedge.BETWEEN, Decimal(5))

    assert str(print_value(between, LEVEL, "zh")) == "3–5家"


def test_growth_carries_its_sign():
    up, down = Quantity(Decimal("7.8"), "%"), Quantity(Decimal("-3.2"), "%")

    assert str(print_value(up, GROWTH, "zh")) == "+7.8%"
    assert str(print_value(down, GROWTH, "zh")) == "−3.2%"


def test_truths_and_texts_read_in_the_language_of_the_page():
    assert str(print_value(True, LEVEL, "zh")) == "是"
    assert str(print_value(False, LEVEL, "en")) == "no"
    assert str(print_value("孵化器", LEVEL, "en")) == "孵化器"


@pytest.mark.parametrize(
    ("written", "chinese", "english"),
    [
        ("2021", "2021年", "2021"),
        ("2022-Q1", "2022年一季度", "Q1 2022"),
        ("2021-01/2021-11", "2021年1—11月", "Jan–Nov 2021"),
        ("2016/2020", "2016—2020年", "2016–2020"),
        ("2021-03/2022-02", "2021年3月—2022年2月", "Mar 2021 – Feb 2022"),
        ("as_of 2020-12-31", "截至2020年12月31日", "as of 31 Dec 2020"),
        ("as_of 2020-12", "截至2020年12月末", "end of Dec 2020"),
        ("as_of 2020", "截至2020年末", "end of 2020"),
    ],
)
def test_periods_read_as_officers_write_them(written, chinese, english):
    assert print_period(parse_period(written), "zh") == chinese
    assert print_period(parse_period(written), "en") == english


def test_an_unknown_period_says_so():
    assert print_period(None, "zh") == "期间不详"
    assert print_publication(None, "en") == "undated"


def test_moments_are_told_in_beijing_time():
    assert print_moment(datetime(2024, 6, 30, 23, 5, tzinfo=UTC), "zh") == "2024年7月1日 07:05"


def test_a_unit_nobody_has_listed_is_printed_as_the_ledger_keeps_it():
    assert str(print_value(Quantity(Decimal(7), "斛"), LEVEL, "en")) == "7 斛"


def test_a_choice_is_printed_by_its_official_word():
    size = Field(
        "size",
        "企业规模",
        "size class",
        FieldType.CHOICE,
        choices={"small": ("小型", "小型企业"), "b": ("B类", "B"), "own_kind": ("自建",)},
    )

    said = [str(print_text(key, size, "zh")) for key in ("small", "b", "own_kind", "别的")]
    english = [str(print_text(key, size, "en")) for key in ("small", "b", "own_kind")]

    assert said == ["小型", "B类", "自建", "别的"]
    assert english == ["small", "B", "own kind"]


@pytest.mark.parametrize(
    ("written", "chinese", "english"),
    [
        ("2014-03", "2014年3月", "Mar 2014"),
        ("2014", "2014年", "2014"),
        ("2014-13", "2014-13", None),
    ],
)
def test_a_day_known_to_the_month_or_the_year_reads_as_one(written, chinese, english):
    founded = Field("founded", "成立日期", "founded", FieldType.DATE)

    assert str(print_text(written, founded, "zh")) == chinese
    assert str(print_text(written, founded, "en")) == (english or written)
