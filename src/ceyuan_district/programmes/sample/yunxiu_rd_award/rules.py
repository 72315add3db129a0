"""云岫区研发投入增长奖励（虚构政策，示范用）。"""

from ceyuan.authoring.rules import award, capped, clause, derived, greatest, half_up


@clause("第二条（虚构）")
def spends_more(rd_expense, rd_expense_1):
    """上年度研发费用高于前一年度。"""
    return rd_expense > rd_expense_1


@derived
def increase(rd_expense, rd_expense_1):
    """增加额。"""
    return greatest(rd_expense - rd_expense_1, 0)


@award("第三条（虚构）")
def reward(increase, *, growth_rate, cap):
    """按增加额的5%奖励，最高50万元。"""
    return half_up(capped(increase * growth_rate, cap), 0)
