"""Which time a figure is about: the phrase that governs it, or what the paragraph goes on about."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from ceyuan.model.measure import Measure
from ceyuan.model.period import Period, parse_period
from ceyuan.model.period_phrase import FoundPeriod

_HAS_YEAR = re.compile(r"[0-9]{4}|[一二]五|去年底|“")
#: A run of days this short is an event, not a time that is reported on.
_EVENT = timedelta(days=2)
_MONTH = timedelta(days=32)
_TWO_MONTHS = timedelta(days=64)
#: A report comes out this long after the time it is about.
_SHORTLY = timedelta(days=80)


class Told(NamedTuple):
    """A period, whether the figure's own sentence tells it, and what is unsure about it."""

    period: Period | None
    told: bool
    note: str = ""


class Times:
    """The time phrases of one text and what they govern."""

    def __init__(
        self,
        periods: Sequence[FoundPeriod],
        published: Period | None,
        carried: FoundPeriod | None = None,
        even: str = "",
    ) -> None:
        """Take the phrases of `even` in order; `carried` is the time its title speaks of."""
        self._governing = [
            p
            for p in periods
            if _governs(p) and not (_a_base(p, even) or _of_an_aim(p, even) or _founded(p, even))
        ]
        self._starts = [p.start for p in self._governing]
        self.published = published
        self._carried = carried
        self._title = carried
        self._here = False
        self._aim: FoundPeriod | None = None
        self._years: FoundPeriod | None = None
        self._even = even
        self._stood_at: FoundPeriod | None = None
        self._paragraph = 0
        self._dated = [p for p in periods if p.period is not None and p.kind in ("flow", "stock")]
        self._dated_at = [p.start for p in self._dated]

    def begin_paragraph(self, start: int) -> None:
        """Only a time that is reported on goes on in a new paragraph, and there more weakly."""
        self._here = False
        self._stood_at = self._aim = self._years = None
        self._paragraph = start
        if self._carried is not None and not self._still_told(self._carried):
            self._carried = self._title

    def begin_block(self, told: FoundPeriod | None) -> None:
        """A heading says what the paragraphs under it are about (一、2023年工作回顾)."""
        self._carried = self._title = told

    def _still_told(self, phrase: FoundPeriod) -> bool:
        """Whether later paragraphs may still be about a time: not where it is long past."""
        if not _reported(phrase):
            return False
        past = phrase.period.end.year if phrase.period else 0
        return self.published is None or past >= self.published.end.year - 1

    def phrase_for(self, sentence: int, figure: int) -> FoundPeriod | None:
        """The phrase in the sentence that governs a figure, or None.

        It is the last one before the figure.
        """
        at = bisect_right(self._starts, figure) - 1
        if self._years is not None and _OVER_YEARS.search(self._even, sentence, figure):
            named = at >= 0 and self._starts[at] >= sentence and self._governing[at].period
            if not named:
                return self._years
        while at >= 0 and self._starts[at] >= sentence:
            phrase = self._governing[at]
            if not self._left_behind(phrase, figure):
                return self._up_to(phrase, at, sentence)
            at -= 1
        return None

    def _up_to(self, phrase: FoundPeriod, at: int, sentence: int) -> FoundPeriod:
        """截至10月底,今年新引进…: this year, up to the day just named."""
        if at == 0 or self._starts[at - 1] < sentence or phrase.phrase not in _THIS_YEAR:
            return phrase
        stood = self._governing[at - 1]
        if stood.kind != "stock" or stood.period is None or phrase.period is None:
            return phrase
        day = stood.period.end
        if day.year != phrase.period.end.year or phrase.start - stood.end > _NEAR:
            return phrase
        return replace(phrase, period=parse_period(f"{day.year}-01/{day.year}-{day.month:02}"))

    def _is_base(self, phrase: FoundPeriod) -> bool:
        """Whether it only says where a rise began: 由2015年的2.05%提升至2.87%."""
        before = self._even[phrase.start - 1 : phrase.start]
        return before in ("由", "从", "自") and bool(_ITS_NUMBER.match(self._even, phrase.end))

    def _left_behind(self, phrase: FoundPeriod, figure: int) -> bool:
        """由2018年的41%提高到53.6%: the year is only the first number's."""
        before = self._even[phrase.start - 1 : phrase.start]
        if self._even[figure - 1 : figure] in ("由", "从", "自"):
            return False
        return before in ("由", "从", "自") and bool(_RISEN.search(self._even, phrase.end, figure))

    def pass_sentence(self, start: int, end: int) -> None:
        """Remember what the sentence `[start, end)` was about, for the sentences after it."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        for phrase in self._governing[first:last]:
            if phrase.kind == "stock" and phrase.phrase[:1] in "截到" and phrase.period:
                self._stood_at = phrase
        for phrase in self._governing[first:last]:
            if phrase.kind == "target" and phrase.period is not None:
                self._aim = phrase
            if phrase.kind == "flow" and phrase.period and _several_years(phrase.period):
                self._years = phrase
        for at in range(last - 1, first - 1, -1):
            phrase = self._governing[at]
            if self._is_base(phrase):
                continue
            if phrase.period is not None and phrase.kind == "flow" and _reported(phrase):
                self._carried = phrase
                self._here = True
                return

    def period_of(
        self,
        phrase: FoundPeriod | None,
        *,
        measure: Measure,
        stock: bool | None,
        future: bool,
        timeless: bool,
        home: bool,
        yearly: bool,
        at: int,
    ) -> Told:
        """The period of a figure.

        Args:
            phrase: what governs it in its sentence.
            measure: of the figure.
            stock: whether its indicator stands at a date; None where unknown.
            future: whether it is expected or a target.
            timeless: whether it is a property of a thing (site area, planned investment).
            home: whether it is about whom the whole page is about; what other paragraphs were
                about does not reach anybody else.
            yearly: whether it is an average over years, which a run of years governs.
            at: place of the figure in the text.
        """
        said = phrase is not None
        undated = future or timeless or self.published is None
        if yearly and (run := self._run_of_years(phrase)) is not None:
            return Told(run, said)
        if phrase is not None and phrase.period is None:
            if phrase.kind == "flow" or (phrase.kind == "vague" and undated):
                return Told(None, True)
            if phrase.kind == "vague":
                return Told(_as_of(self.published), False)
        governing = phrase if phrase is not None and phrase.period is not None else None
        if governing is None:
            said = False
            if not timeless and not self._overtaken(at):
                aimed = self._aim or self._title
                governing = aimed if future else self._goes_on(stock, home)
        if future and not said and governing is not None:
            governing = self._whole_year(governing)
        if governing is None or governing.period is None:
            return Told(None if undated else _as_of(self.published), False)
        return Told(self._fitting(governing, measure, stock, future), said, self._note(governing))

    def _whole_year(self, phrase: FoundPeriod) -> FoundPeriod:
        """What is aimed at in a text about half a year is aimed at for the year."""
        period = phrase.period
        if period is None or period.instant or period.start.year != period.end.year:
            return phrase
        return replace(phrase, period=parse_period(str(period.end.year)))

    def _fitting(
        self, phrase: FoundPeriod, measure: Measure, stock: bool | None, future: bool
    ) -> Period | None:
        period = phrase.period
        if future and period is not None:
            return self._to_come(phrase, period)
        if period is None or phrase.kind == "target":
            return period
        if measure in (Measure.GROWTH, Measure.CHANGE):
            return self._of_growth(period)
        return self._stood(period) if stock and not period.instant else period

    def _to_come(self, phrase: FoundPeriod, period: Period) -> Period:
        """下半年 of what is aimed at is the one to come, where no year is named."""
        now = self.published
        here = self._title.period if self._title else None
        ahead = phrase.phrase.startswith("下半年") or (
            phrase.phrase == "全年" and (here is None or here.end.year != period.end.year)
        )
        if now is None or period.end >= now.start or not ahead:
            return period
        return parse_period(_A_YEAR.sub(lambda m: str(int(m[0]) + 1), period.text))

    def _note(self, phrase: FoundPeriod) -> str:
        """That a relative time was counted from a year the text names, where that is so."""
        if self.published is not None or _HAS_YEAR.search(phrase.phrase):
            return ""
        year = phrase.period.end.year if phrase.period else ""
        return f"发布日期未知：“{phrase.phrase}”按文中最近的年份（{year}年）推算"

    def _goes_on(self, stock: bool | None, home: bool) -> FoundPeriod | None:
        if stock and self._stood_at is not None:
            return self._stood_at
        if self._here:
            return self._carried
        if not home:
            return self._title
        if stock and self.published is not None and not self._just_ended(self._carried):
            return self._title
        return self._carried

    def _just_ended(self, phrase: FoundPeriod | None) -> bool:
        """Whether a text tells of a year or quarter that ended shortly before it appeared."""
        if phrase is None or phrase.period is None or self.published is None:
            return False
        since = self.published.start - phrase.period.end
        return timedelta(0) < since <= _SHORTLY and _spans(phrase) > _TWO_MONTHS

    def _overtaken(self, at: int) -> bool:
        """Whether the paragraph tells of something later than the time that is carried on."""
        carried = self._carried or self._title
        if carried is None or carried.period is None or self._here:
            return False
        first = bisect_left(self._dated_at, self._paragraph)
        last = bisect_left(self._dated_at, at)
        ended = carried.period.end
        return any(p.period and p.period.start > ended for p in self._dated[first:last])

    def _run_of_years(self, phrase: FoundPeriod | None) -> Period | None:
        """The years an average is over: those told, else those the text goes on about."""
        for told in (phrase, self._carried, self._years, self._title):
            if told is not None and told.period is not None and _several_years(told.period):
                return told.period
        return None

    def _of_growth(self, period: Period) -> Period:
        wider = self._carried.period if self._carried else None
        if (
            period.instant
            and wider
            and not wider.instant
            and wider.start <= period.end <= wider.end
        ):
            return wider
        return period

    def _stood(self, period: Period) -> Period | None:
        if self.published is not None and period.end > self.published.end:
            return _as_of(self.published)
        return _at(period.end)


_THIS_YEAR = frozenset("今年 今年以来 本年 本年度 年内 全年".split())
_NEAR = 12
_RISEN = re.compile(r"[0-9][^。;]*?(?:到|至|为)")
#: 五年累计, 五年来: the years a paragraph is about, where it names them.
_OVER_YEARS = re.compile(r"[三四五六七八九十]年(?:来|间|累计|共)")
_ITS_NUMBER = re.compile(r"(?:底|末)?的? ?[0-9]")
_A_YEAR = re.compile(r"(?<![0-9-])[0-9]{4}(?![0-9])")
_MULTIPLE = re.compile(r"的? ?[0-9.]+(?:余|多)? ?倍")


def _a_base(phrase: FoundPeriod, even: str) -> bool:
    """Whether the phrase is what a multiple is taken of: 是2015年的3.2倍."""
    return bool(_MULTIPLE.match(even, phrase.end)) or even[phrase.start - 1 : phrase.start] in (
        "比",
        "较",
    )


def _of_an_aim(phrase: FoundPeriod, even: str) -> bool:
    """Whether the phrase only says whose aim is meant: 完成[全年]目标的58%."""
    return phrase.phrase in _WHOSE_AIM and even[phrase.end : phrase.end + 2] in _AIMS


def _founded(phrase: FoundPeriod, even: str) -> bool:
    """Whether it only says since when there is somebody: 成立于2009年, 2009年成立的."""
    before = even[max(phrase.start - 4, 0) : phrase.start]
    return bool(_SINCE.search(before) or _BEGUN.match(even, phrase.end))


_SINCE = re.compile(r"(?:成立|创立|建立|创办|组建|设立|创建|始建|诞生|创业|注册|建|起步)于$")
_BEGUN = re.compile(r"(?:成立|创立|创办|创建|组建)(?:的|,|以来|于)")
_WHOSE_AIM = ("全年", "年度", "当年", "全年度")
_AIMS = ("目标", "任务", "计划")


def _governs(phrase: FoundPeriod) -> bool:
    if phrase.kind == "base":
        return False
    if phrase.kind == "vague":
        return True
    if phrase.period is None:
        return True
    return phrase.kind in ("stock", "target") or _spans(phrase) > _EVENT


def _several_years(period: Period) -> bool:
    return period.start.year < period.end.year


def _reported(phrase: FoundPeriod) -> bool:
    return phrase.kind == "flow" and _spans(phrase) > _MONTH


def _spans(phrase: FoundPeriod) -> timedelta:
    period = phrase.period
    return period.end - period.start if period else timedelta(0)


def _as_of(published: Period | None) -> Period | None:
    if published is None:
        return None
    if published.start == published.end:
        return _at(published.end)
    return parse_period("as_of " + published.text.removeprefix("as_of "))


def _at(day: date) -> Period:
    return parse_period(f"as_of {day.isoformat()}")


_EXPLICIT = re.compile(
    r"(?<![0-9—–\-至到比较与同])(20[0-9]{2})年(?!代|级|度?前|底前|[^,。;]{0,6}(?:将|拟|计划|力争|目标|规划|预计))"
)
_NAMED = re.compile(r"《[^《》\n]{1,80}》")


def year_told(even: str) -> Period | None:
    """The latest year a text names as past or present; None where it names none.

    For a text nobody can date: 今年 and 1—11月 in it mean that year at the earliest. Years in
    titles, of comparison and of plans do not count.
    """
    plain = _NAMED.sub(lambda m: "　" * len(m[0]), even)
    years = [int(m[1]) for m in _EXPLICIT.finditer(plain)]
    return parse_period(str(max(years))) if years else None
