"""What a plain amount says: how many of what, how much of what, how many more than before."""

import re

from ceyuan.engines.reading.extract.after_number import MEASURE_NOUNS, name_after, taking_part
from ceyuan.engines.reading.extract.before_number import STANDING_FOR, name_before
from ceyuan.engines.reading.extract.chunk import Sort
from ceyuan.engines.reading.extract.distractor import TAKT
from ceyuan.engines.reading.extract.naming import Named
from ceyuan.engines.reading.extract.phrase import NOTHING, Phrase, is_verb
from ceyuan.engines.reading.extract.spot import Said, Spot, plain
from ceyuan.model.measure import Measure

#: After these the number is of what follows: 园区有28家企业.
_HAVING = frozenset("有 拥有 现有 共有 共 已有 设有 建有 含 包括 包含 各有 还有 另有 其中".split())
_SILENT = frozenset("的 内 里 了 中".split())
_GROWN = frozenset("增加 减少 净增 净增加 增长".split())
#: Nouns of which there may be many and that a noun after the number belongs to as a part.
_OWNERS = ("项目", "工程")


def read_level(spot: Spot) -> Said | None:
    """The amount with its indicator; None where no words say what it is of."""
    if _grown(spot):
        return _increase(spot)
    if taken := taking_part(spot):
        return taken
    if spot.family == "duration" and (piece := _piece(spot)):
        return piece
    if spot.family == "money" and _promised(spot):
        return None
    post = spot.after(spot.i, sums=spot.is_sum)
    pre = spot.before(spot.start, keep_verb=spot.is_sum)
    if post and pre and not _names_what_follows(spot, pre, post):
        post = NOTHING
    return name_after(spot, pre, post) if post else name_before(spot, pre)


def _piece(spot: Spot) -> Said | None:
    """每6秒就有一块下线: the time one piece takes."""
    end = spot.row[spot.i].end
    found = TAKT.match(spot.even, end)
    if found is None or "下线" not in found[0]:
        return None
    what = found["what"].split("下线")[0]
    words = f"单{found['piece']}{what.removeprefix('的')}下线时间"
    last = next((k for k in range(spot.i, len(spot.row)) if spot.row[k].end >= found.end()), spot.i)
    return spot.says(Named(words, words, words, "duration"), spot.i, last)


def _promised(spot: Spot) -> bool:
    """最高给予1000万元资助, 一次性奖励50万元: what a policy promises, not what was paid."""
    near = spot.row[max(spot.clause, spot.i - 6) : spot.i]
    following = spot.even[spot.row[spot.i].end : spot.row[spot.i].end + 8]
    if any(c.text in _PROMISING for c in near):
        return bool(_REWARD.search(following)) or any(c.text in _REWARDS for c in near)
    return False


_PROMISING = frozenset(
    "给予 予以 最高 一次性 可获 可享受 可享 每家 每户 每个 分别给予 再给予".split()
)
_REWARDS = frozenset("奖励 补助 资助 补贴 奖补 支持 贴息 扶持".split())
_REWARD = re.compile(
    r"(?:的|以内|一次性|研发|经费|资金)*(?:奖励|补助|资助|补贴|奖补|支持|贴息|扶持)"
)


def owner_of(named: Named) -> str:
    """The owner a counted thing becomes for the sums that follow; empty where it is none."""
    core = named.core.removesuffix("数")
    return core if core.endswith(_OWNERS) or "研发活动" in core else ""


def _names_what_follows(spot: Spot, pre: Phrase, post: Phrase) -> bool:
    """Whether the words after the number name it, where words stand on both sides."""
    last = spot.row[pre.last]
    if not spot.is_sum and (pre.verb >= 0 or is_verb(last)):
        return True
    fillers = {c.text for c in spot.row[pre.last + 1 : spot.i] if c.sort == Sort.WORD} - _SILENT
    if fillers & _HAVING:
        return True
    words = spot.words(pre)
    if spot.is_sum and words in MEASURE_NOUNS and spot.text(spot.i + 1) == "的":
        return True
    known = spot.known(words)
    if fillers or (known and pre.last == spot.i - 1):
        return False
    if spot.is_sum:
        return is_verb(last) and last.text not in ("投资", "投入") and not known
    return pre.last < spot.i - 1 or last.sort != Sort.TERM


def _grown(spot: Spot) -> bool:
    """Whether it is an increase: 比上年增加61家, but neither 增加到 nor 增加61家企业."""
    if "到" in (spot.text(spot.i - 1), spot.text(spot.i - 2)) or spot.text(spot.i - 1) == "至":
        return False
    k = spot.lead
    if any(c.sort == Sort.PERIOD and c.text[0] in "到至" for c in spot.row[max(k, 0) : spot.i]):
        return False
    if k < spot.low or spot.row[k].sort != Sort.WORD or spot.row[k].text not in _GROWN:
        return False
    return not (spot.i + 1 < len(spot.row) and spot.row[spot.i + 1].nominal)


def _increase(spot: Spot) -> Said | None:
    k = spot.lead
    phrase = spot.before(k)
    words = spot.words(phrase)
    base = spot.level(words) if words and words not in STANDING_FOR else spot.memory.base
    if base is None:
        return None
    named = Named(
        f"{plain(base.indicator)}增量",
        f"{base.property}__increase",
        base.core,
        spot.family,
        stock=False,
    )
    return spot.says(named, phrase.first if phrase else k, spot.i, Measure.CHANGE, base)
