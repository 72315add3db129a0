"""国家级科技企业孵化器（2018年办法）：综合孵化器与专业孵化器。

艰苦边远地区的，场地、知识产权、在孵和毕业企业的要求可降低20%。
"""

from ceyuan.authoring.rules import all_of, clause, derived, floor_div, ratio, when, years_between


@clause("认定条件(一)")
def old_enough(founded, on, statistics_years, *, years_floor, statistics_floor):
    """具有独立法人资格，实际注册并运营满3年，且至少连续2年报送真实完整的统计数据。"""
    return (years_between(founded, on) >= years_floor) & (statistics_years >= statistics_floor)


@derived
def tenant_area_share(tenant_area, floor_area):
    """在孵企业使用面积（含公共服务面积）占比。"""
    return ratio(tenant_area, floor_area)


@clause("认定条件(二)")
def enough_space(
    floor_area, tenant_area_share, in_hard_region, *, area_floor, tenant_area_floor, eased
):
    """孵化场地集中，可自主支配的孵化场地面积不低于10000平方米，其中在孵企业使用面积（含公共服务面积）占75%以上。"""
    return _reaches(floor_area, area_floor, in_hard_region, eased) & _reaches(
        tenant_area_share, tenant_area_floor, in_hard_region, eased
    )


@clause("认定条件(三)")
def invests_in_tenants(
    fund, tenants_invested, tenants, fund_cases, *, fund_floor, invested_floor, cases_floor
):
    """配备自有种子资金或合作的孵化资金规模不低于500万元，获得投融资的在孵企业占比不低于10%，并有不少于3个资金使用案例。"""
    return all_of(
        fund >= fund_floor,
        ratio(tenants_invested, tenants) >= invested_floor,
        fund_cases >= cases_floor,
    )


@derived
def people_needed(tenants, *, tenants_each):
    """每10家在孵企业至少1名，不足10家的按10家计。"""
    return floor_div(tenants + tenants_each - 1, tenants_each)


@clause("认定条件(四)")
def enough_people(professional_staff, staff, mentors, people_needed, *, professional_share_floor):
    """拥有职业化的服务队伍，专业孵化服务人员占机构总人数80%以上，每10家在孵企业至少配备1名专业孵化服务人员和1名创业导师。"""
    return all_of(
        ratio(professional_staff, staff) >= professional_share_floor,
        professional_staff >= people_needed,
        mentors >= people_needed,
    )


@clause("认定条件(五)")
def tenants_have_ip(
    patent_tenants,
    tenants_with_ip,
    tenants,
    in_hard_region,
    *,
    patent_share_floor,
    ip_share_floor,
    eased,
):
    """在孵企业中已申请专利的企业占在孵企业总数比例不低于50%，或拥有有效知识产权的企业占比不低于30%。"""
    with_patents, with_ip = ratio(patent_tenants, tenants), ratio(tenants_with_ip, tenants)
    return _reaches(with_patents, patent_share_floor, in_hard_region, eased) | _reaches(
        with_ip, ip_share_floor, in_hard_region, eased
    )


@derived
def tenants_per_1000(tenants, floor_area):
    """每千平方米平均在孵企业数。"""
    return ratio(tenants * 1000, floor_area)


@clause("认定条件(六)")
def enough_tenants(
    tenants,
    tenants_per_1000,
    is_professional,
    in_hard_region,
    *,
    tenants_floor,
    tenants_floor_professional,
    density_floor,
    density_floor_professional,
    eased,
):
    """孵化器在孵企业不少于50家且每千平方米平均在孵企业不少于3家；专业孵化器不少于30家且每千平方米不少于2家。"""
    least = when(is_professional, tenants_floor_professional).otherwise(tenants_floor)
    density = when(is_professional, density_floor_professional).otherwise(density_floor)
    return _reaches(tenants, least, in_hard_region, eased) & _reaches(
        tenants_per_1000, density, in_hard_region, eased
    )


@clause("认定条件(七)")
def enough_graduates(
    graduates,
    is_professional,
    in_hard_region,
    *,
    graduates_floor,
    graduates_floor_professional,
    eased,
):
    """累计毕业企业应达到20家以上；专业孵化器15家以上。"""
    least = when(is_professional, graduates_floor_professional).otherwise(graduates_floor)
    return _reaches(graduates, least, in_hard_region, eased)


def _reaches(value, floor, in_hard_region, eased):
    """Whether a limit is reached; in 艰苦边远地区 a part of it suffices."""
    return (value >= floor) | (in_hard_region & (value >= floor * eased))


@clause("专业孵化器")
def focused(
    is_professional, same_field_tenants, tenants, has_technical_platform, *, same_field_floor
):
    """专业孵化器在同一产业领域从事研发、生产的企业占在孵企业总数的75%以上，且提供细分产业的精准孵化服务，拥有可自主支配的公共服务平台；综合孵化器不作要求。"""
    return when(
        is_professional,
        (ratio(same_field_tenants, tenants) >= same_field_floor) & has_technical_platform,
    ).otherwise(True)
