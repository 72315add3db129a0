"""大渡口区担保费差额补贴。"""

from ceyuan.authoring.rules import award, capped, clause, to_the_fen


@clause("支持对象")
def innovative(innovative_firm):
    """创新型企业。"""
    return innovative_firm


@clause("支持条件")
def cheap_enough(guarantee_fee_rate, *, fee_limit):
    """担保费率低于2.5%。"""
    return guarantee_fee_rate < fee_limit


@award("补贴标准")
def aid(guarantee_fee_gap, guaranteed_amount, *, aid_ceiling):
    """担保费差额给予补贴，不超过担保额的1%。"""
    return capped(guarantee_fee_gap, to_the_fen(guaranteed_amount * aid_ceiling))
