"""风筝奖：条件与金额（玩具国，虚构）。"""

from ceyuan.authoring.rules import (
    award,
    band,
    capped,
    clause,
    derived,
    has_word,
    ratio,
    when,
    years_between,
)


@clause("第一条")
def old_enough(opened, on, *, years_floor):
    """作坊开张满二年。"""
    return years_between(opened, on) >= years_floor


@clause("第二条")
def small_enough(makers, *, makers_ceiling):
    """匠人不超过五十人。"""
    return makers <= makers_ceiling


@derived
def paper_share(paper_cost, sales):
    """纸张费用占销售收入的比例。"""
    return ratio(paper_cost, sales)


@clause("第三条")
def uses_enough_paper(paper_share, sales, *, paper_share_by_sales):
    """纸张费用占销售收入的比例符合要求。"""
    return paper_share >= band(sales, paper_share_by_sales)


@clause("第二条")
def behaves(clean_record):
    """无不良记录。"""
    return clean_record


@award("第四条")
def prize(paper_cost, *, rate, cap):
    """按纸张费用的一定比例奖励，最高不超过限额。"""
    return capped(paper_cost * rate, cap)


@award("第五条")
def bonus(styles, *, style_bonus):
    """做新式样的另行奖励。"""
    return when(has_word(styles, "新式"), style_bonus).otherwise(0)
