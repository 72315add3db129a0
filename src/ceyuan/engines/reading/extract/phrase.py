"""The words that name a figure and stand before it: 高新技术企业55家."""

from typing import NamedTuple

from ceyuan.engines.reading.extract.chunk import CLAUSE_ENDS, Chunk, Sort
from ceyuan.engines.reading.extract.lexicon import (
    BEFORE_NUMBER,
    LIGHT_VERBS,
    NAMING_VERBS,
    NOMINAL_VERBS,
    PREDICATES,
)


class Phrase(NamedTuple):
    """Chunks `[first, last]` of the row that name something; empty where `last < first`.

    `verb` is the chunk index of the verb the thing is the object of (引进 6个项目), `after` the
    index of what is said of it (10家企业 [入选…]); -1 where there is none.
    """

    first: int
    last: int
    verb: int = -1
    after: int = -1

    def __bool__(self) -> bool:
        return self.last >= self.first


NOTHING = Phrase(0, -1)

#: Before 到 or 至 these lead to a level: 提高到2.41%.
REACHING = frozenset(
    "提高 提升 增长 增加 上升 扩大 攀升 下降 降低 降 减少 升 增 壮大 发展 跃升 扩展 优化 调整".split()
)

#: Nouns that name nothing that has figures.
NO_NOUNS = frozenset(
    "方面 领域 其中 时 时候 期间 来看 情况 以来 同时 等 当年 全年 年 月 日 公里 之一 第 那 你 大家 目的 之后 之前 后 前 上 中 下 里 内 等 即 大关 关口 台阶 门槛 行列".split()
)
#: Join two nouns.
JOINING = frozenset("和 与 及 以及 或 暨".split())
#: Nouns of which several sorts are often counted together: 众创空间、孵化器8个.
_COUNTED_TOGETHER = (
    "空间",
    "器",
    "机构",
    "平台",
    "中心",
    "实验室",
    "工作站",
    "基地",
    "企业",
    "团队",
    "院所",
    "站",
    "博士",
    "硕士",
    "博士生",
    "硕士生",
    "研究生",
    "院士",
    "专家",
    "人员",
    "人才",
)
#: Sum up what was listed before: 甲、乙、丙三大产业.
QUANTIFIED = frozenset("两大 三大 四大 五大 六大 七大 八大 九大 十大 几大 多个 数十 一批".split())


def clause_start(row: list[Chunk], i: int) -> int:
    """Index of the first chunk of the clause in which chunk `i` stands."""
    while i > 0 and not (row[i - 1].sort == Sort.MARK and row[i - 1].text in CLAUSE_ENDS):
        i -= 1
    return i


def clause_end(row: list[Chunk], i: int) -> int:
    """Index after the last chunk of the clause in which chunk `i` stands."""
    while i < len(row) and not (row[i].sort == Sort.MARK and row[i].text in CLAUSE_ENDS):
        i += 1
    return i


def before(row: list[Chunk], i: int, low: int, keep_verb: bool) -> Phrase:
    """The naming words that end before chunk `i`, not reaching below `low`.

    `keep_verb` keeps a verb between the noun and the number in the name (设备购置 1.2亿元); else
    it is only what happened to the things counted (科技型中小企业 已入库 235家).
    """
    k = over_fillers(row, i - 1, low)
    last = k
    verb = -1
    if not keep_verb and k > low and _happens(row[k]):
        noun = over_fillers(row, k - 1, low)
        if (
            noun >= low
            and _names(row, noun)
            and row[noun].sort in (Sort.WORD, Sort.TERM)
            and (not row[noun].verb)
        ):
            verb, last = k, noun
    first = _first_of(row, last, low)
    told = first < last - 1 and row[last].text in _BARE_HEADS and row[last - 1].text == "的"
    phrase = Phrase(first, last) if told else _trimmed(row, first, last)
    if not phrase:
        return Phrase(0, -1, verb=verb if verb >= 0 else _verb_at(row, last, low))
    return Phrase(phrase.first, phrase.last, verb, -1)


