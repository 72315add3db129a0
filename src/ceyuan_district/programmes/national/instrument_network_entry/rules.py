"""大型科研仪器入网：哪些应当入网，入网的是不是按时、按季、按规定收费。

工作日数是申报的事项，不由规则推算：放假调休逐年公布，没有公布的年份无从计算。
"""

from ceyuan.authoring.rules import all_of, clause, days_between, derived, first_known, when


@clause("入网范围")
def large_enough(price, *, price_floor):
    """单台（套）价值50万元及以上的科研仪器。"""
    return price >= price_floor


@clause("入网范围")
def from_public_money(government_funded):
    """利用财政资金购置或者建设。"""
    return government_funded


@clause("入网范围")
def not_exempt(kept_off_network):
    """没有因涉密等特殊规定经批准备案不纳入平台。"""
    return ~kept_off_network


@derived
def eligible(large_enough, from_public_money, not_exempt):
    """三项都符合的，应当纳入国家网络管理平台。"""
    return all_of(large_enough, from_public_money, not_exempt)


@derived
def within_as_many_calendar_days(accepted_on, listed_on, *, working_days_ceiling):
    """验收后30个自然日内已经入网的，必在30个工作日内，不必再数工作日；超过的不能由此判断。"""
    return when(days_between(accepted_on, listed_on) <= working_days_ceiling, True).otherwise(None)


@clause("入网时限", required=False)
def listed_in_time(working_days_to_entry, within_as_many_calendar_days, *, working_days_ceiling):
    """自安装使用验收之日起30个工作日内纳入国家网络管理平台。"""
    return first_known(working_days_to_entry <= working_days_ceiling, within_as_many_calendar_days)


@clause("使用记录", required=False)
def reports_every_quarter(quarters_missed):
    """使用记录按季度报送国家网络管理平台，没有缺报的季度。"""
    return quarters_missed == 0


@clause("收费", required=False)
def charges_at_cost(fee_covers_cost_only, fee_published):
    """按成本补偿和非营利原则收费，收费标准向社会公开。"""
    return fee_covers_cost_only & fee_published


@derived
def in_order(eligible, listed_in_time, reports_every_quarter, charges_at_cost):
    """应当入网的仪器，三项要求都做到了。"""
    return all_of(eligible, listed_in_time, reports_every_quarter, charges_at_cost)


@derived
def key_instrument(price, *, key_price_floor):
    """价值1000万元及以上，在考核报告中单列。"""
    return price >= key_price_floor
