"""重庆高新区区级新型研发机构：资金、人员达到下限，并且确以研发为主。"""

from ceyuan.authoring.rules import clause, none_of, ratio, when


@clause("适用范围")
def local(in_zone):
    """重庆高新区内的机构。"""
    return in_zone


@clause("认定条件")
def enough_capital(capital, is_company, *, capital_floor_company, capital_floor_other):
    """企业注册资本500万元以上；事业单位、民办非企业单位开办资金50万元以上。"""
    return when(is_company, capital >= capital_floor_company).otherwise(
        capital >= capital_floor_other
    )


@clause("认定条件")
def enough_rd_staff(rd_staff, staff, *, rd_staff_floor, rd_staff_share_floor):
    """研发人员不少于10人，且占职工总数50%以上。"""
    return (rd_staff >= rd_staff_floor) & (ratio(rd_staff, staff) >= rd_staff_share_floor)


@clause("不予认定")
def does_research(produces_or_sells, serves_only, unreformed_state_body):
    """不是实质从事生产销售、单纯提供服务的机构，也不是未改制的国有事业单位。"""
    return none_of(produces_or_sells, serves_only, unreformed_state_body)
