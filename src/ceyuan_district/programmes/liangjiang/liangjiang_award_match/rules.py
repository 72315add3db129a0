"""两江新区科技奖励配套。"""

from ceyuan.authoring.rules import award, clause, one_of, to_the_fen


@clause("支持对象")
def first_unit(first_completing_unit, in_liangjiang):
    """两江新区的第一完成单位。"""
    return first_completing_unit & in_liangjiang


@clause("支持对象")
def award_counts(science_award_level):
    """获得国家级或者市级科学技术奖励。"""
    return one_of(science_award_level, ("national", "municipal"))


@award("配套标准")
def match(science_award_money, *, match_rate):
    """按奖金1:1配套。"""
    return to_the_fen(science_award_money * match_rate)
