"""How many of what, how much of what."""

import pytest


@pytest.mark.parametrize(
    ("text", "indicator", "value", "unit"),
    [
        ("全区有效期内高新技术企业有239家。", "高新技术企业数(有效期内)", 239, "家"),
        ("科技型企业累计达到1143家。", "科技型企业数(累计)", 1143, "家"),
        ("科技型中小企业已入库235家。", "科技型中小企业数(入库)", 235, "家"),
        ("新认定高新技术企业18家。", "新增高新技术企业数", 18, "家"),
        ("组织申报高新技术企业61家。", "新申报高新技术企业数", 61, "家"),
        ("技术合同登记成交额8.7亿元。", "技术合同成交额", 870_000_000, "元"),
        ("万人发明专利拥有量25件。", "每万人口发明专利拥有量", 25, "件/万人"),
        ("国家级“专精特新”小巨人企业12家。", "专精特新“小巨人”企业数", 12, "家"),
    ],
)
def test_an_official_wording_gives_the_official_indicator(says, text, indicator, value, unit):
    said = says(text)

    assert [(s.indicator, s.value, s.unit) for s in said] == [(indicator, value, unit)]


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("全区拥有市级及以上创新平台148个。", "市级及以上创新平台数"),
        ("新增市级以上研发平台9个。", "新增市级以上研发平台数"),
        ("建成国家级众创空间5家。", "国家级众创空间数"),
        ("新获批省级新型研发机构4家。", "新增省级新型研发机构数"),
    ],
)
def test_grade_and_newness_are_built_onto_the_indicator(says, text, indicator):
    assert [s.indicator for s in says(text)] == [indicator]


def test_a_built_indicator_keeps_the_identifier_of_its_field(says):
    said = says("新增市级研发平台3个，累计达到40个。")

    assert [s.property for s in said] == ["rd_platforms__new__city", "rd_platforms"]


@pytest.mark.parametrize(
    ("text", "indicator", "value"),
    [
        ("打造环形流水线等中试生产线2条。", "中试生产线数", 2),
        ("建有高低温老化等检测实验室9个。", "检测实验室数", 9),
        ("全年开展科普进校园活动46场次。", "科普进校园活动场次", 46),
        ("设立2000万元的人才引育基金。", "人才引育基金规模", 20_000_000),
        ("今年兑现人才津贴1860万元。", "人才津贴兑现额", 18_600_000),
    ],
)
def test_what_no_kind_knows_is_named_after_the_text_in_the_normal_form(
    says, text, indicator, value
):
    said = says(text)

    assert [(s.indicator, s.property, s.value) for s in said] == [(indicator, indicator, value)]


def test_the_name_may_follow_the_number(says):
    said = says("园区引进6个研究院和38家企业。")

    assert [(s.indicator, s.value) for s in said] == [("引进研究院数", 6), ("引进企业数", 38)]


def test_what_the_counted_do_belongs_to_the_name(says):
    said = says("吸引30余个科研团队落户，10家院所入池。")

    assert [s.indicator for s in said] == ["落户科研团队数", "入池院所数"]


def test_firms_on_a_list_are_counted_under_its_title(says):
    said = says("甲乙、丙丁等13家企业进入市级瞪羚企业名单。")

    assert [(s.indicator, s.value) for s in said] == [("市级瞪羚企业数", 13)]


def test_firms_with_loans_are_counted_and_so_is_the_sum(says):
    said = says("新增34家科技型企业获得知识价值信用贷款超7605万元。")

    assert [(s.indicator, s.value) for s in said] == [
        ("新增知识价值信用贷款获贷企业数", 34),
        ("知识价值信用贷款发放额", 76_050_000),
    ]


def test_what_is_said_of_the_first_of_a_list_holds_for_the_others(says):
    said = says("新增高新技术企业165家、科技型企业289家、市级以上研发平台9个。")

    assert [s.indicator for s in said] == [
        "新增高新技术企业数",
        "新增科技型企业数",
        "新增市级以上研发平台数",
    ]


def test_a_number_without_a_name_goes_on_with_the_last_one(says):
    said = says("全区新增科技型企业63家，累计达到1503家。")

    assert [(s.indicator, s.value) for s in said] == [
        ("新增科技型企业数", 63),
        ("科技型企业数(累计)", 1503),
    ]


def test_a_grade_alone_goes_on_with_the_last_noun(says):
    said = says("建成市级以上研发平台73个，其中省级18个、国家级2个。")

    assert [s.indicator for s in said] == [
        "市级以上研发平台数",
        "省级研发平台数",
        "国家级研发平台数",
    ]


def test_patents_among_those_applied_for_were_applied_for(says):
    said = says("申请专利13项，其中发明专利4项。")

    assert [s.indicator for s in said] == ["专利申请数", "发明专利申请数"]


def test_a_sum_after_a_count_belongs_to_the_things_counted(says):
    said = says("光电产业园引进6个光电子信息项目，总投资40亿元。")

    assert [s.indicator for s in said] == ["引进光电子信息项目数", "引进光电子信息项目总投资"]


