"""创新型中小企业（2022年版）：公告条件、评价得分与直通条件。"""

from ceyuan.authoring.rules import (
    all_of,
    any_of,
    band,
    clause,
    derived,
    first_known,
    growth,
    none_of,
    one_of,
    ratio,
    score,
    when,
)


@clause("基本条件")
def clean_record(
    registered_sme, banned_product, incident_three_years, on_abnormal_list, on_dishonesty_list
):
    """在中华人民共和国境内工商注册登记、具有独立法人资格，符合《中小企业划型标准规定》，未被列入经营异常名录或严重失信主体名单，提供的产品（服务）不属于国家禁止、限制或淘汰类，同时近三年未发生重大安全、质量、环境污染等事故以及偷漏税等违法违规行为。"""
    return registered_sme & none_of(
        banned_product, incident_three_years, on_abnormal_list, on_dishonesty_list
    )


@score("附件1 二 指标1")
def score_of_ip(
    ip_class1_highvalue,
    ip_class1_self,
    ip_class1,
    ip_class2,
    *,
    highvalue_points,
    self_points,
    class1_points,
    class2_points,
):
    """与企业主导产品相关的有效知识产权数量（满分20分）。"""
    return (
        when(_has_one(ip_class1_highvalue, ip_class1), highvalue_points)
        .when(_has_one(ip_class1_self, ip_class1), self_points)
        .when(ip_class1 >= 1, class1_points)
        .when(ip_class2 >= 1, class2_points)
        .otherwise(0)
    )


def _has_one(rights, class1):
    """Whether there is one of these class I rights: none where there is no class I right at all."""
    return (rights >= 1) & first_known(class1 >= 1, True)


@score("附件1 二 指标2")
def score_of_rd(rd_expense, revenue, *, rd_points):
    """上年度研发费用总额占营业收入总额比重（满分20分）。"""
    return band(ratio(rd_expense, revenue), rd_points)


@score("附件1")
def innovation_score(score_of_ip, score_of_rd):
    """创新能力指标（满分40分）。"""
    return score_of_ip + score_of_rd


@score("附件1 二 指标3")
def score_of_growth(main_revenue_1, main_revenue, *, growth_points):
    """上年度主营业务收入增长率（满分20分）。"""
    return band(growth(main_revenue_1, main_revenue), growth_points)


@score("附件1 二 指标4")
def score_of_debt(liabilities, assets, *, debt_points):
    """上年度资产负债率（满分10分）。"""
    return band(ratio(liabilities, assets), debt_points)


@score("附件1")
def growth_score(score_of_growth, score_of_debt):
    """成长性指标（满分30分）。"""
    return score_of_growth + score_of_debt


@score("附件1 二 指标5")
def score_of_field(strategic_industry, *, strategic_points, other_field_points):
    """主导产品所属领域情况（满分10分）。"""
    return when(strategic_industry, strategic_points).otherwise(other_field_points)


@score("附件1 二 指标6")
def score_of_main_share(main_revenue, revenue, *, main_share_points):
    """上年度主营业务收入总额占营业收入总额比重（满分20分）。"""
    return band(ratio(main_revenue, revenue), main_share_points)


@score("附件1")
def special_score(score_of_field, score_of_main_share):
    """专业化指标（满分30分）。"""
    return score_of_field + score_of_main_share


@score("附件1")
def total_score(innovation_score, growth_score, special_score):
    """评价得分（满分100分）。"""
    return innovation_score + growth_score + special_score


@clause("附件1 一", required=False)
def scores_enough(
    total_score,
    innovation_score,
    growth_score,
    special_score,
    *,
    pass_mark,
    innovation_floor,
    growth_floor,
    special_floor,
):
    """评价得分达到60分以上，其中创新能力指标得分不低于20分、成长性指标及专业化指标得分均不低于15分。"""
    return all_of(
        total_score >= pass_mark,
        innovation_score >= innovation_floor,
        growth_score >= growth_floor,
        special_score >= special_floor,
    )


@clause("附件1 一(一)", required=False)
def won_award(award_three_years):
    """近三年内获得过国家级、省级科技奖励。"""
    return award_three_years


@clause("附件1 一(二)", required=False)
def holds_title(is_high_tech, other_national_title):
    """获得高新技术企业、国家级技术创新示范企业、知识产权优势企业和知识产权示范企业等荣誉（均为有效期内）。"""
    return is_high_tech | other_national_title


@clause("附件1 一(三)", required=False)
def has_recognised_institution(rd_institution_level, *, recognised_levels):
    """拥有经认定的省部级以上研发机构。"""
    return one_of(rd_institution_level, recognised_levels)


@clause("附件1 一(四)", required=False)
def raised_equity(equity_raised_3y, *, equity_floor):
    """近三年内新增股权融资总额（合格机构投资者的实缴额）500万元以上。"""
    return equity_raised_3y >= equity_floor


@derived
def eligible(
    clean_record,
    scores_enough,
    won_award,
    holds_title,
    has_recognised_institution,
    raised_equity,
):
    """符合基本条件，并且评价得分达标或符合直通条件之一。"""
    return clean_record & any_of(
        scores_enough, won_award, holds_title, has_recognised_institution, raised_equity
    )
