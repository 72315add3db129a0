"""种子投资基金出资：引导资金与地方各出多少。"""

from ceyuan.authoring.rules import clause, derived, to_the_fen


@clause("出资比例")
def joint(joint_seed_fund):
    """与市级引导基金联合设立的种子投资基金。"""
    return joint_seed_fund


@derived
def guidance_part(size, *, guidance_share):
    """市级引导基金认缴额。"""
    return to_the_fen(size * guidance_share)


@derived
def local_part(size, guidance_part):
    """地方认缴额。"""
    return size - guidance_part


@derived
def guidance_paid_in(paid_in, *, guidance_share):
    """市级引导基金应到位额。"""
    return to_the_fen(paid_in * guidance_share)


@derived
def local_paid_in(paid_in, guidance_paid_in):
    """地方应到位额。"""
    return paid_in - guidance_paid_in