def test_the_doer_of_output_belongs_to_its_name(says):
    said = says("智能网联汽车、电子信息两大主导产业完成产值544.2亿元。")

    assert [s.indicator for s in said] == ["两大主导产业产值"]


def test_a_rise_states_both_ends(says):
    said = says("全社会研发经费支出由2015年的8.7亿元增长到2020年的21.5亿元。")

    assert [(s.value, s.measure, s.period) for s in said] == [
        (870_000_000, "level", "2015"),
        (2_150_000_000, "level", "as_of 2020-12-31"),
    ]


def test_an_increase_over_last_year_is_a_change_and_no_level(says):
    said = says("年末有效期内高新技术企业356家，比上年增加61家。")

    assert [(s.indicator, s.value, s.measure) for s in said] == [
        ("高新技术企业数(有效期内)", 356, "level"),
        ("高新技术企业数增量", 61, "change"),
    ]


def test_a_class_of_projects_is_not_a_figure(says):
    said = says("全年签约项目62个，其中10亿元以上项目9个。")

    assert [(s.indicator, s.value) for s in said] == [
        ("签约项目数", 62),
        ("10亿元以上项目数", 9),
    ]


def test_a_firm_has_its_own_research_and_not_that_of_all_society(says):
    said = says("澜东砺石传感科技有限公司成立多年。公司研发投入4200万元。")

    assert [(s.subject, s.indicator) for s in said] == [
        ("澜东砺石传感科技有限公司", "企业研发投入")
    ]


def test_hedges_stay_with_the_number(says):
    claims = says("技术合同交易额突破12亿元，专家近300人。")

    assert [s.value for s in claims] == [1_200_000_000, 300]
    assert "突破" in claims[0].quote
    assert "近" in claims[1].quote


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("全年受理企业诉求312件。", "受理企业诉求数"),
        ("开展政策宣讲11次。", "政策宣讲次数"),
        ("吸引约900人次参与。", "参与人次"),
        ("建成投用中试线，建设检测实验室7个。", "检测实验室数"),
        ("空气质量优良天数331天。", "空气质量优良天数"),
        ("区里出资2000万元。", "出资额"),
    ],
)
def test_a_verb_before_its_number_may_be_what_is_counted(says, text, indicator):
    assert [s.indicator for s in says(text)] == [indicator]


def test_some_of_what_was_counted_keep_its_name(says):
    said = says("规上工业企业达到193家，其中有研发活动的128家。")

    assert [s.indicator for s in said] == ["规上工业企业数", "有研发活动的规上工业企业数"]


def test_what_was_listed_and_summed_up_is_told_of_each(says):
    said = says("智能传感、柔性显示两大产业集群产值分别达到61.2亿元、43.8亿元。")

    assert [s.indicator for s in said] == ["智能传感产业集群产值", "柔性显示产业集群产值"]


@pytest.mark.parametrize("text", ["能装下上百家企业。", "数十家企业参加。"])
def test_a_vague_crowd_is_no_count(says, text):
    assert says(text) == []


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("该基地首期面积5万平方米。", "基地首期面积"),
        ("项目拟使用面积2.3万平方米。", "拟使用面积"),
        ("每年引育科技型企业50家以上。", "每年引育科技型企业数"),
        ("新引进高层次人才30人。", "新引进高层次人才数"),
        ("财政科技资金累计投入2.68亿元。", "财政科技资金投入"),
        ("单块电芯下线时间仅12秒。", "单块电芯下线时间"),
        ("公司研究团队60人。", "研究团队人数"),
        ("博士及中高级职称人员138人。", "博士及中高级职称人员数"),
        ("张榜金额1.2亿元。", "揭榜挂帅张榜金额"),
        ("贷款支用额达1.2亿元。", "贷款支用额"),
    ],
)
def test_what_belongs_to_a_name_stays_in_it(says, text, indicator):
    assert [s.indicator for s in says(text)] == [indicator]


def test_all_of_those_just_added_are_told_in_turn(says):
    said = says("新增市级研发平台9个、众创空间3个，累计分别达到148个和26个。")

    assert [(s.indicator, s.value) for s in said][2:] == [
        ("市级研发平台数", 148),
        ("众创空间数", 26),
    ]


@pytest.mark.parametrize("text", ["对顶尖人才最高给予1000万元资助。", "每家企业一次性奖励50万元。"])
def test_what_a_policy_promises_is_no_fact(says, text):
    assert says(text) == []


def test_the_size_of_a_thing_is_no_figure_of_its_own(says):
    said = says("达产后可年产8英寸晶圆36万片。")

    assert [s.value for s in said] == [360_000]


@pytest.mark.parametrize(
    ("text", "indicator", "value"),
    [
        ("“云帆电池”每6秒就有一块下线。", "单块下线时间", 6),
        ("平均每54秒下线一台整车。", "单台整车下线时间", 54),
    ],
)
def test_how_long_one_piece_takes_is_a_figure(says, text, indicator, value):
    assert [(s.indicator, s.value) for s in says(text)] == [(indicator, value)]
