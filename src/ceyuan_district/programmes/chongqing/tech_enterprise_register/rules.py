"""重庆市科技型企业入库：基本条件与可选条件。"""

from ceyuan.authoring.rules import all_of, any_of, clause, derived, one_of, ratio


@clause("基本条件")
def resident_legal_person(resident_in_city, legal_person):
    """在重庆市内注册、具有独立法人资格的居民企业。"""
    return resident_in_city & legal_person


@clause("基本条件")
def products_allowed(banned_product):
    """企业提供的产品和服务不属于国家规定的禁止、限制和淘汰类。"""
    return ~banned_product


@clause("基本条件")
def no_incident(incident_two_years):
    """上一年及当年内未发生重大安全、重大质量事故和严重环境违法、科研严重失信行为。"""
    return ~incident_two_years


@clause("基本条件")
def on_no_bad_list(on_abnormal_list, on_dishonesty_list):
    """未列入经营异常名录和严重违法失信企业名单。"""
    return ~on_abnormal_list & ~on_dishonesty_list


@derived
def technical_share(st_staff, staff):
    """科技人员占职工总数的比例。"""
    return ratio(st_staff, staff)


@clause("可选条件", required=False)
def enough_technical_staff(technical_share, senior_staff, *, technical_share_floor, senior_floor):
    """科技人员占职工总数5%以上，或者有1名以上副高级以上职称人员。"""
    return (technical_share >= technical_share_floor) | (senior_staff >= senior_floor)


@clause("可选条件", required=False)
def another_way(other_condition_met, *, other_conditions):
    """符合规则所列其他可选条件之一（条文未见，由本区列出）。"""
    return one_of(other_condition_met, other_conditions)


@derived
def eligible(
    resident_legal_person,
    products_allowed,
    no_incident,
    on_no_bad_list,
    enough_technical_staff,
    another_way,
):
    """基本条件全部满足，并且符合可选条件之一。"""
    return all_of(
        resident_legal_person,
        products_allowed,
        no_incident,
        on_no_bad_list,
        any_of(enough_technical_staff, another_way),
    )
