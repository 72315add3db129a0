"""Growth, differences, shares, pulls, ranks and multiples."""

import pytest


def test_growth_goes_with_the_indicator_before_it(says):
    said = says("上半年，全区技术合同成交额46.8亿元，同比增长32.5%。")

    assert [(s.indicator, s.measure, s.value) for s in said] == [
        ("技术合同成交额", "level", 4_680_000_000),
        ("技术合同成交额", "growth_yoy", 32.5),
    ]


def test_a_fall_is_negative(says):
    said = says("规上工业企业实现利润总额92.3亿元，下降2.7%。")

    assert [(s.indicator, s.value) for s in said] == [
        ("规上工业企业利润", 9_230_000_000),
        ("规上工业企业利润", -2.7),
    ]


def test_average_growth_over_years_says_so_and_is_about_the_years(says):
    (said,) = says("“十三五”期间，全社会研发投入年均增长8.7%。", published="2021-06-08")

    assert (said.measure, said.qualifiers, said.period) == (
        "growth_yoy",
        ("annual_average",),
        "2016/2020",
    )


def test_growth_over_a_year_by_number_is_a_change(says):
    (said,) = says("2020年，全社会研发经费投入比2015年增加37.07%。", published="2021-05")

    assert (said.indicator, said.measure) == ("全社会研发投入", "change")


@pytest.mark.parametrize(
    ("text", "indicator", "value"),
    [
        ("地区生产总值增长6.7%，高于全市1.5个百分点。", "地区生产总值增速(与全市之差)", 1.5),
        ("地区生产总值增长6.7%，比全国快1.5个百分点。", "地区生产总值增速(与全国之差)", 1.5),
        ("研发强度达2.96%，高出全市平均水平0.85个百分点。", "研发投入强度(与全市平均之差)", 0.85),
        ("研发强度达1.96%，低于全省平均水平0.3个百分点。", "研发投入强度(与全省平均之差)", -0.3),
        ("固定资产投资增长9%，较上半年加快2个百分点。", "固定资产投资增速(较上半年)", 2),
    ],
)
def test_a_difference_names_what_it_is_from(says, text, indicator, value):
    said = says(text)[-1]

    assert (said.indicator, said.value, said.unit, said.measure) == (
        indicator,
        value,
        "百分点",
        "change",
    )


def test_a_rate_that_rises_keeps_its_own_name(says):
    said = says("城镇化率86.3%，比上年末提高0.5个百分点。")

    assert [(s.indicator, s.measure) for s in said] == [
        ("城镇化率", "level"),
        ("城镇化率", "change"),
    ]


def test_points_said_of_two_places_go_to_each(says):
    said = says("地区生产总值同比增长5.8%，高于全国、全省0.5个和0.3个百分点。")

    assert [(s.indicator, s.value, s.unit) for s in said[1:]] == [
        ("地区生产总值增速(与全国之差)", 0.5, "百分点"),
        ("地区生产总值增速(与全省之差)", 0.3, "百分点"),
    ]


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("全社会研发经费支出占地区生产总值的4.6%。", "研发投入强度"),
        ("研究与试验发展经费支出24.6亿元，与地区生产总值之比为2.85%。", "研发投入强度"),
        (
            "高技术制造业增加值占规模以上工业增加值的比重为28.7%。",
            "高技术制造业增加值占规上工业增加值比重",
        ),
        ("新评上高端研发机构两家，占全市22%。", "新型高端研发机构占全市比重"),
        ("贡献了全市4%的工业产值。", "工业产值占全市比重"),
        ("公司研发人员占比近六成。", "研发人员占比"),
        ("我们每年投入销售额的8%以上用于技术研发。", "技术研发投入占销售额比重"),
    ],
)
def test_a_share_is_named_by_part_and_whole(says, text, indicator):
    assert says(text)[-1].indicator == indicator


def test_a_part_of_what_was_counted_is_a_share_of_it(says):
    said = says("研究院申请了200余项专利，其中超过三分之一为国际专利。")

    assert [s.indicator for s in said] == ["专利申请数", "国际专利占专利申请比重"]


def test_a_pull_names_who_pulls_what(says):
    said = says("战略性新兴产业增长47.1%，上拉规上工业19.4个百分点。")

    assert [(s.indicator, s.measure) for s in said] == [
        ("战略性新兴产业产值", "growth_yoy"),
        ("战略性新兴产业拉动规上工业增长", "change"),
    ]


