"""A fact as one line of the ledger: every part of it under its own name, and back."""

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple

from ceyuan.model.bilingual import Bilingual
from ceyuan.model.claim import Claim, Value
from ceyuan.model.errors import BadInput
from ceyuan.model.fact import Fact, fact_id
from ceyuan.model.hedge import Hedge
from ceyuan.model.locator import CaseEvent, TraceNode, locator_from_json, locator_to_json
from ceyuan.model.measure import Measure
from ceyuan.model.period import Period, parse_period
from ceyuan.model.plain import from_plain, to_plain
from ceyuan.model.quantity import Quantity
from ceyuan.model.section import Section
from ceyuan.model.standing import Standing


class UnfitFact(BadInput):
    """A fact the ledger cannot keep as it is."""


class Line(NamedTuple):
    """What the ledger keeps of a fact, in words that do not depend on how it is numbered."""

    id: str
    subject: str
    kind: str
    property: str
    indicator: str
    period: str | None
    measure: str
    standing: str
    section: str
    document: str | None
    reader: str
    version: str
    sort: str
    value: str
    upper: str | None
    unit: str | None
    hedge: str | None
    printed: str
    locator: str
    quote: str
    clean_start: int | None
    clean_end: int | None
    qualifiers: str
    also_at: str
    note: str
    extra: str

    def written_texts(self) -> str:
        """All its texts in one, to be looked through at once."""
        return "".join([part for part in self if type(part) is str])

    def written(self) -> bytes:
        """The line as bytes, for digests: equal lines give equal bytes, others never do."""
        return _json(self).encode()


def line_of(fact: Fact) -> Line:
    """The line of a fact.

    Raises:
        UnfitFact: its identifier is not that of what it says, a figure is not finite, a period
            is not written as the ledger writes it, or a text holds what no database keeps.
    """
    claim = fact.claim
    sort, value, upper, unit, hedge = _value_out(fact, claim.value)
    start, end = claim.clean_span or (None, None)
    line = Line(
        id=fact.id,
        subject=fact.subject,
        kind=claim.kind,
        property=claim.property,
        indicator=claim.indicator,
        period=str(claim.period) if claim.period else None,
        measure=str(claim.measure),
        standing=str(claim.standing),
        section=str(claim.section),
        document=fact.document or None,
        reader=fact.reader,
        version=fact.reader_version,
        sort=sort,
        value=value,
        upper=upper,
        unit=unit,
        hedge=hedge,
        printed=claim.subject,
        locator=_json(locator_to_json(claim.locator)),
        quote=claim.quote,
        clean_start=start,
        clean_end=end,
        qualifiers=_json(claim.qualifiers) if claim.qualifiers else "[]",
        also_at=_json([locator_to_json(at) for at in claim.also_at]) if claim.also_at else "[]",
        note=claim.note,
        extra=_json(to_plain(claim.extra)) if claim.extra else "{}",
    )
    _check(fact, line)
    return line


def fact_of(row: Mapping[Any, Any]) -> Fact:
    """The fact of a row that has the parts of a line and `recorded_on`, by name."""
    start, end = row["clean_start"], row["clean_end"]
    claim = Claim(
        subject=row["printed"],
        kind=row["kind"],
        property=row["property"],
        indicator=row["indicator"],
        value=_value_in(row),
        measure=Measure(row["measure"]),
        period=parse_period(row["period"]) if row["period"] else None,
        standing=Standing(row["standing"]),
        section=Section(row["section"]),
        locator=locator_from_json(json.loads(row["locator"])),
        quote=row["quote"],
        clean_span=None if start is None else (start, end),
        qualifiers=tuple(json.loads(row["qualifiers"])),
        also_at=tuple(locator_from_json(at) for at in json.loads(row["also_at"])),
        note=row["note"],
        extra=from_plain(json.loads(row["extra"])),
    )
    return Fact(
        id=row["id"],
        subject=row["subject"],
        claim=claim,
        document=row["document"] or "",
        reader=row["reader"],
        reader_version=row["version"],
        recorded_on=row["recorded_on"],
    )


def bounds_of(value: Value) -> tuple[float | None, float | None]:
    """Least and greatest number the value allows, as floats: for filters, never for figures."""
    if not isinstance(value, Quantity):
        return None, None
    allowed = value.interval
    return (
        None if allowed.low is None else float(allowed.low),
        None if allowed.high is None else float(allowed.high),
    )


def _value_out(fact: Fact, value: Value) -> tuple[str, str, str | None, str | None, str | None]:
    if isinstance(value, Quantity):
        if not value.amount.is_finite() or not (value.upper is None or value.upper.is_finite()):
            raise _unfit(fact, Bilingual("数值不是有限的数", "the amount is not a finite number"))
        upper = None if value.upper is None else str(value.upper)
        return "quantity", str(value.amount), upper, value.unit, str(value.hedge)
    if isinstance(value, bool):
        return "truth", "true" if value else "false", None, None, None
    if isinstance(value, date):
        return "date", value.isoformat(), None, None, None
    return "text", value, None, None, None


def _value_in(row: Mapping[Any, Any]) -> Value:
    match row["sort"]:
        case "quantity":
            upper = None if row["upper"] is None else Decimal(row["upper"])
            return Quantity(Decimal(row["value"]), row["unit"], Hedge(row["hedge"]), upper)
        case "truth":
            return str(row["value"]) == "true"
        case "date":
            return date.fromisoformat(row["value"])
        case _:
            return str(row["value"])


def _check(fact: Fact, line: Line) -> None:
    claim = fact.claim
    if not fact.subject:
        raise _unfit(fact, Bilingual("没有主体", "the fact is about nobody"))
    if fact.id != fact_id(fact.subject, claim, fact.document):
        raise _unfit(
            fact, Bilingual("编号与内容不符", "the identifier is not that of what the fact says")
        )
    if line.document is None and not isinstance(claim.locator, CaseEvent | TraceNode):
        raise _unfit(fact, Bilingual("没有来源文件", "the fact comes from no document"))
    if claim.period is not None and _as_written(claim.period.text) != claim.period:
        raise _unfit(fact, Bilingual("期间书写不规范", "the period is not as the ledger writes it"))
    try:
        keepable = b"\0" not in line.written_texts().encode()
    except UnicodeEncodeError:
        keepable = False
    if not keepable:
        raise _unfit(
            fact,
            Bilingual("文字中有不能保存的字符", "a text holds characters no database keeps"),
        )


def _unfit(fact: Fact, what: Bilingual) -> UnfitFact:
    claim = fact.claim
    return UnfitFact(
        what,
        where=f"{claim.subject or fact.subject} · {claim.indicator} · {claim.quote[:60]!r}",
        remedy=Bilingual("这是读本的缺陷，请报告", "a fault of the reader: report it"),
    )


#: Made once: making it costs more than writing a line.
_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@lru_cache(maxsize=10_000)
def _as_written(text: str) -> Period:
    return parse_period(text)
