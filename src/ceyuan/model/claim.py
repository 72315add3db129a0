"""What a reader says a document states, before anybody has decided to believe it."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ceyuan.model.locator import Locator
from ceyuan.model.measure import Measure
from ceyuan.model.period import Period
from ceyuan.model.quantity import Quantity
from ceyuan.model.section import Section
from ceyuan.model.standing import Standing

Value = Quantity | str | bool | date


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement about one subject.

    Attributes:
        subject: name of what the statement is about, simplified, as the text means it
            ("璧山区" for 全区); empty where the text does not say.
        kind: the kind of the subject (`district`, `enterprise` …); empty where not known.
        property: identifier of the field in the kind; for an indicator that no kind defines,
            the name coined from the text.
        indicator: the official Chinese name of the property, or the coined name.
        value: a quantity with its base unit and hedge, or text, a date, a truth.
        measure: level, growth, change or share.
        period: None where the text gives none or it cannot be resolved.
        standing: registered for registers, reported for articles, expected, target.
        section: the part of the document the passage stands in.
        locator: where in the raw document.
        quote: the raw characters at the locator, exactly as printed.
        clean_span: `[start, end)` of the passage in the repaired text; None for cells.
        qualifiers: `cumulative`, `annual_average`, `qoq` … beside the hedge in the quantity.
        also_at: other places of the same document that say the same.
        note: what the reader was not sure of.
    """

    subject: str
    kind: str
    property: str
    indicator: str
    value: Value
    measure: Measure
    period: Period | None
    standing: Standing
    section: Section
    locator: Locator
    quote: str
    clean_span: tuple[int, int] | None = None
    qualifiers: tuple[str, ...] = ()
    also_at: tuple[Locator, ...] = ()
    note: str = ""
    extra: dict[str, Any] = field(default_factory=dict, compare=False)
