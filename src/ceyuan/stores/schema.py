"""The tables of the one database, as the newest migration leaves them.

Every number (`no`) is given by the writer, from 1 without gaps, under the one lock all writers
take: a missing row is seen, and what is numbered later was committed later.
"""

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)
from sqlalchemy.engine import Dialect

#: The migration this code is written for.
HEAD = "0002"


class Day(TypeDecorator[date]):
    """A day, written `2025-03-03` in every database."""

    impl = String(10)
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        """As text."""
        return None if value is None else value.isoformat()

    def process_result_value(self, value: Any, dialect: Dialect) -> date | None:
        """As a date."""
        return None if value is None else date.fromisoformat(value)


class Instant(TypeDecorator[datetime]):
    """A moment, written in UTC to the microsecond, so that text order is order in time."""

    impl = String(27)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """As text."""
        return None if value is None else instant_text(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """As a time that knows its zone."""
        return None if value is None else datetime.fromisoformat(value)


def instant_text(moment: datetime) -> str:
    """`moment` as the tables write it.

    Raises:
        ValueError: the moment does not say its zone.
    """
    if moment.tzinfo is None:
        raise ValueError("a moment without a zone is not a moment")
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


tables = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_N_label)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _no() -> Column[int]:
    return Column("no", Integer, primary_key=True, autoincrement=False)


def _text(name: str, *, default: str = "") -> Column[str]:
    return Column(name, Text, nullable=False, server_default=default)


#: What the database says about itself: `ledger` is its own identity, `served` the district.
about = Table("about", tables, Column("word", Text, primary_key=True), _text("said"))

#: One line per act on the ledger. `digest` covers what was written and the digest before it.
entries = Table(
    "entries",
    tables,
    _no(),
    Column("act", String(10), nullable=False),
    Column("recorded_on", Day, nullable=False),
    Column("recorded_at", Instant, nullable=False),
    _text("by"),
    Column("digest", String(64), nullable=False),
    CheckConstraint("act IN ('record', 'name', 'withdraw', 'supersede', 'reinstate')", name="act"),
)

documents = Table(
    "documents",
    tables,
    _no(),
    Column("digest", String(64), nullable=False, unique=True),
    _text("name"),
    _text("media"),
    _text("title"),
    _text("publisher"),
    Column("published", Text),
    Column("published_end", Day),
    _text("published_from"),
    Column("received_on", Day),
    Column("characters", Integer, nullable=False, server_default="0"),
    Column("invented", Boolean, nullable=False, server_default="0"),
    Index("ix_documents_newest", "published_end", "received_on", "no"),
)

entities = Table(
    "entities",
    tables,
    _no(),
    Column("id", Text, nullable=False, unique=True),
    _text("kind"),
)

#: Every name an entity has had; the one numbered highest is the current one.
names = Table(
    "names",
    tables,
    _no(),
    Column("entity", ForeignKey("entities.no"), nullable=False, index=True),
    _text("name"),
    Column("entry", ForeignKey("entries.no"), nullable=False, index=True),
)

properties = Table(
    "properties",
    tables,
    _no(),
    _text("kind"),
    _text("property"),
    _text("indicator"),
    UniqueConstraint("kind", "property", "indicator"),
)

periods = Table(
    "periods",
    tables,
    _no(),
    Column("period", Text, nullable=False, unique=True),
    Column("start", Day, nullable=False),
    Column("end", Day, nullable=False),
    Column("instant", Boolean, nullable=False),
)

#: The footings facts stand on: what is measured, how the ledger holds it, where it was printed.
stances = Table(
    "stances",
    tables,
    _no(),
    _text("measure"),
    _text("standing"),
    _text("section"),
    UniqueConstraint("measure", "standing", "section"),
)

readers = Table(
    "readers",
    tables,
    _no(),
    _text("reader"),
    _text("version"),
    UniqueConstraint("reader", "version"),
)

#: `value` and `upper` are exact decimals as text; `low` and `high` are for filters only.
facts = Table(
    "facts",
    tables,
    _no(),
    Column("id", String(32), nullable=False, unique=True),
    Column("entry", ForeignKey("entries.no"), nullable=False),
    Column("subject", ForeignKey("entities.no"), nullable=False),
    Column("property", ForeignKey("properties.no"), nullable=False),
    Column("period", ForeignKey("periods.no")),
    Column("stance", ForeignKey("stances.no"), nullable=False),
    Column("document", ForeignKey("documents.no")),
    Column("reader", ForeignKey("readers.no"), nullable=False),
    Column("sort", String(8), nullable=False),
    Column("value", Text, nullable=False),
    Column("upper", Text),
    Column("unit", Text),
    Column("hedge", Text),
    Column("low", Double),
    Column("high", Double),
    _text("printed"),
    Column("locator", Text, nullable=False),
    _text("quote"),
    Column("clean_start", Integer),
    Column("clean_end", Integer),
    _text("qualifiers", default="[]"),
    _text("also_at", default="[]"),
    _text("note"),
    _text("extra", default="{}"),
    CheckConstraint("sort IN ('quantity', 'text', 'truth', 'date')", name="sort"),
    CheckConstraint("(sort = 'quantity') = (hedge IS NOT NULL)", name="hedge"),
    # What lists are drawn from (see columns.py), narrow, so that a scan never reads the quotes.
    Index(
        "ix_facts_narrow",
        *("no", "entry", "subject", "property", "period", "stance", "document"),
    ),
)

#: What became of facts, in order: the last fate of a fact is the one it has.
fates = Table(
    "fates",
    tables,
    _no(),
    Column("fact", ForeignKey("facts.no"), nullable=False, index=True),
    Column("fate", String(10), nullable=False),
    Column("successor", ForeignKey("facts.no")),
    _text("reason"),
    Column("entry", ForeignKey("entries.no"), nullable=False, index=True),
    CheckConstraint("fate IN ('withdrawn', 'superseded', 'stands')", name="fate"),
    CheckConstraint("(fate = 'superseded') = (successor IS NOT NULL)", name="successor"),
)

#: What happened in cases, in order. `before` is the hash of the event before it in its case,
#: `hash` covers the event, `before` and the hash of the event before it in the whole book.
events = Table(
    "events",
    tables,
    _no(),
    Column("case", Text, nullable=False),
    Column("event", Integer, nullable=False),
    _text("mechanism"),
    _text("version"),
    _text("move"),
    _text("by"),
    _text("role"),
    Column("on", Day, nullable=False),
    Column("at", Instant, nullable=False),
    _text("said", default="{}"),
    Column("before", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
    UniqueConstraint("case", "event"),
)

#: What was decided on whether two records are one thing, in order; see `model.decision`.
decisions = Table(
    "decisions",
    tables,
    _no(),
    Column("one", Text, nullable=False, index=True),
    Column("other", Text, nullable=False, index=True),
    Column("judgement", String(10), nullable=False),
    _text("by"),
    _text("rule"),
    _text("why"),
    Column("score", Double),
    Column("at", Instant, nullable=False),
    CheckConstraint(
        "judgement IN ('same', 'different', 'unsure', 'asked', 'undone')", name="judgement"
    ),
    CheckConstraint("one < other", name="order"),
)

#: Tables whose rows are written once: the database itself refuses to change or remove them.
WRITTEN_ONCE = (
    "entries", "names", "properties", "periods", "stances", "readers", "facts", "fates", "events", "decisions",
)  # fmt: skip
#: Tables whose rows may be completed but never removed.
NEVER_REMOVED = ("documents", "entities")
