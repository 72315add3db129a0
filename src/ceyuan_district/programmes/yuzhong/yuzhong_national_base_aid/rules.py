"""渝中区国家科技创新基地资助。"""

from ceyuan.authoring.rules import award, capped, clause


@clause("支持对象")
def newly_named(base_newly_named, level):
    """新获批国家科技创新基地。"""
    return base_newly_named & (level == "national")


@award("资助标准")
def aid(base_aid_decided, *, cap):
    """市级给予一次性资助，最高1000万元。"""
    return capped(base_aid_decided, cap)
