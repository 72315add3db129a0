"""The ledger at one moment: which facts, how many, what became of each, where they came from."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

import numpy as np
import numpy.typing as npt
from sqlalchemy import Connection, Select, func, or_, select

from ceyuan.authoring.page import Choice, DocumentLine, FactPage, FactQuery
from ceyuan.model.document import Document
from ceyuan.model.entity import Entity
from ceyuan.model.fact import Fact, Fate
from ceyuan.model.period import parse_period
from ceyuan.stores import schema
from ceyuan.stores.columns import Columns, Mask
from ceyuan.stores.line import fact_of
from ceyuan.stores.quotes import facts_quoting
from ceyuan.stores.shelf import Shelf

#: As many values of a filter as anybody can choose among; the commonest are kept.
MOST_CHOICES = 500

#: What lists can be filtered by, with the place of the word in its dictionary.
FACETS = ("subject", "indicator", "period", "standing", "measure", "section", "document")

_STANCE_PART = {"measure": 0, "standing": 1, "section": 2}


@dataclass(frozen=True, slots=True)
class Held:
    """A fact with what the ledger knows about it: when it came in and what became of it."""

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
        self._at_hand: Columns | None = None

    def find(self, query: FactQuery) -> FactPage:
        """The facts that pass the query: newest period first, then in order of recording.

        Raises:
            UnreadablePeriod: `query.period` is not written as the ledger writes periods.
        """
        mask = self._passing(query)
        limit = max(query.limit, 0)
        numbers = self._columns.newest(mask, max(query.offset, 0), limit)
        return FactPage(self._facts(numbers), int(np.count_nonzero(mask)), query)

    def fact(self, id: str) -> Held | None:
        """One fact and what became of it; `id` may be its beginning, if only one begins so."""
        if len(id) < 32:
            likes = select(schema.facts.c.id).where(
                schema.facts.c.id >= id, schema.facts.c.id < id + "g"
            )
            found = self._connection.execute(likes.limit(2)).scalars().all() if len(id) > 7 else []
            if len(found) != 1:
                return None
            id = found[0]
        successor = schema.facts.alias("successor")
        last = schema.entries.alias("last")
        query = (
            _line_query()
            .add_columns(
                schema.entries.c.recorded_at,
                schema.entries.c.by,
                schema.fates.c.fate,
                schema.fates.c.reason,
                last.c.by.label("fate_by"),
                last.c.recorded_on.label("fate_on"),
                successor.c.id.label("successor"),
            )
            .outerjoin(schema.fates, schema.fates.c.fact == schema.facts.c.no)
            .outerjoin(last, last.c.no == schema.fates.c.entry)
            .outerjoin(successor, successor.c.no == schema.fates.c.successor)
            .where(schema.facts.c.id == id)
        )
        row = self._connection.execute(query).mappings().first()
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
        Commonest first, periods newest first; at most `MOST_CHOICES`.

        Args:
            of: one of `FACETS`.
            query: the other restrictions.
        """
        if of not in FACETS:
            raise ValueError(f"lists are not filtered by {of!r}; one of {', '.join(FACETS)}")
        blank: Any = None if of in ("standing", "measure") else ""
        mask = self._passing(replace(query, **{of: blank}))
        if of in _STANCE_PART:
            return self._stance_choices(_STANCE_PART[of], mask)
        if of == "indicator":
            return self._indicator_choices(mask)
        codes: npt.NDArray[np.int32] = getattr(self._columns, of)
        counts = np.bincount(codes[mask])
        if len(counts):
            counts[0] = 0
        if of == "period":
            return self._period_choices(counts)
        common = np.argsort(-counts, kind="stable")[:MOST_CHOICES]
        numbers = [int(no) for no in common if counts[no]]
        named = self._named(of, numbers)
        return tuple(Choice(*named[no], int(counts[no])) for no in numbers)

    def documents(self, offset: int = 0, limit: int = 50) -> tuple[tuple[DocumentLine, ...], int]:
        """Documents, last published first, with how many facts stand from each; and how many."""
        table = schema.documents
        newest = (
            table.c.published_end.is_(None),
            table.c.published_end.desc(),
            table.c.received_on.desc(),
            table.c.no.desc(),
        )
        query = select(table).order_by(*newest).offset(offset).limit(limit)
        rows = self._connection.execute(query).all()
        total = self._connection.execute(select(func.count()).select_from(table)).scalar_one()
        columns = self._columns
        counts = np.bincount(columns.document[columns.held(None)], minlength=1)
        lines = (
            DocumentLine(_document(row), int(counts[row.no]) if row.no < len(counts) else 0)
            for row in rows
        )
        return tuple(lines), total

    def document(self, digest: str) -> Document | None:
        """What is known about a document; None where the ledger knows none."""
        query = select(schema.documents).where(schema.documents.c.digest == digest)
        row = self._connection.execute(query).first()
        return None if row is None else _document(row)

    def reading_of(self, digest: str) -> tuple[str, str] | None:
        """Reader and version of the newest facts from a document; None where there are none."""
        query = (
            select(schema.readers.c.reader, schema.readers.c.version)
            .join(schema.facts, schema.facts.c.reader == schema.readers.c.no)
            .join(schema.documents, schema.documents.c.no == schema.facts.c.document)
            .where(schema.documents.c.digest == digest)
            .order_by(schema.facts.c.no.desc())
            .limit(1)
        )
        row = self._connection.execute(query).first()
        return None if row is None else (row.reader, row.version)

    def entity(self, id: str) -> Entity | None:
        """A subject under its current name; None where nothing was ever recorded about it."""
        table = schema.entities
        row = self._connection.execute(select(table).where(table.c.id == id)).first()
        if row is None:
            return None
        names = schema.names
        query = select(names.c.name).where(names.c.entity == row.no).order_by(names.c.no.desc())
        name = self._connection.execute(query.limit(1)).scalar()
        return Entity(id, row.kind, name or id)

    def served(self) -> str:
        """Subject identifier of the district this home serves; empty where nobody has said."""
        query = select(schema.about.c.said).where(schema.about.c.word == "served")
        return self._connection.execute(query).scalar() or ""

    def holds_invented(self) -> bool:
        """Whether any document is invented."""
        query = select(schema.documents.c.no).where(schema.documents.c.invented.is_(True)).limit(1)
        return self._connection.execute(query).first() is not None

    @property
    def _columns(self) -> Columns:
        if self._at_hand is None:
            self._at_hand = self._shelf.columns(self._connection, settled=self._settled)
        return self._at_hand

    def _passing(self, query: FactQuery) -> Mask:
        columns = self._columns
        mask = columns.held(query.as_of)
        if query.subject:
            mask &= _among(columns.subject, self._subjects(query.subject))
        if query.indicator:
            mask &= _among(columns.property, self._properties(query.indicator))
        if query.period:
            mask &= _among(columns.period, self._periods(query.period))
        if query.standing or query.measure or query.section:
            mask &= _among(columns.stance, self._stances(query))
        if query.document:
            mask &= _among(columns.document, self._documents(query.document))
        for word in query.words.split():
            mask &= self._mentioning(word)
        return mask

    def _subjects(self, sought: str) -> list[int]:
        table = schema.entities
        no = self._connection.execute(select(table.c.no).where(table.c.id == sought)).scalar()
        return [no] if no is not None else self._columns.names.containing(sought)

    def _properties(self, sought: str) -> list[int]:
        known = list(enumerate(self._columns.properties))[1:]
        exact = [no for no, words in known if sought in words[1:]]
        part = sought.casefold()
        return exact or [
            no
            for no, (_, name, term) in known
            if part in name.casefold() or part in term.casefold()
        ]

    def _periods(self, written: str) -> list[int]:
        around = parse_period(written)
        start, end = around.start.toordinal(), around.end.toordinal()
        return [
            no
            for no, span in enumerate(self._columns.periods)
            if span is not None
            and span.start >= start
            and span.end <= end
            and span.instant >= around.instant
        ]

    def _stances(self, query: FactQuery) -> list[int]:
        wanted = (query.measure or "", query.standing or "", query.section)
        return [
            no
            for no, stance in enumerate(self._columns.stances)
            if no and all(not want or want == has for want, has in zip(wanted, stance, strict=True))
        ]

    def _documents(self, sought: str) -> list[int]:
        table = schema.documents
        query = select(table.c.no).where(table.c.digest == sought)
        return list(self._connection.execute(query).scalars())

    def _mentioning(self, word: str) -> Mask:
        columns = self._columns
        mask = np.zeros(len(columns), np.bool_)
        quoting = facts_quoting(self._connection, word)
        mask[quoting[quoting <= len(columns)] - 1] = True
        mask |= _among(columns.subject, columns.names.containing(word))
        part = word.casefold()
        terms = enumerate(columns.properties)
        mask |= _among(columns.property, [no for no, words in terms if part in words[2].casefold()])
        table = schema.documents
        titled = or_(
            table.c.title.icontains(word, autoescape=True),
            table.c.name.icontains(word, autoescape=True),
        )
        documents = self._connection.execute(select(table.c.no).where(titled)).scalars()
        mask |= _among(columns.document, list(documents))
        return mask

    def _stance_choices(self, part: int, mask: Mask) -> tuple[Choice, ...]:
        columns = self._columns
        counts: dict[str, int] = defaultdict(int)
        for no, count in enumerate(np.bincount(columns.stance[mask])):
            if count:
                counts[columns.stances[no][part]] += int(count)
        return tuple(Choice(word, word, count) for word, count in _commonest(counts))

    def _indicator_choices(self, mask: Mask) -> tuple[Choice, ...]:
        columns = self._columns
        counts: dict[str, int] = defaultdict(int)
        terms: dict[str, tuple[int, str]] = {}
        for no, count in enumerate(np.bincount(columns.property[mask])):
            if count:
                _, name, term = columns.properties[no]
                counts[name] += int(count)
                # One property may be printed under several terms: the commonest names it.
                terms[name] = max(terms.get(name, (0, "")), (int(count), term))
        return tuple(Choice(name, terms[name][1], n) for name, n in _commonest(counts))

    def _period_choices(self, counts: npt.NDArray[np.int64]) -> tuple[Choice, ...]:
        seen = [
            (span, int(counts[no]))
            for no, span in enumerate(self._columns.periods[: len(counts)])
            if span is not None and counts[no]
        ]
        seen.sort(key=lambda pair: (-pair[0].end, -pair[0].start, pair[0].text))
        return tuple(Choice(span.text, span.text, n) for span, n in seen[:MOST_CHOICES])

    def _named(self, of: str, numbers: Sequence[int]) -> dict[int, tuple[str, str]]:
        if of == "document":
            table = schema.documents
            rows = self._connection.execute(select(table).where(table.c.no.in_(numbers)))
            return {row.no: (row.digest, row.title or row.name) for row in rows}
        entities, names = schema.entities, schema.names
        query = (
            select(entities.c.no, entities.c.id, names.c.name)
            .join(names, names.c.entity == entities.c.no)
            .where(entities.c.no.in_(numbers))
            .order_by(names.c.no)
        )
        # The last name wins: later rows of the same entity replace earlier ones.
        return {row.no: (row.id, row.name) for row in self._connection.execute(query)}

    def _facts(self, numbers: npt.NDArray[np.int64]) -> tuple[Fact, ...]:
        wanted = [int(no) for no in numbers]
        rows: dict[int, Mapping[Any, Any]] = {}
        for start in range(0, len(wanted), 500):
            query = _line_query().where(schema.facts.c.no.in_(wanted[start : start + 500]))
            for row in self._connection.execute(query).mappings():
                rows[row["no"]] = row
        return tuple(fact_of(rows[no]) for no in wanted)


