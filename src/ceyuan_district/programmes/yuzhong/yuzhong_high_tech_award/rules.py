"""渝中区高新技术企业奖励（按上限计算）。"""

from ceyuan.authoring.rules import award, clause, ratio


@clause("奖励对象")
def new_or_imported(high_tech_new_or_imported):
    """新认定或者新引进的高新技术企业。"""
    return high_tech_new_or_imported


@clause("奖励条件")
def share_enough(rd_staff, staff, *, rd_share_limit):
    """研发人员占职工总数比例超过30%。"""
    return ratio(rd_staff, staff) > rd_share_limit


@clause("奖励条件")
def staff_enough(rd_staff, *, rd_staff_floor):
    """研发人员不少于50人。"""
    return rd_staff >= rd_staff_floor


@award("奖励标准")
def reward_most(*, reward_cap):
    """一次性奖励不超过20万元。"""
    return reward_cap
