"""What somebody says shall be: targets with their figures, and things to be built or done."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ceyuan.engines.reading.extract.chunk import Chunk, Sort
from ceyuan.engines.reading.mentions.telling import Clause, Sentence
from ceyuan.model.claim import Claim
from ceyuan.model.locator import TextSpan
from ceyuan.model.measure import Measure
from ceyuan.model.period import Period
from ceyuan.model.quantity import Quantity
from ceyuan.model.section import Section
from ceyuan.model.standing import Standing

#: Say that something shall be.
_SHALL = frozenset(
    "将 力争 争取 确保 计划 拟 即将 将会 将要 要 努力 着力 奋力 倾力 提出 还将 也将".split()
)
_NEXT = re.compile(r"下一步|接下来|下步|面向明年|今后|下阶段|明年|下半年|未来")
#: What is done when something is brought about.
_ACTS = frozenset(
    "打造 建设 建成 组建 建立 完善 推进 实施 深化 设立 成立 出台 共建 引进 引育 培育 举办 启动 健全 推广 建立健全 构建 发布 推动 编制 制定 新建 扩建 "
    "搭建 创建 布局 开展 落实 优化 强化 推出 探索 争创 发起 签订 升级 形成 开通 投用 建设好 组织 加快建设 加快打造 加快推进 深入推进 深入实施 全面推进".split()
)
_LIGHT = frozenset(
    "加快 持续 继续 进一步 深入 全面 高水平 高质量 着力 坚定不移地 认真 大力 更加 积极 不断 重点 也 还 共同 联合 全力".split()
)
_BOTH = frozenset("双方 两地 三方 各方".split())
_AIMED = ("计划", "力争", "争取", "确保", "拟", "将")
_CARRYING_ON = frozenset("加快 持续 继续 进一步".split())
_RULE = re.compile(
    r"如果|凡是|对.{1,20}的(?:企业|单位|个人|团队)|按规定|给予.{0,12}(?:奖励|补助)|可享受|申报|有下列"
)
_SHORTEST, _LONGEST = 6, 60


@dataclass(frozen=True, slots=True)
class Commitment:
    """Who will do what, by when; a figure with its unit where one is aimed at."""

    actor: str
    what: str
    value: Quantity | None
    deadline: str | None
    section: Section
    place: TextSpan | tuple[int, int]
    indicator: str = ""


def from_figures(claims: Iterable[Claim]) -> Iterator[Commitment]:
    """One for each figure that is aimed at or expected: the same figures that stand as targets."""
    for claim in claims:
        value = claim.value
        if claim.standing not in (Standing.TARGET, Standing.EXPECTED):
            continue
        if not isinstance(value, Quantity) or claim.measure is Measure.SHARE:
            continue
        if not isinstance(claim.locator, TextSpan):
            continue
        yield Commitment(
            claim.subject,
            claim.quote.replace("\n", ""),
            value,
            deadline(claim.period),
            claim.section,
            claim.locator,
            claim.indicator,
        )


def in_words(sentence: Sentence, parties: tuple[str, ...] = ()) -> Iterator[Commitment]:
    """What shall be built or done, from clauses without figures.

    `parties` are those who signed last, whom 双方 means.

    A clause has to say that it is meant to happen; those after it in the sentence go on with it
    where they open with what is to be done.
    """
    if _RULE.search(sentence.said):
        return
    meant = bool(_NEXT.search(sentence.said))
    going_on = False
    for clause in sentence.clauses:
        verb = _what_shall_be(sentence, clause, going_on, meant)
        if verb is None:
            going_on = going_on and _is_aside(sentence, clause)
            continue
        going_on = True
        if any(c.sort == Sort.FIGURE for c in sentence.row[verb : clause.end]):
            continue
        start, end = sentence.row[verb].start, sentence.row[clause.end - 1].end
        what = sentence.text.even[start:end]
        if not _SHORTEST <= len(what) <= _LONGEST:
            continue
        actor = _actor(sentence, clause, parties)
        if actor:
            yield Commitment(actor, what, None, _by(sentence), sentence.section, (start, end))


def deadline(period: Period | None) -> str | None:
    """The last month of a time that is to come, or its year where it is one."""
    if period is None:
        return None
    if period.start.month == 1 and period.end.month == _DECEMBER:
        return str(period.end.year)
    if period.instant and period.end.month == _DECEMBER:
        return str(period.end.year)
    return f"{period.end:%Y-%m}"


_DECEMBER = 12


def _by(sentence: Sentence) -> str | None:
    for phrase in reversed(sentence.text.periods_in(sentence.start, sentence.end)):
        if phrase.kind == "target" and phrase.period is not None:
            return deadline(phrase.period)
    return None


def _what_shall_be(sentence: Sentence, clause: Clause, going_on: bool, meant: bool) -> int | None:
    """Where what is to be done begins in a clause; None where nothing says that it shall be."""
    row = sentence.row
    k = clause.first
    while k < clause.end and not _shall(row, k, clause):
        if going_on and k == clause.first and _goes_on(row, k, clause):
            return k
        k += 1
    if k == clause.end:
        return None
    strong = row[k].text not in ("要", "计划", "提出") or meant or row[k].sort == Sort.PERIOD
    k += 1
    while k < clause.end and (row[k].sort == Sort.PERIOD or row[k].text in _LIGHT):
        if row[k].text in _CARRYING_ON and k + 1 < clause.end and _does(row[k + 1]):
            return k if strong else None
        k += 1
    return k if strong and k < clause.end and _does(row[k]) else None


def _shall(row: list[Chunk], k: int, clause: Clause) -> bool:
    """Whether a word says that what follows shall be: 将 before a verb, not 将 before an object."""
    if k + 1 >= clause.end:
        return False
    if row[k].sort == Sort.PERIOD:  # 计划明年, 力争年内: the aim is told with its time
        return row[k].text.startswith(_AIMED)
    return row[k].sort == Sort.WORD and row[k].text in _SHALL


def _goes_on(row: list[Chunk], k: int, clause: Clause) -> bool:
    """Whether a clause opens with what is to be done: 推动…, 加快打造…."""
    if _does(row[k]):
        return True
    return row[k].text in _CARRYING_ON and k + 1 < clause.end and _does(row[k + 1])


def _does(chunk: Chunk) -> bool:
    if chunk.sort == Sort.NAME:
        return chunk.text.startswith(_JOINED_TO_NAMES)
    return chunk.sort == Sort.WORD and chunk.text in _ACTS


#: Verbs that may stand in a name as well as before one.
_JOINED_TO_NAMES = ("共建", "建设", "打造")


def _is_aside(sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause only says how or where (围绕…, 在…方面) and the list goes on after it."""
    first = sentence.row[clause.first]
    return first.text in ("围绕", "聚焦", "以", "在", "通过", "立足", "依托")


def _actor(sentence: Sentence, clause: Clause, parties: tuple[str, ...]) -> str:
    """Who will do it: those who signed, who speaks, or whom the clause is about."""
    if sentence.row[clause.first].text in _BOTH:
        return parties[0] if parties else ""
    bodies = [n for n in clause.names if n.sort == "government_body" and n.at <= clause.first + 1]
    if bodies:
        return bodies[0].subject.name
    spoken = _we(sentence) or (sentence.reported and not clause.names)
    if spoken and sentence.speaker.name:
        return sentence.speaker.name
    return clause.about.name


def _we(sentence: Sentence) -> bool:
    """Whether somebody speaks of a body as 我们."""
    return any(c.text in ("我们", "我院", "我司", "我局") for c in sentence.row)
