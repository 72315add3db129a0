"""大渡口区服务费减免。"""

from ceyuan.authoring.rules import award, clause, to_the_fen


@clause("支持对象")
def of_the_programme(knowledge_value_loan):
    """知识价值信用贷款借款企业。"""
    return knowledge_value_loan


@award("减免标准")
def fee_cut(service_fee, *, cut_share):
    """服务费减免20%。"""
    return to_the_fen(service_fee * cut_share)
