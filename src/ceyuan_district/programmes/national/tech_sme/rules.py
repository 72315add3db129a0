"""科技型中小企业：准入条件、百分制得分与直接入库的情形。"""

from ceyuan.authoring.rules import (
    all_of,
    any_of,
    band,
    clause,
    derived,
    highest_of,
    none_of,
    one_of,
    ratio,
    score,
    when,
)


@clause("第六条(一)")
def resident_with_sound_accounts(resident_enterprise, books_audited, *, guideline_2022):
    """在中国境内（不包括港、澳、台地区）注册的居民企业；2022年指引起并须会计核算健全，实行查账征收，能准确归集研发费用并缴纳企业所得税。"""
    return when(guideline_2022, resident_enterprise & books_audited).otherwise(resident_enterprise)


@clause("第六条(二)")
def small_enough(staff, revenue, assets, *, staff_ceiling, sales_ceiling, assets_ceiling):
    """职工总数不超过500人、年销售收入不超过2亿元、资产总额不超过2亿元。"""
    return all_of(staff <= staff_ceiling, revenue <= sales_ceiling, assets <= assets_ceiling)


@clause("第六条(三)")
def products_allowed(banned_product, superdeduction_excluded_industry, *, guideline_2022):
    """企业提供的产品和服务不属于国家规定的禁止、限制和淘汰类；2022年指引起所属行业并不得在研发费用加计扣除负面清单内。"""
    return ~banned_product & ~(guideline_2022 & superdeduction_excluded_industry)


@clause("第六条(四)")
def clean_record(
    incident_two_years, serious_fraud, on_abnormal_list, on_dishonesty_list, *, guideline_2022
):
    """企业在填报上一年及当年内未发生重大安全、重大质量事故和严重环境违法、科研严重失信行为（2022年指引起并无其他严重违法失信行为），且未列入经营异常名录和严重违法失信企业名单。"""
    return none_of(
        incident_two_years,
        guideline_2022 & serious_fraud,
        on_abnormal_list,
        on_dishonesty_list,
    )


@derived
def st_staff_share(st_staff, staff):
    """科技人员数占企业职工总数的比例。"""
    return ratio(st_staff, staff)


@score("评价指标(一)")
def score_of_staff(st_staff_share, *, st_staff_points):
    """科技人员指标（满分20分）。"""
    return band(st_staff_share, st_staff_points)


@derived
def score_by_sales(rd_expense, revenue, *, rd_by_sales_points):
    """按研发费用占销售收入的比例得分；没有销售收入的，这一项没有得分。"""
    return when(revenue == 0, 0).otherwise(band(ratio(rd_expense, revenue), rd_by_sales_points))


@derived
def score_by_costs(rd_expense, costs, *, rd_by_costs_points):
    """按研发费用占成本费用支出总额的比例得分。"""
    return band(ratio(rd_expense, costs), rd_by_costs_points)


@score("评价指标(二)")
def score_of_rd(score_by_sales, score_by_costs, *, rd_full_points):
    """研发投入指标（满分50分）：企业从占销售收入、占成本费用两项中选择一项，取其高者。"""
    return highest_of(score_by_sales, score_by_costs, most=rd_full_points)


@score("评价指标(三)")
def score_of_ip(ip_class1, ip_class2, *, class1_points, class2_points, ip_full_points):
    """科技成果指标（满分30分）：按与主要产品相关的有效知识产权类别和数量评价，取其高者。"""
    return highest_of(
        band(ip_class1, class1_points), band(ip_class2, class2_points), most=ip_full_points
    )


@score("评价指标")
def total_score(score_of_staff, score_of_rd, score_of_ip):
    """综合评价得分（满分100分）。"""
    return score_of_staff + score_of_rd + score_of_ip


@clause("第六条(五)", required=False)
def scores_enough(total_score, score_of_staff, *, pass_mark):
    """根据科技型中小企业评价指标进行综合评价所得分值不低于60分，且科技人员指标得分不得为0分。"""
    return (total_score >= pass_mark) & (score_of_staff > 0)


@clause("第八条(一)", required=False)
def holds_high_tech_certificate(is_high_tech):
    """拥有有效期内高新技术企业资格证书。"""
    return is_high_tech


@clause("第八条(二)", required=False)
def won_national_award(national_award_rank_5y, *, award_rank_ceiling):
    """近五年内获得过国家级科技奖励，并在获奖单位中排在前三名。"""
    return national_award_rank_5y <= award_rank_ceiling


@clause("第八条(三)", required=False)
def has_recognised_institution(rd_institution_level, *, recognised_levels):
    """拥有经认定的省部级以上研发机构。"""
    return one_of(rd_institution_level, recognised_levels)


@clause("第八条(四)", required=False)
def led_a_standard(standard_drafter_rank, *, drafter_rank_ceiling):
    """近五年内主导制定过国际标准、国家标准或行业标准（2022年指引：起草单位排名前五）。"""
    return standard_drafter_rank <= drafter_rank_ceiling


@derived
def enters_directly(
    holds_high_tech_certificate, won_national_award, has_recognised_institution, led_a_standard
):
    """符合第八条任一情形的，满足第六条第(一)至(四)项即可直接确认。"""
    return any_of(
        holds_high_tech_certificate, won_national_award, has_recognised_institution, led_a_standard
    )


@derived
def eligible(
    resident_with_sound_accounts,
    small_enough,
    products_allowed,
    clean_record,
    scores_enough,
    enters_directly,
):
    """满足前四项条件，并且得分达标或符合直接确认情形。"""
    return all_of(
        resident_with_sound_accounts,
        small_enough,
        products_allowed,
        clean_record,
        any_of(scores_enough, enters_directly),
    )


@derived
def checked_on_site(
    staff,
    ip_class1,
    ip_class2,
    rd_expense,
    risk_three_years,
    applies_first_time,
    *,
    few_staff,
    little_rd,
):
    """列入现场核查的情形（2026年通知，不是不予入库）：职工不超过5人、没有知识产权、研发费用不足10万元、近三年有相关风险或首次申报。"""
    return any_of(
        staff <= few_staff,
        (ip_class1 == 0) & (ip_class2 == 0),
        rd_expense < little_rd,
        risk_three_years,
        applies_first_time,
    )


@derived
def may_apply_now(on, *, window_opens, window_closes):
    """当日在年度申报时间内；没有公布申报时间的年度不能确定。"""
    return (on >= window_opens) & (on <= window_closes)
