"""渝中区上市科技企业再融资奖补。"""

from ceyuan.authoring.rules import award, capped, clause, one_of, to_the_fen


@clause("奖补对象")
def listed(is_listed, is_tech_enterprise):
    """上市科技企业。"""
    return is_listed & is_tech_enterprise


@clause("融资方式")
def way_counts(refinancing_way):
    """通过增发、配股或者可转换债券再融资。"""
    return one_of(refinancing_way, ("placement", "rights", "convertible"))


@award("奖补标准")
def reward(refinanced, *, rate, cap):
    """按再融资额的0.2%给予奖补，最高200万元。"""
    return capped(to_the_fen(refinanced * rate), cap)
