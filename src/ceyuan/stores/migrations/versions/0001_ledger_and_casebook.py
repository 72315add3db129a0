"""The ledger and the casebook, and the triggers that keep what is written written.

Revision ID: 0001
Revises: nothing
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_WRITTEN_ONCE = (
    "entries", "names", "properties", "periods", "stances", "readers", "facts", "fates", "events",
)  # fmt: skip
_NEVER_REMOVED = ("documents", "entities")


def upgrade() -> None:
    """Make the tables of a fresh home."""
    op.create_table(
        "about",
        sa.Column("word", sa.Text(), nullable=False),
        sa.Column("said", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("word", name=op.f("pk_about")),
    )
    op.create_table(
        "documents",
        sa.Column("no", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("media", sa.Text(), server_default="", nullable=False),
        sa.Column("title", sa.Text(), server_default="", nullable=False),
        sa.Column("publisher", sa.Text(), server_default="", nullable=False),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("published_end", sa.String(10), nullable=True),
        sa.Column("published_from", sa.Text(), server_default="", nullable=False),
        sa.Column("received_on", sa.String(10), nullable=True),
        sa.Column("characters", sa.Integer(), server_default="0", nullable=False),
        sa.Column("invented", sa.Boolean(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("no", name=op.f("pk_documents")),
        sa.UniqueConstraint("digest", name=op.f("uq_documents_digest")),
    )
    op.create_index(
        "ix_documents_newest", "documents", ["published_end", "received_on", "no"], unique=False
    )
    op.create_table(
        "entities",
        sa.Column("no", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("no", name=op.f("pk_entities")),
        sa.UniqueConstraint("id", name=op.f("uq_entities_id")),
    )
    op.create_table(
        "entries",
        sa.Column("no", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("act", sa.String(length=10), nullable=False),
        sa.Column("recorded_on", sa.String(10), nullable=False),
        sa.Column("recorded_at", sa.String(27), nullable=False),
        sa.Column("by", sa.Text(), server_default="", nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.CheckConstraint(
            "act IN ('record', 'name', 'withdraw', 'supersede', 'reinstate')",
            name=op.f("ck_entries_act"),
        ),
        sa.PrimaryKeyConstraint("no", name=op.f("pk_entries")),
    )
    op.create_table(
        "events",
        sa.Column("no", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("case", sa.Text(), nullable=False),
        sa.Column("event", sa.Integer(), nullable=False),
        sa.Column("mechanism", sa.Text(), server_default="", nullable=False),
        sa.Column("version", sa.Text(), server_default="", nullable=False),
        sa.Column("move", sa.Text(), server_default="", nullable=False),
        sa.Column("by", sa.Text(), server_default="", nullable=False),
        sa.Column("role", sa.Text(), server_default="", nullable=False),
        sa.Column("on", sa.String(10), nullable=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.Column("said", sa.Text(), server_default="{}", nullable=False),
        sa.Column("before", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("no", name=op.f("pk_events")),
        sa.UniqueConstraint("case", "event", name=op.f("uq_events_case_event")),
    )
    op.create_table(
        "periods",
        sa.Column("no", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("period", sa.Text(), nullable=False),
        sa.Column("start", sa.String(10), nullable=False),
        sa.Column("end", sa.String(10), nullable=False),
        sa.Column("instant", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("no", name=op.f("pk_periods")),
        sa.UniqueConstraint("period", name=op.f("uq_periods_period")),
    )
    op.create_table(
        "properties",
        sa.Column("no", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), server_default="", nullable=False),
        sa.Column("property", sa.Text(), server_default="", nullable=False),
        sa.Column("indicator", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("no", name=op.f("pk_properties")),
        sa.UniqueConstraint(
            "kind", "property", "indicator", name=op.f("uq_properties_kind_property_indicator")
        ),
    )
    op.create_table(
        "readers",
        sa.Column("no", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("reader", sa.Text(), server_default="", nullable=False),
        sa.Column("version", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("no", name=op.f("pk_readers")),
        sa.UniqueConstraint("reader", "version", name=op.f("uq_readers_reader_version")),
    )
    op.create_table(
        "stances",
        sa.Column("no", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("measure", sa.Text(), server_default="", nullable=False),
        sa.Column("standing", sa.Text(), server_default="", nullable=False),
        sa.Column("section", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("no", name=op.f("pk_stances")),
        sa.UniqueConstraint(
            "measure", "standing", "section", name=op.f("uq_stances_measure_standing_section")
        ),
    )
    op.create_table(
        "facts",
        sa.Column("no", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.Column("subject", sa.Integer(), nullable=False),
        sa.Column("property", sa.Integer(), nullable=False),
        sa.Column("period", sa.Integer(), nullable=True),
        sa.Column("stance", sa.Integer(), nullable=False),
        sa.Column("document", sa.Integer(), nullable=True),
        sa.Column("reader", sa.Integer(), nullable=False),
        sa.Column("sort", sa.String(length=8), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("upper", sa.Text(), nullable=True),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("hedge", sa.Text(), nullable=True),
        sa.Column("low", sa.Double(), nullable=True),
        sa.Column("high", sa.Double(), nullable=True),
        sa.Column("printed", sa.Text(), server_default="", nullable=False),
        sa.Column("locator", sa.Text(), nullable=False),
        sa.Column("quote", sa.Text(), server_default="", nullable=False),
        sa.Column("clean_start", sa.Integer(), nullable=True),
        sa.Column("clean_end", sa.Integer(), nullable=True),
        sa.Column("qualifiers", sa.Text(), server_default="[]", nullable=False),
        sa.Column("also_at", sa.Text(), server_default="[]", nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("extra", sa.Text(), server_default="{}", nullable=False),
        sa.CheckConstraint(
            "(sort = 'quantity') = (hedge IS NOT NULL)", name=op.f("ck_facts_hedge")
        ),
        sa.CheckConstraint(
            "sort IN ('quantity', 'text', 'truth', 'date')", name=op.f("ck_facts_sort")
        ),
        sa.ForeignKeyConstraint(["document"], ["documents.no"], name=op.f("fk_facts_document")),
        sa.ForeignKeyConstraint(["entry"], ["entries.no"], name=op.f("fk_facts_entry")),
        sa.ForeignKeyConstraint(["period"], ["periods.no"], name=op.f("fk_facts_period")),
        sa.ForeignKeyConstraint(["property"], ["properties.no"], name=op.f("fk_facts_property")),
        sa.ForeignKeyConstraint(["reader"], ["readers.no"], name=op.f("fk_facts_reader")),
        sa.ForeignKeyConstraint(["stance"], ["stances.no"], name=op.f("fk_facts_stance")),
        sa.ForeignKeyConstraint(["subject"], ["entities.no"], name=op.f("fk_facts_subject")),
        sa.PrimaryKeyConstraint("no", name=op.f("pk_facts")),
        sa.UniqueConstraint("id", name=op.f("uq_facts_id")),
    )
    op.create_index(
        "ix_facts_narrow",
        "facts",
        ["no", "entry", "subject", "property", "period", "stance", "document"],
        unique=False,
    )
    op.create_table(
        "names",
        sa.Column("no", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("entity", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["entity"], ["entities.no"], name=op.f("fk_names_entity")),
        sa.ForeignKeyConstraint(["entry"], ["entries.no"], name=op.f("fk_names_entry")),
        sa.PrimaryKeyConstraint("no", name=op.f("pk_names")),
    )
    op.create_index(op.f("ix_names_entity"), "names", ["entity"], unique=False)
    op.create_index(op.f("ix_names_entry"), "names", ["entry"], unique=False)
    op.create_table(
        "fates",
        sa.Column("no", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("fact", sa.Integer(), nullable=False),
        sa.Column("fate", sa.String(length=10), nullable=False),
        sa.Column("successor", sa.Integer(), nullable=True),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(fate = 'superseded') = (successor IS NOT NULL)", name=op.f("ck_fates_successor")
        ),
        sa.CheckConstraint(
            "fate IN ('withdrawn', 'superseded', 'stands')", name=op.f("ck_fates_fate")
        ),
        sa.ForeignKeyConstraint(["entry"], ["entries.no"], name=op.f("fk_fates_entry")),
        sa.ForeignKeyConstraint(["fact"], ["facts.no"], name=op.f("fk_fates_fact")),
        sa.ForeignKeyConstraint(["successor"], ["facts.no"], name=op.f("fk_fates_successor")),
        sa.PrimaryKeyConstraint("no", name=op.f("pk_fates")),
    )
    op.create_index(op.f("ix_fates_entry"), "fates", ["entry"], unique=False)
    op.create_index(op.f("ix_fates_fact"), "fates", ["fact"], unique=False)
    if op.get_bind().dialect.name == "sqlite":
        _guard_sqlite()
    else:
        _guard_postgresql()


def _guard_sqlite() -> None:
    # Quotes as pairs of characters (see quotes.py); the text itself stays in `facts`.
    op.execute(
        "CREATE VIRTUAL TABLE quote_pairs USING fts5(pairs, content='', columnsize=0, "
        "tokenize='ascii')"
    )
    for table in (*_WRITTEN_ONCE, *_NEVER_REMOVED):
        for act in ("UPDATE", "DELETE") if table in _WRITTEN_ONCE else ("DELETE",):
            op.execute(
                f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table}: what is written stays written'); END"
            )


def _guard_postgresql() -> None:
    op.execute(
        "CREATE FUNCTION ceyuan_pairs(said text) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$ "
        "SELECT coalesce(array_agg(DISTINCT substr(said, i, 2)), '{}') "
        "FROM generate_series(1, length(said) - 1) AS i $$"
    )
    op.execute(
        "CREATE TABLE quotes (fact integer PRIMARY KEY REFERENCES facts (no), said text NOT NULL)"
    )
    op.execute("CREATE INDEX ix_quotes_pairs ON quotes USING gin (ceyuan_pairs(said))")
    op.execute(
        "CREATE FUNCTION ceyuan_stays_written() RETURNS trigger LANGUAGE plpgsql AS $$ "
        "BEGIN RAISE EXCEPTION '%: what is written stays written', TG_TABLE_NAME; END $$"
    )
    for table in (*_WRITTEN_ONCE, *_NEVER_REMOVED):
        acts = "UPDATE OR DELETE" if table in _WRITTEN_ONCE else "DELETE"
        op.execute(
            f"CREATE TRIGGER {table}_stays BEFORE {acts} ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION ceyuan_stays_written()"
        )
        op.execute(
            f"CREATE TRIGGER {table}_stays_whole BEFORE TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION ceyuan_stays_written()"
        )
