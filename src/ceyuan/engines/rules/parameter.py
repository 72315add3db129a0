"""A number of a notice: dated, with unit, source and a mark that says how sure it is."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from typing import Any

from ceyuan.authoring.rules import Band, BandTable, Column, Type
from ceyuan.engines.rules.day import day_number
from ceyuan.engines.rules.fault import RuleFault, rule_fault
from ceyuan.model.bilingual import Bilingual


class Mark(StrEnum):
    """How a value is known."""

    SOURCED = "sourced"
    RECALLED = "recalled"
    UNKNOWN = "unknown"
    CHOICE = "choice"
    INVENTED = "invented"

    @property
    def term(self) -> Bilingual:
        """The word people read."""
        return _MARKS[self]


_MARKS = {
    Mark.SOURCED: Bilingual("有出处", "sourced"),
    Mark.RECALLED: Bilingual("凭记忆，待核", "recalled, to be checked"),
    Mark.UNKNOWN: Bilingual("未公布", "not published"),
    Mark.CHOICE: Bilingual("本区自定", "the district's own choice"),
    Mark.INVENTED: Bilingual("虚构", "invented"),
}


@dataclass(frozen=True, slots=True)
class DatedValue:
    """What a parameter is from one day on.

    `value` is a number, a date, a truth, words, a tuple of words or of bands, in the unit written;
    None where it is unknown. `until` is the last day, None while the next value or nothing ends it.
    """

    start: date
    source: str
    mark: Mark
    value: Any = None
    until: date | None = None

    def holds(self, on: date) -> bool:
        """Whether it is the value of that day."""
        return self.start <= on and (self.until is None or on <= self.until)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter with all its values in order of date, each ended by the next."""

    name: str
    title: str
    unit: str
    values: tuple[DatedValue, ...]
    by_unit: str = ""

    @property
    def bands(self) -> bool:
        """Whether it is a table from a number to a number."""
        return bool(self.by_unit)

    def on(self, day: date) -> DatedValue | None:
        """The value of a day; None where it has none."""
        return next((v for v in self.values if v.holds(day)), None)

    def given(self, value: Any, day: date, source: str) -> "Parameter":
        """The same parameter with another value from that day on: a draft, a district's own."""
        kept = tuple(v for v in self.values if v.start < day)
        last = DatedValue(day, source, Mark.CHOICE, value)
        return replace(self, values=ended((*kept, last)))

    def argument(self, day: date) -> Any:
        """What a rule is given: a column, a table of bands, or a tuple of words."""
        held = self.on(day)
        value = held.value if held else None
        if self.bands:
            rows = value if value is not None else (Band(None, False, None, False, None),)
            return BandTable(self.name, tuple(self._scaled(row) for row in rows))
        if self.unit == WORDS and not isinstance(value, str):
            if value is None:
                return (Column("parameter", (self.name, None), Type.TEXT),)
            return tuple(value)
        return Column("parameter", (self.name, computed(value, self.unit)), _type_of(self.unit))

    def _scaled(self, row: Band) -> Band:
        return Band(
            computed(row.low, self.by_unit),
            row.low_included,
            computed(row.high, self.by_unit),
            row.high_included,
            computed(row.value, self.unit),
        )


#: Units that stand for something else than a number.
DAY, WORDS, TRUTH = "date", "text", "truth"

#: Units a number of a notice may have; `元/…` and `…/…` of two of them besides.
UNITS = frozenset(
    "share 元 美元 家 人 人次 件 项 个 份 次 台 台套 台(套) 套 种 名 位 天 日 工作日 个月 月 季度 年 分 倍 级 "
    "平方米 万平方米 亩 公里 小时 分钟 户 所 篇 批 期 轮 档 笔 户次 场 场次 人天 人月 机时 % ‰ 百分点 count".split()
)


def known_unit(unit: str) -> bool:
    """Whether a parameter may have this unit. 万元 may not: money is written in 元."""
    return unit in (DAY, WORDS, TRUTH) or all(part in UNITS for part in unit.split("/"))


