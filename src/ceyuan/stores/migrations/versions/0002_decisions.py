"""The log of decisions on whether two records are one thing.

Revision ID: 0002
Revises: 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table, and the guards that keep what is written."""
    op.create_table(
        "decisions",
        sa.Column("no", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("one", sa.Text(), nullable=False),
        sa.Column("other", sa.Text(), nullable=False),
        sa.Column("judgement", sa.String(length=10), nullable=False),
        sa.Column("by", sa.Text(), server_default="", nullable=False),
        sa.Column("rule", sa.Text(), server_default="", nullable=False),
        sa.Column("why", sa.Text(), server_default="", nullable=False),
        sa.Column("score", sa.Double(), nullable=True),
        sa.Column("at", sa.String(length=27), nullable=False),
        sa.CheckConstraint(
            "judgement IN ('same', 'different', 'unsure', 'asked', 'undone')",
            name=op.f("ck_decisions_judgement"),
        ),
        # By code points, as the program orders them, whatever the language of the server.
        sa.CheckConstraint(
            'one COLLATE "C" < other COLLATE "C"'
            if op.get_bind().dialect.name == "postgresql"
            else "one < other",
            name=op.f("ck_decisions_order"),
        ),
        sa.PrimaryKeyConstraint("no", name=op.f("pk_decisions")),
    )
    op.create_index(op.f("ix_decisions_one"), "decisions", ["one"], unique=False)
    op.create_index(op.f("ix_decisions_other"), "decisions", ["other"], unique=False)
    if op.get_bind().dialect.name == "sqlite":
        for act in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER decisions_no_{act.lower()} BEFORE {act} ON decisions "
                "BEGIN SELECT RAISE(ABORT, 'decisions: what is written stays written'); END"
            )
    else:
        op.execute(
            "CREATE TRIGGER decisions_stays BEFORE UPDATE OR DELETE ON decisions "
            "FOR EACH ROW EXECUTE FUNCTION ceyuan_stays_written()"
        )
        op.execute(
            "CREATE TRIGGER decisions_stays_whole BEFORE TRUNCATE ON decisions "
            "FOR EACH STATEMENT EXECUTE FUNCTION ceyuan_stays_written()"
        )
