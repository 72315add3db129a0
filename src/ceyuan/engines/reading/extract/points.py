"""Points of percent: 高于全市1.5个百分点, 比上年提高0.3个百分点, 拉动经济增长2个百分点."""

from collections.abc import Iterator

from ceyuan.engines.reading.extract.chunk import Chunk, Sort
from ceyuan.engines.reading.extract.lexicon import ABOVE, COMPARED, PULL
from ceyuan.engines.reading.extract.naming import Named
from ceyuan.engines.reading.extract.phrase import NOTHING
from ceyuan.engines.reading.extract.spot import Said, Spot, plain
from ceyuan.model.measure import Measure

_GROWING = ("增速", "增幅", "增长率", "增长")
_STANDING_FOR = frozenset("增速 增幅 增长 占比 比重 强度 涨幅 水平".split())
_PERIODS = {
    "去年同期": "较去年同期",
    "上年同期": "较去年同期",
    "同期": "较去年同期",
    "同比": "较去年同期",
    "上半年": "较上半年",
    "前三季度": "较前三季度",
    "一季度": "较一季度",
    "上季度": "较上季度",
    "上月": "较上月",
    "上年末": "较上年末",
    "去年底": "较上年末",
    "上年底": "较上年末",
    "去年末": "较上年末",
    "上年": "较上年",
    "去年": "较上年",
    "年初": "较年初",
    "环比": "较上期",
}
_LONGEST_FIRST = sorted(_PERIODS, key=len, reverse=True)
_BELOW = frozenset("低于 慢于 落后 落后于 低 慢 少于 弱于".split())
_AIMS = ("预期", "目标", "计划", "预算", "序时进度")
_IDS = (
    ("全国", "nation"),
    ("全省", "province"),
    ("全市", "city"),
    ("全区", "district"),
    ("目标", "target"),
    ("去年同期", "year_ago"),
    ("上年", "last_year"),
    ("上半年", "first_half"),
    ("季度", "quarter"),
    ("上月", "month"),
    ("年初", "year_start"),
)


def read_points(spot: Spot) -> Said | None:
    """The figure as a difference or a pull; None where nothing says which."""
    low = spot.clause
    pull = _last_of(spot, low, PULL)
    if 0 <= pull < spot.i - 1 and not any(
        c.sort == Sort.WORD and c.text in ABOVE and c.text != "增长"
        for c in spot.row[pull + 1 : spot.i]
    ):
        return _pulled(spot, pull, low)
    above = _last_of(spot, low, ABOVE)
    if above < 0:
        return None
    reference, first = _reference(spot, above, low)
    return _difference(spot, reference, first, above, low)


def points_in_turn(spot: Spot, run: list[int]) -> Iterator[tuple[int, Said]]:
    """高于全国、全省0.5个和0.3个百分点: each point to its own reference."""
    above = _last_of(spot, spot.clause, ABOVE)
    if above < 0:
        return
    wholes = [k for k in range(above + 1, run[0]) if spot.row[k].sort in (Sort.WHOLE, Sort.PLACE)]
    if len(wholes) != len(run):
        return
    for at, k in zip(run, wholes, strict=True):
        said = _difference(spot, _place_reference(spot, k, k + 1), above, above, spot.clause)
        if said is not None:
            yield at, said._replace(end=run[-1])


def _difference(spot: Spot, reference: str, first: int, above: int, low: int) -> Said | None:
    head = first
    while head > low and _before_reference(spot.row[head - 1]):
        head -= 1
    phrase = spot.before(head, low) if head > low else NOTHING
    words = spot.words(phrase)
    memory = spot.memory
    if words and words not in _STANDING_FOR:
        base, growing, begin = spot.rate(words), words.endswith(_GROWING), phrase.first
    elif memory.base is not None:
        base, begin = memory.base, first
        growing = memory.growth or words in ("增速", "增幅", "增长", "涨幅")
    else:
        return None
    rate = base.rate and not growing
    if rate and (reference.startswith("较") or not reference):
        return spot.says(base, begin, spot.i, Measure.CHANGE, base)
    reference = reference or "较上年"
    stem = base.indicator if rate else f"{plain(base.indicator)}增速"
    growth = "" if rate else "__growth"
    named = Named(
        f"{stem}({reference})",
        f"{base.property}{growth}__gap_{_reference_id(reference)}",
        base.core,
        "ratio",
        rate=True,
        known=base.known,
        unit="百分点",
    )
    qualifiers = ("below",) if spot.text(above) in _BELOW else ()
    return spot.says(named, begin, spot.i, Measure.CHANGE, base, qualifiers)


