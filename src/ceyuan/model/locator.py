"""Where a value stands: the cell, the passage, the spot on a page, the event, the rule."""

from dataclasses import dataclass, fields
from typing import Any


@dataclass(frozen=True, slots=True)
class TextSpan:
    """Characters `[start, end)` of the raw text, counted in Unicode code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class CellAt:
    """A cell of a sheet, named as the spreadsheet names it (`B7`)."""

    sheet: str
    cell: str


@dataclass(frozen=True, slots=True)
class PageBox:
    """A box on a page (from 1); points from the upper left corner."""

    page: int
    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class CaseEvent:
    """An event of a case, counted from 1."""

    case: str
    event: int


@dataclass(frozen=True, slots=True)
class TraceNode:
    """A node of a rule trace: the programme, its rule, and the snapshot it was computed on."""

    programme: str
    node: str
    snapshot: str


Locator = TextSpan | CellAt | PageBox | CaseEvent | TraceNode

_KINDS: dict[str, type[Any]] = {
    "text": TextSpan,
    "cell": CellAt,
    "page": PageBox,
    "event": CaseEvent,
    "trace": TraceNode,
}
_NAMES = {kind: name for name, kind in _KINDS.items()}
_FIELDS = {kind: tuple(each.name for each in fields(kind)) for kind in _NAMES}


def locator_to_json(locator: Locator) -> dict[str, Any]:
    """A plain mapping that `locator_from_json` reads back."""
    sort = type(locator)
    return {"kind": _NAMES[sort], **{name: getattr(locator, name) for name in _FIELDS[sort]}}


def locator_from_json(plain: dict[str, Any]) -> Locator:
    """The locator that `locator_to_json` wrote."""
    fields = dict(plain)
    locator: Locator = _KINDS[fields.pop("kind")](**fields)
    return locator
