"""The seal of an entry: a digest over all it wrote and over the seal before it.

Whoever changes, adds or removes a line behind the program's back breaks every seal from there on
(`stores.audit`). The last seal, noted elsewhere, proves the whole ledger up to it.
"""

from collections.abc import Iterable
from datetime import date, datetime
from hashlib import sha256

from sqlalchemy import Connection, insert, select

from ceyuan.stores.schema import entries, instant_text


def open_entry(
    connection: Connection, act: str, on: date, at: datetime, by: str, written: Iterable[bytes]
) -> int:
    """Add the next entry for what is about to be written; gives its number."""
    newest = select(entries.c.no, entries.c.digest).order_by(entries.c.no.desc()).limit(1)
    last = connection.execute(newest).first()
    no, before = (last.no + 1, last.digest) if last else (1, "")
    connection.execute(
        insert(entries).values(
            no=no,
            act=act,
            recorded_on=on,
            recorded_at=at,
            by=by,
            digest=entry_digest(before, act, on, at, by, written),
        )
    )
    return no


def entry_digest(
    before: str, act: str, on: date, at: datetime, by: str, written: Iterable[bytes]
) -> str:
    """The digest of an entry: over the digest before it, its head, and all it wrote, in order."""
    seen = sha256()
    for piece in (before, act, on.isoformat(), instant_text(at), by):
        seen.update(_framed(piece.encode()))
    for line in written:
        seen.update(_framed(line))
    return seen.hexdigest()


def fate_written(fact: str, fate: str, successor: str | None, reason: str) -> bytes:
    """A fate as bytes."""
    return b"\0".join(part.encode() for part in (fact, fate, successor or "", reason))


def name_written(entity: str, name: str) -> bytes:
    """A name as bytes."""
    return b"\0".join((entity.encode(), name.encode()))


def _framed(piece: bytes) -> bytes:
    # With its length in front, two pieces can never be mistaken for one.
    return len(piece).to_bytes(8, "big") + piece
