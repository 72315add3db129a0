"""市级研发机构奖励：按机构数，每家企业每年有上限（按上限计算）。"""

from ceyuan.authoring.rules import award, capped, clause


@clause("适用范围")
def local(in_zone):
    """重庆高新区内的企业。"""
    return in_zone


@clause("支持对象")
def has_bodies(municipal_bodies):
    """当年有新认定或者复审优秀的市级研发机构。"""
    return municipal_bodies > 0


@award("支持标准")
def reward_most(municipal_bodies, *, each, yearly_cap):
    """每个最高20万元，同一企业每年最高60万元。"""
    return capped(municipal_bodies * each, yearly_cap)
