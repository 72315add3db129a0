"""商业价值信用贷款：合作银行当年有多少补偿指标。"""

from ceyuan.authoring.rules import award, capped, clause, to_the_fen


@clause("补偿指标")
def partner(commercial_value_partner):
    """商业价值信用贷款合作银行。"""
    return commercial_value_partner


@award("补偿指标")
def compensation_quota(
    carried_quota, commercial_value_lent, commercial_value_balance, *, issued_share, balance_share
):
    """按当年实际发放的2%计提，未用完的结转，累计不超过贷款余额的4%。"""
    return to_the_fen(
        capped(
            carried_quota + commercial_value_lent * issued_share,
            commercial_value_balance * balance_share,
        )
    )