def _line_query() -> Select[Any]:
    """Every part of a line under its own name, and `no`, `recorded_on`."""
    facts, entries = schema.facts, schema.entries
    own = (
        "no", "id", "sort", "value", "upper", "unit", "hedge", "printed", "locator", "quote",
        "clean_start", "clean_end", "qualifiers", "also_at", "note", "extra",
    )  # fmt: skip
    return (
        select(
            *(facts.c[name] for name in own),
            schema.entities.c.id.label("subject"),
            *(schema.properties.c[name] for name in ("kind", "property", "indicator")),
            schema.periods.c.period,
            *(schema.stances.c[name] for name in ("measure", "standing", "section")),
            schema.documents.c.digest.label("document"),
            schema.readers.c.reader,
            schema.readers.c.version,
            entries.c.recorded_on,
        )
        .select_from(facts)
        .join(entries, entries.c.no == facts.c.entry)
        .join(schema.entities, schema.entities.c.no == facts.c.subject)
        .join(schema.properties, schema.properties.c.no == facts.c.property)
        .outerjoin(schema.periods, schema.periods.c.no == facts.c.period)
        .join(schema.stances, schema.stances.c.no == facts.c.stance)
        .outerjoin(schema.documents, schema.documents.c.no == facts.c.document)
        .join(schema.readers, schema.readers.c.no == facts.c.reader)
    )


def _among(codes: npt.NDArray[np.int32], numbers: Sequence[int]) -> Mask:
    if not numbers:
        return np.zeros(len(codes), np.bool_)
    if len(numbers) == 1:
        return np.asarray(codes == numbers[0])
    size = max(int(codes.max(initial=0)), max(numbers)) + 1
    table = np.zeros(size, np.bool_)
    table[np.asarray(numbers)] = True
    return np.asarray(table[codes])


def _commonest(counts: Mapping[str, int]) -> Iterable[tuple[str, int]]:
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_CHOICES]


def _document(row: Any) -> Document:
    return Document(
        digest=row.digest,
        name=row.name,
        media=row.media,
        title=row.title,
        publisher=row.publisher,
        published=parse_period(row.published) if row.published else None,
        published_from=row.published_from,
        received_on=row.received_on,
        characters=row.characters,
        invented=row.invented,
    )
