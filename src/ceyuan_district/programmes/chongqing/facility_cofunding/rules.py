"""重大科技设施：设备、项目和人才经费市区共担。"""

from ceyuan.authoring.rules import award, clause, derived, to_the_fen


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
    """市级承担60%。"""
    return to_the_fen(facility_money * municipal_share)


@derived
def district_part(facility_money, municipal_part):
    """其余40%由区级承担。"""
    return facility_money - municipal_part
