"""The day or month a page says it was published."""

import re
from collections.abc import Sequence
from datetime import date

from ceyuan.authoring.reader import Line
from ceyuan.model.period import Period, parse_period

_DAY = re.compile(
    r"(?<!\d)((?:19|20)\d{2})\s?[年\-/.]\s?(\d{1,2})\s?[月\-/.]\s?(\d{1,2})(?!\d|[\d.]*%)\s?日?"
)
_LABELLED = re.compile(
    r"(?:发布|发表|更新|印发|成文|公开|刊发|发文)?(?:时间|日期)[:：]?|发布于|来源|作者"
)
#: A date in a line of more words than these is part of a sentence.
_SHORT = 60


def printed_date(lines: Sequence[Line], at_most: int = 40) -> Period | None:
    """The date beside the headline: alone in a short line, or after 发布时间; None where none is.

    A labelled date wins over a bare one, an earlier line over a later one. Dates in sentences
    are not dates of publication.
    """
    bare: Period | None = None
    for line in lines[:at_most]:
        words = line.text.strip()
        if len(words) > _SHORT or "。" in words or "，" in words:
            continue
        found = _DAY.search(words)
        day = _day(found) if found else None
        if day is None:
            continue
        if _LABELLED.search(words):
            return day
        bare = bare or day
    return bare


def _day(found: re.Match[str]) -> Period | None:
    try:
        return parse_period(date(int(found[1]), int(found[2]), int(found[3])).isoformat())
    except ValueError:
        return None
