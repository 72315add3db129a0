"""A list read column by column: what it takes for a figure, and what it tells and leaves unknown."""

import math
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ceyuan.authoring.reader import Sheet
from ceyuan.engines.reading.table.columnwise import NoList, ReadList, read_columnwise
from ceyuan.engines.reading.table.columnwise_doubts import doubts
from ceyuan.model.kind import Field, FieldType, Kind
from ceyuan.model.table import Weight

MILL = Kind(
    name="mill",
    title="磨坊",
    english="mill",
    identifier="code",
    fields=(
        Field("name", "磨坊名称", "name"),
        Field("code", "统一社会信用代码", "code", FieldType.CODE, source="GB 32100-2015"),
        Field("opened", "开张日期", "opened", FieldType.DATE),
        Field("flour", "面粉收入", "flour", FieldType.QUANTITY, "元"),
        Field("grain", "谷物费用", "grain", FieldType.QUANTITY, "元", beside="flour"),
        Field("own_grain", "自产谷物费用", "own grain", FieldType.QUANTITY, "元", part_of="grain"),
        Field("hands", "帮工数", "hands", FieldType.QUANTITY, "人", stock=True),
        Field("debt", "负债率", "debt", FieldType.QUANTITY, "%", stock=True),
        Field("waste", "损耗占比", "waste", FieldType.QUANTITY, "share"),
        Field("change", "收入增速", "change", FieldType.QUANTITY, "share", signed=True),
        Field("water", "水磨", "water", FieldType.TRUTH),
    ),
)


def read(*rows: list[Any], **more: Any) -> ReadList:
    """The rows as one sheet, padded to one width."""
    width = max(map(len, rows))
    padded = tuple((*row, *([None] * (width - len(row)))) for row in rows)
    return read_columnwise([Sheet("磨坊", padded)], "磨坊.xlsx", [MILL], **more)


def values(found: ReadList, field: str) -> list[Any]:
    column = next(c for c in found.columns if c.field.id == field)
    return [None if v is None or v != v else v for v in list(column.values)]


def codes(found: ReadList) -> list[str]:
    return [problem.code for problem in found.problems]


@pytest.mark.parametrize("cell", ["约1200", "超1200", "近1200", "1000-1200", "1200余", "不足1200"])
def test_an_approximate_amount_is_unknown_and_told(cell: str) -> None:
    found = read(["磨坊名称", "2025年面粉收入（万元）"], ["东磨", cell])

    assert values(found, "flour") == [None]
    assert codes(found) == ["approximate"]


@pytest.mark.parametrize("cell", ["2015-3", "2015年", 2015, "2015.03"])
def test_a_day_of_which_only_month_or_year_is_given_is_unknown_and_told(cell: Any) -> None:
    found = read(["磨坊名称", "开张日期", "帮工数"], ["东磨", cell, 3])

    assert values(found, "opened") == [None]
    assert codes(found) == ["no_day"]


@pytest.mark.parametrize("mark", ["—", "无", "N/A", "待补充", "/", "暂无", "", "？"])
def test_a_mark_for_empty_is_unknown_never_zero(mark: str) -> None:
    found = read(["磨坊名称", "2025年面粉收入（万元）", "帮工数"], ["东磨", mark, mark])

    assert (values(found, "flour"), values(found, "hands")) == ([None], [None])


@pytest.mark.parametrize(
    "cell", ["约三千", "1e3", "true", "1,2,3", "1200(含税)", 1e30, 10**25, "$1200"]
)
def test_what_is_no_amount_is_named_at_its_cell(cell: Any) -> None:
    found = read(["磨坊名称", "2025年面粉收入（万元）"], ["西磨", 1], ["东磨", cell])

    assert values(found, "flour") == [10_000.0, None]
    assert [problem.cell for problem in found.problems] == ["B3"]


@pytest.mark.parametrize(
    ("cell", "yuan"),
    [
        ("1,200万元", 12e6),
        ("1.2亿", 1.2e8),
        ("12000000元", 12e6),
        ("１２００", 12e6),
        ("一千二百万元", 12e6),
    ],
)
def test_a_unit_in_the_cell_counts_before_that_of_the_heading(cell: str, yuan: float) -> None:
    found = read(["磨坊名称", "2025年面粉收入（万元）"], ["东磨", cell])

    assert values(found, "flour") == [yuan]


