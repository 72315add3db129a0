"""Says what keeping would write, and writes nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from ceyuan.journeys.reading_desk import ReadingDesk
from ceyuan.journeys.receive import facts_of
from ceyuan.model.reading import Reading
from ceyuan.office import Office


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What keeping would do: facts that would be new, facts the ledger holds, claims about nobody."""

    new_facts: int
    already: int
    homeless: int


def rehearse(office: Office, readings: Iterable[Reading], *, now: datetime) -> Rehearsal:
    """Compare readings with the ledger as it stands."""
    desk = ReadingDesk(office.catalogue)
    new = already = homeless = 0
    seen: set[str] = set()
    with office.ledger.view() as view:
        for reading in readings:
            facts, _, unnamed = facts_of(reading, desk, now)
            homeless += unnamed
            for id in {fact.id for fact in facts} - seen:
                seen.add(id)
                if view.fact(id) is None:
                    new += 1
                else:
                    already += 1
    return Rehearsal(new, already, homeless)
