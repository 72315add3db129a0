"""Names of organisations, sites and things in a row of chunks, by the class word they end in.

A name is a class word (研究院, 产业园, 有限公司 …) with something of its own before it: a place
or a word that is not itself a class word. 市级重点实验室 is a class and no name.
"""

import re
from functools import lru_cache

from ceyuan.engines.reading.extract.chunk import Chunk, Sort
from ceyuan.engines.reading.extract.lexicon import (
    AGAIN,
    CLASS_WORDS,
    ENDINGS,
    LIGHT_VERBS,
    NAMING_VERBS,
    PREDICATES,
)

_LONGEST = max(map(len, ENDINGS))
#: Endings too common to make a name out of class words alone, even after a place.
_WEAK = frozenset(
    "实验室 平台 项目 工程 中心 工作站 孵化器 众创空间 园区 基金 联盟 大会 论坛 学校 中学 小学 工厂 部 局 "
    "街道 片区 组团 广场 大厦 加速器 生产线 产线 银行 公司 集团 协会 商会 赛 核心区 城区 服务中心 技术中心 "
    "工程中心 股份 分行 支行 实业 学会".split()
)
#: What 该… may point back to, beside every ending.
_POINTED = frozenset(
    "院 所 校 园 企业 公司 中心 馆 区 市 县 镇 街道 项目 平台 机构 团队 产品 计划 系统".split()
)
#: The last sign of everything that may end a name or be pointed back to.
_LAST_SIGNS = frozenset(word[-1] for word in (*ENDINGS, *_POINTED))
_NAMING_SORTS = frozenset((Sort.WORD, Sort.TERM))
_PLACES = frozenset((Sort.PLACE, Sort.WHOLE))
_TRIMMED = LIGHT_VERBS | NAMING_VERBS | PREDICATES
_NEVER = frozenset("等 一批 为主 为主的 作为 一大批 多个 多家".split())
#: Before a name these say what is done with it or which one it is.
_OPENERS = frozenset(
    "引导 建设 支持 推动 做靓 做强 首个 首家 首座 首批 一个 高水平 高起点 高标准 高质量 加快建设".split()
)
_LEVELS = frozenset("省 市 区 县".split())
_BUREAUS = frozenset(
    "科技局 发改委 经信委 经信局 科技厅 财政局 科协 工信局 政府 税务局 统计局".split()
)
_PROPER = frozenset("ns nr nz nt".split())
_DOING = LIGHT_VERBS | NAMING_VERBS
_MOST_CHUNKS = 14
_SIDES = frozenset("西部 东部 南部 北部 中部 中 西南 西北 东北 东南 环 上 第一 第二".split())
_STOPPING_TAGS = frozenset("pcurydtmqfo")


def named(row: list[Chunk], text: str) -> list[Chunk]:
    """The row with every name, 该院 and 璧山全区 joined into one chunk each.

    `text` is the repaired text the chunks were cut from.
    """
    row = _joined_places(row)
    closing = [
        at
        for at, chunk in enumerate(row)
        if chunk.text[-1:] in _LAST_SIGNS and chunk.sort in _NAMING_SORTS
    ]
    out: list[Chunk] = []
    done = 0
    for at in closing:
        out += row[done : at + 1]
        done = at + 1
        chunk = row[at]
        words = chunk.text
        if ending := _ending_at(out, text):
            _close_name(out, text, ending, _counted(row, at + 1))
        elif words in _POINTED:
            if len(out) > 1 and out[-2].sort == Sort.WORD and out[-2].text in AGAIN:
                out[-2:] = [Chunk(Sort.AGAIN, out[-2].start, chunk.end, words, load=words)]
        elif words[0] in "该本此" and words[1:] in _POINTED:
            out[-1] = Chunk(Sort.AGAIN, chunk.start, chunk.end, words[1:], load=words[1:])
    return out + row[done:] if closing else row


@lru_cache(maxsize=8192)
def ending_of(word: str) -> str:
    """The longest class word that `word` ends in, or empty."""
    for length in range(min(_LONGEST, len(word)), 0, -1):
        if word[-length:] in ENDINGS:
            return word[-length:]
    return ""


def _ending_at(out: list[Chunk], text: str) -> str:
    """The class word that the row ends in, which may run over its last words (生态+社区)."""
    last = out[-1]
    first = len(out) - 1
    while first > 0 and last.end - out[first].start < _LONGEST:
        before = out[first - 1]
        if before.sort not in (Sort.WORD, Sort.TERM) or before.end != out[first].start:
            break
        first -= 1
    tail = text[max(out[first].start, last.end - _LONGEST) : last.end]
    ending = ending_of(tail)
    return ending if len(ending) >= min(len(last.text), 2) else ""


