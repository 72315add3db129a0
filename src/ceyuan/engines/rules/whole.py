"""A programme together with what it needs of other programmes, so that it can be computed alone."""

from dataclasses import replace
from datetime import date
from functools import lru_cache

from ceyuan.authoring.rules import BandTable, Column, RuleRole
from ceyuan.engines.rules.graph import Graph, Held, Node, graph_of
from ceyuan.engines.rules.programme import ANSWER_OF, Asked, Programme


@lru_cache(maxsize=2048)
def whole_graph(programme: Programme, on: date) -> Graph:
    """The graph of a day with the rules of other programmes it rests on, named `other__rule`.

    A programme that is not in force that day gives unknown answers.

    Raises:
        Faults: as `graph_of`, of this programme or of one it rests on.
    """
    graph = graph_of(programme, on)
    nodes: dict[str, Node] = {}
    asked: dict[str, Asked] = dict(graph.asked)
    held: dict[str, Held] = dict(graph.held)
    for name in graph.answers:
        other_name, _, rule = name.partition(ANSWER_OF)
        other = programme.others(other_name)
        assert other is not None
        if not other.in_force(on):
            unknown = Column("literal", (None,), graph.answers[name])
            nodes[name] = Node(name, unknown, sentence=f"{other.title.zh}：当日不在有效期内")
            continue
        inner = whole_graph(other, on)
        needed = inner.needs(rule)
        prefix = other_name + ANSWER_OF
        for node in inner.nodes.values():
            if node.name in needed:
                moved = _moved(node, prefix, inner)
                nodes[moved.name] = moved
                for one in node.parameters:
                    held[prefix + one] = inner.held[one]
        asked |= {one: what for one, what in inner.asked.items() if one in needed}
    return replace(graph, nodes=nodes | dict(graph.nodes), asked=asked, answers={}, held=held)


def _moved(node: Node, prefix: str, graph: Graph) -> Node:
    """A node under the name other programmes know it by."""
    seen: dict[Column, Column] = {}

    def name_of(name: str) -> str:
        return prefix + name if name in graph.nodes and ANSWER_OF not in name else name

    def move(column: Column) -> Column:
        if column not in seen:
            seen[column] = _move(column)
        return seen[column]

    def _move(column: Column) -> Column:
        if column.op == "input":
            return Column("input", (name_of(column.args[0]),), column.type)
        if column.op == "parameter":
            return Column("parameter", (prefix + column.args[0], column.args[1]), column.type)
        if column.op == "band":
            table: BandTable = column.args[1]
            args = (move(column.args[0]), BandTable(prefix + table.name, table.rows))
            return Column("band", args, column.type)
        if column.op == "literal":
            return column
        return Column(column.op, tuple(move(one) for one in column.args), column.type)

    return replace(
        node,
        name=name_of(node.name),
        column=move(node.column),
        inputs=tuple(name_of(one) for one in node.inputs),
        parameters=tuple(prefix + one for one in node.parameters),
        role=RuleRole.DERIVED,
    )
