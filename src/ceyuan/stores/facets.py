"""The values a list of facts can be filtered by, and how many facts each would leave."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from sqlalchemy import Connection, select

from ceyuan.authoring.page import Choice
from ceyuan.stores.columns import Columns, Mask
from ceyuan.stores.schema import documents, entities, names

#: What lists can be filtered by.
FACETS = ("subject", "indicator", "period", "standing", "measure", "section", "document")

#: As many values as anybody can choose among; the commonest are kept.
MOST_CHOICES = 500

_STANCE_PART = {"measure": 0, "standing": 1, "section": 2}

_Counts = npt.NDArray[np.int64]
_Named = dict[int, tuple[str, str]]


def choices_among(
    connection: Connection, columns: Columns, of: str, mask: Mask
) -> tuple[Choice, ...]:
    """The values of the facet `of` among the facts of the mask.

    Commonest first, periods newest first; at most `MOST_CHOICES`.

    Raises:
        ValueError: `of` is none of `FACETS`.
    """
    match of:
        case "subject":
            return _common(_counts(columns.subject, mask), lambda nos: _subjects(connection, nos))
        case "document":
            return _common(_counts(columns.document, mask), lambda nos: _titles(connection, nos))
        case "period":
            return _periods(columns, _counts(columns.period, mask))
        case "indicator":
            return _indicators(columns, _counts(columns.property, mask))
        case "standing" | "measure" | "section":
            return _stances(columns, _counts(columns.stance, mask), _STANCE_PART[of])
        case _:
            raise ValueError(f"lists are not filtered by {of!r}; one of {', '.join(FACETS)}")


def _counts(codes: npt.NDArray[np.int32], mask: Mask) -> _Counts:
    # Several times faster than indexing by the mask.
    counts = np.bincount(np.compress(mask, codes), minlength=1)
    counts[0] = 0
    return counts


def _common(counts: _Counts, named: Callable[[Sequence[int]], _Named]) -> tuple[Choice, ...]:
    seen = np.flatnonzero(counts)
    numbers = seen[np.argsort(-counts[seen], kind="stable")[:MOST_CHOICES]].tolist()
    words = named(numbers)
    return tuple(Choice(*words[no], int(counts[no])) for no in numbers)


def _subjects(connection: Connection, numbers: Sequence[int]) -> _Named:
    query = (
        select(entities.c.no, entities.c.id, names.c.name)
        .join(names, names.c.entity == entities.c.no)
        .where(entities.c.no.in_(numbers))
        .order_by(names.c.no)
    )
    # The last name wins: later rows of the same entity replace earlier ones.
    return {row.no: (row.id, row.name) for row in connection.execute(query)}


def _titles(connection: Connection, numbers: Sequence[int]) -> _Named:
    query = select(documents.c.no, documents.c.digest, documents.c.title, documents.c.name)
    rows: Any = connection.execute(query.where(documents.c.no.in_(numbers)))
    return {row.no: (row.digest, row.title or row.name) for row in rows}


def _periods(columns: Columns, counts: _Counts) -> tuple[Choice, ...]:
    seen = [
        (span, int(count))
        for span, count in zip(columns.periods, counts, strict=False)
        if span is not None and count
    ]
    seen.sort(key=lambda pair: (-pair[0].end, -pair[0].start, pair[0].text))
    return tuple(Choice(span.text, span.text, count) for span, count in seen[:MOST_CHOICES])


def _indicators(columns: Columns, counts: _Counts) -> tuple[Choice, ...]:
    totals: dict[str, int] = defaultdict(int)
    terms: dict[str, tuple[int, str]] = {}
    for no in np.flatnonzero(counts).tolist():
        _, name, term = columns.properties[no]
        totals[name] += int(counts[no])
        # One property may be printed under several terms: the commonest names it.
        terms[name] = max(terms.get(name, (0, "")), (int(counts[no]), term))
    return tuple(Choice(name, terms[name][1], count) for name, count in _commonest(totals))


def _stances(columns: Columns, counts: _Counts, part: int) -> tuple[Choice, ...]:
    totals: dict[str, int] = defaultdict(int)
    for no in np.flatnonzero(counts).tolist():
        totals[columns.stances[no][part]] += int(counts[no])
    return tuple(Choice(word, word, count) for word, count in _commonest(totals))


def _commonest(totals: Mapping[str, int]) -> Iterable[tuple[str, int]]:
    return sorted(totals.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_CHOICES]