def test_money_without_a_unit_anywhere_is_unknown() -> None:
    found = read(["磨坊名称", "2025年面粉收入"], ["东磨", 1200], ["西磨", 0])

    assert values(found, "flour") == [None, 0.0]
    assert codes(found) == ["unit_missing"]


@pytest.mark.parametrize("cell", [-5, "-5", "（5）", "△5"])
def test_less_than_nothing_is_unknown_where_it_cannot_be(cell: Any) -> None:
    found = read(["磨坊名称", "2025年面粉收入（万元）", "帮工数"], ["东磨", cell, cell])

    assert (values(found, "flour"), values(found, "hands")) == ([None], [None])
    assert {problem.cell for problem in found.problems} >= {"B2", "C2"}


def test_a_bare_share_that_may_be_two_things_is_unknown() -> None:
    found = read(
        ["磨坊名称", "负债率", "损耗占比"],
        ["甲", "45%", "5%"],
        ["乙", 45, 0.05],
        ["丙", 0.45, 5],
        ["丁", 0, 0],
    )

    assert values(found, "debt") == [45.0, 45.0, None, 0.0]
    assert values(found, "waste") == [0.05, 0.05, None, 0.0]
    assert [(p.code, p.cell) for p in found.problems] == [
        ("which_share", "B4"),
        ("which_share", "C4"),
    ]


def test_a_column_in_percent_of_which_all_are_below_one_is_unknown() -> None:
    found = read(["磨坊名称", "负债率（%）"], ["甲", 0.45], ["乙", 0.6])
    mixed = read(["磨坊名称", "负债率（%）"], ["甲", 0.8], ["乙", 60])

    assert values(found, "debt") == [None, None]
    assert values(mixed, "debt") == [0.8, 60.0]


def test_growth_may_be_below_zero() -> None:
    found = read(["磨坊名称", "2025年收入增速（%）"], ["甲", -5], ["乙", "-5%"])

    assert values(found, "change") == [-0.05, -0.05]


def test_a_heading_about_several_years_says_so() -> None:
    found = read(
        ["磨坊名称", "近三年面粉收入（万元）", "2025年面粉收入（万元）"], ["东磨", 300, 100]
    )

    assert [(c.heading, c.window) for c in found.columns if c.field.id == "flour"] == [
        ("近三年面粉收入（万元）", True),
        ("2025年面粉收入（万元）", False),
    ]


def test_last_year_of_no_year_is_told_as_it_stands() -> None:
    found = read(["磨坊名称", "上年度面粉收入（万元）"], ["东磨", 300])

    assert [c.time for c in found.columns if c.field.id == "flour"] == ["上年度"]


def test_rows_that_are_no_records_are_passed_over() -> None:
    found = read(
        ["磨坊名称", "帮工数", "2025年面粉收入（万元）"],
        ["东磨", 3, 1],
        ["磨坊名称", "帮工数", "2025年面粉收入（万元）"],
        [None, None, None],
        ["合计", 3, 1],
        ["填表人：张三", None, None],
        ["注：收入为审计数", None, None],
        ["注水磨坊", 4, 2],
    )

    assert found.names == ["东磨", "注水磨坊"]
    assert found.rows == (2, 8)


def test_a_row_without_a_name_goes_by_its_code_and_is_told_where_it_has_none() -> None:
    found = read(
        ["磨坊名称", "统一社会信用代码", "帮工数"],
        ["  ", "91990101MA00000018", 3],
        [None, None, 4],
    )

    assert found.names == ["91990101MA00000018"]
    assert "no_name" in codes(found)


def test_a_code_whose_check_character_is_wrong_is_told() -> None:
    found = read(
        ["磨坊名称", "统一社会信用代码"], ["东磨", "91990101MA00000018"], ["西磨", 9.199e17]
    )

    assert codes(found) == ["wrong_check_character", "damaged_number"]


def test_columns_nobody_knows_and_columns_nobody_asks_for_are_told_apart() -> None:
    found = read(
        ["磨坊名称", "帮工数", "开张日期", "风向"],
        ["东磨", 3, "2020-01-01", "北"],
        wanted={"hands"},
    )

    assert (found.unread, found.unasked) == (("风向",), ("开张日期",))


def test_a_heading_that_comes_twice_is_told() -> None:
    found = read(["磨坊名称", "帮工数", "帮工数"], ["东磨", 3, 4])

    assert values(found, "hands") == [3.0]
    assert codes(found) == ["repeated_heading"]


