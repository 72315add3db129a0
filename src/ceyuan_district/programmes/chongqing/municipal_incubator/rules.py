"""重庆市市级科技企业孵化器：综合与专业两类。"""

from ceyuan.authoring.rules import clause, ratio, when, years_between


@clause("认定条件")
def old_enough(founded, on, *, years_floor):
    """在重庆市注册并运营1年以上。"""
    return years_between(founded, on) >= years_floor


@clause("认定条件")
def large_enough(floor_area, is_professional, *, area_floor, area_floor_professional):
    """综合孵化器可自主支配场地面积5000平方米以上，专业孵化器3000平方米以上。"""
    return when(is_professional, floor_area >= area_floor_professional).otherwise(
        floor_area >= area_floor
    )


@clause("认定条件")
def enough_tenants(tenants, is_professional, *, tenants_floor, tenants_floor_professional):
    """综合孵化器在孵企业30家以上，专业孵化器20家以上。"""
    return when(is_professional, tenants >= tenants_floor_professional).otherwise(
        tenants >= tenants_floor
    )


@clause("认定条件")
def used_by_tenants(tenant_area, floor_area, *, tenant_area_floor):
    """在孵企业使用场地（含公共服务场地）占75%以上。"""
    return ratio(tenant_area, floor_area) >= tenant_area_floor


@clause("专业孵化器")
def focused(is_professional, same_field_tenants, tenants, *, same_field_floor):
    """专业孵化器70%以上的在孵企业属于同一领域；综合孵化器不作要求。"""
    return when(is_professional, ratio(same_field_tenants, tenants) >= same_field_floor).otherwise(
        True
    )


@clause("认定条件")
def tenants_registered(registered_tenants, tenants_and_graduates, *, registered_floor):
    """在孵企业（含毕业企业）中，进入市科技型企业库的占30%以上。"""
    return ratio(registered_tenants, tenants_and_graduates) >= registered_floor
