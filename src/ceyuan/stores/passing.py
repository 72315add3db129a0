"""Which facts pass a query: each of its restrictions as a mask over the columns, all of them joined.

A mask is made once for each restriction, because a page asks about the same query several times:
its list, and the choices of every filter beside it.
"""

from collections.abc import Callable, Sequence
from functools import partial

import numpy as np
import numpy.typing as npt
from sqlalchemy import Connection, or_, select

from ceyuan.authoring.page import FactQuery
from ceyuan.model.period import parse_period
from ceyuan.stores.columns import Columns, Mask
from ceyuan.stores.quotes import facts_quoting
from ceyuan.stores.schema import documents, entities
from ceyuan.stores.sought import sought

_Codes = npt.NDArray[np.int32]
_Numbers = Sequence[int] | npt.NDArray[np.int64]

#: More words than anybody types.
_MOST_WORDS = 12


class Passing:
    """The facts that pass queries at one moment."""

    def __init__(self, connection: Connection, columns: Columns) -> None:
        self._connection = connection
        self._columns = columns
        self._made: dict[tuple[str, object], Mask] = {}

    def mask(self, query: FactQuery) -> Mask:
        """True for each fact that passes; not to be changed.

        Raises:
            UnreadablePeriod: `query.period` is not written as the ledger writes periods.
        """
        columns = self._columns
        masks = [self._once("as_of", query.as_of, partial(columns.held, query.as_of))]
        if name := sought(query.subject):
            masks.append(self._once("subject", name, partial(self._subject, name)))
        if term := sought(query.indicator):
            masks.append(self._once("indicator", term, partial(self._indicator, term)))
        if kind := query.kind.strip():
            masks.append(self._once("kind", kind, partial(self._kind, kind)))
        if period := query.period.strip():
            masks.append(self._once("period", period, partial(self._period, period)))
        if any(stance := (query.measure or "", query.standing or "", query.section)):
            masks.append(self._once("stance", stance, partial(self._stance, stance)))
        if digest := sought(query.document):
            masks.append(self._once("document", digest, partial(self._document, digest)))
        for word in sought(query.words).split()[:_MOST_WORDS]:
            masks.append(self._once("word", word, partial(self._mentioning, word)))
        passing = masks[0]
        for mask in masks[1:]:
            passing = passing & mask
        return passing

    def _once(self, of: str, said: object, make: Callable[[], Mask]) -> Mask:
        if (of, said) not in self._made:
            self._made[of, said] = make()
        return self._made[of, said]

    def _subject(self, name: str) -> Mask:
        query = select(entities.c.no).where(entities.c.id == name)
        no = self._connection.execute(query).scalar()
        named = self._columns.names.containing(name) if no is None else [no]
        return _among(self._columns.subject, named)

    def _indicator(self, asked: str) -> Mask:
        known = list(enumerate(self._columns.properties))[1:]
        exact = [no for no, (_, name, term) in known if asked in (name, term)]
        part = asked.casefold()
        numbers = exact or [
            no for no, words in known if any(part in w.casefold() for w in words[1:])
        ]
        return _among(self._columns.property, numbers)

    def _kind(self, kind: str) -> Mask:
        known = list(enumerate(self._columns.properties))[1:]
        return _among(self._columns.property, [no for no, (of, _, _) in known if of == kind])

    def _period(self, written: str) -> Mask:
        around = parse_period(written)
        start, end = around.start.toordinal(), around.end.toordinal()
        inside = [
            no
            for no, span in enumerate(self._columns.periods)
            if span is not None
            and start <= span.start
            and span.end <= end
            and (span.instant or not around.instant)
        ]
        return _among(self._columns.period, inside)

    def _stance(self, wanted: tuple[str, str, str]) -> Mask:
        known = list(enumerate(self._columns.stances))[1:]
        numbers = [
            no
            for no, stance in known
            if all(want in ("", has) for want, has in zip(wanted, stance, strict=True))
        ]
        return _among(self._columns.stance, numbers)

    def _document(self, digest: str) -> Mask:
        query = select(documents.c.no).where(documents.c.digest == digest)
        return _among(self._columns.document, list(self._connection.execute(query).scalars()))

    def _mentioning(self, word: str) -> Mask:
        columns = self._columns
        quoting = facts_quoting(self._connection, word)
        mask = _among(columns.subject, columns.names.containing(word))
        mask[quoting[quoting <= len(columns)] - 1] = True
        part = word.casefold()
        terms = [
            no for no, (_, _, term) in enumerate(columns.properties) if part in term.casefold()
        ]
        titled = or_(
            documents.c.title.icontains(word, autoescape=True),
            documents.c.name.icontains(word, autoescape=True),
        )
        of = self._connection.execute(select(documents.c.no).where(titled)).scalars().all()
        mask |= _among(columns.property, terms)
        mask |= _among(columns.document, of)
        return mask


def _among(codes: _Codes, numbers: _Numbers) -> Mask:
    """True where the code is one of `numbers`; a new array each time."""
    if len(numbers) == 0:
        return np.zeros(len(codes), np.bool_)
    if len(numbers) == 1:
        return np.asarray(codes == numbers[0])
    wanted = np.asarray(numbers)
    table = np.zeros(max(int(codes.max(initial=0)), int(wanted.max())) + 1, np.bool_)
    table[wanted] = True
    return np.asarray(np.take(table, codes))
