"""大渡口区贴息：期内利息，不超过按基准利率一半计算的数。"""

from ceyuan.authoring.rules import (
    award,
    capped,
    clause,
    days_between,
    derived,
    greatest,
    least,
    ratio,
    to_the_fen,
)


@clause("支持对象")
def of_the_programme(knowledge_value_loan):
    """知识价值信用贷款。"""
    return knowledge_value_loan


@clause("支持条件")
def conditions(aid_conditions_met):
    """符合措施规定的其他条件（条文未见，由承办人核定）。"""
    return aid_conditions_met


@derived
def aid_days(lent, due, *, aid_from, aid_until):
    """贴息期内的计息天数。"""
    return greatest(days_between(greatest(lent, aid_from), least(due, aid_until)), 0)


@derived
def interest(principal, rate, aid_days, *, days_in_year):
    """贴息期内的利息。"""
    return ratio(principal * rate * aid_days, days_in_year)


@derived
def ceiling(principal, aid_days, *, benchmark_rate, aid_share, days_in_year):
    """贴息上限：按一年期基准利率的50%计算。"""
    return ratio(principal * benchmark_rate * aid_share * aid_days, days_in_year)


@award("贴息标准")
def aid(interest, ceiling):
    """按不超过一年期贷款基准利率的50%给予贴息。"""
    return to_the_fen(capped(interest, ceiling))
