"""大风筝奖：条件（玩具国，虚构）。"""

from ceyuan.authoring.rules import clause


@clause("第一条")
def holds_kite_prize(kite_prize__eligible):
    """得过风筝奖。"""
    return kite_prize__eligible


@clause("第一条")
def prize_large_enough(kite_prize__amount, *, amount_floor):
    """风筝奖不少于五百元。"""
    return kite_prize__amount >= amount_floor
