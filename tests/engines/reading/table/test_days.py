"""Days as registers print them."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceyuan.engines.reading.table.cells.day import read_day, read_days
from ceyuan.engines.reading.table.grid import tidy


def day(value):
    outcome = read_day(value, tidy(value))
    return outcome.values[0] if outcome.values else None


def told(value):
    return [f.code for f in read_day(value, tidy(value)).findings]


@pytest.mark.parametrize(
    "printed",
    [
        "2018-06-01",
        "2018/6/1",
        "2018.6.1",
        "2018.06.01",
        "2018年6月1日",
        "2018 年 6 月 1 日",
        "20180601",
        "二〇一八年六月一日",
        "２０１８－０６－０１",
        "2018-06-01 17:04:03",
        "2018/6/1 9:05",
        datetime(2018, 6, 1, 8, 30),
        date(2018, 6, 1),
        43252,
        43252.75,
        "43252",
    ],
)
def test_one_day_in_sixteen_spellings(printed):
    assert day(printed) == date(2018, 6, 1)


@pytest.mark.parametrize(
    "printed", ["2018年6月", "2018.06", "2018-6", "2018/6", 201806, "二零一八年六月", 2018.06]
)
def test_a_month_stays_a_month(printed):
    assert day(printed) == "2018-06"


@pytest.mark.parametrize("printed", ["2018", "2018年", "2018年度", 2018, 2018.0])
def test_a_year_stays_a_year(printed):
    assert day(printed) == "2018"


@pytest.mark.parametrize(
    "printed", ["2021-13-01", "2021年2月30日", "2021.0", "20210231", "2021年0月"]
)
def test_an_impossible_day_is_named_and_left_empty(printed):
    assert day(printed) is None
    assert told(printed) == ["impossible_date"]


def test_a_month_that_lost_its_nought_is_doubted():
    assert day(2021.1) == "2021"
    assert told(2021.1) == ["month_lost"]


def test_long_term_is_no_day_and_no_fault():
    assert day("长期") is None
    assert told("长期") == ["open_ended"]


def test_words_are_no_day():
    assert told("办理中") == ["not_a_date"]


@pytest.mark.parametrize(
    "printed",
    [
        "2021.11-2024.11",
        "2021年11月至2024年11月",
        "2021-11~2024-11",
        "自2021年11月起至2024年11月止",
    ],
)
def test_a_run_has_a_first_and_a_last_day(printed):
    first, last = read_days(printed, printed)

    assert (first.values, last.values) == (("2021-11",), ("2024-11",))


def test_the_year_of_a_run_may_be_said_once():
    first, last = read_days("2021年6月-12月", "2021年6月-12月")

    assert (first.values, last.values) == (("2021-06",), ("2021-12",))


def test_a_single_day_is_no_run():
    assert read_days("2021-11-12", "2021-11-12") is None


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_comes_back_from_every_way_to_write_it(d):
    serial = (d - date(1899, 12, 30)).days

    assert day(d.isoformat()) == d
    assert day(f"{d.year}年{d.month}月{d.day}日") == d
    assert day(f"{d.year}.{d.month}.{d.day}") == d
    assert day(serial) == d
    assert day(date(1899, 12, 30) + timedelta(days=serial)) == d


@given(st.text(max_size=30))
def test_no_text_breaks_the_reader(text):
    read_day(text, tidy(text))
    read_days(text, tidy(text))
