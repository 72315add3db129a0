"""How days and periods read on a page, in Chinese and in English."""

import re
from datetime import date, datetime, timedelta, timezone
from functools import lru_cache

from babel.dates import format_date

from ceyuan.model.bilingual import Language
from ceyuan.model.period import Period
from ceyuan.surfaces.cockpit.language import LOCALES

_BEIJING = timezone(timedelta(hours=8))
_QUARTERS = "一二三四"
_DAY: dict[Language, str] = {"zh": "y年M月d日", "en": "d MMM y"}
_MONTH: dict[Language, str] = {"zh": "y年M月", "en": "MMM y"}


def print_day(day: date, language: Language) -> str:
    """2024年6月30日, 30 Jun 2024."""
    return _format(day, _DAY, language)


def print_moment(moment: datetime, language: Language) -> str:
    """A day with hours and minutes in Beijing time, the one time of the country."""
    there = moment.astimezone(_BEIJING)
    return f"{print_day(there.date(), language)} {there:%H:%M}"


@lru_cache(maxsize=2048)
def print_period(period: Period | None, language: Language) -> str:
    """A period as officers write it: 2024年, 2024年1—9月, 截至2024年6月30日; 期间不详 without one."""
    if period is None:
        return "期间不详" if language == "zh" else "period unknown"
    body = period.text.removeprefix("as_of ")
    first, slash, last = body.partition("/")
    if slash:
        return _print_run(period, first, last, language)
    printed = _print_one(period.start, first, language)
    if not period.instant:
        return printed
    to_the_day = len(first) == len("2020-12-31")
    if language == "zh":
        return f"截至{printed}" if to_the_day else f"截至{printed}末"
    return f"as of {printed}" if to_the_day else f"end of {printed}"


def print_publication(period: Period | None, language: Language) -> str:
    """The day or month something was published; 日期不详 where nobody knows."""
    if period is None:
        return "日期不详" if language == "zh" else "undated"
    return print_period(period, language)


def _print_one(start: date, body: str, language: Language) -> str:
    if re.fullmatch(r"\d{4}", body):
        return f"{body}年" if language == "zh" else body
    if quarter := re.fullmatch(r"(\d{4})-Q([1-4])", body):
        year, n = quarter[1], int(quarter[2])
        return f"{year}年{_QUARTERS[n - 1]}季度" if language == "zh" else f"Q{n} {year}"
    if re.fullmatch(r"\d{4}-\d{2}", body):
        return _format(start, _MONTH, language)
    return print_day(start, language)


def _print_run(period: Period, first: str, last: str, language: Language) -> str:
    start, end = period.start, period.end
    if len(first) == len(last) == 4:
        return f"{first}—{last}年" if language == "zh" else f"{first}–{last}"
    if len(first) == len(last) == 7 and start.year == end.year and "Q" not in first + last:
        if language == "zh":
            return f"{start.year}年{start.month}—{end.month}月"
        months = [_format(day, {"zh": "M月", "en": "MMM"}, language) for day in (start, end)]
        return f"{'–'.join(months)} {start.year}"
    dash = "—" if language == "zh" else " – "
    return dash.join((_print_one(start, first, language), _print_one(end, last, language)))


def _format(day: date, patterns: dict[Language, str], language: Language) -> str:
    return format_date(day, patterns[language], locale=LOCALES[language])
