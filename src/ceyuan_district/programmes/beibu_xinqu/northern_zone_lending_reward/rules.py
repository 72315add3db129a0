"""北部新区信贷奖励（2014年方案）。"""

from ceyuan.authoring.rules import award, band, clause, to_the_fen


@clause("奖励对象")
def pilot(pilot_bank):
    """试点银行。"""
    return pilot_bank


@clause("奖励条件")
def lent_enough(zone_credit, *, lending_floor):
    """年度科技信贷超过1亿元。"""
    return zone_credit > lending_floor


@award("奖励标准")
def reward(zone_credit, *, reward_rate):
    """超过1亿元至5亿元的按2.0%，超过5亿元至10亿元的按2.5%，超过10亿元的按3.0%奖励。"""
    return to_the_fen(zone_credit * band(zone_credit, reward_rate))
