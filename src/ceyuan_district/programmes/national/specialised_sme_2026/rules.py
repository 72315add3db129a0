"""专精特新中小企业（2026年版）：六项条件同时满足。"""

from ceyuan.authoring.rules import all_of, clause, derived, none_of, one_of, ratio


@clause("基本条件")
def clean_record(incident_three_years_2026, on_abnormal_list, on_dishonesty_list):
    """申请期间未被列入经营异常名录或严重失信主体名单，近三年未发生较大及以上生产安全事故、重大网络和数据安全事件、严重环境违法、严重质量问题、数据造假和涉税违法犯罪。"""
    return none_of(incident_three_years_2026, on_abnormal_list, on_dishonesty_list)


@clause("认定标准(一)")
def on_the_ladder(is_tech_sme, is_innovative_sme, market_years, *, market_years_floor):
    """为科技和创新型中小企业（有效期内的科技型中小企业或创新型中小企业），从事特定细分市场时间达到3年以上。"""
    return (is_tech_sme | is_innovative_sme) & (market_years >= market_years_floor)


@derived
def main_share(main_revenue, revenue):
    """上年度主营业务收入总额占营业收入总额比重。"""
    return ratio(main_revenue, revenue)


@derived
def debt_ratio_now(liabilities, assets):
    """上年末资产负债率。"""
    return ratio(liabilities, assets)


@clause("认定标准(二)")
def sound_business(
    revenue,
    equity_raised_2y,
    main_share,
    debt_ratio_now,
    *,
    revenue_floor,
    equity_instead,
    main_share_floor,
    debt_ceiling,
):
    """上年度营业收入总额1500万元以上，或近两年新增股权融资总额2000万元以上；主营业务收入占比不低于80%；资产负债率不高于80%。"""
    return all_of(
        (revenue >= revenue_floor) | (equity_raised_2y >= equity_instead),
        main_share >= main_share_floor,
        debt_ratio_now <= debt_ceiling,
    )


@clause("认定标准(三)")
def spends_on_rd(rd_expense, rd_expense_1, revenue, revenue_1, *, rd_floor, rd_share_floor):
    """近两年每年研发费用总额不低于100万元，且占当年营业收入总额比重均不低于3%。"""
    return all_of(
        rd_expense >= rd_floor,
        rd_expense_1 >= rd_floor,
        ratio(rd_expense, revenue) >= rd_share_floor,
        ratio(rd_expense_1, revenue_1) >= rd_share_floor,
    )


@clause("认定标准(四)")
def owns_class1(
    class1_own_in_use,
    award_rank_three_years,
    rd_institution_level,
    *,
    class1_floor,
    award_rank_ceiling,
    recognised_levels,
):
    """拥有1项以上与主导产品相关、实际应用并产生经济效益的Ⅰ类知识产权；近三年获得省部级及以上科技奖励排名前三，或拥有省部级及以上研发机构的，不作要求。"""
    return (
        (class1_own_in_use >= class1_floor)
        | (award_rank_three_years <= award_rank_ceiling)
        | one_of(rd_institution_level, recognised_levels)
    )


@clause("认定标准(五)")
def well_placed(market_position_good):
    """在国内或国际细分市场占有率较为靠前，具有一定知名度（没有数字标准，由评审确定）。"""
    return market_position_good


@clause("认定标准(六)")
def platform_score_enough(platform_score, platform_score_1, is_specialised, *, score_floor):
    """当年专精特新发展评价得分50分以上；复核（已是专精特新中小企业）的，近两年任一年达到即可。"""
    return (platform_score >= score_floor) | (is_specialised & (platform_score_1 >= score_floor))
