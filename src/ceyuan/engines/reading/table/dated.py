"""The time a table is about, from its titles, and the time a heading means, resolved against it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ceyuan.model.errors import BadInput
from ceyuan.model.kind import Field, FieldType
from ceyuan.model.period import Period, parse_period

_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_CHINESE_YEAR = re.compile(r"[〇○零一二三四五六七八九]{4}(?=年)")
_Y = r"(?P<y>(?:19|20)\d{2})"
_STOOD = re.compile(
    rf"(?:截至|截止到?|截止至|统计时点|数据时点)[:：为]?\s*{_Y}\s*[年./-]\s*(?:(?P<m>\d{{1,2}})\s*[月./-]?\s*(?:(?P<d>\d{{1,2}})\s*日?)?)?(?P<end>年?末|年?底)?"
)
_FILLED = re.compile(
    rf"(?:填报|填表|统计|制表|更新|报告|报送|公布|发布|编制)?(?:日期|时间)[:：]\s*{_Y}\s*[年./-]\s*(?P<m>\d{{1,2}})(?:\s*[月./-]\s*(?P<d>\d{{1,2}})\s*日?)?"
)
_FISCAL = re.compile(rf"{_Y}\s*年?\s*(?:年度|会计年度|度)")
_MONTHS = re.compile(rf"{_Y}\s*年\s*(?P<a>\d{{1,2}})\s*月?\s*[-—–~至到]\s*(?P<b>\d{{1,2}})\s*月")
_PART = re.compile(rf"{_Y}\s*年\s*(?P<part>上半年|前三季度|第?[一二三四1-4]季度)")
_MONTH = re.compile(rf"{_Y}\s*[年./-]\s*(?P<m>\d{{1,2}})\s*月")
_DAY = re.compile(rf"{_Y}\s*[年./-]\s*(?P<m>\d{{1,2}})\s*[月./-]\s*(?P<d>\d{{1,2}})\s*日?")
_YEAR = re.compile(rf"(?<!\d){_Y}(?!\d)\s*年?")
_END = re.compile(rf"{_Y}\s*年\s*(?:年?末|年?底)")

_BACK = {
    "上": -1,
    "去": -1,
    "前一": -1,
    "前二": -2,
    "前年": -2,
    "最近": -1,
    "近一": -1,
    "本": 0,
    "当": 0,
    "今": 0,
    "年": 0,
    "期末": 0,
    "期初": -1,
    "年初": -1,
}


@dataclass(frozen=True, slots=True)
class TableTime:
    """What the titles say about time.

    Attributes:
        year: the year that 本年 and 上年 are counted from; None where nothing says.
        period: the year or months the table is about (2023年度); None where nothing says.
        as_of: the day or month its stocks stand at; None where nothing says.
    """

    year: int | None = None
    period: Period | None = None
    as_of: Period | None = None


def time_of(titles: Iterable[str], published: Period | None = None) -> TableTime:
    """Read the titles, the nearest to the table last; later ones win.

    `published` gives only the year to count from, and only where no title names one.
    """
    year: int | None = None
    period: Period | None = None
    as_of: Period | None = None
    for title in titles:
        plain = _CHINESE_YEAR.sub(lambda m: m[0].translate(_DIGITS), title)
        if found := _STOOD.search(plain):
            as_of = _stood(found) or as_of
            year = int(found["y"])
            plain = plain.replace(found[0], " ")
        if found := _END.search(plain):
            as_of, year = _period(f"as_of {found['y']}-12-31"), int(found["y"])
            plain = plain.replace(found[0], " ")
        if found := _FILLED.search(plain):
            as_of = as_of or _stood(found)
            year = year or int(found["y"])
            plain = plain.replace(found[0], " ")
        if found := _FISCAL.search(plain):
            period, year = _period(found["y"]), int(found["y"])
        elif found := _MONTHS.search(plain):
            period = _period(
                f"{found['y']}-{int(found['a']):02d}/{found['y']}-{int(found['b']):02d}"
            )
            year = int(found["y"])
        elif found := _PART.search(plain):
            period, year = _part(found["y"], found["part"]), int(found["y"])
        elif found := _DAY.search(plain):
            as_of = as_of or _stood(found)
            year = int(found["y"])
        elif found := _MONTH.search(plain):
            as_of = as_of or _period(f"as_of {found['y']}-{int(found['m']):02d}")
            year = int(found["y"])
        elif found := _YEAR.search(plain):
            year = int(found["y"])
    if year is None and published is not None:
        year = published.end.year
    return TableTime(year, period, as_of)


def column_period(field: Field, said: str, window: bool, time: TableTime) -> Period | None:
    """The period of a column's figures; None where nothing says or it cannot be resolved.

    Args:
        field: a stock takes the form `as_of`, a flow the run of time; what is neither (a name, a
            date, a truth) stands at the day of the table.
        said: what the heading says about time (see `Heading.time`).
        window: the heading speaks of several years together.
        time: what the table says.
    """
    if field.type is not FieldType.QUANTITY:
        return time.as_of
    if window:
        return _period(said) if "/" in said else None
    if not said:
        if field.stock:
            return time.as_of or (_end_of(time.period) if time.period else None)
        return time.period
    said = _absolute(said, time.year)
    if not said:
        return None
    if m := re.fullmatch(r"(\d{4})(末?)", said):
        return _period(f"as_of {m[1]}-12-31" if field.stock or m[2] == "末" else m[1])
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", said):
        return _period(f"as_of {said}") if field.stock else None
    if m := re.fullmatch(r"(\d{4}-\d{2})(末?)", said):
        return _period(f"as_of {m[1]}") if field.stock or m[2] else _period(m[1])
    if m := re.fullmatch(r"(\d{4})年(上半年|下半年|前三季度|第?[一二三四1-4]季度)", said):
        part = _part(m[1], m[2])
        return _end_of(part) if field.stock and part else part
    if "/" in said:
        run = _period(said)
        return _end_of(run) if field.stock and run else run
    return None


def _absolute(said: str, year: int | None) -> str:
    """上年度 counted from the year of the table; a time with a year in it as it is."""
    if said[:1].isdigit():
        return said
    if year is None:
        return ""
    for word in sorted(_BACK, key=len, reverse=True):
        if said.startswith(word):
            end = "末" if said.endswith(("末", "底", "初")) else ""
            return f"{year + _BACK[word]}{end}"
    return ""


def _stood(found: re.Match[str]) -> Period | None:
    year, month, day = found["y"], found["m"], found["d"]
    if month is None:
        return _period(f"as_of {year}-12-31")
    if day is None:
        return _period(f"as_of {year}-{int(month):02d}")
    return _period(f"as_of {year}-{int(month):02d}-{int(day):02d}")


def _part(year: str, part: str) -> Period | None:
    runs = {"上半年": "01/{y}-06", "下半年": "07/{y}-12", "前三季度": "01/{y}-09"}
    if part in runs:
        return _period(f"{year}-" + runs[part].replace("{y}", year))
    quarter = "一二三四".find(part.strip("第季度")) + 1 or part.strip("第季度")
    return _period(f"{year}-Q{quarter}")


def _end_of(period: Period) -> Period | None:
    return _period(f"as_of {period.end.isoformat()}")


def _period(text: str) -> Period | None:
    try:
        return parse_period(text)
    except (BadInput, ValueError):
        return None
