"""A sentence as a row of chunks: figures, periods, known wordings, names, words, marks."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from rjieba import Jieba

from ceyuan.engines.reading.extract.vocabulary import ALIAS, LEVEL, PLACE, PLAIN_WORD, TERM, Found
from ceyuan.model.period_phrase import FoundPeriod
from ceyuan.model.printed_quantity import FoundQuantity


class Sort:
    """What a chunk is (no `Enum`: these are looked up once for every chunk and rule)."""

    WORD: Final = "word"
    FIGURE: Final = "figure"
    PERIOD: Final = "period"
    TERM: Final = "term"
    LEVEL: Final = "level"
    PLACE: Final = "place"
    NAME: Final = "name"
    MARK: Final = "mark"
    WHOLE: Final = "whole"
    AGAIN: Final = "again"


@dataclass(slots=True)
class Chunk:
    """A run `[start, end)` of the repaired text.

    `tag` is the part of speech of a word; `load` the figure, period, place code, type of name,
    level of 全区, or the noun of 该院.
    """

    sort: str
    start: int
    end: int
    text: str
    tag: str = ""
    load: Any = None

    @property
    def nominal(self) -> bool:
        """Whether it can stand in a name of something: a noun, a known wording, a name."""
        if self.sort == Sort.WORD:
            return self.tag[:1] in _NOMINAL or self.tag == "vn"
        return self.sort in _NOMINAL_SORTS

    @property
    def verb(self) -> bool:
        """Whether it is tagged as a verb (a third of them are nouns in truth)."""
        return self.sort == Sort.WORD and self.tag[:1] == "v"


#: Words of official prose that the segmenter's general dictionary cuts in two or glues together.
_WORDS = {
    "n": "规上 限上 固投 社零 技改 科企 高企 国高企 链主 独角兽 瞪羚 小巨人 孵化园 工场 科创 双创 生态区 科学城 高新区 经开区 核心区 科技城 产业园 科创园 "
    "局长 副局长 处长 主任 院长 负责人 科技局 发改委 经信委 经信局 科技厅 管委会 专利池 中试线 产线 产教 研发机构 研发平台 载体 榜单 头部企业 链主企业 算力 机架 总部基地 创客 "
    "农商行 占比 完成率 完成度 转化率 覆盖率 达标率 合格率 满意率 满意度 增长面 占有率 利用率 普及率 贡献率 入库率 通过率 就业率 开工率 投产率 共享率 产销率 设置率 中高级 校地 院地 校企 校院 政企 股权 科特派 重点项目 标准厂房 新建项目 智造 单项冠军 隐形冠军 院所 科研院所 高校院所 主体 平台 团队 人次 场次 个数 家数",
    "b": "亿元以上 千万元以上 百亿元以上 千亿元以上 规模以上 限额以上 专精特新 中试 亩均 百亿级 千亿级 万亿级 十亿级 亿元级 百亿元级 千亿元级 五十亿级 国家级 省级 市级 区级 县级 省部级 高能级 高端 新型 在孵 在建 在研 在册 在库 全口径 头部",
    "v": "走进 走访 来到 重新认定 新获批 新获评 新认定 新引进 新培育 新备案 新签约 新开工 新投产 新投用 新建成 新设立 新入库 净增 上拉 下拉 入池 投用 张榜 揭榜 入库 入孵 获批 获评 引育 招引 落户 占地 跃居 位列 位居 增至 达产 投产 签约 支用 放贷 授信 撬动 上榜 入围 跻身",
    "vn": "认定 孵化 研发 发放 考评 投放",
}


def _segmenter() -> Jieba:
    jieba = Jieba()
    for tag, words in _WORDS.items():
        for word in words.split():
            jieba.add_word(word, 100_000, tag)
    return jieba


_JIEBA = _segmenter()

_NOMINAL = frozenset("nbajlisgzxe")
_NOMINAL_SORTS = frozenset((Sort.TERM, Sort.LEVEL, Sort.NAME, Sort.PLACE))
_SORTS = {TERM: Sort.TERM, LEVEL: Sort.LEVEL, PLACE: Sort.PLACE}
#: One sign stands for each run that is already understood, so that no word is cut across it.
_SIGN = "\ue000"

#: Marks that end a clause; 、 and brackets do not.
CLAUSE_ENDS = frozenset(",;:。!?\n…—|\t")
MARKS = frozenset(",;:。!?、()\"'<>《》[]【】〔〕·…—-~|\t\n 　*#•▲◆■●○→↑↓/\\+=_@①②③④⑤⑥⑦⑧⑨⑩")


def runs_of(
    even: str,
    figures: Sequence[FoundQuantity],
    periods: Sequence[FoundPeriod],
    found: Sequence[Found],
) -> list[Chunk]:
    """What is understood of a text before its words are parted, in order and apart.

    Where runs overlap, a figure wins over a period, and both over a known wording.
    """
    runs = [Chunk(Sort.FIGURE, f.start, f.end, "", load=f) for f in figures]
    runs += [Chunk(Sort.PERIOD, p.start, p.end, p.phrase, load=p) for p in periods]
    runs += [_chunk(f, even) for f in (_apart_from(runs, found) if runs else found)]
    runs.sort(key=lambda r: (r.start, -r.end))
    clear: list[Chunk] = []
    for run in runs:
        if not clear or run.start >= clear[-1].end:
            clear.append(run)
        elif run.sort == Sort.FIGURE and clear[-1].sort == Sort.PERIOD:
            clear[-1] = run
    return clear


def chunks_of(even: str, start: int, stop: int, known: Sequence[Chunk]) -> list[Chunk]:
    """The chunks of `even[start:stop)`: the runs known to lie in it, and the words between."""
    if known:
        pieces, at = [], start
        for chunk in known:
            pieces.append(even[at : chunk.start])
            pieces.append(_SIGN)
            at = chunk.end
        pieces.append(even[at:stop])
        masked = "".join(pieces)
    else:
        masked = even[start:stop]
    row: list[Chunk] = []
    at, taken = start, iter(known)
    plain, add = Sort.WORD, row.append
    for word, tag in _JIEBA.tag(masked):
        if "一" <= word[0] <= "鿿":  # most of all, and neither a mark nor a sign
            end = at + len(word)
            if word[-1] in _GLUE and len(word) > 1 and _glued(word):
                add(Chunk(plain, at, end - 1, word[:-1], "n"))
                add(Chunk(plain, end - 1, end, word[-1], "v"))
            else:
                add(Chunk(plain, at, end, word, tag))
            at = end
        elif word == _SIGN:
            row.append(next(taken))
            at = row[-1].end
        elif word in MARKS:
            parting = word in " 　" and _between_hanzi(even, at)
            row.append(Chunk(Sort.MARK, at, at + 1, "\t" if parting else word))
            at += 1
        elif word[0] in MARKS or _SIGN in word:
            at = _spelled_out(word, at, row, taken)
        else:
            row.append(Chunk(Sort.WORD, at, at + len(word), word, tag))
            at += len(word)
    if any(c.sort == Sort.FIGURE and even[c.end - 2 : c.end] in _CLASSING for c in known):
        return _classes(row, even)
    return row


#: Words that end in 达 or 居 themselves.
_ENDING_SO = frozenset(
    "高达 多达 已达 可达 共达 总达 均达 超达 表达 到达 直达 传达 抵达 发达 下达 通达 雷达 马达 "
    "位居 跃居 高居 稳居 定居 安居 民居 邻居 移居 宜居 旅居 迁居 雄居 独居 人居 新居".split()
)


_GLUE = "达居列位均"


def _glued(word: str) -> bool:
    """Whether the segmenter took the 达 of 额达 or the 居 of 数居 for the end of a noun."""
    if word[-1] == "达":
        return word not in _ENDING_SO
    return len(word) == 2 and word[0] in "数量额值率比"


_CLASSING = ("以上", "以下")


def _between_hanzi(even: str, at: int) -> bool:
    """Whether a space stands between two Chinese words, as headlines part their halves."""
    around = even[at - 1 : at] + even[at + 1 : at + 2]
    return len(around) == 2 and all("一" <= c <= "鿿" or c in '"' for c in around)


def _classes(row: list[Chunk], even: str) -> list[Chunk]:
    """10亿元以上 before 项目9个 is a class of things and no figure."""
    for k in range(len(row) - 2):
        chunk = row[k]
        if chunk.sort != Sort.FIGURE or even[chunk.end - 2 : chunk.end] not in _CLASSING:
            continue
        j = k + 1
        while j < len(row) and row[j].nominal:
            j += 1
        if k + 1 < j < len(row) and (
            row[j].sort == Sort.FIGURE or row[j].text in ("达", "达到", "有")
        ):
            row[k] = Chunk(Sort.WORD, chunk.start, chunk.end, even[chunk.start : chunk.end], "b")
    return row


def _chunk(found: Found, even: str) -> Chunk:
    words = even[found.start : found.end]
    if found.sort == ALIAS:
        return Chunk(Sort.NAME, found.start, found.end, found.key, load="enterprise")
    if found.sort == PLAIN_WORD:
        tag = "r" if words == "其中" else "b"
        return Chunk(Sort.WORD, found.start, found.end, words, tag)
    return Chunk(_SORTS.get(found.sort, Sort.WHOLE), found.start, found.end, words, load=found.key)


def _apart_from(runs: list[Chunk], found: Sequence[Found]) -> list[Found]:
    """The wordings that overlap none of the runs."""
    busy = sorted([(run.start, run.end) for run in runs])
    apart, k = [], 0
    for one in found:
        while k < len(busy) and busy[k][1] <= one.start:
            k += 1
        if k == len(busy) or busy[k][0] >= one.end:
            apart.append(one)
    return apart


def _spelled_out(word: str, at: int, row: list[Chunk], taken: Any) -> int:
    for sign in word:
        if sign == _SIGN:
            row.append(next(taken))
            at = row[-1].end
        else:
            row.append(Chunk(Sort.MARK if sign in MARKS else Sort.WORD, at, at + 1, sign, "x"))
            at += 1
    return at
