"""What Chinese texts call a time: 今年以来, 前三季度, 1—11月, 截至2020年底, “十三五”期间, 同比.

Every phrase is resolved against the date of publication into the ledger's written forms
(`period.parse_period`); without one a relative phrase is still found, but its period stays None.
The rules are those of data/documents/GUIDE.md §3.6.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Literal

from ceyuan.model.calendar_stretch import Stretch, month_word_at, stretch_at, stretch_in
from ceyuan.model.five_year_plan import plan_at
from ceyuan.model.numeral import PLAIN
from ceyuan.model.period import Period, parse_period
from ceyuan.model.printed_date import number_in, parse_date

__all__ = ["FoundPeriod", "PeriodKind", "find_periods", "parse_date", "parse_period_phrase"]

PeriodKind = Literal["flow", "stock", "target", "base", "vague"]


@dataclass(frozen=True, slots=True)
class FoundPeriod:
    """A time phrase, `[start, end)` in the text as given.

    `kind` says what the phrase is for: what happened in a time (`flow`), what stood at a date
    (`stock`), a deadline (`target`), what a figure is compared with (`base`: 同比, 较2015年), or a
    time nobody can date exactly (`vague`: 近年来; 近三年 as the last three full years).
    `period` is None where it cannot be resolved.
    """

    start: int
    end: int
    period: Period | None
    phrase: str
    kind: PeriodKind


_NUMERALS = "一二两三四五六七八九十"
#: Where a phrase may start: looked for before anything is parsed.
_START = re.compile(
    f"[0-9年今本去上前明同环下全年目当近首过未历多迄如现第{_NUMERALS}“\"'「『‘截](?<![0-9][0-9])"
    f"(?=[年月季半前后来比度底末初去个有在已今期五零至到口几些此第 —–~\\-0-9{_NUMERALS}])"
)
_AFTER = re.compile(
    " ?(?:(?P<since>以来|起?至今|截至目前|到现在)|(?P<same>同期|同月)"
    "|(?P<until>(?:之|以)?前(?=[,，。;；、:：)） ]|完成|实现|建成|全面|基本|力争|要|将|达|\\Z))"
    "|(?P<from>(?:之|以)?后|起(?![步点草来重])|开始)|期间|(?:以|之)?内(?![外部容陆地需生蒙江])|当年(?=底|末)?)"
)
_WIDE = re.compile("[０-９〇○兩－−：（）．]")
_PLAN_STARTS = frozenset("“\"'「『‘" + _NUMERALS)
_PLAN_AFTER = re.compile(
    "(?:规划)?(?:(?P<end>期?末|收官之?年)|(?P<start>开局之?年|初期?)|(?P<since>以来)|(?P<during>期间|时期))"
)
#: “十四五”科技创新发展规划 is a name and no time.
_PLAN_NAME = re.compile("[^，。；、！？\n]{0,16}?(?:规划|纲要|计划》|方案》)")
_NOW = re.compile(
    "(?:截至|截止到?|到)?(?:目前|当前|现阶段)(?:为止)?|(?:截至|截止)现在|截至(?:发稿|当前|今日|今天|日前)|迄今(?:为止)?|如今|现[有已]|当下"
)
_VAGUE = re.compile(
    f"(?:近|过去)(?P<years>[{_NUMERALS}]{{1,2}}|[0-9]{{1,2}})个?年(?:多|间)?来?"
    "|近(?:些|几|十几|数)?年(?:间)?来?"
    f"|(?:未来|今后)(?:[{_NUMERALS}几]{{1,2}}|[0-9]{{1,2}})年"
    f"|多年来|历年来?|(?:[{_NUMERALS}]{{1,2}}|[0-9]{{1,2}})(?:余|多)?年(?:多)?来(?!自|到|访)"
    f"|近(?:[{_NUMERALS}几]{{1,2}}|[0-9]{{1,2}})个月|当年|(?<!合)同年"
)
_COMPARED = re.compile("同比|环比|同口径|同期")
_SINCE_ITS_START = re.compile(
    "(?:成立|组建|建成|运营|运行|开园|建园|建区|建院|实施|启动|开展|投用|揭牌|落地|入驻|创办|创建|设立|挂牌|改革开放)"
    f"(?:[{_NUMERALS}0-9]{{1,2}}(?:余|多)?年(?:多)?)?(?:以来|至今|来(?![自到访源]))"
)
_TITLE = re.compile("《[^《》\n]{1,80}》")
#: What stands right before a stretch and says what it is for.
_LEAD = re.compile(
    "(?:(?P<stock>截(?:[至止]?[到至]|止)?)|(?P<aim>(?:力争|预计|计划|争取|确保|规划|有望|拟|将|目标)(?:到|在|于)?)"
    "|(?P<base>比|较|与|相较于?|相比)|(?P<since>自从?|从)|(?P<to>到|至)) {0,2}\\Z"
)
_BASE_AFTER = re.compile(" ?(?:相比|相较)")


def find_periods(text: str, published: Period | None) -> list[FoundPeriod]:
    """Every time phrase of `text`, in order, none overlapping another.

    Args:
        text: repaired text. What stands in 《》 is a name and holds no time.
        published: the day or month of publication; None leaves relative phrases unresolved.
    """
    plain = text.translate(PLAIN) if _WIDE.search(text) else text
    found = list(_found(plain, published))
    extra = [FoundPeriod(*m.span(), None, m[0], "vague") for m in _SINCE_ITS_START.finditer(plain)]
    if extra:
        found = _merged(found, extra)
    return found if plain is text else [replace(f, phrase=text[f.start : f.end]) for f in found]


def parse_period_phrase(phrase: str, published: Period | None) -> Period | None:
    """The period of a phrase that is nothing but a time; None for anything else or unresolved."""
    printed = phrase.strip()
    match find_periods(printed, published):
        case [one] if (one.start, one.end) == (0, len(printed)):
            return one.period
    return None


def _found(plain: str, published: Period | None) -> Iterator[FoundPeriod]:
    titles = (m.span() for m in _TITLE.finditer(plain))
    title = next(titles, None)
    done = 0
    for start in _START.finditer(plain):
        at = start.start()
        if at < done:
            continue
        while title and title[1] <= at:
            title = next(titles, None)
        if title and title[0] < at:
            continue
        if found := _period_at(plain, at, done, published):
            yield found
            done = found.end


def _period_at(plain: str, at: int, since: int, published: Period | None) -> FoundPeriod | None:
    first = plain[at]
    if first in "同环" and (m := _COMPARED.match(plain, at)):
        return FoundPeriod(at, m.end(), None, m[0], "base")
    if first in "截目当到现迄如" and (m := _NOW.match(plain, at)):
        return FoundPeriod(at, m.end(), published and _as_of(published.text), m[0], "stock")
    if first in "本上" and (word := month_word_at(plain, at, published)):
        return FoundPeriod(at, word[0], word[1], plain[at : word[0]], "flow")
    if plan := _plan(plain, at, since, published):
        return plan
    if (m := _VAGUE.match(plain, at)) and (at == 0 or plain[at - 1] not in "第附最邻靠"):
        return FoundPeriod(at, m.end(), _last_years(m["years"], published), m[0], "vague")
    if first == "当" or (first in _NUMERALS and at and plain[at - 1] in _NUMERALS):
        return None
    stretch = stretch_at(plain, at)
    return _placed(plain, at, since, stretch, published) if stretch else None


def _placed(
    plain: str, at: int, since: int, stretch: Stretch, published: Period | None
) -> FoundPeriod | None:
    """The stretch with the words before and after it that say what it is for."""
    after = _AFTER.match(plain, stretch.end)
    end = stretch.end
    if after and not (after["from"] or after["since"]):
        end = after.end()
    lead = _LEAD.search(plain, max(at - 5, since), at)
    start = lead.start() if lead else at
    aimed = bool(lead and (lead["aim"] or lead["to"]))
    until = bool(after and after["until"])
    period = stretch_in(stretch, published, ahead=until or bool(lead and lead["aim"]))
    if after and after["same"]:
        return _said(plain, start, end, None, "base")
    if (lead and lead["base"]) or _BASE_AFTER.match(plain, end):
        return _said(plain, start, end, _stood(stretch, period), "base")
    if after and (after["since"] or (after["from"] and lead and lead["since"])):
        return _said(plain, start, after.end(), _until_now(period, published), "flow")
    if lead and lead["stock"]:
        closing = period and _as_of(_closing(stretch, period))
        return _said(plain, start, end, closing, "stock")
    if _is_future(stretch, period, published, stated=aimed or until):
        return _said(plain, start, end, period and _deadline(stretch, period), "target")
    if stretch.point == "start":
        return _said(plain, at, end, _opening_month(period), "flow")
    reached = lead and lead["to"] and not stretch.days and stretch.last_year is None
    if stretch.point == "end" or reached:
        closing = period and _as_of(_closing(stretch, period))
        return _said(plain, start if reached else at, end, closing, "stock")
    return _said(plain, at, end, period, "flow")


def _plan(plain: str, at: int, since: int, published: Period | None) -> FoundPeriod | None:
    """A five-year plan used as a time; “十四五”规划 and the like are names."""
    if plain[at] not in _PLAN_STARTS or (plan := plan_at(plain, at)) is None:
        return None
    end, (first, last), sure = plan
    after = _PLAN_AFTER.match(plain, end)
    if not after and (not sure or _PLAN_NAME.match(plain, end)):
        return None
    end = after.end() if after else end
    whole = parse_period(f"{first}/{last}")
    lead = _LEAD.search(plain, max(at - 5, since), at)
    if lead and lead["base"]:
        closing = _as_of(whole.end.isoformat()) if after and after["end"] else whole
        return _said(plain, lead.start(), end, closing, "base")
    if after and after["since"]:
        return _said(plain, at, end, _until_now(whole, published), "flow")
    if after and (after["end"] or after["start"]):
        year = last if after["end"] else first
        if after[0].endswith("年") or after["start"]:
            return _said(plain, at, end, parse_period(f"{year}"), "flow")
        aimed = bool(lead and (lead["aim"] or lead["to"]))
        if aimed if published is None else whole.end > published.end:
            return _said(plain, at, end, parse_period(f"{year}"), "target")
        return _said(plain, at, end, _as_of(f"{year}-12-31"), "stock")
    return _said(plain, at, end, whole, "flow")


def _said(plain: str, start: int, end: int, period: Period | None, kind: PeriodKind) -> FoundPeriod:
    return FoundPeriod(start, end, period, plain[start:end], kind)


def _as_of(written: str) -> Period:
    return parse_period(f"as_of {written}")


def _closing(stretch: Stretch, period: Period) -> str:
    """The last day, or for a bare month only the month: 截至11月 does not say which day."""
    if stretch.point == "end" or stretch.days or stretch.months is None or stretch.quarter:
        return period.end.isoformat()
    return f"{period.end:%Y-%m}"


def _stood(stretch: Stretch, period: Period | None) -> Period | None:
    """What a figure is compared with: a year, or where 底 or 初 was said the level then."""
    if period is None or not stretch.point:
        return period
    if stretch.point == "end":
        return _as_of(period.end.isoformat())
    return _as_of((period.start - timedelta(days=1)).isoformat())


def _opening_month(period: Period | None) -> Period | None:
    return period and parse_period(f"{period.start:%Y-%m}")


def _until_now(period: Period | None, published: Period | None) -> Period | None:
    if period is None or published is None or period.start > published.end:
        return None
    first, last = f"{period.start:%Y-%m}", f"{published.end:%Y-%m}"
    return parse_period(first if first == last else f"{first}/{last}")


def _is_future(
    stretch: Stretch, period: Period | None, published: Period | None, *, stated: bool
) -> bool:
    if period is None or published is None:
        return stated
    if stated or (stretch.point == "end" and stretch.year is not None):
        return period.end > published.end
    return period.start > published.end


def _deadline(stretch: Stretch, period: Period) -> Period:
    """Targets take the year of the deadline, or the month or quarter where one is named."""
    if stretch.months is None and stretch.last_year is None:
        return parse_period(f"{period.end.year}")
    return period


def _last_years(years: str | None, published: Period | None) -> Period | None:
    count = number_in(years) if years else 0
    if published is None or count < 1:
        return None
    last = published.end.year - 1
    return parse_period(f"{last - count + 1}/{last}" if count > 1 else f"{last}")


def _merged(found: list[FoundPeriod], extra: list[FoundPeriod]) -> list[FoundPeriod]:
    merged: list[FoundPeriod] = []
    for each in sorted(found + extra, key=lambda f: (f.start, -f.end)):
        if not merged or each.start >= merged[-1].end:
            merged.append(each)
    return merged
