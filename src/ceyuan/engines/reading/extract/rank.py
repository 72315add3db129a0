"""Places in an order: 居全市第3位, 总量列全省第一, 排名上升5位."""

import re

from ceyuan.engines.reading.extract.chunk import CLAUSE_ENDS, Sort
from ceyuan.engines.reading.extract.naming import Named
from ceyuan.engines.reading.extract.spot import Said, Spot, plain
from ceyuan.model.measure import Measure

_RANKING = frozenset(
    "均居 均列 均位居 均排 居 位居 列 位列 排 排名 排在 位于 处于 稳居 跃居 名列 保持 连续 继续 均 排位 高居 跃升至 跃升 上升至 上升到 进入 跻身 荣获 获 居于 "
    "升至 为 蝉联 并列 领跑 稳居在 在 位次 名次 分列 分居 排行 攀升至 提升至 提升到 前移至 进位至 登上 达到 达 升到 排到 晋升 晋升至 "
    "夺得 勇夺 拿下 综合 总体 首次 都 仍 仍居 且".split()
)
_CLIMBED = frozenset(
    "上升 提升 前移 上升了 提升了 进位 下降 后退 下滑 前进 跃升 攀升 晋升 上移 提高 进 退 前移了".split()
)
#: Nouns that say which side of the indicator is ranked.
_SIDES = {
    "净增量": "增量",
    "新增量": "增量",
    "增量": "增量",
    "增长率": "增速",
    "增速": "增速",
    "增幅": "增速",
    "增长": "增速",
    "保有量": "",
    "总量": "",
    "数量": "",
    "总数": "",
    "规模": "",
    "存量": "",
}
_SCOPES = frozenset(
    "西部 中西部 东部 中部 西南 西北 东北 华东 华南 长三角 珠三角 成渝地区 大湾区 世界 全球 亚洲 主城都市区 同类 国内 省内 市内 "
    "省会城市 副省级城市 地级市 远郊区 城区 行业 业内 国家高新区 国家级高新区 中心城区 主城区 全市高新区 国家级经开区 山区县 全州 全盟 县域 苏南 浙东".split()
)
_CONTESTS = (
    "考评",
    "评价",
    "考核",
    "评比",
    "排名",
    "榜单",
    "评估",
    "测评",
    "百强",
    "排行榜",
    "榜",
    "评选",
)
_LIKE_LAST = frozenset("上榜 入选 获批 排名 综合排名 均 位次 各项 两项 该项 指标 新增".split())
_VARIANTS = {"": "rank", "增速": "growth_rank", "增量": "increase_rank"}


def read_rank(spot: Spot) -> Said | None:
    """A rank named X全市排名, or a change of rank named X排名提升位次; None where nothing is ranked."""
    if _climbs(spot):
        return _climbed(spot)
    if contest := _contest(spot):
        return contest
    scope, at = _scope(spot)
    if not scope:
        return _listed(spot)
    head = _over_ranking(spot, at)
    phrase = spot.before(head)
    words, start = spot.words(phrase), phrase.first if phrase else head
    memory = spot.memory
    base, side = memory.base, "增速" if memory.growth else ""
    noun = next((n for n in _SIDES if words.endswith(n)), "")
    if noun:
        words, side = words.removesuffix(noun).removesuffix("的"), _SIDES[noun]
    if words and words not in _LIKE_LAST and not words.endswith(("上榜", "入选")):
        base, side = spot.rate(words), _SIDES.get(noun, "")
    if base is None:
        return None
    name, identifier = _ranked(base, side, scope)
    named = Named(name, identifier, base.core, "rank", known=base.known)
    return spot.says(named, start, spot.i, Measure.LEVEL, base)


def _ranked(base: Named, side: str, scope: str) -> tuple[str, str]:
    stem = plain(base.indicator)
    if side == "增量":
        stem = stem.removeprefix("新增").removesuffix("数") + "增量"
    elif side == "增速" and base.rate:
        side = ""
    elif side == "增速":
        stem += "增速"
    return f"{stem}{scope}排名", f"{base.property}__{_VARIANTS[side]}"


