"""Finding facts by words in their quotes, any run of characters, however short.

Chinese is not divided into words in print, so a quote is kept as its pairs of neighbouring
characters; a run of characters is then a run of pairs. Spaces, letter case and full or half width
make no difference.
"""

import unicodedata
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from sqlalchemy import Column, Connection, Integer, MetaData, Table, Text, text

from ceyuan.stores.rows import write_rows

#: A longer search text is cut: nobody types it, and its pairs would only slow the search.
LONGEST = 60


#: Only PostgreSQL has it; SQLite keeps the pairs alone.
_quotes = Table("quotes", MetaData(), Column("fact", Integer), Column("said", Text))


def keep_quotes(connection: Connection, quotes: Sequence[tuple[int, str]]) -> None:
    """Add the quotes of new facts, given as number of the fact and quote."""
    rows = [(no, plain) for no, quote in quotes if (plain := _plain(quote))]
    if not rows:
        return
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(
            "INSERT INTO quote_pairs (rowid, pairs) VALUES (?, ?)",
            [(no, _pairs(plain)) for no, plain in rows],
        )
    else:
        write_rows(connection, _quotes, ("fact", "said"), rows)


def facts_quoting(connection: Connection, word: str) -> npt.NDArray[np.int64]:
    """Numbers of the facts in whose quote `word` stands, withdrawn ones included."""
    plain = _plain(word)[:LONGEST]
    if not plain:
        return np.empty(0, np.int64)
    if connection.dialect.name == "sqlite":
        # One character is the beginning of a pair; a longer run leaves out the closing pair.
        pairs = _pairs(plain)[: -len(_pair(plain[-1], ""))].strip()
        sought = f'"{pairs}"' if pairs else f'"{_pair(plain, "")}"*'
        found = connection.exec_driver_sql(
            "SELECT group_concat(rowid) FROM quote_pairs WHERE quote_pairs MATCH ?", (sought,)
        )
    else:
        like = "%" + plain.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
        paired = " AND ceyuan_pairs(said) @> ceyuan_pairs(:plain)" if len(plain) > 1 else ""
        found = connection.execute(
            text(f"SELECT string_agg(fact::text, ',') FROM quotes WHERE said LIKE :like{paired}"),
            {"like": like, "plain": plain},
        )
    # One text of numbers arrives several times sooner than as many rows.
    return np.fromstring(found.scalar() or "", np.int64, sep=",")


def _plain(said: str) -> str:
    return "".join(unicodedata.normalize("NFKC", said).casefold().split())


def _pairs(plain: str) -> str:
    return " ".join(map(_pair, plain, plain[1:] + "\0"))


def _pair(one: str, next_: str) -> str:
    # Letters and digits only, so that the tokenizer of the database divides nothing further.
    return f"{ord(one):x}g{ord(next_):x}" if next_ not in ("", "\0") else f"{ord(one):x}g"
