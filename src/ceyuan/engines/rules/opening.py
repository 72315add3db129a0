"""A programme opened: whatever its rules compare with a limit can be set from outside, row by row.

A limit on a ratio cannot be reached by setting fields one by one. An opened programme asks a few more
things of a row, and computes everything above what they set as always.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from ceyuan.authoring.rules import BandTable, Column, RuleRole, Type, when
from ceyuan.engines.rules.arrays import compute_column
from ceyuan.engines.rules.graph import Graph, Node

#: What is asked besides: which place is set, and to what; whether conditions are taken for met.
MOVED, MOVED_TO, MOVED_TO_DAY, MET = "moved", "moved_to", "moved_to_day", "met"


@dataclass(frozen=True, slots=True)
class Place:
    """Something a rule compares.

    Attributes:
        number: what `moved` is in a row that sets it; 0 for a field, which is set as it is.
        name: the field or rule; for an expression, the rule it stands in.
        type: number or day.
        limits: what it is compared with; empty where that is itself computed: the place is then
            set that much away from it.
    """

    number: int
    name: str
    type: Type
    limits: tuple[float, ...]


@dataclass(frozen=True)
class Opened:
    """An opened programme.

    Attributes:
        graph: the same rules, asking `moved`, `moved_to`, `moved_to_day` and `met` besides.
        places: everything that is compared.
        words: the texts each text input is compared with.
    """

    graph: Graph
    places: tuple[Place, ...]
    words: Mapping[str, tuple[str, ...]]


def opened(graph: Graph) -> Opened:
    """The programme opened at every comparison of a number or a day, and at every condition.

    Args:
        graph: a whole programme on one day.
    """
    opening = _Opening(graph)
    nodes = {name: opening.node(node) for name, node in graph.nodes.items()}
    whole = replace(graph, nodes=nodes, answers=dict(graph.answers) | _ASKED_BESIDES)
    words = {name: tuple(found) for name, found in opening.words.items()}
    return Opened(whole, tuple(opening.places), words)


class _Opening:
    """Finds the places of a graph and gives its rules with the places open."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.places: list[Place] = []
        self.words: dict[str, dict[str, None]] = {}
        self._named: dict[str, dict[float, None]] = {}
        #: By rule: names are one column in all rules of a programme.
        self._inside: dict[str, dict[Column, tuple[Place, Column | None]]] = {}
        for node in graph.nodes.values():
            self._inside[node.name] = {}
            self._look(node.name, node.column)
        self._number: dict[str, int] = {}
        for name, limits in self._named.items():
            rule = name in graph.nodes
            type_ = graph.nodes[name].type if rule else graph.inputs[name]
            self._number[name] = self._place(name, type_, limits, inside=rule).number

    def node(self, node: Node) -> Node:
        """The rule with its places open."""
        column = self._open(node.column, self._inside[node.name], {})
        if number := self._number.get(node.name):
            column = _moved(number, column)
        if node.role is RuleRole.CLAUSE:
            column = when(_asked(MET), True).otherwise(column)
        return replace(node, column=column, inputs=(*node.inputs, *_ASKED_BESIDES))

    def _look(self, rule: str, column: Column) -> None:
        if column.op == "band":
            table: BandTable = column.args[1]
            self._note(rule, column.args[0], [r.high for r in table.rows if r.high is not None])
        if column.op in ("ge", "gt", "le", "lt", "eq", "ne"):
            self._compare(rule, *column.args)
        if column.op in ("one_of", "has_word", "eq", "ne") and column.args[0].op == "input":
            self._words(column)
        for one in column.args:
            if isinstance(one, Column):
                self._look(rule, one)

    def _words(self, column: Column) -> None:
        name = column.args[0].args[0]
        for one in column.args[1:]:
            word = one.args[-1] if one.op in ("literal", "parameter") else None
            if isinstance(word, str):
                listed = f"|{word}|" if column.op == "has_word" else word
                self.words.setdefault(name, {})[listed] = None

    def _compare(self, rule: str, left: Column, right: Column) -> None:
        if left.type not in (Type.NUMBER, Type.DAY):
            return
        from_left, from_right = self._values(left), self._values(right)
        if from_right:
            self._note(rule, left, from_right)
        if from_left:
            self._note(rule, right, from_left)
        inside = self._inside[rule]
        if not from_left and not from_right and left not in inside:
            inside[left] = (self._place(rule, left.type, ()), right)

    def _note(self, rule: str, column: Column, limits: list[float]) -> None:
        found = dict.fromkeys(float(one) for one in limits)
        if column.op == "input" and column.args[0] != "on":
            self._named.setdefault(column.args[0], {}).update(found)
        elif _asks(column) and column not in self._inside[rule]:
            self._inside[rule][column] = (self._place(rule, column.type, found), None)

    def _place(
        self, name: str, type_: Type, limits: Mapping[float, None] | tuple[()], inside: bool = True
    ) -> Place:
        place = Place(len(self.places) + 1 if inside else 0, name, type_, tuple(limits))
        self.places.append(place)
        return place

    def _values(self, column: Column) -> list[float]:
        """What a limit may be: known without looking at a row."""
        if column.op == "input" and column.args[0] in self.graph.nodes:
            return self._values(self.graph.nodes[column.args[0]].column)
        if column.op == "band":
            return [float(r.value) for r in column.args[1].rows if r.value is not None]
        if column.op in ("when", "least", "greatest", "best_of", "known_or", "first_known"):
            results = (*column.args[1:-1:2], column.args[-1])
            chosen = results if column.op == "when" else column.args
            return [value for one in chosen for value in self._values(one)]
        if _asks(column):
            return []
        value = compute_column(column, {}).over(1).at(0)
        return [] if value is None else [float(value)]

    def _open(
        self,
        column: Column,
        inside: Mapping[Column, tuple[Place, Column | None]],
        seen: dict[Column, Column],
    ) -> Column:
        if column not in seen:
            args = tuple(
                self._open(one, inside, seen) if isinstance(one, Column) else one
                for one in column.args
            )
            same = all(new is old for new, old in zip(args, column.args, strict=True))
            made = column if same else Column(column.op, args, column.type)
            if column in inside:
                place, limit = inside[column]
                made = _moved(place.number, made, limit)
            seen[column] = made
        return seen[column]


def _moved(number: int, column: Column, limit: Column | None = None) -> Column:
    """The expression, or in rows that set it what they set it to (counted from a computed limit)."""
    here: Any = _asked(MOVED) == number
    if column.type is Type.DAY:
        to = _asked(MOVED_TO_DAY) if limit is None else limit
    else:
        to = _asked(MOVED_TO) if limit is None else limit + _asked(MOVED_TO)
    return when(here, to).otherwise(column)


def _asked(name: str) -> Column:
    return Column("input", (name,), _ASKED_BESIDES[name])


def _asks(column: Column) -> bool:
    """Whether anything in it is read from a row."""
    if column.op == "input":
        return True
    return any(isinstance(one, Column) and _asks(one) for one in column.args)


_ASKED_BESIDES = {
    MOVED: Type.NUMBER,
    MOVED_TO: Type.NUMBER,
    MOVED_TO_DAY: Type.DAY,
    MET: Type.TRUTH,
}
