"""知识价值信用贷款风险补偿：哪一笔补、补多少、谁出。"""

from ceyuan.authoring.rules import award, clause, derived, first_known, to_the_fen, when


@derived
def unrecovered(overdue, principal, repaid):
    """未收回本金：台账有逾期本金的用逾期本金，没有的为贷款本金减已归还本金。"""
    return first_known(overdue, principal - repaid)


@clause("补偿范围")
def of_the_programme(knowledge_value_loan):
    """贷款属于知识价值信用贷款。"""
    return knowledge_value_loan


@clause("补偿条件")
def defaulted(is_overdue, unrecovered):
    """贷款逾期，本金未全部收回。"""
    return is_overdue & (unrecovered > 0)


@clause("补偿条件")
def filed(claim_filed):
    """银行已申报补偿。"""
    return claim_filed


@award("补偿比例")
def compensation(unrecovered, *, compensation_rate):
    """风险补偿基金按未收回本金的80%补偿银行，先补后追。"""
    return to_the_fen(unrecovered * compensation_rate)


@derived
def municipal_part(compensation, *, municipal_share):
    """市级分担的补偿金额。"""
    return to_the_fen(compensation * municipal_share)


@derived
def district_part(compensation, municipal_part):
    """企业所在区县分担的补偿金额。"""
    return compensation - municipal_part


@derived
def bank_part(unrecovered, compensation):
    """银行承担的本金损失；利息损失另由银行承担。"""
    return unrecovered - compensation


@derived
def new_loans_allowed(breaker_active, *, breaker_stops_new_loans):
    """是否可以批准新的贷款：熔断期间不予批准，已发放贷款的补偿照付。"""
    return when(breaker_stops_new_loans, ~breaker_active).otherwise(True)


@derived
def term_as_usual(term, *, usual_months):
    """贷款期限原则上为一年。"""
    return term <= usual_months
