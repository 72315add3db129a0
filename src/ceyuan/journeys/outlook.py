"""The rehearsal of a register in the words of a page: tables, columns, rows by fate, problems."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from ceyuan.authoring.handed_in import (
    Fate,
    ReadColumn,
    ReadTable,
    RegisterOutlook,
    RowChange,
    RowOutlook,
)
from ceyuan.engines.registry.change import Change
from ceyuan.engines.registry.rehearsal import RehearsedRow
from ceyuan.engines.registry.row_fate import RowFate
from ceyuan.journeys.registers import RegisterTrial
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.claim import Claim, Value
from ceyuan.model.kind import Kind
from ceyuan.model.locator import CellAt
from ceyuan.model.reading import Reading
from ceyuan.model.table import Problem, Skip, Weight
from ceyuan.office import Office
from ceyuan.stores.ledger_view import LedgerView

#: Rows listed of each fate; the rest is counted.
MOST_ROWS = 60

_VANISHED = Bilingual("消失", "vanished")
_GRAVEST = (Weight.UNREADABLE, Weight.DOUBTFUL, Weight.NOTE)

_Cells = Mapping[tuple[str, str, str], Claim]


def register_outlook(office: Office, reading: Reading, trial: RegisterTrial) -> RegisterOutlook:
    """What keeping a register would mean, with the first rows of each fate."""
    register: dict[str, Any] = reading.table["register"]
    kinds = office.catalogue.kinds
    skipped = Counter(line["reason"] for line in register.get("skipped", []))
    with office.ledger.view() as view:
        fates = tuple(_fates(view, kinds, reading, trial))
    return RegisterOutlook(
        tables=tuple(_table(table, reading, kinds) for table in register["tables"]),
        ignored=register.get("ignored_because", {}),
        skipped=tuple((Skip(reason).term, count) for reason, count in skipped.items()),
        fates=fates,
        problems=_gravest_first(trial.problems),
        withheld=len(reading.claims) - len(trial.importable().claims),
        withheld_whole=trial.withheld_whole,
    )


def _table(table: Mapping[str, Any], reading: Reading, kinds: Mapping[str, Kind]) -> ReadTable:
    kind = kinds.get(table["kind"] or "")
    first = min(table["header_rows"], default=0)
    rows = {
        claim.extra["row"]
        for claim in reading.claims
        if claim.extra.get("sheet") == table["sheet"]
        and claim.kind == table["kind"]
        and claim.extra.get("row", 0) >= first
    }
    return ReadTable(
        table["sheet"],
        table["title"],
        kind,
        table["kind_reason"],
        tuple(table["header_rows"]),
        len(rows),
        tuple(_column(column, kind) for column in table["columns"]),
    )


def _column(column: Mapping[str, Any], kind: Kind | None) -> ReadColumn:
    ids = (column["field"] or "").split("+") if column["field"] else []
    terms = [
        f.term if f else Bilingual(id, id) for id in ids for f in [kind.field(id) if kind else None]
    ]
    named = Bilingual("、".join(t.zh for t in terms), ", ".join(t.en for t in terms))
    return ReadColumn(
        column["column"],
        column["heading"],
        named if terms else None,
        column["unit"] or "",
        column["period"] or "",
        column["reason"],
        column["sure"],
    )


def _fates(
    view: LedgerView, kinds: Mapping[str, Kind], reading: Reading, trial: RegisterTrial
) -> Iterable[Fate]:
    claims = {
        (place.sheet, place.cell, claim.property): claim
        for claim in reading.claims
        if isinstance(place := claim.locator, CellAt)
    }
    for fate in RowFate:
        rows = [
            (kinds[rehearsal.kind], row)
            for rehearsal in trial.rehearsals
            for row in rehearsal.rows
            if fate in row.fates
        ]
        shown = tuple(_row(view, kind, row, claims) for kind, row in rows[:MOST_ROWS])
        yield Fate(fate.value, fate.term, len(rows), shown)
    gone = [thing for rehearsal in trial.rehearsals for thing in rehearsal.vanished]
    lines = (RowOutlook(one.last_in, 0, one.subject, one.name, ()) for one in gone[:MOST_ROWS])
    yield Fate("vanished", _VANISHED, len(gone), tuple(lines))


def _row(view: LedgerView, kind: Kind, row: RehearsedRow, claims: _Cells) -> RowOutlook:
    changes = tuple(_change(view, kind, row, change, claims) for change in row.changes)
    # A thing the ledger does not know yet has no page to lead to.
    known = "" if RowFate.NEW in row.fates else row.subject
    return RowOutlook(row.sheet, row.row, known, row.name, changes)


def _change(
    view: LedgerView, kind: Kind, row: RehearsedRow, change: Change, claims: _Cells
) -> RowChange:
    held = view.fact(change.fact)
    claim = claims.get((row.sheet, change.cell, change.property))
    before: Value = held.fact.claim.value if held else change.before
    return RowChange(
        kind.field(change.property),
        change.indicator,
        change.cell,
        before,
        claim.value if claim else change.now,
        change.fact,
        change.contradicts,
    )


def _gravest_first(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda p: (_GRAVEST.index(p.weight), p.sheet, p.row, p.cell)))
