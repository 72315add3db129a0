"""软件百强落户补贴：落户两年内的规模，一次性补贴。"""

from ceyuan.authoring.rules import award, capped, clause, to_the_fen


@clause("适用范围")
def local(in_zone):
    """重庆高新区内的企业。"""
    return in_zone


@clause("支持对象")
def from_top_group(top100_group):
    """软件百强企业集团新设立的企业。"""
    return top100_group


@clause("支持条件")
def large_enough(landing_revenue_2y, *, revenue_floor):
    """落户两年内营业收入2000万元以上。"""
    return landing_revenue_2y >= revenue_floor


@clause("支持条件")
def enough_staff(staff, *, staff_floor):
    """职工25人以上。"""
    return staff >= staff_floor


@award("支持标准")
def aid(main_revenue, *, rate, cap):
    """一次性按主营业务收入的5%给予补贴，最高300万元。"""
    return capped(to_the_fen(main_revenue * rate), cap)
