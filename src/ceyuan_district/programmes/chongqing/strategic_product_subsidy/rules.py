"""战略性新产品研发补助：条件、金额上限、由谁验收。"""

from ceyuan.authoring.rules import award, capped, clause, derived, to_the_fen, when


@clause("申报主体")
def recognised_lead(lead_recognised):
    """制造业龙头、双百企业或市级制造业创新中心牵头。"""
    return lead_recognised


@clause("技术水平")
def advanced(domestic_advanced):
    """技术水平达到国内先进以上。"""
    return domestic_advanced


@award("补助标准")
def subsidy_most(project_rd, *, rate, cap):
    """按项目研发投入总额不超过30%给予补助，最高500万元（按上限计算）。"""
    return capped(to_the_fen(project_rd * rate), cap)


@derived
def accepted_by(subsidy_most, *, city_accepts_from):
    """补助不足100万元由区县验收，100万元及以上由市级验收。"""
    return when(subsidy_most >= city_accepts_from, "市级").otherwise("区级")
