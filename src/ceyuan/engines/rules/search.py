"""The nearest value of an input at which a rule says something, for many inputs and rules at once.

Everything is found by asking the rules themselves for many values, so it holds for bands, scores and
conditions of any form.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any

import numpy as np
import numpy.typing as npt

from ceyuan.authoring.rules import Type
from ceyuan.engines.rules.arrays import compute
from ceyuan.engines.rules.day import day_number
from ceyuan.engines.rules.graph import Graph
from ceyuan.engines.rules.vector import Vector, constant

#: Values tried for one number in each round, and rounds.
_TRIED, _ROUNDS = 48, 8
#: Values tried of each of two numbers together.
_TRIED_OF_TWO = 20

Numbers = npt.NDArray[np.float64]
Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Span:
    """A number that may move from `now` towards `end`, in steps that mean something."""

    name: str
    now: float
    end: float
    step: float


class Search:
    """One row, asked for other values of its inputs."""

    def __init__(self, graph: Graph, here: Mapping[str, Vector], goals: Sequence[str]) -> None:
        """Get ready.

        Args:
            graph: the whole programme on its day.
            here: the inputs, each one value.
            goals: the rules that will be asked for; all are truths.
        """
        needed = graph.needs(*goals)
        nodes = {name: node for name, node in graph.nodes.items() if name in needed}
        self._graph = replace(graph, nodes=nodes)
        self._here = dict(here)
        self._goals = tuple(goals)
        self.dated = any("on" in node.inputs for node in nodes.values())

    def says(self, goal: str, changed: Values, day: int | None = None) -> bool | None:
        """What a rule says with these inputs changed, on another day where one is given."""
        types = self._graph.inputs
        columns = self._here | {n: constant(value, types[n]) for n, value in changed.items()}
        if day is not None:
            columns["on"] = constant(day, Type.DAY)
        said = compute(self._graph, columns)[goal].over(1).at(0)
        return None if said is None else bool(said)

    def nearest(self, spans: Sequence[Span], *, wanted: bool) -> dict[tuple[Span, str], float]:
        """For each span and goal the value next to now at which the goal says what is wanted."""
        live: dict[tuple[Span, str], tuple[float, float]] = {}
        tried = [(span, _spread(span)) for span in spans]
        for (span, values), said in zip(tried, self._ask(tried), strict=True):
            for goal, verdict in said.items():
                if len(good := np.flatnonzero(verdict == wanted)):
                    first = int(good[0])
                    before = values[first - 1] if first else span.now
                    live[span, goal] = (float(before), float(values[first]))
        found = {key: good for key, (_, good) in live.items()}
        for _ in range(_ROUNDS):
            live = {k: (b, g) for k, (b, g) in live.items() if abs(g - b) > k[0].step * 1.001}
            if not live:
                break
            tried = [(k[0], _between(b, g, k[0].step)) for k, (b, g) in live.items()]
            for (key, (bad, _)), (_, values), said in zip(
                list(live.items()), tried, self._ask(tried), strict=True
            ):
                first = int(np.flatnonzero(said[key[1]] == wanted)[0])
                live[key] = (float(values[first - 1]) if first else bad, float(values[first]))
                found[key] = live[key][1]
        return found

    def turned(self, truths: Sequence[str], *, wanted: bool) -> list[tuple[str, str]]:
        """Each truth and goal where turning the one makes the other say what is wanted."""
        if not truths:
            return []
        columns = dict(self._here)
        for row, name in enumerate(truths):
            values = np.full(len(truths), bool(self._here[name].at(0)))
            values[row] = ~values[row]
            columns[name] = Vector(values)
        said = self._coded(columns, len(truths))
        return [
            (name, goal)
            for row, name in enumerate(truths)
            for goal in self._goals
            if said[goal][row] == wanted
        ]

    def first_days(self, days: int) -> dict[str, int]:
        """For each goal the first of so many days from today on at which it holds by itself."""
        if not self.dated:
            return {}
        today = day_number(self._graph.on)
        ahead = np.arange(today, today + days, dtype=np.int64)
        said = self._coded(self._here | {"on": Vector(ahead)}, days)
        hits = {goal: np.flatnonzero(verdict == 1) for goal, verdict in said.items()}
        return {goal: today + int(hit[0]) for goal, hit in hits.items() if len(hit)}

    def two(self, spans: Sequence[Span], goal: str) -> tuple[Span, float, Span, float] | None:
        """Two numbers and values at which the goal holds together, the least change in all."""
        pairs = [(a, b) for a, b in combinations(spans, 2) if a.name != b.name]
        if not pairs:
            return None
        grids = [np.meshgrid(_coarse(one), _coarse(other)) for one, other in pairs]
        size = grids[0][0].size
        changed = {span.name: np.full(size * len(pairs), span.now) for span in spans}
        cost = np.empty(size * len(pairs))
        for at, ((one, other), (mine, its)) in enumerate(zip(pairs, grids, strict=True)):
            here = slice(at * size, (at + 1) * size)
            changed[one.name][here] = mine.ravel()
            changed[other.name][here] = its.ravel()
            cost[here] = _moved(one, mine.ravel()) + _moved(other, its.ravel())
        columns = self._here | {name: Vector(values) for name, values in changed.items()}
        said = self._coded(columns, len(cost))[goal]
        if not len(good := np.flatnonzero(said == 1)):
            return None
        row = int(good[int(np.argmin(cost[good]))])
        one, other = pairs[row // size]
        return one, float(changed[one.name][row]), other, float(changed[other.name][row])

    def _ask(self, tried: Sequence[tuple[Span, Numbers]]) -> list[dict[str, npt.NDArray[Any]]]:
        """For every span and its values what each goal says: 1 yes, 0 no, -1 unknown."""
        if not tried:
            return []
        lengths = [len(values) for _, values in tried]
        rows = sum(lengths)
        changed: dict[str, Numbers] = {}
        start = 0
        for (span, values), length in zip(tried, lengths, strict=True):
            if span.name not in changed:
                changed[span.name] = np.full(rows, span.now)
            changed[span.name][start : start + length] = values
            start += length
        columns = self._here | {name: Vector(values) for name, values in changed.items()}
        ends = np.cumsum(lengths)[:-1]
        parts = {goal: np.split(v, ends) for goal, v in self._coded(columns, rows).items()}
        return [{goal: parts[goal][i] for goal in self._goals} for i in range(len(tried))]

    def _coded(self, columns: Mapping[str, Vector], rows: int) -> dict[str, npt.NDArray[Any]]:
        made = compute(self._graph, columns)
        coded = {}
        for goal in self._goals:
            said = made[goal].over(rows)
            coded[goal] = np.where(said.unknown(rows), -1, said.values.astype(int))
        return coded


def _spread(span: Span) -> Numbers:
    """Values from now towards the end, close together at first."""
    whole = abs(span.end - span.now)
    away = np.geomspace(span.step, max(whole, span.step * 2), _TRIED)
    values = span.now + np.sign(span.end - span.now) * away
    values = np.round(values / span.step) * span.step
    low, high = sorted((span.now, span.end))
    kept = np.clip(values, low, high)
    return np.asarray(np.append(kept[:-1], span.end))


def _between(bad: float, good: float, step: float) -> Numbers:
    """Values from just after the last that fails up to the first that does not."""
    values = np.linspace(bad, good, _TRIED)[1:]
    values = np.round(values / step) * step
    return np.asarray(np.append(values[values != bad], good))


def _coarse(span: Span) -> Numbers:
    """Few values from now on, for two at once."""
    whole = abs(span.end - span.now)
    near = max(abs(span.now) / 100, span.step)
    away = np.append(0.0, np.geomspace(near, max(whole, near * 2), _TRIED_OF_TWO))
    values = span.now + np.sign(span.end - span.now) * away
    low, high = sorted((span.now, span.end))
    return np.asarray(np.clip(np.round(values / span.step) * span.step, low, high))


def _moved(span: Span, values: Numbers) -> Numbers:
    """How far values are from now, beside what there is now."""
    return np.asarray(np.abs(values - span.now) / max(abs(span.now), span.step))