def _contest(spot: Spot) -> Said | None:
    """在国家级经开区综合考评中列第46位: a rank in a contest is named by the contest."""
    low = spot.clause
    start = spot.row[low].start
    found = _IN_CONTEST.search(spot.even[start : spot.row[spot.i].start])
    if found is None or not found["contest"].endswith(_CONTESTS):
        return None
    words = found["contest"].removesuffix("排名")
    first = next(k for k, c in enumerate(spot.row) if c.end > start + found.start("contest"))
    return spot.says(Named(f"{words}排名", f"{words}排名", words, "rank"), first)


def _listed(spot: Spot) -> Said | None:
    """入围中国工业百强区,排名第33位: a rank in a list of the best that was just named."""
    lead = spot.even[spot.row[0].start : spot.row[spot.i].start]
    found = _LIST_OF_BEST.search(lead)
    if found is None:
        return None
    words = found["list"]
    return spot.says(Named(f"{words}排名", f"{words}排名", words, "rank"), spot.i - 1)


_LIST_OF_BEST = re.compile(
    r"(?:入围|入选|上榜|跻身|登上|进入|荣登|获评|位列|列入)(?P<list>[^,。;、\"]{2,14}?(?:[百千]强[区县市镇]?|[0-9]+强|榜单?))"
    r"[^。;]{0,8}(?:排名|列|居|位列|位居|排|排在)$"
)
_IN_CONTEST = re.compile(r"在(?P<contest>[^，,。;；]{4,30})(?:中|里|上)")


def _scope(spot: Spot) -> tuple[str, int]:
    """全市, 全省, 西部 … nearest before the rank, and its chunk."""
    for k in range(spot.i - 1, spot.low - 1, -1):
        chunk = spot.row[k]
        if chunk.sort == Sort.FIGURE or (chunk.sort == Sort.MARK and chunk.text in CLAUSE_ENDS):
            break
        if chunk.sort == Sort.WHOLE:
            return f"全{chunk.load}", k
        if chunk.sort == Sort.PLACE or (chunk.sort == Sort.WORD and chunk.text in _SCOPES):
            return chunk.text, k
    return "", -1


def _over_ranking(spot: Spot, k: int) -> int:
    while k > spot.low:
        chunk = spot.row[k - 1]
        ranking = chunk.sort == Sort.WORD and (
            chunk.text in _RANKING or chunk.tag in ("d", "ad", "m", "p")
        )
        if not ranking and chunk.sort != Sort.PERIOD:
            break
        k -= 1
    return k


def _climbs(spot: Spot) -> bool:
    if spot.figure.number_form == "ordinal":
        return False
    k = spot.i - 1
    while k >= spot.low and spot.row[k].sort == Sort.WORD and spot.row[k].tag in ("d", "ul"):
        k -= 1
    return k >= spot.low and spot.row[k].sort == Sort.WORD and spot.row[k].text in _CLIMBED


def _climbed(spot: Spot) -> Said | None:
    row, memory = spot.row, spot.memory
    head = spot.i - 1
    while head > spot.low and row[head].text not in _CLIMBED:
        head -= 1
    while head > spot.low and (
        row[head - 1].sort in (Sort.WHOLE, Sort.PERIOD)
        or row[head - 1].text
        in ("排名", "排位", "位次", "名次", "综合", "大幅", "再", "又", "较", "比")
    ):
        head -= 1
    phrase = spot.before(head)
    what, start = spot.words(phrase), phrase.first if phrase else head
    if not what and head > spot.low and row[head - 1].sort == Sort.NAME:
        what = spot.between(head - 1, head)
    base = memory.base
    if not what:
        if base is None:
            return None
        what = base.core if base.family == "rank" else plain(base.indicator)
        what += "增速" if memory.growth and not base.rate else ""
    for ending in ("排名", "排位", "位次"):
        what = what.removesuffix(ending)
    scope = next((f"全{c.load}" for c in row[head : spot.i] if c.sort == Sort.WHOLE), "")
    name = f"{what}{scope}排名提升位次"
    named = Named(name, name, what, "rank")
    return spot.says(named, start, spot.i, Measure.CHANGE, base or named)
