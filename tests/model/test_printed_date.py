from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceyuan.model.numeral import print_numeral
from ceyuan.model.printed_date import parse_date

_DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31))


@pytest.mark.parametrize(
    ("printed", "written"),
    [
        ("2021-06-22 10:12", "2021-06-22"),
        ("2021-06-22T10:12:00+08:00", "2021-06-22"),
        ("2021-6-2", "2021-06-02"),
        ("2021年6月22日", "2021-06-22"),
        ("2021年06月22日 星期二 10:12", "2021-06-22"),
        ("2021年6月22号", "2021-06-22"),
        ("2021/6/22", "2021-06-22"),
        ("2021.06.22", "2021-06-22"),
        ("20210622", "2021-06-22"),
        ("２０２１年６月", "2021-06"),
        ("2021.6", "2021-06"),
        ("2021-06", "2021-06"),
        ("2023年5月", "2023-05"),
        ("二〇二一年六月", "2021-06"),
        ("二〇二一年六月二十二日", "2021-06-22"),
        ("二○二一年十二月三十一日", "2021-12-31"),
        ("（2021年6月22日）", "2021-06-22"),
    ],
)
def test_a_printed_date_is_a_day_or_a_month(printed, written):
    assert str(parse_date(printed)) == written


@pytest.mark.parametrize(
    "printed",
    [
        "",
        "2021",
        "2021年",
        "2021-13-40",
        "2021年2月30日",
        "2021.13",
        "6月22日",
        "44369",
        "昨天",
        "2021-06/22",
    ],
)
def test_what_is_no_date_is_none_and_never_guessed(printed):
    assert parse_date(printed) is None


@given(_DAYS)
def test_every_day_reads_back_from_each_way_of_printing_it(day):
    spelled_year = "".join("〇一二三四五六七八九"[int(digit)] for digit in str(day.year))
    for printed in (
        day.isoformat(),
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.year}/{day.month}/{day.day}",
        f"{day:%Y.%m.%d}",
        f"{day:%Y%m%d}",
        f"{spelled_year}年{print_numeral(day.month)}月{print_numeral(day.day)}日",
    ):
        assert parse_date(printed).start == parse_date(printed).end == day


@given(st.text(max_size=30) | st.text("0123456789年月日-/. ：:", max_size=20))
def test_any_text_is_a_date_or_none(printed):
    found = parse_date(printed)

    assert found is None or not found.instant
