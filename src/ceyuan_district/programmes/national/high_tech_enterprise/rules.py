"""高新技术企业：八项条件，以及百分制的企业创新能力评价。

评价由专家打分，所以每一项得分是一对：最低分（…_least）和最高分（…_most）。给出专家评分的，两者都是专家评分；
最低分超过70分即符合，最高分也不超过70分即不符合，介于其间的须待专家评分。
"""

from ceyuan.authoring.rules import (
    all_of,
    band,
    capped,
    clause,
    days_between,
    derived,
    first_known,
    greatest,
    is_known,
    known_or,
    least,
    mean_growth,
    one_of,
    ratio,
    score,
    sum_over_years,
    when,
    year_of,
)


@clause("第十一条(一)")
def old_enough(resident_enterprise, founded, on, *, days_registered_floor):
    """企业申请认定时须注册成立一年以上。"""
    return resident_enterprise & (days_between(founded, on) >= days_registered_floor)


@clause("第十一条(二)")
def owns_core_ip(core_ip_owned):
    """企业通过自主研发、受让、受赠、并购等方式，获得对其主要产品（服务）在技术上发挥核心支持作用的知识产权的所有权。"""
    return core_ip_owned


@clause("第十一条(三)")
def within_supported_fields(in_listed_field, hitech_heading, *, supported_headings):
    """对企业主要产品（服务）发挥核心支持作用的技术属于《国家重点支持的高新技术领域》规定的范围。"""
    return first_known(in_listed_field, one_of(hitech_heading, supported_headings))


@derived
def st_staff_share(st_staff, staff):
    """从事研发和相关技术创新活动的科技人员占企业当年职工总数的比例。"""
    return ratio(st_staff, staff)


@clause("第十一条(四)")
def enough_st_staff(st_staff_share, *, st_staff_share_floor):
    """企业从事研发和相关技术创新活动的科技人员占企业当年职工总数的比例不低于10%。"""
    return st_staff_share >= st_staff_share_floor


@derived
def rd_collected(
    rd_expense, rd_own_items, rd_commissioned, rd_other_cost, *, counted_share, other_share
):
    """上年度研究开发费用：委托外部的按实际发生额的80%计入，其他费用一般不超过研究开发总费用的20%。"""
    return _collected(
        rd_expense, rd_own_items, rd_commissioned, rd_other_cost, counted_share, other_share
    )


@derived
def rd_collected_1(
    rd_expense_1, rd_own_items_1, rd_commissioned_1, rd_other_cost_1, *, counted_share, other_share
):
    """前一年度研究开发费用，同样归集。"""
    return _collected(
        rd_expense_1, rd_own_items_1, rd_commissioned_1, rd_other_cost_1, counted_share, other_share
    )


@derived
def rd_collected_2(
    rd_expense_2, rd_own_items_2, rd_commissioned_2, rd_other_cost_2, *, counted_share, other_share
):
    """前两年度研究开发费用，同样归集。"""
    return _collected(
        rd_expense_2, rd_own_items_2, rd_commissioned_2, rd_other_cost_2, counted_share, other_share
    )


def _collected(stated, items, commissioned, other, counted_share, other_share):
    """The R&D cost stated, or collected from its items: 其他费用 is at most a share of the whole."""
    without_other = items + commissioned * counted_share
    most_other = ratio(without_other * other_share, 1 - other_share)
    return first_known(stated, without_other + capped(other, most_other))


@derived
def rd_3y(rd_collected, rd_collected_1, rd_collected_2, founded, on):
    """近三个会计年度研究开发费用总额；实际经营期不满三年的按实际经营时间计算。"""
    return sum_over_years(rd_collected, rd_collected_1, rd_collected_2, founded_on=founded, on=on)


@derived
def sales_3y(revenue, revenue_1, revenue_2, founded, on):
    """近三个会计年度销售收入总额。"""
    return sum_over_years(revenue, revenue_1, revenue_2, founded_on=founded, on=on)


@derived
def rd_domestic_3y(rd_expense_domestic, rd_expense_domestic_1, rd_expense_domestic_2, founded, on):
    """近三个会计年度在中国境内发生的研究开发费用总额。"""
    return sum_over_years(
        rd_expense_domestic, rd_expense_domestic_1, rd_expense_domestic_2, founded_on=founded, on=on
    )


@derived
def rd_share(rd_3y, sales_3y):
    """研究开发费用总额占同期销售收入总额的比例：总额之比，不是各年比例的平均。"""
    return ratio(rd_3y, sales_3y)


