"""创业种子基金免息信用贷款：谁可以借，借多少。"""

from ceyuan.authoring.rules import award, clause, years_begun


@clause("适用范围")
def local(in_zone):
    """重庆高新区内的企业。"""
    return in_zone


@clause("贷款对象")
def young(founded, on, *, years_ceiling):
    """成立3年以内的初创企业。"""
    return years_begun(founded, on) <= years_ceiling


@award("贷款额度")
def loan(*, loan_amount):
    """通过委托贷款给予免息信用贷款，首批每户30万元。"""
    return loan_amount
