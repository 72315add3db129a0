"""What the ledger holds of the things a register speaks of, in the form a rehearsal compares with."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from ceyuan.model.hedge import Hedge
from ceyuan.model.interval import Interval
from ceyuan.model.printed_quantity import print_quantity
from ceyuan.model.quantity import Quantity


@dataclass(frozen=True, slots=True)
class KnownValue:
    """One current fact.

    Attributes:
        fact: its identifier.
        property: the field.
        period: as the ledger writes it; empty where the fact has none.
        ends: last day of the period; None where it has none.
        value: one canonical string (`model.fact.value_key`).
        unit: of a quantity; empty for what is none.
        amount, upper: of a quantity, exact, as text.
        bounds: of a quantity as floats; None for an open end.
        document: digest of the document it came from; empty where it came from none.
        recorded_on: the day it was recorded.
    """

    fact: str
    property: str
    period: str
    ends: date | None
    value: str
    document: str
    recorded_on: date
    unit: str = ""
    amount: str = ""
    upper: str = ""
    bounds: tuple[float | None, float | None] = (None, None)

    def shown(self) -> str:
        """The value as people read it."""
        if not self.amount:
            return self.value
        upper = Decimal(self.upper) if self.upper else None
        hedge = Hedge(self.value.rpartition(" ")[2])
        return print_quantity(Quantity(Decimal(self.amount), self.unit, hedge, upper))

    def interval(self) -> Interval:
        """The values the figure allows; without a figure all of them."""
        low, high = self.bounds
        return Interval(_exact(self.amount, low), _exact(self.upper or self.amount, high))


def _exact(printed: str, bound: float | None) -> Decimal | None:
    """The bound of a figure, exact where it is the printed amount itself."""
    if bound is None or not printed:
        return None
    amount = Decimal(printed)
    return amount if float(amount) == bound else Decimal(repr(bound))


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