@clause("第十一条(五)")
def rd_share_enough(rd_share, revenue, *, rd_share_floor):
    """近三个会计年度的研究开发费用总额占同期销售收入总额的比例符合要求：最近一年销售收入小于5000万元（含）的不低于5%，5000万元至2亿元（含）的不低于4%，2亿元以上的不低于3%。"""
    return rd_share >= band(revenue, rd_share_floor)


@derived
def domestic_rd_share(rd_domestic_3y, rd_3y):
    """境内研究开发费用占全部研究开发费用总额的比例。"""
    return ratio(rd_domestic_3y, rd_3y)


@clause("第十一条(五)")
def rd_mostly_domestic(domestic_rd_share, *, domestic_rd_share_floor):
    """企业在中国境内发生的研究开发费用总额占全部研究开发费用总额的比例不低于60%。"""
    return domestic_rd_share >= domestic_rd_share_floor


@derived
def hitech_income_share(hitech_income, total_income):
    """近一年高新技术产品（服务）收入占企业同期总收入的比例。"""
    return ratio(hitech_income, total_income)


@clause("第十一条(六)")
def hitech_income_enough(hitech_income_share, *, hitech_income_share_floor):
    """近一年高新技术产品（服务）收入占企业同期总收入的比例不低于60%。"""
    return hitech_income_share >= hitech_income_share_floor


@derived
def first_year_sales(revenue_2, founded, on):
    """三年中第一年的销售收入；企业当年尚未成立的为零。"""
    return _first_year(revenue_2, founded, on)


@derived
def sales_growth(first_year_sales, revenue_1, revenue):
    """销售收入增长率=1/2×（第二年/第一年＋第三年/第二年）－1；第一年为零的按后两年，第二年为零的为0。"""
    return mean_growth(first_year_sales, revenue_1, revenue)


@derived
def net_assets_year_3(net_assets, assets, liabilities):
    """第三年（上年）末净资产=资产总额－负债总额。"""
    return first_known(net_assets, assets - liabilities)


@derived
def net_assets_year_2(net_assets_1, assets_1, liabilities_1):
    """第二年末净资产。"""
    return first_known(net_assets_1, assets_1 - liabilities_1)


@derived
def net_assets_year_1(net_assets_2, assets_2, liabilities_2, founded, on):
    """第一年末净资产；企业当年尚未成立的为零。"""
    return _first_year(first_known(net_assets_2, assets_2 - liabilities_2), founded, on)


@derived
def net_assets_growth(net_assets_year_1, net_assets_year_2, net_assets_year_3):
    """净资产增长率=1/2×（第二年末/第一年末＋第三年末/第二年末）－1；第一、二年末为负的没有规定，不能确定。"""
    negative = (net_assets_year_1 < 0) | (net_assets_year_2 < 0)
    return when(negative, None).otherwise(
        mean_growth(net_assets_year_1, net_assets_year_2, net_assets_year_3)
    )


def _first_year(figure, founded, on):
    """The figure of the first of three years; nothing where the firm was founded after it."""
    founded_later = year_of(founded) > year_of(on) - 3
    return when(is_known(figure), figure).when(founded_later, 0).otherwise(None)


@score("指引三(七)1")
def number_score(
    ip_class1,
    ip_class2,
    *,
    class1_number_points_least,
    class1_number_points_most,
    class2_number_points_least,
    class2_number_points_most,
):
    """知识产权数量（满分8分）：有Ⅰ类的按Ⅰ类，否则按Ⅱ类数量。"""
    fewest = when(ip_class1 >= 1, band(ip_class1, class1_number_points_least)).otherwise(
        band(ip_class2, class2_number_points_least)
    )
    most = when(ip_class1 >= 1, band(ip_class1, class1_number_points_most)).otherwise(
        band(ip_class2, class2_number_points_most)
    )
    return fewest, most


@score("指引三(七)1")
def way_score(ip_self_developed, *, way_least, way_most, way_bought_most):
    """知识产权获得方式（满分6分）：有自主研发的1至6分，仅有受让、受赠、并购等的1至3分。"""
    self_developed = known_or(ip_self_developed, True, why="取得方式未说明的，最高分按自主研发计")
    return way_least, when(self_developed, way_most).otherwise(way_bought_most)


@score("指引三(七)1")
def standards_score(standards_led, *, standards_least, standards_most):
    """参与编制国家标准、行业标准、检测方法、技术规范的加分（至多2分）。"""
    drafted = standards_led >= 1
    took_part = known_or(drafted, False, why="未说明的，最低分按未参与计")
    may_have = known_or(drafted, True, why="未说明的，最高分按参与计")
    return (
        when(took_part, standards_least).otherwise(0),
        when(may_have, standards_most).otherwise(0),
    )


