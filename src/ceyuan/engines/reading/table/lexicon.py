"""Which field of which kind a heading means, and how sure that is."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from ceyuan.engines.reading.table.heading import Heading, plain, read_heading
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.kind import Field, Kind

#: Words in front of a heading that name whose figure it is or repeat the obvious.
_LEADING = (
    "企业 单位 公司 本企业 本单位 机构 仪器 设备 项目 平台 载体 园区 基金 本 年 年度 全年 当年 本年 期末 年末 "
    "是否为 是否是 是否 有无 主要 目前 现有 已 累计 其中 项目的 所属 所在 实际 国家 市级 省级"
).split()
#: Words behind a heading that add nothing.
_TRAILING = "情况 数量 总数 总额 金额 数额 合计 数 额 信息 名称 说明 (必填) 必填".split()
#: Words that a listed heading may have behind and a printed one may lack.
_ADDED = ("数", "数量", "名称", "金额", "额")
#: Shorter headings are matched only as listed: one character makes another word of them.
_FUZZY_FROM = 5

#: A name and the note in brackets it ends in; how sure a heading is that leaves the note out.
_ENDS_IN_NOTE, _NOTE_LEFT_OUT = re.compile(r"(.{4,}?)\([^()]*\)"), 0.9

_SEQUENCE = frozenset("序号 编号 no no. 行号 排序 顺序号 序 顺序 项次 #".split())
_NOTE = frozenset("备注 说明 附注 其他说明 情况说明 备注说明 remark remarks note".split())


@dataclass(frozen=True, slots=True)
class FieldMatch:
    """A field a heading may mean, how sure (0 to 1), and why."""

    field: Field
    sure: float
    reason: Bilingual


class Lexicon:
    """The headings of all kinds, ready to be asked."""

    def __init__(self, kinds: Iterable[Kind]) -> None:
        self.kinds = tuple(kinds)
        self._listed: dict[str, dict[str, list[tuple[Field, float]]]] = {}
        self._all: dict[str, float] = {}
        self._naming: set[str] = set()
        for kind in self.kinds:
            listed: dict[str, list[tuple[Field, float]]] = defaultdict(list)
            for field in kind.fields:
                for rank, key in _wordings(field):
                    if all(f.id != field.id for f, _ in listed[key]):
                        listed[key].append((field, rank))
                    self._all[key] = max(self._all.get(key, 0.0), rank)
            for key, field in _without_notes(kind, listed):
                listed[key].append((field, _NOTE_LEFT_OUT))
                self._all[key] = _NOTE_LEFT_OUT
            self._listed[kind.name] = dict(listed)
            for name in ("name", *kind.key[:1], *kind.nicknames):
                if named := kind.field(name):
                    self._naming |= {plain(w) for w in (named.name, *named.headings)}
        self._match = lru_cache(maxsize=16384)(self._find)
        self._known = lru_cache(maxsize=16384)(self._how_known)

    def matches(self, kind: str, heading: Heading) -> tuple[FieldMatch, ...]:
        """The fields of a kind that the heading may mean, best first."""
        return self._match(kind, heading)

    def known(self, text: str) -> float:
        """How sure it is that a cell is a heading at all: 1 for a listed one, 0 for none."""
        return self._known(text)

    def lists(self, text: str) -> bool:
        """Whether some kind lists the text as a heading, word by word."""
        return plain(text) in self._all

    def names(self, text: str) -> bool:
        """Whether the text heads a column of names (企业名称, 仪器名称)."""
        return any(key in self._naming for key, sure in _forms(read_heading(text)) if sure >= 0.97)

    def _how_known(self, text: str) -> float:
        if not text or len(text) > 60:
            return 0.0
        heading = read_heading(text)
        if is_sequence(heading) or is_note(heading):
            return 1.0
        if heading.bare:
            return 0.6
        best = 0.0
        for key, sure in _forms(heading):
            if key in self._all:
                best = max(best, sure * self._all[key])
        if best < 0.8:
            for key, sure in _trimmed(heading):
                best = max(best, sure * self._all.get(key, 0.0))
        return best

    def _find(self, kind: str, heading: Heading) -> tuple[FieldMatch, ...]:
        listed = self._listed[kind]
        found: dict[str, FieldMatch] = {}

        def offer(field: Field, sure: float, reason: Bilingual) -> None:
            if field.id not in found or found[field.id].sure < sure:
                found[field.id] = FieldMatch(field, sure, reason)

        for key, sure in _forms(heading):
            for field, rank in listed.get(key, ()):
                offer(field, sure * rank, _by_word(key, sure * rank))
        if not found:
            for key, sure in _trimmed(heading):
                for field, rank in listed.get(key, ()):
                    offer(field, sure * rank, _by_trimming(key))
        if not found:
            for field, sure, key in _alike(heading, listed):
                offer(field, sure, _by_likeness(key))
        return tuple(sorted(found.values(), key=lambda m: -m.sure))


def is_sequence(heading: Heading) -> bool:
    """Whether the column numbers the rows."""
    return heading.whole.replace("(", "").replace(")", "") in _SEQUENCE


def is_note(heading: Heading) -> bool:
    """Whether the column holds remarks on the row."""
    return heading.whole in _NOTE or heading.leaf in _NOTE


def _wordings(field: Field) -> Iterable[tuple[float, str]]:
    yield 1.0, plain(field.name)
    for printed in field.headings:
        yield 0.99, plain(printed)
    for printed in field.synonyms:
        yield 0.95, plain(printed)
    yield 0.9, plain(field.english)
    # the identifier a form was made with is surer than a word it ends with (registered_in_city)
    yield 0.95, plain(field.id)
    if field.id != field.id.replace("_", ""):
        yield 0.85, field.id.replace("_", "")


def _without_notes(kind: Kind, listed: Mapping[str, object]) -> tuple[tuple[str, Field], ...]:
    """Names that end in a note (评价得分（按省级标准）) as a form prints them that leaves the note out.

    Only where nothing else of the kind may be meant: 估值（美元） is not 估值.
    """
    bases: dict[str, list[Field]] = defaultdict(list)
    for field in kind.fields:
        if noted := _ENDS_IN_NOTE.fullmatch(plain(field.name)):
            bases[noted[1]].append(field)
    return tuple((key, of[0]) for key, of in bases.items() if len(of) == 1 and key not in listed)


def _forms(heading: Heading) -> Iterable[tuple[str, float]]:
    """The wordings under which a heading may be listed, with how far each can be trusted."""
    yield heading.whole, 1.0
    if heading.unit and heading.whole.endswith(f"({heading.unit})"):
        # 近三年新增股权融资总额(万元): a listed name that says a time of its own, and its unit
        yield heading.whole.removesuffix(f"({heading.unit})"), 1.0
    if heading.joined:
        yield heading.joined, 0.99
    for remark in heading.remarks:
        yield f"{heading.joined}({remark})", 0.99
        yield f"{heading.joined}{remark}", 0.9
    if len(heading.levels) > 1:
        leaf = heading.levels[-1]
        yield "-".join(heading.levels), 1.0
        yield "".join(heading.levels[-2:]), 0.98
        yield leaf, 0.93
        if leaf in _PLACEHOLDERS:
            yield heading.levels[-2], 0.9


#: Lowest levels that say nothing of their own.
_PLACEHOLDERS = frozenset("金额 数值 数量 名称 合计 总额 数额 小计 内容 数 值 总数".split())


def _trimmed(heading: Heading) -> Iterable[tuple[str, float]]:
    for base in dict.fromkeys((heading.joined, heading.leaf)):
        for front in ("", *_LEADING):
            if not base.startswith(front):
                continue
            body = base[len(front) :]
            for back in ("", *_TRAILING):
                if body.endswith(back) and (front or back):
                    key = body.removesuffix(back) if back else body
                    if len(key) >= 2:
                        yield key, 0.85 if not (front and back) else 0.8
            if len(body) >= 3:
                for more in _ADDED:
                    yield body + more, 0.82 if not front else 0.78


def _alike(
    heading: Heading, listed: dict[str, list[tuple[Field, float]]]
) -> Iterable[tuple[Field, float, str]]:
    word = heading.leaf
    if len(word) < _FUZZY_FROM:
        return
    for key, fields in listed.items():
        if abs(len(key) - len(word)) > 1 or len(key) < _FUZZY_FROM:
            continue
        apart = DamerauLevenshtein.distance(word, key, score_cutoff=1)
        if apart <= 1 and not _differs_in_sense(word, key):
            for field, rank in fields:
                yield field, 0.7 * rank, key


#: One of these more, less or exchanged makes another heading, not a slip of the pen.
_SENSE = frozenset(
    "无非不未上下前后本净总新旧内外主副进出收支开闭男女买卖甲乙ⅠⅡiⅱ0123456789一二三四五ABCabc率数额量年月日"
)


def _differs_in_sense(a: str, b: str) -> bool:
    return bool((set(a) ^ set(b)) & _SENSE)


def _by_word(key: str, sure: float) -> Bilingual:
    if sure >= 0.97:
        return Bilingual(f"表头即“{key}”", f"the heading is {key!r}")
    return Bilingual(f"表头末级为“{key}”", f"the lowest level of the heading is {key!r}")


def _by_trimming(key: str) -> Bilingual:
    return Bilingual(f"表头含“{key}”", f"the heading contains {key!r}")


def _by_likeness(key: str) -> Bilingual:
    return Bilingual(
        f"表头与“{key}”只差一字，请确认",
        f"the heading is one character off {key!r}: please confirm",
    )
