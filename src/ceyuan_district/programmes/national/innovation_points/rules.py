"""企业创新积分：18项核心指标，各项得分按企业所处阶段的权重合计。

全国试行版确定了结构；各阶段的划分、权重和计分方法没有公开文本，由地区按工作指引确定，填入以前不能得出积分。
"""

from ceyuan.authoring.rules import any_of, band, derived, growth, ratio, score, when, years_begun


@derived
def stage(founded, on, *, start_years_ceiling, growth_years_ceiling):
    """所处阶段：1为初创期，2为成长期，3为稳定期，按成立年限划分。"""
    years = years_begun(founded, on)
    return when(years <= start_years_ceiling, 1).when(years <= growth_years_ceiling, 2).otherwise(3)


@score("技术创新指标 1")
def score_rd_amount(rd_expense, *, points_rd_amount):
    """研发费用金额得分。"""
    return band(rd_expense, points_rd_amount)


@derived
def rd_growth(rd_expense_1, rd_expense):
    """研发费用增速。"""
    return growth(rd_expense_1, rd_expense)


@score("技术创新指标 2")
def score_rd_growth(rd_growth, *, points_rd_growth):
    """研发费用增速得分。"""
    return band(rd_growth, points_rd_growth)


@derived
def rd_share_of_revenue(rd_expense, revenue):
    """研发费用占营业收入的比重。"""
    return ratio(rd_expense, revenue)


@score("技术创新指标 3")
def score_rd_share(rd_share_of_revenue, *, points_rd_share):
    """研发费用占营业收入的比重得分。"""
    return band(rd_share_of_revenue, points_rd_share)


@derived
def rd_staff_share(rd_staff, staff):
    """研发人员占职工总数的比重。"""
    return ratio(rd_staff, staff)


@score("技术创新指标 4")
def score_rd_staff_share(rd_staff_share, *, points_rd_staff_share):
    """研发人员占职工总数的比重得分。"""
    return band(rd_staff_share, points_rd_staff_share)


@score("技术创新指标 5")
def score_invention_filings(invention_applications, *, points_invention_filings):
    """与主营业务相关的发明专利申请量得分。"""
    return band(invention_applications, points_invention_filings)


@score("技术创新指标 6")
def score_pct_filings(pct_applications, *, points_pct_filings):
    """与主营业务相关的PCT专利申请量得分。"""
    return band(pct_applications, points_pct_filings)


@score("技术创新指标 7")
def score_contracts(tech_contracts_value, *, points_contracts):
    """企业技术合同成交额得分。"""
    return band(tech_contracts_value, points_contracts)


@score("成长经营指标 8")
def score_hitech_income(hitech_income, *, points_hitech_income):
    """高新技术产品收入得分。"""
    return band(hitech_income, points_hitech_income)


@score("成长经营指标 9")
def score_revenue(revenue, *, points_revenue):
    """营业收入得分。"""
    return band(revenue, points_revenue)


@derived
def growth_of_revenue(revenue_1, revenue):
    """营业收入增长率。"""
    return growth(revenue_1, revenue)


@score("成长经营指标 10")
def score_revenue_growth(growth_of_revenue, *, points_revenue_growth):
    """营业收入增长率得分。"""
    return band(growth_of_revenue, points_revenue_growth)


@derived
def graduate_share(graduate_staff, staff):
    """研究生以上人员占职工总数的比重。"""
    return ratio(graduate_staff, staff)


@score("成长经营指标 11")
def score_graduate_share(graduate_share, *, points_graduate_share):
    """研究生以上人员占职工总数的比重得分。"""
    return band(graduate_share, points_graduate_share)


@derived
def return_on_assets(net_profit, net_assets):
    """净资产利润率。"""
    return ratio(net_profit, net_assets)


@score("成长经营指标 12")
def score_return_on_assets(return_on_assets, *, points_return_on_assets):
    """净资产利润率得分。"""
    return band(return_on_assets, points_return_on_assets)


@score("辅助指标 13")
def score_new_graduates(new_graduates, *, points_new_graduates):
    """吸纳高校应届毕业生人数得分。"""
    return band(new_graduates, points_new_graduates)


