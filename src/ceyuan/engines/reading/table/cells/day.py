"""Days: dates as stored, serial numbers, 2023年5月, 2021.06, 二〇二〇年三月, with a time, in ranges."""

import re
import unicodedata
from calendar import monthrange
from datetime import date, datetime, timedelta
from typing import Any

from ceyuan.engines.reading.table.cells.outcome import (
    NOTHING,
    Finding,
    Outcome,
    doubtful,
    note,
    unreadable,
)
from ceyuan.model.bilingual import Bilingual

#: Day 0 of the spreadsheet's count; serial 60 (29 February 1900) never was, all later days agree.
_DAY_ZERO = date(1899, 12, 30)
#: Serial numbers from 1930 to 2100; smaller and larger ones are no dates of a register.
_SERIALS = range(10959, 73416)
#: No day takes more characters.
_LONGEST = 60
_YEARS = range(1900, 2101)

_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_CHINESE_YEAR = re.compile(r"[〇○零一二三四五六七八九]{4}年")
_CHINESE_NUMBER = re.compile(r"[〇零一二三四五六七八九十廿卅]{1,3}(?=[月日号])")
_TIME_OF_DAY = r"(?:[\sT日]*\d{1,2}[:时点]\d{1,2}(?:[:分]\d{1,2}(?:\.\d+)?秒?)?分?)?"
_DAY = re.compile(
    r"(?P<y>\d{4})(?:年|[-./,])(?P<m>\d{1,2})(?:月|[-./,])(?P<d>\d{1,2})日?号?" + _TIME_OF_DAY
)
_MONTH = re.compile(r"(?P<y>\d{4})(?:年|[-./])(?P<m>\d{1,2})月?份?(?:底|末|初|中旬|上旬|下旬)?")
_YEAR = re.compile(r"(?P<y>\d{4})年?度?(?:底|末|初)?")
_SOLID = re.compile(r"(?P<y>(?:19|20)\d{2})(?P<m>\d{2})(?P<d>\d{2})?")
_OPEN_ENDED = re.compile(r"长期|长期有效|永久|永久有效|无固定期限|不限|至今|无期限|持续")
_RANGE = re.compile(r"\s*(?:至|到|~|—+|--+|–|(?<=[\d日月年])-(?=\d{4}|\d{1,2}月|长期))\s*")


def read_day(raw: Any, text: str) -> Outcome:
    """The day of a cell: a date, or `2018-09` or `2018` where only month or year is printed."""
    if isinstance(raw, datetime):
        return Outcome((raw.date(),))
    if isinstance(raw, date):
        return Outcome((raw,))
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        return _from_number(raw, text)
    if len(text) > _LONGEST:
        return Outcome((), (_not_a_day(text[:_LONGEST] + "…"),), text)
    plain = _plain(text)
    if _OPEN_ENDED.fullmatch(plain):
        return Outcome(
            (),
            (
                note(
                    "open_ended",
                    Bilingual(f"“{text}”：没有截止日期", f"{text!r}: no last day"),
                    Bilingual("无需处理", "nothing to do"),
                ),
            ),
            note=text,
        )
    if plain.isdigit() and len(plain) <= 6 and not _SOLID.fullmatch(plain):
        return _from_number(int(plain), text)
    return _from_text(plain, text)


def read_days(raw: Any, text: str) -> tuple[Outcome, Outcome] | None:
    """First and last day where the cell holds a range (2021.11—2024.11); None where it does not."""
    if not isinstance(raw, str) or len(text) > _LONGEST:
        return None
    plain = re.sub(r"^自|起(?=[至到~—-])|止$", "", _plain(text))
    pieces = [p for p in _RANGE.split(plain) if p]
    if len(pieces) != 2:
        return None
    first = _from_text(pieces[0], text)
    last = _from_text(_with_year(pieces[1], pieces[0]), text)
    if _OPEN_ENDED.fullmatch(pieces[1]):
        last = NOTHING
    elif not last.values:
        return None
    return (first, last) if first.values else None


