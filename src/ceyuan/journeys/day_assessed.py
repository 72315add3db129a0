"""All programmes over the whole ledger for one day, computed once while everything stays as it is.

What was computed lies in memory, and as Parquet in the cache of the home for the next process.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from threading import Lock

import pyarrow as pa

import ceyuan
from ceyuan.authoring.policy import Verdict
from ceyuan.engines.rules.answer import Answer, Answers
from ceyuan.engines.rules.graph import Graph
from ceyuan.engines.rules.snapshot import Snapshot
from ceyuan.engines.rules.table import table_of
from ceyuan.journeys.assess import (
    OWN_VALUES,
    Asking,
    Assessed,
    NothingToAssess,
    answered,
    asked_here,
    assess_ledger,
)
from ceyuan.office import Office
from ceyuan.stores.kept_tables import KeptTables

#: Days and moments kept at hand; pages ask for one day at a time.
_KEPT = 3
#: What answers depend on beside the ledger: the program itself and the district's folders.
_OF_THE_PROGRAM = ("engines/rules", "authoring", "model", "journeys/assess.py")
_OF_THE_DISTRICT = ("kinds", "programmes", "identity.toml")
_LIBRARIES = ("numpy", "pyarrow")


@dataclass(frozen=True)
class DayAssessed:
    """An assessment of everybody, with the rows of each programme made ready when first asked for.

    `assessed` is None where the ledger knows nobody that any programme is about.
    """

    assessed: Assessed | None
    _rows: dict[str, list[Answer]] = field(default_factory=dict)
    _verdicts: dict[str, tuple[Verdict, ...]] = field(default_factory=dict)

    def answers(self, name: str) -> Answers | None:
        """One programme over all its rows; None where it is not in force or is about nobody."""
        held = self.assessed.answers if self.assessed else ()
        return next((one for one in held if one.programme.name == name), None)

    def rows(self, name: str) -> list[Answer]:
        """The answer of each row of a programme, in the order of the subjects of its kind."""
        if name not in self._rows:
            of = self.answers(name)
            self._rows[name] = list(of.each()) if of else []
        return self._rows[name]

    def verdicts(self, name: str, make: Callable[[], tuple[Verdict, ...]]) -> tuple[Verdict, ...]:
        """The rows of a programme in brief, made once."""
        if name not in self._verdicts:
            self._verdicts[name] = make()
        return self._verdicts[name]


_kept: dict[str, DayAssessed] = {}
_lock = Lock()


def day_assessed(office: Office, day: date) -> DayAssessed:
    """Everybody under every programme on a day.

    A new entry of the ledger, a decision on who is who, an own value of the home, another version of
    a programme, of a kind or of the program: each computes anew.
    """
    with _lock:
        name = _name(office, day)
        if name not in _kept:
            _kept[name] = DayAssessed(
                _from_cache(office, day, name) or _computed(office, day, name)
            )
            while len(_kept) > _KEPT:
                del _kept[next(iter(_kept))]
        return _kept[name]


def forget() -> None:
    """Let go of what lies in memory, as the end of the process does."""
    with _lock:
        _kept.clear()


def _computed(office: Office, day: date, name: str) -> Assessed | None:
    try:
        made = assess_ledger(office, [], on=day, engine="numpy")
    except NothingToAssess:
        return None
    if _name(office, day) == name:  # Nobody wrote meanwhile: it is of this very moment.
        _cache(office).put(name, _tables(made))
    return made


def _from_cache(office: Office, day: date, name: str) -> Assessed | None:
    tables = _cache(office).get(name)
    try:
        return None if tables is None else _assessed(asked_here(office, [], day), tables)
    except (KeyError, NothingToAssess):  # whole, and yet not what this program keeps
        return None


def _cache(office: Office) -> KeptTables:
    return KeptTables(office.home / "cache" / "assessed")


def _name(office: Office, day: date) -> str:
    """What everything that decides the answers comes to."""
    with office.ledger.view() as view:
        ledger = (view.seal, view.served())
    own = [(p.name, sha256(p.read_bytes()).hexdigest()) for p in sorted(_own_values(office))]
    said = [
        day.isoformat(),
        ledger,
        own,
        repr(office.decisions.last),
        _written(office.catalogue.root),
    ]
    return sha256(json.dumps(said).encode()).hexdigest()


@lru_cache(maxsize=4)
def _written(district: Path) -> str:
    """The digest of the rules as written, the district's and the program's; once for a process."""
    program = Path(ceyuan.__file__).parent
    sink = sha256(" ".join(f"{one} {version(one)}" for one in _LIBRARIES).encode())
    for root, parts in ((program, _OF_THE_PROGRAM), (district, _OF_THE_DISTRICT)):
        for part in parts:
            place = root / part
            for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
                if path.suffix in (".py", ".toml") and path.is_file():
                    content = path.read_bytes()
                    sink.update(f"{path.relative_to(root)} {len(content)}\n".encode() + content)
    return sink.hexdigest()


def _own_values(office: Office) -> list[Path]:
    folder = office.home / OWN_VALUES
    return list(folder.glob("*.toml")) if folder.is_dir() else []


def _tables(made: Assessed) -> dict[str, pa.Table]:
    tables = {
        f"answers {a.programme.name}": table_of(a.made, a.graph, a.rows) for a in made.answers
    }
    for kind, snapshot in (made.snapshots or {}).items():
        tables[f"snapshot {kind}"] = snapshot.table
        tables[f"names {kind}"] = pa.table({"name": pa.array(made.names[kind], pa.string())})
    words = pa.string()
    same = {"record": pa.array(made.same.keys(), words), "is": pa.array(made.same.values(), words)}
    return tables | {"same": pa.table(same)}


def _assessed(asked: Asking, tables: Mapping[str, pa.Table]) -> Assessed:
    kinds = dict.fromkeys(g.programme.kind for g in asked.graphs)
    snapshots = {kind: Snapshot(tables[f"snapshot {kind}"]) for kind in kinds}
    names = {kind: tables[f"names {kind}"]["name"].to_pylist() for kind in kinds}
    columns = tables["same"].to_pydict()
    same = dict(zip(columns["record"], columns["is"], strict=True))

    @contextmanager
    def opened(_kind: str, _rows: pa.Table) -> Iterator[_Kept]:
        yield _Kept(tables)

    return answered(asked, "numpy", snapshots, names, same, opened)


class _Kept:
    """Answers that were computed before, as an engine gives them."""

    def __init__(self, tables: Mapping[str, pa.Table]) -> None:
        self._tables = tables

    def answer(self, graph: Graph) -> pa.Table:
        return self._tables[f"answers {graph.programme.name}"]
