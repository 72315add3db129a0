"""When a figure holds, and on what footing."""

import pytest


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("今年以来，新增科技型企业63家。", "2024-01/2024-07"),
        ("上半年，新增科技型企业63家。", "2024-01/2024-06"),
        ("去年，新增科技型企业63家。", "2023"),
        ("截至目前，科技型企业累计63家。", "as_of 2024-07-15"),
        ("截至6月底，科技型企业累计63家。", "as_of 2024-06-30"),
    ],
)
def test_the_phrase_before_a_figure_governs_it(says, text, period):
    assert [s.period for s in says(text)] == [period]


def test_a_stock_in_a_time_stands_at_its_end(says):
    said = says("2023年，新增高新技术企业18家，有效期内高新技术企业达到96家。")

    assert [s.period for s in said] == ["2023", "as_of 2023-12-31"]


def test_a_time_goes_on_to_the_next_sentence(says):
    said = says("2023年，全区地区生产总值增长6.1%。技术合同成交额12亿元。")

    assert [s.period for s in said] == ["2023", "2023"]


def test_the_time_of_the_title_reaches_every_paragraph(says):
    said = says(
        "工业稳中向好。\n规上工业总产值773.7亿元。",
        title="前三季度，临枫经济成绩单来了",
        published="2024-10-20",
    )

    assert [s.period for s in said] == ["2024-01/2024-09"]


def test_the_year_a_multiple_is_taken_of_governs_nothing(says):
    said = says("2020年末，高新技术企业412家，是2015年的3.2倍；发明专利拥有量618件。")

    assert {s.period for s in said} == {"as_of 2020-12-31"}


def test_without_a_date_of_publication_relative_times_stay_unknown(says):
    assert [s.period for s in says("今年以来，新增科技型企业63家。", published="")] == [""]


def test_without_a_date_the_latest_year_told_serves_and_the_note_says_so(claims):
    claim = claims("2021年，全区研发平台93个。1—11月，技术合同成交额12亿元。", published="")[-1]

    assert str(claim.period) == "2021-01/2021-11"
    assert "2021" in claim.note


def test_years_of_plans_and_in_titles_date_nothing(says):
    said = says("《云栈区发展规划（2021—2035年）》提出。今年以来，新增企业63家。", published="")

    assert [s.period for s in said] == [""]


def test_a_goal_with_a_deadline_is_a_target_of_that_year(says):
    said = says("到2027年，全区高新技术企业达到150家，研发投入强度达到3%。")

    assert [(s.period, s.standing) for s in said] == [("2027", "target"), ("2027", "target")]


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("力争全年新增科技型企业45家。", "target"),
        ("年度目标：高新技术企业总量160家。", "target"),
        ("预计引入企业600家。", "expected"),
        ("项目将建设实验室9个。", "expected"),
        ("目前已建成实验室9个。", "reported"),
        ("以强化技术创新为目标，新增研发平台8个。", "reported"),
    ],
)
def test_words_of_hope_set_the_footing(says, text, standing):
    assert [s.standing for s in says(text)] == [standing]


def test_a_report_looks_back_on_one_year_and_ahead_on_the_next(says):
    said = says(
        "一、2023年工作回顾\n全年新增高新技术企业18家。\n二、2024年工作安排\n新增高新技术企业20家。",
        title="青渚县2024年政府工作报告",
        published="2024-02-05",
    )

    assert [(s.period, s.standing) for s in said] == [("2023", "reported"), ("2024", "target")]


def test_the_starting_points_of_two_rises_are_of_the_same_day(says):
    said = says("科技型企业从2021年底的163家增加到310家，高新技术企业从47家增加到109家。")

    assert [s.period for s in said][::2] == ["as_of 2021-12-31", "as_of 2021-12-31"]


def test_a_report_soon_after_the_year_tells_of_its_end(says):
    said = says(
        "2024年是关键一年，全年新增研发平台5个。\n科技型企业累计入库274家。",
        published="2025-01-16",
    )

    assert [s.period for s in said] == ["2024", "as_of 2024-12-31"]


def test_this_year_goes_up_to_the_day_just_named(says):
    said = says("截至10月底，全区今年新引进大学生4126人。", published="2023-11-09")

    assert [s.period for s in said] == ["2023-01/2023-10"]


def test_the_half_that_is_aimed_at_is_the_one_to_come(says):
    said = says("下半年，将新建孵化载体10万平方米。", published="2024-08-02")

    assert [s.period for s in said] == ["2024-07/2024-12"]


def test_whose_aim_it_is_is_not_its_time(says):
    said = says(
        "上半年，技术合同成交额98.7亿元，完成全年目标的58%，其中区内成交额21.6亿元。",
        published="2024-08-02",
    )

    assert {s.period for s in said} == {"2024-01/2024-06"}


def test_where_a_rise_began_does_not_go_on(says):
    said = says(
        "2020年，研发投入强度由2015年的2.05%提升至2.87%。省级以上研发平台达到74个。",
        published="2021-09-15",
    )

    assert [s.period for s in said] == ["2015", "2020", "as_of 2020-12-31"]


def test_the_year_that_is_aimed_at_holds_for_the_aims_listed_after_it(says):
    said = says(
        "二、发展目标\n到2025年，建成科技创新中心。主要指标：高新技术企业突破600家；众创空间达到30家。",
        title="临枫区科技创新规划",
        published="2021-09-15",
    )

    assert {s.period for s in said} == {"2025"}


def test_since_when_there_is_a_firm_is_not_the_time_of_its_figures(says):
    said = says("栖川谷雨传感技术有限公司成立于2009年，拥有发明专利56件。", published="2022-05-26")

    assert [s.period for s in said] == ["as_of 2022-05-26"]


def test_what_was_added_up_over_five_years_is_of_those_years(says):
    said = says(
        "“十三五”时期，创新能力增强。2020年，研发投入24亿元。五年累计登记科技成果418项。",
        published="2021-09-15",
    )

    assert [s.period for s in said] == ["2020", "2016/2020"]
