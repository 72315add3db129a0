"""Where tables are on a sheet, what their rows are, and what is told about them."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from kilns import KILN, KITE, codes, sheet, values

from ceyuan.engines.reading.table.read import TableDesk
from ceyuan.model.quantity import Quantity
from ceyuan.model.table import Skip, Weight


def skipped(reading):
    return [(s.row, s.reason) for s in reading.skipped]


def yuan(amount):
    return Quantity(Decimal(amount), "元")


def test_titles_and_annex_lines_stand_above_the_headings(read):
    reading = read(
        [
            ["附件1"],
            ["玩具乡窑厂名册"],
            [None, None, "单位：万元"],
            ["序号", "窑厂名称", "销售收入"],
            [1, "红泥窑", 12.5],
        ]
    )

    assert reading.tables[0].header_rows == (4,)
    assert values(reading, "name") == ["红泥窑"]
    assert values(reading, "sales") == [yuan(125000)]
    assert reading.rows[0].seq == 1


def test_headings_over_two_rows_are_joined_by_their_merged_ranges(read):
    reading = read(
        [
            ["窑厂名称", "2022年（万元）", None, "2023年（万元）", None],
            [None, "销售收入", "净利润", "销售收入", "净利润"],
            ["红泥窑", 10, "(2)", 12, 1],
        ],
        merged=("A1:A2", "B1:C1", "D1:E1"),
    )

    row = reading.rows[0]
    assert reading.tables[0].header_rows == (1, 2)
    assert {(c.field, str(c.period)): c.value for c in row.cells if c.field != "name"} == {
        ("sales", "2022"): yuan(100000),
        ("profit", "2022"): yuan(-20000),
        ("sales", "2023"): yuan(120000),
        ("profit", "2023"): yuan(10000),
    }


def test_headings_over_two_rows_are_joined_without_merged_ranges_too(read):
    reading = read(
        [
            ["序号", "窑厂名称", "销售收入（万元）", None, "职工人数"],
            [None, None, "2022年", "2023年", None],
            [1, "红泥窑", 10, 12, 30],
            [2, "白泥窑", 11, 13, 31],
        ]
    )

    assert [str(c.period) for c in reading.tables[0].columns if c.field == "sales"] == [
        "2022",
        "2023",
    ]
    assert values(reading, "hands") == [Quantity(Decimal(30), "人"), Quantity(Decimal(31), "人")]


def test_a_merged_title_does_not_hide_that_the_headings_are_not_merged(read):
    reading = read(
        [
            ["玩具乡窑厂情况表"],
            ["序号", "窑厂名称", "经营情况（万元）", None, "职工人数"],
            [None, None, "销售收入", "净利润", None],
            [1, "红泥窑", 10, 1, 5],
        ],
        merged=("A1:E1",),
    )

    assert reading.tables[0].header_rows == (2, 3)
    assert values(reading, "profit") == [yuan(10000)]
    assert len(reading.rows) == 1


def test_a_row_of_units_belongs_to_the_headings(read):
    reading = read([["窑厂名称", "销售收入", "职工人数"], [None, "千元", "人"], ["红泥窑", 10, 5]])

    assert values(reading, "sales") == [yuan(10000)]
    assert len(reading.rows) == 1


def test_a_row_that_numbers_the_columns_is_no_record(read):
    reading = read(
        [["窑厂名称", "乡镇", "职工人数"], ["甲", "乙", 1], [1, 2, 3], ["红泥窑", "云台镇", 5]]
    )

    assert values(reading, "name")[-1] == "红泥窑"
    assert all(value != "1" for value in values(reading, "name"))


def test_a_merged_group_cell_holds_for_all_its_rows_and_keeps_its_own_cell(read):
    reading = read(
        [["乡镇", "窑厂名称"], ["云台镇", "红泥窑"], [None, "白泥窑"], ["岫泉镇", "黑泥窑"]],
        merged=("A2:A3",),
    )

    assert values(reading, "parish") == ["云台镇", "云台镇", "岫泉镇"]
    assert reading.rows[1].cell("parish").at.cell == "A2"


def test_group_cells_hold_downwards_where_the_file_keeps_no_merged_ranges(read):
    reading = read(
        [
            ["乡镇", "窑厂名称"],
            ["云台镇", "红泥窑"],
            [None, "白泥窑"],
            ["岫泉镇", "黑泥窑"],
            [None, "青泥窑"],
        ]
    )

    assert values(reading, "parish") == ["云台镇", "云台镇", "岫泉镇", "岫泉镇"]
    assert codes(reading) == [("filled_down", "A1")]


def test_blanks_between_labels_that_come_again_are_unknown_and_not_filled(read):
    reading = read(
        [
            ["乡镇", "窑厂名称"],
            ["云台镇", "红泥窑"],
            [None, "白泥窑"],
            ["岫泉镇", "黑泥窑"],
            ["云台镇", "青泥窑"],
            [None, "黄泥窑"],
        ]
    )

    assert values(reading, "parish") == ["云台镇", None, "岫泉镇", "云台镇", None]


def test_a_blank_first_column_and_a_blank_heading_do_no_harm(read):
    reading = read([[None, "", "窑厂名称"], [None, 1, "红泥窑"], [None, 2, "白泥窑"]])

    assert values(reading, "name") == ["红泥窑", "白泥窑"]
    assert reading.rows[0].cell("name").at.cell == "C2"


def test_the_headings_repeated_at_a_page_break_are_no_record(read):
    head = ["序号", "窑厂名称", "职工人数"]
    reading = read([head, [1, "红泥窑", 5], head, [2, "白泥窑", 6]])

    assert values(reading, "name") == ["红泥窑", "白泥窑"]
    assert skipped(reading) == [(3, Skip.REPEATED_HEADER)]
    assert len(reading.tables) == 1


def test_the_same_heading_twice_is_told_and_the_first_is_read(read):
    reading = read([["窑厂名称", "职工人数", "职工人数"], ["红泥窑", 5, 6]])

    assert values(reading, "hands") == [Quantity(Decimal(5), "人")]
    assert ("repeated_heading", "C1") in codes(reading)


def test_a_column_nobody_reads_is_told(read):
    reading = read([["窑厂名称", "窑温"], ["红泥窑", 1200]])

    assert ("unread_column", "B1") in codes(reading)


def test_totals_notes_and_signatures_are_set_aside_with_their_reason(read):
    reading = read(
        [
            ["序号", "窑厂名称", "职工人数"],
            [1, "红泥窑", 5],
            [],
            [2, "白泥窑", 6],
            ["合 计", None, 11],
            ["注：职工人数为年末数。"],
            ["2.本表由乡公所汇总，数字未经审计，仅供内部参考使用，请勿外传。"],
            ["填表人：洛某", None, "联系电话：000-1234567"],
        ]
    )

    assert values(reading, "name") == ["红泥窑", "白泥窑"]
    assert skipped(reading) == [
        (3, Skip.BLANK),
        (5, Skip.TOTAL),
        (6, Skip.NOTE),
        (7, Skip.NOTE),
        (8, Skip.FILLER),
    ]


def test_a_total_that_does_not_add_up_is_told_at_its_cell(read):
    reading = read(
        [
            ["窑厂名称", "职工人数", "销售收入（万元）"],
            ["红泥窑", 5, 1.5],
            ["白泥窑", 6, 2.5],
            ["合计", 12, 4],
        ]
    )

    assert codes(reading) == [("total_differs", "B4")]


def test_subtotals_count_their_own_rows(read):
    reading = read(
        [
            ["窑厂名称", "职工人数"],
            ["红泥窑", 5],
            ["白泥窑", 6],
            ["小计", 11],
            ["黑泥窑", 1],
            ["青泥窑", 2],
            ["小计", 3],
            ["总计", 14],
        ]
    )

    assert codes(reading) == []


def test_a_total_of_rounded_figures_may_be_a_little_off(read):
    reading = read(
        [
            ["窑厂名称", "销售收入（万元）"],
            ["红泥窑", 1.4],
            ["白泥窑", 2.4],
            ["黑泥窑", 3.4],
            ["合计", "7"],
        ]
    )

    assert codes(reading) == []


def test_a_count_in_the_title_that_is_not_the_number_of_rows_is_told(read):
    reading = read([["名窑名单（共3家）"], ["序号", "窑厂名称"], [1, "红泥窑"], [2, "白泥窑"]])

    assert codes(reading) == [("count_differs", "A1")]


def test_tables_stacked_on_a_sheet_are_read_one_by_one_under_their_titles(read):
    reading = read(
        [
            ["玩具乡名录"],
            ["一、窑厂"],
            ["序号", "窑厂名称", "乡镇"],
            [1, "红泥窑", "云台镇"],
            [],
            ["二、风筝"],
            ["序号", "风筝名称", "制作人", "价格（元）"],
            [1, "燕子", "裴某", 30],
        ]
    )

    assert [(t.kind, t.section) for t in reading.tables] == [
        ("kiln", "一、窑厂"),
        ("kite", "二、风筝"),
    ]
    assert [row.table for row in reading.rows] == [0, 1]
    assert values(reading, "price")[1] == yuan(30)


def test_section_titles_between_the_rows_are_kept_with_the_rows(read):
    reading = read(
        [
            ["窑厂名册"],
            ["序号", "窑厂名称", "乡镇"],
            ["（一）国家级"],
            [1, "红泥窑", "云台镇"],
            ["（二）乡级"],
            [2, "白泥窑", "云台镇"],
        ]
    )

    assert [row.section for row in reading.rows] == ["（一）国家级", "（二）乡级"]
    assert values(reading, "level") == ["national", "local"]


def test_a_list_says_of_every_row_what_it_is_a_list_of(read):
    reading = read([["玩具乡名窑企业名单"], ["序号", "窑厂名称"], [1, "红泥窑"]])

    (cell,) = reading.tables[0].member_of
    assert (cell.field, cell.value, cell.at.cell) == ("is_master", True, "A1")
    assert not reading.tables[0].proposed


def test_a_list_of_applicants_says_nothing_of_them(read):
    reading = read([["申报名窑企业名单"], ["序号", "窑厂名称"], [1, "红泥窑"]])

    assert reading.tables[0].member_of == ()


def test_a_list_of_those_struck_off_says_no(read):
    reading = read([["取消名窑企业资格名单"], ["序号", "窑厂名称"], [1, "红泥窑"]])

    assert [c.value for c in reading.tables[0].member_of] == [False]


def test_a_cover_note_is_no_register_and_hidden_sheets_are_named_not_read(desk):
    reading = desk.read(
        [
            sheet([["本册由乡公所编制。"]], name="说明"),
            sheet([["窑厂名称", "职工人数"], ["红泥窑", 5]], name="名册"),
            sheet([["窑厂名称", "职工人数"], ["暗窑", 5]], name="旧", hidden=True),
            sheet([], name="空"),
        ]
    )

    assert [t.sheet for t in reading.tables] == ["名册"]
    assert [i.sheet for i in reading.ignored] == ["说明", "旧", "空"]
    assert values(reading, "name") == ["红泥窑"]
    assert [p.code for p in reading.problems] == ["hidden_sheet"]


def test_a_table_of_no_known_kind_is_told(read):
    reading = read([["甲乙丙", "丁戊己"], ["子", "丑"]])

    assert reading.tables == ()
    assert len(reading.ignored) == 1


def test_a_form_is_one_row_with_the_cell_of_every_value(read):
    reading = read(
        [
            ["窑厂登记表（2023年度）"],
            ["窑厂名称", "红泥窑", "成立日期", "2019年3月"],
            ["销售收入（千元）", 125, "职工人数", "30人"],
            ["是否名窑", "☑是 □否", "联系电话", "000-1234567"],
            ["乡镇", "云台镇", "窑温", "1200"],
        ]
    )

    (row,) = reading.rows
    assert reading.tables[0].form
    assert row.cell("name").value == "红泥窑"
    assert (row.cell("sales").value, str(row.cell("sales").period)) == (yuan(125000), "2023")
    assert row.cell("founded").at.cell == "D2"
    assert row.cell("is_master").value is True
    assert ("unread_column", "D5") in codes(reading)


def test_a_report_with_one_indicator_a_line_is_one_row_over_two_years(read):
    reading = read(
        [
            ["窑厂主要指标"],
            ["单位名称：红泥窑", None, None, "2023年"],
            ["指标名称", "计量单位", "本年", "上年"],
            ["甲", "乙", 1, 2],
            ["销售收入", "千元", 125, 100],
            ["净利润", "千元", "－5", 3],
            ["职工人数", "人", 30, "-"],
        ]
    )

    (row,) = reading.rows
    sales = {str(c.period): c.value for c in row.cells if c.field == "sales"}
    assert sales == {"2023": yuan(125000), "2022": yuan(100000)}
    assert row.text("name") == "红泥窑"
    assert codes(reading) == []


def test_two_forms_on_one_sheet_are_two_rows(read):
    form = [
        ["窑厂名称", None, "成立日期", None],
        ["职工人数", None, "乡镇", None],
        ["是否名窑", None, "称号", None],
    ]

    def filled(name):
        first, second, third = ([*row] for row in form)
        first[1], first[3], second[1], second[3], third[1] = name, "2019", 5, "云台镇", "否"
        return [first, second, third]

    reading = read([*filled("红泥窑"), [], *filled("白泥窑")])

    assert values(reading, "name") == ["红泥窑", "白泥窑"]
    assert [row.row for row in reading.rows] == [1, 5]


def test_one_heading_for_two_fields_fills_both(read):
    reading = read(
        [
            ["风筝名称（中/英文）", "制作人（国别）"],
            ["燕子\nSwallow", "裴某（某国）"],
            ["鹰 Eagle", "石某"],
        ]
    )

    assert values(reading, "name") == ["燕子", "鹰"]
    assert values(reading, "name_en") == ["Swallow", "Eagle"]
    assert values(reading, "maker") == ["裴某", "石某"]
    assert values(reading, "country") == ["某国", None]


def test_rows_of_one_thing_that_disagree_are_told_at_the_later_cell(read):
    reading = read(
        [
            ["窑厂名称", "信用代码", "职工人数"],
            ["红泥窑", "91500120123456788G", 5],
            ["红泥窑", "91500120123456788G", 7],
        ]
    )

    assert codes(reading) == [("rows_disagree", "C3")]


def test_a_row_that_repeats_another_is_told(read):
    reading = read([["窑厂名称", "职工人数"], ["红泥窑", 5], ["红泥窑", 5]])

    assert codes(reading) == [("duplicate_row", "A3")]


def test_a_day_printed_more_and_less_exactly_is_no_disagreement(read):
    reading = read(
        [
            ["窑厂名称", "成立日期", "乡镇"],
            ["红泥窑", "2016年9月", "云台镇"],
            ["红泥窑", "2016-09-01", "云台镇"],
        ]
    )

    assert codes(reading) == [("duplicate_row", "A3")]


def test_one_name_under_two_codes_is_told(read):
    reading = read(
        [
            ["窑厂名称", "信用代码"],
            ["红泥窑", "91500120123456788G"],
            ["红泥窑", "91500120MA5U000115"],
        ]
    )

    assert codes(reading) == [("one_name_two_codes", "B3")]


def test_a_figure_ten_thousand_times_last_years_is_a_slip_of_the_unit(read):
    reading = read(
        [
            ["窑厂名称", "2022年销售收入（万元）", "2023年销售收入（万元）"],
            ["红泥窑", 1250, 12500000],
        ]
    )

    assert codes(reading) == [("unit_slip", "C2")]


def test_two_columns_in_different_units_are_told(read):
    reading = read(
        [
            ["窑厂名称", "销售收入（万元）", "净利润（万元）"],
            ["红泥窑", 125, 35_000_000],
            ["白泥窑", 125, 35],
        ]
    )

    assert codes(reading) == [("units_mixed", "C2")]


def test_a_list_continued_to_the_right_is_read_to_its_end(read):
    head = ["序号", "窑厂名称", "职工人数"]
    reading = read(
        [[*head, *head], [1, "红泥窑", 5, 3, "黑泥窑", 7], [2, "白泥窑", 6, None, None, None]]
    )

    assert [(r.seq, r.text("name")) for r in reading.rows] == [
        (1, "红泥窑"),
        (2, "白泥窑"),
        (3, "黑泥窑"),
    ]
    assert reading.rows[2].cell("hands").at.cell == "F2"


def test_a_choice_may_have_a_column_for_each_of_its_values(read):
    reading = read(
        [
            ["窑厂名称", "级别", None],
            [None, "国家级", "乡级"],
            ["红泥窑", "√", None],
            ["白泥窑", None, "√"],
        ],
        merged=("A1:A2", "B1:C1"),
    )

    assert values(reading, "level") == ["national", "local"]


def test_a_form_may_hold_a_table_of_years_and_go_on_after_it(read):
    reading = read(
        [
            ["窑厂名称", "红泥窑", None, "所属乡镇", "云台镇"],
            ["一、近三年情况（单位：万元）"],
            ["年度", "2020年", "2021年", "2022年", "备注"],
            ["销售收入", 10, 11, "12.5", None],
            ["净利润", "(2)", "—", 3, None],
            ["二、其他"],
            ["是否名窑", "□是 ☑否", None, "职工人数", "30人"],
        ]
    )

    (row,) = reading.rows
    assert {str(c.period): c.value for c in row.cells if c.field == "sales"} == {
        "2020": yuan(100000),
        "2021": yuan(110000),
        "2022": yuan(125000),
    }
    assert row.cell("hands").value == Quantity(Decimal(30), "人")
    assert row.cell("is_master").value is False
    assert codes(reading) == []


def test_a_part_above_its_whole_is_told(read):
    reading = read([["窑厂名称", "职工人数", "陶工人数"], ["红泥窑", 5, 7]])

    assert codes(reading) == [("part_above_whole", "C2")]


def test_fewer_than_no_people_is_unreadable_and_a_loss_is_not(read):
    reading = read([["窑厂名称", "职工人数", "净利润（元）"], ["红泥窑", -6, -6]])

    assert codes(reading) == [("negative_count", "B2")]
    assert values(reading, "hands") == [None]
    assert values(reading, "profit") == [yuan(-6)]


def test_a_last_day_before_the_first_is_told(read):
    reading = read([["窑厂名称", "有效期起", "有效期至"], ["红泥窑", "2023-01-01", "2022-12-31"]])

    assert codes(reading) == [("days_reversed", "C2")]


def test_a_run_of_time_in_one_cell_fills_first_and_last_day(read):
    reading = read([["窑厂名称", "有效期"], ["红泥窑", "2022.12-2025.12"]])

    assert (values(reading, "valid_from"), values(reading, "valid_to")) == (
        ["2022-12"],
        ["2025-12"],
    )


def test_money_without_a_unit_is_told_once_for_its_column(read):
    reading = read([["窑厂名称", "销售收入"], ["红泥窑", 5], ["白泥窑", 6]])

    assert codes(reading) == [("unit_missing", "B1")]
    assert values(reading, "sales") == [None, None]


def test_a_heading_that_contradicts_the_note_above_wins_and_is_told(read):
    reading = read([["单位：千元"], ["窑厂名称", "销售收入（万元）"], ["红泥窑", 5]])

    assert values(reading, "sales") == [yuan(50000)]
    assert codes(reading) == [("units_contradict", "B2")]


def test_a_formula_that_failed_is_told(read):
    reading = read([["窑厂名称", "职工人数"], ["红泥窑", "#REF!"]])

    assert codes(reading) == [("formula_error", "B2")]


def test_a_record_that_names_nobody_is_told(read):
    reading = read([["窑厂名称", "职工人数", "乡镇"], [None, 5, "云台镇"], ["红泥窑", 6, "云台镇"]])

    assert ("no_name", "A2") in codes(reading)


def test_a_sheet_far_larger_than_its_rows_is_read_to_its_last_word(read):
    rows = [["窑厂名称", "职工人数"], ["红泥窑", 5], *[[None] * 30 for _ in range(500)]]

    reading = read(rows)

    assert len(reading.rows) == 1
    assert reading.skipped == ()


def test_a_former_name_in_brackets_or_in_the_remarks_is_kept_as_one(read):
    reading = read(
        [["窑厂名称", "备注"], ["红泥窑（原赤泥窑厂）", None], ["白泥窑", "原名：素泥窑厂"]]
    )

    assert values(reading, "name") == ["红泥窑", "白泥窑"]
    assert values(reading, "former_name") == ["赤泥窑厂", "素泥窑厂"]


def test_dates_of_every_sort_stand_in_one_column(read):
    reading = read(
        [
            ["窑厂名称", "成立日期"],
            ["甲窑", 43617],
            ["乙窑", "二〇二〇年三月"],
            ["丙窑", "2021-13-01"],
        ]
    )

    assert values(reading, "founded") == [date(2019, 6, 1), "2020-03", None]
    assert codes(reading) == [("impossible_date", "B4")]


def test_every_problem_says_what_is_wrong_and_what_to_do_in_both_languages(read):
    reading = read(
        [
            ["窑厂名称", "职工人数", "窑温", "信用代码"],
            ["红泥窑", -6, 3, 9.15e17],
            ["红泥窑", "x", 3, "y"],
        ]
    )

    assert reading.problems
    for problem in reading.problems:
        assert all((problem.what.zh, problem.what.en, problem.remedy.zh, problem.remedy.en))
        assert problem.weight in Weight


cells = st.one_of(
    st.none(),
    st.sampled_from(
        [
            "窑厂名称",
            "职工人数",
            "合计",
            "单位：万元",
            "2023年",
            "注：",
            "是",
            "（一）国家级",
            "销售收入",
        ]
    ),
    st.integers(-(10**18), 10**18),
    st.floats(allow_nan=True, allow_infinity=True),
    st.booleans(),
    st.dates(),
    st.text(max_size=12),
)


@given(
    st.lists(st.lists(cells, max_size=6), max_size=12),
    st.lists(st.sampled_from(["A1:C1", "A1:A3", "B2:C2", "A9:Z99"]), max_size=3),
)
def test_no_sheet_breaks_the_reader_and_every_cell_it_names_is_on_the_sheet(rows, merged):
    desk = TableDesk((KILN, KITE))

    reading = desk.read((sheet(rows, merged=merged),))

    for row in reading.rows:
        assert 1 <= row.row <= len(rows)
    for problem in reading.problems:
        assert problem.row <= len(rows)
