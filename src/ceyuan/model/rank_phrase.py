"""Ranks as texts print them: 居全市第3位, 排名第二, 前50强, 上升3位. 第一产业 and 第一季度 are none."""

import re
from dataclasses import dataclass
from decimal import Decimal

from ceyuan.model.hedge import Hedge
from ceyuan.model.printed_number import number_at


@dataclass(frozen=True, slots=True)
class PrintedRank:
    """A place in an order: 第3位 is exactly the third, 前50强 at most the fiftieth."""

    value: Decimal
    number_end: int
    end: int
    unit: str
    hedge: Hedge


_PLACED = re.compile(r"(?:[居列排位获占市省区国球界县部业类首]|排名|排位)[^，。；、\n]{0,4}\Z")
_UNIT = re.compile(" ?(?P<unit>位次|名次|位|名)")
_FIRST = re.compile(" ?(?P<unit>位|名|强)(?![名企次])")
#: 提前, 目前, 以前 … before a number are no 前.
_NO_FIRST = frozenset("提目以之年日午当此从空生跟眼")
_MOVES = tuple(
    "上升 提升 前进 跃升 攀升 后退 下降 下滑 前移 上移 后移 进位 上升了 提升了 前进了 下降了 跃升了".split()
)


def rank_at(plain: str, at: int, *, alone: bool = False) -> PrintedRank | None:
    """The rank whose number starts at `at`, behind 第; None for 第一产业, 第十一条 and the like.

    `alone`: the text is nothing but the rank, so that nothing before it need say 居 or 排.
    """
    number = number_at(plain, at)
    if number is None or number.hedge is not Hedge.EXACT or number.unit or number.value % 1:
        return None
    placed = alone or _PLACED.search(plain, max(at - 12, 0), at - 1) is not None
    unit = _UNIT.match(plain, number.end)
    end = unit.end() if unit else number.end
    after = plain[end : end + 1]
    word_goes_on = "一" <= after <= "鿿" and after not in "的和及以且与"
    if not (unit or placed) or (word_goes_on and not (unit and placed)):
        return None
    return PrintedRank(number.value, number.end, end, unit["unit"] if unit else "", Hedge.EXACT)


def first_places_at(plain: str, at: int) -> PrintedRank | None:
    """前50强, 前三名: the number starts at `at`, behind 前."""
    if plain[at - 2 : at - 1] in _NO_FIRST and at > 1:
        return None
    number = number_at(plain, at)
    if number is None or number.hedge is not Hedge.EXACT or number.unit or number.value % 1:
        return None
    unit = _FIRST.match(plain, number.end)
    if unit is None:
        return None
    return PrintedRank(number.value, number.end, unit.end(), unit["unit"], Hedge.AT_MOST)


def moves_rank(plain: str, at: int) -> bool:
    """Whether a verb of moving up or down ends at `at`, so that 3位 is a distance."""
    return plain.endswith(_MOVES, max(at - 3, 0), at)
