"""The run of one indicator over time as a small drawing: points for the figures, a line through them.

Only figures of one standing, one measure, one unit and one length of period make a line: a year
and three quarters are not two points of the same curve. Where figures disagree about a period all
of them are drawn, and the line goes through the first.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from ceyuan.model.bilingual import Language
from ceyuan.model.fact import Fact
from ceyuan.model.period import Period
from ceyuan.model.quantity import Quantity
from ceyuan.model.standing import Standing
from ceyuan.surfaces.cockpit.printed import print_value
from ceyuan.surfaces.cockpit.printed_period import print_period

#: Standings that say what is or was; the others say what somebody hopes for.
SETTLED = (Standing.REGISTERED, Standing.REPORTED, Standing.DERIVED, Standing.DECIDED)


@dataclass(frozen=True, slots=True)
class Point:
    """A figure in a drawing: where, and which fact it shows."""

    x: float
    y: float
    fact: Fact


@dataclass(frozen=True, slots=True)
class Drawing:
    """Points in the order of time, and the line through them as an SVG path; sizes in pixels."""

    width: int
    height: int
    points: tuple[Point, ...]
    path: str


def draw_trend(
    facts: Iterable[Fact], like: Fact | None = None, width: int = 104, height: int = 28
) -> Drawing | None:
    """The facts of one indicator that make a line with `like`; None where fewer than two do.

    Without `like` it is the line with the most periods, of equal ones that which reaches furthest.
    """
    alike = _alike(facts, like) if like else _longest(facts)
    if len({_period(fact) for fact in alike}) < 2:
        return None
    times = [_period(fact).end.toordinal() for fact in alike]
    amounts = [_amount(fact) for fact in alike]
    margin = 4
    points = tuple(
        Point(
            round(margin + (width - 2 * margin) * _share(time, times), 1),
            round(height - margin - (height - 2 * margin) * _share(amount, amounts), 1),
            fact,
        )
        for time, amount, fact in zip(times, amounts, alike, strict=True)
    )
    firsts = {point.x: point for point in reversed(points)}
    path = "M" + " L".join(f"{x:g} {firsts[x].y:g}" for x in sorted(firsts))
    return Drawing(width, height, points, path)


def chart_option(facts: Sequence[Fact], language: Language) -> dict[str, Any]:
    """What the browser draws as a chart: one series per standing, a figure a point, with its card.

    Amounts are floats, good for drawing only; `printed` is the figure as read.
    """
    drawn = [fact for fact in facts if _is_drawable(fact)]
    periods = sorted({_period(fact) for fact in drawn}, key=lambda p: (p.end, p.start, p.text))
    at = {period: n for n, period in enumerate(periods)}
    series: dict[Standing, list[dict[str, Any]]] = {}
    for fact in sorted(drawn, key=lambda f: at[_period(f)]):
        claim = fact.claim
        series.setdefault(claim.standing, []).append(
            {
                "at": at[_period(fact)],
                "amount": float(_amount(fact)),
                "printed": str(print_value(claim.value, claim.measure, language)),
                "card": f"/facts/{fact.id}",
            }
        )
    return {
        "periods": [print_period(period, language) for period in periods],
        "series": [
            {
                "standing": str(standing),
                "name": standing.term.in_language(language),
                "line": standing in SETTLED,
                "points": series[standing],
            }
            for standing in Standing
            if standing in series
        ],
    }


def _alike(facts: Iterable[Fact], like: Fact) -> list[Fact]:
    """The facts that may stand in one line with `like`, oldest first."""
    if not _is_drawable(like):
        return []
    form = _form(like)
    alike = [fact for fact in facts if _is_drawable(fact) and _form(fact) == form]
    return sorted(alike, key=lambda fact: (_period(fact).end, fact.id))


def _longest(facts: Iterable[Fact]) -> list[Fact]:
    lines: dict[tuple[object, ...], list[Fact]] = {}
    for fact in facts:
        if _is_drawable(fact):
            lines.setdefault(_form(fact), []).append(fact)
    if not lines:
        return []
    longest = max(
        lines.values(),
        key=lambda line: (len({_period(f) for f in line}), max(_period(f).end for f in line)),
    )
    return sorted(longest, key=lambda fact: (_period(fact).end, fact.id))


def _form(fact: Fact) -> tuple[object, ...]:
    period, value = _period(fact), fact.claim.value
    assert isinstance(value, Quantity)
    months = (period.end.year - period.start.year) * 12 + period.end.month - period.start.month
    since = (period.start.month, months) if not period.instant else ()
    return fact.claim.standing, fact.claim.measure, value.unit, period.instant, since


def _is_drawable(fact: Fact) -> bool:
    return isinstance(fact.claim.value, Quantity) and fact.claim.period is not None


def _period(fact: Fact) -> Period:
    assert fact.claim.period is not None
    return fact.claim.period


def _amount(fact: Fact) -> Decimal:
    assert isinstance(fact.claim.value, Quantity)
    return fact.claim.value.amount


def _share(one: Decimal | int, among: Sequence[Decimal] | Sequence[int]) -> float:
    low, high = min(among), max(among)
    return 0.5 if low == high else float((one - low) / (high - low))
