"""Amounts: numbers as stored, 1,234.5, (123) for a loss, 285000元, 约150, 3—5, USD 120,000."""

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache
from typing import Any

from ceyuan.engines.reading.table.cells.outcome import (
    Finding,
    Outcome,
    doubtful,
    note,
    unreadable,
)
from ceyuan.engines.reading.table.grid import LOST_DIGITS
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import BadInput
from ceyuan.model.hedge import Hedge
from ceyuan.model.hedge_phrase import hedge_after, hedge_before
from ceyuan.model.numeral import parse_numeral
from ceyuan.model.quantity import Quantity
from ceyuan.model.unit import UnknownUnit, unit_of

#: No amount takes more characters; a passage in a column of numbers is not taken apart.
_LONGEST = 60
_PLAIN_NUMBER = re.compile(r"[-+]?\d+(?:\.\d+)?")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,4}(?:,\d{4})+(?:\.\d+)?")
_LOSS = re.compile(r"[(（]([^()（）]*\d[^()（）]*)[)）]")
_SHAPE = re.compile(
    r"(?P<sign>[-−–—+▲△])?(?P<currency>[¥￥]|人民币|rmb|cny)?"
    r"(?P<before>[^\d.,\-~]*?)"
    r"(?P<number>\d[\d,]*(?:\.\d+)?(?:(?:-|~|至|到)\d[\d,]*(?:\.\d+)?)?)"
    r"(?P<loose>[余多])?"
    r"(?P<scale>万亿|千万|百万|十万|万|亿|千(?=[元人家件项个户亩]))?"
    r"(?P<unit>[a-z㎡²%‰/\u4e00-\u9fff]*?)"
    r"(?P<after>[及或含]?以[上下内]|左右|上下|之内|有余|余|多|\+|整|正)?",
    re.I,
)
_FOREIGN = re.compile(
    r"(?:us\$|usd|us|hk\$|hkd|eur|jpy|gbp|chf|cad|aud|krw|sgd|rub|twd|nt\$|dm|[$€£₩])\s*[\d.,]+"
    r"|[\d.,]+\s*(?:万|亿|百万|千)?\s*(?:us\$|usd|hkd|eur|jpy|gbp|chf|cad|aud|krw|sgd|rub|twd|[$€£]"
    r"|美元|美金|欧元|英镑|日元|港元|港币|瑞士法郎|瑞郎|加元|澳元|韩元|新加坡元|新台币|台币|卢布|马克)",
    re.I,
)
_CURRENCY_NAME = re.compile(r"[A-Za-z]{2,3}|[$€£₩]|[\u4e00-\u9fff]+")
#: Families of units that cannot be below zero or broken into parts.
_WHOLE = frozenset({"person", "organisation", "item", "rank"})


def read_amount(raw: Any, text: str, *, unit: str, base: str) -> Outcome:
    """The amount of a cell in the base unit of its field.

    A unit printed in the cell wins over `unit` (heading, row of units, note of the sheet), and where
    the two differ the outcome says so.

    Args:
        raw: the cell as stored.
        text: the cell as tidy text.
        unit: what holds for the column; empty where nothing says.
        base: the unit of the field.
    """
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        if abs(raw) >= LOST_DIGITS:
            return _refused(text)
        number = Decimal(raw) if isinstance(raw, int) else Decimal(text)
        return _scaled(number, unit, base, text)
    if len(text) > _LONGEST:
        return _refused(text[:_LONGEST] + "…")
    plain = _plain(text)
    if _FOREIGN.fullmatch(plain) and base == "元":
        return _foreign(text, plain)
    negative = False
    if loss := _LOSS.fullmatch(plain):
        negative, plain = True, loss[1]
    if _PLAIN_NUMBER.fullmatch(plain):
        return _scaled(-Decimal(plain) if negative else Decimal(plain), unit, base, text)
    return _shaped(plain, text, unit, base, negative)


def _plain(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text)
    plain = re.sub(r"[\s'’]+", "", plain).replace("−", "-").replace("〜", "~").replace("～", "~")
    plain = re.sub(r"(?<=\d)[—–]{1,2}(?=\d)", "-", plain)
    plain = re.sub(r"^[—–](?=\d)", "-", plain)
    return plain.rstrip("。;；,，")


