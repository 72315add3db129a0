"""Values of a row that would differ from the ledger."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ceyuan.engines.registry.incoming_row import IncomingRow, cell_of
from ceyuan.engines.registry.known import KnownThing, KnownValue
from ceyuan.model.claim import Claim, Value
from ceyuan.model.fact import value_key
from ceyuan.model.kind import FieldType, Kind
from ceyuan.model.printed_quantity import print_quantity
from ceyuan.model.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Change:
    """A value that would differ from the ledger.

    `contradicts` is true where both speak of the same time (or neither says which) and come from
    different documents; a later edition of the same register changes, it does not contradict.
    """

    property: str
    indicator: str
    cell: str
    period: str
    before: str
    now: str
    fact: str
    contradicts: bool


def changes_of(
    kind: Kind, incoming: IncomingRow, thing: KnownThing | None, own: frozenset[str]
) -> Iterator[Change]:
    """Every value of a row that the ledger has otherwise; figures of further years are no change.

    Args:
        kind: what the row is.
        incoming: the row.
        thing: what the ledger knows of it; None where it is new.
        own: the documents of earlier editions of the same register.
    """
    if thing is None:
        return
    for claim in incoming.claims:
        field = kind.field(claim.property)
        if field is None or field.many or held(claim, thing):
            continue
        before = _comparable(claim, thing)
        if before is None or _agree(claim, before, field.type):
            continue
        same_time = before.period == period_of(claim)
        yield Change(
            claim.property,
            claim.indicator,
            cell_of(claim),
            period_of(claim),
            before.shown(),
            _shown(claim.value),
            before.fact,
            # a name changes, or the code is somebody else's: told apart in `doubt.strangers`
            contradicts=same_time and before.document not in own and claim.property != "name",
        )


def _shown(value: Value) -> str:
    return print_quantity(value) if isinstance(value, Quantity) else value_key(value)


def held(claim: Claim, thing: KnownThing) -> KnownValue | None:
    """The fact that says what the claim says."""
    said = value_key(claim.value)
    for known in thing.values.get(claim.property, ()):
        if known.value == said and (known.period == period_of(claim) or _timeless(claim)):
            return known
    return None


def _comparable(claim: Claim, thing: KnownThing) -> KnownValue | None:
    """The fact a claim would stand against: of the same period, or for what has no series the newest."""
    known = thing.values.get(claim.property, [])
    same = [k for k in known if k.period == period_of(claim)]
    if same:
        return same[-1]
    if isinstance(claim.value, Quantity):
        return None
    return max(known, key=lambda k: (k.ends or date.min, k.recorded_on), default=None)


def _agree(claim: Claim, before: KnownValue, type_: FieldType) -> bool:
    value = claim.value
    if isinstance(value, Quantity):
        if value.unit != before.unit:
            return False
        return value.interval.meets(before.interval())
    said = value_key(value)
    if type_ is FieldType.DATE:
        return said.startswith(before.value) or before.value.startswith(said)
    return said == before.value


def period_of(claim: Claim) -> str:
    """The period as the ledger writes it; empty where there is none."""
    return claim.period.text if claim.period else ""


def _timeless(claim: Claim) -> bool:
    """A name or a code stands however old the register is that says it."""
    return not isinstance(claim.value, Quantity)
