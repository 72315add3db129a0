"""独角兽企业：高成长性科技企业的第三档。"""

from ceyuan.authoring.rules import clause, years_begun


@clause("独角兽")
def valued(valuation_usd, *, valuation_limit):
    """估值超过10亿美元。"""
    return valuation_usd > valuation_limit


@clause("独角兽")
def young(founded, on, *, age_ceiling):
    """成立时间不长。"""
    return years_begun(founded, on) <= age_ceiling


@clause("独角兽")
def disrupts(disruptive):
    """技术或商业模式具有颠覆性。"""
    return disruptive