def _pulled(spot: Spot, pull: int, low: int) -> Said | None:
    """X拉动Y增长…个百分点."""
    phrase = spot.before(pull, low)
    stem, start = spot.words(phrase), phrase.first
    base = spot.rate(stem) if stem else spot.memory.base
    if base is None:
        return None
    if not stem:
        stem, start = base.core, pull
    what = spot.between(pull + 1, spot.i).removeprefix("了")
    for filler in ("约", "达", "近", "超", "了"):
        what = what.removesuffix(filler)
    if not what.endswith(("增长", "增速")):
        what += "增长"
    name = f"{stem}拉动{what}"
    named = Named(name, name, base.core, "ratio", rate=True)
    return spot.says(named, start, spot.i, Measure.CHANGE, base)


def _last_of(spot: Spot, low: int, words: frozenset[str]) -> int:
    for k in range(spot.i - 1, low - 1, -1):
        if spot.row[k].sort == Sort.WORD and spot.row[k].text in words:
            return k
        if spot.row[k].sort == Sort.FIGURE:
            return -1
    return -1


def _reference(spot: Spot, above: int, low: int) -> tuple[str, int]:
    """What the difference is from, in the normal form, and where its words begin.

    高于全市1.5个百分点 is 与全市之差; 比上半年回升0.3个百分点 is 较上半年; nothing said is "".
    """
    row = spot.row
    for k in range(above + 1, spot.i):
        if row[k].sort in (Sort.WHOLE, Sort.PLACE) or row[k].text in _AIMS or _average(row[k]):
            return _place_reference(spot, k, spot.i), above
        if row[k].sort == Sort.PERIOD or row[k].text in _PERIODS:
            return _period_reference(row[k]), above
    other = spot.between(above + 1, spot.i)
    if other.endswith(("增速", "增幅")) and len(other) > len("增速"):
        return f"与{other}之差", above
    for k in range(above - 1, low - 1, -1):
        chunk = row[k]
        if chunk.sort == Sort.FIGURE or (chunk.sort == Sort.MARK and chunk.text != '"'):
            break
        if chunk.sort == Sort.PERIOD and chunk.load.kind == "base":
            return _period_reference(chunk), k
        if chunk.text in COMPARED:
            return _compared(spot, k, above), k
    return "", above


def _compared(spot: Spot, k: int, above: int) -> str:
    for j in range(k + 1, above):
        chunk = spot.row[j]
        if chunk.sort in (Sort.WHOLE, Sort.PLACE) or _average(chunk):
            return _place_reference(spot, j, above)
        if chunk.sort == Sort.PERIOD or chunk.text in _PERIODS:
            return _period_reference(chunk)
    words = spot.between(k + 1, above)
    return next((_PERIODS[term] for term in _LONGEST_FIRST if term in words), "较上年")


def _average(chunk: Chunk) -> bool:
    return chunk.sort == Sort.WORD and chunk.text in ("平均", "平均水平", "均值")


def _place_reference(spot: Spot, k: int, end: int) -> str:
    chunk = spot.row[k]
    words = "".join(c.text for c in spot.row[k + 1 : end])
    place = chunk.text if chunk.sort in (Sort.WHOLE, Sort.PLACE) else ""
    if chunk.sort == Sort.WHOLE and chunk.load:
        place = f"全{chunk.load}"
    if "平均" in words or _average(chunk):
        return f"与{place}平均之差"
    if "目标" in words or chunk.text in _AIMS:
        return f"与{place}目标之差"
    return f"与{place}之差"


def _period_reference(chunk: Chunk) -> str:
    for term in _LONGEST_FIRST:
        if term in chunk.text:
            return _PERIODS[term]
    return f"较{chunk.text.lstrip('比较与同')}"


def _reference_id(reference: str) -> str:
    average = "_average" if "平均" in reference else ""
    return next((f"{name}{average}" for word, name in _IDS if word in reference), "other")


def _before_reference(chunk: Chunk) -> bool:
    return (
        (chunk.sort == Sort.PERIOD and chunk.load.kind == "base")
        or chunk.text in COMPARED
        or chunk.text in ("分别", "均", "也", "更", "都", "已", "还")
    )
