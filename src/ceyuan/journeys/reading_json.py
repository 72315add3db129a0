"""A reading in the shape that `ceyuan read --json` and the API give: one object per document.

The shape is that of the annotated reference documents, so that a reading can be scored as it is.
"""

from decimal import Decimal
from typing import Any

from ceyuan.model.claim import Claim
from ceyuan.model.hedge import Hedge
from ceyuan.model.locator import Locator, TextSpan, locator_to_json
from ceyuan.model.quantity import Quantity
from ceyuan.model.reading import Reading
from ceyuan.model.section import Section
from ceyuan.model.standing import Standing

#: What a text may name beside figures. A list that no reader fills is given empty.
MENTION_LISTS = ("entities", "relations", "events", "commitments", "mechanisms")


def reading_json(reading: Reading) -> dict[str, Any]:
    """One document as read.

    Returns:
        `doc` (the file's name), `title`, `publisher`, `published` (ISO day or month, or None),
        `clean_text` (repaired text of the main article alone), `edits` (`start`, `end`, `was`,
        `now`, `why`, places in the raw text), `indicators`, the mention lists, `reader`,
        `remarks` in Chinese. A workbook has what its reader put into the table (`sheets`,
        `ignored_sheets`, `rows`, `problems`) beside them.
    """
    document = reading.document
    return {
        "doc": document.name,
        "digest": document.digest,
        "title": document.title,
        "publisher": document.publisher,
        "published": _published(reading),
        "clean_text": main_text(reading),
        "edits": [
            {"start": e.start, "end": e.end, "was": e.was, "now": e.now, "why": e.why}
            for e in reading.log.changes
        ],
        "indicators": [indicator_json(claim) for claim in reading.claims],
        **{
            name: [_plain_mention(m) for m in reading.mentions if m.get("list", "entities") == name]
            for name in MENTION_LISTS
        },
        "reader": {"name": reading.reader, "version": reading.reader_version},
        "remarks": [{"what": str(r.what), "where": r.where} for r in reading.remarks],
        **reading.table.get("register", {}),
    }


def main_text(reading: Reading) -> str:
    """The repaired text of the main article: no teasers, no side lists, no furniture."""
    clean = reading.log.clean
    parts = [clean[p.start : p.end] for p in reading.parts if p.section is Section.MAIN]
    return "\n".join(text for part in parts if (text := part.strip("\n")))


def indicator_json(claim: Claim) -> dict[str, Any]:
    """One claim.

    Returns:
        `value` is a number in `unit` (whole where it is whole), or text, truth or ISO date;
        `upper` stands only with a range. `offset` is `[start, end)` in the raw text, for which
        `raw[start:end] == evidence`; a cell has `cell` instead.
    """
    said: dict[str, Any] = {
        "subject": claim.subject or None,
        "indicator": claim.indicator,
        "property": claim.property,
        **_value(claim),
        "qualifier": list(_qualifiers(claim)),
        "measure": str(claim.measure),
        "period": str(claim.period) if claim.period else None,
        "standing": str(claim.standing),
        "section": str(claim.section),
        "evidence": claim.quote,
        **_place(claim.locator),
    }
    if claim.also_at:
        said["also_at"] = [_place(locator) for locator in claim.also_at]
    if claim.note:
        said["note"] = claim.note
    return said


def _value(claim: Claim) -> dict[str, Any]:
    value = claim.value
    if not isinstance(value, Quantity):
        plain = value if isinstance(value, str | bool) else value.isoformat()
        return {"value": plain, "unit": ""}
    said: dict[str, Any] = {"value": _number(value.amount), "unit": value.unit}
    if value.upper is not None:
        said["upper"] = _number(value.upper)
    return said


def _number(amount: Decimal) -> int | float:
    return int(amount) if amount == amount.to_integral_value() else float(amount)


def _qualifiers(claim: Claim) -> dict[str, None]:
    """The words of the annotation guide, each once: hedge, footing, then the reader's own."""
    words: dict[str, None] = {}
    if isinstance(claim.value, Quantity) and claim.value.hedge is not Hedge.EXACT:
        words[str(claim.value.hedge)] = None
    if claim.standing in (Standing.EXPECTED, Standing.TARGET):
        words[str(claim.standing)] = None
    words |= dict.fromkeys(claim.qualifiers)
    return words or {"exact": None}


def _place(locator: Locator) -> dict[str, Any]:
    if isinstance(locator, TextSpan):
        return {"offset": [locator.start, locator.end]}
    plain = locator_to_json(locator)
    return {plain.pop("kind"): plain}


def _published(reading: Reading) -> str | None:
    published = reading.document.published
    return str(published).removeprefix("as_of ") if published else None


def _plain_mention(mention: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in mention.items() if key != "list"}
