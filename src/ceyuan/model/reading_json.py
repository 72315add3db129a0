"""A reading as plain JSON and back, so that what a page shows is what the reader gave."""

from datetime import date
from typing import Any

from ceyuan.model.bilingual import Bilingual
from ceyuan.model.claim_json import claim_from_json, claim_to_json
from ceyuan.model.document import Document
from ceyuan.model.edit import edit_log_from_json
from ceyuan.model.period import parse_period
from ceyuan.model.plain import from_plain, to_plain
from ceyuan.model.reading import Reading, Remark
from ceyuan.model.section import Part, Section

#: Counts up when the written form changes; older forms stay readable.
FORM = 1


def reading_to_json(reading: Reading) -> dict[str, Any]:
    """A plain mapping that `reading_from_json` reads back.

    Raises:
        NotPlain: a table or mention holds something JSON has no word for.
    """
    return {
        "form": FORM,
        "document": document_to_json(reading.document),
        "reader": reading.reader,
        "reader_version": reading.reader_version,
        "raw": reading.log.raw,
        "edits": reading.log.to_json(),
        "parts": [[str(part.section), part.start, part.end] for part in reading.parts],
        "claims": [claim_to_json(claim) for claim in reading.claims],
        "remarks": [[r.what.zh, r.what.en, r.where] for r in reading.remarks],
        "mentions": [to_plain(mention) for mention in reading.mentions],
        "table": to_plain(reading.table),
    }


def reading_from_json(plain: dict[str, Any]) -> Reading:
    """The reading that `reading_to_json` wrote."""
    return Reading(
        document=document_from_json(plain["document"]),
        reader=plain["reader"],
        reader_version=plain["reader_version"],
        log=edit_log_from_json(plain["raw"], plain["edits"]),
        parts=tuple(Part(Section(name), start, end) for name, start, end in plain["parts"]),
        claims=tuple(claim_from_json(claim) for claim in plain["claims"]),
        remarks=tuple(Remark(Bilingual(zh, en), where) for zh, en, where in plain["remarks"]),
        mentions=tuple(from_plain(mention) for mention in plain["mentions"]),
        table=from_plain(plain["table"]),
    )


def document_to_json(document: Document) -> dict[str, Any]:
    """A plain mapping that `document_from_json` reads back."""
    return {
        "digest": document.digest,
        "name": document.name,
        "media": document.media,
        "title": document.title,
        "publisher": document.publisher,
        "published": str(document.published) if document.published else None,
        "published_from": document.published_from,
        "received_on": document.received_on.isoformat() if document.received_on else None,
        "characters": document.characters,
        "invented": document.invented,
    }


def document_from_json(plain: dict[str, Any]) -> Document:
    """The document that `document_to_json` wrote."""
    fields = dict(plain)
    published, received = fields.pop("published"), fields.pop("received_on")
    return Document(
        **fields,
        published=parse_period(published) if published else None,
        received_on=date.fromisoformat(received) if received else None,
    )
