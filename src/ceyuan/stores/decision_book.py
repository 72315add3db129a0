"""The log of decisions on whether two records are one thing: lines are added, never changed."""

from collections.abc import Iterable
from contextlib import nullcontext
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Row, insert, select

from ceyuan.model.decision import Decision, Judgement
from ceyuan.stores.database import Database
from ceyuan.stores.rows import next_no
from ceyuan.stores.schema import decisions


class DecisionBook:
    """The decisions of one home."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def log(self, *, within: Connection | None = None) -> tuple[Decision, ...]:
        """Every line, in order."""
        with nullcontext(within) if within else self._database.reading() as connection:
            rows = connection.execute(select(decisions).order_by(decisions.c.no))
            return tuple(_line(row) for row in rows)

    @property
    def last(self) -> Decision | None:
        """The last line; None where there is none. While it is the same, the whole log is."""
        with self._database.reading() as connection:
            row = connection.execute(
                select(decisions).order_by(decisions.c.no.desc()).limit(1)
            ).first()
            return None if row is None else _line(row)

    def add(
        self, new: Iterable[Decision], *, within: Connection | None = None
    ) -> tuple[Decision, ...]:
        """Add lines in one transaction; gives them with their numbers."""
        with nullcontext(within) if within else self._database.writing() as connection:
            first = next_no(connection, decisions)
            kept = tuple(replace(line, no=no) for no, line in enumerate(new, first))
            if kept:
                connection.execute(insert(decisions), [_row(line) for line in kept])
        return kept


def _line(row: Row[Any]) -> Decision:
    return Decision(
        one=row.one,
        other=row.other,
        judgement=Judgement(row.judgement),
        by=row.by,
        at=row.at,
        why=row.why,
        rule=row.rule,
        score=row.score,
        no=row.no,
    )


def _row(line: Decision) -> dict[str, object]:
    return {
        "no": line.no,
        "one": line.one,
        "other": line.other,
        "judgement": line.judgement.value,
        "by": line.by,
        "rule": line.rule,
        "why": line.why,
        "score": line.score,
        "at": line.at,
    }
