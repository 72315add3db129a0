"""Printed tables: numbers whose unit stands in a heading, beside them, or in the name of the row."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from ceyuan.engines.reading.extract.about import Page
from ceyuan.engines.reading.extract.meaning import Meanings
from ceyuan.engines.reading.extract.naming import Named, bare, name_level, name_rate
from ceyuan.engines.reading.extract.raw import Raw
from ceyuan.engines.reading.extract.spot import plain
from ceyuan.engines.reading.extract.subject import Subject
from ceyuan.engines.reading.extract.text import Text, lines_in
from ceyuan.engines.reading.extract.timing import Times
from ceyuan.engines.reading.extract.vocabulary import PLACE, Vocabulary, family_of
from ceyuan.model.claim import Claim
from ceyuan.model.errors import CeyuanError
from ceyuan.model.measure import Measure
from ceyuan.model.period_phrase import FoundPeriod
from ceyuan.model.printed_quantity import parse_quantity
from ceyuan.model.quantity import Quantity
from ceyuan.model.section import Section
from ceyuan.model.standing import Standing

_UNIT_IN = re.compile(
    r"[(\[](?:单位:)?(?P<unit>[^()\[\]0-9]{1,7}|%)[)\]]|[,/](?P<behind>[万亿]?[元人吨]|%)$"
)
_UNIT_ABOVE = re.compile(r"单位:\s*(?P<unit>[^\s,、;。()|]{1,6})\s*$")
_NUMBER = re.compile(r"[-+]?[0-9][0-9,]*(?:\.[0-9]+)?$")
_GROWTH = re.compile(r"增长|增速|增幅|同比|±|[比较](?:上年|去年|同期)|涨幅")
_SHARE = re.compile(r"占比|比重|构成|占.{1,8}%")
_UNREAD = re.compile(r"排名|位次|名次|序号|备注|说明|责任|时限|单位名称|文号|日期|时间$|电话")
_AIMED = re.compile(r"目标|预期|计划|力争")
#: Headings that only say that here the amount stands.
_AMOUNT = re.compile(
    r"^(?:[0-9]{4}年)?(?:[0-9一二三四上下前]{0,3}(?:[-—至][0-9]+)?(?:月|季度|半年)?)?(?:末|底)?"
    r"(?:绝对[数值量额]|总量|总数|数值|数量|指标值|完成[数额值量]?|完成情况|实际[数值]?|实绩|金额|本年|本期|累计|全年|年|值|数据|规模|总额|(?:预期|计划|年度|工作)?目标[值数]?|计划[数值]?)?$"
)
_ROW_OF = re.compile(
    r"^(?:区县|地区|县区|县市区|县\(市、区\)|区域|镇街|街镇|乡镇|园区|名称|行政区|市县)"
)
_WHOLE = {"全区": "区", "全县": "县", "全市": "市", "全省": "省"}
_SUM = frozenset("合计 总计 小计 其他 平均".split())
_LEADING = re.compile(
    r"^[\s#*]*(?:其中:?|[(]?[一二三四五六七八九十]+[)、.]|[0-9]{1,2}[、.)]|#|[—-]+)*[\s#]*"
)
#: A table that lists firms, things or people one by one is a register and read as such.
_LIST = re.compile(r"(?:企业|单位|机构|平台|项目|成果|公司|人员)名称|姓名|信用代码|联系|法定代表")
_NUMBERING = re.compile(r"(?:序号|编号|序|No)$")
_FEWEST_CELLS = 2
_SHORT = 24

_Sort = Literal["unit", "level", "growth", "share", ""]


@dataclass(frozen=True, slots=True)
class _Cell:
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class _Column:
    """What a column holds; `unit` and `when` where its heading tells them."""

    sort: _Sort
    heading: str
    unit: str
    when: FoundPeriod | None
    aimed: bool


class Grids:
    """The printed tables of one part of a text."""

    def __init__(
        self,
        text: Text,
        vocabulary: Vocabulary,
        page: Page,
        times: Times,
        standing: Standing,
        section: Section,
        raw: Raw,
    ) -> None:
        self._text, self._vocabulary, self._times = text, vocabulary, times
        self._means = Meanings(vocabulary.gazetteer, page.about, page.places)
        self._standing, self._section, self._raw = standing, section, raw

    def read(self, start: int, end: int) -> Iterator[Claim]:
        """The claims of every table in a run that has a heading and at least one row."""
        above: list[tuple[int, int]] = []
        rows: list[list[_Cell]] = []
        for first, last in lines_in(self._text.even, start, end):
            cells = _cells(self._text.even, first, last)
            if len(cells) >= _FEWEST_CELLS:
                rows.append(cells)
                continue
            if rows:
                yield from self._table(rows, above)
                rows, above = [], []
            above = [*above[-1:], (first, last)]
        if rows:
            yield from self._table(rows, above)

    def _table(self, rows: list[list[_Cell]], above: list[tuple[int, int]]) -> Iterator[Claim]:
        heading, body = rows[0], rows[1:]
        if not body or any(_NUMBER.match(c.words) or _LIST.search(c.words) for c in heading):
            return
        unit, when = self._told_above(above)
        first = 1 if _NUMBERING.match(heading[0].words) else 0
        columns = [self._column(cell, when) for cell in heading[first + 1 :]]
        of_rows = bool(_ROW_OF.match(heading[first].words))
        for row in body:
            if len(row) == len(heading):
                yield from self._row(row[first], row[first + 1 :], columns, unit, of_rows)

    def _row(
        self,
        head: _Cell,
        cells: list[_Cell],
        columns: list[_Column],
        unit: str,
        of_rows: bool,
    ) -> Iterator[Claim]:
        words = _LEADING.sub("", head.words)
        if named_unit := _UNIT_IN.search(words):
            unit = named_unit["unit"] or named_unit["behind"]
            words = words[: named_unit.start()]
        row = list(zip(cells, columns, strict=True))
        unit = next((c.words for c, of in row if of.sort == "unit" and c.words), unit)
        words = bare(words)
        if not words or _NUMBER.match(words) or (of_rows and words in _SUM):
            return
        subject = self._subject(head, words) if of_rows else self._means.about
        base: Named | None = None
        for cell, column in row:
            if column.sort not in ("level", "growth", "share"):
                continue
            value = _amount(cell.words, column.unit or ("%" if column.sort != "level" else unit))
            if value is None:
                continue
            said = self._named("" if of_rows else words, column, value, subject.kind, base)
            if said is not None:
                base = said[0] if column.sort == "level" else base
                yield self._claim(head, cell, column, value, said, subject)

    def _named(
        self, words: str, column: _Column, value: Quantity, kind: str, base: Named | None
    ) -> tuple[Named, Measure] | None:
        """The indicator of a cell: its row with what the column measures.

        Growth and shares are of the amount before them (`base`), else of the row.
        """
        if column.sort == "growth" and (words or base):
            return base or name_rate(words, self._vocabulary, kind), Measure.GROWTH
        if column.sort == "share" and (words or base):
            name = f"{plain(base.indicator) if base else words}占比"
            return Named(name, name, words, "ratio", rate=True), Measure.SHARE
        words += "" if words.endswith(column.heading) else column.heading
        if column.sort != "level" or not words:
            return None
        if value.unit == "%":
            named = name_rate(words, self._vocabulary, kind)
        else:
            family = family_of(value.unit)
            named = name_level(words, family, value.unit, self._vocabulary, kind)
        return named, named.measure

    def _subject(self, cell: _Cell, words: str) -> Subject:
        """Whom a row is about where every row is a place."""
        if words in _WHOLE:
            return self._means.whole(_WHOLE[words])
        for found in self._text.wordings(cell.start, cell.end):
            if found.sort == PLACE:
                return self._means.place(found.key, self._text.even[found.start : found.end])
        return Subject(words, "")

    def _column(self, cell: _Cell, when: FoundPeriod | None) -> _Column:
        words = cell.words
        inside = _UNIT_IN.search(words)
        unit = (inside["unit"] or inside["behind"]) if inside else ""
        heading = bare(words[: inside.start()] if inside else words)
        own = self._text.periods_in(cell.start, cell.end)
        sort: _Sort = "level"
        if heading in ("单位", "计量单位"):
            sort = "unit"
        elif _UNREAD.search(heading) or len(heading) > _SHORT:
            sort = ""
        elif _GROWTH.search(words):
            sort = "growth"
        elif _SHARE.search(words):
            sort = "share"
        if _AMOUNT.match(heading) or sort == "growth":
            heading = ""
        told = next((p for p in own if p.period is not None and p.kind != "base"), when)
        return _Column(sort, heading, unit, told, bool(_AIMED.search(words)))

    def _told_above(self, above: list[tuple[int, int]]) -> tuple[str, FoundPeriod | None]:
        """The unit and the time the lines over a table tell for all of it."""
        unit, when = "", None
        for first, last in above:
            line = self._text.even[first:last]
            if len(line) > 2 * _SHORT:
                continue
            if found := _UNIT_ABOVE.search(line):
                unit = found["unit"]
            own = [p for p in self._text.periods_in(first, last) if p.period is not None]
            when = own[-1] if own else when
        return unit, when

    def _claim(
        self,
        head: _Cell,
        cell: _Cell,
        column: _Column,
        value: Quantity,
        said: tuple[Named, Measure],
        subject: Subject,
    ) -> Claim:
        named, measure = said
        told = self._times.period_of(
            column.when,
            measure=measure,
            stock=named.stock,
            future=column.aimed,
            timeless=False,
            home=subject is self._means.about,
            yearly=False,
            at=cell.start,
        )
        place = self._raw.place(head.start, cell.end)
        return Claim(
            subject=subject.name,
            kind=subject.kind,
            property=named.property,
            indicator=named.indicator,
            value=value,
            measure=measure,
            period=told.period,
            standing=Standing.TARGET if column.aimed else self._standing,
            section=self._section,
            locator=place,
            quote=self._raw.words(place),
            clean_span=(head.start, cell.end),
            note=told.note,
            extra={"place": subject.code, "told": told.told},
        )


def _amount(printed: str, unit: str) -> Quantity | None:
    """A cell as an amount; None where it is none, or nobody tells its unit."""
    if not _NUMBER.match(printed) or not unit:
        return None
    try:
        return parse_quantity(printed, unit)
    except CeyuanError:
        return None


def _cells(even: str, start: int, end: int) -> list[_Cell]:
    """The cells of a line between bars or tabs; none where it has neither."""
    line = even[start:end]
    mark = "|" if "|" in line else "\t"
    if mark not in line:
        return []
    cells, at = [], start
    for words in line.split(mark):
        inner = words.strip(" 　\t")
        lead = len(words) - len(words.lstrip(" 　\t"))
        cells.append(_Cell(at + lead, at + lead + len(inner), inner))
        at += len(words) + 1
    fenced = len(cells) > 1 and not cells[0].words
    return cells[1:-1] if fenced and not cells[-1].words else cells
