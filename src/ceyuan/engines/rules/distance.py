"""The smallest single change that would qualify, by when time alone does, and what growth would lose.

Everything is found by asking the programme itself for many values of one input at a time, so it
holds for bands, scores and conditions of any form.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np
import numpy.typing as npt

from ceyuan.authoring.rules import Type
from ceyuan.engines.rules.arrays import compute
from ceyuan.engines.rules.graph import Graph
from ceyuan.engines.rules.parameter import written
from ceyuan.engines.rules.programme import ELIGIBLE
from ceyuan.engines.rules.vector import Vector, constant

#: How far ahead time is searched.
_AHEAD_DAYS = 366 * 5
#: Values tried for one number in each round, and rounds.
_TRIED, _ROUNDS = 48, 8
_EPOCH = 719_163


@dataclass(frozen=True, slots=True)
class Change:
    """One input changed, everything else as it is.

    `now` and `then` are in the unit people read; `by` is the share of `now` that it changes.
    """

    input: str
    title: str
    now: Any
    then: Any
    unit: str
    by: float


@dataclass(frozen=True, slots=True)
class Distance:
    """What separates a row from the other verdict.

    Attributes:
        changes: single changes after which an ineligible row qualifies, smallest first.
        from_day: the first later day on which it qualifies if nothing else changes; None if none
            within five years.
        losses: single changes after which an eligible row no longer qualifies: by growing, by
            shrinking, by an answer of yes or no that turns; each nearest first.
    """

    changes: tuple[Change, ...] = ()
    from_day: date | None = None
    losses: tuple[Change, ...] = ()


def distance(graph: Graph, given: Mapping[str, Vector], row: int = 0) -> Distance:
    """How far one row is from qualifying, or from losing it.

    Args:
        graph: the whole programme on its day.
        given: the inputs.
        row: number of the row.
    """
    here = {
        name: constant(given[name].at(row), type_)
        for name, type_ in graph.inputs.items()
        if name in given
    }
    verdict = compute(graph, here)[ELIGIBLE].over(1).at(0)
    used = graph.needs(ELIGIBLE)
    numbers = [
        name
        for name, asked in graph.asked.items()
        if name in used and asked.type is Type.NUMBER and name in here
        if here[name].at(0) is not None
    ]
    truths = [
        name
        for name, asked in graph.asked.items()
        if name in used and asked.type is Type.TRUTH and name in here
        if here[name].at(0) is not None
    ]
    if verdict is True:
        losses = _sorted(_changes(graph, here, numbers, truths, wanted=False))
        return Distance(losses=tuple(sorted(losses, key=_how_it_comes)))
    if verdict is False:
        changes = _changes(graph, here, numbers, truths, wanted=True)
        return Distance(changes=_sorted(changes), from_day=_later(graph, here))
    return Distance()


def _changes(
    graph: Graph,
    here: dict[str, Vector],
    numbers: list[str],
    truths: list[str],
    *,
    wanted: bool,
) -> list[Change]:
    found = [
        _change(graph, name, here[name].at(0), then)
        for name, then in _nearest(graph, here, numbers, wanted)
    ]
    for name in truths:
        now = here[name].at(0)
        turned = compute(graph, here | {name: constant(not now, Type.TRUTH)})
        if turned[ELIGIBLE].over(1).at(0) is wanted:
            asked = graph.asked[name]
            found.append(Change(name, asked.term.zh, now, not now, "", 0.0))
    return found


def _nearest(
    graph: Graph, here: dict[str, Vector], numbers: list[str], wanted: bool
) -> list[tuple[str, float]]:
    """For each number and each direction, the nearest value that gives the verdict wanted."""
    spans: list[tuple[str, float, float]] = []
    for name in numbers:
        now = float(here[name].at(0))
        top = max(abs(now), _step(graph, name)) * 1e4
        bottom = -top if graph.asked[name].field.signed else 0.0
        spans += [(name, now, top)]
        if now > bottom:
            spans += [(name, now, bottom)]
    hit: dict[int, tuple[float, float]] = {}
    tried = [_spread(start, end, _step(graph, name)) for name, start, end in spans]
    for attempt in range(_ROUNDS):
        waiting = [i for i in range(len(spans)) if attempt == 0 or i in hit]
        if not waiting:
            break
        verdicts = _ask(graph, here, [(spans[i][0], tried[i]) for i in waiting])
        for i, verdict in zip(waiting, verdicts, strict=True):
            good = np.flatnonzero(verdict == (1 if wanted else 0))
            if not len(good):
                continue
            first = int(good[0])
            before = tried[i][first - 1] if first else spans[i][1]
            hit[i] = (float(before), float(tried[i][first]))
        for i, (bad, good_value) in hit.items():
            tried[i] = _between(bad, good_value, _step(graph, spans[i][0]))
    return [(spans[i][0], value) for i, (_, value) in hit.items()]


def _ask(
    graph: Graph, here: dict[str, Vector], tried: list[tuple[str, npt.NDArray[Any]]]
) -> list[npt.NDArray[Any]]:
    """The verdicts for every value of every number tried: 1 yes, 0 no, -1 unknown."""
    lengths = [len(values) for _, values in tried]
    rows = sum(lengths)
    columns = dict(here)
    start = 0
    changed: dict[str, npt.NDArray[Any]] = {}
    for (name, values), length in zip(tried, lengths, strict=True):
        if name not in changed:
            changed[name] = np.full(rows, float(here[name].at(0)))
        changed[name][start : start + length] = values
        start += length
    columns |= {name: Vector(values) for name, values in changed.items()}
    verdict = compute(graph, columns)[ELIGIBLE].over(rows)
    coded = np.where(verdict.unknown(rows), -1, verdict.values.astype(int))
    return np.split(coded, np.cumsum(lengths)[:-1])


def _spread(start: float, end: float, step: float) -> npt.NDArray[Any]:
    """Values from `start` towards `end`, close together at first."""
    away = np.geomspace(step, max(abs(end - start), step * 2), _TRIED)
    values = start + np.sign(end - start) * away
    values = np.round(values / step) * step
    return np.asarray(np.append(values[:-1], end) if end == 0 else values)


def _between(bad: float, good: float, step: float) -> npt.NDArray[Any]:
    """Values from just after the last that fails up to the first that does not."""
    values = np.linspace(bad, good, _TRIED)[1:]
    values = np.round(values / step) * step
    return np.asarray(np.append(values[values != bad], good))


def _step(graph: Graph, name: str) -> float:
    """The smallest change that means something: a fen, a person, a hundredth of a per cent."""
    field = graph.asked[name].field
    if field.unit in ("%", "share", "倍"):
        return 1e-4
    return 1.0


def _later(graph: Graph, here: dict[str, Vector]) -> date | None:
    """The first day on which it qualifies with nothing else changed; years of figures stay."""
    if not any("on" in node.inputs for node in graph.nodes.values()):
        return None
    first = graph.on.toordinal() - _EPOCH
    days = np.arange(first, first + _AHEAD_DAYS, dtype=np.int64)
    verdict = compute(graph, here | {"on": Vector(days)})[ELIGIBLE].over(len(days))
    good = np.flatnonzero(verdict.values & ~verdict.unknown(len(days)))
    return graph.on + timedelta(int(good[0])) if len(good) else None


def _change(graph: Graph, name: str, now: float, then: float) -> Change:
    asked = graph.asked[name]
    unit = asked.field.unit
    by = abs(then - now) / abs(now) if now else float("inf")
    return Change(name, asked.term.zh, written(now, unit), written(then, unit), unit, by)


def _how_it_comes(change: Change) -> int:
    """Growing first, then shrinking, then what somebody would have to do."""
    if isinstance(change.now, bool):
        return 2
    return 0 if change.then > change.now else 1


def _sorted(changes: list[Change]) -> tuple[Change, ...]:
    return tuple(sorted(changes, key=lambda c: (c.by, c.input)))
