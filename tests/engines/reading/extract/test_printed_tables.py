"""Printed tables: the unit in a heading, beside the number, or in the name of the row."""


def told(says, text, **given):
    return [(s.subject, s.indicator, s.value, s.unit, s.measure) for s in says(text, **given)]


def test_a_column_of_units_gives_each_row_its_unit(says):
    text = (
        "表1 主要经济指标\n指标 | 单位 | 绝对数 | 比上年增长（%）\n"
        "地区生产总值 | 亿元 | 100.5 | 6.1\n其中：第一产业 | 亿元 | 10 | -2.1\n"
        "规模以上工业增加值 | 亿元 | — | 8.2"
    )

    assert told(says, text) == [
        ("临枫区", "地区生产总值", 10_050_000_000, "元", "level"),
        ("临枫区", "地区生产总值", 6.1, "%", "growth_yoy"),
        ("临枫区", "第一产业增加值", 1_000_000_000, "元", "level"),
        ("临枫区", "第一产业增加值", -2.1, "%", "growth_yoy"),
        ("临枫区", "规上工业增加值", 8.2, "%", "growth_yoy"),
    ]


def test_a_heading_that_measures_is_said_of_each_row(says):
    text = "行业 | 产值（亿元） | 增长（%）\n仪器仪表制造业 | 61.2 | 15.4"

    assert told(says, text) == [
        ("临枫区", "仪器仪表制造业产值", 6_120_000_000, "元", "level"),
        ("临枫区", "仪器仪表制造业产值", 15.4, "%", "growth_yoy"),
    ]


def test_rows_that_are_places_are_whom_the_figures_are_about(says):
    text = (
        "各区县主要指标\n单位：亿元\n区县 | 地区生产总值 | 同比增长（%） | 位次\n"
        "临枫区 | 252.7 | 6.8 | 3\n望屿区 | 310.2 | 5.1 | 9\n合计 | 562.9 | 5.9 |"
    )

    assert {(s, i, v) for s, i, v, _, m in told(says, text) if m == "level"} == {
        ("临枫区", "地区生产总值", 25_270_000_000),
        ("望屿区", "地区生产总值", 31_020_000_000),
    }


def test_a_heading_tells_the_time_and_what_is_aimed_at(says):
    said = says(
        "序号 | 重点任务 | 2024年目标 | 责任单位\n1 | 新增高新技术企业（家） | 20 | 区科技局"
    )

    assert [(s.indicator, s.value, s.period, s.standing) for s in said] == [
        ("新增高新技术企业数", 20, "2024", "target")
    ]


def test_numbers_nobody_tells_the_unit_of_are_left_out(says):
    assert says("指标 | 数值\n研发投入 | 7.2") == []


def test_a_register_is_not_read_as_a_table_of_figures(says):
    assert says("企业名称 | 营业收入（万元）\n栖川璐驰机械制造有限公司 | 4200") == []


def test_the_quote_shows_the_row_and_its_number(says):
    said = says("指标 | 单位 | 绝对数\n高新技术企业 | 家 | 90")

    assert [s.quote for s in said] == ["高新技术企业 | 家 | 90"]
