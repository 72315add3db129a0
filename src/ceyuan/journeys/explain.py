"""One programme about one row, with every step, what is lacking, and the smallest change that would do."""

import unicodedata
from dataclasses import dataclass

from ceyuan.engines.rules.answer import Answer
from ceyuan.engines.rules.distance import Distance, distance
from ceyuan.engines.rules.snapshot import FACT
from ceyuan.engines.rules.trace import Trace, trace
from ceyuan.journeys.assess import Assessed
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import BadInput

#: Candidates told of.
_TOLD = 5


class NoSuchSubject(BadInput):
    """Nobody of that name is among the rows, or several are."""


@dataclass(frozen=True, slots=True)
class Explained:
    """An answer with its trace and its distance from the other verdict."""

    subject: str
    name: str
    answer: Answer
    trace: Trace
    distance: Distance


def explain(assessed: Assessed, subject: str) -> tuple[Explained, ...]:
    """Every programme of an assessment about one row.

    Args:
        assessed: the answers.
        subject: an identifier, a name, or part of one that only one row has.

    Raises:
        NoSuchSubject: no row, or several.
    """
    row_of = {kind: row_called(assessed, kind, subject) for kind in assessed.subjects}
    found = []
    for one in assessed.answers:
        kind = one.programme.kind
        row = row_of[kind]
        if row is None:
            continue
        facts: dict[str, str] = {}
        if assessed.snapshots:
            table = assessed.snapshots[kind].table.slice(row, 1)
            facts = {
                name.removesuffix(FACT): str(table[name][0].as_py() or "")
                for name in table.column_names
                if name.endswith(FACT)
            }
        answer = next(a for a in one.each() if a.row == row)
        steps = trace(one.graph, one.made, one.given, row, facts)
        away = distance(one.graph, one.given, row)
        found.append(
            Explained(assessed.subjects[kind][row], assessed.names[kind][row], answer, steps, away)
        )
    if not found:
        where = _among_whom(assessed)
        raise NoSuchSubject(
            Bilingual(
                f"{where.zh}没有“{subject}”", f"there is nobody called {subject!r} {where.en}"
            ),
            remedy=Bilingual(
                "写全称、统一社会信用代码或标识；用 ceyuan who 看指的是谁",
                "give the full name, the code or the identifier; `ceyuan who` tells who is meant",
            ),
        )
    return tuple(found)


def row_called(assessed: Assessed, kind: str, subject: str) -> int | None:
    """The row of an identifier, a code or a name; None where there is none.

    Width, spaces and brackets make no difference. Part of a name will do where one row alone has it.

    Raises:
        NoSuchSubject: several rows have it.
    """
    plain = _plain(subject)
    if not plain:
        return None
    names = assessed.names[kind]
    ids = assessed.subjects[kind]
    codes = assessed.own.codes if assessed.own else [one.partition(":")[2] for one in ids]
    for known in (ids, codes, names):
        rows = [row for row, one in enumerate(known) if one and _plain(one) == plain]
        if rows:
            return _only(assessed, kind, subject, rows)
    return _only(
        assessed, kind, subject, [row for row, name in enumerate(names) if plain in _plain(name)]
    )


def _among_whom(assessed: Assessed) -> Bilingual:
    """Whom the programmes are about, and how many were looked through."""
    n = sum(len(names) for names in assessed.names.values())
    return Bilingual(f"这项政策所涉的 {n} 个对象里", f"among the {n} the programme is about")


def _only(assessed: Assessed, kind: str, subject: str, rows: list[int]) -> int | None:
    if len(rows) < 2:
        return rows[0] if rows else None
    said = [assessed.names[kind][row] for row in rows[:_TOLD]]
    if assessed.own:
        said = [
            f"{name}（第{assessed.own.read.rows[row]}行）" if assessed.own.read.rows else name
            for name, row in zip(said, rows, strict=False)
        ]
    listed = "、".join(said) + ("…" if len(rows) > _TOLD else "")
    raise NoSuchSubject(
        Bilingual(
            f"“{subject}”有 {len(rows)} 个：{listed}",
            f"{len(rows)} are called {subject!r}: {listed}",
        ),
        remedy=Bilingual("写全称或统一社会信用代码", "give the full name or the code"),
    )


def _plain(word: str) -> str:
    even = unicodedata.normalize("NFKC", word).casefold()
    return "".join(c for c in even if c.isalnum())
