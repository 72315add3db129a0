"""What a page shows, as plain data: for the `.json` twin and the lines of the `.csv` twin.

Amounts are decimal text and exact shares fractions (`4/5`), so no digit is lost; enumerations are
their values, dates ISO 8601.
"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Any

from ceyuan.model.bilingual import Bilingual
from ceyuan.model.edit import EditLog
from ceyuan.model.errors import CeyuanError
from ceyuan.model.fact import Fact
from ceyuan.model.kind import Field, Kind
from ceyuan.model.locator import CaseEvent, CellAt, PageBox, TextSpan, TraceNode, locator_to_json
from ceyuan.model.period import Period
from ceyuan.model.quantity import Quantity


def plain(shown: Any) -> Any:
    """Mappings, lists, text, numbers, truths and None, and nothing else.

    Raises:
        TypeError: something a page should not show: it has no plain form.
    """
    if shown is None or (
        isinstance(shown, bool | int | float | str) and not isinstance(shown, Enum)
    ):
        return shown
    if isinstance(shown, Enum):
        return shown.value
    if isinstance(shown, Decimal):
        return f"{shown:f}"
    if isinstance(shown, Fraction):
        return str(shown)
    if isinstance(shown, date | datetime):
        return shown.isoformat()
    if isinstance(shown, Period):
        return shown.text
    if isinstance(shown, Bilingual):
        return {"zh": shown.zh, "en": shown.en}
    if isinstance(shown, EditLog):
        return {"raw": shown.raw, "edits": shown.to_json()}
    if isinstance(shown, Fact):
        return fact_line(shown)
    if isinstance(shown, CeyuanError):
        return {name: plain(getattr(shown, name)) for name in ("what", "where", "remedy")}
    if isinstance(shown, Kind):
        return {"name": shown.name, "title": shown.title, "english": shown.english}
    if isinstance(shown, Field):
        return {"id": shown.id, "name": shown.name, "english": shown.english, "unit": shown.unit}
    if isinstance(shown, TextSpan | CellAt | PageBox | CaseEvent | TraceNode):
        return locator_to_json(shown)
    if is_dataclass(shown) and not isinstance(shown, type):
        named = ((f.name, getattr(shown, f.name)) for f in fields(shown))
        return {name: plain(value) for name, value in named if not name.startswith("_")}
    if isinstance(shown, Mapping):
        return {str(plain(key)): plain(value) for key, value in shown.items()}
    if isinstance(shown, Sequence | AbstractSet):
        return [plain(one) for one in shown]
    raise TypeError(f"{type(shown).__name__} has no plain form")


def fact_line(fact: Fact) -> dict[str, Any]:
    """A fact as one flat line; `value` is decimal text for a quantity, else the value itself."""
    claim, value = fact.claim, fact.claim.value
    quantity = value if isinstance(value, Quantity) else None
    return {
        "id": fact.id,
        "subject": fact.subject,
        "subject_printed": claim.subject,
        "kind": claim.kind,
        "property": claim.property,
        "indicator": claim.indicator,
        "value": plain(quantity.amount if quantity else value),
        "upper": plain(quantity.upper if quantity else None),
        "unit": quantity.unit if quantity else "",
        "hedge": quantity.hedge.value if quantity else "",
        "measure": claim.measure.value,
        "period": claim.period.text if claim.period else None,
        "standing": claim.standing.value,
        "section": claim.section.value,
        "qualifiers": list(claim.qualifiers),
        "quote": claim.quote,
        "locator": locator_to_json(claim.locator),
        "also_at": [locator_to_json(place) for place in claim.also_at],
        "clean_span": list(claim.clean_span) if claim.clean_span else None,
        "note": claim.note,
        "document": fact.document,
        "reader": fact.reader,
        "reader_version": fact.reader_version,
        "recorded_on": fact.recorded_on.isoformat(),
    }
