"""What awards cost: for one firm together, for the district now and if more held a qualification."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date

import numpy as np

from ceyuan.authoring.policy import AllAwards, AwardPart, Notice, Outlay, OutlayLine
from ceyuan.catalogue.stacking_file import WrittenStacking
from ceyuan.engines.rules.answer import Answers
from ceyuan.engines.rules.arrays import compute
from ceyuan.engines.rules.programme import Programme
from ceyuan.engines.rules.simulate import amounts
from ceyuan.engines.rules.vector import Mask, Vector
from ceyuan.journeys.assess import Assessed
from ceyuan.journeys.together import PAID_GROUP, together, unknown_amounts
from ceyuan.model.kind import Kind

_EPOCH = date(1970, 1, 1)
#: A qualification taken to be reached holds from the day asked for as many years as certificates do.
_HOLDS_DAYS = 3 * 365


def awards_of(
    assessed: Assessed, stacking: Sequence[WrittenStacking], subject: str
) -> AllAwards | None:
    """All awards about one subject taken together; None where none is about it."""
    paying = tuple(
        one
        for one in assessed.answers
        if one.programme.card.get("group") == PAID_GROUP
        and subject in assessed.subjects[one.programme.kind]
    )
    if not paying:
        return None
    kind = paying[0].programme.kind
    row = assessed.subjects[kind].index(subject)
    alone = replace(
        assessed,
        answers=tuple(_only(one, row) for one in paying),
        subjects={kind: [subject]},
        names={kind: [assessed.names[kind][row]]},
    )
    titles = {one.programme.name: one.programme.title for one in paying}
    (made,) = together(alone, stacking)
    return AllAwards(
        tuple(
            AwardPart(titles[g.programme], g.alone / 100, g.paid / 100, g.because)
            for g in made.grants
        ),
        made.alone / 100,
        made.paid / 100,
        tuple(titles[name] for name in made.unknown),
        made.undecided,
    )


def outlay(
    assessed: Assessed,
    stacking: Sequence[WrittenStacking],
    kinds: Mapping[str, Kind],
    reached: Mapping[str, Collection[str]],
    card: Callable[[Programme], Notice],
) -> Outlay:
    """What every award costs.

    Args:
        assessed: programmes about everybody on the day.
        stacking: how programmes stand to one another.
        kinds: by name.
        reached: by field that says a qualification is held (高新技术企业), who else is taken to hold
            it: from the day asked on, with a certificate of that day.
        card: makes the notice of a programme.
    """
    paying = [one for one in assessed.answers if one.programme.card.get("group") == PAID_GROUP]
    made = tuple(
        _if_reached(one, assessed.subjects[one.programme.kind], kinds, reached) for one in paying
    )
    lines = []
    for one in made:
        paid = amounts(one)
        unknown = sum(unknown_amounts(one))
        lines.append(
            OutlayLine(card(one.programme), int((paid > 0).sum()), float(paid.sum()) / 100, unknown)
        )
    rows = together(replace(assessed, answers=made), stacking)
    return Outlay(tuple(lines), sum(one.paid for one in rows) / 100)


def _if_reached(
    of: Answers,
    subjects: Sequence[str],
    kinds: Mapping[str, Kind],
    reached: Mapping[str, Collection[str]],
) -> Answers:
    """The same award where some hold a qualification they do not hold."""
    given = dict(of.given)
    kind = kinds.get(of.programme.kind)
    day = (of.graph.on - _EPOCH).days
    for id, who in reached.items():
        field = kind.field(id) if kind else None
        mask = np.array([subject in who for subject in subjects], dtype=bool)
        if field is None or not mask.any():
            continue
        for name, value in (
            (id, True),
            (field.since, day),
            (field.until, day + _HOLDS_DAYS),
        ):
            if name in given:
                given[name] = _put(given[name].over(of.rows), mask, value)
    if all(given[name] is of.given[name] for name in given):
        return of
    return replace(of, given=given, made=compute(of.graph, given))


def _put(held: Vector, mask: Mask, value: bool | int) -> Vector:
    known = None if held.known is None else held.known | mask
    return Vector(np.where(mask, value, held.values).astype(held.values.dtype), known)


def _only(of: Answers, row: int) -> Answers:
    """One programme about one of its rows."""
    given = {name: _row(vector.over(of.rows), row) for name, vector in of.given.items()}
    made = {name: _row(vector.over(of.rows), row) for name, vector in of.made.items()}
    return replace(of, given=given, made=made, rows=1)


def _row(vector: Vector, row: int) -> Vector:
    known = None if vector.known is None else vector.known[row : row + 1]
    return Vector(vector.values[row : row + 1], known)
