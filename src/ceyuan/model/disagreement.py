"""Figures that cannot all be true: same subject, property, measure and period, values apart.

A hedge is taken at its word (超220 allows anything from 220), and a printed number is taken to be
rounded as it was printed: 58亿元 agrees with 58.3亿元, 120家 does not agree with 121家. What is
expected or aimed at is compared only with its like, never with what is.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from ceyuan.model.fact import Fact
from ceyuan.model.hedge import Hedge
from ceyuan.model.interval import Interval
from ceyuan.model.measure import Measure
from ceyuan.model.period import Period
from ceyuan.model.quantity import Quantity
from ceyuan.model.standing import Standing

_SCALED = re.compile(r"(\d[\d,]*)(?:\.(\d+))?\s*(万亿|亿|百万|万|千)")
#: 12.3 and 12.4, both printed to one place, must not meet at 12.35.
_HALF = Decimal("0.4999")
_POWERS = {"千": 3, "万": 4, "百万": 6, "亿": 8, "万亿": 12}


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Facts about one thing at one time of which at least two exclude each other.

    `facts` holds all facts about it, lowest value first; `unit` is the unit they share.
    """

    subject: str
    property: str
    indicator: str
    measure: Measure
    period: Period
    unit: str
    facts: tuple[Fact, ...]

    def within_one_document(self) -> bool:
        """Whether a single document contradicts itself."""
        return len({fact.document for fact in self.facts}) == 1


def disagreements(facts: Iterable[Fact]) -> tuple[Disagreement, ...]:
    """Every disagreement among the facts, in the order in which the first fact of each came.

    Facts without a period, and values that are no quantities, are never compared.
    """
    groups: dict[tuple[object, ...], list[Fact]] = defaultdict(list)
    for fact in facts:
        if (key := _key(fact)) is not None:
            groups[key].append(fact)
    return tuple(
        _disagreement(group)
        for group in groups.values()
        if len(group) > 1 and _exclude_each_other([allowed(fact) for fact in group])
    )


def allowed(fact: Fact) -> Interval:
    """The values a fact allows, its hedge and the rounding of its print counted in.

    Raises:
        TypeError: the fact is about no quantity.
    """
    value = fact.claim.value
    if not isinstance(value, Quantity):
        raise TypeError(f"fact {fact.id} is no quantity")
    interval = value.interval
    slack = _rounding(value, fact.claim.quote)
    return Interval(
        None if interval.low is None else interval.low - slack,
        None if interval.high is None else interval.high + slack,
    )


def _key(fact: Fact) -> tuple[object, ...] | None:
    claim = fact.claim
    if claim.period is None or not isinstance(claim.value, Quantity):
        return None
    footing = claim.standing if claim.standing in (Standing.EXPECTED, Standing.TARGET) else ""
    start = None if claim.period.instant else claim.period.start
    same_sort = claim.property or claim.indicator
    qualifiers = tuple(sorted(claim.qualifiers))
    return (
        fact.subject,
        same_sort,
        claim.measure,
        start,
        claim.period.end,
        claim.value.unit,
        footing,
        qualifiers,
    )


def _exclude_each_other(intervals: list[Interval]) -> bool:
    """Whether some two have no number in common: the highest low end passes the lowest high end."""
    lows = [i.low for i in intervals if i.low is not None]
    highs = [i.high for i in intervals if i.high is not None]
    return bool(lows and highs) and max(lows) > min(highs)


def _rounding(value: Quantity, quote: str) -> Decimal:
    """Just under half of the last digit printed; nothing for a whole number printed in full."""
    if value.hedge is not Hedge.EXACT:
        return Decimal(0)
    amount = abs(value.amount)
    for whole, behind, scale in _SCALED.findall(quote):
        digits = f"{whole.replace(',', '')}.{behind or '0'}"
        power = _POWERS[scale]
        if Decimal(digits).scaleb(power) == amount:
            return _HALF.scaleb(power - len(behind))
    exponent = amount.as_tuple().exponent
    places = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return _HALF.scaleb(-places) if places else Decimal(0)


def _disagreement(group: list[Fact]) -> Disagreement:
    claim = group[0].claim
    assert claim.period is not None
    assert isinstance(claim.value, Quantity)

    def amount(fact: Fact) -> Decimal:
        value = fact.claim.value
        return value.amount if isinstance(value, Quantity) else Decimal(0)

    return Disagreement(
        group[0].subject,
        claim.property,
        claim.indicator,
        claim.measure,
        claim.period,
        claim.value.unit,
        tuple(sorted(group, key=amount)),
    )
