"""研发费用加计扣除：谁能扣、扣多少基数、按什么比例。

测算日在费用所属年度的次年：上年度的费用，按上年度的比例。
"""

from ceyuan.authoring.rules import (
    any_of,
    award,
    best_of,
    capped,
    clause,
    derived,
    greatest,
    highest_of,
    ratio,
    to_the_fen,
    when,
)


@clause("财税〔2015〕119号 五")
def books_in_order(audited_collection):
    """企业应会计核算健全、实行查账征收并能够准确归集研发费用。"""
    return audited_collection


@derived
def excluded_share(excluded_revenue, gross_income, nontax_income, investment_income):
    """负面清单行业主营业务收入占收入总额减除不征税收入和投资收益后余额的比例；余额不为正的不能确定。"""
    rest = gross_income - nontax_income - investment_income
    return when(rest > 0, ratio(excluded_revenue, rest)).otherwise(None)


@clause("财税〔2015〕119号 四")
def industry_allowed(excluded_share, *, excluded_share_ceiling):
    """烟草制造、住宿和餐饮、批发和零售、房地产、租赁和商务服务、娱乐等行业（占比50%以上，不含本数）不适用税前加计扣除政策。"""
    return excluded_share <= excluded_share_ceiling


@derived
def other_counted(rd_items, rd_other, *, other_cost_share):
    """其他相关费用不得超过前五项之和×10%/(1－10%)；2021年起各项目合并计算一个限额。"""
    return capped(rd_other, ratio(rd_items * other_cost_share, 1 - other_cost_share))


@derived
def domestic_base(rd_items, other_counted, rd_commissioned_domestic, *, commissioned_share):
    """境内符合条件的研发费用：自主研发加委托境内研发实际支出的80%。"""
    return rd_items + other_counted + rd_commissioned_domestic * commissioned_share


@derived
def overseas_counted(
    rd_commissioned_overseas,
    domestic_base,
    *,
    commissioned_share,
    overseas_share_numerator,
    overseas_share_denominator,
):
    """委托境外机构研发实际支出的80%，不超过境内符合条件的研发费用的三分之二；委托境外个人的不计。"""
    cap = ratio(domestic_base * overseas_share_numerator, overseas_share_denominator)
    counted = capped(rd_commissioned_overseas * commissioned_share, cap)
    return when(rd_commissioned_overseas == 0, 0).otherwise(counted)


@derived
def base(domestic_base, overseas_counted):
    """可加计扣除的研发费用总额。"""
    return domestic_base + overseas_counted


@derived
def rate(
    is_manufacturing,
    is_tech_sme,
    chip_or_machine_tool,
    *,
    rate_general,
    rate_manufacturing,
    rate_tech_sme,
    rate_chip,
):
    """加计扣除比例：企业同时属于几类的，就高适用；哪一类都已是同一比例的，不必知道是哪一类。"""
    return highest_of(
        rate_general,
        _of_class(is_manufacturing, rate_manufacturing, rate_general),
        _of_class(is_tech_sme, rate_tech_sme, rate_general),
        _of_class(chip_or_machine_tool, rate_chip, rate_general),
        most=greatest(rate_general, rate_manufacturing, rate_tech_sme, rate_chip),
    )


def _of_class(belongs, rate_of_class, rate_general):
    """The rate of a class; where it is the general one nobody need know who belongs to it."""
    return (
        when(rate_of_class == rate_general, rate_general)
        .when(belongs, rate_of_class)
        .otherwise(rate_general)
    )


@derived
def rate_of_nine_months(
    is_manufacturing, is_tech_sme, *, rate_before_q4, rate_manufacturing, rate_tech_sme
):
    """2022年前三季度的加计扣除比例：制造业企业、科技型中小企业100%，其他企业75%。"""
    return when(
        any_of(is_manufacturing, is_tech_sme), greatest(rate_manufacturing, rate_tech_sme)
    ).otherwise(rate_before_q4)


@derived
def deduction_of_2022(base, q4_base, q4_months, year_months, rate, rate_of_nine_months):
    """2022年全年的加计扣除额：第四季度按实际发生数，或按全年费用乘以第四季度经营月份占比，企业可选择对自己有利的一种。"""
    by_months = ratio(base * q4_months, year_months)
    actual = when(q4_base <= base, q4_base).otherwise(None)
    return when(rate_of_nine_months == rate, base * rate).otherwise(
        best_of(
            (base - actual) * rate_of_nine_months + actual * rate,
            (base - by_months) * rate_of_nine_months + by_months * rate,
        )
    )


@award("公告2023年第7号 一")
def extra_deduction(base, rate, deduction_of_2022, *, two_rates_in_year):
    """未形成无形资产计入当期损益的，在据实扣除的基础上，再按比例在税前加计扣除。"""
    return to_the_fen(when(two_rates_in_year, deduction_of_2022).otherwise(base * rate))


@derived
def amortised(capitalised, rate):
    """形成无形资产的，按成本的（100%＋加计扣除比例）在税前摊销：可摊销的总额。"""
    return to_the_fen(capitalised * (1 + rate))


@derived
def tax_saved(extra_deduction, income_tax_rate):
    """加计扣除额按企业适用税率少缴的企业所得税。"""
    return to_the_fen(extra_deduction * income_tax_rate)
