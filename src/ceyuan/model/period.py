"""The time a figure is about: a year, a quarter, months, a run of years, or a day it stood at."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import BadInput

_WRITTEN = re.compile(
    "(?P<year>[0-9]{4})(?:-Q(?P<quarter>[1-4])|-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?"
)


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """`[start, end]`, both days included; `instant` marks a stock at the end of `end`.

    Written as in the ledger: `2021`, `2022-Q1`, `2021-01/2021-11`, `2016/2020`,
    `as_of 2020-12-31`, `as_of 2020-12`. `text` is that form; two periods are equal when they
    are written alike.
    """

    start: date
    end: date
    instant: bool
    text: str

    def __str__(self) -> str:
        return self.text


class UnreadablePeriod(BadInput):
    """A period that is not written in one of the ledger's forms."""


@lru_cache(maxsize=4096)
def parse_period(text: str) -> Period:
    """Read the ledger's written form.

    Raises:
        UnreadablePeriod: none of the forms. Never guessed.
    """
    written = text.strip()
    instant = written.startswith("as_of ")
    body = written.removeprefix("as_of ").strip()
    first, slash, last = body.partition("/")
    opening = _span(first)
    closing = _span(last) if slash else opening
    if opening is None or closing is None or closing[1] < opening[0] or (instant and slash):
        raise UnreadablePeriod(
            Bilingual(f"无法识别的期间：{text!r}", f"not a period: {text!r}"),
            remedy=Bilingual(
                "写成 2021、2022-Q1、2021-01/2021-11、2016/2020 或 as_of 2020-12-31",
                "write 2021, 2022-Q1, 2021-01/2021-11, 2016/2020 or as_of 2020-12-31",
            ),
        )
    return Period(opening[0], closing[1], instant, f"as_of {body}" if instant else body)


def _span(body: str) -> tuple[date, date] | None:
    m = _WRITTEN.fullmatch(body)
    if m is None:
        return None
    year = int(m["year"])
    first, last = 1, 12
    if m["quarter"]:
        first, last = 3 * int(m["quarter"]) - 2, 3 * int(m["quarter"])
    elif m["month"]:
        first = last = int(m["month"])
    try:
        if m["day"]:
            day = date(year, first, int(m["day"]))
            return day, day
        return date(year, first, 1), _month_end(year, last)
    except ValueError:  # year 0000, month 13, 30 February
        return None


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])
