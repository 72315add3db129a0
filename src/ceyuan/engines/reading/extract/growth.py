"""Growth: 增长9.3%, 增速依次为…, 保持8%的增长, 比2015年增加37%, 产值是上年的3.2倍."""

from ceyuan.engines.reading.extract.chunk import CLAUSE_ENDS, Chunk, Sort
from ceyuan.engines.reading.extract.lexicon import COMPARED, GROWTH_NOUNS, GROWTH_WORDS
from ceyuan.engines.reading.extract.phrase import Phrase
from ceyuan.engines.reading.extract.spot import Said, Spot
from ceyuan.model.measure import Measure

#: May stand between a growth word and its number, or between it and what grows.
FILLERS = frozenset(
    "仅为 均为 分别为 分别是 已达 可达 将达 达到了 为 达 达到 了 均 约 近 超 超过 分别 依次 已 高达 是 仅 有 各 在 保持在 保持 稳定在 控制在 也 以上 突破 逾 至 到 力争 预计 不低于 "
    "实现 等 完成 可 将 约为 计".split()
)
_TIMES = frozenset(
    "上年 上年同期 去年同期 同期 上月 上季度 年初 上半年 前年 上年度 同比 环比 年均 平均 期初 上届 上一届 上年末 去年".split()
)
_AROUND = frozenset(
    "年均 平均 实现 的 均 可比 现价 名义 按可比价 可比价 计算 快速 大幅 现价计算 将 预计 力争 累计 净 保持 可比价格 按 价格".split()
)
#: Name nothing by themselves: what grows was named before.
BARE = frozenset(
    "总量 数量 总数 规模 增速 增幅 同比 较 其中 分别 两者 三者 同期 年均 平均 数 量 均 累计 总额 金额 总体 整体 预计 全年 净 企业数 申报数 认定数 授权数 登记数 入库数 引进数 申请数 成交数 签约数 注册数 申报量 授权量 申请量".split()
)
_LIFTED = ("提高", "提升", "上升", "下降", "降低", "回落")


def growth(spot: Spot) -> Said | None:
    """The growth that a growth word right before the number tells; None where there is none."""
    cue = _cue(spot)
    if cue < 0:
        return None
    head = _head(spot, cue)
    return growth_of(spot, spot.before(head), spot.i, head)


def growth_after(spot: Spot, following: Phrase) -> Said | None:
    """The growth of 保持8%的增长; None where no growth word follows the number."""
    words = spot.words(following)
    k = spot.i + 1
    if spot.text(k) in ("的", "以上", "左右"):
        k += 1
    if words in GROWTH_NOUNS or words.endswith(("增长", "增速", "增幅", "增长率")):
        return growth_of(spot, spot.before(spot.i, keep_verb=False), following.last, spot.i)
    if spot.text(k) in ("增长", "增速", "增幅"):
        return growth_of(spot, spot.before(spot.i, keep_verb=False), k, spot.i)
    return None


def growth_of(spot: Spot, phrase: Phrase, end: int, head: int) -> Said | None:
    """The figure as growth of what the phrase names, else of what was spoken of last.

    `head` is the first chunk of the words that tell of growth.
    """
    words = spot.words(phrase)
    if words and words not in BARE:
        base, start = spot.rate(words), phrase.first
    elif spot.memory.base is not None:
        base, start = spot.memory.base, head
    else:
        return None
    shown = spot.even[spot.row[max(start, 0)].start : spot.row[spot.i].start]
    measure = Measure.GROWTH
    qualifiers: tuple[str, ...] = ()
    if "年均" in shown or "复合" in shown:
        qualifiers = ("annual_average",)
    if "环比" in shown:
        measure, qualifiers = Measure.CHANGE, (*qualifiers, "qoq")
    elif _since_a_year(spot.row[max(start, 0) : spot.i]):
        measure = Measure.CHANGE
    elif base.rate and base.known and not shown.rstrip().endswith(("增长", "增速")):
        measure = Measure.CHANGE if any(w in shown for w in _LIFTED) else measure
    return spot.says(base, start, end, measure, base, qualifiers)


def multiple(spot: Spot) -> Said | None:
    """是2015年的3.2倍, 相当于全市平均水平的2.6倍: a multiple of another time or place."""
    if spot.unit != "倍" or spot.memory.base is None:
        return None
    base = spot.memory.base
    for k in range(spot.i - 1, spot.clause - 1, -1):
        if spot.text(k) not in ("是", "为", "相当于"):
            continue
        period = next((c for c in spot.row[k + 1 : spot.i] if c.sort == Sort.PERIOD), None)
        if period is not None:
            return spot.says(base, k, spot.i, Measure.CHANGE, base)
        whole = spot.between(k + 1, spot.i).removesuffix("的").removesuffix("水平")
        name = f"{base.indicator.split('(')[0]}相当于{whole}倍数"
        named = spot.coined(name)
        return spot.says(named, k, spot.i, Measure.LEVEL, base)
    return None


def _cue(spot: Spot) -> int:
    """The growth word right before the number, fillers between; -1 where there is none."""
    row, k = spot.row, spot.i - 1
    while k >= spot.low:
        chunk = row[k]
        if chunk.sort == Sort.PERIOD or (chunk.sort == Sort.MARK and chunk.text == '"'):
            k -= 1
            continue
        if chunk.sort != Sort.WORD:
            return -1
        if chunk.text in GROWTH_WORDS or chunk.text in GROWTH_NOUNS:
            # 提高到2.41% is a level
            return -1 if spot.text(k + 1) in ("到", "至") and k + 1 < spot.i else k
        if not (chunk.text in FILLERS or chunk.tag in ("d", "ad", "ul", "uj", "uz", "c")):
            return -1
        k -= 1
    return -1


def _head(spot: Spot, cue: int) -> int:
    """The first chunk of what tells of growth, with what it is compared to: 比上年|同期|增长."""
    row, head = spot.row, cue
    while head > spot.low and _around(row[head - 1]):
        head -= 1
    for k in range(head - 1, max(spot.low, head - 6) - 1, -1):
        if row[k].sort == Sort.FIGURE or (row[k].sort == Sort.MARK and row[k].text in CLAUSE_ENDS):
            break
        if row[k].text in ("比", "较"):
            head = k
            break
    while head > spot.low and (_around(row[head - 1]) or row[head - 1].text in COMPARED):
        head -= 1
    return head


def _around(chunk: Chunk) -> bool:
    return chunk.sort == Sort.PERIOD or (
        chunk.sort == Sort.WORD
        and (
            chunk.text in _TIMES
            or chunk.text in _AROUND
            or chunk.text in GROWTH_WORDS
            or chunk.text in GROWTH_NOUNS
            or chunk.tag in ("d", "ad", "uj", "ul")
        )
    )


def _since_a_year(chunks: list[Chunk]) -> bool:
    """Whether the base of comparison is a year by number: 比2015年增加 is no growth on the year."""
    return any(
        c.sort == Sort.PERIOD and c.load.kind == "base" and c.text.lstrip("比较与")[:4].isdigit()
        for c in chunks
    )