def money_power(unit: str) -> int:
    """How often money is a factor of it: 元 once, 元/人 once, 个 not, 家/元 minus once."""
    above, *below = unit.split("/")
    return (above == "元") - sum(part == "元" for part in below)


def computed(value: Any, unit: str) -> Any:
    """A value as rules compute with it: money in fen, % as a share of 1, days since 1970."""
    if value is None or isinstance(value, bool | str):
        return value
    if isinstance(value, date):
        return day_number(value)
    exact = Decimal(str(value))
    power = money_power(unit)
    if power:
        return float(exact * 100) if power > 0 else float(exact / 100)
    if unit == "%":
        return float(exact / 100)
    return float(exact)


def written(value: Any, unit: str) -> Any:
    """What people read of a computed value: the way back from `computed`, for plain numbers."""
    if value is None or isinstance(value, bool | str):
        return value
    power = money_power(unit)
    if power:
        return float(Decimal(str(value)) / 100) if power > 0 else float(Decimal(str(value)) * 100)
    return float(Decimal(str(value)) * 100) if unit == "%" else float(value)


def ended(values: Iterable[DatedValue]) -> tuple[DatedValue, ...]:
    """Values in order of date, each without `until` ended the day before the next begins."""
    ordered = sorted(values, key=lambda v: v.start)
    made = []
    for value, after in zip(ordered, [*ordered[1:], None], strict=True):
        if value.until is None and after is not None:
            value = replace(value, until=date.fromordinal(after.start.toordinal() - 1))
        made.append(value)
    return tuple(made)


def parameter_faults(parameter: Parameter, where: str) -> Iterable[RuleFault]:
    """What is wrong with a parameter: unit, source, dates, bands; nothing is good."""
    place = f"{where} [{parameter.name}]"
    for unit in filter(None, (parameter.unit, parameter.by_unit)):
        if not known_unit(unit):
            yield rule_fault(
                f"不认识的单位 {unit!r}",
                f"unknown unit {unit!r}",
                where=place,
                remedy_zh="金额写 元，比例写 share；其余见 docs/add-a-programme.md",
                remedy_en="money in 元, ratios in share; the rest in docs/add-a-programme.md",
            )
    if not parameter.values:
        yield rule_fault(
            "没有 value",
            "has no value",
            where=place,
            remedy_zh=f'写 [[{parameter.name}.value]]；未公布的写 mark = "unknown"',
            remedy_en=f'write [[{parameter.name}.value]]; mark = "unknown" where nobody published it',
        )
    for earlier, later in pairwise(parameter.values):
        if earlier.start == later.start or (earlier.until and earlier.until >= later.start):
            yield rule_fault(
                f"{earlier.start} 起的值与 {later.start} 起的值日期重叠",
                f"the value from {earlier.start} overlaps with the one from {later.start}",
                where=place,
                remedy_zh="改正 from 或 until",
                remedy_en="correct from or until",
            )
    for value in parameter.values:
        yield from _value_faults(parameter, value, f"{place} from {value.start}")


def _value_faults(parameter: Parameter, value: DatedValue, where: str) -> Iterable[RuleFault]:
    if not value.source.strip():
        yield rule_fault(
            "没有出处",
            "has no source",
            where=where,
            remedy_zh='写明文号和条款；查不到的写 mark = "unknown"，source 写查过哪里',
            remedy_en='give notice and article; if nobody published it say so with mark = "unknown"',
        )
    if value.until and value.until < value.start:
        yield rule_fault(
            f"until {value.until} 早于 from {value.start}",
            f"until {value.until} is before from {value.start}",
            where=where,
            remedy_zh="改正日期",
            remedy_en="correct the dates",
        )
    if (value.value is None) != (value.mark is Mark.UNKNOWN):
        yield rule_fault(
            "mark 为 unknown 的不写值，其余必须写值",
            "mark unknown goes without a value, every other mark with one",
            where=where,
            remedy_zh='补上值，或写 mark = "unknown"',
            remedy_en='add the value, or write mark = "unknown"',
        )
    elif value.value is not None and not _fits(value.value, parameter):
        yield rule_fault(
            f"值 {value.value!r} 与单位 {parameter.unit!r} 不合",
            f"the value {value.value!r} does not go with the unit {parameter.unit!r}",
            where=where,
            remedy_zh="数字写数字，日期写 date，文字写 text；有 by_unit 的写 bands",
            remedy_en="numbers for numbers, date for days, text for words; bands with by_unit",
        )
    elif value.value is not None:
        if parameter.bands:
            yield from _band_faults(value.value, where)
        if below := [one for one in _numbers(value.value, parameter) if one < 0]:
            yield rule_fault(
                f"{below[0]:g} 小于零，{parameter.unit} 没有负数",
                f"{below[0]:g} is below zero, and there is no negative {parameter.unit}",
                where=where,
                remedy_zh="去掉负号；减少的幅度写成 share 或百分点",
                remedy_en="leave out the sign; a fall is written as a share or in 百分点",
            )


