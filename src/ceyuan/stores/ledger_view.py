"""The ledger at one moment: which facts, how many, what became of each, where they came from."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
from sqlalchemy import Connection, func, select

from ceyuan.authoring.page import Choice, DocumentLine, FactPage, FactQuery
from ceyuan.model.document import Document
from ceyuan.model.entity import Entity
from ceyuan.model.fact import Fact, Fate
from ceyuan.model.locator import CellAt
from ceyuan.stores.columns import Columns
from ceyuan.stores.document_card import document_of
from ceyuan.stores.facets import choices_among
from ceyuan.stores.line import fact_of
from ceyuan.stores.line_query import facts_numbered, held_query, places_numbered
from ceyuan.stores.naming import Named, all_names, current_names, entity_of
from ceyuan.stores.passing import Passing
from ceyuan.stores.schema import about, documents, entities, entries, facts, readers
from ceyuan.stores.shelf import Shelf
from ceyuan.stores.sought import sought

if TYPE_CHECKING:
    import pyarrow as pa

#: Letters of an identifier, and how many of them at least name a fact.
_WHOLE, _ENOUGH = 32, 8


@dataclass(frozen=True, slots=True)
class Held:
    """A fact with what the ledger knows about it: when it came in and what became of it.

    `successor` is the identifier of the fact that took its place; `fate_on` the day it ended.
    """

    fact: Fact
    recorded_at: datetime
    recorded_by: str
    fate: Fate
    fate_reason: str
    fate_by: str
    fate_on: date | None
    successor: str


class LedgerView:
    """Answers about one moment of the ledger, given by `Ledger.view`."""

    def __init__(self, connection: Connection, shelf: Shelf, *, settled: bool = True) -> None:
        self._connection = connection
        self._shelf = shelf
        self._settled = settled

    def find(self, query: FactQuery) -> FactPage:
        """The facts that pass the query: newest period first, then in order of recording.

        Raises:
            UnreadablePeriod: `query.period` is not written as the ledger writes periods.
        """
        mask = self._passing.mask(query)
        numbers = self._columns.newest(mask, max(query.offset, 0), max(query.limit, 0))
        found = tuple(facts_numbered(self._connection, numbers.tolist()))
        return FactPage(found, int(np.count_nonzero(mask)), query)

    def each(self, query: FactQuery) -> Iterator[Fact]:
        """Every fact that passes, in the order of `find`, however many there are.

        `offset` and `limit` do not count here.
        """
        mask = self._passing.mask(query)
        numbers = self._columns.newest(mask, 0, len(mask))
        return facts_numbered(self._connection, numbers.tolist())

    def cells(self, document: str, sheet: str) -> dict[str, list[str]]:
        """Cell address to identifiers of the facts that stand in it, for one sheet of a workbook."""
        mask = self._passing.mask(FactQuery(document=document))
        found: dict[str, list[str]] = {}
        numbers = (np.flatnonzero(mask) + 1).tolist()
        for id, place in places_numbered(self._connection, numbers):
            if isinstance(place, CellAt) and place.sheet == sheet:
                found.setdefault(place.cell, []).append(id)
        return found

    def table(self, query: FactQuery, *, evidence: bool = False) -> "pa.Table":
        """Every fact that passes as an Arrow table in order of recording; see `stores.table`.

        `offset` and `limit` do not count here.
        """
        from ceyuan.stores.table import table_of  # Arrow is slow to load, and only this needs it.

        mask = self._passing.mask(query)
        return table_of(
            self._connection, self._columns, mask, evidence=evidence, settled=self._settled
        )

    def fact(self, id: str) -> Held | None:
        """One fact and what became of it; `id` may be its beginning, if only one begins so."""
        whole = self._whole_id(sought(id))
        row = self._connection.execute(held_query(), {"id": whole}).mappings().first()
        if row is None:
            return None
        return Held(
            fact=fact_of(row),
            recorded_at=row["recorded_at"],
            recorded_by=row["by"],
            fate=Fate(row["fate"] or "stands"),
            fate_reason=row["reason"] or "",
            fate_by=row["fate_by"] or "",
            fate_on=row["fate_on"],
            successor=row["successor"] or "",
        )

    def choices(self, of: str, query: FactQuery) -> tuple[Choice, ...]:
        """The values of a facet, each with the number of facts choosing it would leave.

        The query's own restriction on that facet is set aside, so that another can be chosen.
        Commonest first, periods newest first; at most `facets.MOST_CHOICES`.

        Args:
            of: one of `facets.FACETS`.
            query: the other restrictions.
        """
        blank: Any = None if of in ("standing", "measure") else ""
        others = replace(query, **{of: blank}) if hasattr(query, of) else query
        return choices_among(self._connection, self._columns, of, self._passing.mask(others))

    def documents(self, offset: int = 0, limit: int = 50) -> tuple[tuple[DocumentLine, ...], int]:
        """Documents, last published first, with how many facts stand from each; and how many."""
        newest = (
            documents.c.published_end.is_(None),
            documents.c.published_end.desc(),
            documents.c.received_on.desc(),
            documents.c.no.desc(),
        )
        return self._documents(newest, offset, limit)

    def received(self, offset: int = 0, limit: int = 50) -> tuple[tuple[DocumentLine, ...], int]:
        """Documents, last received first, with how many facts stand from each; and how many."""
        newest = (documents.c.received_on.desc(), documents.c.no.desc())
        return self._documents(newest, offset, limit)

    def _documents(
        self, newest: tuple[Any, ...], offset: int, limit: int
    ) -> tuple[tuple[DocumentLine, ...], int]:
        query = select(documents).order_by(*newest).offset(max(offset, 0)).limit(max(limit, 0))
        rows = self._connection.execute(query).all()
        total = self._connection.execute(select(func.count()).select_from(documents)).scalar_one()
        standing = np.compress(self._passing.mask(FactQuery()), self._columns.document)
        last = max((row.no for row in rows), default=0)
        counts = np.bincount(standing, minlength=last + 1)
        return tuple(DocumentLine(document_of(row), int(counts[row.no])) for row in rows), total

    def document(self, digest: str) -> Document | None:
        """What is known about a document; None where the ledger knows none."""
        query = select(documents).where(documents.c.digest == sought(digest))
        row = self._connection.execute(query).first()
        return None if row is None else document_of(row)

    def read_by(self, digest: str) -> tuple[str, str] | None:
        """Reader and version of the newest facts from a document; None where there are none."""
        known = select(documents.c.no).where(documents.c.digest == sought(digest))
        no = self._connection.execute(known).scalar()
        numbers = np.flatnonzero(self._columns.document == (no or -1))
        if not len(numbers):
            return None
        query = (
            select(readers.c.reader, readers.c.version)
            .join(facts, facts.c.reader == readers.c.no)
            .where(facts.c.no == int(numbers[-1]) + 1)
        )
        row = self._connection.execute(query).first()
        return None if row is None else (row.reader, row.version)

    def entity(self, id: str) -> Entity | None:
        """A subject under its current name; None where nothing was ever recorded about it."""
        return entity_of(self._connection, sought(id))

    def names_of(self, ids: Collection[str]) -> dict[str, str]:
        """The current names of these subjects; one that nobody has named is left out."""
        return current_names(self._connection, ids)

    def named(self, kinds: Collection[str]) -> tuple[Named, ...]:
        """Every subject of these kinds with all its names, the current one first."""
        return all_names(self._connection, kinds)

    def served(self) -> str:
        """Subject identifier of the district this home serves; empty where nobody has said."""
        query = select(about.c.said).where(about.c.word == "served")
        return self._connection.execute(query).scalar() or ""

    def most_spoken_of(self, kind: str) -> str:
        """The subject of that kind which most facts were recorded about; empty where there is none."""
        query = select(entities.c.no, entities.c.id).where(entities.c.kind == kind)
        named = {row.no: row.id for row in self._connection.execute(query)}
        counts = np.bincount(self._columns.subject, minlength=1)
        among = [no for no in sorted(named) if no < len(counts) and counts[no]]
        return named[max(among, key=lambda no: int(counts[no]))] if among else ""

    def holds_invented(self) -> bool:
        """Whether any document is invented."""
        query = select(documents.c.no).where(documents.c.invented.is_(True)).limit(1)
        return self._connection.execute(query).first() is not None

    @property
    def moment(self) -> int:
        """The number of the last entry seen; whatever is computed of the ledger holds as long."""
        return self._columns.upto

    @cached_property
    def seal(self) -> str:
        """The digest of the last entry, which covers every one before; empty while there is none."""
        query = select(entries.c.digest).order_by(entries.c.no.desc()).limit(1)
        return str(self._connection.execute(query).scalar() or "")

    @cached_property
    def _columns(self) -> Columns:
        return self._shelf.columns(self._connection, settled=self._settled)

    @cached_property
    def _passing(self) -> Passing:
        return Passing(self._connection, self._columns)

    def _whole_id(self, id: str) -> str:
        if not _ENOUGH <= len(id) < _WHOLE:
            return id
        begins = (facts.c.id >= id, facts.c.id < id + "g")
        found = self._connection.execute(select(facts.c.id).where(*begins).limit(2)).scalars().all()
        return found[0] if len(found) == 1 else id
