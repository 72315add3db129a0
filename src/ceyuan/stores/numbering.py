"""The small numbers that stand for long words in the lines of the ledger."""

from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection, insert, select
from sqlalchemy.sql.schema import Table

from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import BadInput
from ceyuan.model.period import parse_period
from ceyuan.stores import schema
from ceyuan.stores.line import Line

#: The parts of a line that stand in `facts` as they are.
OWN_PARTS = (
    "id", "sort", "value", "upper", "unit", "hedge", "printed", "locator", "quote",
    "clean_start", "clean_end", "qualifiers", "also_at", "note", "extra",
)  # fmt: skip

#: The columns of `facts` that come from the line alone.
COLUMNS = ("subject", "property", "period", "stance", "document", "reader", *OWN_PARTS)

_OWN = attrgetter(*OWN_PARTS)

#: As many values as fit one question to any database.
_RUN = 500


class UnknownDocument(BadInput):
    """Facts name a document the ledger was never given."""


class Numbering:
    """Numbers for everything some lines name; what is new is added to the tables."""

    def __init__(self, connection: Connection, lines: Sequence[Line]) -> None:
        """The entities of `lines` must be known; raises UnknownDocument for a document that is not."""
        self._subject = _known(connection, schema.entities, "id", {line.subject for line in lines})
        digests = {line.document for line in lines if line.document}
        self._document = _known(connection, schema.documents, "digest", digests)
        if missing := digests - self._document.keys():
            raise UnknownDocument(
                Bilingual("来源文件未登记", "facts come from documents the ledger does not know"),
                where=", ".join(sorted(missing)[:5]),
                remedy="give the documents together with the facts",
            )
        self._property = _all(
            connection,
            schema.properties,
            ("kind", "property", "indicator"),
            {(line.kind, line.property, line.indicator) for line in lines},
        )
        self._stance = _all(
            connection,
            schema.stances,
            ("measure", "standing", "section"),
            {(line.measure, line.standing, line.section) for line in lines},
        )
        self._reader = _all(
            connection,
            schema.readers,
            ("reader", "version"),
            {(line.reader, line.version) for line in lines},
        )
        self._period = _periods(connection, {line.period for line in lines if line.period})

    def row_of(self, line: Line) -> tuple[Any, ...]:
        """The values of `COLUMNS` for a line."""
        return (
            self._subject[line.subject],
            self._property[line.kind, line.property, line.indicator],
            self._period[line.period] if line.period else None,
            self._stance[line.measure, line.standing, line.section],
            self._document[line.document] if line.document else None,
            self._reader[line.reader, line.version],
            *_OWN(line),
        )


def in_runs(values: Sequence[str], size: int = _RUN) -> Iterator[Sequence[str]]:
    """`values` in runs that fit one question to the database."""
    for start in range(0, len(values), size):
        yield values[start : start + size]


def _known(
    connection: Connection, table: Table, column: str, values: Iterable[str]
) -> dict[str, int]:
    numbers: dict[str, int] = {}
    for run in in_runs(sorted(values)):
        query = select(table.c[column], table.c.no).where(table.c[column].in_(run))
        numbers.update({row[0]: row[1] for row in connection.execute(query)})
    return numbers


def _all(
    connection: Connection,
    table: Table,
    columns: tuple[str, ...],
    wanted: set[tuple[str, ...]],
) -> dict[tuple[str, ...], int]:
    if not wanted:
        return {}
    query = select(table.c.no, *(table.c[name] for name in columns))
    numbers = {tuple(row[1:]): int(row[0]) for row in connection.execute(query)}
    fresh = sorted(wanted - numbers.keys())
    if fresh:
        first = max(numbers.values(), default=0) + 1
        rows = [
            {"no": no, **dict(zip(columns, words, strict=True))}
            for no, words in enumerate(fresh, first)
        ]
        connection.execute(insert(table), rows)
        numbers.update({words: no for no, words in enumerate(fresh, first)})
    return numbers


def _periods(connection: Connection, wanted: set[str]) -> dict[str, int]:
    if not wanted:
        return {}
    table = schema.periods
    rows = connection.execute(select(table.c.period, table.c.no))
    numbers = {row[0]: int(row[1]) for row in rows}
    fresh = sorted(wanted - numbers.keys())
    if fresh:
        first = max(numbers.values(), default=0) + 1
        spans = [(no, written, parse_period(written)) for no, written in enumerate(fresh, first)]
        connection.execute(
            insert(table),
            [
                {"no": no, "period": text, "start": p.start, "end": p.end, "instant": p.instant}
                for no, text, p in spans
            ],
        )
        numbers.update({text: no for no, text, _ in spans})
    return numbers