@score("指引三(七)1")
def ip_range(
    number_score_least,
    number_score_most,
    way_score_least,
    way_score_most,
    standards_score_least,
    standards_score_most,
    ip_class1,
    ip_class2,
    *,
    advance_most,
    support_most,
    ip_block_most,
):
    """知识产权可得分：先进程度、核心支持作用（各至多8分）、数量、获得方式之和加参与编制标准的加分；没有知识产权的只有加分。"""
    none = all_of(ip_class1 == 0, ip_class2 == 0)
    fewest = number_score_least + when(none, 0).otherwise(way_score_least)
    most = number_score_most + when(none, 0).otherwise(advance_most + support_most + way_score_most)
    return (
        capped(fewest + standards_score_least, ip_block_most),
        capped(most + standards_score_most, ip_block_most),
    )


@score("指引三(七)1")
def ip_score(ip_points, ip_range_least, ip_range_most, *, ip_block_most):
    """知识产权得分（满分30分，技术专家评价）。"""
    return _scored(ip_points, ip_range_least, ip_range_most, ip_block_most)


@derived
def transformations_per_year(transformations, transformations_1, transformations_2, founded, on):
    """近三年科技成果转化的年平均数；实际经营期不满三年的按实际经营时间计算。"""
    years = least(3, greatest(1, year_of(on) - year_of(founded)))
    total = sum_over_years(
        transformations, transformations_1, transformations_2, founded_on=founded, on=on
    )
    return ratio(total, years)


@score("指引三(七)2")
def transformation_range(
    transformations_per_year, *, transformation_points_least, transformation_points_most
):
    """科技成果转化能力可得分：按年平均数分档。"""
    return (
        band(transformations_per_year, transformation_points_least),
        band(transformations_per_year, transformation_points_most),
    )


@score("指引三(七)2")
def transformation_score(
    transformation_points,
    transformation_range_least,
    transformation_range_most,
    *,
    transformation_block_most,
):
    """科技成果转化能力得分（满分30分，技术专家评价）。"""
    return _scored(
        transformation_points,
        transformation_range_least,
        transformation_range_most,
        transformation_block_most,
    )


@score("指引三(七)3")
def management_score(management_points, *, management_block_most):
    """研究开发组织管理水平得分（满分20分，技术专家评价）：没有分档，区间为0至满分。"""
    return _scored(management_points, 0, management_block_most, management_block_most)


@score("指引三(七)4")
def growth_range(sales_growth, net_assets_growth, *, growth_points_least, growth_points_most):
    """企业成长性可得分：净资产增长率、销售收入增长率各10分，按档得分。"""
    return (
        band(sales_growth, growth_points_least) + band(net_assets_growth, growth_points_least),
        band(sales_growth, growth_points_most) + band(net_assets_growth, growth_points_most),
    )


@score("指引三(七)4")
def growth_score(growth_points, growth_range_least, growth_range_most, *, growth_block_most):
    """企业成长性得分（满分20分，财务专家评价）。"""
    return _scored(growth_points, growth_range_least, growth_range_most, growth_block_most)


def _scored(points, lowest, highest, full):
    """The expert's points for both ends, or the range; points outside the range are no score."""
    floor = known_or(lowest, 0, why="分档不能确定的，专家评分不低于0分即可")
    ceiling = known_or(highest, full, why="分档不能确定的，专家评分不高于满分即可")
    given = when((points >= floor) & (points <= ceiling), points).otherwise(None)
    return (
        when(is_known(points), given).otherwise(lowest),
        when(is_known(points), given).otherwise(highest),
    )


@score("指引三(七)")
def innovation_score(
    ip_score_least,
    ip_score_most,
    transformation_score_least,
    transformation_score_most,
    management_score_least,
    management_score_most,
    growth_score_least,
    growth_score_most,
):
    """企业创新能力评价得分（满分100分）：四项之和。"""
    return (
        ip_score_least + transformation_score_least + management_score_least + growth_score_least,
        ip_score_most + transformation_score_most + management_score_most + growth_score_most,
    )


@clause("第十一条(七)")
def innovative_enough(innovation_score_least, innovation_score_most, *, pass_mark):
    """企业创新能力评价应达到相应要求（综合得分70分以上，不含70分）。"""
    certainly = when(innovation_score_least > pass_mark, True).otherwise(None)
    return all_of(innovation_score_most > pass_mark, certainly)


@clause("第十一条(八)")
def clean_record(incident_one_year):
    """企业申请认定前一年内未发生重大安全、重大质量事故或严重环境违法行为。"""
    return ~incident_one_year
