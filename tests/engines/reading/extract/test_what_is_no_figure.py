"""Numbers that state nothing about anybody, and numbers of others."""

import pytest

from ceyuan.model.section import Section


@pytest.mark.parametrize(
    "text",
    [
        "该院成立4年多，连续3年获评优秀。",
        "接下来，市科技局将从三个方面持续发力，抓好两个关键。",
        "围绕“1+3+N”科创体系，打造“一廊四组团”。",
        "一家科技型企业负责人说，这家企业很好。",
        "引来中科曙光等一批科技创新项目。",
        "《促进科技成果转化二十五条》已经印发。",
        "X86处理器和6AT变速器在6月5日亮相。",
    ],
)
def test_durations_slogans_articles_and_models_are_left_alone(says, text):
    assert says(text) == []


def test_a_teaser_is_about_the_place_it_names(says):
    said = says(
        "· 望屿：“十三五”研发累计投入87.1亿元 科技型企业达2417家\n· 青渚去年兑现资助资金200万元",
        section=Section.RELATED,
    )

    assert [(s.subject, s.section) for s in said] == [
        ("望屿区", "related"),
        ("望屿区", "related"),
        ("青渚县", "related"),
    ]


def test_furniture_is_not_read(says):
    assert says("24小时举报电话奖励200家", section=Section.BOILERPLATE) == []


def test_a_figure_said_twice_is_one_claim_with_two_places(claims):
    (claim,) = claims("2023年末，科技型企业已达1503家。\n在临枫，科技型企业已达1503家。")

    assert len(claim.also_at) == 1


def test_the_same_number_in_two_years_is_two_claims(says):
    said = says("2022年，新增科技型企业63家。2023年，新增科技型企业63家。")

    assert [s.period for s in said] == ["2022", "2023"]
