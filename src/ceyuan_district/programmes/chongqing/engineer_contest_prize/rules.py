"""卓越工程师大赛奖金。"""

from ceyuan.authoring.rules import award, capped, clause


@clause("大赛规则")
def won(contest_won):
    """在卓越工程师大赛中获得名次。"""
    return contest_won


@award("奖金")
def prize(prize_decided, *, cap):
    """按名次给予奖金，最高10万元。"""
    return capped(prize_decided, cap)
