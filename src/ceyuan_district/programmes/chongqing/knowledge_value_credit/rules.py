"""知识价值信用贷款：谁能得到推荐授信，推荐多少。"""

from ceyuan.authoring.rules import any_of, award, band, clause, derived, first_known, place_in


@clause("推荐对象")
def in_register(is_tech_enterprise):
    """企业达到科技型企业标准，并已进入重庆市科技型企业系统。"""
    return is_tech_enterprise


@clause("评价")
def evaluated(evaluation_valid):
    """有有效的知识价值信用评价结果。"""
    return evaluation_valid


@clause("信息共享")
def agreed(consent_to_share):
    """企业同意把等级和推荐额度提供给合作银行。"""
    return consent_to_share


@derived
def named_grade(credit_grade):
    """系统给出的等级，A 为 1 级，E 为 5 级。"""
    return place_in(credit_grade, "abcde")


@derived
def grade(named_grade, evaluation_score, *, grade_by_score):
    """系统给出的等级优先；没有的，按本区提供的分档由得分确定。"""
    return first_known(named_grade, band(evaluation_score, grade_by_score))


@derived
def may_be_raised(is_high_tech, is_calf, is_gazelle):
    """高新技术企业和备案的高成长企业，等级和额度可以上调；幅度未公布。"""
    return any_of(is_high_tech, is_calf, is_gazelle)


@award("推荐授信额度")
def recommended(grade, *, amount_by_grade):
    """按信用等级给出推荐授信额度，由银行自主决定是否发放。"""
    return band(grade, amount_by_grade)
