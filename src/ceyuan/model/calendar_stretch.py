"""A stretch of the calendar as a text names it: 2020年1—9月, 去年底, 上半年, 6月1日至9月30日.

Grammar only; which year 去年 or a bare 上半年 is in is decided by `stretch_in`, given the date of
publication.
"""

import re
from dataclasses import dataclass, replace
from typing import Literal

from ceyuan.model.period import Period, parse_period
from ceyuan.model.printed_date import number_in, written_day, written_month

Point = Literal["", "start", "end"]


@dataclass(frozen=True, slots=True)
class Stretch:
    """What was read up to `end`.

    `year` is a year, or with `relative` a distance from the year of publication; None where the
    text names none. `months` are the first and last month, `days` the first and last day of those
    months; `last_year` is another year in which the stretch ends. `point` is 底/末 or 初.
    """

    end: int
    year: int | None = None
    relative: bool = False
    months: tuple[int, int] | None = None
    days: tuple[int, int] | None = None
    quarter: int | None = None
    last_year: int | None = None
    point: Point = ""


_NUMERALS = "一二三四五六七八九十"
_MONTH = f"(?:1[0-2]|0?[1-9](?![0-9])|十[一二]?|[{_NUMERALS}])"
_DAY = f"(?:[12][0-9]|3[01]|0?[1-9](?![0-9])|三十一?|二?十[一二三四五六七八九]?|[{_NUMERALS}])"
TO = " ?(?:至|到|—{1,2}|–|-|~|～) ?"
_YEARS = re.compile(
    f"(?P<first>(?:1[89]|2[01])[0-9]{{2}}) ?{TO}(?P<last>(?:1[89]|2[01])[0-9]{{2}}) ?年度?"
)
_YEAR = re.compile(
    "(?P<year>(?:1[89]|2[01])[0-9]{2}|[一二][零一二三四五六七八九]{3}) ?年(?![代级])度?"
    "|(?P<this>今年度?|本年度?(?!级))|(?P<last>去年|上一?年度?(?![级轮]))|(?P<before>前年)|(?P<next>明年)"
)
_OFFSETS = {"this": 0, "last": -1, "before": -2, "next": 1}
_PART = re.compile(
    " ?的? ?(?:"
    "(?:1|一)(?P<q_to>(?:季度)? ?(?:至|到|—{1,2}|-|~) ?[二三四2-4]) ?季度"
    "|第?(?P<quarter>[一二三四1-4]) ?季度|(?P<opening>首季度?)"
    "|前(?P<quarters>[一二两三1-3])个?季度?"
    "|(?P<half>[上下])半年"
    f"|前(?P<first_months>{_MONTH}|两) ?个?月份?"
    f"|(?P<m1>{_MONTH}) ?月?份?{TO}(?P<m2>{_MONTH}) ?月份?(?! ?{_DAY} ?[日号])"
    f"|(?P<month>{_MONTH}) ?月份?(?: ?(?P<day>{_DAY}) ?[日号](?!线|楼|院|馆|地块))?(?:[上中下]旬)?"
    "|(?P<whole>全年)"
    ")"
)
_MONTH_WORD = re.compile(
    "(?P<this>本月份?)|(?P<last>上个?月份?)|(?P<quarter>本季度)|(?P<past>上季度)"
)
_POINT = re.compile(
    " ?(?:(?P<end>年?[底末](?![部线层座端盘])|年终|期末)|(?P<start>年?初(?![步级中创次心衷审期])))"
)
_YEAR_POINT = re.compile("(?P<end>年[底末]|年终)|(?P<start>年初(?!步))")
_LAST_DAY = re.compile(f"{TO}(?P<day>{_DAY}) ?[日号]")
_DASH = re.compile(TO)
_PART_STARTS = frozenset(" 的第首前上下全0123456789" + _NUMERALS)


def stretch_at(plain: str, at: int) -> Stretch | None:
    """The stretch of the calendar named at `at`, or None. `plain` is in plain characters."""
    if m := _YEARS.match(plain, at):
        return Stretch(m.end(), int(m["first"]), last_year=int(m["last"]))
    stretch = _one(plain, at)
    if stretch is None or stretch.point:
        return stretch
    return _up_to(plain, stretch)


def stretch_in(stretch: Stretch, published: Period | None, *, ahead: bool = False) -> Period | None:
    """The stretch as a period of the ledger (a flow, its point left out).

    Without a year it lies in the year of publication, or in the year before if its last month
    (its day) comes after publication and the text does not look `ahead`. None without a date of
    publication, and for days no calendar has.
    """
    year = year_of(stretch, published, ahead=ahead)
    if year is None or not 1000 <= year <= 9998:
        return None
    last_year = year if stretch.last_year is None else stretch.last_year
    if stretch.months is None:
        return _written(f"{year}", f"{last_year}")
    first, last = stretch.months
    if stretch.days:
        opening = written_day(year, first, stretch.days[0])
        closing = written_day(last_year, last, stretch.days[1])
        return _written(opening.text, closing.text) if opening and closing else None
    if stretch.quarter:
        return parse_period(f"{year}-Q{stretch.quarter}")
    if (first, last) == (1, 12):
        return _written(f"{year}", f"{last_year}")
    return _written(f"{year}-{first:02d}", f"{last_year}-{last:02d}")


