"""市级孵化器绩效奖励：两年一评，优秀、良好有奖。"""

from ceyuan.authoring.rules import award, clause, derived, one_of, when


@clause("绩效评价")
def municipal_incubator(incubator_type, level):
    """市级科技企业孵化器。"""
    return (incubator_type == "incubator") & (level == "municipal")


@clause("绩效评价")
def evaluated_well(evaluation):
    """评价结果为优秀或者良好。"""
    return one_of(evaluation, ("优秀", "良好"))


@award("绩效奖励")
def reward(evaluation, *, excellent_award, good_award):
    """评价优秀的奖励50万元，良好的奖励30万元。"""
    return (
        when(evaluation == "优秀", excellent_award)
        .when(evaluation == "良好", good_award)
        .otherwise(0)
    )


@derived
def months_to_recheck(evaluation, *, recheck_months):
    """评价不合格的，六个月内复核；其他的不用。"""
    return when(evaluation == "不合格", recheck_months).otherwise(0)


@derived
def next_evaluation_year(last_evaluation_year, *, cycle_years):
    """每两年评价一次，推算的下一次评价年份。"""
    return last_evaluation_year + cycle_years
