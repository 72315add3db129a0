"""技术转让所得：免征、减半各多少，还要缴多少税。"""

from ceyuan.authoring.rules import clause, derived, greatest, least, to_the_fen


@clause("财税〔2010〕111号 一")
def right_qualifies(qualifying_right, long_licence, *, long_licences_count):
    """技术转让的范围：专利技术、计算机软件著作权、集成电路布图设计权、植物新品种、生物医药新品种；2015年10月1日起还有5年（含）以上非独占许可使用权。"""
    return qualifying_right | (long_licences_count & long_licence)


@clause("财税〔2010〕111号 四")
def at_arms_length(wholly_related_parties):
    """居民企业从直接或间接持有股权之和达到100%的关联方取得的技术转让所得，不享受优惠。"""
    return ~wholly_related_parties


@derived
def income(transfer_income, transfer_cost, transfer_taxes):
    """技术转让所得=技术转让收入－技术转让成本－相关税费。"""
    return transfer_income - transfer_cost - transfer_taxes


@derived
def exempted(income, *, exempt_part):
    """免征的部分：不超过500万元。"""
    return greatest(least(income, exempt_part), 0)


@derived
def halved(income, *, exempt_part):
    """减半征收的部分：超过500万元的部分。"""
    return greatest(income - exempt_part, 0)


@derived
def tax_due(halved, *, half_rate, tax_rate):
    """减半部分应缴的企业所得税（按25%的法定税率减半，高新技术企业也是）。"""
    return to_the_fen(halved * half_rate * tax_rate)
