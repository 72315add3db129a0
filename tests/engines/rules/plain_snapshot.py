"""The snapshot told slowly, one fact after another: what the quick one must be equal to."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from ceyuan.authoring.rules import Type
from ceyuan.engines.rules.amounts import amount_of
from ceyuan.engines.rules.programme import Asked
from ceyuan.model.kind import Kind

Fact = Mapping[str, Any]


def plain_snapshot(
    facts: Sequence[Fact],
    kind: Kind,
    asked: Sequence[Asked],
    on: date,
    same: Mapping[str, str],
) -> dict[str, list[Any]]:
    usable = [one for one in facts if _usable(one, kind)]
    subjects = sorted({same.get(one["subject"], one["subject"]) for one in usable})
    made: dict[str, list[Any]] = {"subject": subjects}
    for column in asked:
        pairs = []
        for subject in subjects:
            of_it = [one for one in usable if same.get(one["subject"], one["subject"]) == subject]
            told = [one for one in of_it if one["property"] == column.field.id]
            pair = _value(told, column, kind, on)
            pairs.append(_over(pair, told, of_it, column, kind, on) or pair)
        made[column.name] = [value for value, _ in pairs]
        made[f"{column.name}__fact"] = [fact for _, fact in pairs]
    return made


def _usable(one: Fact, kind: Kind) -> bool:
    return (
        one["kind"] == kind.name
        and (one["measure"] == "level" or _is_share(one, kind))
        and one["standing"] in ("registered", "reported", "derived", "decided")
        and one["hedge"] in (None, "", "exact")
    )


def _is_share(one: Fact, kind: Kind) -> bool:
    field = kind.field(one["property"])
    return one["measure"] == "share" and field is not None and field.measure == "share"


def _value(told: list[Fact], asked: Asked, kind: Kind, on: date) -> tuple[Any, str | None]:
    def weight(one: Fact) -> tuple[int, date, str]:
        trusted = one["reader"] in kind.trust
        rank = -kind.trust.index(one["reader"]) if trusted else -len(kind.trust)
        return rank, one["recorded_on"], one["id"]

    def newest(one: Fact) -> tuple[date, tuple[int, date, str]]:
        return one["period_end"] or date.min, weight(one)

    if asked.type is Type.NUMBER:
        told = [one for one in told if one["sort"] == "quantity"]
        best = _figure(told, asked, on, weight, newest)
        if best is None:
            return None, None
        value: Any = amount_of(best["value"], best["unit"] or "", asked.field.unit)
        return (None, None) if value is None else (value, best["id"])
    begun = [one for one in told if not one["period_start"] or one["period_start"] <= on]
    if not begun:
        return None, None
    best = max(begun, key=newest)
    if asked.field.many and asked.type is Type.TEXT:
        words = [one["value"].replace("|", " ") for one in sorted(begun, key=weight)]
        return f"|{'|'.join(dict.fromkeys(words))}|", best["id"]
    if asked.type is Type.TRUTH:
        return best["value"].lower() == "true", best["id"]
    if asked.type is Type.DAY:
        try:
            return date.fromisoformat(best["value"]), best["id"]
        except ValueError:
            return None, None
    return best["value"], best["id"]


def _over(
    held: tuple[Any, str | None],
    told: list[Fact],
    of_it: list[Fact],
    asked: Asked,
    kind: Kind,
    on: date,
) -> tuple[bool, str | None] | None:
    """What held until a day that is over, and the fact that tells the day; None where it holds."""
    last_day = next((f for f in kind.fields if f.id == asked.field.until), None)
    if asked.type is not Type.TRUTH or last_day is None or not held[0]:
        return None
    days = [one for one in of_it if one["property"] == last_day.id]
    last, tells = _value(days, Asked(last_day.id, Type.DAY, last_day), kind, on)
    start = next(one["period_start"] for one in told if one["id"] == held[1])
    if last is None or last >= on or (start and start > last):
        return None
    return False, tells


def _figure(told: list[Fact], asked: Asked, on: date, weight: Any, newest: Any) -> Fact | None:
    year = on.year - 1 - asked.years_back
    first, last = date(year, 1, 1), date(year, 12, 31)
    if not asked.field.stock:
        whole = [f for f in told if f["period_start"] == first and f["period_end"] == last]
        return max(whole, key=weight, default=None)
    within = [f for f in told if f["period_end"] and first <= f["period_end"] <= last]
    later = [f for f in told if f["period_end"] and last < f["period_end"] <= on]
    undated = [f for f in told if not f["period_end"]]
    if asked.years_back:
        later = undated = []
    return max(within or later or undated, key=newest, default=None)
