from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceyuan.model.period import UnreadablePeriod, parse_period


@pytest.mark.parametrize(
    ("written", "start", "end", "instant"),
    [
        ("2021", "2021-01-01", "2021-12-31", False),
        ("2022-Q1", "2022-01-01", "2022-03-31", False),
        ("2020-02", "2020-02-01", "2020-02-29", False),
        ("2021-01/2021-11", "2021-01-01", "2021-11-30", False),
        ("2016/2020", "2016-01-01", "2020-12-31", False),
        ("2021-06-09", "2021-06-09", "2021-06-09", False),
        ("as_of 2020-12-31", "2020-12-31", "2020-12-31", True),
        ("as_of 2020-12", "2020-12-01", "2020-12-31", True),
    ],
)
def test_a_written_period_has_its_first_and_last_day(written, start, end, instant):
    period = parse_period(written)

    assert (period.start, period.end) == (date.fromisoformat(start), date.fromisoformat(end))
    assert (period.instant, str(period)) == (instant, written)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "21",
        "0000",
        "2021-13",
        "2021-Q5",
        "2021-02-30",
        "2020/2016",
        "2021-1",
        "20210622",
        "2021-W25-2",
        "２０２１",
        "as_of 2016/2020",
        "as_of",
        "今年",
        "2021/",
    ],
)
def test_what_is_not_in_a_written_form_is_refused(written):
    with pytest.raises(UnreadablePeriod, match="not a period"):
        parse_period(written)


def test_periods_written_alike_are_equal_whatever_blanks_stand_around():
    assert parse_period("  as_of   2020-12 ") == parse_period("as_of 2020-12")


@given(st.text(max_size=24) | st.text("0123456789-/Q as_of", max_size=24))
def test_any_text_is_a_period_or_refused(text):
    try:
        period = parse_period(text)
    except UnreadablePeriod:
        return
    assert period.start <= period.end
    assert parse_period(str(period)) == period
