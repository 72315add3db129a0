"""Amounts as Chinese texts print them: found in running text, read from a cell, and printed.

A number is a quantity where a unit or classifier follows it, where it is a fraction (七成,
三分之一), a rank (第3位) or a part of a ratio that adds up to a hundred. Dates, times, numbers of
sections, documents and models (X86, 6AT), slogans (1+3+N, “三个提升”) and whatever stands in 《》
are not. Durations and ages are found and marked, so that their numbers are lent to nothing else.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ceyuan.model.bilingual import Bilingual
from ceyuan.model.capital_amount import parse_capital_amount
from ceyuan.model.errors import BadInput
from ceyuan.model.following_unit import AFTER_SPELLED, unit_after
from ceyuan.model.hedge import Hedge
from ceyuan.model.hedge_phrase import falls_before, hedge_after, hedge_before
from ceyuan.model.numeral import PLAIN
from ceyuan.model.printed_number import NumberForm, PrintedNumber, number_at
from ceyuan.model.quantity import Quantity
from ceyuan.model.rank_phrase import PrintedRank, first_places_at, moves_rank, rank_at
from ceyuan.model.unit import Unit, unit_of
from ceyuan.model.written_quantity import print_quantity

__all__ = [
    "FoundQuantity",
    "NumberForm",
    "UnreadableQuantity",
    "find_quantities",
    "parse_quantity",
    "print_quantity",
]


@dataclass(frozen=True, slots=True)
class FoundQuantity:
    """A quantity in a text; every place is `[start, end)` in the text as given.

    Attributes:
        start, end: hedge, number and unit together (超220家以上); a verb before is not in it.
        number_start, number_end: the number alone, with its 万 or 亿 (3.5万) and 多 or 余.
        quantity: in the base unit; negative after 下降, 减少, 负 and the like.
        printed_unit: the unit as printed, without the scale; empty for a bare number.
        number_form: digit, chinese (两家), fraction (七成), ordinal (第3位), ratio (a:b:c).
        scale: 10000 for 3.5万, 1 where the number has no 万 or 亿.
        duration: it measures a length of time or an age.
        falling: a verb of decrease stands before it and made it negative.
    """

    start: int
    end: int
    number_start: int
    number_end: int
    quantity: Quantity
    printed_unit: str
    number_form: NumberForm
    scale: Decimal = Decimal(1)
    duration: bool = False
    falling: bool = False


class UnreadableQuantity(BadInput):
    """Characters that are no single amount."""


_RUN = re.compile(
    "[0-9][0-9,.]*+|[一二两三四五六七八九十百千万亿廿卅][一二两三四五六七八九十百千万亿零点廿卅]*+"
    "|[数几][十百千万亿]++|翻(?=了?[近约超]?[一两二三四五六七八九1-9]?多?番)|半(?=数)"
)
_WIDE = re.compile("[０-９〇○兩萬億貳參－−／：︰∶＋．％壹贰叁肆伍陆柒捌玖拾佰仟]")
_NAME = re.compile(r"《[^《》\n]{1,80}》|[“‘「『][^“”‘’「」『』\n]{1,8}[”’」』]")
_DASH = re.compile(" ?(?:[—–─~～]|-{1,2}|—— ?|至|到) ?(?P<minus>[-负](?=[0-9]))?")
_RATIO = re.compile(
    r"[0-9]{1,3}(?:\.[0-9]{1,2})?(?: ?: ?[0-9]{1,3}(?:\.[0-9]{1,2})?){2,3}(?![:0-9.])"
)
_PART = re.compile(r"[0-9]+(?:\.[0-9]+)?")
#: 人数十万 is a count of 十万, not 数十万 persons.
_COUNTED_NOUNS = frozenset("人户家总次件个指系基参倍位多少岁天年份款项额单笔台无")
_MINUS_UNITS = frozenset(["%", "‰", "百分点", "个百分点", "倍", "元", "℃", "个位次", "位次"])
_NUMBER_STARTS = frozenset("0123456789一二两三四五六七八九十百千万亿")
#: Characters that tie a bare number to a date, a code or a telephone.
_BOUND = frozenset("年月日号时分点第〔〕№#-—–~/:._@+%‰")
#: Behind these a number goes on from what stands before.
_BREAKS_OFF = frozenset("+/:._@")
_DASHES = frozenset(" —–─~～-至到")
_LONGEST_SPELLED = 40
_LONGEST_BARE = 14
_FLIPPED = {Hedge.AT_LEAST: Hedge.AT_MOST, Hedge.AT_MOST: Hedge.AT_LEAST}


def find_quantities(text: str, *, bare: bool = False) -> list[FoundQuantity]:
    """Every quantity in `text`, in order, none overlapping another.

    Args:
        text: repaired text; up to two blanks inside a quantity (300 余 人) do no harm.
        bare: also numbers in Arabic digits with no unit behind them (cells of a printed table).
    """
    plain = text.translate(PLAIN) if _WIDE.search(text) else text
    return list(_found(plain, bare=bare, cell=False))


def parse_quantity(printed: str, unit: str = "") -> Quantity:
    """Read one amount: a cell, or a phrase that is nothing but an amount.

    Args:
        printed: 1,234.56 · 3.5万元 · 超220家 · 3—5家 · 约7成 · 第3位 · -1.2%.
        unit: the unit where the print carries none (the column is headed 万元).

    Raises:
        UnreadableQuantity: it is not one amount, or it has 万 or 亿 under a `unit` that has
            them too, so that nobody can say which is meant.
        UnknownUnit: no rule for the unit. Never guessed.
    """
    plain = printed.strip().translate(PLAIN)
    for sign, currency in (("¥", "元"), ("￥", "元"), ("人民币", "")):
        if plain.startswith(sign):
            plain, unit = plain.removeprefix(sign).lstrip(), unit or currency
    if plain.endswith(("元整", "元正")):
        plain = plain[:-1]
    if (written_out := parse_capital_amount(plain)) is not None:
        return Quantity(written_out, "元")
    found = next(_found(plain, bare=True, cell=True), None)
    if found is None or (found.start, found.end) != (0, len(plain)):
        raise _unreadable(printed)
    return _in_unit(found, unit, printed)


def _found(plain: str, *, bare: bool, cell: bool) -> Iterator[FoundQuantity]:
    names = (m.span() for m in _NAME.finditer(plain))
    name = next(names, None)
    done = 0
    for run in _RUN.finditer(plain):
        at, run_end = run.span()
        if run_end <= done:
            continue
        at = max(at, done)
        while name and name[1] <= at:
            name = next(names, None)
        arabic = "0" <= plain[at] <= "9"
        if name and name[0] < at and (not arabic or plain[name[0]] == "《"):
            done = name[1]
            continue
        if arabic and not cell and ":" in plain[run_end : run_end + 2]:
            ratio = _RATIO.match(plain, at)
            done = ratio.end() if ratio else run_end
            if ratio:
                yield from _shares(plain, ratio)
            continue
        ranked = at > 0 and plain[at - 1] == "第"
        if not (arabic or ranked or cell) and not _worth_reading(plain, at, run_end):
            continue
        while at < run_end:
            if found := _quantity_at(plain, at, done, bare=bare, cell=cell):
                done = at = found.end
                yield found
            elif ranked:
                done = at = run_end
            else:
                at = _next_number(plain, at, run_end)


def _worth_reading(plain: str, at: int, end: int) -> bool:
    """Whether a spelled number may be a quantity, by the one character that follows."""
    if plain[at] in "翻半":
        return True
    return end - at <= _LONGEST_SPELLED and plain[end : end + 1] in AFTER_SPELLED


def _next_number(plain: str, at: int, end: int) -> int:
    if not "0" <= plain[at] <= "9":
        return at + 1
    while at < end and "0" <= plain[at] <= "9":
        at += 1
    while at < end and plain[at] in ",.":
        at += 1
    return at


def _quantity_at(
    plain: str, at: int, since: int, *, bare: bool, cell: bool
) -> FoundQuantity | None:
    """The quantity whose number starts at `at`; its hedge may begin no earlier than `since`."""
    before = plain[at - 1] if at else ""
    if before == "第":
        return _placed(rank_at(plain, at, alone=cell), at)
    if before == "前" and (first := first_places_at(plain, at)):
        return _placed(first, at)
    if _stands_in_code(plain, at, before):
        return None
    number = number_at(plain, at)
    if number is None:
        return None
    unit, end = unit_after(plain, number, cell=cell)
    amount, upper, number_end = number.value, number.upper, number.end
    minus = _minus(plain, at, before)
    if minus:
        amount = -amount
    if number.hedge is Hedge.EXACT and (
        spread := _spread(plain, at, amount, number, unit, end, cell=cell)
    ):
        amount, upper, unit, end, number_end = spread
    if unit is None:
        if not cell and not (bare and number.form == "digit" and _alone(plain, at, number.end)):
            return None
        unit, end = unit_of(""), number.end
    elif not cell and _is_name(plain, number, unit, end, before):
        return None
    if before == "-" and not cell and unit.printed not in _MINUS_UNITS:
        if not minus or upper is not None:
            return None
        minus, amount = False, number.value
    start = at - 1 if minus else at
    printed_unit = unit.printed
    if printed_unit == "位" and moves_rank(plain, start):
        unit = unit_of("位次")
    hedge = number.hedge
    said = hedge_before(plain, start, scale_only=number.scale_only)
    said_after = hedge_after(plain, end, printed_unit)
    if said and said[0] >= since:
        start, hedge = said
    if said_after:
        end = said_after[0]
        hedge = hedge if said else said_after[1]
    if number.scale_only and hedge is Hedge.EXACT and before not in ("达", "到", "了"):
        return None
    if upper is not None:
        hedge, upper = Hedge.BETWEEN, upper * unit.factor
    falling = not minus and falls_before(plain, start, difference=unit.base in ("百分点", "位"))
    quantity = Quantity(amount * unit.factor, unit.base, hedge, upper)
    return FoundQuantity(
        start,
        end,
        at,
        number_end,
        _negated(quantity) if falling else quantity,
        printed_unit,
        number.form,
        number.scale,
        unit.duration,
        falling,
    )


def _stands_in_code(plain: str, at: int, before: str) -> bool:
    """Whether the number goes on from something else: 1+3, 10:12, 2021/6, 人数|十万."""
    if before in _BREAKS_OFF:
        return before != ":" or plain[at - 2 : at - 1].isdigit()
    return plain[at] in ",.点" or (plain[at] == "数" and before in _COUNTED_NOUNS)


def _minus(plain: str, at: int, before: str) -> bool:
    return before == "负" or (before == "-" and not (at > 1 and _latin(plain[at - 2])))


def _spread(
    plain: str,
    at: int,
    low: Decimal,
    number: PrintedNumber,
    unit: Unit | None,
    end: int,
    *,
    cell: bool,
) -> tuple[Decimal, Decimal, Unit, int, int] | None:
    """Low, high, unit and ends where a second number follows: 3—5家, 20%至30%, 500—1000万元."""
    if plain[end : end + 1] not in _DASHES:
        return None
    dash = _DASH.match(plain, end)
    if dash is None or plain[dash.end() : dash.end() + 1] not in _NUMBER_STARTS:
        return None
    if plain[at - 1 : at] in ("从", "由", "自") and dash[0].strip() in ("至", "到"):
        return None
    second = number_at(plain, dash.end())
    if second is None or second.hedge is not Hedge.EXACT or second.form != number.form:
        return None
    last, last_end = unit_after(plain, second, cell=cell)
    if cell and unit is None and last is None:
        last = unit_of("")
    if last is None or (unit is not None and unit.base != last.base):
        return None
    high = -second.value if dash["minus"] else second.value
    if unit is None:
        unit = last
        if number.scale == 1 and abs(low) * second.scale <= abs(high):
            low *= second.scale
    high = high * last.factor / unit.factor
    return (low, high, unit, last_end, second.end) if low < high else None


def _is_name(plain: str, number: PrintedNumber, unit: Unit, end: int, before: str) -> bool:
    """Whether the number is a year, a class or a model and no amount: 2021年, 百亿元级, X86."""
    if unit.printed == "年" and number.hedge is Hedge.EXACT and 1800 <= number.value < 2200:
        return True
    if unit.printed == "年" and plain.startswith(("规划", "计划"), end):
        return True
    if plain[end : end + 1] == "级" or (before == "每" and not unit.duration):
        return True
    return before.isalpha() and before.isascii() and unit.family not in ("money", "ratio")


def _alone(plain: str, at: int, end: int) -> bool:
    """Whether a bare number has nothing at its sides that makes a date or a code of it."""
    sides = plain[max(at - 1, 0) : at] + plain[end : end + 1]
    return end - at <= _LONGEST_BARE and not any(c in _BOUND or _latin(c) for c in sides)


def _latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _placed(rank: PrintedRank | None, at: int) -> FoundQuantity | None:
    if rank is None:
        return None
    quantity = Quantity(rank.value, "位", rank.hedge)
    return FoundQuantity(at - 1, rank.end, at, rank.number_end, quantity, rank.unit, "ordinal")


def _shares(plain: str, ratio: re.Match[str]) -> Iterator[FoundQuantity]:
    """The parts of a:b:c as percentages, where they add up to a hundred."""
    parts = list(_PART.finditer(plain, *ratio.span()))
    if 99 <= sum(Decimal(part[0]) for part in parts) <= 101:
        for part in parts:
            share = Quantity(Decimal(part[0]), "%")
            yield FoundQuantity(*part.span(), *part.span(), share, "", "ratio")


def _negated(quantity: Quantity) -> Quantity:
    hedge = _FLIPPED.get(quantity.hedge, quantity.hedge)
    if quantity.upper is not None:
        return Quantity(-quantity.upper, quantity.unit, hedge, -quantity.amount)
    return Quantity(-quantity.amount, quantity.unit, hedge)


def _in_unit(found: FoundQuantity, unit: str, printed: str) -> Quantity:
    quantity = found.quantity
    if quantity.unit or not unit:
        return quantity
    given = unit_of(unit)
    if given.scaled and found.scale > 1:
        raise _unreadable(printed)
    upper = None if quantity.upper is None else quantity.upper * given.factor
    return Quantity(quantity.amount * given.factor, given.base, quantity.hedge, upper)


def _unreadable(printed: str) -> UnreadableQuantity:
    return UnreadableQuantity(
        Bilingual(f"不是单一数量：{printed!r}", f"not one amount: {printed!r}"),
        remedy=Bilingual(
            "写成 1234.5、3.5万元、超220家 或 3—5家", "write 1234.5, 3.5万元, 超220家 or 3—5家"
        ),
    )