def _with_year(last: str, first: str) -> str:
    if re.match(r"\d{4}", last):
        return last
    year = re.match(r"\d{4}年?", first)
    return (year[0] if year else "") + last


def _plain(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).strip().rstrip("。;,")
    plain = _CHINESE_YEAR.sub(lambda m: m[0].translate(_DIGITS), plain)
    plain = _CHINESE_NUMBER.sub(lambda m: str(_small(m[0])), plain)
    return re.sub(r"(?<=[年月])\s+|\s+(?=[年月日])|(?<=[-./])\s+|\s+(?=[-./])", "", plain)


def _small(characters: str) -> int:
    """十二 is 12, 廿一 is 21, 三十 is 30, 一二 (digit by digit) is 12."""
    characters = characters.replace("廿", "二十").replace("卅", "三十")
    if "十" not in characters:
        return int(characters.translate(_DIGITS))
    tens, _, ones = characters.partition("十")
    return int(tens.translate(_DIGITS) or "1") * 10 + int(ones.translate(_DIGITS) or "0")


def _from_text(plain: str, text: str) -> Outcome:
    for pattern in (_DAY, _SOLID, _MONTH, _YEAR):
        if found := pattern.fullmatch(plain):
            parts = found.groupdict()
            return _made(int(parts["y"]), parts.get("m"), parts.get("d"), text)
    return Outcome((), (_not_a_day(text),), text)


def _made(year: int, month: str | None, day: str | None, text: str) -> Outcome:
    if year not in _YEARS:
        return Outcome((), (_impossible(text),), text)
    if month is None:
        return Outcome((str(year),))
    if not 1 <= int(month) <= 12:
        return Outcome((), (_impossible(text),), text)
    if day is None:
        return Outcome((f"{year}-{int(month):02d}",))
    if not 1 <= int(day) <= monthrange(year, int(month))[1]:
        return Outcome((), (_impossible(text),), text)
    return Outcome((date(year, int(month), int(day)),))


def _from_number(number: float, text: str) -> Outcome:
    if number == int(number):
        whole = int(number)
        if whole in _YEARS:
            return Outcome((str(whole),))
        if 190001 <= whole <= 210012 or 19000101 <= whole <= 21001231:
            return _from_text(str(whole), text)
        if whole in _SERIALS:
            return Outcome((_DAY_ZERO + timedelta(days=whole),))
    elif int(number) in _SERIALS:
        return Outcome((_DAY_ZERO + timedelta(days=int(number)),))
    elif found := re.fullmatch(r"((?:19|20)\d{2})\.(\d{1,2})", text):
        if found[2] == "1":
            # typed as 2021.10, the spreadsheet drops the nought: January or October
            return Outcome((found[1],), (_january_or_october(text),))
        return _made(int(found[1]), found[2], None, text)
    return Outcome((), (_not_a_day(text),), text)


def _impossible(text: str) -> Finding:
    return unreadable(
        "impossible_date",
        Bilingual(f"日期不可能：{text}", f"impossible date {text}"),
        Bilingual("核对原始材料后改正", "look it up and correct it"),
    )


def _not_a_day(text: str) -> Finding:
    return unreadable(
        "not_a_date",
        Bilingual(f"“{text}”不是日期", f"{text!r} is not a date"),
        Bilingual("写成 2023-05-31、2023年5月 或 2023", "write 2023-05-31, 2023年5月 or 2023"),
    )


def _january_or_october(text: str) -> Finding:
    return doubtful(
        "month_lost",
        Bilingual(
            f"{text} 存成了数字，可能是1月也可能是10月，只取年份",
            f"{text} was stored as a number: January or October; only the year is taken",
        ),
        Bilingual("把单元格改成文本或日期再填", "type it again as text or as a date"),
    )
