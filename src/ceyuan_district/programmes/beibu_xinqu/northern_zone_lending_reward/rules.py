"""北部新区信贷奖励（2014年方案）。"""

from ceyuan.authoring.rules import award, band, clause, half_up


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
    """1亿元至5亿元按2.0%，5亿元至10亿元按2.5%，10亿元以上按3.0%奖励。"""
    return half_up(zone_credit * band(zone_credit, reward_rate), 0)
