"""万州区科技奖补申报兑现：谁可以申报，公示够不够、能不能拨付。

公示的工作日数是申报的事项，不由规则推算：放假调休逐年公布，没有公布的年份无从计算。
"""

from ceyuan.authoring.rules import all_of, clause, derived


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


@derived
def eligible(local, clean, on_time):
    """具备申报资格并按期申报。"""
    return all_of(local, clean, on_time)


@clause("兑现程序", required=False)
def noticed_long_enough(notice_working_days, *, notice_floor):
    """审核结果公示不少于5个工作日。"""
    return notice_working_days >= notice_floor


@derived
def payable(eligible, noticed_long_enough):
    """公示期满，报批后可以拨付。"""
    return eligible & noticed_long_enough
