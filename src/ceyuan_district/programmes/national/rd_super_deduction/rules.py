"""研发费用加计扣除：谁能扣、扣多少基数、按什么比例。"""

from ceyuan.authoring.rules import award, capped, clause, derived, greatest, ratio, when


@clause("财税〔2015〕119号 五")
def books_in_order(audited_collection):
    """企业应会计核算健全、实行查账征收并能够准确归集研发费用。"""
    return audited_collection


@derived
def excluded_share(excluded_revenue, gross_income, nontax_income, investment_income):
    """负面清单行业主营业务收入占收入总额减除不征税收入和投资收益后余额的比例。"""
    return ratio(excluded_revenue, gross_income - nontax_income - investment_income)


@clause("财税〔2015〕119号 四")
def industry_allowed(excluded_share, *, excluded_share_ceiling):
    """烟草制造、住宿和餐饮、批发和零售、房地产、租赁和商务服务、娱乐等行业（占比50%以上，不含本数）不适用税前加计扣除政策。"""
    return excluded_share <= excluded_share_ceiling


@derived
def other_counted(rd_items, rd_other, *, other_cost_share):
    """其他相关费用不得超过前五项之和×10%/(1－10%)。"""
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
    """委托境外研发实际支出的80%，不超过境内符合条件的研发费用的三分之二。"""
    cap = ratio(domestic_base * overseas_share_numerator, overseas_share_denominator)
    return capped(rd_commissioned_overseas * commissioned_share, cap)


@derived
def base(domestic_base, overseas_counted):
    """可加计扣除的研发费用总额。"""
    return domestic_base + overseas_counted


@derived
def rate(
    is_manufacturing,
    tech_sme_valid,
    chip_or_machine_tool,
    *,
    rate_general,
    rate_manufacturing,
    rate_tech_sme,
    rate_chip,
):
    """加计扣除比例：企业同时属于几类的，就高适用；哪一类都已是同一比例的，不必知道是哪一类。"""
    return greatest(
        rate_general,
        when(rate_manufacturing == rate_general, rate_general)
        .when(is_manufacturing, rate_manufacturing)
        .otherwise(rate_general),
        when(rate_tech_sme == rate_general, rate_general)
        .when(tech_sme_valid, rate_tech_sme)
        .otherwise(rate_general),
        when(rate_chip == rate_general, rate_general)
        .when(chip_or_machine_tool, rate_chip)
        .otherwise(rate_general),
    )


@award("公告2023年第7号 一")
def extra_deduction(base, rate):
    """未形成无形资产计入当期损益的，在据实扣除的基础上，再按比例在税前加计扣除。"""
    return base * rate
