"""What an import would do, row by row, before anything is written. Pure: a reading and the ledger in."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ceyuan.engines.registry.change import Change, changes_of, held
from ceyuan.engines.registry.doubt import disagreements, old_edition, slips, strangers
from ceyuan.engines.registry.incoming_row import IncomingRow
from ceyuan.engines.registry.known import Edition, Known, KnownThing
from ceyuan.engines.registry.row_fate import RowFate
from ceyuan.model.kind import Kind
from ceyuan.model.table import Problem, Weight

#: Problems of a reading that make a row a duplicate or a contradiction within its own register.
_DUPLICATE = frozenset({"duplicate_row"})
_CONTRADICTORY = frozenset({"rows_disagree", "one_name_two_codes", "code_of_another"})
_UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class RehearsedRow:
    """A row of the register and everything that keeping it would mean; it may have several fates."""

    sheet: str
    row: int
    subject: str
    name: str
    fates: tuple[RowFate, ...]
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Vanished:
    """A thing that the last edition of the register named and this one does not."""

    subject: str
    name: str
    last_in: str


@dataclass(frozen=True, slots=True)
class RegisterRehearsal:
    """What an import would do.

    `problems` are those that only the comparison with the ledger shows; those of the reading itself
    are in its TableReading.
    """

    kind: str
    rows: tuple[RehearsedRow, ...]
    vanished: tuple[Vanished, ...]
    problems: tuple[Problem, ...]

    @property
    def counts(self) -> dict[str, int]:
        """Rows by fate (a row may have several), and `vanished`."""
        counted = Counter(fate.value for row in self.rows for fate in row.fates)
        return {f.value: counted[f.value] for f in RowFate} | {"vanished": len(self.vanished)}


def rehearse_rows(
    kind: Kind,
    rows: Sequence[IncomingRow],
    known: Known,
    *,
    problems: Iterable[Problem] = (),
    editions: Sequence[Edition] = (),
    day: date | None = None,
    additive: bool = False,
) -> RegisterRehearsal:
    """Compare the rows of a register with the ledger.

    Args:
        kind: what the rows are.
        rows: with their things already known by identifier.
        known: the current facts about things of this kind.
        problems: what the reading found, to tell duplicate, contradictory and unreadable rows.
        editions: earlier imports of this register, oldest first.
        day: the day this edition stands at; None where it does not say.
        additive: the register is one batch of several: what it does not name has not vanished.

    Returns:
        Every row with its fates, in the order of the sheet; what vanished since the last edition;
        problems that only the ledger shows: a code the ledger knows under another name, a figure ten
        thousand times last year's, an edition older than one already kept.
    """
    told = _by_row(problems)
    own = frozenset(e.document for e in editions)
    rehearsed: list[RehearsedRow] = []
    found: list[Problem] = list(old_edition(rows, editions, day))
    for incoming in rows:
        thing = known.thing(incoming.subject)
        changes = tuple(changes_of(kind, incoming, thing, own))
        doubts = [
            *strangers(kind, incoming, known),
            *slips(incoming, thing),
            *disagreements(incoming, changes),
        ]
        found += doubts
        codes = told[incoming.sheet, incoming.row] | {p.code for p in doubts}
        fates = _fates(incoming, thing, changes, codes)
        rehearsed.append(
            RehearsedRow(
                incoming.sheet,
                incoming.row,
                incoming.subject,
                incoming.name,
                fates,
                changes,
            )
        )
    vanished = () if additive else _vanished(rows, known, editions)
    return RegisterRehearsal(kind.name, tuple(rehearsed), vanished, tuple(found))


def _by_row(problems: Iterable[Problem]) -> Mapping[tuple[str, int], set[str]]:
    told: dict[tuple[str, int], set[str]] = defaultdict(set)
    for problem in problems:
        if problem.weight is Weight.UNREADABLE:
            told[problem.sheet, problem.row].add(_UNREADABLE)
        told[problem.sheet, problem.row].add(problem.code)
    return told


def _fates(
    incoming: IncomingRow, thing: KnownThing | None, changes: Sequence[Change], codes: set[str]
) -> tuple[RowFate, ...]:
    fates = []
    if _UNREADABLE in codes or not incoming.subject:
        fates.append(RowFate.UNREADABLE)
    if codes & _DUPLICATE:
        fates.append(RowFate.DUPLICATE)
    if codes & _CONTRADICTORY or any(c.contradicts for c in changes):
        fates.append(RowFate.CONTRADICTORY)
    if not incoming.subject:
        return tuple(fates)
    if thing is None:
        fates.append(RowFate.NEW)
    elif any(not c.contradicts for c in changes):
        fates.append(RowFate.CHANGED)
    elif not changes:
        adds = any(held(claim, thing) is None for claim in incoming.claims)
        fates.append(RowFate.FURTHER if adds else RowFate.UNCHANGED)
    return tuple(fates)


def _vanished(
    rows: Sequence[IncomingRow], known: Known, editions: Sequence[Edition]
) -> tuple[Vanished, ...]:
    if not editions:
        return ()
    last = editions[-1]
    gone = last.subjects - {r.subject for r in rows}
    return tuple(Vanished(s, _name_of(known, s), last.name) for s in sorted(gone))


def _name_of(known: Known, subject: str) -> str:
    thing = known.thing(subject)
    return min(thing.names) if thing and thing.names else subject.partition(":")[2]
