"""标准级科技型企业孵化器（2025年办法）：公开摘录中能见到的条件。

数量要求的数字没有公开，艰苦边远地区的降低比例也没有公开；卓越级看特色，没有数字条件，不在这里。
"""

from ceyuan.authoring.rules import clause, derived, ratio


@clause("标准级条件")
def independent(independent_clean):
    """具有独立法人资格，未发生重大违法违规行为，不属于严重失信主体。"""
    return independent_clean


@clause("标准级条件")
def finances_tenants(
    own_fund_invested, financed_tenants, tenants, *, own_fund_floor, financed_floor
):
    """上年度通过自有或合作基金完成股权投资并实缴的在孵企业占比不低于10%，或获得各类融资的在孵企业占比不低于20%。"""
    return (ratio(own_fund_invested, tenants) >= own_fund_floor) | (
        ratio(financed_tenants, tenants) >= financed_floor
    )


@clause("标准级条件")
def tenants_grow(fast_growing_tenants, tenants, *, fast_growing_floor):
    """上年度营业收入或研发投入增长超过20%的在孵企业占比不低于30%。"""
    return ratio(fast_growing_tenants, tenants) >= fast_growing_floor


@derived
def other_income_share(service_and_other_income, income):
    """房租和物业收入以外的收入占总收入的比例。"""
    return ratio(service_and_other_income, income)


@clause("标准级条件")
def earns_by_service(separately_accounted, other_income_share, *, other_income_floor):
    """孵化服务收入单独核算，除房租和物业收入以外的收入占总收入的比例不低于30%。"""
    return separately_accounted & (other_income_share >= other_income_floor)


@clause("标准级条件")
def enough_space(floor_area, *, area_floor):
    """可自主支配的孵化场地面积达到规定要求。"""
    return floor_area >= area_floor


@clause("标准级条件")
def enough_people(full_time_share, *, full_time_floor):
    """专职孵化服务人员占比达到规定要求。"""
    return full_time_share >= full_time_floor


@clause("标准级条件")
def enough_staff_and_mentors(
    full_time_staff, mentors, tenants, *, staff_each_floor, mentors_each_floor
):
    """每家在孵企业配备的专职孵化服务人员和创业导师达到规定要求。"""
    return (ratio(full_time_staff, tenants) >= staff_each_floor) & (
        ratio(mentors, tenants) >= mentors_each_floor
    )


@clause("标准级条件")
def enough_tenants(tenants, *, tenants_floor):
    """在孵企业数量达到规定要求。"""
    return tenants >= tenants_floor


@clause("标准级条件")
def enough_graduates(graduates, *, graduates_floor):
    """毕业企业数量达到规定要求。"""
    return graduates >= graduates_floor
