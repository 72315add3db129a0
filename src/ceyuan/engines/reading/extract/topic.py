"""Whom a clause is about: who stands at its head, else whom the text goes on about."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ceyuan.engines.reading.extract.chunk import CLAUSE_ENDS, Chunk, Sort
from ceyuan.engines.reading.extract.meaning import Meanings
from ceyuan.engines.reading.extract.phrase import is_verb
from ceyuan.engines.reading.extract.referring import (
    LEADING,
    lends,
    opens_with_noun,
    past_number,
    points_to,
)
from ceyuan.engines.reading.extract.subject import NOBODY, Subject

#: After these the name is not whom the clause is about.
_OBLIQUE = frozenset(
    "位于 地处 坐落于 与 和 同 向 把 将 被 给 比 较 据 按 按照 根据 依托 通过 借助 联合 携手 支持 服务 助力 引进 引入 吸引 成立 组建 落户 高于 低于 占 居 由 从 围绕 为 以 推动 带动 促进 引导 帮助 依靠 聚焦 获 获得 入选 是 有 包括 来自 如 像 受 邀请 会同 经 经由".split()
)
_LEARNT = frozenset(("获悉", "了解到", "得知"))
_JOINING = frozenset("和 与 及 以及 同 联合 携手".split())
_SPOKEN = frozenset(
    "介绍 表示 说 坦言 告诉 认为 指出 透露 强调 称 谈到 看来 获悉 了解到 说道 直言 谈及 回忆".split()
)
_FOUNDING = frozenset("成立 组建 设立 创办 共建 创建 联合成立 合作共建 建成 建立 引建".split())
_OF_A_FUND = frozenset("规模 总规模 首期 首期规模 基金规模 已投 投资".split())
_OFFICES = tuple(
    "负责人 局长 主任 处长 院长 所长 董事长 总经理 科长 书记 区长 市长 县长 会长 秘书长 理事长 经理 "
    "主席 教授 总裁 CEO 工程师 总监 部长 厂长 相关人士 工作人员 创始人".split()
)
_BARE = frozenset(
    "公司 企业 研究院 园区 项目 学院 平台 中心 孵化器 基地 集团 院 研究所 园 产业园 科技园 开发区 高新区 经开区 基金 实验室 联盟 学校 大学 社区 众创空间".split()
)

#: Alone before an indicator these are the one last spoken of: 园区规上工业总产值.
_OWNERS = frozenset("园区 公司 研究院 学院 集团 全园 该园".split())
#: What a bare 项目 or 园区 has: after these it is the one last spoken of.
_OWN = frozenset("总投资 占地 占地面积 规划 建筑面积 总建筑面积 总占地 规划面积".split())
_COMMON = frozenset((Sort.WORD, Sort.TERM))
_NAMING = frozenset((Sort.PLACE, Sort.NAME, Sort.WHOLE, Sort.AGAIN))
_LIGHT_TAGS = frozenset("d c ad t p f".split())


@dataclass(slots=True)
class Topics:
    """Whom the text is about, as it goes on.

    `means` says what its names mean; `topic` is whom the paragraph goes on about, `lead` whom it
    began with; `earlier` gives the rows of paragraphs passed over, asked for only when something
    points back.
    """

    means: Meanings
    earlier: Callable[[], Iterable[list[Chunk]]] = tuple
    topic: Subject = NOBODY
    lead: Subject = NOBODY
    _counted: bool = False
    _begun: int = 0

    def begin_paragraph(self) -> None:
        """A new paragraph is about the page's own subject until it says otherwise."""
        self.topic = self.means.about
        self.lead = NOBODY
        self._counted = False
        self._begun = len(self.means.names)

    def clauses(self, row: list[Chunk]) -> list[tuple[int, int, Subject]]:
        """The clauses of a sentence as `[first, end)` with whom each is about.

        A sentence that opens with a noun of its own goes back to whom the paragraph began with; one
        that opens with a verb goes on about whom the last one ended with.
        """
        if opens_with_noun(row):
            self.topic = self.lead if self.lead.name else self.means.about
        found, first, begun = [], 0, NOBODY
        ends = [k for k, c in enumerate(row) if c.sort == Sort.MARK and c.text in CLAUSE_ENDS]
        for k in (*ends, len(row)):
            if k > first:
                about = self._clause(row, first, k)
                found.append((first, k, about))
                begun = begun if begun.name else about
            if k < len(row) and row[k].text == ";" and begun.code:
                self.topic = begun
            first = k + 1
        return found

    def note_names(self, row: list[Chunk]) -> None:
        """Remember the names of a sentence that states nothing, for 该院 and the like."""
        for chunk in row:
            if chunk.sort == Sort.NAME:
                self.means.remember(chunk)

    def subject_of(self, chunk: Chunk) -> Subject:
        """What a place, a name, 全区 or 该院 means."""
        if chunk.sort == Sort.PLACE:
            return self.means.place(chunk.load, chunk.text)
        if chunk.sort == Sort.NAME:
            return self.means.named(chunk)
        if chunk.sort == Sort.WHOLE:
            return self.means.whole(chunk.load)
        if chunk.sort == Sort.AGAIN:
            return self._again(chunk.load)
        return NOBODY

    def _clause(self, row: list[Chunk], first: int, end: int) -> Subject:
        said = self._headed(row, first, end)
        if said.name:
            self.topic = said
            if not self.lead.name:
                # figures told before anybody was named were the page's own
                self.lead = self.means.about if self._counted and self.means.about.name else said
        here = self.topic
        self._counted = self._counted or any(c.sort == Sort.FIGURE for c in row[first:end])
        self.note_names(row[first:end])
        founded = self._founded(row, first, end)
        if founded.name:
            self.topic = founded
        return here

    def _headed(self, row: list[Chunk], first: int, end: int) -> Subject:
        """The subject that stands at the head of a clause, or nobody."""
        first = past_number(row, first, end)
        if first >= end:
            return NOBODY
        words = [chunk.text for chunk in row[first:end]]
        if "的" in words and (relative := self._after_relative(row, first, end)).name:
            return relative
        if not _LEARNT.isdisjoint(words) and (learnt := self._learnt_from(row, first, end)):
            return learnt
        if row[first].text == "在" and row[end - 1].text in (
            "下",
            "中",
            "上",
            "时",
            "后",
            "方面",
            "过程",
        ):
            return NOBODY
        k, oblique = first, ""
        while k < end:
            chunk = row[k]
            if chunk.sort in _NAMING:
                break
            if chunk.sort == Sort.PERIOD or (chunk.sort == Sort.MARK and chunk.text in '"(·'):
                k += 1
                continue
            if chunk.sort in _COMMON and chunk.text in _BARE and not oblique:
                return self._bare(row, k, end)
            if chunk.sort == Sort.WORD and (
                chunk.text in LEADING or chunk.text in _OBLIQUE or chunk.tag in _LIGHT_TAGS
            ):
                if chunk.text in _OBLIQUE:
                    oblique = chunk.text
                elif chunk.tag == "p" or chunk.text in ("在", "作为", "位于", "走进", "来到"):
                    oblique = ""
                k += 1
                continue
            return NOBODY
        if k >= end:
            return NOBODY
        chunk = row[k]
        if self._spoken(row, k, end):
            return self._speaker(chunk)
        if oblique == "以" and any(c.text == "为例" for c in row[k:end]):
            return self.subject_of(chunk)
        if oblique in ("走进", "以") and chunk.sort == Sort.NAME:
            return self.subject_of(chunk)
        if oblique:
            return NOBODY
        if self._one_of_several(row, k, end) or lends(row, k, end):
            return NOBODY
        if chunk.sort == Sort.WHOLE and k + 1 < end and row[k + 1].text in ("平均", "平均水平"):
            return NOBODY
        if chunk.sort == Sort.WHOLE and (
            chunk.load == "国"
            or (k > first and row[k - 1].sort == Sort.WORD and row[k - 1].tag in ("p", "v"))
        ):
            return NOBODY
        subject = self.subject_of(chunk)
        if subject.kind == "department":
            return self._for_whom(chunk, subject)
        if k + 1 < end and row[k + 1].text == "的" and k + 2 < end and row[k + 2].sort == Sort.NAME:
            return self.subject_of(row[k + 2])
        return subject

    def _learnt_from(self, row: list[Chunk], first: int, end: int) -> Subject | None:
        """记者从某某研究院获悉: what follows is about it."""
        for k in range(first, end):
            if row[k].text in _LEARNT:
                for j in range(k - 1, first, -1):
                    if (
                        row[j].sort in (Sort.NAME, Sort.PLACE, Sort.AGAIN)
                        and row[j - 1].text == "从"
                    ):
                        return self._speaker(row[j])
        return None

    def _after_relative(self, row: list[Chunk], first: int, end: int) -> Subject:
        """…共建的[重庆工业设计产业园]开园: the head of a relative clause is the subject."""
        for k in range(end - 1, first, -1):
            chunk = row[k]
            if chunk.sort == Sort.FIGURE:
                return NOBODY
            if chunk.sort in (Sort.NAME, Sort.PLACE) and row[k - 1].text == "的" and k - 1 > first:
                if any(c.sort == Sort.FIGURE for c in row[first:k]) and k + 1 == end:
                    return NOBODY
                following = row[k + 1] if k + 1 < end else None
                if (
                    following is None
                    or following.verb
                    or (following.sort == Sort.WORD and following.tag in ("d", "ad", "f", "p"))
                ):
                    if self._one_of_several(row, k, end):
                        return NOBODY
                    subject = self.subject_of(chunk)
                    return NOBODY if subject.kind == "department" else subject
        return NOBODY

    def _founded(self, row: list[Chunk], first: int, end: int) -> Subject:
        last = row[end - 1]
        if last.sort != Sort.NAME or last.load in ("government_body", "event"):
            return NOBODY
        if last.load == "fund" and (end + 1 >= len(row) or row[end + 1].text not in _OF_A_FUND):
            return NOBODY
        if is_verb(row[first]) and any(c.text == "的" for c in row[first:end]):
            # 成立的甲、乙,吸引了…: a clause that is only a noun is the subject of the next
            return self.subject_of(last)
        for k in range(end - 2, max(first - 1, end - 6), -1):
            if row[k].sort == Sort.WORD and row[k].text in _FOUNDING:
                return self.subject_of(last)
            if row[k].sort == Sort.MARK or row[k].sort == Sort.NAME:
                break
        return NOBODY

    def _one_of_several(self, row: list[Chunk], k: int, end: int) -> bool:
        """Whether the name is the first of a list (龙润、蓝黛等13家企业)."""
        j = k + 1
        return bool(j < end and (row[j].text in ("、", "等") or row[j].text in _JOINING))

    def _spoken(self, row: list[Chunk], k: int, end: int) -> bool:
        words = row[k + 1 : min(k + 9, end)]
        return any(
            c.sort == Sort.WORD and (c.text in _SPOKEN or c.text.endswith(_OFFICES)) for c in words
        ) and not any(c.sort == Sort.FIGURE for c in words)

    def _speaker(self, chunk: Chunk) -> Subject:
        subject = self.subject_of(chunk)
        if subject.kind == "department":
            return self._for_whom(chunk, subject)
        return subject

    def _for_whom(self, chunk: Chunk, body: Subject) -> Subject:
        """Whose figures a bureau tells."""
        return self.means.of_department(chunk) if chunk.sort == Sort.NAME else body

    def _catch_up(self) -> None:
        """Put the names of paragraphs passed over before those of this paragraph."""
        here, self.means.names = self.means.names[self._begun :], self.means.names[: self._begun]
        for row in self.earlier():
            self.note_names(row)
        self._begun = len(self.means.names)
        self.means.names += here

    def _again(self, noun: str) -> Subject:
        """The latest name that 该院, 该项目, 该中心 … can point back to."""
        if noun in ("区", "县", "市", "省", "镇", "街道"):
            return self.means.whole(noun) if noun in ("区", "县", "市", "省") else NOBODY
        self._catch_up()
        for subject in reversed(self.means.names):
            if points_to(noun, subject):
                return subject
        return self.topic

    def _bare(self, row: list[Chunk], k: int, end: int) -> Subject:
        """公司, 项目, 园区 alone at the head of a clause: the one last spoken of, if any."""
        if k + 1 >= end:
            return NOBODY
        following = row[k + 1]
        if row[k].text in _OWNERS and following.sort == Sort.TERM:
            return self._latest(row[k].text)
        noun_next = following.sort == Sort.FIGURE or (following.nominal and not following.verb)
        if noun_next and following.text not in _OWN:
            return NOBODY
        return self._latest(row[k].text)

    def _latest(self, noun: str) -> Subject:
        """The name last spoken of that a bare noun may mean."""
        self._catch_up()
        for subject in (*reversed(self.means.names[-6:]), self.means.about):
            if points_to(noun, subject):
                return subject
        return NOBODY
