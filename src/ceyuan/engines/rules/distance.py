"""The smallest change that would qualify, by when time alone does, and what growth would lose."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from ceyuan.authoring.rules import Type
from ceyuan.engines.rules.arrays import compute
from ceyuan.engines.rules.graph import Graph, Node
from ceyuan.engines.rules.parameter import written
from ceyuan.engines.rules.programme import ELIGIBLE, Asked
from ceyuan.engines.rules.search import Search, Span
from ceyuan.engines.rules.vector import Vector, constant
from ceyuan.model.kind import Acting

#: How far ahead time is searched.
_AHEAD_DAYS = 366 * 5
#: How far numbers are moved, as a multiple of what there is; two at once less far.
_FARTHEST, _FARTHEST_OF_TWO = 1e4, 100.0
#: Numbers tried two by two.
_MOST_OF_TWO = 8
#: A rank is better the smaller.
_RANK = "位"


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
class Unmet:
    """A required condition that fails, and what would meet it by itself.

    Attributes:
        clause: the condition.
        changes: single changes after which it is met, smallest first; empty where none makes sense.
        from_day: the first later day on which time alone meets it; None if none within five years.
        together: two figures that meet it together, where neither of these does.
    """

    clause: str
    changes: tuple[Change, ...] = ()
    from_day: date | None = None
    together: tuple[Change, ...] = ()

    @property
    def stuck(self) -> bool:
        """Whether nothing was found that meets it: no act and no waiting."""
        return not (self.changes or self.from_day or self.together)


@dataclass(frozen=True, slots=True)
class Distance:
    """What separates a row from the other verdict.

    Attributes:
        changes: single changes after which an ineligible row qualifies, smallest first.
        from_day: the first later day on which it qualifies if nothing else changes; None if none
            within five years.
        losses: single changes after which an eligible row no longer qualifies: by growing, by
            shrinking, by an answer of yes or no that turns; each nearest first.
        conditions: of an ineligible row the required conditions that fail, each for itself.
        together: where no single change is enough, changes that are enough together; none of them
            can be left out.
        together_from: the day those have to wait for; None where they do not.
    """

    changes: tuple[Change, ...] = ()
    from_day: date | None = None
    losses: tuple[Change, ...] = ()
    conditions: tuple[Unmet, ...] = ()
    together: tuple[Change, ...] = ()
    together_from: date | None = None

    @property
    def stuck(self) -> tuple[Unmet, ...]:
        """The conditions that fail and that nothing was found for: neither an act nor waiting."""
        return tuple(one for one in self.conditions if one.stuck)

    @property
    def none_found(self) -> bool:
        """Whether nothing was found that helps, alone or together, because a condition is stuck.

        False where every condition that fails could be met and only something unknown is in the way.
        """
        return bool(self.stuck) and not (self.changes or self.from_day or self.together)


def distance(graph: Graph, given: Mapping[str, Vector], row: int = 0) -> Distance:
    """How far one row is from qualifying, or from losing it.

    What is proposed is what somebody would do: a figure is raised and not lowered, unless its field
    says otherwise (`Field.acting`); figures of years before the last, days and words are taken as they
    are; a part is never raised above its whole. A figure of the last year is the one the next
    application is made with. Nothing is proposed about what is unknown: that is missing, not short.

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
    made = compute(graph, here)
    verdict = made[ELIGIBLE].over(1).at(0)
    if verdict is True:
        return Distance(losses=_losses(graph, here))
    if verdict is False:
        failing = [n for n in graph.clauses if n.required and made[n.name].over(1).at(0) is False]
        return _Ahead(graph, here, failing).distance()
    return Distance()


