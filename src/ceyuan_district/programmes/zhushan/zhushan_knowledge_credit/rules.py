"""湖北竹山知识价值信用贷款（对照）。"""

from ceyuan.authoring.rules import award, band, clause, derived, place_in


@clause("评分")
def a_tech_enterprise(is_tech_enterprise):
    """经七个方面评分定级的科技型企业。"""
    return is_tech_enterprise


@derived
def grade(seven_grade):
    """等级，A 为 1 级。"""
    return place_in(seven_grade, "abcde")


@award("授信额度")
def credit(grade, *, amount_by_grade):
    """按A至E五级授信100万元至1000万元。"""
    return band(grade, amount_by_grade)
