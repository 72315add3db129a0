"""云岫区新认定高新技术企业奖励（虚构政策，示范用）。"""

from ceyuan.authoring.rules import award, clause, derived, year_of


@clause("第四条（虚构）")
def holds_certificate(is_high_tech):
    """高新技术企业证书在有效期内。"""
    return is_high_tech


@derived
def years_since_certificate(certified, on):
    """取得证书距今的年度数。"""
    return year_of(on) - year_of(certified)


@clause("第四条（虚构）")
def newly_certified(years_since_certificate):
    """证书为上一年度或本年度取得。"""
    return years_since_certificate <= 1


@award("第五条（虚构）")
def reward(*, award_each):
    """一次性奖励20万元。"""
    return award_each
