from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ceyuan.model.period import parse_period
from ceyuan.model.period_phrase import find_periods, parse_period_phrase

_PUBLISHED = parse_period("2021-06-22")


@pytest.mark.parametrize(
    ("phrase", "written", "kind"),
    [
        ("今年以来", "2021-01/2021-06", "flow"),
        ("今年", "2021", "flow"),
        ("今年前5个月", "2021-01/2021-05", "flow"),
        ("今年3月17日", "2021-03-17", "flow"),
        ("今年1月至5月", "2021-01/2021-05", "flow"),
        ("去年", "2020", "flow"),
        ("去年前三季度", "2020-01/2020-09", "flow"),
        ("去年四季度", "2020-Q4", "flow"),
        ("上年", "2020", "flow"),
        ("前年", "2019", "flow"),
        ("本月", "2021-06", "flow"),
        ("上月", "2021-05", "flow"),
        ("上季度", "2021-Q1", "flow"),
        ("2020年", "2020", "flow"),
        ("2020年度", "2020", "flow"),
        ("2020年全年", "2020", "flow"),
        ("2020年第一季度", "2020-Q1", "flow"),
        ("2020年前三季度", "2020-01/2020-09", "flow"),
        ("2020年上半年", "2020-01/2020-06", "flow"),
        ("2020年1—11月", "2020-01/2020-11", "flow"),
        ("2020年1—12月", "2020", "flow"),
        ("2020年12月", "2020-12", "flow"),
        ("2020年12月1日", "2020-12-01", "flow"),
        ("2020年12月1日至9日", "2020-12-01/2020-12-09", "flow"),
        ("二〇二〇年三月", "2020-03", "flow"),
        ("2016—2020年", "2016/2020", "flow"),
        ("2016年至2020年", "2016/2020", "flow"),
        ("2019年5月至2020年6月", "2019-05/2020-06", "flow"),
        ("2019年以来", "2019-01/2021-06", "flow"),
        ("自2018年起", "2018-01/2021-06", "flow"),
        ("2020年11月以来", "2020-11/2021-06", "flow"),
        ("2018年至今", "2018-01/2021-06", "flow"),
        ("“十三五”期间", "2016/2020", "flow"),
        ("“十三五”", "2016/2020", "flow"),
        ("十三五时期", "2016/2020", "flow"),
        ("“十五”期间", "2001/2005", "flow"),
        ("“九五”期间", "1996/2000", "flow"),
        ("“十五五”时期", "2026/2030", "flow"),
        ("“十四五”以来", "2021-01/2021-06", "flow"),
        ("“十四五”开局之年", "2021", "flow"),
        ("“十三五”收官之年", "2020", "flow"),
        ("2021年初", "2021-01", "flow"),
        ("截至2020年底", "as_of 2020-12-31", "stock"),
        ("2020年底", "as_of 2020-12-31", "stock"),
        ("2020年末", "as_of 2020-12-31", "stock"),
        ("去年底", "as_of 2020-12-31", "stock"),
        ("到2020年底", "as_of 2020-12-31", "stock"),
        ("截至2020年", "as_of 2020-12-31", "stock"),
        ("截至2020年11月", "as_of 2020-11", "stock"),
        ("截至2020年11月底", "as_of 2020-11-30", "stock"),
        ("截至6月9日", "as_of 2021-06-09", "stock"),
        ("截至今年3月底", "as_of 2021-03-31", "stock"),
        ("一季度末", "as_of 2021-03-31", "stock"),
        ("截至目前", "as_of 2021-06-22", "stock"),
        ("目前", "as_of 2021-06-22", "stock"),
        ("迄今", "as_of 2021-06-22", "stock"),
        ("“十三五”末", "as_of 2020-12-31", "stock"),
        ("到2025年", "2025", "target"),
        ("力争到2027年", "2027", "target"),
        ("2025年前", "2025", "target"),
        ("2025年底前", "2025", "target"),
        ("到2025年底", "2025", "target"),
        ("今年底", "2021", "target"),
        ("2035年", "2035", "target"),
        ("“十四五”末", "2025", "target"),
        ("较2015年", "2015", "base"),
        ("比上年", "2020", "base"),
        ("比2015年底", "as_of 2015-12-31", "base"),
        ("比年初", "as_of 2020-12-31", "base"),
        ("近三年", "2018/2020", "vague"),
    ],
)
def test_a_phrase_is_resolved_against_the_date_of_publication(phrase, written, kind):
    (found,) = find_periods(phrase, _PUBLISHED)

    assert (str(found.period), found.kind, found.phrase) == (written, kind, phrase)
    assert parse_period_phrase(phrase, _PUBLISHED) == parse_period(written)


