"""Whom a figure is about."""

import pytest


def test_a_sentence_that_names_nobody_is_about_the_page(says):
    (said,) = says("新增科技型企业63家。", about="青渚县")

    assert said.subject == "青渚县"


def test_the_title_says_whom_the_page_is_about(says):
    said = says("新增科技型企业63家。", title="望屿：创新动能加快释放")

    assert [s.subject for s in said] == ["望屿区"]


def test_the_whole_district_and_the_whole_city_are_two_places(says):
    said = says("全区科技型企业1503家。全市科技型企业3.8万家。")

    assert [s.subject for s in said] == ["临枫区", "栖川市"]


def test_a_park_at_the_head_of_its_clause_has_the_figure(says):
    said = says("全区规上工业增加值增长4.2%；临枫高新区亩均税收增长56.2%。")

    assert [s.subject for s in said] == ["临枫区", "临枫高新区"]


def test_a_clause_that_opens_with_a_verb_goes_on_about_the_same(says):
    said = says("栖川光电技术研究院建成投入使用，已汇集行业专家300余人，完成有效专利提案600项。")

    assert {s.subject for s in said} == {"栖川光电技术研究院"}


def test_a_new_sentence_with_a_noun_of_its_own_is_about_the_page_again(says):
    said = says(
        "规上工业增加值增长4.2%；临枫高新区税收增长56.2%。智能装备、先进材料两大产业产值149亿元。"
    )

    assert [s.subject for s in said] == ["临枫区", "临枫高新区", "临枫区"]


def test_that_institute_is_the_one_named_before(says):
    said = says(
        "以栖川高新技术产业研究院为例。\n成立两年多来，该研究院已汇聚发明专利200余件，累计孵化企业21家。"
    )

    assert {s.subject for s in said} == {"栖川高新技术产业研究院"}


def test_that_project_is_the_one_named_in_the_paragraph_before(says):
    said = says("记者走进望屿先进数据中心项目建设现场。\n据了解，该项目总投资超20亿元，占地20亩。")

    assert [(s.subject, s.indicator) for s in said] == [
        ("望屿先进数据中心项目", "总投资"),
        ("望屿先进数据中心项目", "占地面积"),
    ]


def test_what_a_bureau_reports_is_its_districts(says):
    said = says("临枫区科技局组织申报高新技术企业61家。", about="栖川市")

    assert [s.subject for s in said] == ["临枫区"]


def test_an_association_speaks_for_itself(says):
    said = says("栖川市科协开展科普活动150场次。", about="栖川市")

    assert [s.subject for s in said] == ["栖川市科协"]


def test_we_in_quotation_marks_are_whom_the_speaker_speaks_for(says):
    said = says(
        "“我们将设立2000万元的人才引育基金，引育高层次人才200名以上。”栖川市科学技术研究院院长韩若川表示。"
    )

    assert {s.subject for s in said} == {"栖川市科学技术研究院"}


def test_a_bank_that_lends_is_not_whom_it_is_about(says):
    said = says(
        "栖川璐驰机械制造有限公司遭遇资金压力，澜东农商行为其提供160万元的知识价值信用贷款授信。"
    )

    assert [s.subject for s in said] == ["栖川璐驰机械制造有限公司"]


def test_the_site_an_area_stands_before_has_the_area(says):
    said = says("今年以来，临枫还高起点谋划建设30平方公里的栖川数字科技城，引进创新平台12家。")

    assert [(s.subject, s.indicator) for s in said] == [
        ("栖川数字科技城", "规划面积"),
        ("临枫区", "引进创新平台数"),
    ]


def test_a_part_of_a_zone_is_its_own_subject(says):
    said = says("望屿高新区规划面积74.3平方公里，其中东区20平方公里。", about="望屿高新区")

    assert [(s.subject, s.value) for s in said] == [
        ("望屿高新区", 74.3),
        ("望屿高新区东区", 20),
    ]


