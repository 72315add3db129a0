"""The casebook: what happened in cases, in order, and nothing else.

Each event carries the hash of the event before it in its case and in the whole book. An event and
the facts it yields are kept together or not at all. There is no update and no removal.
"""

import json
from collections.abc import Iterable, Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Row, Select, func, insert, select

from ceyuan.model.bilingual import Bilingual
from ceyuan.model.entity import Entity
from ceyuan.model.errors import BadInput
from ceyuan.model.fact import Fact
from ceyuan.model.plain import from_plain, to_plain
from ceyuan.stores.database import Database
from ceyuan.stores.ledger import Ledger
from ceyuan.stores.schema import events, instant_text


class CaseHasMoved(BadInput):
    """Somebody else moved the case between looking and moving."""


@dataclass(frozen=True, slots=True)
class Event:
    """One event of a case, counted from 1; `no` is its place in the whole book."""

    case: str
    event: int
    mechanism: str
    version: str
    move: str
    by: str
    role: str
    on: date
    said: Mapping[str, Any]
    at: datetime
    before: str
    hash: str
    no: int


@dataclass(frozen=True, slots=True)
class CaseLine:
    """A case in a list: its mechanism, how many events it has, and its last."""

    case: str
    mechanism: str
    version: str
    events: int
    opened_on: date
    last_move: str
    last_on: date


class Casebook:
    """The events of one home."""

    def __init__(self, database: Database, ledger: Ledger) -> None:
        self._database = database
        self._ledger = ledger

    def append(
        self,
        case: str,
        mechanism: str,
        version: str,
        move: str,
        *,
        by: str,
        role: str,
        on: date,
        at: datetime,
        said: Mapping[str, Any] | None = None,
        facts: Iterable[Fact] = (),
        entities: Iterable[Entity] = (),
        after: int | None = None,
        within: Connection | None = None,
    ) -> Event:
        """Add what happened, with the facts it yields, in one transaction or none.

        Args:
            case: identifier of the case; the first event opens it.
            mechanism: with `version` the procedure the case runs by.
            move: the move of the mechanism.
            by: the person; `role` is the role the person moved in.
            on: the day that counts for deadlines; `at` the moment of writing, with its zone.
            said: what the form of the move held.
            facts: located at this event (`CaseEvent(case, event)`).
            entities: subjects of `facts` with their names.
            after: the number of the last event the mover has seen, to move only from there.
            within: a transaction to be part of.

        Raises:
            CaseHasMoved: the case has another last event than `after`.
        """
        transaction = nullcontext(within) if within is not None else self._database.writing()
        with transaction as connection:
            last = connection.execute(_of(case).order_by(events.c.event.desc()).limit(1)).first()
            count = last.event if last else 0
            if after is not None and after != count:
                raise CaseHasMoved(
                    Bilingual(
                        f"事项 {case} 已有新的进展（第 {count} 步）",
                        f"case {case} has moved on to event {count}",
                    ),
                    remedy=Bilingual("重新打开后再办理", "open it again, then move"),
                )
            newest = select(events.c.no, events.c.hash).order_by(events.c.no.desc()).limit(1)
            book = connection.execute(newest).first()
            row = {
                "no": book.no + 1 if book else 1,
                "case": case,
                "event": count + 1,
                "mechanism": mechanism,
                "version": version,
                "move": move,
                "by": by,
                "role": role,
                "on": on,
                "at": at,
                "said": _json(to_plain(dict(said or {}))),
                "before": last.hash if last else "",
            }
            row["hash"] = event_hash(book.hash if book else "", row)
            connection.execute(insert(events).values(**row))
            found = tuple(facts)
            if found:
                self._ledger.record(found, at=at, by=by, entities=entities, within=connection)
        return _event(row)

    def events(self, case: str) -> tuple[Event, ...]:
        """The events of a case in order; none where there is no such case."""
        with self._database.reading() as connection:
            rows = connection.execute(_of(case).order_by(events.c.event))
            return tuple(_event(row._mapping) for row in rows)

    def cases(self, mechanism: str = "") -> tuple[CaseLine, ...]:
        """Every case, or those of one mechanism, the one that moved last first."""
        ends = select(
            events.c.case,
            func.max(events.c.no).label("last"),
            func.min(events.c.no).label("first"),
            func.count().label("count"),
        ).group_by(events.c.case)
        if mechanism:
            ends = ends.where(events.c.mechanism == mechanism)
        span = ends.subquery()
        first = events.alias("first_event")
        query = (
            select(events, span.c.count, first.c.on.label("opened_on"))
            .join(span, span.c.last == events.c.no)
            .join(first, first.c.no == span.c.first)
            .order_by(events.c.no.desc())
        )
        with self._database.reading() as connection:
            return tuple(_case_line(row) for row in connection.execute(query))


def event_hash(book_before: str, row: Mapping[str, Any]) -> str:
    """The hash of an event: over the hash before it in the book, and every column but itself."""
    said = [
        book_before,
        row["no"],
        row["case"],
        row["event"],
        row["mechanism"],
        row["version"],
        row["move"],
        row["by"],
        row["role"],
        row["on"].isoformat(),
        instant_text(row["at"]),
        row["said"],
        row["before"],
    ]
    return sha256(_json(said).encode()).hexdigest()


def _of(case: str) -> Select[Any]:
    return select(events).where(events.c.case == case)


def _event(row: Mapping[Any, Any]) -> Event:
    fields = dict(row)
    fields["said"] = from_plain(json.loads(fields["said"]))
    return Event(**fields)


def _case_line(row: Row[Any]) -> CaseLine:
    return CaseLine(
        case=row.case,
        mechanism=row.mechanism,
        version=row.version,
        events=row.count,  # type: ignore[arg-type]
        opened_on=row.opened_on,
        last_move=row.move,
        last_on=row.on,
    )


def _json(plain: Any) -> str:
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