class _Ahead:
    """The way of one ineligible row to qualifying."""

    def __init__(self, graph: Graph, here: dict[str, Vector], failing: Sequence[Node]) -> None:
        self._graph = graph
        self._here = here
        self._failing = [node.name for node in failing]
        self._search = Search(graph, here, (ELIGIBLE, *self._failing))

    def distance(self) -> Distance:
        days = self._search.first_days(_AHEAD_DAYS)
        ways = self._ways()
        pairs = {
            clause: self._pair(clause)
            for clause in self._failing
            if not ways[clause] and clause not in days
        }
        conditions = tuple(
            Unmet(
                clause,
                self._told(ways[clause]),
                _day(days.get(clause)),
                self._told(list(pairs.get(clause, {}).items())),
            )
            for clause in self._failing
        )
        alone, from_day = self._told(ways[ELIGIBLE]), _day(days.get(ELIGIBLE))
        if alone or from_day or any(one.stuck for one in conditions):
            return Distance(alone, from_day, conditions=conditions)
        changed, day = self._together(ways, days, pairs) or (self._pair(ELIGIBLE), None)
        return Distance(
            conditions=conditions,
            together=self._told(list(changed.items())),
            together_from=_day(day),
        )

    def _ways(self) -> dict[str, list[tuple[str, Any]]]:
        """For each goal the inputs that reach it alone, with the value that does."""
        found: dict[str, list[tuple[str, Any]]] = {goal: [] for goal in (ELIGIBLE, *self._failing)}
        spans = _spans(self._graph, self._here, _FARTHEST)
        for (span, goal), then in self._search.nearest(spans, wanted=True).items():
            found[goal].append((span.name, then))
        for name, goal in self._search.turned(_truths(self._graph, self._here), wanted=True):
            found[goal].append((name, not self._here[name].at(0)))
        return found

    def _together(
        self,
        ways: Mapping[str, list[tuple[str, Any]]],
        days: Mapping[str, int],
        pairs: Mapping[str, Mapping[str, Any]],
    ) -> tuple[dict[str, Any], int | None] | None:
        """The smallest change for each condition that fails, else waiting, if that is enough for all."""
        changed: dict[str, Any] = {}
        day: int | None = None
        for clause in self._failing:
            if not ways[clause] and clause in days:
                day = max(day or 0, days[clause])
                continue
            chosen = dict(pairs.get(clause, {}))
            if ways[clause]:
                chosen = dict([min(ways[clause], key=lambda w: (self._change(*w).by, w[0]))])
            for name, then in chosen.items():
                now = self._here[name].at(0)
                if name not in changed or abs(then - now) > abs(changed[name] - now):
                    changed[name] = then
        if not self._failing or self._search.says(ELIGIBLE, changed, day) is not True:
            return None
        for name in list(changed):
            rest = {one: then for one, then in changed.items() if one != name}
            if self._search.says(ELIGIBLE, rest, day) is True:
                changed = rest
        if day is not None and self._search.says(ELIGIBLE, changed) is True:
            day = None
        return changed, day

    def _pair(self, goal: str) -> dict[str, Any]:
        """Two figures that reach a goal together, the least change in all; empty where none do."""
        needed = self._graph.needs(goal)
        spans = _spans(self._graph, self._here, _FARTHEST_OF_TWO)
        mine = [span for span in spans if span.name in needed][:_MOST_OF_TWO]
        found = self._search.two(mine, goal)
        if found is None:
            return {}
        one, value, other, its = found
        # Between the values tried the nearest may be nearer; where none is found the tried one holds.
        nearer = self._with(other.name, its, goal).nearest([one], wanted=True)
        value = nearer.get((one, goal), value)
        nearer = self._with(one.name, value, goal).nearest([other], wanted=True)
        its = nearer.get((other, goal), its)
        return {one.name: value, other.name: its}

    def _with(self, name: str, then: Any, goal: str) -> Search:
        types = self._graph.inputs
        here = self._here | {name: constant(then, types[name])}
        return Search(self._graph, here, (goal,))

    def _told(self, ways: Sequence[tuple[str, Any]]) -> tuple[Change, ...]:
        return _sorted([self._change(name, then) for name, then in ways])

    def _change(self, name: str, then: Any) -> Change:
        return _change(self._graph, name, self._here[name].at(0), then)


