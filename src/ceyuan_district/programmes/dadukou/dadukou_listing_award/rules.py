"""大渡口区企业上市奖励。"""

from ceyuan.authoring.rules import award, capped, clause


@clause("奖励对象")
def listed(is_listed):
    """上市企业。"""
    return is_listed


@award("奖励标准")
def reward(listing_award_decided, *, cap):
    """按部门核定的金额奖励，最高200万元。"""
    return capped(listing_award_decided, cap)
