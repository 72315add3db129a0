"""Runs a worked case of a programme and says what did not come out as it must."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pyarrow as pa

from ceyuan.authoring.rules import Type
from ceyuan.engines.rules.absurd import figures
from ceyuan.engines.rules.arrays import compute
from ceyuan.engines.rules.day import day_of
from ceyuan.engines.rules.graph import Graph
from ceyuan.engines.rules.parameter import computed
from ceyuan.engines.rules.programme import Programme
from ceyuan.engines.rules.types import money_of
from ceyuan.engines.rules.vector import Vector, constant
from ceyuan.engines.rules.whole import whole_graph
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import CeyuanError

#: What stands for a value nobody knows.
UNKNOWN = "unknown"

#: How close a number that is not money must come.
NEAR = 5e-7


@dataclass(frozen=True, slots=True)
class Case:
    """A situation and what must come out, as `examples.toml` has them."""

    on: date
    given: Mapping[str, Any]
    expect: Mapping[str, Any]
    parameters: Mapping[str, Any]


def case_graph(programme: Programme, case: Case) -> Graph:
    """The programme of the day of a case, with the parameters it sets.

    Raises:
        RuleFault, Faults: the programme or the parameters are not as they must be.
    """
    if case.parameters:
        programme = programme.changed(case.parameters, case.on, "例子")
    return whole_graph(programme, case.on)


def case_columns(graph: Graph, given: Mapping[str, Any]) -> dict[str, Vector]:
    """The one row a case describes, as columns of one value each; what is no figure is unknown.

    Raises:
        CeyuanError: a name the programme does not know, or a value that does not fit.
    """
    money = money_of(graph)
    columns = {}
    for name, value in given.items():
        asked = graph.asked.get(name) or graph.programme.asked(name)
        if name in graph.nodes:
            type_, unit = graph.nodes[name].type, "元" if money.get(name) == 1 else ""
        elif name in graph.answers:
            type_, unit = graph.answers[name], "元" if money.get(name) == 1 else ""
        elif asked is not None:
            type_, unit = asked.type, "" if asked.field.unit == "%" else asked.field.unit
        else:
            raise CeyuanError(
                Bilingual(f"给出的 {name!r} 不是字段或规则", f"{name!r} is no field or rule")
            )
        columns[name] = constant(
            None if value == UNKNOWN else _fit(value, type_, unit, name), type_
        )
    return _figures(columns, graph)


def _figures(columns: dict[str, Vector], graph: Graph) -> dict[str, Vector]:
    """The columns as a table of them would be fitted: a headcount below zero is unknown."""
    numbers = {
        name: pa.chunked_array([pa.array([columns[name].at(0)], pa.float64())])
        for name, asked in graph.asked.items()
        if name in columns and asked.type is Type.NUMBER
    }
    _, absurd = figures(numbers, [graph])
    return columns | {one.column: constant(None, Type.NUMBER) for one in absurd}


def complaints(programme: Programme, case: Case) -> Iterator[Bilingual]:
    """What does not come out as the case says; nothing is good."""
    try:
        yield from _complaints(programme, case)
    except CeyuanError as problem:
        yield Bilingual(problem.told("zh"), problem.told("en"))


def _complaints(programme: Programme, case: Case) -> Iterator[Bilingual]:
    expect = dict(case.expect)
    in_force = programme.in_force(case.on)
    if expect.pop("in_force", True) != in_force:
        yield Bilingual(
            f"{case.on} 当日该政策{'' if in_force else '不'}有效",
            f"on {case.on} the programme is {'' if in_force else 'not '}in force",
        )
        return
    if not expect:
        if in_force:
            yield Bilingual("例子没有说必须得出什么", "the example does not say what must come out")
        return
    graph = case_graph(programme, case)
    made = compute(graph, case_columns(graph, case.given))
    money = money_of(graph)
    for name, wanted in expect.items():
        if name not in made:
            yield Bilingual(f"没有规则 {name}", f"there is no rule {name}")
            continue
        got = made[name].over(1).at(0)
        if not _same(got, wanted, graph.nodes[name].type, money.get(name, 0)):
            shown = _shown(got, graph.nodes[name].type, money.get(name, 0))
            yield Bilingual(
                f"{name} 得出 {shown}，应为 {_print(wanted)}",
                f"{name} came out as {shown}, not {_print(wanted)}",
            )


def _fit(value: Any, type_: Type, unit: str, name: str) -> Any:
    if isinstance(value, list) and type_ is Type.TEXT:
        return f"|{'|'.join(str(one) for one in value)}|"
    fits = {
        Type.NUMBER: isinstance(value, int | float) and not isinstance(value, bool),
        Type.TRUTH: isinstance(value, bool),
        Type.TEXT: isinstance(value, str),
        Type.DAY: isinstance(value, date),
    }[type_]
    if not fits:
        raise CeyuanError(
            Bilingual(f"给出的 {name} = {value!r} 不合适", f"{name} = {value!r} will not do"),
        )
    return computed(value, unit)


def _same(got: Any, wanted: Any, type_: Type, money: int) -> bool:
    if wanted == UNKNOWN or got is None:
        return got is None and wanted == UNKNOWN
    if type_ is Type.DAY:
        return isinstance(wanted, date) and got == computed(wanted, "")
    if type_ is not Type.NUMBER:
        return type(wanted) is type(got) and bool(got == wanted)
    if isinstance(wanted, bool) or not isinstance(wanted, int | float):
        return False
    if money == 1:
        return bool(abs(got - computed(wanted, "元")) < 0.5)
    return bool(abs(got - wanted) <= NEAR * max(1.0, abs(wanted)))


def _shown(got: Any, type_: Type, money: int) -> str:
    if got is None:
        return UNKNOWN
    if type_ is Type.DAY:
        return day_of(got).isoformat()
    if type_ is Type.NUMBER:
        return f"{got / 100:,.2f} 元" if money == 1 else f"{got:.10g}"
    return _print(got)


def _print(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
