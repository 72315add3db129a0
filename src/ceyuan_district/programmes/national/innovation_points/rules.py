"""企业创新积分：18项核心指标，按企业所处阶段加权。

全国试行版确定了结构；各阶段的划分、权重和计分方法没有公开文本，由地区按工作指引确定。没有填入以前不能得出积分。
"""

from ceyuan.authoring.rules import band, derived, growth, ratio, score, when, years_between


@derived
def in_start_stage(founded, on, *, start_years_ceiling):
    """初创期企业：成立年限不超过规定年数。"""
    return years_between(founded, on) <= start_years_ceiling


@derived
def in_growth_stage(founded, on, in_start_stage, *, growth_years_ceiling):
    """成长期企业：成立年限超过初创期、不超过规定年数；其余为稳定期企业。"""
    return ~in_start_stage & (years_between(founded, on) <= growth_years_ceiling)


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
def points_in_start_stage(
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
    weight_start_rd_amount,
    weight_start_rd_growth,
    weight_start_rd_share,
    weight_start_rd_staff_share,
    weight_start_invention_filings,
    weight_start_pct_filings,
    weight_start_contracts,
    weight_start_hitech_income,
    weight_start_revenue,
    weight_start_revenue_growth,
    weight_start_graduate_share,
    weight_start_return_on_assets,
    weight_start_new_graduates,
    weight_start_platforms,
    weight_start_awards,
    weight_start_projects,
    weight_start_venture,
    weight_start_tax_relief,
):
    """初创期企业的加权积分。"""
    return (
        score_rd_amount * weight_start_rd_amount
        + score_rd_growth * weight_start_rd_growth
        + score_rd_share * weight_start_rd_share
        + score_rd_staff_share * weight_start_rd_staff_share
        + score_invention_filings * weight_start_invention_filings
        + score_pct_filings * weight_start_pct_filings
        + score_contracts * weight_start_contracts
        + score_hitech_income * weight_start_hitech_income
        + score_revenue * weight_start_revenue
        + score_revenue_growth * weight_start_revenue_growth
        + score_graduate_share * weight_start_graduate_share
        + score_return_on_assets * weight_start_return_on_assets
        + score_new_graduates * weight_start_new_graduates
        + score_platforms * weight_start_platforms
        + score_awards * weight_start_awards
        + score_projects * weight_start_projects
        + score_venture * weight_start_venture
        + score_tax_relief * weight_start_tax_relief
    )


@score("加权合计")
def points_in_growth_stage(
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
    weight_growth_rd_amount,
    weight_growth_rd_growth,
    weight_growth_rd_share,
    weight_growth_rd_staff_share,
    weight_growth_invention_filings,
    weight_growth_pct_filings,
    weight_growth_contracts,
    weight_growth_hitech_income,
    weight_growth_revenue,
    weight_growth_revenue_growth,
    weight_growth_graduate_share,
    weight_growth_return_on_assets,
    weight_growth_new_graduates,
    weight_growth_platforms,
    weight_growth_awards,
    weight_growth_projects,
    weight_growth_venture,
    weight_growth_tax_relief,
):
    """成长期企业的加权积分。"""
    return (
        score_rd_amount * weight_growth_rd_amount
        + score_rd_growth * weight_growth_rd_growth
        + score_rd_share * weight_growth_rd_share
        + score_rd_staff_share * weight_growth_rd_staff_share
        + score_invention_filings * weight_growth_invention_filings
        + score_pct_filings * weight_growth_pct_filings
        + score_contracts * weight_growth_contracts
        + score_hitech_income * weight_growth_hitech_income
        + score_revenue * weight_growth_revenue
        + score_revenue_growth * weight_growth_revenue_growth
        + score_graduate_share * weight_growth_graduate_share
        + score_return_on_assets * weight_growth_return_on_assets
        + score_new_graduates * weight_growth_new_graduates
        + score_platforms * weight_growth_platforms
        + score_awards * weight_growth_awards
        + score_projects * weight_growth_projects
        + score_venture * weight_growth_venture
        + score_tax_relief * weight_growth_tax_relief
    )


@score("加权合计")
def points_in_steady_stage(
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
    weight_steady_rd_amount,
    weight_steady_rd_growth,
    weight_steady_rd_share,
    weight_steady_rd_staff_share,
    weight_steady_invention_filings,
    weight_steady_pct_filings,
    weight_steady_contracts,
    weight_steady_hitech_income,
    weight_steady_revenue,
    weight_steady_revenue_growth,
    weight_steady_graduate_share,
    weight_steady_return_on_assets,
    weight_steady_new_graduates,
    weight_steady_platforms,
    weight_steady_awards,
    weight_steady_projects,
    weight_steady_venture,
    weight_steady_tax_relief,
):
    """稳定期企业的加权积分。"""
    return (
        score_rd_amount * weight_steady_rd_amount
        + score_rd_growth * weight_steady_rd_growth
        + score_rd_share * weight_steady_rd_share
        + score_rd_staff_share * weight_steady_rd_staff_share
        + score_invention_filings * weight_steady_invention_filings
        + score_pct_filings * weight_steady_pct_filings
        + score_contracts * weight_steady_contracts
        + score_hitech_income * weight_steady_hitech_income
        + score_revenue * weight_steady_revenue
        + score_revenue_growth * weight_steady_revenue_growth
        + score_graduate_share * weight_steady_graduate_share
        + score_return_on_assets * weight_steady_return_on_assets
        + score_new_graduates * weight_steady_new_graduates
        + score_platforms * weight_steady_platforms
        + score_awards * weight_steady_awards
        + score_projects * weight_steady_projects
        + score_venture * weight_steady_venture
        + score_tax_relief * weight_steady_tax_relief
    )


@score("加权合计")
def innovation_points(
    in_start_stage,
    in_growth_stage,
    points_in_start_stage,
    points_in_growth_stage,
    points_in_steady_stage,
):
    """企业创新积分（满分100分）：按所处阶段取加权积分。"""
    return (
        when(in_start_stage, points_in_start_stage)
        .when(in_growth_stage, points_in_growth_stage)
        .otherwise(points_in_steady_stage)
    )


@derived
def eligible(is_tech_sme, is_high_tech, is_innovative_sme, is_specialised):
    """评价对象：科技型中小企业、高新技术企业、创新型中小企业、专精特新等科技企业。"""
    return is_tech_sme | is_high_tech | is_innovative_sme | is_specialised
