"""Shares: 占比近七成, 占全市22%, 占Y的比重为…%, X与Y之比, 全市4%的工业产值."""

import re

from ceyuan.engines.reading.extract.chunk import CLAUSE_ENDS, Sort
from ceyuan.engines.reading.extract.growth import BARE, FILLERS
from ceyuan.engines.reading.extract.lexicon import SHARE_NOUNS
from ceyuan.engines.reading.extract.naming import Named
from ceyuan.engines.reading.extract.phrase import Phrase
from ceyuan.engines.reading.extract.spot import Said, Spot, plain
from ceyuan.model.measure import Measure

_VERBS = frozenset(
    "占 占到 占据 占了 仅占 只占 约占 占比达 均占 共占 占全部 合计占 比重占 占有".split()
)
_WHOLES = ("全市", "全省", "全区", "全县", "全国")
_RATIO_TO = re.compile(
    r"[与和同](?P<whole>[^与和同,;。]{2,16})之比(?:例|值)?(?:约|已)?(?:为|达到|达|是)?$"
)


def share(spot: Spot) -> Said | None:
    """The figure as a share; None where nothing says so."""
    for k in range(spot.i - 1, spot.clause - 1, -1):
        chunk = spot.row[k]
        if chunk.sort == Sort.FIGURE:
            return None
        if chunk.sort != Sort.WORD:
            continue
        if chunk.text in _VERBS:
            return _part_and_whole(spot, k)
        noun = chunk.text.endswith(tuple(SHARE_NOUNS)) and _only_fillers(spot, k + 1)
        if noun and not any(spot.text(j) in _VERBS for j in range(spot.clause, k)):
            return _by_noun(spot, k)
    return _ratio_to(spot) or _completed(spot) or _spent_on(spot) or _are(spot)


def part_of(spot: Spot, following: Phrase) -> Said | None:
    """贡献了全市4%的工业产值: a share of what follows."""
    part = spot.words(following)
    if not part or len(part) > 24:
        return None
    whole, start = "", spot.i
    for k in range(spot.i - 1, max(spot.low, spot.i - 4) - 1, -1):
        if spot.row[k].sort in (Sort.WHOLE, Sort.PLACE):
            whole, start = spot.between(k, k + 1), k
            break
        if spot.row[k].sort == Sort.MARK:
            break
    base = spot.memory.base
    if not whole and base and spot.text(spot.i - 1) in ("、", "和"):
        of = _WHOLE_OF.search(base.indicator)
        whole = of[1] if of else ""
    name = f"{part}占{whole}比重" if whole else f"{part}占比"
    if part.endswith(("股权", "股份", "份额")) and not whole:
        verb = spot.text(spot.i - 1)
        name = f"{verb if verb in _HELD else ''}{part}比例"
    return spot.says(_shared(name, part), start, following.last, Measure.SHARE)


_WHOLE_OF = re.compile(r"占(全[市省区县国])比重$")
_HELD = frozenset("出售 转让 收购 持有 受让 增持 减持 回购".split())


def _by_noun(spot: Spot, noun: int) -> Said | None:
    """X占比…% or 占比…% of what was spoken of."""
    phrase = spot.before(noun + 1, spot.clause)
    words = spot.words(phrase)
    if not words or words in SHARE_NOUNS:
        base = spot.memory.base
        if base is None:
            return None
        named = base if base.rate else _shared(f"{plain(base.indicator)}占比", base.core)
        return spot.says(named, noun, spot.i, Measure.SHARE)
    named = spot.rate(words)
    if not named.rate:
        named = _shared(words, words)
    measure = named.measure if named.known and named.measure is not Measure.LEVEL else Measure.SHARE
    return spot.says(named, phrase.first, spot.i, measure)


