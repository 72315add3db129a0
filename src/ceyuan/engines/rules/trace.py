"""How one answer came about: every step with its inputs, its formula and the numbers it used."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ceyuan.authoring.rules import RuleRole, Type
from ceyuan.engines.rules.day import day_of
from ceyuan.engines.rules.formula import formula, formula_in_words
from ceyuan.engines.rules.graph import Graph, Held
from ceyuan.engines.rules.parameter import written
from ceyuan.engines.rules.types import money_of
from ceyuan.engines.rules.vector import Vector

#: Where the name in a sentence ends, and how long a name may be to stand in a formula.
_ENDS = re.compile("[。：；，（\\n]")
_LONGEST_NAME = 32


@dataclass(frozen=True, slots=True)
class UsedNumber:
    """A parameter a step used: its value in the unit written, and where that stands."""

    name: str
    title: str
    value: Any
    unit: str
    source: str
    mark: str
    start: date | None


@dataclass(frozen=True, slots=True)
class TracedInput:
    """What a row gave: a value, and the fact it comes from where there is one."""

    name: str
    title: str
    value: Any
    unit: str
    fact: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One rule of the trace.

    `value` is in the unit people read; `inputs` are names of steps and inputs; `in_words` is the
    formula with what people call its names; `called` is what they call the step, its name where its
    sentence is too long to be one.
    """

    name: str
    role: RuleRole
    article: str
    sentence: str
    formula: str
    value: Any
    unit: str
    inputs: tuple[str, ...]
    parameters: tuple[UsedNumber, ...]
    in_words: str = ""
    called: str = ""


@dataclass(frozen=True, slots=True)
class Trace:
    """The steps of an answer in the order computed, and what the row gave."""

    programme: str
    on: date
    steps: tuple[Step, ...]
    inputs: tuple[TracedInput, ...]


def trace(
    graph: Graph,
    made: Mapping[str, Vector],
    given: Mapping[str, Vector],
    row: int,
    facts: Mapping[str, str] | None = None,
) -> Trace:
    """The way to the answer of one row, from the stored steps; nothing is computed again.

    Args:
        graph: the whole programme on its day.
        made: every node.
        given: the inputs.
        row: number of the row.
        facts: for inputs, the fact each value comes from.
    """
    money = money_of(graph)
    called = names_in_words(graph)
    steps = tuple(
        Step(
            node.name,
            node.role,
            node.article,
            node.sentence,
            formula(node.column),
            value_read(
                made[node.name].at(row), node.type, "元" if money.get(node.name) == 1 else ""
            ),
            "元" if money.get(node.name) == 1 else "",
            tuple(name for name in node.inputs if name != "on"),
            tuple(_used(name, graph.held[name]) for name in node.parameters),
            formula_in_words(node.column, called),
            called[node.name],
        )
        for node in graph.nodes.values()
    )
    inputs = tuple(
        TracedInput(
            name,
            asked.term.zh,
            value_read(given[name].at(row), asked.type, asked.field.unit)
            if name in given
            else None,
            asked.field.unit,
            (facts or {}).get(name, ""),
        )
        for name, asked in graph.asked.items()
    )
    return Trace(graph.programme.name, graph.on, steps, inputs)


def names_in_words(graph: Graph) -> dict[str, str]:
    """What people call inputs, parameters and steps; a step whose sentence is long keeps its name."""
    called = {"on": "测算日"}
    for node in graph.nodes.values():
        short = _ENDS.split(node.sentence.strip(), maxsplit=1)[0]
        called[node.name] = short if 0 < len(short) <= _LONGEST_NAME else node.name
    called |= {name: asked.term.zh for name, asked in graph.asked.items()}
    return called | {name: held.parameter.title for name, held in graph.held.items()}


def value_read(value: Any, type_: Type, unit: str) -> Any:
    """A computed value as people read it: days as dates, numbers in the unit written."""
    if value is None:
        return None
    if type_ is Type.DAY:
        return day_of(value)
    return written(value, unit) if type_ is Type.NUMBER else value


def _used(name: str, held: Held) -> UsedNumber:
    value = held.value
    return UsedNumber(
        name,
        held.parameter.title,
        value.value if value else None,
        held.parameter.unit,
        value.source if value else "",
        value.mark.value if value else "",
        value.start if value else None,
    )
