import contextlib
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceyuan.model.numeral import PLAIN, UnreadableNumeral, parse_numeral, print_numeral


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("一百二十", "120"),
        ("一百零二", "102"),
        ("一百二", "120"),
        ("三万五", "35000"),
        ("两", "2"),
        ("十", "10"),
        ("十五万", "150000"),
        ("廿五", "25"),
        ("三点五亿", "350000000"),
        ("二〇二一", "2021"),
        ("一千零一万零一", "10010001"),
        ("两万亿", "2000000000000"),
        ("3.5万", "35000"),
        ("1亿2千万", "120000000"),
        ("3千5百万", "35000000"),
        ("1.2万亿", "1200000000000"),
        ("1,234,567.89", "1234567.89"),
        ("１２３．５", "123.5"),
        ("壹佰贰拾叁万", "1230000"),
        ("肆仟伍佰陆拾柒亿捌仟玖佰万", "456789000000"),
        ("-12.5", "-12.5"),
        ("负三", "-3"),
        ("0.05", "0.05"),
        ("零", "0"),
    ],
)
def test_a_numeral_is_read_exactly(printed, value):
    assert parse_numeral(printed) == Decimal(value)


@pytest.mark.parametrize(
    "printed",
    ["", "约三", "十百", "一十百", "百百", "12百万3", "1,23", "1.2.3", "三五万", "零百", "家"],
)
def test_what_is_in_no_order_of_a_number_is_refused(printed):
    with pytest.raises(UnreadableNumeral, match="not a number"):
        parse_numeral(printed)


@given(st.integers(-(10**16) + 1, 10**16 - 1))
def test_a_spelled_number_reads_back(number):
    assert parse_numeral(print_numeral(number)) == number


@given(st.integers(0, 10**16 - 1))
def test_capitals_read_like_plain_characters(number):
    capitals = str.maketrans("一二三四五六七八九十百千万亿零", "壹贰叁肆伍陆柒捌玖拾佰仟萬億〇")

    assert parse_numeral(print_numeral(number).translate(capitals)) == number


@given(st.decimals(min_value=0, max_value=10**12, places=4))
def test_arabic_digits_read_back_with_and_without_separators(number):
    assert parse_numeral(f"{number:f}") == number
    assert parse_numeral(f"{number:,f}") == number


@given(st.text(max_size=40))
def test_any_text_is_a_number_or_refused(printed):
    with contextlib.suppress(UnreadableNumeral):
        assert isinstance(parse_numeral(printed), Decimal)


@given(st.text())
def test_making_characters_plain_moves_none_of_them(text):
    assert len(text.translate(PLAIN)) == len(text)


def test_a_number_too_large_to_spell_is_refused():
    with pytest.raises(ValueError, match="too large"):
        print_numeral(10**16)
