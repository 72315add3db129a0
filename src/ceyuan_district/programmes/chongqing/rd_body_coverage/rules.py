"""规上工业企业研发机构全覆盖：有没有机构，缺哪一项。

六要素的有无由核查人员判断；没有判断的，按本区设定的数量标准由登记册推算。
"""

from ceyuan.authoring.rules import (
    all_of,
    any_of,
    clause,
    count_true,
    derived,
    first_known,
    one_of,
)


@clause("统计范围")
def in_scope(above_scale_industry):
    """规模以上工业企业。"""
    return above_scale_industry


@clause("认定机构", required=False)
def has_recognised_body(rd_institution_level, *, recognised_levels):
    """建有区级以上认定的研发机构。"""
    return one_of(rd_institution_level, recognised_levels)


@clause("六要素", required=False)
def has_people(body_has_people, rd_staff, *, rd_staff_floor):
    """有专职研发人员。"""
    return first_known(body_has_people, rd_staff >= rd_staff_floor)


@clause("六要素", required=False)
def has_place(body_has_place, rd_area, *, rd_area_floor):
    """有固定的研发场地。"""
    return first_known(body_has_place, rd_area >= rd_area_floor)


@clause("六要素", required=False)
def has_equipment(body_has_equipment, rd_equipment, *, equipment_floor):
    """有研发仪器设备。"""
    return first_known(body_has_equipment, rd_equipment >= equipment_floor)


@clause("六要素", required=False)
def has_money(body_has_money, rd_expense):
    """有研发经费投入。"""
    return first_known(body_has_money, rd_expense > 0)


@clause("六要素", required=False)
def has_projects(body_has_projects, rd_projects):
    """有研发项目。"""
    return first_known(body_has_projects, rd_projects > 0)


@clause("六要素", required=False)
def has_rules(body_has_rules):
    """有研发管理制度。"""
    return body_has_rules


@derived
def own_body(has_people, has_place, has_equipment, has_money, has_projects, has_rules):
    """自建机构六要素齐全。"""
    return all_of(has_people, has_place, has_equipment, has_money, has_projects, has_rules)


@derived
def elements_lacking(has_people, has_place, has_equipment, has_money, has_projects, has_rules):
    """缺几项。"""
    return 6 - count_true(has_people, has_place, has_equipment, has_money, has_projects, has_rules)


@derived
def eligible(in_scope, has_recognised_body, own_body):
    """属于规上工业企业，有经认定的机构或者自建机构六要素齐全，计入已覆盖。"""
    return in_scope & any_of(has_recognised_body, own_body)
