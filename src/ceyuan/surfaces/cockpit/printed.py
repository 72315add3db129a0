"""How a value reads on a page: quantities, truths and texts, in Chinese and in English.

Nothing is rounded. Chinese counts in 万 and 亿 where the number stays exact that way, English groups
digits; the full amount stands in `exact`.
"""

import re
import tomllib
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from importlib.resources import files

from babel.numbers import format_decimal

from ceyuan.model.bilingual import Bilingual, Language, in_language
from ceyuan.model.claim import Value
from ceyuan.model.hedge import Hedge
from ceyuan.model.kind import Field, FieldType
from ceyuan.model.measure import Measure
from ceyuan.model.period import parse_period
from ceyuan.model.quantity import Quantity
from ceyuan.surfaces.cockpit.language import LOCALES
from ceyuan.surfaces.cockpit.printed_period import print_day, print_period

#: Most digits behind the point when counting in 万 or 亿: money is kept exact to the yuan so.
_MONEY_PLACES, _COUNT_PLACES = 4, 2

_MONTH_OR_YEAR = re.compile(r"\d{4}(-(0[1-9]|1[0-2]))?")


@dataclass(frozen=True, slots=True)
class Printed:
    """A value in the pieces a page sets apart.

    `before` is the hedge and, in English, the currency; `number` the digits with their sign;
    `unit` what follows, led by a space where it needs one; `exact` the whole amount without 万 or 亿.
    """

    before: str
    number: str
    unit: str
    exact: str

    def __str__(self) -> str:
        return f"{self.before}{self.number}{self.unit}"


@lru_cache(maxsize=8192)
def print_value(value: Value, measure: Measure, language: Language) -> Printed:
    """A value of a fact as people read it; growth and change carry their sign."""
    if isinstance(value, Quantity):
        return _print_quantity(value, measure in (Measure.GROWTH, Measure.CHANGE), language)
    if isinstance(value, bool):
        said = ("是" if value else "否") if language == "zh" else ("yes" if value else "no")
        return Printed("", said, "", said)
    if isinstance(value, date):
        said = print_day(value, language)
        return Printed("", said, "", said)
    return Printed("", value, "", value)


def print_text(value: str, field: Field, language: Language) -> Printed:
    """A text of a field: a choice by its official word, a day known to the month or the year as such."""
    said = value
    if field.type is FieldType.CHOICE:
        said = in_language(field.choice_term(value), language)
    elif field.type is FieldType.DATE and _MONTH_OR_YEAR.fullmatch(value):
        said = print_period(parse_period(value), language)
    return Printed("", said, "", said)


def print_given(value: object, unit: str, language: Language) -> Printed:
    """What a rule was given or made: a number in its unit (a share of 1 as %), a truth, a day, words.

    Unknown is a dash; of several words joined by bars each stands by itself.
    """
    if isinstance(value, date):
        return Printed("", print_day(value, language), "", value.isoformat())
    if isinstance(value, bool):
        return print_value(value, Measure.LEVEL, language)
    if isinstance(value, int | float):
        amount = Decimal(f"{value:.12g}") * (100 if unit == "share" else 1)
        rounded = amount.quantize(Decimal("0.01")) if amount % 1 else amount
        plain = rounded.normalize() if rounded % 1 else rounded.quantize(Decimal(1))
        said = "%" if unit == "share" else unit
        return print_value(Quantity(plain, said), Measure.LEVEL, language)
    if isinstance(value, Bilingual):
        return Printed("", said := in_language(value, language), "", said)
    words = "、".join(filter(None, str(value).split("|"))) if value else "—"
    return Printed("", words, "", words)


def print_count(count: int, language: Language) -> str:
    """A number of things, digits grouped."""
    return _digits(Decimal(count), language)


def _print_quantity(quantity: Quantity, signed: bool, language: Language) -> Printed:
    if language == "en":
        quantity = _without_myriads(quantity)
    scale, word = _scale(quantity) if language == "zh" else (Decimal(1), "")
    number = _run(quantity, scale, signed, language)
    unit = _unit(quantity.unit, language)
    before = _hedge(quantity.hedge, language)
    if language == "en" and (currency := _units()["currency"].get(quantity.unit)):
        before, unit = f"{before}{currency} ", ""
    exact = f"{before}{_run(quantity, Decimal(1), signed, language)}{unit}"
    return Printed(before, number, f"{word}{unit}", exact)


def _run(quantity: Quantity, scale: Decimal, signed: bool, language: Language) -> str:
    """The amount, or both ends of a range."""
    first = _digits(quantity.amount / scale, language, signed)
    if quantity.hedge is Hedge.BETWEEN and quantity.upper is not None:
        return f"{first}–{_digits(quantity.upper / scale, language)}"
    return first


def _scale(quantity: Quantity) -> tuple[Decimal, str]:
    """The 万 or 亿 in which the amount stays short and exact."""
    if quantity.unit == "%" or quantity.unit[:1] in ("万", "亿"):
        return Decimal(1), ""
    places = _MONEY_PLACES if quantity.unit in _units()["currency"] else _COUNT_PLACES
    ends = [quantity.amount] if quantity.upper is None else [quantity.amount, quantity.upper]
    for power, word in ((8, "亿"), (4, "万")):
        if all(abs(end) >= 10**power and _places(end.scaleb(-power)) <= places for end in ends):
            return Decimal(10) ** power, word
    return Decimal(1), ""


def _places(number: Decimal) -> int:
    exponent = number.normalize().as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0


def _digits(number: Decimal, language: Language, signed: bool = False) -> str:
    printed = format_decimal(
        abs(number), locale=LOCALES[language], decimal_quantization=False, group_separator=True
    )
    if number < 0:
        return f"−{printed}"
    return f"+{printed}" if signed and number > 0 else printed


def _unit(unit: str, language: Language) -> str:
    if language == "zh":
        return _units()["chinese"].get(unit, unit)
    said = _units()["english"].get(unit, unit)
    return f" {said}" if said[:1].isalpha() or said[:1] == "(" else said


def _without_myriads(quantity: Quantity) -> Quantity:
    """English has no 万: 3.2 万平方米 is 32,000 m²."""
    power = {"万": 4, "亿": 8}.get(quantity.unit[:1], 0)
    if not power or not quantity.unit[1:]:
        return quantity
    upper = quantity.upper.scaleb(power) if quantity.upper is not None else None
    return replace(
        quantity, amount=quantity.amount.scaleb(power), unit=quantity.unit[1:], upper=upper
    )


@cache
def _units() -> dict[str, dict[str, str]]:
    """How units read: `units.toml`."""
    return tomllib.loads(files(__package__).joinpath("units.toml").read_text("utf-8"))


def _hedge(hedge: Hedge, language: Language) -> str:
    if hedge in (Hedge.EXACT, Hedge.BETWEEN):
        return ""
    said = hedge.term.in_language(language)
    return f"{said} " if language == "en" else said