def _losses(graph: Graph, here: dict[str, Vector]) -> tuple[Change, ...]:
    """What would lose it, whichever way it comes: growing first, then shrinking, then what turns."""
    search = Search(graph, here, (ELIGIBLE,))
    spans = [
        span
        for name in _known(graph, here, Type.NUMBER)
        for span in _both_ways(graph, here, name, _FARTHEST)
    ]
    found = [
        _change(graph, span.name, span.now, then)
        for (span, _), then in search.nearest(spans, wanted=False).items()
    ]
    for name, _ in search.turned(_known(graph, here, Type.TRUTH), wanted=False):
        now = here[name].at(0)
        found.append(_change(graph, name, now, not now))
    return tuple(sorted(_sorted(found), key=_how_it_comes))


def _known(graph: Graph, here: Mapping[str, Vector], type_: Type) -> list[str]:
    """The inputs of a type that the verdict rests on and that have a value."""
    used = graph.needs(ELIGIBLE)
    return [
        name
        for name, asked in graph.asked.items()
        if name in used and asked.type is type_ and name in here
        if here[name].at(0) is not None
    ]


def _spans(graph: Graph, here: Mapping[str, Vector], farthest: float) -> list[Span]:
    """The ways numbers would be moved by somebody who acts."""
    found = []
    for name in _known(graph, here, Type.NUMBER):
        asked = graph.asked[name]
        lowered = asked.field.acting is Acting.LOWERED or asked.field.unit == _RANK
        if asked.field.acting is Acting.FIXED or asked.years_back:
            continue
        found += [
            span
            for span in _both_ways(graph, here, name, farthest)
            if (span.end < span.now) is lowered
        ]
    return found


def _both_ways(graph: Graph, here: Mapping[str, Vector], name: str, farthest: float) -> list[Span]:
    now, step = float(here[name].at(0)), _step(graph.asked[name])
    far = max(abs(now), step) * farthest
    bottom = -far if graph.asked[name].field.signed else 0.0
    top = min(far, _whole(graph, here, name))
    ends = [top] * (top - now >= step) + [bottom] * (now - bottom >= step)
    return [Span(name, now, end, step) for end in ends]


def _whole(graph: Graph, here: Mapping[str, Vector], name: str) -> float:
    """What the field is a part of, where that is known; else no limit."""
    asked = graph.asked[name]
    whole = asked.field.part_of
    if not whole:
        return float("inf")
    of = f"{whole}_{asked.years_back}" if asked.years_back else whole
    value = here[of].at(0) if of in here else None
    return float("inf") if value is None else float(value)


def _truths(graph: Graph, here: Mapping[str, Vector]) -> list[str]:
    """The truths that somebody who acts would turn."""

    def turns(name: str) -> bool:
        acting = graph.asked[name].field.acting
        if acting is Acting.USUAL:
            return True
        return acting is (Acting.LOWERED if here[name].at(0) else Acting.RAISED)

    return [name for name in _known(graph, here, Type.TRUTH) if turns(name)]


def _step(asked: Asked) -> float:
    """The smallest change that means something: a fen, a person, a hundredth of a per cent."""
    return 1e-4 if asked.field.unit in ("%", "share", "倍") else 1.0


def _change(graph: Graph, name: str, now: Any, then: Any) -> Change:
    asked = graph.asked[name]
    if asked.type is Type.TRUTH:
        return Change(name, asked.term.zh, now, then, "", 0.0)
    unit = asked.field.unit
    by = abs(then - now) / abs(now) if now else float("inf")
    return Change(name, asked.term.zh, written(now, unit), written(then, unit), unit, by)


def _day(number: int | None) -> date | None:
    return None if number is None else date(1970, 1, 1) + timedelta(number)


def _how_it_comes(change: Change) -> int:
    """Growing first, then shrinking, then what somebody would have to do."""
    if isinstance(change.now, bool):
        return 2
    return 0 if change.then > change.now else 1


def _sorted(changes: Sequence[Change]) -> tuple[Change, ...]:
    return tuple(sorted(changes, key=lambda c: (c.by, c.input)))
