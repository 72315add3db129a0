"""A day or a month as documents print it: 2021-06-22 10:12 · 2021年6月22日 · 2021.6 · 二〇二一年六月."""

import re
from datetime import date

from ceyuan.model.numeral import PLAIN, value_of
from ceyuan.model.period import Period, parse_period

_YEAR = "(?P<year>(?:19|20|21)[0-9]{2}|[一二][零一二三四五六七八九]{3})"
_MONTH = "(?P<month>[0-9]{1,2}|十[一二]?|[一二三四五六七八九])"
_DAY = "(?P<day>[0-9]{1,2}|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])"
_TIME = (
    r"(?:[ T]*(?:星期|周|礼拜)[一二三四五六日天])?(?: *[上下]午)?"
    r"(?:[ T]*[0-2]?[0-9] ?(?::|时|点) ?[0-5][0-9](?: ?[:分] ?[0-5][0-9]秒?)?分?(?:\.[0-9]{1,9})?"
    r"(?: ?(?:Z|[+-][0-2][0-9]:?[0-5][0-9]))?)?"
)
_FORMS = tuple(
    re.compile(form)
    for form in (
        f"{_YEAR} ?年 ?{_MONTH} ?月(?: ?{_DAY} ?[日号])?{_TIME}",
        f"{_YEAR} ?(?P<stroke>[-/.]) ?(?P<month>[0-9]{{1,2}})"
        f"(?: ?(?P=stroke) ?(?P<day>[0-9]{{1,2}}){_TIME})?",
        "(?P<year>(?:19|20)[0-9]{2})(?P<month>[01][0-9])(?P<day>[0-3][0-9])",
    )
)


def parse_date(printed: str) -> Period | None:
    """The day, or where none is printed the month, that `printed` names; None for anything else.

    A time of day, a weekday and brackets around are passed over. A day that no calendar has
    (2021-02-30) is None, never moved to another.
    """
    plain = printed.translate(PLAIN).strip().strip("()[]【】〔〕").strip()
    for form in _FORMS:
        if (m := form.fullmatch(plain)) is None:
            continue
        year, month = number_in(m["year"]), number_in(m["month"])
        return (
            written_day(year, month, number_in(m["day"]))
            if m["day"]
            else written_month(year, month)
        )
    return None


def number_in(printed: str) -> int:
    """A year, month or day in digits or spelled; 0 where it is neither."""
    value = value_of(printed)
    return 0 if value is None else int(value)


def written_day(year: int, month: int, day: int) -> Period | None:
    """That day, or None where the calendar has none."""
    try:
        return parse_period(date(year, month, day).isoformat())
    except ValueError:
        return None


def written_month(year: int, month: int) -> Period | None:
    """That month, or None."""
    return parse_period(f"{year:04d}-{month:02d}") if 1 <= month <= 12 and year else None
