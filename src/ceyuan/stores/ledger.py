"""The ledger: facts are added, withdrawn with reason, superseded by better ones; never changed.

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
from ceyuan.stores.recording import fit_lines, keep_facts, not_yet_held
from ceyuan.stores.rows import next_no
from ceyuan.stores.seal import fate_written, open_entry
from ceyuan.stores.shelf import Shelf

if TYPE_CHECKING:
    import pyarrow as pa


class UnknownFact(BadInput):
    """The ledger holds no fact under this identifier."""


class NoLongerStands(BadInput):
    """The fact was withdrawn or superseded before, and that is final."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """What recording did: `new` facts were added, `already` many were in the ledger before."""

    new: int
    already: int
    new_ids: tuple[str, ...] = ()


class Ledger:
    """The facts of one home; see `record`, `withdraw`, `supersede` and `view`."""

    def __init__(self, database: Database, cache: Path | None = None) -> None:
        """`cache` is a folder for what can always be computed again; None keeps none."""
        self.database = database
        self._shelf = Shelf(cache)

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
            new = not_yet_held(connection, lines)
            keep_facts(connection, new, entities, at, by)
        return Recorded(len(new), len(lines) - len(new), tuple(line.id for _, line in new))

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
        self._end(id, None, reason=reason, by=by, on=on, at=at, within=within)

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
        self._end(id, successor, reason=reason, by=by, on=on, at=at, within=within)

    @contextmanager
    def view(self, within: Connection | None = None) -> Iterator[LedgerView]:
        """The ledger at one moment, for as many questions as the block asks.

        `within` a writing transaction it is the moment that transaction would leave.
        """
        with nullcontext(within) if within else self.database.reading() as connection:
            yield LedgerView(connection, self._shelf, settled=within is None)

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

    def _end(
        self,
        id: str,
        successor: str | None,
        *,
        reason: str,
        by: str,
        on: date,
        at: datetime,
        within: Connection | None,
    ) -> None:
        if not reason.strip():
            raise BadInput(
                Bilingual("没有写明原因", "no reason is given"),
                where=id,
                remedy=Bilingual("写明撤回或替代的原因", "say why"),
            )
        if successor == id:
            raise BadInput(
                Bilingual("事实不能替代自己", "a fact cannot take its own place"), where=id
            )
        with self._transaction(within) as connection:
            fact = _standing_fact(connection, id)
            after = _standing_fact(connection, successor) if successor else None
            if on < fact.recorded_on:
                raise BadInput(
                    Bilingual(
                        f"{on} 早于该事实入账日 {fact.recorded_on}",
                        f"{on} is before {fact.recorded_on}, when the fact was recorded",
                    ),
                    where=id,
                )
            fate = Fate.SUPERSEDED if after else Fate.WITHDRAWN
            said = fate_written(id, str(fate), successor, reason)
            act = "supersede" if after else "withdraw"
            entry = open_entry(connection, act, on, at, by, [said])
            connection.execute(
                insert(schema.fates).values(
                    no=next_no(connection, schema.fates),
                    fact=fact.no,
                    fate=str(fate),
                    successor=after.no if after else None,
                    reason=reason,
                    entry=entry,
                )
            )


def _standing_fact(connection: Connection, id: str) -> Any:
    facts, entries, fates = schema.facts, schema.entries, schema.fates
    query = (
        select(facts.c.no, entries.c.recorded_on, fates.c.fate)
        .join(entries, entries.c.no == facts.c.entry)
        .outerjoin(fates, fates.c.fact == facts.c.no)
        .where(facts.c.id == id)
    )
    row = connection.execute(query).first()
    if row is None:
        raise UnknownFact(
            Bilingual(f"账本中没有事实 {id}", f"the ledger holds no fact {id}"),
            remedy=Bilingual("核对编号", "check the identifier"),
        )
    if row.fate:
        raise NoLongerStands(
            Bilingual("该事实已被撤回或替代", f"the fact was {row.fate} before"), where=id
        )
    return row
