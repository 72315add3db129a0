"""高新技术企业：八项条件，以及百分制的企业创新能力评价。

专家打分的项目各有最低分和最高分两条规则；给出专家分（…_points）时两者相同。
"""

from ceyuan.authoring.rules import (
    band,
    clause,
    days_between,
    derived,
    first_known,
    greatest,
    least,
    mean_growth,
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
def within_supported_fields(in_listed_field):
    """对企业主要产品（服务）发挥核心支持作用的技术属于《国家重点支持的高新技术领域》规定的范围。"""
    return in_listed_field


@derived
def st_staff_share(st_staff, staff):
    """从事研发和相关技术创新活动的科技人员占企业当年职工总数的比例。"""
    return ratio(st_staff, staff)


@clause("第十一条(四)")
def enough_st_staff(st_staff_share, *, st_staff_share_floor):
    """企业从事研发和相关技术创新活动的科技人员占企业当年职工总数的比例不低于10%。"""
    return st_staff_share >= st_staff_share_floor


@derived
def rd_3y(rd_expense, rd_expense_1, rd_expense_2, founded, on):
    """近三个会计年度研究开发费用总额；实际经营期不满三年的按实际经营时间计算。"""
    return sum_over_years(rd_expense, rd_expense_1, rd_expense_2, founded_on=founded, on=on)


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
def sales_growth(revenue_2, revenue_1, revenue):
    """销售收入增长率=1/2×（第二年/第一年＋第三年/第二年）－1。"""
    return mean_growth(revenue_2, revenue_1, revenue)


@derived
def net_assets_growth(net_assets_2, net_assets_1, net_assets):
    """净资产增长率=1/2×（第二年末/第一年末＋第三年末/第二年末）－1。"""
    return mean_growth(net_assets_2, net_assets_1, net_assets)


@score("指引三(七)4")
def growth_least(sales_growth, net_assets_growth, growth_points, *, growth_points_least):
    """企业成长性最低得分（满分20分，财务专家在档内打分）。"""
    return first_known(
        growth_points,
        band(sales_growth, growth_points_least) + band(net_assets_growth, growth_points_least),
    )


@score("指引三(七)4")
def growth_most(sales_growth, net_assets_growth, growth_points, *, growth_points_most):
    """企业成长性最高得分。"""
    return first_known(
        growth_points,
        band(sales_growth, growth_points_most) + band(net_assets_growth, growth_points_most),
    )


@derived
def transformations_per_year(transformations, transformations_1, transformations_2, founded, on):
    """近三年科技成果转化的年平均数；实际经营期不满三年的按实际经营时间计算。"""
    years = least(3, greatest(1, year_of(on) - year_of(founded)))
    total = sum_over_years(
        transformations, transformations_1, transformations_2, founded_on=founded, on=on
    )
    return ratio(total, years)


@score("指引三(七)2")
def transformation_least(
    transformations_per_year, transformation_points, *, transformation_points_least
):
    """科技成果转化能力最低得分（满分30分）。"""
    return first_known(
        transformation_points, band(transformations_per_year, transformation_points_least)
    )


@score("指引三(七)2")
def transformation_most(
    transformations_per_year, transformation_points, *, transformation_points_most
):
    """科技成果转化能力最高得分。"""
    return first_known(
        transformation_points, band(transformations_per_year, transformation_points_most)
    )


@derived
def number_least(ip_class1, ip_class2, *, class1_number_points_least, class2_number_points_least):
    """知识产权数量最低得分：有Ⅰ类的按Ⅰ类，否则按Ⅱ类数量。"""
    return when(ip_class1 >= 1, band(ip_class1, class1_number_points_least)).otherwise(
        band(ip_class2, class2_number_points_least)
    )


@derived
def number_most(ip_class1, ip_class2, *, class1_number_points_most, class2_number_points_most):
    """知识产权数量最高得分。"""
    return when(ip_class1 >= 1, band(ip_class1, class1_number_points_most)).otherwise(
        band(ip_class2, class2_number_points_most)
    )


@score("指引三(七)1")
def ip_least(number_least, ip_class1, ip_class2, ip_points, *, way_least):
    """知识产权最低得分（满分30分）：数量按档，其余由技术专家评价，最低可为0分。"""
    way = when(ip_class1 + ip_class2 >= 1, way_least).otherwise(0)
    return first_known(ip_points, number_least + way)


@score("指引三(七)1")
def ip_most(
    number_most,
    ip_self_developed,
    ip_points,
    *,
    advance_most,
    support_most,
    way_most,
    way_bought_most,
    standards_most,
    ip_block_most,
):
    """知识产权最高得分：先进程度、核心支持、数量、获得方式及参与编制标准加分，总分不超过30分。"""
    way = when(ip_self_developed, way_most).otherwise(way_bought_most)
    total = advance_most + support_most + number_most + way + standards_most
    return first_known(ip_points, least(total, ip_block_most))


@score("指引三(七)3")
def management_least(management_points):
    """研究开发组织管理水平最低得分：完全由技术专家评价，未评价时最低为0分。"""
    return first_known(management_points, 0)


@score("指引三(七)3")
def management_most(management_points, *, management_block_most):
    """研究开发组织管理水平最高得分（满分20分）。"""
    return first_known(management_points, management_block_most)


@score("指引三(七)")
def innovation_least(ip_least, transformation_least, management_least, growth_least):
    """企业创新能力评价最低可得分。"""
    return ip_least + transformation_least + management_least + growth_least


@score("指引三(七)")
def innovation_most(ip_most, transformation_most, management_most, growth_most):
    """企业创新能力评价最高可得分。"""
    return ip_most + transformation_most + management_most + growth_most


@clause("第十一条(七)")
def innovative_enough(innovation_least, innovation_most, *, pass_mark):
    """企业创新能力评价应达到相应要求（综合得分70分以上，不含70分）。"""
    return first_known(
        when(innovation_least > pass_mark, True).otherwise(None),
        when(innovation_most <= pass_mark, False).otherwise(None),
    )


@clause("第十一条(八)")
def clean_record(incident_one_year):
    """企业申请认定前一年内未发生重大安全、重大质量事故或严重环境违法行为。"""
    return ~incident_one_year
