"""The ledger: facts are added, withdrawn with reason, superseded by better ones; never changed.

Every act is an entry whose digest covers what was written and the digest of the entry before, so
that a later change of any line is seen (`stores.audit`). Reading is `stores.ledger_view`.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, func, insert, select, update
from sqlalchemy.sql.schema import Table

from ceyuan.authoring.page import FactPage, FactQuery
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.document import Document
from ceyuan.model.entity import Entity
from ceyuan.model.errors import BadInput, CeyuanError, Faults
from ceyuan.model.fact import Fact, Fate
from ceyuan.stores import schema
from ceyuan.stores.database import Database
from ceyuan.stores.ledger_view import Held, LedgerView
from ceyuan.stores.line import Line, UnfitFact, bounds_of, line_of
from ceyuan.stores.numbering import Numbering, in_runs
from ceyuan.stores.quotes import keep_quotes
from ceyuan.stores.shelf import Shelf

#: How many faults of one batch are shown; a broken reader makes them by the thousand.
_MOST_FAULTS = 20


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
        lines = _fit(facts)
        with self._transaction(within) as connection:
            _keep_documents(connection, documents)
            new = _not_yet(connection, lines)
            _keep(connection, new, tuple(entities), at, by)
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

    def _transaction(self, within: Connection | None) -> Any:
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
            entry = _open_entry(connection, act, on, at, by, [said])
            connection.execute(
                insert(schema.fates).values(
                    no=_next(connection, schema.fates),
                    fact=fact.no,
                    fate=str(fate),
                    successor=after.no if after else None,
                    reason=reason,
                    entry=entry,
                )
            )


def entry_digest(
    before: str, act: str, on: date, at: datetime, by: str, written: Iterable[bytes]
) -> str:
    """The digest of an entry: over the digest before it, its head, and all it wrote, in order."""
    seen = sha256()
    for piece in (before, act, on.isoformat(), schema.instant_text(at), by):
        seen.update(_framed(piece.encode()))
    for line in written:
        seen.update(_framed(line))
    return seen.hexdigest()


def fate_written(fact: str, fate: str, successor: str | None, reason: str) -> bytes:
    """A fate as bytes, for the digest of its entry."""
    return b"\0".join(part.encode() for part in (fact, fate, successor or "", reason))


def name_written(entity: str, name: str) -> bytes:
    """A name as bytes, for the digest of its entry."""
    return b"\0".join((entity.encode(), name.encode()))


def _framed(piece: bytes) -> bytes:
    return len(piece).to_bytes(8, "big") + piece


def _fit(facts: Iterable[Fact]) -> list[tuple[Fact, Line]]:
    """Facts with their lines, in order, each identifier once."""
    lines: dict[str, tuple[Fact, Line]] = {}
    faults: list[CeyuanError] = []
    for fact in facts:
        try:
            line = line_of(fact)
        except UnfitFact as fault:
            faults.append(fault)
            if len(faults) == _MOST_FAULTS:
                break
            continue
        lines.setdefault(line.id, (fact, line))
    if faults:
        raise Faults(faults)
    return list(lines.values())


def _not_yet(connection: Connection, lines: list[tuple[Fact, Line]]) -> list[tuple[Fact, Line]]:
    known: set[str] = set()
    for ids in in_runs([line.id for _, line in lines]):
        query = select(schema.facts.c.id).where(schema.facts.c.id.in_(ids))
        known.update(connection.execute(query).scalars())
    return [pair for pair in lines if pair[1].id not in known]


def _keep(
    connection: Connection,
    new: list[tuple[Fact, Line]],
    entities: tuple[Entity, ...],
    at: datetime,
    by: str,
) -> None:
    names = _keep_entities(connection, [line for _, line in new], entities)
    if not new and not names:
        return
    numbers = Numbering(connection, [line for _, line in new])
    # One entry a day of recording; the names go with the first.
    days = groupby(sorted(new, key=lambda pair: pair[0].recorded_on), lambda p: p[0].recorded_on)
    batches = [(day, list(pairs)) for day, pairs in days] or [(at.date(), [])]
    for day, pairs in batches:
        written = [name_written(id, name) for id, _, name in names]
        written += [line.written() for _, line in pairs]
        act = "record" if pairs else "name"
        entry = _open_entry(connection, act, day, at, by, written)
        _write_names(connection, names, entry)
        names = []
        _write_facts(connection, pairs, numbers, entry)


def _keep_entities(
    connection: Connection, lines: list[Line], entities: tuple[Entity, ...]
) -> list[tuple[str, int, str]]:
    """Make the subjects known; gives identifier, number and name of every name that is new."""
    named = {entity.id: entity for entity in entities}
    printed = {line.subject: Entity(line.subject, line.kind, "") for line in lines}
    for line in lines:
        if line.printed and not printed[line.subject].name:
            printed[line.subject] = Entity(line.subject, line.kind, line.printed)
    sought = list(printed | named)
    known: dict[str, tuple[int, str, str]] = {}
    current = (
        select(schema.names.c.name)
        .where(schema.names.c.entity == schema.entities.c.no)
        .order_by(schema.names.c.no.desc())
        .limit(1)
        .scalar_subquery()
    )
    for ids in in_runs(sought):
        query = select(schema.entities, current.label("name")).where(schema.entities.c.id.in_(ids))
        for row in connection.execute(query):
            known[row.id] = (row.no, row.kind, row.name or "")
    no = _next(connection, schema.entities)
    fresh: list[dict[str, Any]] = []
    names: list[tuple[str, int, str]] = []
    for id in sought:
        if id not in known:
            entity = named.get(id) or printed[id]
            fresh.append({"no": no, "id": id, "kind": entity.kind})
            names.append((id, no, entity.name or id))
            no += 1
        elif entity := named.get(id):  # type: ignore[assignment]
            number, kind, name = known[id]
            if entity.kind and entity.kind != kind:
                where = schema.entities.c.no == number
                connection.execute(update(schema.entities).where(where).values(kind=entity.kind))
            if entity.name and entity.name != name:
                names.append((id, number, entity.name))
    if fresh:
        connection.execute(insert(schema.entities), fresh)
    return names


def _write_names(connection: Connection, names: Sequence[tuple[str, int, str]], entry: int) -> None:
    if not names:
        return
    first = _next(connection, schema.names)
    rows = [
        {"no": no, "entity": entity, "name": name, "entry": entry}
        for no, (_, entity, name) in enumerate(names, first)
    ]
    connection.execute(insert(schema.names), rows)


def _write_facts(
    connection: Connection, pairs: list[tuple[Fact, Line]], numbers: Numbering, entry: int
) -> None:
    if not pairs:
        return
    first = _next(connection, schema.facts)
    rows = []
    for no, (fact, line) in enumerate(pairs, first):
        low, high = bounds_of(fact.claim.value)
        rows.append({"no": no, "entry": entry, **numbers.row_of(line), "low": low, "high": high})
    connection.execute(insert(schema.facts), rows)
    keep_quotes(connection, [(no, line.quote) for no, (_, line) in enumerate(pairs, first)])


def _keep_documents(connection: Connection, documents: Iterable[Document]) -> None:
    wanted = {document.digest: document for document in documents}
    known: dict[str, Any] = {}
    for digests in in_runs(list(wanted)):
        query = select(schema.documents).where(schema.documents.c.digest.in_(digests))
        known.update({row.digest: row for row in connection.execute(query)})
    no = _next(connection, schema.documents)
    fresh = []
    for document in wanted.values():
        row = _document_row(document)
        if old := known.get(document.digest):
            said = {word: told for word, told in row.items() if told not in (None, "", 0, False)}
            if old.received_on:
                said.pop("received_on", None)
            change = {word: told for word, told in said.items() if told != getattr(old, word)}
            if change:
                where = schema.documents.c.no == old.no
                connection.execute(update(schema.documents).where(where).values(**change))
        else:
            fresh.append({"no": no, **row})
            no += 1
    if fresh:
        connection.execute(insert(schema.documents), fresh)


def _document_row(document: Document) -> dict[str, Any]:
    return {
        "digest": document.digest,
        "name": document.name,
        "media": document.media,
        "title": document.title,
        "publisher": document.publisher,
        "published": str(document.published) if document.published else None,
        "published_end": document.published.end if document.published else None,
        "published_from": document.published_from,
        "received_on": document.received_on,
        "characters": document.characters,
        "invented": document.invented,
    }


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


def _open_entry(
    connection: Connection, act: str, on: date, at: datetime, by: str, written: list[bytes]
) -> int:
    last = select(schema.entries.c.no, schema.entries.c.digest)
    row = connection.execute(last.order_by(schema.entries.c.no.desc()).limit(1)).first()
    no, before = (row.no + 1, row.digest) if row else (1, "")
    connection.execute(
        insert(schema.entries).values(
            no=no,
            act=act,
            recorded_on=on,
            recorded_at=at,
            by=by,
            digest=entry_digest(before, act, on, at, by, written),
        )
    )
    return no


def _next(connection: Connection, table: Table) -> int:
    return int(connection.execute(select(func.max(table.c.no))).scalar() or 0) + 1
