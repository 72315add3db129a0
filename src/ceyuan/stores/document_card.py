"""What the ledger knows about documents: kept, completed when more becomes known, never emptied."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, insert, select, update

from ceyuan.model.document import Document
from ceyuan.model.period import parse_period
from ceyuan.stores.numbering import in_runs
from ceyuan.stores.rows import next_no
from ceyuan.stores.schema import documents


def keep_documents(connection: Connection, given: Iterable[Document]) -> None:
    """Add documents the ledger does not know; of the others, write down what is new.

    What is newly said wins over what was said, but nothing said never wins, and the first day a
    document was received stays.
    """
    wanted = {document.digest: document for document in given}
    known: dict[str, Any] = {}
    for digests in in_runs(list(wanted)):
        query = select(documents).where(documents.c.digest.in_(digests))
        known.update({row.digest: row for row in connection.execute(query)})
    no = next_no(connection, documents)
    fresh = []
    for document in wanted.values():
        row = _row_of(document)
        if old := known.get(document.digest):
            _complete(connection, old, row)
        else:
            fresh.append({"no": no, **row})
            no += 1
    if fresh:
        connection.execute(insert(documents), fresh)


def document_of(row: Any) -> Document:
    """The document of a row."""
    return Document(
        digest=row.digest,
        name=row.name,
        media=row.media,
        title=row.title,
        publisher=row.publisher,
        published=parse_period(row.published) if row.published else None,
        published_from=row.published_from,
        received_on=row.received_on,
        characters=row.characters,
        invented=row.invented,
    )


def _complete(connection: Connection, old: Any, row: dict[str, Any]) -> None:
    said = {word: told for word, told in row.items() if told not in (None, "", 0, False)}
    if old.received_on:
        said.pop("received_on", None)
    change = {word: told for word, told in said.items() if told != getattr(old, word)}
    if change:
        connection.execute(update(documents).where(documents.c.no == old.no).values(**change))


def _row_of(document: Document) -> dict[str, Any]:
    return {
        "digest": document.digest,
        "name": document.name,
        "media": document.media,
        "title": document.title,
        "publisher": document.publisher,
        "published": str(document.published) if document.published else None,
        "published_end": document.published.end if document.published else None,
        "published_from": document.published_from,
        "received_on": document.received_on,
        "characters": document.characters,
        "invented": document.invented,
    }
