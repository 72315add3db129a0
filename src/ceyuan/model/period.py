"""The time a figure is about: a year, a quarter, months, a run of years, or a day it stood at."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import BadInput


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
    return Period(opening[0], closing[1], instant, written)


def _span(body: str) -> tuple[date, date] | None:
    if m := re.fullmatch(r"(\d{4})", body):
        return date(int(m[1]), 1, 1), date(int(m[1]), 12, 31)
    if m := re.fullmatch(r"(\d{4})-Q([1-4])", body):
        year, quarter = int(m[1]), int(m[2])
        return date(year, 3 * quarter - 2, 1), _month_end(year, 3 * quarter)
    if m := re.fullmatch(r"(\d{4})-(\d{2})", body):
        year, month = int(m[1]), int(m[2])
        return (date(year, month, 1), _month_end(year, month)) if 1 <= month <= 12 else None
    try:
        day = date.fromisoformat(body)
    except ValueError:
        return None
    return day, day


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])
