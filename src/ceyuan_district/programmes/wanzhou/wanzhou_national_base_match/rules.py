"""万州区国家科技创新基地配套：条件、申报资格与金额。"""

from ceyuan.authoring.rules import all_of, award, clause, to_the_fen


@clause("支持对象")
def newly_named(base_newly_named, level):
    """新获批国家科技创新基地。"""
    return base_newly_named & (level == "national")


@clause("申报资格")
def local(registered_here, taxed_here, counted_here):
    """在万州区注册、纳税、纳入统计。"""
    return all_of(registered_here, taxed_here, counted_here)


@clause("申报资格")
def clean(years_without_bad_credit, years_without_breach, *, clean_years):
    """三年内无不良信用记录、无重大违法违规行为。"""
    return (years_without_bad_credit >= clean_years) & (years_without_breach >= clean_years)


@clause("申报程序")
def on_time(declared_on, call_deadline):
    """在通知规定的期限内申报，逾期视为放弃。"""
    return declared_on <= call_deadline


@award("配套标准")
def match(municipal_money, *, match_rate):
    """按市级资金1:0.5配套。"""
    return to_the_fen(municipal_money * match_rate)