def test_a_class_that_is_counted_is_nobodys_name(says):
    said = says("建成市级重点实验室4家、企业研究院28家。")

    assert {s.subject for s in said} == {"临枫区"}


def test_a_second_phase_of_an_institute_is_the_institute(says):
    said = says("栖川柔性材料研究院二期建成投用。目前研究院已集聚研发人员86人。")

    assert [s.subject for s in said] == ["栖川柔性材料研究院"]


def test_after_a_semicolon_the_sentence_is_about_its_first_subject_again(says):
    said = says("临枫区引进平台2家，云栖创新生态社区入驻科研团队23个；建设检测实验室7个。")

    assert [s.subject for s in said] == ["临枫区", "云栖创新生态社区", "临枫区"]


def test_a_fund_that_is_set_up_does_not_become_whom_a_plan_is_about(says):
    said = says("设立总规模5亿元的科创母基金，新增知识价值信用贷款8000万元。")

    assert {s.subject for s in said} == {"临枫区"}


def test_who_founded_it_is_no_part_of_its_name(says):
    said = says("青渚县与澜东理工大学共建澜东理工大学青渚研究院。研究院入驻教授团队16个。")

    assert [s.subject for s in said] == ["澜东理工大学青渚研究院"]


def test_a_name_without_its_place_is_the_one_named_with_it(says):
    said = says("走进临枫科创谷，研发楼拔地而起。科创谷入驻率达93%，引进研发机构19家。")

    assert {s.subject for s in said} == {"临枫科创谷"}


def test_what_a_project_is_doing_is_no_part_of_its_name(says):
    said = says("总投资35亿元的澜芯功率半导体项目主体厂房封顶。")

    assert [(s.subject, s.indicator) for s in said] == [("澜芯功率半导体项目", "总投资")]


@pytest.mark.parametrize("short", ["谷雨传感", "谷雨科技", "谷雨传感技术"])
def test_a_firm_named_in_full_is_known_by_its_short_name(says, short):
    said = says(f"望屿谷雨传感技术股份有限公司展厅里人来人往。\n{short}拥有发明专利56件。")

    assert [s.subject for s in said] == ["望屿谷雨传感技术股份有限公司"]


def test_a_short_name_that_is_declared_is_known(says):
    said = says("栖川云帆智能装备有限公司（以下简称“云帆”）来了。\n云帆现有员工460人。")

    assert [s.subject for s in said] == ["栖川云帆智能装备有限公司"]


def test_a_bank_that_lends_to_many_is_whom_the_loans_are_about(says):
    said = says("望屿农商行已累计为63家科技型企业发放知识产权质押贷款4.7亿元。")

    assert {s.subject for s in said} == {"望屿农商行"}


def test_several_places_share_figures_in_turn(says):
    said = says(
        "全市技术合同成交额412亿元，其中临枫区、望屿区分别为136亿元和98亿元，同比分别增长31%和18%。",
        about="栖川市",
    )

    assert [(s.subject, s.value) for s in said][1:] == [
        ("临枫区", 13_600_000_000),
        ("望屿区", 9_800_000_000),
        ("临枫区", 31),
        ("望屿区", 18),
    ]


def test_places_listed_with_their_figures_each_have_their_own(says):
    said = says("全市有效高新技术企业5036家，其中，临枫区1204家、望屿区987家。", about="栖川市")

    assert [s.subject for s in said] == ["栖川市", "临枫区", "望屿区"]


def test_a_full_name_said_again_stays_whole(claims):
    said = claims(
        "栖川云帆智能装备有限公司现有员工460人。\n栖川云帆智能装备有限公司拥有发明专利56件。"
    )

    assert [c.subject for c in said] == ["栖川云帆智能装备有限公司"] * 2


@pytest.mark.parametrize("mark", ["7. ", "（三）", "①", "•", "二是"])
def test_the_number_of_a_list_is_no_part_of_who_it_is_about(says, mark):
    said = says(f"{mark}栖川云帆智能装备有限公司获得贷款700万元。")

    assert [s.subject for s in said] == ["栖川云帆智能装备有限公司"]
