"""Places in an order: 居全市第3位, 总量列全省第一, 排名上升5位."""

from ceyuan.engines.reading.extract.chunk import CLAUSE_ENDS, Chunk, Sort
from ceyuan.engines.reading.extract.naming import Named, even, name_rate
from ceyuan.engines.reading.extract.phrase import before, text_of
from ceyuan.engines.reading.extract.ratio import Memory, Said
from ceyuan.engines.reading.extract.vocabulary import Vocabulary
from ceyuan.model.measure import Measure

_RANKING = frozenset(
    "居 位居 列 位列 排 排名 排在 位于 处于 稳居 跃居 名列 保持 连续 继续 均 排位 高居 跃升至 跃升 上升至 上升到 进入 跻身 荣获 获 居于 升至 为 蝉联 并列 领跑 稳居在 在 "
    "位次 名次 分列 分居 排行 攀升至 提升至 提升到 前移至 进位至 登上 达到 达 升到 排到 晋升 晋升至 夺得 勇夺 拿下 综合 总体 首次 都 仍 仍居 且".split()
)
_CLIMBED = frozenset(
    "上升 提升 前移 上升了 提升了 进位 下降 后退 下滑 前进 跃升 攀升 晋升 上移 提高 进 退".split()
)
_HEADS = {
    "总量": "",
    "数量": "",
    "总数": "",
    "规模": "",
    "存量": "",
    "保有量": "",
    "增量": "增量",
    "增速": "增速",
    "增幅": "增速",
    "增长率": "增速",
    "净增量": "增量",
    "新增量": "增量",
    "增长": "增速",
}
_SCOPES = frozenset(
    "西部 中西部 东部 中部 西南 西北 东北 华东 华南 长三角 珠三角 成渝地区 大湾区 世界 全球 亚洲 主城都市区 全市各区县 同类 国内 省内 市内 省会城市 副省级城市 地级市 远郊区 城区 行业 业内 国家高新区 国家级高新区 国家级经开区 山区县 全州 全盟 县域 苏南 浙东".split()
)


def read_rank(
    row: list[Chunk],
    i: int,
    low: int,
    even_text: str,
    memory: Memory,
    vocabulary: Vocabulary,
    kind: str,
) -> Said | None:
    """A rank or a change of rank, named X全市排名 or X排名提升位次."""
    if _climbs(row, i, low):
        return _climbed(row, i, low, even_text, memory, vocabulary, kind)
    scope, at = _scope(row, i, low)
    if not scope:
        return None
    head = _over_ranking(row, at, low)
    phrase = before(row, head, low, True)
    words = even(text_of(phrase, row, even_text))
    start = phrase.first if words else head
    base, growth = memory.base, memory.growth
    ending = ""
    for noun, said in _HEADS.items():
        if words == noun or (words.endswith(noun) and len(words) > len(noun)):
            ending, words = noun, words.removesuffix(noun).removesuffix("的")
            growth = said == "增速"
            break
    if words and not _stands_for_last(words):
        base = name_rate(words, vocabulary, kind)
        growth = _HEADS.get(ending) == "增速"
    elif ending and base is not None:
        growth = _HEADS[ending] == "增速"
    if base is None:
        return None
    name, identifier = _ranked(
        base, "增量" if _HEADS.get(ending) == "增量" else "增速" if growth else "", scope
    )
    return Said(
        Named(name, identifier, base.core, "rank", known=base.known), Measure.LEVEL, base, start, i
    )


def _stands_for_last(words: str) -> bool:
    return words in (
        "上榜",
        "入选",
        "获批",
        "排名",
        "综合排名",
        "均",
        "位次",
        "总量",
        "各项",
        "两项",
        "该项",
        "指标",
        "新增",
    ) or words.endswith(("上榜", "入选"))


def _ranked(base: Named, what: str, scope: str) -> tuple[str, str]:
    plain = base.indicator.split("(")[0]
    if what == "增量":
        plain = plain.removeprefix("新增").removesuffix("数") + "增量"
    elif what == "增速" and not base.rate:
        plain += "增速"
    variant = {"": "rank", "增速": "growth_rank", "增量": "increase_rank"}[what]
    return f"{plain}{scope}排名", f"{base.property}__{variant}"


def _scope(row: list[Chunk], i: int, low: int) -> tuple[str, int]:
    """全市, 全省, 西部 … nearest before the rank, and its chunk index."""
    for k in range(i - 1, low - 1, -1):
        chunk = row[k]
        if chunk.sort is Sort.FIGURE or (chunk.sort is Sort.MARK and chunk.text in CLAUSE_ENDS):
            break
        if chunk.sort is Sort.WHOLE:
            return f"全{chunk.load}", k
        if chunk.sort is Sort.WORD and chunk.text in _SCOPES:
            return chunk.text, k
        if chunk.sort is Sort.PLACE:
            return chunk.text, k
    for k in range(i - 1, low - 1, -1):
        if (
            row[k].sort is Sort.WORD
            and row[k].text in _RANKING
            and row[k].text not in ("为", "在", "均", "获", "达", "达到", "都", "且")
        ):
            return "", -1
    return "", -1


def _over_ranking(row: list[Chunk], k: int, low: int) -> int:
    while k > low:
        chunk = row[k - 1]
        if (
            chunk.sort is Sort.WORD
            and (chunk.text in _RANKING or chunk.tag in ("d", "ad", "m", "p"))
        ) or chunk.sort is Sort.PERIOD:
            k -= 1
        else:
            break
    return k


def _climbs(row: list[Chunk], i: int, low: int) -> bool:
    if row[i].load.number_form == "ordinal":
        return False
    k = i - 1
    while (
        k >= low
        and row[k].sort is Sort.WORD
        and (row[k].text in ("了", "至", "到") or row[k].tag in ("d", "ul"))
    ):
        k -= 1
    return k >= low and row[k].sort is Sort.WORD and row[k].text in _CLIMBED


def _climbed(
    row: list[Chunk],
    i: int,
    low: int,
    even_text: str,
    memory: Memory,
    vocabulary: Vocabulary,
    kind: str,
) -> Said | None:
    k = i - 1
    while k > low and row[k].text not in _CLIMBED:
        k -= 1
    head = k
    while (
        head > low
        and row[head - 1].sort is Sort.WORD
        and row[head - 1].text
        in ("排名", "排位", "位次", "名次", "综合", "大幅", "再", "又", "全国", "较", "同比")
    ):
        head -= 1
    while head > low and row[head - 1].sort in (Sort.WHOLE, Sort.PERIOD):
        head -= 1
    words = even(even_text[row[head].start : row[i].start])
    phrase = before(row, head, low, True)
    subject = even(text_of(phrase, row, even_text))
    if not subject and head > low and row[head - 1].sort is Sort.NAME:
        subject = even(row[head - 1].text)
    if not subject:
        if memory.base is None:
            return None
        subject = memory.base.indicator.split("(")[0]
        subject += "增速" if memory.growth and not memory.base.rate else ""
    if subject.endswith(("排名", "排位", "位次")):
        subject = subject.removesuffix("排名").removesuffix("排位").removesuffix("位次")
    scope = next((c.text for c in row[head:i] if c.sort is Sort.WHOLE), "")
    name = f"{subject}{'全' + scope if len(scope) == 1 else scope}排名提升位次"
    base = memory.base or Named(subject, subject, subject, "rank")
    start = phrase.first if phrase else head
    del words
    return Said(Named(name, name, subject, "rank"), Measure.CHANGE, base, start, i)
