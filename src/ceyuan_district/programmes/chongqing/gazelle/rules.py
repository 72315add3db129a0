"""瞪羚企业：高成长性科技企业的第二档。"""

from ceyuan.authoring.rules import any_of, clause, compounded, derived, growth, mean_of, when


@clause("瞪羚")
def from_the_tier_below(is_calf, is_high_tech):
    """从牛羚企业和高新技术企业中选取。"""
    return is_calf | is_high_tech


@clause("瞪羚")
def core_technology(core_ip_owned, original_technology):
    """拥有核心知识产权和原创技术。"""
    return core_ip_owned & original_technology


@derived
def arithmetic(revenue, revenue_1, revenue_2, revenue_3):
    """三年增长率的算术平均。"""
    return mean_of(
        growth(revenue_3, revenue_2), growth(revenue_2, revenue_1), growth(revenue_1, revenue)
    )


@derived
def grows_compound(revenue, revenue_3, *, growth_floor):
    """三年累计增长不低于每年40%连续三年的累计增长。"""
    return growth(revenue_3, revenue) >= compounded(growth_floor, 3)


@clause("瞪羚")
def grows(grows_compound, arithmetic, *, growth_method, growth_floor):
    """连续三年销售收入平均增长40%以上。"""
    return (
        when(growth_method == "复合", grows_compound)
        .when(growth_method == "算术", arithmetic >= growth_floor)
        .otherwise(None)
    )


@clause("瞪羚")
def large_enough(revenue, net_profit, valuation_usd, *, sales_floor, profit_floor, valuation_floor):
    """上年销售收入3000万元以上，或者净利润400万元以上，或者估值1亿美元以上。"""
    return any_of(
        revenue >= sales_floor, net_profit >= profit_floor, valuation_usd >= valuation_floor
    )
