"""渝中区科创板上市奖补。"""

from ceyuan.authoring.rules import award, capped, clause


@clause("奖补对象")
def on_star_board(listing_board, is_listed):
    """在上海证券交易所科创板上市。"""
    return is_listed & (listing_board == "科创板")


@award("奖补标准")
def reward(listing_award_decided, *, cap):
    """给予市级奖补，最高800万元。"""
    return capped(listing_award_decided, cap)
