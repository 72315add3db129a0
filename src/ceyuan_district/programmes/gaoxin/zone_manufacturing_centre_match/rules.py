"""制造业创新中心配套：市级补助的一半，每年有上限。"""

from ceyuan.authoring.rules import award, capped, clause, to_the_fen


@clause("适用范围")
def local(in_zone):
    """重庆高新区内的企业。"""
    return in_zone


@clause("支持对象")
def newly_named(newly_named_centre):
    """新认定为市级制造业创新中心。"""
    return newly_named_centre


@award("支持标准")
def match(municipal_aid, *, match_rate, yearly_cap):
    """按市级补助的50%给予配套，每年最高200万元。"""
    return capped(to_the_fen(municipal_aid * match_rate), yearly_cap)