def type_of(name: str) -> str:
    """The type of thing a name ends as: `research_institute`, `enterprise`, `park_or_zone` …."""
    return ENDINGS.get(ending_of(name), "")


def _counted(row: list[Chunk], at: int) -> bool:
    """Whether a number follows: then the words are a class that is counted, and no name."""
    while at < len(row) and row[at].sort == Sort.WORD and row[at].text in _REACHING:
        at += 1
    if at >= len(row) or row[at].sort != Sort.FIGURE:
        return False
    # 滨江新区7个项目: the number counts what follows it
    counts_on = at + 1 < len(row) and row[at + 1].nominal
    return not counts_on and row[at].load.quantity.unit in _COUNTERS


_REACHING = frozenset("达 达到 有 共 已有 已 共有 为 累计 增至".split())
_COUNTERS = frozenset("个 家 项 条 座 所 支 处 间 只 块 套 台 种 类 件 期".split())


def _joined_places(row: list[Chunk]) -> list[Chunk]:
    """重庆市 + 璧山区 is one place; so is 璧山 + 全区."""
    if len([1 for chunk in row if chunk.sort in _PLACES]) < 2:
        return row
    out: list[Chunk] = []
    for chunk in row:
        if (
            out
            and out[-1].sort == Sort.PLACE
            and out[-1].end == chunk.start
            and (chunk.sort == Sort.PLACE or (chunk.sort == Sort.WHOLE and chunk.load != "国"))
        ):
            keep = out[-1].load if chunk.sort == Sort.WHOLE else chunk.load
            out[-1] = Chunk(
                Sort.PLACE, out[-1].start, chunk.end, out[-1].text + chunk.text, load=keep
            )
        else:
            out.append(chunk)
    return out


def _close_name(out: list[Chunk], text: str, ending: str, counted: bool) -> None:
    """Take the chunks before the class word that belong to its name, and join them."""
    last = len(out) - 1
    first = last
    depth = 0
    placed, acted = False, -1
    while first > 0 and last - first < _MOST_CHUNKS:
        before = out[first - 1]
        if before.sort in (Sort.PLACE, Sort.NAME):
            placed = True
        elif placed and before.sort == Sort.WORD and before.text in _DOING:
            break
        if _soft_verb(before):
            if placed:
                break
            acted = first if acted < 0 else acted
            first -= 1
            continue
        if before.sort == Sort.MARK:
            if before.text == ")" and _bracket_opens(out, first - 1):
                depth += 1
            elif before.text == "(" and depth:
                depth -= 1
            elif before.text != "·":
                break
        elif not _of_a_name(before) or _founded_with(out, first - 1):
            break
        first -= 1
    at_head = first == 0 or out[first - 1].sort in (Sort.MARK, Sort.PERIOD)
    if acted >= 0 and not placed and (ending in _WEAK or not (at_head and first < acted - 1)):
        first = acted
    if ending == "办公室" and _of_a_body(out):
        start, end = out[-2].start, out[last].end
        out[-2:] = [Chunk(Sort.NAME, start, end, text[start:end], load="government_body")]
        return
    begin = _trimmed(out, first, last)
    if begin is None:
        return
    first = begin
    if first > 0 and out[first - 1].sort == Sort.FIGURE:
        counted = counted or out[first - 1].load.quantity.unit in _COUNTERS
    if counted and out[first].text not in AGAIN:
        return
    if out[first].sort == Sort.WORD and out[first].text in AGAIN:
        out[first:] = [Chunk(Sort.AGAIN, out[first].start, out[last].end, ending, load=ending)]
        return
    if not _of_its_own(out[first : last + 1], ending):
        return
    start, end = out[first].start, out[last].end
    out[first:] = _apart(start, text[start:end], ENDINGS[ending])


def _apart(start: int, name: str, kind: str) -> list[Chunk]:
    """A name as one chunk, or as two where the segmenter took 与 for the beginning of a word."""
    m = _JOINT.match(name)
    if m is None or not type_of(m["left"]):
        return [Chunk(Sort.NAME, start, start + len(name), name, load=kind)]
    joint, right = start + m.end("left"), start + m.start("right")
    return [
        Chunk(Sort.NAME, start, joint, m["left"], load=type_of(m["left"])),
        Chunk(Sort.WORD, joint, right, name[joint - start : right - start], "c"),
        Chunk(Sort.NAME, right, start + len(name), m["right"], load=kind),
    ]