@pytest.mark.parametrize(
    ("phrase", "published", "written"),
    [
        ("前三季度", "2024-10", "2024-01/2024-09"),
        ("前三季度", "2024-03", "2023-01/2023-09"),
        ("1—11月", "2021-11-28", "2021-01/2021-11"),
        ("1—11月", "2022-01-10", "2021-01/2021-11"),
        ("第一季度", "2022-05", "2022-Q1"),
        ("上半年", "2021-07-15", "2021-01/2021-06"),
        ("全年", "2022-02-20", "2021"),
        ("全年", "2022-12-19", "2022"),
        ("年末", "2022-03-01", "as_of 2021-12-31"),
        ("9月30日", "2021-06-22", "2020-09-30"),
        ("6月9日", "2021-06-22", "2021-06-09"),
        ("6月23日", "2021-06-22", "2020-06-23"),
        ("6月23日", "2021-06", "2021-06-23"),
        ("截至11月", "2022-01-10", "as_of 2021-11"),
    ],
)
def test_a_phrase_without_a_year_lies_before_publication(phrase, published, written):
    assert str(parse_period_phrase(phrase, parse_period(published))) == written


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("今年以来", "flow"),
        ("前三季度", "flow"),
        ("截至目前", "stock"),
        ("去年底", "stock"),
        ("2019年以来", "flow"),
        ("比上年", "base"),
    ],
)
def test_without_a_date_of_publication_a_relative_phrase_stays_unresolved(phrase, kind):
    (found,) = find_periods(phrase, None)

    assert (found.period, found.kind) == (None, kind)


def test_without_a_date_of_publication_a_named_year_is_still_a_year():
    assert str(parse_period_phrase("2020年1—9月", None)) == "2020-01/2020-09"
    assert str(parse_period_phrase("截至2020年底", None)) == "as_of 2020-12-31"
    assert [f.kind for f in find_periods("到2025年", None)] == ["target"]


@pytest.mark.parametrize("phrase", ["同比", "环比", "去年同期", "上年同期"])
def test_a_comparison_names_a_base_and_no_period_of_its_own(phrase):
    (found,) = find_periods(phrase, _PUBLISHED)

    assert (found.period, found.kind) == (None, "base")


@pytest.mark.parametrize(
    "phrase", ["近年来", "近几年", "多年来", "成立两年多来", "建成以来", "未来五年"]
)
def test_a_time_nobody_can_date_is_vague(phrase):
    (found,) = find_periods(phrase, _PUBLISHED)

    assert (found.period, found.kind, found.phrase) == (None, "vague", phrase)


@pytest.mark.parametrize(
    "text",
    [
        "《国土空间规划（2020—2035年）》",
        "编制“十四五”科技创新发展规划",
        "3年",
        "5个月",
        "90年代",
        "第十四个五年规划",
        "〔2021〕5号",
        "1号线",
        "十五家企业",
        "百年大计",
        "13月",
    ],
)
def test_what_is_no_time_is_not_found(text):
    assert find_periods(text, _PUBLISHED) == []


def test_a_day_no_calendar_has_is_found_and_stays_unresolved():
    (found,) = find_periods("2021年2月30日", _PUBLISHED)

    assert found.period is None


def test_the_times_of_a_sentence_are_found_in_order():
    text = (
        "前三季度，全区规上工业总产值比2015年翻一番；截至2020年底有企业432家，到2025年达到600家。"
    )

    assert [
        (text[f.start : f.end], f.kind) for f in find_periods(text, parse_period("2024-10"))
    ] == [
        ("前三季度", "flow"),
        ("比2015年", "base"),
        ("截至2020年底", "stock"),
        ("到2025年", "target"),
    ]


def test_the_year_of_a_range_is_said_once_at_its_end():
    assert str(parse_period_phrase("2016-2020年", None)) == "2016/2020"


_DAYS = st.dates(min_value=date(1990, 1, 1)).map(lambda day: parse_period(day.isoformat()))
_TEXT = st.text(
    st.sampled_from(
        list(
            "0123456789年月日号季度上下半前后个今去本明同环比较到至截止目前底末初以来近几“十四五”三一二期间力争规划"
        )
        + list("《》（）—-~ ，。\n全首截从自起内")
    ),
    max_size=50,
)


@given(_TEXT | st.text(max_size=50), st.none() | _DAYS)
@settings(max_examples=1500)
def test_any_text_can_be_searched_and_every_period_is_in_a_written_form(text, published):
    at = 0
    for found in find_periods(text, published):
        assert at <= found.start < found.end <= len(text)
        assert found.phrase == text[found.start : found.end]
        if found.period is not None:
            assert parse_period(found.period.text) == found.period
        at = found.end


@given(_DAYS, st.integers(1, 12), st.integers(1, 12))
def test_months_without_a_year_never_end_after_the_month_of_publication(published, first, last):
    first, last = sorted((first, last))
    period = parse_period_phrase(f"{first}—{last}月" if first < last else f"{first}月", published)

    assert period is not None
    assert (period.end.year, period.end.month) <= (published.end.year, published.end.month)
    assert (period.start.month, period.end.month) == (first, last)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31)))
def test_a_full_date_in_text_is_that_day(day):
    assert parse_period_phrase(f"{day.year}年{day.month}月{day.day}日", _PUBLISHED).start == day


@pytest.mark.parametrize(
    "piece", ["1", "一", "2021年", "1—", "《", "“十", "前", "今年", "至", "2021年1月至"]
)
@pytest.mark.timeout(60)
def test_hostile_repetition_is_read_in_one_pass(piece):
    text = piece * 100_000  # work that grows with the square would not end within the timeout

    assert isinstance(find_periods(text, _PUBLISHED), list)