def _part_and_whole(spot: Spot, at: int) -> Said | None:
    """X占Y(的比重为)…%; X is what was spoken of where it is not said."""
    row, last = spot.row, spot.i - 1
    while last > at and (
        (row[last].sort == Sort.MARK and row[last].text == '"')
        or row[last].sort == Sort.PERIOD
        or (
            row[last].sort == Sort.WORD
            and (
                row[last].text in FILLERS
                or row[last].text in SHARE_NOUNS
                or row[last].text == "的"
                or row[last].tag in ("d", "ad")
            )
        )
    ):
        last -= 1
    whole = spot.between(at + 1, last + 1).removeprefix("到").removesuffix("的")
    if row[at + 1].sort == Sort.PLACE and whole.endswith(_WHOLES):
        whole = whole[-2:]
    phrase = spot.before(at, spot.clause)
    part, start = spot.words(phrase), phrase.first
    if not part or part in BARE:
        if spot.memory.base is None:
            return None
        base = spot.memory.base
        part, start = plain(base.indicator), at
        if base.family != "money":
            part = part.removesuffix("数")
    among = any(spot.text(k) == "其中" for k in range(spot.clause, at))
    if not whole and among and spot.memory.base is not None and words_of_others(part):
        named = _shared(f"{part}占{plain(spot.memory.base.indicator)}比重", part)
        return spot.says(named, start, spot.i, Measure.SHARE)
    if not whole:
        known = spot.rate(f"{part}占比")
        named = known if known.known else _shared(f"{part}占比", part)
        return spot.says(named, start, spot.i, _measure(named))
    for printed in (f"{part}占{whole}比重", f"{part}占比" if "全" not in whole[:1] else ""):
        if printed and (known := spot.rate(printed)).known:
            return spot.says(known, start, spot.i, known.measure)
    named = _shared(f"{part}占{whole}比重", part)
    return spot.says(named, start, spot.i, Measure.SHARE)


def words_of_others(part: str) -> bool:
    """Whether a part is somebody (高新区企业) and not an indicator with a share of its own."""
    return part.endswith(("企业", "区", "县", "产业", "单位", "公司", "行业", "集群", "部门"))


def _measure(named: Named) -> Measure:
    return named.measure if named.known else Measure.SHARE


def _ratio_to(spot: Spot) -> Said | None:
    low = spot.clause
    lead = spot.even[spot.row[low].start : spot.row[spot.i].start]
    found = _RATIO_TO.search(lead)
    if found is None:
        return None
    place = spot.row[low].start + found.start()
    head = spot.before(next(k for k, c in enumerate(spot.row) if c.end > place), low)
    part = spot.words(head) or (spot.memory.base.indicator if spot.memory.base else "")
    if not part:
        return None
    known = spot.rate(f"{plain(part)}占{found['whole']}比重")
    if not known.known:
        known = _shared(f"{plain(part)}与{found['whole']}之比", plain(part))
    return spot.says(known, head.first if head else low, spot.i, _measure(known))


def _completed(spot: Spot) -> Said | None:
    """完成年度目标的91.8%."""
    k = spot.i - 2
    if spot.text(spot.i - 1) != "的" or not spot.text(k).endswith(
        (
            "目标",
            "任务",
            "计划",
            "任务数",
            "目标任务",
        )
    ):
        return None
    base = spot.memory.base
    stem = plain(base.indicator) if base else ""
    named = _shared(f"{stem}目标完成率", stem)
    return spot.says(named, k, spot.i, Measure.SHARE, base or named)


def _spent_on(spot: Spot) -> Said | None:
    """投入销售额的8%用于技术研发 is 技术研发投入占销售额比重."""
    if spot.text(spot.i - 1) != "的":
        return None
    verb = next(
        (k for k in range(spot.i - 2, spot.clause - 1, -1) if spot.text(k) in _SPENDING), -1
    )
    if verb < 0:
        return None
    whole, k = spot.between(verb + 1, spot.i - 1), spot.i + 1
    while spot.text(k) in ("以上", "左右", "资金", "经费"):
        k += 1
    purpose = spot.after(k) if spot.text(k) in ("用于", "投入", "投向") else None
    what = spot.words(purpose) if purpose else ""
    name = f"{what}投入占{whole}比重"
    return spot.says(_shared(name, what or "投入"), verb, k, Measure.SHARE)


_SPENDING = frozenset("投入 拿出 安排 提取 列支".split())


def _are(spot: Spot) -> Said | None:
    """超过三分之一为国际专利: a share of what was counted before."""
    level = spot.memory.level
    if level is None or spot.text(spot.i + 1) not in ("为", "是", "属于", "来自"):
        return None
    following = spot.after(spot.i + 1)
    part = spot.words(following)
    if not part:
        return None
    named = _shared(f"{part}占{plain(level.indicator).removesuffix('数')}比重", part)
    return spot.says(named, spot.i, following.last, Measure.SHARE)


def _shared(name: str, core: str) -> Named:
    return Named(name, name, core, "ratio", rate=True)


def _only_fillers(spot: Spot, first: int) -> bool:
    return all(
        c.sort == Sort.PERIOD
        or (c.sort == Sort.WORD and (c.text in FILLERS or c.tag in ("d", "ad", "ul")))
        or (c.sort == Sort.MARK and c.text in '":' and c.text not in CLAUSE_ENDS - {":"})
        for c in spot.row[first : spot.i]
    )
