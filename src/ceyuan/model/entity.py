"""Something facts are about, under the one identifier the ledger knows it by."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing with an identifier (`place:500120`, `enterprise:…`), its kind and its current name."""

    id: str
    kind: str
    name: str