def year_of(stretch: Stretch, published: Period | None, *, ahead: bool = False) -> int | None:
    """The year a stretch starts in."""
    if stretch.year is not None and not stretch.relative:
        return stretch.year
    if published is None:
        return None
    year = published.end.year + (stretch.year or 0)
    if stretch.year is not None or ahead:
        return year
    last = stretch.months[1] if stretch.months else 12
    late = last > published.end.month
    if stretch.days and last == published.end.month and published.start == published.end:
        late = stretch.days[1] > published.end.day
    return year - 1 if late else year


def _one(plain: str, at: int) -> Stretch | None:
    """One stretch, without a second that it runs to."""
    year, relative = None, False
    if m := _YEAR.match(plain, at):
        at = m.end()
        if m["year"]:
            year = number_in(m["year"])
        else:
            year, relative = _OFFSETS[m.lastgroup or "this"], True
    stretch = (
        _part(plain, at, year is None)
        if year is None or plain[at : at + 1] in _PART_STARTS
        else None
    )
    if stretch is None:
        if year is None:
            return None
        stretch = Stretch(at)
    stretch = replace(stretch, year=year, relative=relative) if year is not None else stretch
    if not stretch.point and (m := _POINT.match(plain, stretch.end)):
        stretch = replace(stretch, end=m.end(), point="end" if m["end"] else "start")
    return stretch


def _part(plain: str, at: int, alone: bool) -> Stretch | None:
    m = _PART.match(plain, at)
    if m is None:
        return _alone(plain, at) if alone else None
    if alone and plain[at] in " 的":
        return None
    end = m.end()
    if m["q_to"]:
        return Stretch(end, months=(1, 3 * number_in(m["q_to"][-1])))
    if m["opening"]:
        return Stretch(end, months=(1, 3), quarter=1)
    if m["quarter"]:
        quarter = number_in(m["quarter"])
        return Stretch(end, months=(3 * quarter - 2, 3 * quarter), quarter=quarter)
    if m["quarters"]:
        return Stretch(end, months=(1, 3 * number_in(m["quarters"])))
    if m["half"]:
        return Stretch(end, months=(1, 6) if m["half"] == "上" else (7, 12))
    if m["first_months"]:
        return Stretch(end, months=(1, number_in(m["first_months"])))
    if m["m1"]:
        first, last = number_in(m["m1"]), number_in(m["m2"])
        return Stretch(end, months=(first, last)) if first <= last else None
    if m["month"]:
        month = number_in(m["month"])
        day = number_in(m["day"]) if m["day"] else None
        return Stretch(end, months=(month, month), days=(day, day) if day else None)
    return Stretch(end, months=(1, 12))


def _alone(plain: str, at: int) -> Stretch | None:
    """年底 and the like, which name no year and no month."""
    m = _YEAR_POINT.match(plain, at)
    if m is None or plain[max(at - 1, 0) : at].isnumeric():
        return None
    return (
        Stretch(m.end(), point="end")
        if m["end"]
        else Stretch(m.end(), months=(1, 1), point="start")
    )


def month_word_at(
    plain: str, at: int, published: Period | None
) -> tuple[int, Period | None] | None:
    """本月, 上月, 本季度, 上季度: where the word ends and the period."""
    m = _MONTH_WORD.match(plain, at)
    if m is None:
        return None
    if published is None:
        return m.end(), None
    year, month = published.end.year, published.end.month
    if m["quarter"] or m["past"]:
        quarter = (month + 2) // 3 - (1 if m["past"] else 0)
        year, quarter = (year, quarter) if quarter else (year - 1, 4)
        return m.end(), parse_period(f"{year}-Q{quarter}")
    month -= 1 if m["last"] else 0
    return m.end(), written_month(year, month) if month else written_month(year - 1, 12)


def _up_to(plain: str, first: Stretch) -> Stretch:
    """The stretch from `first` to a second one after 至 or a dash, where there is one."""
    if first.days and first.months and (m := _LAST_DAY.match(plain, first.end)):
        last_day = number_in(m["day"])
        if last_day > first.days[0]:
            return replace(first, end=m.end(), days=(first.days[0], last_day))
    dash = _DASH.match(plain, first.end)
    second = _one(plain, dash.end()) if dash and dash.end() < len(plain) else None
    if second is None or second.point or second.relative or first.relative:
        return first
    if (first.months is None) != (second.months is None):
        return first
    if (first.days is None) != (second.days is None) or (first.year is None and second.year):
        return first
    last_year = second.year if second.year is not None else first.year
    months = first.months and second.months and (first.months[0], second.months[1])
    days = first.days and second.days and (first.days[0], second.days[1])
    begins = (first.year or 0, months[0] if months else 0, days[0] if days else 0)
    ends = (last_year or 0, months[1] if months else 0, days[1] if days else 0)
    if ends <= begins:
        return first
    return replace(
        first, end=second.end, months=months, days=days, quarter=None, last_year=last_year
    )


def _written(first: str, last: str) -> Period | None:
    if first == last:
        return parse_period(first)
    return parse_period(f"{first}/{last}") if first < last else None
