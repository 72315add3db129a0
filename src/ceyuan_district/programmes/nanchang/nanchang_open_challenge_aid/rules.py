"""南昌市揭榜挂帅（对照）：条件与两次拨付。"""

from ceyuan.authoring.rules import award, capped, clause, greatest, ratio, to_the_fen, when


@clause("张榜条件")
def large_enough(revenue, *, revenue_floor):
    """上年营业收入2亿元以上。"""
    return revenue >= revenue_floor


@clause("张榜条件")
def spends_on_rd(rd_expense, revenue, *, rd_share_floor):
    """研发投入占营业收入3%以上。"""
    return ratio(rd_expense, revenue) >= rd_share_floor


@clause("张榜条件")
def project_large_enough(project_total, own_money, *, project_floor, own_money_floor):
    """项目总投入1000万元以上，其中自有资金800万元以上。"""
    return (project_total >= project_floor) & (own_money >= own_money_floor)


@clause("张榜条件")
def prepared(has_platform, three_way_contract):
    """建有研发平台，并签订三方合同。"""
    return has_platform & three_way_contract


@award("补助方式")
def first_payment(project_approved, *, first_money):
    """立项后拨付100万元。"""
    return when(project_approved, first_money).otherwise(0)


@award("补助方式")
def last_payment(project_accepted, contract_amount, first_payment, *, contract_rate, total_cap):
    """验收通过后，按合同额20%、最高500万元补足。"""
    whole = capped(to_the_fen(contract_amount * contract_rate), total_cap)
    return when(project_accepted, greatest(whole - first_payment, 0)).otherwise(0)
