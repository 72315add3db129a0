"""专精特新中小企业（2022年版）：四项条件和十三项评价指标。"""

from ceyuan.authoring.rules import (
    any_of,
    at_least_n_of,
    band,
    capped,
    clause,
    count_true,
    derived,
    first_known,
    floor_div,
    growth,
    highest_of,
    mean_of,
    none_of,
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


@clause("附件2 一(一)")
def long_in_market(market_years, *, market_years_floor):
    """从事特定细分市场时间达到2年以上。"""
    return market_years >= market_years_floor


@derived
def rd_share(rd_expense, revenue):
    """上年度研发费用总额占营业收入总额比重。"""
    return ratio(rd_expense, revenue)


@clause("附件2 一(二)")
def spends_on_rd(rd_expense, rd_share, *, rd_floor, rd_share_floor):
    """上年度研发费用总额不低于100万元，且占营业收入总额比重不低于3%。"""
    return (rd_expense >= rd_floor) & (rd_share >= rd_share_floor)


@clause("附件2 一(三)")
def large_enough(revenue, equity_raised_2y, *, revenue_floor, equity_instead):
    """上年度营业收入总额在1000万元以上，或上年度营业收入总额在1000万元以下，但近2年新增股权融资总额（合格机构投资者的实缴额）达到2000万元以上。"""
    return (revenue >= revenue_floor) | (equity_raised_2y >= equity_instead)


@score("附件2 二 指标1")
def score_of_main_share(main_revenue, revenue, *, main_share_points):
    """上年度主营业务收入总额占营业收入总额比重（满分5分）。"""
    return band(ratio(main_revenue, revenue), main_share_points)


@derived
def mean_growth_2y(main_revenue_2, main_revenue_1, main_revenue):
    """近2年主营业务收入平均增长率：两个年度增长率的平均。"""
    return mean_of(growth(main_revenue_2, main_revenue_1), growth(main_revenue_1, main_revenue))


@score("附件2 二 指标2")
def score_of_growth(mean_growth_2y, *, growth_points):
    """近2年主营业务收入平均增长率（满分10分）。"""
    return band(mean_growth_2y, growth_points)


@score("附件2 二 指标3")
def score_of_years(market_years, *, years_per_point, years_most):
    """从事特定细分市场年限：每满2年得1分，最高不超过5分。"""
    return capped(floor_div(market_years, years_per_point), years_most)


@score("附件2 二 指标4")
def score_of_role(chain_role, *, key_points, supporting_points):
    """主导产品所属领域情况（满分5分）。"""
    return (
        when(chain_role == "key", key_points)
        .when(chain_role == "supporting", supporting_points)
        .otherwise(0)
    )


@score("附件2 二 指标5")
def score_of_digital(digital_level, *, digital_points):
    """数字化水平（满分5分）：三级以上5分、二级3分、一级0分。"""
    return band(digital_level, digital_points)


@score("附件2 二 指标6")
def score_of_quality(
    has_quality_award,
    has_quality_system,
    own_brand,
    standards_led,
    *,
    quality_points_each,
    quality_most,
):
    """质量管理情况：省级以上质量奖、质量管理体系认证、自主品牌、参与制修订标准，每满足一项加3分，最高不超过5分。"""
    marks = (has_quality_award, has_quality_system, own_brand, standards_led >= 1)
    each = count_true(*marks) * quality_points_each
    return when(at_least_n_of(2, *marks), quality_most).otherwise(each)


@score("附件2 二 指标7")
def score_of_margin(net_profit, revenue, *, margin_points):
    """上年度净利润率（满分10分）。"""
    return band(ratio(net_profit, revenue), margin_points)


@score("附件2 二 指标8")
def score_of_debt(liabilities, assets, *, debt_points):
    """上年度资产负债率（满分5分）。"""
    return band(ratio(liabilities, assets), debt_points)


@score("附件2 二 指标10")
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
    """与企业主导产品相关的有效知识产权数量（满分10分）。"""
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


@score("附件2 二 指标11")
def score_of_rd(rd_expense, rd_share, *, rd_amount_points, rd_share_points, rd_most):
    """上年度研发费用投入（满分10分）：按总额或占比，取其高者。"""
    return highest_of(
        band(rd_expense, rd_amount_points), band(rd_share, rd_share_points), most=rd_most
    )


@score("附件2 二 指标12")
def score_of_rd_staff(rd_staff, staff, *, rd_staff_points):
    """上年度研发人员占职工总数比重（满分5分）。"""
    return band(ratio(rd_staff, staff), rd_staff_points)


@score("附件2 二 指标13")
def score_of_institution(
    rd_institution_grade,
    *,
    institution_national,
    institution_provincial,
    institution_city,
    institution_below,
):
    """建立研发机构级别（满分10分）：国家级10分、省级8分、市级4分、市级以下2分，未建立0分。"""
    return (
        when(rd_institution_grade == "national", institution_national)
        .when(rd_institution_grade == "provincial", institution_provincial)
        .when(rd_institution_grade == "city", institution_city)
        .when(rd_institution_grade == "below", institution_below)
        .otherwise(0)
    )


@score("附件2")
def special_score(score_of_main_share, score_of_growth, score_of_years, score_of_role):
    """专业化指标（满分25分）。"""
    return score_of_main_share + score_of_growth + score_of_years + score_of_role


@score("附件2")
def refined_score(score_of_digital, score_of_quality, score_of_margin, score_of_debt):
    """精细化指标（满分25分）。"""
    return score_of_digital + score_of_quality + score_of_margin + score_of_debt


@score("附件2 二 指标9")
def score_of_local(local_points, *, local_most):
    """特色化指标（满分15分），由省级主管部门设定；超出满分的不能采用。"""
    return when((local_points >= 0) & (local_points <= local_most), local_points).otherwise(None)


@score("附件2")
def innovation_score(score_of_ip, score_of_rd, score_of_rd_staff, score_of_institution):
    """创新能力指标（满分35分）。"""
    return score_of_ip + score_of_rd + score_of_rd_staff + score_of_institution


@score("附件2")
def total_score(special_score, refined_score, score_of_local, innovation_score):
    """评价得分（满分100分）。"""
    return special_score + refined_score + score_of_local + innovation_score


@clause("附件2 一(四)", required=False)
def scores_enough(total_score, *, pass_mark):
    """评价得分达到60分以上。"""
    return total_score >= pass_mark


@clause("附件2 一(四)1", required=False)
def won_award(
    provincial_award_rank, national_award_rank, *, provincial_rank_ceiling, national_rank_ceiling
):
    """近三年获得过省级科技奖励，并在获奖单位中排名前三；或获得国家级科技奖励，并在获奖单位中排名前五。"""
    return (provincial_award_rank <= provincial_rank_ceiling) | (
        national_award_rank <= national_rank_ceiling
    )


@clause("附件2 一(四)2", required=False)
def spends_much_on_rd(rd_expense, rd_expense_1, *, mean_rd_floor):
    """近两年研发费用总额均值在1000万元以上。"""
    return mean_of(rd_expense, rd_expense_1) >= mean_rd_floor


@clause("附件2 一(四)3", required=False)
def raised_much_equity(equity_raised_2y, *, equity_direct):
    """近两年新增股权融资总额（合格机构投资者的实缴额）6000万元以上。"""
    return equity_raised_2y >= equity_direct


@clause("附件2 一(四)4", required=False)
def won_maker_china(maker_china_rank, *, maker_china_ceiling):
    """近三年进入“创客中国”中小企业创新创业大赛全国500强企业组名单。"""
    return maker_china_rank <= maker_china_ceiling


@derived
def eligible(
    clean_record,
    long_in_market,
    spends_on_rd,
    large_enough,
    scores_enough,
    won_award,
    spends_much_on_rd,
    raised_much_equity,
    won_maker_china,
):
    """前三项都符合，并且评价得分达标或有第(四)项所列情形之一。"""
    return (
        clean_record
        & long_in_market
        & spends_on_rd
        & large_enough
        & any_of(scores_enough, won_award, spends_much_on_rd, raised_much_equity, won_maker_china)
    )