@score("辅助指标 14")
def score_platforms(platforms, *, points_platforms):
    """承担建设省级及以上研发或创新平台数量得分。"""
    return band(platforms, points_platforms)


@score("辅助指标 15")
def score_awards(awards, *, points_awards):
    """获得省级及以上科技奖励数量得分。"""
    return band(awards, points_awards)


@score("辅助指标 16")
def score_projects(provincial_projects, *, points_projects):
    """承担省级及以上科技计划项目数量得分。"""
    return band(provincial_projects, points_projects)


@score("辅助指标 17")
def score_venture(equity_raised, *, points_venture):
    """获得风险投资金额得分。"""
    return band(equity_raised, points_venture)


@score("辅助指标 18")
def score_tax_relief(tax_relief, *, points_tax_relief):
    """企业减免税额（研发费用加计扣除所得税减免额）得分。"""
    return band(tax_relief, points_tax_relief)


@score("加权合计")
def weighted_points(
    stage,
    score_rd_amount,
    score_rd_growth,
    score_rd_share,
    score_rd_staff_share,
    score_invention_filings,
    score_pct_filings,
    score_contracts,
    score_hitech_income,
    score_revenue,
    score_revenue_growth,
    score_graduate_share,
    score_return_on_assets,
    score_new_graduates,
    score_platforms,
    score_awards,
    score_projects,
    score_venture,
    score_tax_relief,
    *,
    weight_rd_amount,
    weight_rd_growth,
    weight_rd_share,
    weight_rd_staff_share,
    weight_invention_filings,
    weight_pct_filings,
    weight_contracts,
    weight_hitech_income,
    weight_revenue,
    weight_revenue_growth,
    weight_graduate_share,
    weight_return_on_assets,
    weight_new_graduates,
    weight_platforms,
    weight_awards,
    weight_projects,
    weight_venture,
    weight_tax_relief,
):
    """18项得分按所处阶段的权重合计；权重为零的指标不计，计入的指标缺一项就不能确定。"""
    return (
        _weighted(score_rd_amount, weight_rd_amount, stage)
        + _weighted(score_rd_growth, weight_rd_growth, stage)
        + _weighted(score_rd_share, weight_rd_share, stage)
        + _weighted(score_rd_staff_share, weight_rd_staff_share, stage)
        + _weighted(score_invention_filings, weight_invention_filings, stage)
        + _weighted(score_pct_filings, weight_pct_filings, stage)
        + _weighted(score_contracts, weight_contracts, stage)
        + _weighted(score_hitech_income, weight_hitech_income, stage)
        + _weighted(score_revenue, weight_revenue, stage)
        + _weighted(score_revenue_growth, weight_revenue_growth, stage)
        + _weighted(score_graduate_share, weight_graduate_share, stage)
        + _weighted(score_return_on_assets, weight_return_on_assets, stage)
        + _weighted(score_new_graduates, weight_new_graduates, stage)
        + _weighted(score_platforms, weight_platforms, stage)
        + _weighted(score_awards, weight_awards, stage)
        + _weighted(score_projects, weight_projects, stage)
        + _weighted(score_venture, weight_venture, stage)
        + _weighted(score_tax_relief, weight_tax_relief, stage)
    )


def _weighted(points, weights, stage):
    """One indicator's points by the weight of the stage; a weight of zero leaves it out."""
    weight = band(stage, weights)
    return when(weight == 0, 0).otherwise(points * weight)


@score("约束性指标")
def innovation_points(weighted_points, has_constraint, *, constraint_deduction):
    """企业创新积分（满分100分）：加权合计；有地区约束性指标所列情形的扣分。"""
    return (
        when(constraint_deduction == 0, weighted_points)
        .when(has_constraint, weighted_points - constraint_deduction)
        .otherwise(weighted_points)
    )


@derived
def eligible(is_tech_sme, is_high_tech, is_innovative_sme, is_specialised, is_tech_enterprise):
    """评价对象：科技型中小企业、高新技术企业、创新型中小企业、专精特新企业和其他科技型企业。"""
    return any_of(is_tech_sme, is_high_tech, is_innovative_sme, is_specialised, is_tech_enterprise)