def text_of(phrase: Phrase, row: list[Chunk], even: str) -> str:
    """The words of the phrase as they stand."""
    return even[row[phrase.first].start : row[phrase.last].end] if phrase else ""


def over_fillers(row: list[Chunk], k: int, low: int) -> int:
    """Index at or below `k` of the first chunk that is no filler between a name and a number."""
    while k >= low:
        chunk = row[k]
        if chunk.text in ("到", "至", "为") and k > low and row[k - 1].text in REACHING:
            k -= 2
            continue
        if chunk.sort == Sort.MARK:
            if chunk.text == ")":
                opening = _opening(row, k, low)
                if opening < 0:
                    return k
                k = opening - 1
                continue
            if chunk.text not in '" ·(':
                return k
        elif chunk.sort == Sort.WORD:
            if not (chunk.text in BEFORE_NUMBER or chunk.tag in ("d", "ad", "ul", "uj", "uz")):
                return k
        elif chunk.sort != Sort.PERIOD:
            return k
        k -= 1
    return k


def is_verb(chunk: Chunk) -> bool:
    """Whether a word acts as a verb here, by the word lists first and its tag second."""
    return chunk.sort == Sort.WORD and (
        chunk.text in NAMING_VERBS or chunk.text in LIGHT_VERBS or chunk.tag == "v"
    )


def _happens(chunk: Chunk) -> bool:
    """Whether a word before a number is what happened to the things, and not what they are."""
    return is_verb(chunk) and (
        chunk.text in NAMING_VERBS or chunk.text in LIGHT_VERBS or chunk.text in PREDICATES
    )


def _first_of(row: list[Chunk], last: int, low: int) -> int:
    k = last
    while k >= low:
        chunk = row[k]
        if chunk.sort == Sort.MARK:
            if chunk.text == ")":
                opening = _opening(row, k, low)
                if opening < 0:
                    break
                k = opening - 1
                continue
            if chunk.text == "、" and _counted_together(row, k, last, low):
                k -= 1
                continue
            if chunk.text not in '"·':
                break
        elif chunk.sort == Sort.WORD:
            text = chunk.text
            if text in QUANTIFIED:
                return k
            if text in JOINING and _counted_together(row, k, last, low):
                k -= 1
                continue
            if text == "的" and k + 1 == last and row[last].text in _BARE_HEADS:
                return _relative(row, k, low)
            if text == "的" and k < last and _generic_only(row, k + 1, last):
                k -= 1
                continue
            if (
                k < last
                and text in NAMING_VERBS - NOMINAL_VERBS
                and k > low
                and _noun_before(row, k)
            ):
                return k
            noun = named_plan(row, k) or (
                text in NOMINAL_VERBS and low < k < last and _noun_before(row, k)
            )
            light = text in LIGHT_VERBS and text not in NAMING_VERBS and not noun
            if light or not _names(row, k):
                break
        elif chunk.sort not in (Sort.TERM, Sort.LEVEL):
            break
        k -= 1
    return k + 1


_BARE_HEADS = frozenset("企业 项目 机构 单位 平台 团队 人员 产品 工业企业 规上工业企业".split())
_MOST_OF_A_CLAUSE = 6


def _relative(row: list[Chunk], k: int, low: int) -> int:
    """Where the clause before 的 that tells one sort of bare noun begins: 建有研发机构|的|企业."""
    first = k
    while (
        first > low
        and (row[first - 1].sort in (Sort.TERM, Sort.LEVEL) or row[first - 1].sort == Sort.WORD)
        and row[first - 1].tag not in ("d", "ad", "c", "p", "f", "r")
        and row[first - 1].text not in NO_NOUNS
    ):
        first -= 1
    said = row[first:k]
    tells = 1 < len(said) <= _MOST_OF_A_CLAUSE and any(is_verb(c) or c.tag == "b" for c in said)
    return first if tells else k + 1


