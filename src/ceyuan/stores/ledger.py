"""The ledger: facts are added, withdrawn with reason, superseded by better ones, never changed.

Every act is an entry whose digest covers what was written and the digest of the entry before, so
that a later change of any line is seen (`stores.audit`). Reading is `stores.ledger_view`.
"""

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, insert, update

from ceyuan.authoring.page import FactPage, FactQuery
from ceyuan.model.document import Document
from ceyuan.model.entity import Entity
from ceyuan.model.fact import Fact, Fate
from ceyuan.stores import schema
from ceyuan.stores.database import Database
from ceyuan.stores.document_card import keep_documents
from ceyuan.stores.fates import Decision, decide, why_fallen
from ceyuan.stores.ledger_view import Held, LedgerView
from ceyuan.stores.recording import fit_lines, keep_facts, not_yet_held
from ceyuan.stores.shelf import Shelf

if TYPE_CHECKING:
    import pyarrow as pa


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
        decision = Decision(Fate.WITHDRAWN, reason, by, on, at)
        with self._transaction(within) as connection:
            decide(connection, [id], decision)

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
        decision = Decision(Fate.SUPERSEDED, reason, by, on, at)
        with self._transaction(within) as connection:
            decide(connection, [id], decision, successor)

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
        decision = Decision(Fate.STANDS, reason, by, on, at)
        with self._transaction(within) as connection:
            decide(connection, [id], decision)

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
        decision = Decision(Fate.WITHDRAWN, reason, by, on, at)
        with self._transaction(within) as connection:
            return decide(connection, ids, decision)

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
        decision = Decision(Fate.STANDS, reason, by, on, at)
        with self._transaction(within) as connection:
            return decide(connection, ids, decision)

    def why_fallen(self, ids: Iterable[str], *, within: Connection | None = None) -> dict[str, str]:
        """For each of these facts that no longer stands, the reason that was given."""
        with nullcontext(within) if within else self.database.reading() as connection:
            return why_fallen(connection, ids)

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