def _shaped(plain: str, text: str, unit: str, base: str, negative: bool) -> Outcome:
    shape = _SHAPE.fullmatch(plain)
    if shape is None:
        return _spelled(plain, text, unit, base)
    number = shape["number"]
    if "," in number and not _GROUPED.fullmatch(number):
        return _refused(text)
    negative = negative or shape["sign"] in {"-", "–", "—", "▲", "△"}
    own = (shape["scale"] or "") + shape["unit"]
    twice = False
    if shape["scale"] and not shape["unit"]:
        # 350万 under a heading in 万元 is 350万元: nobody counts ten thousands of ten thousands
        twice = _factor(unit, base) not in (None, Decimal(1))
        own = shape["scale"] + base
    used = own or unit
    if own and _factor(own, base) is None:
        return _refused(text)
    findings = [_unit_twice(text, unit)] if twice else list(_own_unit(own, unit, base))
    if shape["sign"] in {"▲", "△"}:
        findings.append(_accounting_minus(text))
    before, after = shape["before"], shape["after"] or shape["loose"] or ""
    ranged = re.search(r"[-~至到]", number) is not None
    if not before and after in {"", "整", "正"} and not ranged:
        amount = Decimal(number.replace(",", ""))
        outcome = _scaled(-amount if negative else amount, used, base, text)
        return Outcome(outcome.values, (*findings, *outcome.findings), outcome.original)
    return _hedged(before, number, used, after, base, text, findings)


def _hedged(
    before: str, number: str, used: str, after: str, base: str, text: str, findings: list[Finding]
) -> Outcome:
    factor = _factor(used, base)
    if factor is None:
        return _refused(text) if used else Outcome((), (_no_unit(),), text)
    hedge = _hedge(before, after)
    low, *rest = [Decimal(n.replace(",", "")) for n in re.split(r"[-~至到]", number)]
    if hedge is None or (rest and (hedge is not Hedge.EXACT or rest[0] < low)):
        return _refused(text)
    if rest:
        hedge = Hedge.BETWEEN
    upper = _trimmed(rest[0] * factor) if rest else None
    if hedge is not Hedge.EXACT:
        findings.append(
            doubtful(
                "approximate",
                Bilingual(f"“{text}”是约数", f"approximate ({text})"),
                Bilingual("如有准确数请改填", "give the exact number where it is known"),
            )
        )
    return Outcome((Quantity(_trimmed(low * factor), base, hedge, upper),), tuple(findings))


def _hedge(before: str, after: str) -> Hedge | None:
    """The hedge the words around a number give; None where they are no hedge."""
    if before and after not in {"", "整", "正"}:
        return None
    if before:
        found = hedge_before(before, len(before))
        return found[1] if found and found[0] == 0 else None
    if after in {"余", "多", "+"}:
        return Hedge.AT_LEAST
    found_after = hedge_after(after, 0, "元")
    if found_after and found_after[0] == len(after):
        return found_after[1]
    return Hedge.EXACT if after in {"", "整", "正"} else None


def _spelled(plain: str, text: str, unit: str, base: str) -> Outcome:
    """八, 二十三人, 一百二十万元: numbers in characters."""
    if found := re.fullmatch(
        r"([零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟点]+)(.*)", plain
    ):
        if re.fullmatch(r"[^十百千万亿拾佰仟点]{2,}", found[1]):
            # 三五 may be 35 or three to five
            return _refused(text)
        try:
            amount = parse_numeral(found[1])
        except BadInput:
            return _refused(text)
        own = found[2].removesuffix("整").removesuffix("正")
        if own in {"", "圆"} or _factor(own, base) is not None:
            return _scaled(amount, ("元" if own == "圆" else own) or unit, base, text)
    return _refused(text)


def _scaled(amount: Decimal, unit: str, base: str, text: str) -> Outcome:
    factor = _factor(unit, base)
    if factor is None and not amount and not unit:
        # nothing is nothing in any unit
        factor = Decimal(1)
    if factor is None:
        return Outcome((), (_no_unit() if not unit else _foreign_unit(unit, base),), text)
    value = amount * factor
    findings: tuple[Finding, ...] = ()
    if factor == 1 and is_whole(base) and value != value.to_integral_value():
        findings = (
            doubtful(
                "broken_count",
                Bilingual(f"“{text}”{base}不是整数", f"{text!r} {base} is no whole number"),
                Bilingual("核对数字或单位", "check the number or its unit"),
            ),
        )
    return Outcome((Quantity(_trimmed(value), base),), findings)


