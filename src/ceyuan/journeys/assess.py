"""Ask programmes about everybody, about one, or about a person's own table."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path

import pyarrow as pa

from ceyuan.authoring.page import FactQuery
from ceyuan.catalogue import Catalogue, ProgrammeItem
from ceyuan.catalogue.parameter_file import read_own_values
from ceyuan.engines.rules.absurd import Absurd
from ceyuan.engines.rules.answer import Answer, Answers, answers
from ceyuan.engines.rules.engine import Engine, open_engine
from ceyuan.engines.rules.graph import Graph
from ceyuan.engines.rules.programme import Asked, Programme
from ceyuan.engines.rules.snapshot import Snapshot, snapshot_of
from ceyuan.engines.rules.table import fitted
from ceyuan.engines.rules.whole import whole_graph
from ceyuan.journeys.incoming import Incoming
from ceyuan.journeys.own_table import OwnTable, open_table
from ceyuan.journeys.programme_called import chosen
from ceyuan.journeys.who import merged
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import BadInput, CeyuanError, Faults
from ceyuan.office import Office

#: Where a home keeps its own values for parameters nobody has published.
OWN_VALUES = "parameters"

#: Programmes named in a message.
_TOLD = 8

Progress = Callable[[int, int, str], None]


class NothingToAssess(BadInput):
    """No programme is in force that day, or no row is of a kind that any is about."""


class NoRows(BadInput):
    """A table with headings and nothing below them."""


@dataclass(frozen=True)
class Assessed:
    """Programmes about rows.

    Attributes:
        on: the day asked.
        engine: what computed it.
        names: what each row is called; by kind, for rows differ between kinds.
        subjects: identifiers of the rows, by kind; the names where the rows are of a person's own
            table.
        answers: one for each programme in force, in order of their names.
        not_in_force: programmes that do not hold on the day.
        absurd: values that are no figures and count as unknown.
        snapshots: by kind, what was read of the ledger.
        own: the person's own table, where that was read.
        elsewhere: programmes of other places, left out.
        same: records that were decided to be another, with the subject both go under.
        other_kinds: programmes asked for that are about another kind than the rows of the table.
    """

    on: date
    engine: str
    names: dict[str, list[str]]
    subjects: dict[str, list[str]]
    answers: tuple[Answers, ...]
    not_in_force: tuple[str, ...] = ()
    absurd: tuple[Absurd, ...] = ()
    snapshots: dict[str, Snapshot] | None = None
    own: OwnTable | None = None
    elsewhere: tuple[str, ...] = ()
    same: Mapping[str, str] = field(default_factory=dict)
    other_kinds: tuple[str, ...] = ()

    def row(self, kind: str, subject: str) -> int | None:
        """The row of a subject, or of the one it was decided to be; None where it has none."""
        return self._rows[kind].get(self.same.get(subject, subject)) if kind in self._rows else None

    @cached_property
    def _rows(self) -> dict[str, dict[str, int]]:
        return {
            kind: {subject: row for row, subject in enumerate(subjects)}
            for kind, subjects in self.subjects.items()
        }

    def each(self) -> Iterator[tuple[str, Answer]]:
        """Every answer with the subject it is about, programme by programme."""
        for one in self.answers:
            subjects = self.subjects[one.programme.kind]
            for answer in one.each():
                yield subjects[answer.row], answer


def assess_ledger(
    office: Office,
    wanted: Sequence[str],
    *,
    on: date,
    engine: str = "duckdb",
    subject: str = "",
    everywhere: bool = False,
    place: str = "",
    progress: Progress | None = None,
) -> Assessed:
    """Ask programmes about everybody the ledger knows; records decided to be one are one row.

    Where no programme is named, those that hold for the district the home serves: its own, its
    city's, the nation's.

    Args:
        office: the open home; its own values for open parameters hold.
        wanted: names of programmes; empty for all.
        on: the day.
        engine: `duckdb`, `postgres`, `spark` or `numpy`.
        subject: one identifier, of any record of the thing; empty for all.
        everywhere: the programmes of other places too.
        place: code of the place they hold in; empty for the one the home serves.
        progress: told before each programme.

    Raises:
        NoSuchProgramme, NothingToAssess: nothing can be asked.
        UnknownEngine, EngineMissing: it cannot be computed.
        Faults: a programme is not as it must be.
    """
    asked = asked_here(office, wanted, on, everywhere=everywhere, place=place)
    same = merged(office)
    snapshots, names = _read_ledger(office, asked.graphs, on, subject, same)

    def opened(_kind: str, rows: pa.Table) -> AbstractContextManager[Engine]:
        return open_engine(engine, rows, office.settings.computing_database)

    return answered(asked, engine, snapshots, names, same, opened, progress)


@dataclass(frozen=True)
class Asking:
    """The programmes to ask on a day: those in force, those that are not, those of other places."""

    on: date
    graphs: tuple[Graph, ...]
    idle: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()


def asked_here(
    office: Office,
    wanted: Sequence[str],
    on: date,
    *,
    everywhere: bool = False,
    place: str = "",
) -> Asking:
    """The programmes of these names; for none, those that hold in a place, or where the home is.

    Raises:
        NoSuchProgramme: a name is none.
        Faults: a programme is not as it must be.
    """
    items = chosen(office.catalogue, wanted)
    elsewhere: tuple[str, ...] = ()
    if not wanted and not everywhere:
        here = place or office.ledger.served.removeprefix("place:")
        elsewhere = tuple(i.name for i in items if not holds_for(i.card.jurisdiction, here))
        items = [item for item in items if item.name not in elsewhere]
    programmes = with_own_values(items, office.home / OWN_VALUES)
    return Asking(on, *_in_force(programmes, on), elsewhere)


#: Opens an engine over the rows of a kind.
Opening = Callable[[str, pa.Table], AbstractContextManager[Engine]]


def answered(
    asked: Asking,
    engine: str,
    snapshots: dict[str, Snapshot],
    names: dict[str, list[str]],
    same: Mapping[str, str],
    opened: Opening,
    progress: Progress | None = None,
) -> Assessed:
    """The programmes over snapshots of the ledger.

    Raises:
        NothingToAssess: no snapshot has a row.
    """
    graphs = tuple(g for g in asked.graphs if len(snapshots[g.programme.kind].table))
    _refuse_nothing(graphs, asked.on, () if asked.graphs else asked.idle)
    tables = {kind: snapshot.values for kind, snapshot in snapshots.items()}
    made, absurd = _ask(graphs, tables, opened, progress)
    subjects = {kind: snapshot.subjects for kind, snapshot in snapshots.items()}
    return Assessed(
        *(asked.on, engine, names, subjects, made, asked.idle, absurd, snapshots),
        elsewhere=asked.elsewhere,
        same=same,
    )


def assess_table(
    catalogue: Catalogue,
    wanted: Sequence[str],
    file: Incoming,
    *,
    on: date,
    engine: str = "duckdb",
    address: str = "",
    own_values: Path | None = None,
    sheet: str = "",
    place: str = "",
    progress: Progress | None = None,
) -> Assessed:
    """Ask programmes about the rows of a workbook, without keeping anything.

    Args:
        catalogue: the district.
        wanted: names of programmes; empty for all that are about what the rows are.
        file: the workbook or separated text.
        on: the day.
        engine: as `assess_ledger`.
        address: of a PostgreSQL database, for that engine.
        own_values: a folder with a district's own values for open parameters.
        sheet: the sheet to read; empty for the first that has a list.
        place: code of a place; where no programme is named, only those that hold there.
        progress: told before each programme.

    Raises:
        as `assess_ledger`; BadInput where the file cannot be opened or has no list.
        NoRows: there is nothing below the headings.
    """
    items = chosen(catalogue, wanted)
    elsewhere: tuple[str, ...] = ()
    if place and not wanted:
        elsewhere = tuple(i.name for i in items if not holds_for(i.card.jurisdiction, place))
        items = [item for item in items if item.name not in elsewhere]
    own = open_table(catalogue, items, file, on, sheet)
    if not own.names:
        raise NoRows(
            Bilingual("表里只有表头，没有一行数据", "the table has headings and no row"),
            where=file.name,
            remedy=Bilingual("在表头下逐行填写", "fill in rows below the headings"),
        )
    mine = [item for item in items if item.kind == own.kind]
    programmes = with_own_values(mine, own_values)
    graphs, idle = _in_force(programmes, on)
    _refuse_nothing(graphs, on, idle)
    made, absurd = _ask(
        graphs,
        {own.kind: own.values},
        lambda _, rows: open_engine(engine, rows, address),
        progress,
    )
    names = {own.kind: own.names}
    unasked = tuple(item.name for item in items if item not in mine) if wanted else ()
    return Assessed(
        on, engine, names, names, made, idle, absurd, None, own, elsewhere, other_kinds=unasked
    )


def holds_for(jurisdiction: str, place: str) -> bool:
    """Whether what holds in a jurisdiction holds in a place, both as administrative codes.

    A code ends in zeros where it means a whole province (500000) or city (990000); nothing, or all
    zeros, is the nation. Where no place is known everything may hold.
    """
    code = jurisdiction.strip()
    if not place or not code.strip("0"):
        return True
    whole = code[:2] if code.endswith("0000") else code[:4] if code.endswith("00") else code
    return place.startswith(whole)


def with_own_values(items: Iterable[ProgrammeItem], folder: Path | None) -> dict[str, Programme]:
    """The programmes with a district's own values from `FOLDER/NAME.toml` where there is one.

    Raises:
        Faults: a file is not as it must be.
    """
    made: dict[str, Programme] = {}
    known: dict[str, Programme] = {}
    faults: list[CeyuanError] = []
    for item in items:
        programme = known[item.name] = item.programme
        path = folder / f"{item.name}.toml" if folder else None
        if path is not None and path.is_file():
            own = read_own_values(path, str(path), programme.parameters, faults)
            programme = replace(programme, parameters=own)
        made[item.name] = programme
    if faults:
        raise Faults(faults)
    changed = {name for name, p in made.items() if p is not known[name]}
    return {name: _among(p, made) if changed else p for name, p in made.items()}


def _among(programme: Programme, made: dict[str, Programme]) -> Programme:
    """The programme asking those with own values where it asks others."""

    def others(name: str) -> Programme | None:
        return made.get(name) or programme.others(name)

    return replace(programme, others=others)


def _in_force(
    programmes: dict[str, Programme], on: date
) -> tuple[tuple[Graph, ...], tuple[str, ...]]:
    held = {name: p for name, p in programmes.items() if p.in_force(on)}
    graphs = tuple(whole_graph(p, on) for p in held.values())
    return graphs, tuple(name for name in programmes if name not in held)


def _asked(graphs: Iterable[Graph]) -> list[Asked]:
    found: dict[str, Asked] = {}
    for graph in graphs:
        found |= graph.asked
    return list(found.values())


def _refuse_nothing(graphs: Sequence[Graph], on: date, idle: Sequence[str] = ()) -> None:
    if graphs:
        return
    if idle:
        listed = "、".join(idle[:_TOLD]) + ("…" if len(idle) > _TOLD else "")
        raise NothingToAssess(
            Bilingual(f"{on} 不在有效期内：{listed}", f"not in force on {on}: {listed}"),
            remedy=Bilingual(
                "换一个日期（--on）；有效期用 ceyuan programme 看",
                "choose another day (--on); `ceyuan programme` shows from when to when",
            ),
        )
    raise NothingToAssess(
        Bilingual(f"{on} 没有可测算的政策或对象", f"nothing can be assessed on {on}"),
        remedy=Bilingual(
            "换一个日期（--on），或先用 ceyuan read --keep 录入登记表",
            "choose another day (--on), or bring registers in with `ceyuan read --keep`",
        ),
    )


def _ask(
    graphs: Sequence[Graph],
    tables: dict[str, pa.Table],
    opening: Opening,
    progress: Progress | None,
) -> tuple[tuple[Answers, ...], tuple[Absurd, ...]]:
    made: dict[str, Answers] = {}
    absurd: list[Absurd] = []
    done = 0
    for kind, table in tables.items():
        mine = [g for g in graphs if g.programme.kind == kind]
        if not mine:
            continue
        rows, wild = fitted(table, mine)
        absurd += (replace(one, kind=kind) for one in wild)
        with opening(kind, rows) as opened:
            for graph in mine:
                if progress:
                    progress(done, len(graphs), graph.programme.title.zh)
                made[graph.programme.name] = answers(opened, graph, rows)
                done += 1
    return tuple(made[name] for name in sorted(made)), tuple(absurd)


def _read_ledger(
    office: Office, graphs: Sequence[Graph], on: date, subject: str, same: Mapping[str, str]
) -> tuple[dict[str, Snapshot], dict[str, list[str]]]:
    """By kind what the programmes read, and what its rows are called; of one moment of the ledger."""
    members = _members(same, subject)
    snapshots: dict[str, Snapshot] = {}
    names: dict[str, list[str]] = {}
    with office.ledger.view() as view:
        for kind in dict.fromkeys(g.programme.kind for g in graphs):
            asked = _asked(g for g in graphs if g.programme.kind == kind)
            facts = pa.concat_tables(
                view.table(FactQuery(kind=kind, subject=member)) for member in members
            )
            made = snapshot_of(facts, office.catalogue.kinds[kind], asked, on, same)
            called = view.names_of(made.subjects)
            snapshots[kind] = made
            names[kind] = [called.get(one, one) for one in made.subjects]
    return snapshots, names


def _members(same: Mapping[str, str], subject: str) -> list[str]:
    """Every record that is one thing with a subject; everybody, as the ledger is asked, for none."""
    leader = same.get(subject, subject)
    return [leader, *(one for one, other in same.items() if subject and other == leader)]
