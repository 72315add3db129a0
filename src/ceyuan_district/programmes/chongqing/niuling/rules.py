"""牛羚企业：高成长性科技企业的第一档。"""

from ceyuan.authoring.rules import (
    clause,
    compound_growth,
    derived,
    first_known,
    growth,
    mean_of,
    when,
)


@clause("牛羚")
def in_register(is_tech_enterprise):
    """从重庆市科技型企业库的企业中选取。"""
    return is_tech_enterprise


@clause("牛羚")
def owns_ip(ip_self_developed, ip_total):
    """拥有自主知识产权。"""
    return first_known(ip_self_developed, when(ip_total == 0, False).otherwise(None))


@derived
def compound(revenue, revenue_2):
    """连续两年的复合增长率。"""
    return compound_growth(revenue_2, revenue, 2)


@derived
def arithmetic(revenue, revenue_1, revenue_2):
    """两年增长率的算术平均。"""
    return mean_of(growth(revenue_2, revenue_1), growth(revenue_1, revenue))


@derived
def mean(compound, arithmetic, *, growth_method):
    """按本区选定的算法。"""
    return (
        when(growth_method == "复合", compound)
        .when(growth_method == "算术", arithmetic)
        .otherwise(None)
    )


@clause("牛羚")
def grows(mean, *, growth_floor):
    """连续两年销售收入平均增长30%以上。"""
    return mean >= growth_floor


@clause("牛羚")
def large_enough(revenue, *, sales_floor):
    """上年销售收入500万元以上。"""
    return revenue >= sales_floor