def _trimmed(value: Decimal) -> Decimal:
    """Without noughts behind the point, and without an exponent."""
    whole = int(value)
    return Decimal(whole) if value == whole else value.normalize()


#: Headings print some units shorter than texts do.
_SHORT = {"月": "个月", "机时": "小时", "时": "小时"}
_LONGER = {("年", "个月"): Decimal(12)}


@lru_cache(maxsize=1024)
def _factor(unit: str, base: str) -> Decimal | None:
    """How much of `base` one `unit` is; None where they do not compare or money has no unit."""
    unit, base = _SHORT.get(unit, unit), _SHORT.get(base, base)
    if unit == base:
        return Decimal(1)
    try:
        wanted = unit_of(base)
        if not unit:
            return None if wanted.family in {"money", "area"} else Decimal(1)
        given = unit_of(unit + base if unit in {"千", "万", "亿"} else unit)
    except UnknownUnit:
        return None
    if given.base == wanted.base:
        return given.factor / wanted.factor
    if (given.base, wanted.base) in _LONGER:
        return given.factor * _LONGER[given.base, wanted.base]
    # 5家 under 户, 12项 under 件: classifiers of things compare, people only with people
    things = {"organisation", "item", "event", "other"}
    if given.family in things and wanted.family in things:
        return given.factor / wanted.factor
    return None


@lru_cache(maxsize=256)
def is_whole(base: str) -> bool:
    """Whether things in this unit are counted one by one: people, firms, patents."""
    try:
        return unit_of(base).family in _WHOLE
    except UnknownUnit:
        return False


def may_be_negative(base: str) -> bool:
    """Whether an amount in this unit can be below zero at all: money can, people cannot."""
    try:
        return unit_of(base).family in {"money", "ratio", "temperature", "score", "other", "none"}
    except UnknownUnit:
        return True


def _own_unit(own: str, unit: str, base: str) -> tuple[Finding, ...]:
    if not own or not unit or _factor(own, base) == _factor(unit, base):
        return ()
    return (
        note(
            "unit_in_cell",
            Bilingual(
                f"表头单位为{unit}，本格自带单位{own}，按本格计",
                f"the heading says {unit}, the cell itself says {own}: the cell counts",
            ),
            Bilingual("如不对请改正单位", "correct the unit if this is wrong"),
        ),
    )


def _unit_twice(text: str, unit: str) -> Finding:
    return doubtful(
        "unit_twice",
        Bilingual(
            f"表头已是{unit}，本格又写“{text}”，按“{text}元”计",
            f"the heading says {unit} and the cell {text!r}: read as the cell alone says",
        ),
        Bilingual("核对后只保留一处单位", "check, and keep the unit in one place"),
    )


def _accounting_minus(text: str) -> Finding:
    return note(
        "accounting_minus",
        Bilingual(f"“{text}”按负数读取", f"{text!r} is read as negative"),
        Bilingual("如不是负数请改正", "correct it if it is not"),
    )


def _foreign(text: str, plain: str) -> Outcome:
    name = _CURRENCY_NAME.search(plain.upper())
    currency = name[0] if name else text
    return Outcome(
        (),
        (
            unreadable(
                "foreign_currency",
                Bilingual(f"金额为外币（{currency}），未折算", f"in {currency}, not converted"),
                Bilingual("按购置当日汇率折算成人民币后填写", "give the amount in yuan"),
            ),
        ),
        text,
    )


def _no_unit() -> Finding:
    return unreadable(
        "unit_missing",
        Bilingual("没有写明单位，不知是元还是万元", "no unit is given: yuan or ten thousand yuan?"),
        Bilingual("在表头或表上方注明单位", "state the unit in the heading or above the table"),
    )


def _foreign_unit(unit: str, base: str) -> Finding:
    return unreadable(
        "unit_does_not_fit",
        Bilingual(f"单位“{unit}”与该项（{base}）不符", f"the unit {unit} does not fit ({base})"),
        Bilingual("核对表头单位", "check the unit in the heading"),
    )


def _refused(text: str) -> Outcome:
    return Outcome(
        (),
        (
            unreadable(
                "not_an_amount",
                Bilingual(f"“{text}”不是一个数", f"{text!r} is not one amount"),
                Bilingual(
                    "填写一个数字，文字说明移到备注", "give one number; move words to the remarks"
                ),
            ),
        ),
        text,
    )
