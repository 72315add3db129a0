"""A claim as plain JSON and back, nothing lost."""

from datetime import date
from decimal import Decimal
from typing import Any

from ceyuan.model.claim import Claim, Value
from ceyuan.model.hedge import Hedge
from ceyuan.model.locator import locator_from_json, locator_to_json
from ceyuan.model.measure import Measure
from ceyuan.model.period import parse_period
from ceyuan.model.plain import from_plain, to_plain
from ceyuan.model.quantity import Quantity
from ceyuan.model.section import Section
from ceyuan.model.standing import Standing


def claim_to_json(claim: Claim) -> dict[str, Any]:
    """A plain mapping that `claim_from_json` reads back, `extra` included.

    Raises:
        NotPlain: `extra` holds something JSON has no word for.
    """
    return {
        "subject": claim.subject,
        "kind": claim.kind,
        "property": claim.property,
        "indicator": claim.indicator,
        "value": value_to_json(claim.value),
        "measure": str(claim.measure),
        "period": str(claim.period) if claim.period else None,
        "standing": str(claim.standing),
        "section": str(claim.section),
        "locator": locator_to_json(claim.locator),
        "quote": claim.quote,
        "clean_span": list(claim.clean_span) if claim.clean_span else None,
        "qualifiers": list(claim.qualifiers),
        "also_at": [locator_to_json(place) for place in claim.also_at],
        "note": claim.note,
        "extra": to_plain(claim.extra),
    }


def claim_from_json(plain: dict[str, Any]) -> Claim:
    """The claim that `claim_to_json` wrote."""
    span = plain["clean_span"]
    return Claim(
        subject=plain["subject"],
        kind=plain["kind"],
        property=plain["property"],
        indicator=plain["indicator"],
        value=value_from_json(plain["value"]),
        measure=Measure(plain["measure"]),
        period=parse_period(plain["period"]) if plain["period"] else None,
        standing=Standing(plain["standing"]),
        section=Section(plain["section"]),
        locator=locator_from_json(plain["locator"]),
        quote=plain["quote"],
        clean_span=(span[0], span[1]) if span else None,
        qualifiers=tuple(plain["qualifiers"]),
        also_at=tuple(locator_from_json(place) for place in plain["also_at"]),
        note=plain["note"],
        extra=from_plain(plain["extra"]),
    )


def value_to_json(value: Value) -> dict[str, Any]:
    """The value under the name of its sort: `quantity`, `truth`, `date` or `text`."""
    if isinstance(value, Quantity):
        upper = None if value.upper is None else str(value.upper)
        return {"quantity": [str(value.amount), value.unit, str(value.hedge), upper]}
    if isinstance(value, bool):
        return {"truth": value}
    if isinstance(value, date):
        return {"date": value.isoformat()}
    return {"text": value}


def value_from_json(plain: dict[str, Any]) -> Value:
    """The value that `value_to_json` wrote."""
    if "quantity" in plain:
        amount, unit, hedge, upper = plain["quantity"]
        return Quantity(
            Decimal(amount), unit, Hedge(hedge), None if upper is None else Decimal(upper)
        )
    if "truth" in plain:
        return bool(plain["truth"])
    if "date" in plain:
        return date.fromisoformat(plain["date"])
    return str(plain["text"])
