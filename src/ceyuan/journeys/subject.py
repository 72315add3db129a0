"""Whom a claim is about, as the ledger knows it: `place:500120`, `enterprise:…`."""

import unicodedata

from ceyuan.model.claim import Claim
from ceyuan.model.entity import Entity
from ceyuan.model.place import Gazetteer

#: What is said of things nobody could sort is kept apart, and never merged with a sorted one.
_UNSORTED = "thing"


def subject_of(claim: Claim, gazetteer: Gazetteer, near: str | None = None) -> Entity | None:
    """The entity a claim is about; None where the text does not say.

    A place is known by its administrative code. Anything else is known by its registered code
    where the claim carries one (`extra["code"]`), else by its name with width, spaces and
    brackets made alike; that two names mean one thing is decided elsewhere, and kept as a decision.

    Args:
        near: code of the place the document speaks of, for short names that several places bear.
    """
    name = claim.subject.strip()
    if not name:
        return None
    if claim.kind in ("district", "") and (place := gazetteer.resolve(name, near=near)):
        return Entity(place.subject, "district", place.name)
    kind = claim.kind or _UNSORTED
    code = claim.extra.get("code")
    return Entity(f"{kind}:{code or _alike(name)}", kind, name)


def _alike(name: str) -> str:
    even = unicodedata.normalize("NFKC", name)
    return "".join(even.split()).upper()