def test_further_sheets_with_a_list_are_told_and_hidden_ones_are_not_read() -> None:
    rows = (("磨坊名称", "帮工数"), ("东磨", 3))
    sheets = [
        Sheet("封面", (("云岫区磨坊",),)),
        Sheet("旧", rows, hidden=True),
        Sheet("甲镇", rows),
        Sheet("乙镇", rows),
    ]

    found = read_columnwise(sheets, "磨坊.xlsx", [MILL])

    assert (found.sheet, found.other_sheets) == ("甲镇", ("乙镇",))


def test_a_column_of_years_says_which_year_each_row_is_about() -> None:
    found = read(["磨坊名称", "年度", "面粉收入（万元）"], ["东磨", 2024, 1], ["东磨", "2025年", 2])

    assert found.years == (2024, 2025)
    assert found.unread == ()


def test_a_list_with_many_columns_nobody_knows_is_read_all_the_same() -> None:
    known = ["磨坊名称", "开张日期", "帮工数", "水磨", "2025年面粉收入（万元）"]
    export = [f"导出列{number}" for number in range(40)]

    found = read([*known, *export], ["东磨", "2020-01-01", 3, "是", 5, *[1] * 40])

    assert (values(found, "hands"), len(found.unread)) == ([3.0], 40)


def test_a_workbook_whose_headings_mean_nothing_is_refused() -> None:
    with pytest.raises(NoList):
        read(["甲", "乙"], [1, 2])


def test_a_part_above_its_whole_leaves_both_unknown() -> None:
    found = read(
        ["磨坊名称", "2025年谷物费用（万元）", "2025年自产谷物费用（万元）"],
        ["东磨", 5, 6],
        ["西磨", 5, 5],
    )

    problems, sure = doubts(found, found.names)

    assert values(sure, "grain") == [None, 50_000.0]
    assert values(sure, "own_grain") == [None, 50_000.0]
    assert {p.cell for p in problems} == {"B2", "C2"}


def test_a_figure_ten_thousand_times_its_neighbours_is_unknown() -> None:
    head = ["磨坊名称", *(f"{year}年面粉收入（万元）" for year in (2023, 2024, 2025))]
    found = read(head, ["东磨", 1000, 12_000_000, 1300], ["西磨", 0, 0, 5])

    problems, sure = doubts(found, found.names)

    assert [p.cell for p in problems] == ["C2"]
    assert [c.values[0] for c in sure.columns if c.field.id == "flour"][::2] == [1e7, 1.3e7]
    assert math.isnan([c.values[0] for c in sure.columns if c.field.id == "flour"][1])


def test_who_comes_twice_is_asked_about_and_kept() -> None:
    found = read(["磨坊名称", "帮工数"], ["东磨", 3], ["东磨", 3])

    problems, sure = doubts(found, found.names)

    assert [(p.code, p.weight) for p in problems] == [("listed_twice", Weight.DOUBTFUL)]
    assert values(sure, "hands") == [3.0, 3.0]


CELLS = st.one_of(
    st.none(),
    st.integers(-(10**40), 10**40),
    st.floats(allow_nan=True, allow_infinity=True),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.text(
        alphabet="0123456789.,-%—~至约超近余万亿千元人年月日是否无（）() /#!=+ eE", max_size=12
    ),
    st.text(max_size=8),
)
HEADINGS = st.one_of(
    st.sampled_from(
        [
            "磨坊名称",
            "统一社会信用代码",
            "开张日期",
            "年度",
            "帮工数（人）",
            "水磨",
            "负债率（%）",
            "近三年面粉收入",
            "2024年面粉收入（万元）",
            "2025年面粉收入（元）",
            "损耗占比",
            "序号",
            "备注",
        ]
    ),
    CELLS,
)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(HEADINGS, min_size=1, max_size=7),
    st.lists(st.lists(CELLS, max_size=7), max_size=6),
)
def test_whatever_stands_in_a_workbook_is_read_or_refused_in_words(
    head: list[Any], rows: list[list[Any]]
) -> None:
    try:
        found = read(["磨坊名称", *head], *rows)
    except NoList:
        return
    _, sure = doubts(found, found.names)
    for column in sure.columns:
        assert len(column.values) == len(found.names) == len(found.rows)
        if column.field.type is FieldType.QUANTITY and not column.field.signed:
            assert not any(v < 0 for v in column.values)
            assert not any(math.isinf(v) for v in column.values)
