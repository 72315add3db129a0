"""A claim about a known subject, accepted into the ledger. Never changed: withdrawn or superseded."""

import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from hashlib import sha256

from ceyuan.model.claim import Claim, Value
from ceyuan.model.locator import locator_to_json
from ceyuan.model.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Fact:
    """A claim with its subject resolved, its document, its reader and the day it was recorded.

    `subject` is the identifier of the entity (`place:500120`, `enterprise:…`); `claim.subject`
    keeps the printed name. `id` is a digest of what is said and where, not of when it was read:
    reading the same document again yields the same facts.
    """

    id: str
    subject: str
    claim: Claim
    document: str
    reader: str
    reader_version: str
    recorded_on: date


class Fate(StrEnum):
    """What became of a fact."""

    STANDS = "stands"
    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"


def fact_id(subject: str, claim: Claim, document: str) -> str:
    """The digest that names a fact: 32 hexadecimal digits over subject, statement and place."""
    said = [
        document,
        subject,
        claim.property,
        claim.measure,
        str(claim.period) if claim.period else None,
        claim.standing,
        value_key(claim.value),
        locator_to_json(claim.locator),
    ]
    plain = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(plain.encode()).hexdigest()[:32]


def value_key(value: Value) -> str:
    """The value as one canonical string; equal values give equal strings."""
    if isinstance(value, Quantity):
        upper = "" if value.upper is None else f" {_plain(value.upper)}"
        return f"{_plain(value.amount)} {value.unit} {value.hedge}{upper}"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    return value


def _plain(number: Decimal) -> str:
    # Not normalize(): it rounds to the precision of the context, and two figures would be one.
    printed = f"{number:f}"
    if "." in printed:
        printed = printed.rstrip("0").rstrip(".")
    return "0" if printed in ("-0", "") else printed
