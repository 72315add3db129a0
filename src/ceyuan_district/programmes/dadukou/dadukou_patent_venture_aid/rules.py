"""大渡口区专利获风投项目资助。"""

from ceyuan.authoring.rules import award, capped, clause, greatest


@clause("支持对象")
def invested(venture_by_patent):
    """凭专利获得风险投资。"""
    return venture_by_patent


@clause("支持对象")
def project_here(project_new_or_expanded):
    """项目在区内新上或者扩产。"""
    return project_new_or_expanded


@clause("资助年限")
def within_years(aid_year, *, years_ceiling):
    """连续资助不超过三年（含本年）。"""
    return aid_year <= years_ceiling


@award("资助标准")
def aid(aid_decided, aid_before, *, total_cap):
    """累计资助不超过100万元。"""
    return capped(aid_decided, greatest(total_cap - aid_before, 0))
