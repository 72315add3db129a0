"""One programme about one row, with every step, what is lacking, and the smallest change that would do."""

from dataclasses import dataclass

from ceyuan.engines.rules.answer import Answer
from ceyuan.engines.rules.distance import Distance, distance
from ceyuan.engines.rules.snapshot import FACT
from ceyuan.engines.rules.trace import Trace, trace
from ceyuan.journeys.assess import Assessed
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import BadInput


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
        raise NoSuchSubject(
            Bilingual(f"没有“{subject}”", f"there is nobody called {subject!r}"),
            remedy=Bilingual(
                "写全称，或用 ceyuan facts 查标识",
                "give the full name, or look with `ceyuan facts`",
            ),
        )
    return tuple(found)


def row_called(assessed: Assessed, kind: str, subject: str) -> int | None:
    """The row of an identifier or name; None where there is none.

    Raises:
        NoSuchSubject: part of a name that several rows have.
    """
    for known in (assessed.subjects[kind], assessed.names[kind]):
        if subject in known:
            return known.index(subject)
    within = [row for row, name in enumerate(assessed.names[kind]) if subject in name]
    if len(within) > 1:
        names = "、".join(assessed.names[kind][row] for row in within[:5])
        raise NoSuchSubject(
            Bilingual(
                f"“{subject}”有 {len(within)} 个：{names}",
                f"{len(within)} are called {subject!r}: {names}",
            ),
            remedy=Bilingual("写全称", "give the full name"),
        )
    return within[0] if within else None
