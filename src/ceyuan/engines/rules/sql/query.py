"""A programme on a day as one query: its rules in layers, each over the one before."""

from collections.abc import Collection, Mapping

from sqlglot import exp

from ceyuan.authoring.rules import Type
from ceyuan.engines.rules.graph import Graph
from ceyuan.engines.rules.sql.render import literal, rendered
from ceyuan.engines.rules.sql.tongue import Expression, Tongue

#: The column that says which row an answer belongs to.
ROW = "row"


def query(
    graph: Graph,
    tongue: Tongue,
    source: str,
    present: Collection[str],
    *,
    wanted: Collection[str] = (),
) -> str:
    """The query that gives one row of answers for each row of the source.

    Args:
        graph: a whole programme on one day.
        tongue: the engine.
        source: the table, or whatever stands after FROM.
        present: columns the source has; an input it has not is unknown, a rule it has is taken
            as it is.
        wanted: the rules to give; empty for all. `row` is passed on where
            the source has it.
    """
    present = [name for name in present if graph.takes(name)]
    nodes = {name: node for name, node in graph.nodes.items() if name not in present}
    asked = {name for node in graph.nodes.values() for name in node.inputs}
    given = [name for name in present if name in asked or name in graph.nodes or name == ROW]
    answers = list(wanted or graph.nodes)
    first: list[Expression] = [_name(name) for name in given]
    missing = [n for n in graph.inputs if n in asked and n not in present]
    first += [exp.alias_(literal(None, graph.inputs[n]), n, quoted=True) for n in missing]
    select = exp.select(
        *(first or [exp.alias_(literal(None, Type.NUMBER), "nothing", quoted=True)])
    )
    layers = [select.from_(exp.maybe_parse(source, into=exp.Table, dialect=tongue.name))]
    carried = [*given, *missing]
    for level in _levels(graph, nodes):
        made = [
            exp.alias_(rendered(nodes[name].column, tongue, graph.on), name, quoted=True)
            for name in level
        ]
        layers.append(exp.select(*(_name(name) for name in carried), *made).from_(_layer(layers)))
        carried += level
    kept = [name for name in (ROW, *answers) if name in carried]
    whole = exp.select(*(_name(name) for name in kept)).from_(_layer(layers))
    for number, one in enumerate(layers):
        whole = whole.with_(f"step_{number}", as_=one, materialized=tongue.fenced or None)
    return whole.sql(dialect=tongue.name, pretty=True)


def _levels(graph: Graph, nodes: Mapping[str, object]) -> list[list[str]]:
    depth: dict[str, int] = {}
    for name in nodes:
        depth[name] = 1 + max((depth.get(one, 0) for one in graph.nodes[name].inputs), default=0)
    return [
        [name for name in nodes if depth[name] == level]
        for level in range(1, max(depth.values(), default=0) + 1)
    ]


def _layer(layers: list[exp.Select]) -> str:
    return f"step_{len(layers) - 1}"


def _name(name: str) -> Expression:
    return exp.column(exp.to_identifier(name, quoted=True))
