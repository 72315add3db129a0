"""Registers on their way in and out: rehearse against the ledger, hand back with remarks, undo, roll forward."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any

from ceyuan.authoring.page import FactQuery
from ceyuan.engines.reading.table.register_json import problem_from_json
from ceyuan.engines.registry.incoming_row import IncomingRow
from ceyuan.engines.registry.known import Edition, Known, KnownThing, KnownValue
from ceyuan.engines.registry.rehearsal import RegisterRehearsal, rehearse_rows
from ceyuan.engines.registry.remarked import Grid, remarked_workbook
from ceyuan.engines.registry.row_fate import RowFate
from ceyuan.journeys.incoming import Incoming
from ceyuan.journeys.many_objects import making_many
from ceyuan.journeys.reading_desk import ReadingDesk
from ceyuan.journeys.subject import subject_of
from ceyuan.model.bilingual import Bilingual, Language
from ceyuan.model.claim import Claim
from ceyuan.model.errors import BadInput
from ceyuan.model.kind import Kind
from ceyuan.model.locator import CellAt
from ceyuan.model.reading import Reading
from ceyuan.model.table import Problem
from ceyuan.office import Office
from ceyuan.stores.ledger_view import LedgerView

#: Cells with these problems are not written unless the officer says so.
WITHHELD = frozenset(
    (
        "unit_slip wrong_check_character odd_credit_code one_name_two_codes negative_amount "
        "part_above_whole days_reversed units_mixed"
    ).split()
)
#: Rows with these problems are not: their values would go to somebody else.
_WITHHELD_ROW = frozenset({"code_of_another"})
#: Values of which two rows of one thing give differing ones are not, in either row.
_DISPUTED = frozenset({"rows_disagree"})
#: A whole register with this problem is not written unless the officer says so.
_WITHHELD_WHOLE = frozenset({"older_edition"})
#: How the reason of an undone import begins; importing again raises what fell for it.
UNDONE = "撤销导入"
_XLSX = "openxmlformats-officedocument.spreadsheetml"
_TIMES = re.compile(
    r"[（(\[【][^）)\]】]*\d[^）)\]】]*[)）\]】]|(?:截至|截止)[^，。]*?\d+日?|\d{2,4}\s*年?(?:度|末|底)?|\d+|第[一二三四五六七八九十]+批|[\s年月日_\-—.]+"
)


class NoRegister(BadInput):
    """The document holds no register of a known kind."""


class NothingToUndo(BadInput):
    """No fact of the document stands."""


@dataclass(frozen=True, slots=True)
class RegisterTrial:
    """What keeping a register would do.

    Attributes:
        reading: the register as read.
        rehearsals: one for each kind it holds.
        problems: of the reading and of the comparison, those that withhold a whole register first.
    """

    reading: Reading
    rehearsals: tuple[RegisterRehearsal, ...]
    problems: tuple[Problem, ...]

    @property
    def counts(self) -> dict[str, int]:
        """Rows by fate over all kinds, and `vanished`."""
        total: dict[str, int] = defaultdict(int)
        for rehearsal in self.rehearsals:
            for fate, count in rehearsal.counts.items():
                total[fate] += count
        return dict(total)

    @property
    def withheld_whole(self) -> tuple[Problem, ...]:
        """Why nothing of the register should be written; empty where it may be."""
        return tuple(p for p in self.problems if p.code in _WITHHELD_WHOLE)

    def importable(self) -> Reading:
        """The reading without what is not written unless the officer says so: the rest can be kept.

        Withheld are doubtful cells, all values of which two rows give differing ones, rows whose code
        is another's, and a register of an earlier day than one already kept.
        """
        if self.withheld_whole:
            return replace(self.reading, claims=())
        cells = {(p.sheet, p.cell) for p in self.problems if p.code in WITHHELD}
        rows = {(p.sheet, p.row) for p in self.problems if p.code in _WITHHELD_ROW}
        disputes = {(p.sheet, p.cell) for p in self.problems if p.code in _DISPUTED}
        disputed = {_statement(c) for c in self.reading.claims if _place(c) in disputes}
        kept = tuple(
            claim
            for claim in self.reading.claims
            if _place(claim) not in cells
            and (claim.extra.get("sheet"), claim.extra.get("row")) not in rows
            and _statement(claim) not in disputed
        )
        return replace(self.reading, claims=kept)


def is_register(reading: Reading) -> bool:
    """Whether a reading holds rows of a register."""
    return bool(reading.table.get("register", {}).get("tables"))


def rehearse_register(office: Office, reading: Reading, desk: ReadingDesk) -> RegisterTrial:
    """Compare a register as read with the ledger; writes nothing.

    Raises:
        NoRegister: the document holds none.
    """
    if not is_register(reading):
        raise NoRegister(
            Bilingual("文件里没有已知的登记表", "the file holds no register of a known kind"),
            where=reading.document.name,
            remedy=Bilingual("核对是否选错文件", "check that it is the right file"),
        )
    register = reading.table["register"]
    problems = [problem_from_json(p) for p in register["problems"]]
    rehearsals = []
    with making_many(), office.ledger.view() as view:
        for name in dict.fromkeys(t["kind"] for t in register["tables"] if t["kind"]):
            kind = office.catalogue.forms[name]
            rows = list(_incoming(reading, kind, desk, problems))
            known = _known(view, kind)
            editions = _editions(view, known, reading)
            rehearsals.append(
                rehearse_rows(
                    kind,
                    rows,
                    known,
                    problems=problems,
                    editions=editions,
                    day=_day_of(c for r in rows for c in r.claims),
                    additive="批" in reading.document.title,
                )
            )
    told = {(p.code, p.sheet, p.cell) for p in problems}
    found = [p for r in rehearsals for p in r.problems if (p.code, p.sheet, p.cell) not in told]
    return RegisterTrial(reading, tuple(rehearsals), (*found, *problems))


def handed_back(trial: RegisterTrial, incoming: Incoming, language: Language = "zh") -> bytes:
    """The same workbook with a remark in every cell concerned, as .xlsx."""
    grids = [Grid(g["name"], g["rows"]) for g in trial.reading.table.get("grids", [])]
    words = {fate.value: fate.term for fate in RowFate} | {
        "vanished": Bilingual("消失（上一版有、这一版没有）", "vanished")
    }
    counts = {words[name].in_language(language): count for name, count in trial.counts.items()}
    return remarked_workbook(
        incoming.content,
        trial.problems,
        is_xlsx=_XLSX in trial.reading.document.media,
        grids=grids,
        counts=counts,
        language=language,
    )


def undo_import(office: Office, document: str, *, by: str, now: datetime, reason: str = "") -> int:
    """Take back everything one document brought in; the current view is as if it had never come.

    The document, its reading and its facts stay on record, withdrawn with the reason. Gives how many
    facts fell.

    Raises:
        NothingToUndo: no fact of the document stands.
    """
    said = f"{UNDONE}：{reason}" if reason else UNDONE
    with office.database.writing() as connection:
        with office.ledger.view(within=connection) as view:
            ids = [fact.id for fact in view.each(FactQuery(document=document))]
        if not ids:
            raise NothingToUndo(
                Bilingual("该文件没有仍然有效的事实", "no fact of the document stands"),
                where=document,
                remedy=Bilingual("核对文件编号", "check the document's identifier"),
            )
        return office.ledger.withdraw_all(
            ids, reason=said, by=by, on=now.date(), at=now, within=connection
        )


def _incoming(
    reading: Reading, kind: Kind, desk: ReadingDesk, problems: Iterable[Problem]
) -> Iterator[IncomingRow]:
    """The rows of one kind with their things, in the order of the sheets; nameless rows too."""
    by_row: dict[tuple[str, int], list[Claim]] = {}
    for claim in reading.claims:
        if claim.kind != kind.name or "row" not in claim.extra:
            continue
        by_row.setdefault((claim.extra["sheet"], claim.extra["row"]), []).append(claim)
        for place in claim.also_at:
            if isinstance(place, CellAt):
                by_row.setdefault((place.sheet, _row_of(place)), []).append(claim)
    for problem in problems:
        if problem.code == "no_name":
            by_row.setdefault((problem.sheet, problem.row), [])
    order = {sheet["name"]: n for n, sheet in enumerate(reading.table.get("grids", []))}
    for sheet, row in sorted(by_row, key=lambda at: (order.get(at[0], 0), at[1])):
        claims = by_row[sheet, row]
        entity = subject_of(claims[0], desk.gazetteer) if claims else None
        yield IncomingRow(
            sheet,
            row,
            entity.id if entity else "",
            claims[0].subject if claims else "",
            tuple(claims),
        )


def _row_of(place: CellAt) -> int:
    return int(re.sub(r"\D", "", place.cell) or 0)


#: The columns of the ledger's table that a comparison needs, in the order `_known_value` takes them.
_COLUMNS = (
    "id subject property period period_end sort value upper unit hedge low high document recorded_on"
).split()


def _known(view: LedgerView, kind: Kind) -> Known:
    """The current facts about things of a kind."""
    table = view.table(FactQuery(kind=kind.name))
    things: dict[str, KnownThing] = {}
    for line in zip(*(_plain(table[name]) for name in _COLUMNS), strict=True):
        subject, value = line[1] or "", _known_value(*line)
        thing = things.get(subject)
        if thing is None:
            thing = things[subject] = KnownThing(subject)
        thing.values.setdefault(value.property, []).append(value)
        if value.property in ("name", "former_name"):
            thing.names.add(value.value)
    return Known(things.values())


def _plain(column: Any) -> list[Any]:
    """A column as a list; cast as a whole, which is many times faster than cell by cell."""
    if str(column.type) == "double":
        return [None if v != v else v for v in column.to_numpy().tolist()]
    plain: list[Any] = column.cast("string").to_numpy().tolist()
    return plain


@lru_cache(maxsize=4_096)
def _date(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None


def _known_value(
    id: str,
    subject: str,
    property: str,
    period: str | None,
    period_end: str | None,
    sort: str,
    value: str,
    upper: str | None,
    unit: str | None,
    hedge: str | None,
    low: float | None,
    high: float | None,
    document: str | None,
    recorded_on: str,
) -> KnownValue:
    quantity = sort == "quantity"
    return KnownValue(
        id,
        property,
        period or "",
        _date(period_end),
        _canonical(value, unit or "", hedge or "") if quantity else value,
        document or "",
        _date(recorded_on) or date.min,
        (unit or "") if quantity else "",
        value if quantity else "",
        upper or "",
        (low, high),
    )


@lru_cache(maxsize=65_536)
def _canonical(value: str, unit: str, hedge: str) -> str:
    """A figure as `model.fact.value_key` writes it."""
    return f"{Decimal(value).normalize():f} {unit} {hedge}"


def _editions(view: LedgerView, known: Known, reading: Reading) -> list[Edition]:
    """Earlier imports whose title differs from this one's by its times alone, oldest first."""
    wanted = _title_key(reading.document.title or reading.document.name)
    subjects: dict[str, set[str]] = defaultdict(set)
    days: dict[str, date] = {}
    for thing in known.things.values():
        for values in thing.values.values():
            for value in values:
                if not value.document or value.document == reading.document.digest:
                    continue
                subjects[value.document].add(thing.subject)
                if value.ends is not None:
                    days[value.document] = max(days.get(value.document, value.ends), value.ends)
    found = []
    for digest, named in subjects.items():
        document = view.document(digest)
        if document is None or _title_key(document.title or document.name) != wanted:
            continue
        found.append(
            Edition(digest, document.title or document.name, days.get(digest), frozenset(named))
        )
    return sorted(found, key=lambda e: (e.day or date.min, e.name))


def _title_key(title: str) -> str:
    return _TIMES.sub("", title.rsplit(".", 1)[0] if title.isascii() else title)


def _day_of(claims: Iterable[Claim]) -> date | None:
    return max((c.period.end for c in claims if c.period), default=None)


def _place(claim: Claim) -> tuple[str, str] | None:
    place = claim.locator
    return (place.sheet, place.cell) if isinstance(place, CellAt) else None


def _statement(claim: Claim) -> tuple[str, str, str, object]:
    return claim.kind, claim.extra.get("code") or claim.subject, claim.property, claim.period
