"""专精特新“小巨人”企业（2026年版）：七项条件同时满足。"""

from ceyuan.authoring.rules import all_of, clause, compound_growth, derived, none_of, ratio


@clause("基本条件")
def clean_record(incident_three_years_2026, on_abnormal_list, on_dishonesty_list):
    """申请期间未被列入经营异常名录或严重失信主体名单，近三年未发生较大及以上生产安全事故、重大网络和数据安全事件、严重环境违法、严重质量问题、数据造假和涉税违法犯罪。"""
    return none_of(incident_three_years_2026, on_abnormal_list, on_dishonesty_list)


@clause("117号")
def may_be_recommended(is_champion, controlled_by_little_giant):
    """制造业单项冠军企业，以及被现有“小巨人”企业控股、或同一集团内生产相似主导产品的企业，不予推荐。"""
    return none_of(is_champion, controlled_by_little_giant)


@clause("认定标准(一)")
def on_the_ladder(is_specialised, market_years, *, market_years_floor):
    """为有效期内的专精特新中小企业，从事特定细分市场时间达到3年以上。"""
    return is_specialised & (market_years >= market_years_floor)


@derived
def main_share(main_revenue, revenue):
    """上年度主营业务收入总额占营业收入总额比重。"""
    return ratio(main_revenue, revenue)


@derived
def revenue_growth(revenue_2, revenue):
    """近两年营业收入复合增长率=（上年度/前两年度）的平方根－1。"""
    return compound_growth(revenue_2, revenue, 2)


@clause("认定标准(二)")
def sound_business(
    revenue,
    main_share,
    revenue_growth,
    is_little_giant,
    liabilities,
    assets,
    *,
    revenue_floor,
    main_share_floor,
    growth_floor,
    debt_ceiling,
):
    """上年度营业收入总额5000万元以上，主营业务收入占比不低于90%，近两年营业收入复合增长率不低于5%（复核不考察），资产负债率不高于75%。"""
    return all_of(
        revenue >= revenue_floor,
        main_share >= main_share_floor,
        is_little_giant | (revenue_growth >= growth_floor),
        ratio(liabilities, assets) <= debt_ceiling,
    )


@clause("认定标准(三)")
def spends_on_rd(rd_expense, rd_expense_1, revenue, revenue_1, *, rd_sum_floor, rd_share_floor):
    """近两年研发费用合计不低于1200万元，且每年占当年营业收入总额比重不低于3%。"""
    return all_of(
        rd_expense + rd_expense_1 >= rd_sum_floor,
        ratio(rd_expense, revenue) >= rd_share_floor,
        ratio(rd_expense_1, revenue_1) >= rd_share_floor,
    )


@clause("认定标准(四)")
def owns_class1(class1_own_in_use, national_award_rank, *, class1_floor, award_rank_ceiling):
    """拥有4项以上与主导产品相关、实际应用并产生经济效益的Ⅰ类知识产权；近三年获得国家级科技奖励排名前三的不作要求。"""
    return (class1_own_in_use >= class1_floor) | (national_award_rank <= award_rank_ceiling)


@clause("认定标准(五)")
def leads_market(market_share, market_rank, well_known, *, market_share_floor, market_rank_ceiling):
    """在国内或国际细分市场占有率达到10%以上或国内排名前三，享有较高知名度。"""
    return (
        (market_share >= market_share_floor) | (market_rank <= market_rank_ceiling)
    ) & well_known


@clause("认定标准(六)")
def key_main_product(key_product_2026):
    """主导产品属于工业“六基”领域，或改造提升传统产业、培育壮大新兴产业、布局未来产业，处于产业链关键环节。"""
    return key_product_2026


@clause("认定标准(七)")
def platform_score_enough(platform_score, platform_score_1, is_little_giant, *, score_floor):
    """当年专精特新发展评价得分60分以上；复核（已是“小巨人”企业）的，近两年任一年达到即可。"""
    return (platform_score >= score_floor) | (is_little_giant & (platform_score_1 >= score_floor))