def _noun_before(row: list[Chunk], k: int) -> bool:
    """Whether a noun right before a verb is who acts or where: 期刊|发表论文."""
    before = row[k - 1]
    return before.sort in (Sort.TERM, Sort.WORD) and before.nominal and not is_verb(before)


def _names(row: list[Chunk], k: int) -> bool:
    chunk = row[k]
    if chunk.sort in (Sort.TERM, Sort.LEVEL):
        return True
    if chunk.sort != Sort.WORD or chunk.text in NO_NOUNS:
        return False
    if chunk.text == "其他":
        return True
    if chunk.text in BEFORE_NUMBER and chunk.text not in ("新", "总", "年均", "每年", "高"):
        return named_plan(row, k)
    return (
        chunk.nominal
        or chunk.verb
        or chunk.text in NAMING_VERBS
        or (
            chunk.tag in ("a", "an", "nr", "t")
            and chunk.text not in BEFORE_NUMBER
            and chunk.tag != "t"
        )
    )


def named_plan(row: list[Chunk], k: int) -> bool:
    """Whether 计划 at `k` belongs to a name in quotes ("尖兵"计划) and is no intention."""
    return row[k].text in ("计划", "规划") and k > 0 and row[k - 1].text == '"'


def _trimmed(row: list[Chunk], first: int, last: int) -> Phrase:
    while first <= last:
        chunk = row[first]
        if (chunk.sort == Sort.MARK and chunk.text != '"') or (
            chunk.sort == Sort.WORD
            and (
                chunk.text in JOINING
                or chunk.text == "的"
                or (chunk.text in BEFORE_NUMBER and chunk.text not in ("新", "总", "年均", "每年"))
                or (chunk.text in LIGHT_VERBS and chunk.text not in NAMING_VERBS)
            )
        ):
            first += 1
        else:
            break
    if first == last and row[first].sort == Sort.MARK:
        return NOTHING
    return Phrase(first, last)


def _verb_at(row: list[Chunk], k: int, low: int) -> int:
    return k if k >= low and is_verb(row[k]) else -1


def noun_at(row: list[Chunk], k: int, high: int, depth: int = 1) -> bool:
    """Whether a noun stands at `k`, up to `depth` verbs before it."""
    if k >= high:
        return False
    chunk = row[k]
    if chunk.sort == Sort.WORD:
        if depth and chunk.tag == "v" and chunk.text not in PREDICATES:
            return noun_at(row, k + 1, high, depth - 1)
        return chunk.nominal and chunk.text not in PREDICATES and chunk.text not in NO_NOUNS
    return chunk.sort in (Sort.TERM, Sort.LEVEL)


def _opening(row: list[Chunk], closing: int, low: int) -> int:
    for k in range(closing - 1, max(low, closing - 12) - 1, -1):
        if row[k].sort == Sort.MARK and row[k].text == "(":
            return k
        if row[k].sort == Sort.FIGURE:
            return -1
    return -1


def _counted_together(row: list[Chunk], joint: int, last: int, low: int) -> bool:
    """Whether 、 or 和 joins two sorts that are counted as one."""
    if joint - 1 < low or joint + 1 > last:
        return False
    left, right = row[joint - 1], row[joint + 1 : last + 1]
    return (
        left.sort in (Sort.TERM, Sort.WORD)
        and left.text.endswith(_COUNTED_TOGETHER)
        and any(chunk.text.endswith(_COUNTED_TOGETHER) for chunk in right)
    )


_GENERIC = frozenset(
    "数量 总量 总数 数 增速 增幅 比重 占比 规模 面积 金额 总额 贡献率 覆盖率 比例 总规模 个数 增量 存量".split()
)


def _generic_only(row: list[Chunk], first: int, last: int) -> bool:
    return all(row[k].text in _GENERIC for k in range(first, last + 1))
