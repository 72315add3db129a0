"""重大科技设施：设备、项目和人才经费市区共担。"""

from ceyuan.authoring.rules import award, clause, derived, half_up


@clause("支持对象")
def cultivated(cultivated_facility):
    """列入培育的国家实验室或重大科技设施。"""
    return cultivated_facility


@award("共担")
def money(facility_money):
    """设备、项目和人才经费由市区两级共担。"""
    return facility_money


@derived
def municipal_part(facility_money, *, municipal_share):
    """市级承担额。"""
    return half_up(facility_money * municipal_share, 0)


@derived
def district_part(facility_money, municipal_part):
    """区级承担额。"""
    return facility_money - municipal_part