def _numbers(value: Any, parameter: Parameter) -> list[float]:
    """The numbers of a value that cannot be below zero: rates may fall, amounts and counts not."""
    if parameter.unit in (DAY, WORDS, TRUTH, "share", "%", "‰", "百分点"):
        return []
    return [row.value for row in value if row.value is not None] if parameter.bands else [value]


def _fits(value: Any, parameter: Parameter) -> bool:
    if parameter.bands:
        return isinstance(value, tuple) and all(isinstance(row, Band) for row in value)
    if parameter.unit == WORDS:
        words = (value,) if isinstance(value, str) else value
        return isinstance(words, tuple) and all(isinstance(w, str) and w for w in words)
    wanted = {DAY: date, TRUTH: bool}.get(parameter.unit)
    if wanted:
        return isinstance(value, wanted)
    return isinstance(value, int | float) and not isinstance(value, bool) and _sane(value)


def _sane(value: float) -> bool:
    return value == 0 or 1e-9 <= abs(value) <= 1e15


def _band_faults(rows: tuple[Band, ...], where: str) -> Iterable[RuleFault]:
    """A table must cover every number once: unbounded at both ends, each row beginning where the one before ends."""

    def said(zh: str, en: str) -> RuleFault:
        return rule_fault(
            f"分档表{zh}",
            f"the table of bands {en}",
            where=where,
            remedy_zh="各行由低到高，首尾相接：一行写 up_to，下一行写 above；写 below，下一行写 at_least",
            remedy_en="ascending rows that meet: up_to is followed by above, below by at_least",
        )

    if rows[0].low is not None:
        yield said(f"在 {rows[0].low:g} 以下没有值", f"has a gap below {rows[0].low:g}")
    if rows[-1].high is not None:
        yield said(f"在 {rows[-1].high:g} 以上没有值", f"has a gap above {rows[-1].high:g}")
    for row in rows:
        if row.low is not None and row.high is not None and not _runs_up(row):
            yield said(
                f"有空的一行 {row.low:g}–{row.high:g}", f"has an empty row {row.low:g}–{row.high:g}"
            )
    for below, above in pairwise(rows):
        if below.high is None or above.low is None or below.high > above.low:
            yield said("有两行重叠或未按次序", "has two rows that overlap or are out of order")
        elif below.high < above.low:
            yield said(
                f"在 {below.high:g} 与 {above.low:g} 之间有空档",
                f"has a gap between {below.high:g} and {above.low:g}",
            )
        elif below.high_included and above.low_included:
            yield said(f"的 {below.high:g} 同属两行", f"has {below.high:g} in two rows")
        elif not below.high_included and not above.low_included:
            yield said(f"的 {below.high:g} 不属任何一行", f"has {below.high:g} in no row")


def _runs_up(row: Band) -> bool:
    assert row.low is not None
    assert row.high is not None
    return row.low < row.high or (row.low == row.high and row.low_included and row.high_included)


def _type_of(unit: str) -> Type:
    return {DAY: Type.DAY, WORDS: Type.TEXT, TRUTH: Type.TRUTH}.get(unit, Type.NUMBER)
