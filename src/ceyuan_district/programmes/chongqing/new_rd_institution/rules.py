"""重庆市新型研发机构（初创型）：全部条件同时满足。"""

from ceyuan.authoring.rules import clause, ratio, when


@clause("初创型")
def own_legal_person(independent):
    """具有独立法人资格的企业、事业单位或者民办非企业单位。"""
    return independent


@clause("初创型")
def governed(well_governed):
    """投资主体明确，内控制度健全。"""
    return well_governed


@clause("初创型")
def enough_capital(capital, is_company, *, capital_floor_company, capital_floor_other):
    """企业注册资本500万元以上；事业单位、民办非企业单位开办资金50万元以上。"""
    return when(is_company, capital >= capital_floor_company).otherwise(
        capital >= capital_floor_other
    )


@clause("初创型")
def enough_rd_staff(rd_staff, staff, *, rd_staff_floor, rd_staff_share_floor):
    """研发人员不少于10人，且占职工总数50%以上。"""
    return (rd_staff >= rd_staff_floor) & (ratio(rd_staff, staff) >= rd_staff_share_floor)


@clause("初创型")
def has_place_and_equipment(floor_area, equipment, *, area_floor, equipment_floor):
    """科研场地500平方米以上，科研仪器设备原值100万元以上。"""
    return (floor_area >= area_floor) & (equipment >= equipment_floor)


@clause("初创型")
def has_money(stable_rd_money):
    """具有稳定的研发经费来源。"""
    return stable_rd_money
