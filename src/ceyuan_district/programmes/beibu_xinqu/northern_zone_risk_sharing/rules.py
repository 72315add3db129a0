"""北部新区信贷风险分担（2014年方案）。"""

from ceyuan.authoring.rules import award, clause, half_up, to_the_fen


@clause("适用范围")
def local(in_northern_zone):
    """借款企业在北部新区内。"""
    return in_northern_zone


@clause("适用范围")
def small_enough(borrower_sales, *, sales_limit):
    """借款企业年销售收入低于4亿元。"""
    return borrower_sales < sales_limit


@clause("贷款条件")
def term_fits(term, *, months_over, months_ceiling):
    """贷款期限超过三个月、不超过两年。"""
    return (term > months_over) & (term <= months_ceiling)


@clause("贷款条件")
def price_fits(rate, benchmark_rate, *, spread_ceiling):
    """利率不超过同期基准利率加3个百分点。"""
    # 两个百分数相减会留下极小的尾差，先约到小数点后9位再比
    return half_up(rate - benchmark_rate, 9) <= spread_ceiling


@award("风险分担")
def zone_bears(principal_loss, *, zone_share):
    """本金损失由新区分担40%。"""
    return to_the_fen(principal_loss * zone_share)
