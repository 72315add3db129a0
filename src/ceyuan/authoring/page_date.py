"""The day a page says it was published."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from ceyuan.authoring.reader import Line
from ceyuan.model.period import Period, parse_period

_DAY = re.compile(
    r"(?<!\d)((?:19|20)\d{2})\s?[年\-/.]\s?(\d{1,2})\s?[月\-/.]\s?(\d{1,2})(?![\d.%％])\s?日?"
)
_WRITTEN_DAY = re.compile(
    "([一二][〇○零０一二三四五六七八九]{3})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日"
)
_DIGITS = str.maketrans("〇○零０一二三四五六七八九", "0000123456789")
_LABEL = re.compile("(?:时间|日期)[:：]|发布于|发表于|来源[:：]")
#: A date in a line of more characters than these is part of a sentence.
_SHORT = 60
_HEAD, _FOOT = 40, 12


def printed_date(lines: Sequence[Line]) -> Period | None:
    """The day beside the headline, else the day under the signature; None where there is neither.

    Near the top a labelled day (发布时间：…) wins over a bare one, an earlier line over a later one.
    At the bottom only a line that is nothing but a day counts. Days in sentences never do.
    """
    filled = [line.text.strip() for line in lines if line.text.strip()]
    head = [words for words in filled[:_HEAD] if _may_date(words)]
    for words in (*(w for w in head if _LABEL.search(w)), *head):
        if found := day_in(words):
            return found[2]
    for words in reversed(filled[-_FOOT:]):
        if (found := day_in(words)) and found[1] - found[0] == len(words):
            return found[2]
    return None


def day_in(words: str) -> tuple[int, int, Period] | None:
    """Where a line names a day, from and to, and the day; the first that the calendar has."""
    for start, end, parts in (*_plain(words), *_written(words)):
        try:
            day = date(*parts)
        except ValueError:
            continue
        return start, end, parse_period(day.isoformat())
    return None


def _may_date(words: str) -> bool:
    return len(words) <= _SHORT and not any(mark in words for mark in "。，；")


def _plain(words: str) -> Iterable[tuple[int, int, tuple[int, int, int]]]:
    for found in _DAY.finditer(words):
        yield found.start(), found.end(), (int(found[1]), int(found[2]), int(found[3]))


def _written(words: str) -> Iterable[tuple[int, int, tuple[int, int, int]]]:
    for found in _WRITTEN_DAY.finditer(words):
        year = int(found[1].translate(_DIGITS))
        yield found.start(), found.end(), (year, _number(found[2]), _number(found[3]))


def _number(written: str) -> int:
    """A number up to 31 in Chinese: 十 is 10, 二十三 is 23."""
    tens, ten, ones = written.partition("十")
    if not ten:
        return int(written.translate(_DIGITS))
    return int(tens.translate(_DIGITS) or 1) * 10 + int(ones.translate(_DIGITS) or 0)
