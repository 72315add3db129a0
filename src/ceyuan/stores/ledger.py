"""The ledger: facts are added, withdrawn with reason, superseded by better ones, never changed.

Every act is an entry whose digest covers what was written and the digest of the entry before, so
that a later change of any line is seen (`stores.audit`). Reading is `stores.ledger_view`.
"""

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, insert, select, update

from ceyuan.authoring.page import FactPage, FactQuery
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.document import Document
from ceyuan.model.entity import Entity
from ceyuan.model.errors import BadInput
from ceyuan.model.fact import Fact, Fate
from ceyuan.stores import schema
from ceyuan.stores.database import Database
from ceyuan.stores.document_card import keep_documents
from ceyuan.stores.ledger_view import Held, LedgerView
from ceyuan.stores.line_query import last_fate
from ceyuan.stores.numbering import in_runs
from ceyuan.stores.recording import fit_lines, keep_facts, not_yet_held
from ceyuan.stores.rows import next_no
from ceyuan.stores.seal import fate_written, open_entry
from ceyuan.stores.shelf import Shelf

if TYPE_CHECKING:
    import pyarrow as pa


class UnknownFact(BadInput):
    """The ledger holds no fact under this identifier."""


class NoLongerStands(BadInput):
    """The fact was withdrawn or superseded before."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """What recording did: `new` facts were added, `already` many were in the ledger before.

    `fallen` are those of the latter that no longer stand; recording does not raise them again
    (see `Ledger.reinstate`).
    """

    new: int
    already: int
    new_ids: tuple[str, ...] = ()
    fallen: tuple[str, ...] = ()


class Ledger:
    """The facts of one home; see `record`, `withdraw`, `supersede` and `view`."""

    def __init__(self, database: Database, cache: Path | None = None) -> None:
        """`cache` is a folder for what can always be computed again; None keeps none."""
        self.database = database
        self.shelf = Shelf(cache)

    def record(
        self,
        facts: Iterable[Fact],
        documents: Iterable[Document] = (),
        *,
        at: datetime,
        by: str = "",
        entities: Iterable[Entity] = (),
        within: Connection | None = None,
    ) -> Recorded:
        """Add facts with the documents they come from, all in one transaction or none.

        A fact the ledger has seen before, standing or not, is left as it is. What a document's
        card says is completed, never emptied. A subject no one has named gets the name printed.

        Args:
            facts: with the identifiers `model.fact.fact_id` gives.
            documents: every document of `facts` that the ledger does not know yet.
            at: the moment of recording, with its zone; what counts as-of is `fact.recorded_on`.
            by: the person.
            entities: subjects with their kind and current name.
            within: a transaction to be part of; without one it makes its own.

        Raises:
            Faults: facts that cannot be kept; nothing is recorded then.
        """
        lines = fit_lines(facts)
        with self._transaction(within) as connection:
            keep_documents(connection, documents)
            new, fallen = not_yet_held(connection, lines)
            keep_facts(connection, new, entities, at, by)
        ids = tuple(line.id for _, line in new)
        return Recorded(len(new), len(lines) - len(new), ids, fallen)

    def withdraw(
        self,
        id: str,
        *,
        reason: str,
        by: str,
        on: date,
        at: datetime,
        within: Connection | None = None,
    ) -> None:
        """A fact no longer stands from `on`: it was read, or said, wrongly.

        Raises:
            UnknownFact, NoLongerStands, BadInput: no reason, or a day before it was recorded.
        """
        act = _Act("withdraw", Fate.WITHDRAWN, reason, by, on, at)
        with self._transaction(within) as connection:
            _write_fate(connection, _known_fact(connection, id), None, act)

    def supersede(
        self,
        id: str,
        successor: str,
        *,
        reason: str,
        by: str,
        on: date,
        at: datetime,
        within: Connection | None = None,
    ) -> None:
        """From `on` the fact `successor`, which must stand, takes the place of `id`.

        Raises:
            UnknownFact, NoLongerStands, BadInput: as `withdraw`, or a fact in its own place.
        """
        act = _Act("supersede", Fate.SUPERSEDED, reason, by, on, at)
        if successor == id:
            raise BadInput(
                Bilingual("事实不能替代自己", "a fact cannot take its own place"), where=id
            )
        with self._transaction(within) as connection:
            after = _known_fact(connection, successor)
            _must_stand(after)
            _write_fate(connection, _known_fact(connection, id), after, act)

    def reinstate(
        self,
        id: str,
        *,
        reason: str,
        by: str,
        on: date,
        at: datetime,
        within: Connection | None = None,
    ) -> None:
        """From `on` a fact that was withdrawn or superseded stands again: that was the mistake.

        Raises:
            UnknownFact, BadInput: it stands, no reason, or a day before it last ended.
        """
        act = _Act("reinstate", Fate.STANDS, reason, by, on, at)
        with self._transaction(within) as connection:
            _write_fate(connection, _known_fact(connection, id), None, act)

    def withdraw_all(
        self,
        ids: Iterable[str],
        *,
        reason: str,
        by: str,
        on: date,
        at: datetime,
        within: Connection | None = None,
    ) -> int:
        """Facts that fall together (an import undone) under one entry; all of them or none.

        Gives how many there were. Raises as `withdraw`, for the first that cannot.
        """
        act = _Act("withdraw", Fate.WITHDRAWN, reason, by, on, at)
        with self._transaction(within) as connection:
            return _write_fates(connection, ids, act)

    def reinstate_all(
        self,
        ids: Iterable[str],
        *,
        reason: str,
        by: str,
        on: date,
        at: datetime,
        within: Connection | None = None,
    ) -> int:
        """Facts that stand again together under one entry; all of them or none.

        Gives how many there were. Raises as `reinstate`, for the first that cannot.
        """
        act = _Act("reinstate", Fate.STANDS, reason, by, on, at)
        with self._transaction(within) as connection:
            return _write_fates(connection, ids, act)

    @contextmanager
    def view(self, within: Connection | None = None) -> Iterator[LedgerView]:
        """The ledger at one moment, for as many questions as the block asks.

        `within` a writing transaction it is the moment that transaction would leave.
        """
        with nullcontext(within) if within else self.database.reading() as connection:
            yield LedgerView(connection, self.shelf, settled=within is None)

    def find(self, query: FactQuery) -> FactPage:
        """A page of facts; for several questions about one moment use `view`."""
        with self.view() as view:
            return view.find(query)

    def fact(self, id: str) -> Held | None:
        """One fact and what became of it."""
        with self.view() as view:
            return view.fact(id)

    def table(self, query: FactQuery | None = None, *, evidence: bool = False) -> "pa.Table":
        """Facts as an Arrow table; the columns are those of `stores.table.table_of`."""
        with self.view() as view:
            return view.table(query or FactQuery(), evidence=evidence)

    @property
    def served(self) -> str:
        """Subject identifier of the district this home serves; empty until `serve` said it."""
        with self.view() as view:
            return view.served()

    def serve(self, subject: str) -> None:
        """Say which district this home serves (`place:…`)."""
        with self.database.writing() as connection:
            word = schema.about.c.word == "served"
            if not connection.execute(
                update(schema.about).where(word).values(said=subject)
            ).rowcount:
                connection.execute(insert(schema.about).values(word="served", said=subject))

    def _transaction(self, within: Connection | None) -> AbstractContextManager[Connection]:
        return nullcontext(within) if within is not None else self.database.writing()


@dataclass(frozen=True, slots=True)
class _Act:
    """What somebody decides about a fact."""

    act: str
    fate: Fate
    reason: str
    by: str
    on: date
    at: datetime


def _known_fact(connection: Connection, id: str) -> Any:
    row = connection.execute(_facts_query().where(schema.facts.c.id == id)).first()
    if row is None:
        raise _unknown(id)
    return row


def _known_facts(connection: Connection, ids: list[str]) -> list[Any]:
    """The facts of these identifiers, in their order."""
    found = {}
    for run in in_runs(ids):
        query = _facts_query().where(schema.facts.c.id.in_(run))
        found.update({row.id: row for row in connection.execute(query)})
    for id in ids:
        if id not in found:
            raise _unknown(id)
    return [found[id] for id in ids]


def _facts_query() -> Any:
    facts, entries, fates = schema.facts, schema.entries, schema.fates
    ended = entries.alias("ended")
    return (
        select(
            facts.c.no,
            facts.c.id,
            fates.c.fate,
            entries.c.recorded_on,
            ended.c.recorded_on.label("since"),
        )
        .select_from(facts)
        .join(entries, entries.c.no == facts.c.entry)
        .outerjoin(fates, fates.c.no == last_fate())
        .outerjoin(ended, ended.c.no == fates.c.entry)
    )


def _unknown(id: str) -> UnknownFact:
    return UnknownFact(
        Bilingual(f"账本中没有事实 {id}", f"the ledger holds no fact {id}"),
        remedy=Bilingual("核对编号", "check the identifier"),
    )


def _must_stand(fact: Any) -> None:
    if fact.fate not in (None, "stands"):
        raise NoLongerStands(
            Bilingual("该事实已被撤回或替代", f"the fact was {fact.fate} before"), where=fact.id
        )


def _write_fate(connection: Connection, fact: Any, successor: Any, act: _Act) -> None:
    _check_fate(fact, act)
    after = successor.id if successor is not None else None
    said = fate_written(fact.id, str(act.fate), after, act.reason)
    entry = open_entry(connection, act.act, act.on, act.at, act.by, [said])
    connection.execute(
        insert(schema.fates).values(
            no=next_no(connection, schema.fates),
            fact=fact.no,
            fate=str(act.fate),
            successor=successor.no if successor is not None else None,
            reason=act.reason,
            entry=entry,
        )
    )


def _write_fates(connection: Connection, ids: Iterable[str], act: _Act) -> int:
    """One fate for many facts under one entry."""
    wanted = list(dict.fromkeys(ids))
    facts = _known_facts(connection, wanted)
    for fact in facts:
        _check_fate(fact, act)
    if not facts:
        return 0
    written = [fate_written(fact.id, str(act.fate), None, act.reason) for fact in facts]
    entry = open_entry(connection, act.act, act.on, act.at, act.by, written)
    first = next_no(connection, schema.fates)
    rows = [
        {
            "no": first + place,
            "fact": fact.no,
            "fate": str(act.fate),
            "successor": None,
            "reason": act.reason,
            "entry": entry,
        }
        for place, fact in enumerate(facts)
    ]
    connection.execute(insert(schema.fates), rows)
    return len(rows)


def _check_fate(fact: Any, act: _Act) -> None:
    if not act.reason.strip():
        raise BadInput(
            Bilingual("没有写明原因", "no reason is given"),
            where=fact.id,
            remedy=Bilingual("写明原因", "say why"),
        )
    if act.fate is not Fate.STANDS:
        _must_stand(fact)
    elif fact.fate in (None, "stands"):
        raise BadInput(Bilingual("该事实本来有效", "the fact stands"), where=fact.id)
    since = fact.since or fact.recorded_on
    if act.on < since:
        raise BadInput(
            Bilingual(
                f"{act.on} 早于上一次变动的日期 {since}",
                f"{act.on} is before {since}, when the fact last changed",
            ),
            where=fact.id,
        )
