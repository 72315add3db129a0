"""One programme about everybody in brief: what fails, by how much, and what would turn it."""

from collections.abc import Iterator, Sequence

from ceyuan.authoring.policy import Given, Limit, OneChange, Verdict
from ceyuan.authoring.rules import Type
from ceyuan.engines.rules.answer import Answer, Answers
from ceyuan.engines.rules.trace import value_read
from ceyuan.engines.rules.turn import Turn, turns
from ceyuan.journeys.checked import called, choice_said, shortfall_limit

#: Values a failing condition rests on that are listed, where nothing else tells.
_MOST_RESTS = 4


def verdicts_of(
    of: Answers, rows: Sequence[Answer], subjects: Sequence[str], names: Sequence[str]
) -> Iterator[Verdict]:
    """Every row in brief.

    Args:
        of: the programme over all rows.
        rows: its answers, ready.
        subjects: who the rows are.
        names: what they are called.
    """
    turned = turns(of)
    for one in rows:
        yield _verdict(of, one, subjects[one.row], names[one.row], turned)


def _verdict(of: Answers, one: Answer, subject: str, name: str, turned: Sequence[Turn]) -> Verdict:
    required = {node.name for node in of.graph.clauses if node.required}
    failing = [c for c, met in one.clauses.items() if met is False and c in required]
    if one.eligible is False and not failing:
        failing = [c for c, met in one.clauses.items() if met is False][:1]
    still_open = [c for c, met in one.clauses.items() if met is None and c in required]
    missed = tuple(_limits(of, one, failing))
    turning = tuple(_turning(of, one, failing, turned))
    return Verdict(
        subject,
        name,
        one.eligible,
        one.amount,
        tuple(of.sentence(c) for c in failing),
        tuple(of.sentence(c) for c in still_open),
        len(one.missing),
        missed,
        turning,
        () if missed or turning else tuple(_rests(of, one, failing))[:_MOST_RESTS],
    )


def _limits(of: Answers, one: Answer, failing: Sequence[str]) -> Iterator[Limit]:
    for gap in one.gaps:
        if gap.clause in failing:
            what = None if gap.what == gap.clause else called(of, gap.what)
            yield shortfall_limit(gap, what)


def _turning(
    of: Answers, one: Answer, failing: Sequence[str], turned: Sequence[Turn]
) -> Iterator[OneChange]:
    for turn in turned:
        if turn.clause in failing and turn.rows[one.row]:
            now = bool(of.given[turn.input].over(of.rows).values[one.row])
            yield OneChange(of.graph.asked[turn.input].term, now, not now, "")


def _rests(of: Answers, one: Answer, failing: Sequence[str]) -> Iterator[Given]:
    """What a failing condition was told, each value once."""
    needed = of.graph.needs(*failing)
    for name, asked in of.graph.asked.items():
        value = of.given[name].over(of.rows).at(one.row) if name in of.given else None
        if name in needed and value is not None:
            read = choice_said(asked.field, value_read(value, asked.type, asked.field.unit))
            unit = asked.field.unit if asked.type is Type.NUMBER else ""
            yield Given(asked.term, read, unit, "", asked.field.settled_by)
