"""What a heading says besides its name, and which field it means."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceyuan.engines.reading.table.dated import column_period, time_of
from ceyuan.engines.reading.table.heading import plain, read_heading, said_unit
from ceyuan.engines.reading.table.lexicon import Lexicon
from ceyuan.model.kind import Field, FieldType, Kind

SALES = Field("sales", "营业收入", "sales", FieldType.QUANTITY, unit="元", headings=("销售收入",))
HANDS = Field("hands", "职工人数", "hands", FieldType.QUANTITY, unit="人", stock=True)


@pytest.mark.parametrize(
    ("printed", "name", "unit", "time"),
    [
        ("营业收入（万元）", "营业收入", "万元", ""),
        ("2023年营业收入(千元)", "营业收入", "千元", "2023"),
        ("营业收入/万元", "营业收入", "万元", ""),
        ("营业收入（单位：万元）", "营业收入", "万元", ""),
        ("上年度营业收入", "营业收入", "", "上年度"),
        ("2023年末职工人数（人）", "职工人数", "人", "2023末"),
        ("截至2023年12月31日职工人数", "职工人数", "", "2023-12-31"),
        ("2023年1-6月营业收入", "营业收入", "", "2023-01/2023-06"),
        ("2023年上半年营业收入", "营业收入", "", "2023年上半年"),
        ("其中：研发人员（人）", "研发人员", "人", ""),
        ("一、企业名称", "企业名称", "", ""),
        ("* 企 业 名 称", "企业名称", "", ""),
        ("2023", "", "", "2023"),
        ("万元", "", "万元", ""),
    ],
)
def test_name_unit_and_time_come_apart(printed, name, unit, time):
    heading = read_heading(printed)

    assert (heading.joined, heading.unit, heading.time) == (name, unit, time)


def test_levels_of_a_flattened_heading_come_apart():
    assert read_heading("经费来源-政府拨款-中央财政").levels == ("经费来源", "政府拨款", "中央财政")


def test_unit_and_year_of_a_group_hold_for_its_columns():
    heading = read_heading("2022年经营情况（万元）", "营业收入")

    assert (heading.leaf, heading.unit, heading.time) == ("营业收入", "万元", "2022")


def test_class_one_is_no_numbering():
    assert read_heading("1类知识产权").joined == "1类知识产权"


def test_several_years_together_are_a_window():
    assert read_heading("近三年研发费用总额（万元）").window


@pytest.mark.parametrize(
    ("note", "unit"),
    [
        ("单位：万元", "万元"),
        ("金额单位：千元", "千元"),
        ("（单位：元）", "元"),
        ("单位：万元、人", "万元"),
        ("单位名称：某厂", ""),
    ],
)
def test_a_note_above_the_table_gives_its_unit(note, unit):
    assert said_unit(note) == unit


def lexicon(*fields: Field) -> Lexicon:
    return Lexicon([Kind("firm", "企业", "firm", tuple(fields))])


def meant(book: Lexicon, *levels: str) -> str:
    matches = book.matches("firm", read_heading(*levels))
    return matches[0].field.id if matches else ""


def test_listed_wordings_win():
    book = lexicon(SALES, HANDS)

    assert meant(book, "销售收入（万元）") == "sales"
    assert meant(book, "经营情况", "营业收入") == "sales"
    assert meant(book, "企业职工人数") == "hands"


def test_a_form_may_leave_out_the_note_that_a_name_ends_in():
    book = lexicon(Field("score", "发展评价得分（由平台给出）", "score", FieldType.QUANTITY))

    assert meant(book, "发展评价得分") == "score"


def test_a_name_without_its_note_is_not_taken_for_what_else_it_may_mean():
    dollars = Field("dollars", "企业估值（美元）", "valuation in USD", FieldType.QUANTITY)
    valued = Field("valued", "估值", "valuation", FieldType.QUANTITY, headings=("企业估值",))
    mine = Field("mine", "评价得分（自评）", "own score", FieldType.QUANTITY)
    theirs = Field("theirs", "评价得分（复核）", "their score", FieldType.QUANTITY)
    book = lexicon(dollars, valued, mine, theirs)

    assert meant(book, "企业估值") == "valued"
    assert meant(book, "评价得分") == ""


def test_the_last_three_years_are_called_two_ways():
    growth = Field("growth", "最近三年收入复合增长率", "growth", FieldType.QUANTITY, unit="%")

    assert meant(lexicon(growth), "近三年收入复合增长率") == "growth"


def test_a_slip_of_one_character_in_a_long_heading_is_matched_with_its_reason():
    code = Field("code", "统一社会信用代码", "code")
    matches = lexicon(code).matches("firm", read_heading("统一社会信用代玛"))

    assert matches[0].field.id == "code"
    assert matches[0].sure < 0.75
    assert "只差一字" in matches[0].reason.zh


def test_one_character_that_makes_another_sense_is_no_slip():
    book = lexicon(Field("net", "净资产总额", "net assets"), Field("male", "男职工人数量", "men"))

    assert meant(book, "总资产总额") == ""
    assert meant(book, "女职工人数量") == ""


def test_a_group_lends_its_name_to_columns_without_one():
    book = lexicon(SALES, HANDS)

    assert meant(book, "营业收入", "2022年") == "sales"
    assert meant(book, "职工人数", "总数") == "hands"


def test_the_year_before_is_counted_from_the_year_of_the_table():
    table = time_of(["云岫区窑厂2023年度报表"])

    assert str(column_period(SALES, "上年", False, table)) == "2022"
    assert str(column_period(SALES, "", False, table)) == "2023"
    assert str(column_period(HANDS, "", False, table)) == "as_of 2023-12-31"


def test_a_year_of_issue_is_not_the_year_of_the_figures():
    table = time_of(["云岫区窑厂名单（2023年第一批）"])

    assert column_period(SALES, "", False, table) is None
    assert str(column_period(SALES, "上年度", False, table)) == "2022"


def test_without_any_year_the_year_before_stays_unknown():
    assert column_period(SALES, "上年度", False, time_of(["窑厂名单"])) is None


@pytest.mark.parametrize(
    ("title", "as_of"),
    [
        ("窑厂名册（截至2023年6月底）", "as_of 2023-06"),
        ("统计截止时间：2023年12月31日", "as_of 2023-12-31"),
        ("二〇二三年末窑厂名册", "as_of 2023-12-31"),
        ("填报日期：2023年3月1日", "as_of 2023-03-01"),
    ],
)
def test_the_day_stocks_stand_at_is_read_from_the_titles(title, as_of):
    assert str(time_of([title]).as_of) == as_of


@given(st.lists(st.text(max_size=30), max_size=4))
def test_no_text_breaks_the_reader_of_headings(levels):
    read_heading(*levels)
    time_of(levels)
    for level in levels:
        plain(level)
        said_unit(level)