@pytest.mark.parametrize(
    ("text", "indicator", "value"),
    [
        ("地区生产总值增长6.7%，居全市第3位。", "地区生产总值增速全市排名", 3),
        ("高新技术企业432家，数量在全市行政区中排第1位。", "高新技术企业数全市排名", 1),
        ("科技型企业达到2417家，总量排全市第二。", "科技型企业数全市排名", 2),
        ("科技型企业达到2417家，增量排全市第一。", "科技型企业增量全市排名", 1),
        ("望屿经开区在国家级经开区综合考评中列第46位。", "国家级经开区综合考评排名", 46),
        ("临枫高新区在国家级高新区排位上升35位。", "国家级高新区排名提升位次", 35),
    ],
)
def test_a_rank_says_what_is_ranked_and_among_whom(says, text, indicator, value):
    said = says(text)[-1]

    assert (said.indicator, said.value, said.unit) == (indicator, value, "位")


def test_several_numbers_go_to_several_things_in_turn(says):
    said = says(
        "一、二、三产业增加值分别是33.3亿元、356.6亿元和376.7亿元，增速依次为2.6%、5%和9.4%。"
    )

    assert [(s.indicator, s.value, s.measure) for s in said] == [
        ("第一产业增加值", 3_330_000_000, "level"),
        ("第二产业增加值", 35_660_000_000, "level"),
        ("第三产业增加值", 37_670_000_000, "level"),
        ("第一产业增加值", 2.6, "growth_yoy"),
        ("第二产业增加值", 5, "growth_yoy"),
        ("第三产业增加值", 9.4, "growth_yoy"),
    ]


def test_growth_said_in_turn_goes_to_the_sums_before(says):
    said = says("累计发放科技贷款286笔、金额9.4亿元，同比分别增长31.2%和44.6%。")

    assert [(s.indicator, s.value) for s in said[2:]] == [
        (said[0].indicator, 31.2),
        (said[1].indicator, 44.6),
    ]


def test_the_last_of_several_things_lends_its_noun_to_all(says):
    said = says("高技术产业、战略性新兴产业对工业增长的贡献率分别为81.2%和79.1%。")

    assert [(s.indicator, s.measure) for s in said] == [
        ("高技术产业对工业增长的贡献率", "share"),
        ("战略性新兴产业对工业增长的贡献率", "share"),
    ]


def test_town_and_country_are_two(says):
    said = says("城乡居民人均可支配收入分别达到51230元、28460元。")

    assert [(s.indicator, s.value) for s in said] == [
        ("城镇居民人均可支配收入", 51230),
        ("农村居民人均可支配收入", 28460),
    ]


def test_the_proportion_of_the_sectors_is_six_shares_of_two_years(says):
    said = says(
        "“十三五”时期，三次产业结构由7.9:46.1:46调整为5.9:40.9:53.2。", published="2021-06-08"
    )

    assert [(s.indicator, s.value, s.period) for s in said] == [
        ("第一产业占比", 7.9, "2015"),
        ("第二产业占比", 46.1, "2015"),
        ("第三产业占比", 46, "2015"),
        ("第一产业占比", 5.9, "2020"),
        ("第二产业占比", 40.9, "2020"),
        ("第三产业占比", 53.2, "2020"),
    ]


def test_some_in_a_hundred_are_a_share_of_those(says):
    said = says("规上工业企业仍有33.7%没有研发活动。")

    assert [(s.indicator, s.measure) for s in said] == [("没有研发活动的规上工业企业占比", "share")]


def test_those_that_have_are_told_by_what_they_have(says):
    said = says("建有研发机构的企业占52.2%。")

    assert [(s.indicator, s.measure) for s in said] == [("规上工业企业研发机构覆盖率", "share")]


def test_a_plan_named_in_quotes_is_no_intention(says):
    said = says("省“尖兵”“领雁”计划立项数增长12%。")

    assert [(s.indicator, s.standing) for s in said] == [("省尖兵领雁计划立项数", "reported")]


def test_a_stake_that_is_sold_is_named_by_the_sale(says):
    said = says("研究院出售20%的股权。")

    assert [(s.indicator, s.measure) for s in said] == [("出售股权比例", "share")]


def test_a_place_in_a_list_of_the_best_is_named_by_the_list(says):
    said = says("临枫区入围中国工业百强区，排名第33位，较上年提升2位。")

    assert [s.indicator for s in said] == ["中国工业百强区排名", "中国工业百强区排名提升位次"]


def test_shares_in_a_row_are_of_the_same_whole(says):
    said = says("高新区贡献了全区46%的工业产值、52%的工业税收。")

    assert [s.indicator for s in said] == ["工业产值占全区比重", "工业税收占全区比重"]
