"""Which time a figure is about: the phrase that governs it, or what the paragraph goes on about."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date, timedelta

from ceyuan.model.measure import Measure
from ceyuan.model.period import Period, parse_period
from ceyuan.model.period_phrase import FoundPeriod

#: A run of days this short is an event, not a time that is reported on.
_EVENT = timedelta(days=2)
_MONTH = timedelta(days=32)


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
        self._governing = [p for p in periods if _governs(p) and not _a_base(p, even)]
        self._starts = [p.start for p in self._governing]
        self.published = published
        self._carried = carried
        self._title = carried
        self._here = False
        self._paragraph = 0
        self._dated = [p for p in periods if p.period is not None and p.kind in ("flow", "stock")]

    def begin_paragraph(self, start: int) -> None:
        """Only a time that is reported on goes on in a new paragraph, and there more weakly."""
        self._here = False
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
        if at >= 0 and self._starts[at] >= sentence:
            return self._governing[at]
        return None

    def pass_sentence(self, start: int, end: int) -> None:
        """Remember what the sentence `[start, end)` was about, for the sentences after it."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        for at in range(last - 1, first - 1, -1):
            phrase = self._governing[at]
            if phrase.period is not None and phrase.kind == "flow" and _reported(phrase):
                self._carried = phrase
                self._here = True
                return

    def period_of(
        self,
        phrase: FoundPeriod | None,
        measure: Measure,
        stock: bool | None,
        future: bool,
        timeless: bool,
        home: bool = True,
        yearly: bool = False,
        at: int = 0,
    ) -> tuple[Period | None, bool]:
        """The period of a figure, and whether the text says it in the figure's own sentence.

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
        if yearly and (run := self._run_of_years(phrase)) is not None:
            return run, said
        if phrase is not None and phrase.kind == "flow" and phrase.period is None:
            return None, True
        if phrase is not None and phrase.kind == "vague" and phrase.period is None:
            if future or timeless or self.published is None:
                return None, True
            return _as_of(self.published), True
        if phrase is None or phrase.period is None:
            if self._overtaken(at):
                phrase = None
            elif not timeless:
                phrase = self._title if future else self._goes_on(stock, home)
            else:
                phrase = None
            said = False
        if phrase is None or phrase.period is None:
            if future or timeless or self.published is None:
                return None, False
            return _as_of(self.published), False
        period = phrase.period
        if phrase.kind == "target" or future:
            return period, said
        if measure in (Measure.GROWTH, Measure.CHANGE):
            return self._of_growth(period), said
        if stock and not period.instant:
            return self._stood(period), said
        return period, said

    def _goes_on(self, stock: bool | None, home: bool) -> FoundPeriod | None:
        if self._here:
            return self._carried
        if not home:
            return self._title
        return self._title if stock and self.published is not None else self._carried

    def _overtaken(self, at: int) -> bool:
        """Whether the paragraph tells of something later than the time that is carried on."""
        carried = self._carried or self._title
        if carried is None or carried.period is None or self._here:
            return False
        return any(
            self._paragraph <= p.start < at and p.period and p.period.start > carried.period.end
            for p in self._dated
        )

    def _run_of_years(self, phrase: FoundPeriod | None) -> Period | None:
        """The years an average is over: those told, else those the text goes on about."""
        for told in (phrase, self._carried, self._title):
            if (
                told is not None
                and told.period is not None
                and told.period.start.year < told.period.end.year
            ):
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

    def _stood(self, period: Period) -> Period:
        if self.published is not None and period.end > self.published.end:
            return _as_of(self.published)
        return _at(period.end)


_MULTIPLE = re.compile(r"的? ?[0-9.]+(?:余|多)? ?倍")


def _a_base(phrase: FoundPeriod, even: str) -> bool:
    """Whether the phrase is what a multiple is taken of: 是2015年的3.2倍."""
    return bool(_MULTIPLE.match(even, phrase.end)) or even[phrase.start - 1 : phrase.start] in (
        "比",
        "较",
    )


def _governs(phrase: FoundPeriod) -> bool:
    if phrase.kind == "base":
        return False
    if phrase.kind == "vague":
        return True
    if phrase.period is None:
        return True
    return phrase.kind in ("stock", "target") or _spans(phrase) > _EVENT


def _reported(phrase: FoundPeriod) -> bool:
    return phrase.kind == "flow" and _spans(phrase) > _MONTH


def _spans(phrase: FoundPeriod) -> timedelta:
    period = phrase.period
    return period.end - period.start if period else timedelta(0)


def _as_of(published: Period) -> Period:
    if published.start == published.end:
        return _at(published.end)
    return parse_period("as_of " + published.text.removeprefix("as_of "))


def _at(day: date) -> Period:
    return parse_period(f"as_of {day.isoformat()}")
