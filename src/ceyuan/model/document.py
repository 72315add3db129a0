"""Bytes that came in, and what is known about them."""

from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from ceyuan.model.period import Period


def digest_of(content: bytes) -> str:
    """The name of a document: SHA-256 of its bytes, 64 hexadecimal digits."""
    return sha256(content).hexdigest()


@dataclass(frozen=True, slots=True)
class Document:
    """A document in the archive.

    `published` is a day or a month; None means that nobody knows, and then relative periods in
    the text stay unknown. `published_from` says where the date came from: `given` on the
    command line, `printed` on the page, or `inferred` from the text.
    """

    digest: str
    name: str
    media: str
    title: str = ""
    publisher: str = ""
    published: Period | None = None
    published_from: str = ""
    received_on: date | None = None
    characters: int = 0
    invented: bool = False
