"""Which name another name, a bare noun or the opening of a sentence refers to."""

import re

from ceyuan.engines.reading.extract.chunk import Chunk, Sort
from ceyuan.engines.reading.extract.mention import ending_of
from ceyuan.engines.reading.extract.subject import Subject

#: Stand before the subject of a clause and do not change it.
LEADING = frozenset(
    "一是 二是 三是 四是 五是 六是 其中 同时 此外 另外 目前 如今 截至 截止 而 且 并 并且 但 也 还 又 再 则 今年 去年 当前 近年来 近年 现在 据统计 据悉 据了解 统计显示 数据显示 特别 尤其 尤其是 特别是 "
    "作为 在 走进 来到 对于 就 从 对 使得 使 让 截至目前 随着 围绕 以 为 即 比如 例如 如 包括 来自 另 另据 因此 为此 当年 今 全年 一 是 有 已 仅 像 受 于 连续 由 至 到 推动 带动 助力 促进 支持 引导 帮助 整个".split()
)


def short_of(name: str) -> str:
    """A zone by its short form: 云岫高新技术产业开发区 and 云岫国家高新区 are 云岫高新区."""
    if name[-1:] != "区":
        return name
    name = name.replace("高新技术产业开发区", "高新区").replace("经济技术开发区", "经开区")
    return (
        name.replace("国家级", "").replace("国家高新区", "高新区").replace("国家经开区", "经开区")
    )


def is_end_of(name: str, known: str) -> bool:
    """Whether a name is the end of a known one: all but the place before it, or a long part."""
    if not known.endswith(name):
        return False
    return len(name) > _LONG or (len(name) >= _SHORTEST and len(known) - len(name) <= _A_PLACE)


_LONG, _SHORTEST, _A_PLACE = 5, 3, 4
_BANKS = ("银行", "农商行", "支行", "分行", "担保公司", "小贷公司")


def lends(row: list[Chunk], k: int, end: int) -> bool:
    """某某银行为其提供…: the borrower stays whom it is about."""
    if not row[k].text.endswith(_BANKS):
        return False
    for j in range(k + 1, min(k + 6, end - 1)):
        if row[j].text in ("为", "向", "给", "对"):
            return row[j + 1].sort != Sort.FIGURE
    return False


def opens_with_noun(row: list[Chunk]) -> bool:
    """Whether a sentence opens with a noun of its own, adverbs and times left aside."""
    for chunk in row[:8]:
        if chunk.sort in (Sort.MARK, Sort.PERIOD):
            continue
        if chunk.sort == Sort.WORD and (
            chunk.text in LEADING or chunk.tag in ("d", "c", "t", "p", "r", "ad")
        ):
            continue
        return chunk.nominal and not chunk.verb
    return False


def points_to(noun: str, subject: Subject) -> bool:
    """Whether 该院, 公司, 园区 and the like may mean this one."""
    name = subject.name
    if name.endswith(noun):
        return True
    match noun:
        case "公司" | "企业" | "集团":
            return not name.endswith(_BANKS) and (
                subject.kind == "enterprise" or name.endswith(("公司", "集团"))
            )
        case "院" | "研究院" | "研究所" | "所" | "校" | "学校":
            return subject.kind == "institute" or "研究院" in name
        case "项目" | "工程":
            return subject.kind == "project"
        case "园" | "园区" | "产业园" | "科技园":
            return subject.kind in ("park", "incubator")
        case "中心" | "平台" | "基地" | "机构":
            return subject.kind in ("platform", "incubator") and ending_of(name)[-1:] == noun[-1]
    return False


def past_number(row: list[Chunk], first: int, end: int) -> int:
    """The first chunk after the number of a list: 7. 甲公司, (3)甲公司, •甲公司."""
    while first < end and (
        (row[first].sort == Sort.MARK and row[first].text in _OF_A_LIST)
        or (row[first].sort == Sort.WORD and row[first].tag in ("m", "x", "eng"))
    ):
        if row[first].sort == Sort.WORD and not _LIST_NUMBER.fullmatch(row[first].text):
            break
        first += 1
    return first


_OF_A_LIST = frozenset(" 　()、·•-—*#●▲◆■○→[]【】①②③④⑤⑥⑦⑧⑨⑩")
_LIST_NUMBER = re.compile(r"[0-9]{1,4}|[一二三四五六七八九十]{1,3}|[.．]|[a-zA-Z]")
