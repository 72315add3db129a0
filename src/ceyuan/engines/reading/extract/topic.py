"""Whom a clause is about: who stands at its head, else whom the text goes on about."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from ceyuan.engines.reading.extract.chunk import CLAUSE_ENDS, Chunk, Sort
from ceyuan.engines.reading.extract.mention import type_of
from ceyuan.engines.reading.extract.phrase import is_verb
from ceyuan.engines.reading.extract.referring import (
    LEADING,
    is_end_of,
    lends,
    opens_with_noun,
    past_number,
    points_to,
    short_of,
)
from ceyuan.engines.reading.extract.subject import NOBODY, Subject, kind_of
from ceyuan.model.place import Gazetteer, PlaceLevel

#: After these the name is not whom the clause is about.
_OBLIQUE = frozenset(
    "位于 地处 坐落于 与 和 同 向 把 将 被 给 比 较 据 按 按照 根据 依托 通过 借助 联合 携手 支持 服务 助力 引进 引入 吸引 成立 组建 落户 高于 低于 占 居 由 从 围绕 为 以 推动 带动 促进 引导 帮助 依靠 聚焦 获 获得 入选 是 有 包括 来自 如 像 受 邀请 会同 经 经由".split()
)
_JOINING = frozenset("和 与 及 以及 同 联合 携手".split())
_SPOKEN = frozenset(
    "介绍 表示 说 坦言 告诉 认为 指出 透露 强调 称 谈到 看来 获悉 了解到 说道 直言 谈及 回忆".split()
)
_FOUNDING = frozenset("成立 组建 设立 创办 共建 创建 联合成立 合作共建 建成 建立 引建".split())
_OF_A_FUND = frozenset("规模 总规模 首期 首期规模 基金规模 已投 投资".split())
_OFFICES = (
    "负责人",
    "局长",
    "主任",
    "处长",
    "院长",
    "所长",
    "董事长",
    "总经理",
    "科长",
    "书记",
    "区长",
    "市长",
    "县长",
    "会长",
    "秘书长",
    "理事长",
    "经理",
    "主席",
    "教授",
    "总裁",
    "CEO",
    "工程师",
    "总监",
    "部长",
    "厂长",
    "相关人士",
    "工作人员",
    "创始人",
)
_BARE = frozenset(
    "公司 企业 研究院 园区 项目 学院 平台 中心 孵化器 基地 集团 院 研究所 园 产业园 科技园 开发区 高新区 经开区 基金 实验室 联盟 学校 大学 社区 众创空间".split()
)

#: Alone before an indicator these are the one last spoken of: 园区规上工业总产值.
_OWNERS = frozenset("园区 公司 研究院 学院 集团 全园 该园".split())
#: What a bare 项目 or 园区 has: after these it is the one last spoken of.
_OWN = frozenset("总投资 占地 占地面积 规划 建筑面积 总建筑面积 总占地 规划面积".split())
#: 二期 of an institute is a building, and who works in it is the institute.
_PHASES = ("一期", "二期", "三期")
_HOUSED = ("research_institute", "university", "enterprise")
_COMMON = frozenset((Sort.WORD, Sort.TERM))
#: How many of the names met last a shorter one may stand for.
_MET = 200


@dataclass(slots=True)
class Topics:
    """Whom the text is about, as it goes on.

    `about` is whom the whole page is about, `places` the places it names, most often first;
    `topic` whom the paragraph goes on about, `lead` whom it began with; `names` the names met so
    far, the latest last; `earlier` gives the rows of paragraphs passed over, asked for only when
    something points back.
    """

    gazetteer: Gazetteer | None
    about: Subject
    places: tuple[Subject, ...] = ()
    topic: Subject = NOBODY
    names: list[Subject] = field(default_factory=list)
    lead: Subject = NOBODY
    earlier: Callable[[], Iterable[list[Chunk]]] = tuple
    _counted: bool = False
    _begun: int = 0
    _places: dict[str, Subject] = field(default_factory=dict)
    _names: dict[str, Subject] = field(default_factory=dict)

    def begin_paragraph(self) -> None:
        """A new paragraph is about the page's own subject until it says otherwise."""
        self.topic = self.about
        self.lead = NOBODY
        self._counted = False
        self._begun = len(self.names)

    def clauses(self, row: list[Chunk]) -> list[tuple[int, int, Subject]]:
        """The clauses of a sentence as `[first, end)` with whom each is about.

        A sentence that opens with a noun of its own goes back to whom the paragraph began with; one
        that opens with a verb goes on about whom the last one ended with.
        """
        if opens_with_noun(row):
            self.topic = self.lead if self.lead.name else self.about
        found, first, begun = [], 0, NOBODY
        for k in range(len(row) + 1):
            if k == len(row) or (row[k].sort == Sort.MARK and row[k].text in CLAUSE_ENDS):
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
                self._remember(chunk)

    def subject_of(self, chunk: Chunk) -> Subject:
        """What a place, a name, 全区 or 该院 means."""
        if chunk.sort == Sort.PLACE:
            return self.place(chunk.load, chunk.text)
        if chunk.sort == Sort.NAME:
            return self._of_name(chunk)
        if chunk.sort == Sort.WHOLE:
            return self.whole(chunk.load)
        if chunk.sort == Sort.AGAIN:
            return self._again(chunk.load)
        return NOBODY

    def place(self, code: str, printed: str) -> Subject:
        """The place of this code, by its official name; a name several bear is the nearest."""
        key = f"{code} {printed}"
        if (have := self._places.get(key)) is not None:
            return have
        subject = Subject(printed, "district")
        if self.gazetteer is not None:
            near = self.about.code or None
            place = self.gazetteer.resolve(printed, near=near) or self.gazetteer.continuation(code)
            place = place or self.gazetteer.place(code)
            if place is not None:
                subject = Subject(place.name, "district", place.code)
        self._places[key] = subject
        return subject

    def inside(self, outer: str, inner: str) -> bool:
        """Whether the place `inner` lies in `outer` and is not the same."""
        return (
            self.gazetteer is not None and outer != inner and self.gazetteer.contains(outer, inner)
        )

    def whole(self, level: str) -> Subject:
        """全区, 全市, 全省 as this page means them."""
        if level == "国":
            return Subject("全国", "district", "000000")
        if level in ("区", "县", "旗"):
            return self._district(level)
        home = self.about if self.about.code else next(iter(self.places), self.about)
        if home.name.endswith(level) or self.gazetteer is None:
            return home
        for place in self.gazetteer.lineage(home.code):
            wanted = place.level is PlaceLevel.PROVINCE if level == "省" else True
            if wanted and (place.name.endswith(level) or level == "省"):
                return Subject(place.name, "district", place.code)
        return home

    def _district(self, level: str) -> Subject:
        """The district the page is about, or the one it names most where it is about another."""
        if self.about.name.endswith((level, "区", "县", "旗")):
            return self.about
        inside = [p for p in self.places if p.name.endswith((level, "区", "县", "旗"))]
        return inside[0] if inside else self.about

    def _clause(self, row: list[Chunk], first: int, end: int) -> Subject:
        said = self._headed(row, first, end)
        if said.name:
            self.topic = said
            if not self.lead.name:
                # figures told before anybody was named were the page's own
                self.lead = self.about if self._counted and self.about.name else said
        here = self.topic
        self._counted = self._counted or any(c.sort == Sort.FIGURE for c in row[first:end])
        for k in range(first, end):
            if row[k].sort == Sort.NAME:
                self._remember(row[k])
        founded = self._founded(row, first, end)
        if founded.name:
            self.topic = founded
        return here

    def _headed(self, row: list[Chunk], first: int, end: int) -> Subject:
        """The subject that stands at the head of a clause, or nobody."""
        first = past_number(row, first, end)
        if first >= end:
            return NOBODY
        relative = self._after_relative(row, first, end)
        if relative.name:
            return relative
        if learnt := self._learnt_from(row, first, end):
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
            if chunk.sort in (Sort.PLACE, Sort.NAME, Sort.WHOLE, Sort.AGAIN):
                break
            if chunk.sort == Sort.PERIOD or (chunk.sort == Sort.MARK and chunk.text in '"(·'):
                k += 1
                continue
            if chunk.sort in _COMMON and chunk.text in _BARE and not oblique:
                return self._bare(row, k, end)
            if chunk.sort == Sort.WORD and (
                chunk.text in LEADING
                or chunk.text in _OBLIQUE
                or chunk.tag in ("d", "c", "ad", "t", "p", "f")
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
            return self.of_department(chunk)
        if k + 1 < end and row[k + 1].text == "的" and k + 2 < end and row[k + 2].sort == Sort.NAME:
            return self.subject_of(row[k + 2])
        return subject

    def _learnt_from(self, row: list[Chunk], first: int, end: int) -> Subject | None:
        """记者从某某研究院获悉: what follows is about it."""
        for k in range(first, end):
            if row[k].text in ("获悉", "了解到", "得知"):
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
            return self.of_department(chunk)
        return subject

    def of_department(self, chunk: Chunk) -> Subject:
        """A bureau's figures are its place's; an association speaks for itself."""
        key = f"of {chunk.text}"
        if key not in self._places:
            self._places[key] = self._place_of_department(chunk)
        return self._places[key]

    def _place_of_department(self, chunk: Chunk) -> Subject:
        name = chunk.text
        if chunk.sort != Sort.NAME or name.endswith(
            ("科协", "协会", "商会", "总工会", "联合会", "学会")
        ):
            return self._of_name(chunk) if chunk.sort == Sort.NAME else self.subject_of(chunk)
        if self.gazetteer is not None:
            for cut in range(min(len(name) - 1, 12), 1, -1):
                if place := self.gazetteer.resolve(name[:cut], near=self.about.code or None):
                    return Subject(place.name, "district", place.code)
        if name[:1] in "市省" and len(name) <= 12:
            return self.whole(name[0])
        return self.about

    def _of_name(self, chunk: Chunk) -> Subject:
        """The one of this name, or the one met before whose longer name ends so."""
        if (have := self._names.get(chunk.text)) is None:
            have = self._names[chunk.text] = self._met(chunk.text, chunk.load or "")
        return have

    def _met(self, name: str, type_of_it: str) -> Subject:
        if name.endswith(_PHASES) and type_of(name[:-2]) in _HOUSED:
            name, type_of_it = name[:-2], type_of(name[:-2])
        short = short_of(name)
        for known in (self.about, *reversed(self.names[-_MET:])):
            if short_of(known.name) == short or is_end_of(name, known.name):
                return known
        return Subject(name, kind_of(type_of_it))

    def _remember(self, chunk: Chunk) -> None:
        if chunk.load not in ("government_body", "event"):
            subject = self._of_name(chunk)
            if not self.names or self.names[-1].name != subject.name:
                self.names.append(subject)

    def _catch_up(self) -> None:
        """Put the names of paragraphs passed over before those of this paragraph."""
        here, self.names = self.names[self._begun :], self.names[: self._begun]
        for row in self.earlier():
            self.note_names(row)
        self._begun = len(self.names)
        self.names += here

    def _again(self, noun: str) -> Subject:
        """The latest name that 该院, 该项目, 该中心 … can point back to."""
        if noun in ("区", "县", "市", "省", "镇", "街道"):
            return self.whole(noun) if noun in ("区", "县", "市", "省") else NOBODY
        self._catch_up()
        for subject in reversed(self.names):
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
        for subject in (*reversed(self.names[-6:]), self.about):
            if points_to(noun, subject):
                return subject
        return NOBODY
