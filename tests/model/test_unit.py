import contextlib
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceyuan.model.unit import UnknownUnit, base_units, convert, unit_at, unit_of


@pytest.mark.parametrize(
    ("printed", "base", "factor"),
    [
        ("元", "元", "1"),
        ("万元", "元", "10000"),
        ("亿元", "元", "100000000"),
        ("万亿元", "元", "1000000000000"),
        ("千元", "元", "1000"),
        ("百万元", "元", "1000000"),
        ("亿美元", "美元", "100000000"),
        ("名", "人", "1"),
        ("位", "人", "1"),
        ("万人", "人", "10000"),
        ("户", "家", "1"),
        ("个", "个", "1"),
        ("项", "项", "1"),
        ("平方米", "万平方米", "0.0001"),
        ("㎡", "万平方米", "0.0001"),
        ("万平方米", "万平方米", "1"),
        ("亩", "亩", "1"),
        ("平方千米", "平方公里", "1"),
        ("个百分点", "百分点", "1"),
        ("％", "%", "1"),
        ("亿千瓦时", "千瓦时", "100000000"),
        ("千瓦", "千瓦", "1"),
        ("元/月", "元/月", "1"),
        ("万元/亩", "元/亩", "10000"),
        ("件/万人", "件/万人", "1"),
        ("（万元）", "元", "10000"),
        ("", "", "1"),
    ],
)
def test_a_printed_unit_has_a_base_and_a_factor(printed, base, factor):
    unit = unit_of(printed)

    assert (unit.base, unit.factor) == (base, Decimal(factor))


def test_a_classifier_no_table_knows_is_kept_as_printed():
    assert unit_of("艘船").base == "艘船"


@pytest.mark.parametrize("printed", ["12", "a b", "，", "<td>", "家，人"])
def test_what_cannot_be_a_unit_is_refused(printed):
    with pytest.raises(UnknownUnit, match="not a unit"):
        unit_of(printed)


def test_durations_say_that_they_are():
    assert all(unit_of(printed).duration for printed in ("年", "个月", "天", "小时", "岁"))
    assert not unit_of("元").duration


def test_a_scaled_unit_says_that_it_is():
    assert unit_of("万元").scaled
    assert not unit_of("千瓦").scaled


def test_latin_units_end_where_the_word_ends():
    assert unit_at("6AT", 1) is None
    assert unit_at("500P算力", 3).base == "P"
    assert unit_at("12nm", 2).base == "纳米"


def test_areas_compare_where_law_says_how():
    assert convert(Decimal(2), "平方公里", "亩") == 3000
    assert convert(Decimal(3000), "亩", "平方公里") == 2
    assert convert(Decimal(1), "元", "亩") is None


def test_every_base_unit_is_its_own_base():
    assert [unit_of(base).base for base in base_units() if base != "位"] == [
        base for base in base_units() if base != "位"
    ]


@given(st.text(max_size=12))
def test_any_text_is_a_unit_or_refused(printed):
    with contextlib.suppress(UnknownUnit):
        unit_of(printed)
