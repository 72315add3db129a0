"""Amounts as registers print them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceyuan.engines.reading.table.cells.amount import read_amount
from ceyuan.engines.reading.table.grid import tidy
from ceyuan.model.hedge import Hedge
from ceyuan.model.quantity import Quantity


def amount(value, unit="万元", base="元"):
    outcome = read_amount(value, tidy(value), unit=unit, base=base)
    return outcome.values[0].amount if outcome.values else None


def told(value, unit="万元", base="元"):
    return [f.code for f in read_amount(value, tidy(value), unit=unit, base=base).findings]


def test_a_stored_number_is_taken_in_the_unit_of_its_column():
    assert amount(385.6) == 3_856_000


def test_text_digits_thousands_separators_and_full_width_are_numbers_too():
    assert [amount(v) for v in ("165", "1,650.5", "１６５．５", "1 650")] == [
        1_650_000,
        16_505_000,
        1_655_000,
        16_500_000,
    ]


def test_thousand_yuan_is_not_ten_thousand_yuan():
    assert amount(12506, unit="千元") == 12_506_000


def test_a_unit_in_the_cell_wins_over_the_heading_and_is_told():
    assert amount("285000元") == 285_000
    assert told("285000元") == ["unit_in_cell"]


def test_the_same_unit_in_cell_and_heading_is_no_news():
    assert amount("28.5万元") == 285_000
    assert told("28.5万元") == []


def test_a_scale_alone_under_a_heading_with_a_scale_is_counted_once_and_told():
    assert amount("350万") == 3_500_000
    assert told("350万") == ["unit_twice"]


@pytest.mark.parametrize(
    "printed", ["(12.5)", "（１２.５）", "-12.5", "－12.5", "—12.5", "▲12.5", "−12.5"]
)
def test_a_loss_is_negative_however_it_is_printed(printed):
    assert amount(printed) == -125_000


def test_hedges_are_kept_and_told():
    outcome = read_amount("约150", "约150", unit="万元", base="元")

    assert outcome.values == (Quantity(Decimal(1_500_000), "元", Hedge.ABOUT),)
    assert [f.code for f in outcome.findings] == ["approximate"]


def test_hedges_behind_the_number_and_ranges_are_kept():
    read = {
        text: read_amount(text, text, unit="人", base="人").values[0]
        for text in ("100以上", "300余人", "不足50", "3—5")
    }

    assert read["100以上"].hedge is Hedge.AT_LEAST
    assert read["300余人"].hedge is Hedge.AT_LEAST
    assert read["不足50"].hedge is Hedge.AT_MOST
    assert (read["3—5"].hedge, read["3—5"].upper) == (Hedge.BETWEEN, Decimal(5))


@pytest.mark.parametrize("printed", ["USD 120,000", "12万美元", "€ 3,000", "120000日元"])
def test_foreign_money_is_not_converted_but_kept_as_printed(printed):
    outcome = read_amount(printed, printed, unit="万元", base="元")

    assert outcome.values == ()
    assert outcome.original == printed
    assert [f.code for f in outcome.findings] == ["foreign_currency"]


@pytest.mark.parametrize("printed", ["面议", "12/60", "待定", "1,23", "12人3", "三五"])
def test_what_is_no_single_amount_stays_empty_and_is_told(printed):
    assert amount(printed) is None
    assert told(printed) == ["not_an_amount"]


def test_money_without_any_unit_is_not_guessed():
    assert amount(500, unit="") is None
    assert told(500, unit="") == ["unit_missing"]


def test_counts_need_no_unit():
    assert amount(45, unit="", base="人") == 45


def test_a_unit_of_another_family_is_refused():
    assert amount(45, unit="人", base="元") is None
    assert told(45, unit="人", base="元") == ["unit_does_not_fit"]


def test_half_a_person_is_doubted():
    assert told(12.5, unit="人", base="人") == ["broken_count"]


def test_numbers_in_characters_are_read():
    assert amount("壹佰万元整", unit="") == 1_000_000
    assert amount("二十三人", unit="人", base="人") == 23


def test_years_are_months_where_months_are_counted():
    assert amount("1年", unit="", base="个月") == 12
    assert amount("36个月", unit="", base="个月") == 36


def test_a_stored_number_of_sixteen_digits_has_lost_some():
    assert amount(2.0235e17) is None


@given(
    st.decimals(min_value=-(10**9), max_value=10**9, places=2),
    st.sampled_from(["元", "千元", "万元", "亿元"]),
)
def test_what_is_printed_in_a_unit_is_read_back_exactly(number, unit):
    factor = {"元": 1, "千元": 1000, "万元": 10**4, "亿元": 10**8}[unit]

    assert amount(f"{number:,}", unit=unit) == number * factor
    assert amount(f"{number}{unit}", unit="") == number * factor


@given(st.text(max_size=30))
def test_no_text_breaks_the_reader(text):
    read_amount(text, tidy(text), unit="万元", base="元")
