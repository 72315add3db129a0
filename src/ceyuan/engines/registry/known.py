"""What the ledger holds of the things a register speaks of, in the form a rehearsal compares with."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class KnownValue:
    """One current fact.

    Attributes:
        fact: its identifier.
        property: the field.
        period: as the ledger writes it; empty where the fact has none.
        ends: last day of the period; None where it has none.
        value: one canonical string (`model.fact.value_key`).
        low, high: the bounds of a quantity; None for an open end, and both None for what is none.
        unit: of a quantity.
        document: digest of the document it came from; empty where it came from none.
        recorded_on: the day it was recorded.
    """

    fact: str
    property: str
    period: str
    ends: date | None
    value: str
    low: Decimal | None
    high: Decimal | None
    unit: str
    document: str
    recorded_on: date


@dataclass(slots=True)
class KnownThing:
    """A thing the ledger knows: its names and its current values by property."""

    subject: str
    names: set[str] = field(default_factory=set)
    values: dict[str, list[KnownValue]] = field(default_factory=dict)


class Known:
    """The things of one kind, to be asked by identifier and by name."""

    def __init__(self, things: Iterable[KnownThing]) -> None:
        self.things: Mapping[str, KnownThing] = {thing.subject: thing for thing in things}
        self._by_name: dict[str, set[str]] = {}
        for thing in self.things.values():
            for name in thing.names:
                self._by_name.setdefault(name, set()).add(thing.subject)

    def thing(self, subject: str) -> KnownThing | None:
        """The thing with this identifier, or None."""
        return self.things.get(subject)

    def named(self, name: str) -> frozenset[str]:
        """The identifiers of the things that bear or bore this very name."""
        return frozenset(self._by_name.get(name, ()))


@dataclass(frozen=True, slots=True)
class Edition:
    """An earlier import of the same register.

    Attributes:
        document: its digest.
        name: the file's name.
        day: the day its stocks stand at, or the last day of its period; None where it has none.
        subjects: the things it names.
    """

    document: str
    name: str
    day: date | None
    subjects: frozenset[str]
