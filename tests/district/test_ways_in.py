"""Of several ways in, the ones not taken are told only to a firm that has none."""

from datetime import date

import pytest

from ceyuan.catalogue import Catalogue, load_catalogue
from ceyuan.journeys.assess import assess_table
from ceyuan.journeys.incoming import Incoming

HEADINGS = (
    "企业名称,职工总数,科技人员数,是否高新技术企业,"
    "近五年内获得国家级科技奖励的单位排名,近五年内主导制定国际标准、国家标准或行业标准的起草单位排名,"
    "研发机构级别,资产总额（万元）"
)


@pytest.fixture(scope="module")
def district() -> Catalogue:
    return load_catalogue("ceyuan_district")


def missed(district: Catalogue, row: str) -> set[str]:
    table = Incoming("企业.csv", f"{HEADINGS}\n{row}\n".encode())
    assessed = assess_table(district, ["tech_sme"], table, on=date(2026, 6, 1))
    ((_, answer),) = assessed.each()
    return {gap.clause for gap in answer.gaps}


def test_who_holds_a_certificate_need_not_have_won_a_prize(district: Catalogue) -> None:
    assert missed(district, "甲公司,100,5,是,99,99,未建,30000") == {"small_enough"}


def test_who_has_no_way_in_is_told_of_each_that_is_missed(district: Catalogue) -> None:
    told = missed(district, "乙公司,100,5,否,99,99,未建,30000")

    assert told >= {"small_enough", "won_national_award", "led_a_standard"}


def test_while_one_way_is_not_known_the_others_are_told(district: Catalogue) -> None:
    assert "won_national_award" in missed(district, "丙公司,100,5,,99,99,未建,30000")
