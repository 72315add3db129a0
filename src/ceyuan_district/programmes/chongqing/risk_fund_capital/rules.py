"""风险补偿基金出资：市区两级各出多少，起始到位够不够。"""

from ceyuan.authoring.rules import clause, derived, to_the_fen


@clause("出资")
def of_the_programme(knowledge_value_fund):
    """基金为知识价值信用贷款风险补偿基金。"""
    return knowledge_value_fund


@clause("出资")
def enough_paid_in(paid_in, size, *, paid_in_floor):
    """起始到位资金不低于认缴规模的10%。"""
    return paid_in >= size * paid_in_floor


@derived
def municipal_part(size, *, municipal_share):
    """市级认缴40%。"""
    return to_the_fen(size * municipal_share)


@derived
def district_part(size, municipal_part):
    """其余60%由区级认缴。"""
    return size - municipal_part
