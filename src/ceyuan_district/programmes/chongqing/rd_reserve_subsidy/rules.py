"""企业研发准备金补助：条件、金额上限与承担的一级。"""

from ceyuan.authoring.rules import award, clause, derived, greatest, least, to_the_fen, when


@clause("支持范围")
def in_scope(in_reserve_scope):
    """规模以上工业企业，大中型软件和信息技术服务业、科学研究和技术服务业企业。"""
    return in_reserve_scope


@clause("申报条件")
def local_legal_person(registered_in_city, legal_person):
    """在重庆市注册、具有独立法人资格。"""
    return registered_in_city & legal_person


@clause("申报条件")
def reserve_filed(reserve_system_filed):
    """已建立研发准备金制度，年度预算已备案。"""
    return reserve_system_filed


@derived
def stock(rd_expense, rd_expense_1, *, reading):
    """存量：按甲是不超过上年水平的部分，按乙是当年全部。"""
    return (
        when(reading == "甲", least(rd_expense, rd_expense_1))
        .when(reading == "乙", rd_expense)
        .otherwise(None)
    )


@derived
def increment(rd_expense, rd_expense_1):
    """增量：当年比上年增加的部分，没有增加的为零。"""
    return greatest(rd_expense - rd_expense_1, 0)


@award("补助标准")
def subsidy_most(stock, increment, *, stock_rate, increment_rate):
    """存量部分按不超过3%、增量部分按不超过10%给予补助（按上限计算）。"""
    return to_the_fen(stock * stock_rate + increment * increment_rate)


@derived
def payer(rd_expense, *, city_pays_from):
    """研发费用1000万元及以上由市级承担，不足1000万元由区级承担、市级奖励区级。"""
    return when(rd_expense >= city_pays_from, "市级").otherwise("区级")