#: Two bodies of full name: 某某实验室|与|某某有限公司.
_JOINT = re.compile(
    r"(?P<left>.{3,20}?(?:研究院|研究所|实验室|大学|公司|集团|银行|政府|委员会))(?:与|和)(?P<right>.{5,})$"
)


def _of_a_body(out: list[Chunk]) -> bool:
    """Whether the last word is the office of the body right before it: 区政府|办公室."""
    last, before = out[-1], out[-2] if len(out) > 1 else None
    return (
        before is not None
        and before.sort == Sort.NAME
        and before.load == "government_body"
        and before.end == last.start
        and last.text == "办公室"
    )


def _soft_verb(chunk: Chunk) -> bool:
    """A verb that may stand inside a name (光电[显示]技术研究院) if a place stands before it."""
    return (
        chunk.sort == Sort.WORD
        and chunk.tag == "v"
        and chunk.text not in _TRIMMED
        and chunk.text not in CLASS_WORDS
        and chunk.text not in _NEVER
    )


def _founded_with(out: list[Chunk], k: int) -> bool:
    """与甲大学[共建]乙研究院: the founder is no part of the name."""
    return out[k].text in _JOINTLY and k > 0 and out[k - 1].sort in (Sort.NAME, Sort.TERM)


_JOINTLY = frozenset("共建 联合 合作 共同 联建 合建 联手 携手 共创".split())


def _bracket_opens(out: list[Chunk], closing: int) -> bool:
    return any(c.sort == Sort.MARK and c.text == "(" for c in out[max(closing - 4, 0) : closing])


def _of_a_name(chunk: Chunk) -> bool:
    if chunk.sort in (Sort.PLACE, Sort.TERM, Sort.NAME):
        return True
    if chunk.sort != Sort.WORD or chunk.text in _NEVER:
        return False
    if chunk.text in CLASS_WORDS or chunk.text in AGAIN or chunk.text in _SIDES:
        return True
    if chunk.tag == "a" and len(chunk.text) == 1:
        return False
    if chunk.tag[:1] == "v":
        if chunk.tag == "vg":
            return True
        return chunk.tag == "vn" and chunk.text not in _TRIMMED
    return chunk.tag[:1] not in _STOPPING_TAGS


def _trimmed(out: list[Chunk], first: int, last: int) -> int | None:
    """Where the name begins once verbs and odd marks before it are left out."""
    while first < last:
        chunk = out[first]
        if chunk.sort == Sort.MARK and chunk.text == "(":
            while first < last and out[first].text != ")":
                first += 1
            first += 1
            continue
        opens = chunk.sort == Sort.MARK
        led = chunk.sort == Sort.WORD and (
            chunk.text in NAMING_VERBS
            or (
                chunk.text in _TRIMMED
                and chunk.text not in CLASS_WORDS
                and chunk.text not in _SIDES
            )
            or (chunk.tag == "n" and chunk.text in ("全", "个"))
        )
        if chunk.sort == Sort.NAME and chunk.load == "government_body":
            return first + 1 if first + 1 < last else None
        if chunk.text in _OPENERS and out[last].text[-2:] != "基金":
            led = True
        if not (opens or led):
            return first
        first += 1
    return first


def _of_its_own(chunks: list[Chunk], ending: str) -> bool:
    """Whether something in it is more than a class word."""
    body = chunks[:-1]
    last = chunks[-1]
    own = 0
    place = False
    classes = 0
    for chunk in body:
        if chunk.sort == Sort.PLACE:
            place = True
        elif chunk.sort == Sort.NAME:
            own += 2
        elif chunk.sort == Sort.WORD and chunk.text not in CLASS_WORDS:
            own += 1 if len(chunk.text) > 1 or chunk.tag in ("nz", "nr", "ns", "nt") else 0
        elif chunk.sort == Sort.WORD or chunk.sort == Sort.TERM:
            classes += 1
    if last.sort == Sort.WORD and last.text != ending and not own:
        stem = last.text[: -len(ending)]
        own += 1 if stem and stem not in CLASS_WORDS and len(stem) > 1 else 0
    if any(chunk.sort == Sort.NAME for chunk in body):
        return True
    if body and body[0].text in _LEVELS and len(body) == 1 and ending in _BUREAUS:
        return True
    if ending == "实验室" and len(body) == 1 and (place or body[0].tag in _PROPER):
        return True
    if place:
        return own > 0 or ending not in _WEAK or classes > 1
    return own > 0 and (ending not in _WEAK or len(body) > 1 or len(last.text) > len(ending) + 1)
