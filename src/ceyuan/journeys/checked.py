"""One programme about one subject, put together for a page: conditions, limits, what is lacking."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pyarrow as pa

from ceyuan.authoring.policy import (
    Checked,
    Condition,
    Given,
    Lacking,
    Limit,
    Notice,
    NumberUsed,
    OneChange,
    StepLine,
)
from ceyuan.authoring.rules import RuleRole, Type
from ceyuan.engines.rules import gap
from ceyuan.engines.rules.answer import Answer, Answers, Shortfall
from ceyuan.engines.rules.arrays import compute_column
from ceyuan.engines.rules.distance import Change, distance
from ceyuan.engines.rules.graph import Graph, Node
from ceyuan.engines.rules.parameter import Mark, written
from ceyuan.engines.rules.snapshot import FACT
from ceyuan.engines.rules.trace import Trace, trace
from ceyuan.engines.rules.vector import Vector, constant
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.kind import Field, FieldType

#: Changes shown, the smallest.
_MOST_CHANGES = 5

#: Steps that are results, where no step of these sorts is made of them.
_RESULTS = (RuleRole.AWARD, RuleRole.SCORE)
_MADE = (*_RESULTS, RuleRole.DERIVED)

_EPOCH = date(1970, 1, 1)
_MET = {
    "ge": lambda a, b: a >= b,
    "gt": lambda a, b: a > b,
    "le": lambda a, b: a <= b,
    "lt": lambda a, b: a < b,
}


def checked(notice: Notice, of: Answers, answer: Answer, facts: pa.Table | None) -> Checked:
    """Everything that decides one answer.

    Args:
        notice: the card.
        of: the programme over all rows.
        answer: of the row asked for.
        facts: the snapshot row, for the facts the values come from.
    """
    away = distance(of.graph, of.given, answer.row)
    steps = trace(of.graph, of.made, of.given, answer.row, facts_in(facts))
    return Checked(
        notice,
        answer.eligible,
        answer.amount,
        conditions_of(of, answer, steps),
        tuple(Lacking(one.what, one.settled_by) for one in answer.missing),
        changes_of(of.graph, away.changes),
        away.from_day,
        changes_of(of.graph, away.losses),
        remarks_together(of.graph),
        steps_of(steps),
        changes_of(of.graph, away.together),
        away.together_from,
        tuple(of.sentence(one.clause) for one in away.stuck),
    )


def facts_in(row: pa.Table | None) -> dict[str, str]:
    """By input, the fact its value comes from."""
    if row is None:
        return {}
    named = (name for name in row.column_names if name.endswith(FACT))
    return {name.removesuffix(FACT): str(row[name][0].as_py() or "") for name in named}


def conditions_of(of: Answers, answer: Answer, steps: Trace) -> tuple[Condition, ...]:
    """The conditions in the order of the notice, each with its limits and what it rests on."""
    graph = of.graph
    here = _row(of, answer.row)
    values = {one.name: one for one in steps.inputs}
    made = []
    for clause in graph.clauses:
        needed = graph.needs(clause.name)
        given = tuple(
            Given(
                asked.term,
                choice_said(asked.field, values[name].value),
                asked.field.unit,
                values[name].fact,
                asked.field.settled_by,
            )
            for name, asked in graph.asked.items()
            if name in needed
        )
        limits = tuple(_limits(of, clause, here))
        made.append(
            Condition(
                clause.name,
                clause.article,
                clause.sentence,
                answer.clauses[clause.name],
                clause.required,
                limits,
                given,
            )
        )
    return tuple(made)


def called(of: Answers, name: str) -> Bilingual:
    """What people call an input or a step; a step has only the words of the notice."""
    asked = of.graph.asked.get(name)
    return asked.term if asked else Bilingual(of.sentence(name), of.sentence(name))


def choice_said(field: Field, value: Any) -> Any:
    """The official word of a choice; of several, each by its own. Everything else as it is."""
    if field.type is not FieldType.CHOICE or not isinstance(value, str):
        return value
    terms = [field.choice_term(one) for one in filter(None, value.split("|"))]
    return Bilingual("、".join(t.zh for t in terms), ", ".join(t.en for t in terms))


def changes_of(graph: Graph, changes: Sequence[Change]) -> tuple[OneChange, ...]:
    """The smallest changes; those of years that are over stand last, for they can no longer be made."""
    made = [_change(graph, one) for one in changes]
    made.sort(key=lambda one: one.year is not None and one.year < graph.on.year - 1)
    return tuple(made[:_MOST_CHANGES])


def steps_of(steps: Trace) -> tuple[StepLine, ...]:
    """The steps of a trace with the numbers of the notice each used."""
    parts = {name for one in steps.steps if one.role in _MADE for name in one.inputs}
    return tuple(
        StepLine(
            one.name,
            one.role.value,
            one.article,
            one.sentence,
            one.value,
            # A share is printed as one where the name of the step says that it is one.
            one.unit or ("share" if one.name.endswith(("_share", "_growth")) else ""),
            Bilingual(one.in_words, one.formula),
            tuple(
                NumberUsed(
                    used.title,
                    None if isinstance(used.value, tuple) else used.value,
                    used.unit,
                    used.source,
                    Mark(used.mark).term if used.mark not in ("", Mark.SOURCED) else None,
                )
                for used in one.parameters
            ),
            one.role in _RESULTS and one.name not in parts,
        )
        for one in steps.steps
    )


def remarks_together(graph: Graph) -> tuple[Bilingual, ...]:
    """What is to be known of the numbers (recalled, invented), those of one source in one sentence."""
    titles: dict[tuple[Mark, str], list[tuple[str, str]]] = {}
    for name, held in graph.held.items():
        value = held.value
        if value is not None and value.mark in (Mark.RECALLED, Mark.INVENTED):
            titles.setdefault((value.mark, value.source), []).append((held.parameter.title, name))
    made = []
    for (mark, source), named in titles.items():
        zh, en = "、".join(t for t, _ in named[:3]), ", ".join(n for _, n in named[:3])
        if len(named) > 3:
            zh, en = f"{zh}等 {len(named)} 个数", f"{en} and others ({len(named)} in all)"
        made.append(
            Bilingual(f"{zh}：{mark.term.zh}（{source}）", f"{en}: {mark.term.en} ({source})")
        )
    return tuple(made)


def shortfall_limit(short: Shortfall, what: Bilingual | None) -> Limit:
    """A limit that is missed, as a page shows it."""
    by, by_unit = _short(short.short_by, short.unit)
    return Limit(
        what,
        short.value,
        short.comparison,
        short.limit,
        short.unit,
        False,
        by,
        by_unit,
        "",
        None,
    )


def _limits(of: Answers, clause: Node, here: Mapping[str, Vector]) -> list[Limit]:
    graph = of.graph
    found = []
    for one in gap.limits_of(graph, clause):
        have = compute_column(one.value, here).over(1).at(0)
        asked = compute_column(one.bound, here).over(1).at(0)
        unit, source, mark = _number(of, one)
        met = None if have is None or asked is None else bool(_MET[one.comparison](have, asked))
        away = written(abs(asked - have), unit) if met is False else None
        short, short_unit = _short(away, unit)
        found.append(
            Limit(
                called(of, one.what) if one.what else None,
                written(have, unit),
                one.comparison,
                written(asked, unit),
                unit,
                met,
                short,
                short_unit,
                source,
                mark,
            )
        )
    return [one for one in found if not isinstance(one.value, str)]


def _short(by: float | None, unit: str) -> tuple[float | None, str]:
    """Shares are short by percentage points; everything else by its own unit."""
    return (by * 100, "百分点") if by is not None and unit == "share" else (by, unit)


def _number(of: Answers, limit: gap.Limit) -> tuple[str, str, Bilingual | None]:
    """The unit a limit is written in, where the notice says it, and how it is known."""
    held = of.graph.held.get(limit.parameter)
    if held is None:
        return ("元" if limit.what and of.money.get(limit.what) == 1 else ""), "", None
    value = held.value
    return (
        held.parameter.unit,
        value.source if value else "",
        value.mark.term if value and value.mark.value != "sourced" else None,
    )


def _row(of: Answers, row: int) -> dict[str, Vector]:
    """Every input and every step of one row."""
    types = {name: node.type for name, node in of.graph.nodes.items()} | dict(of.graph.inputs)
    known = of.given | of.made
    on = {"on": constant((of.graph.on - _EPOCH).days, Type.DAY)}
    return on | {
        name: constant(vector.at(row), types[name])
        for name, vector in known.items()
        if name in types
    }


def _change(graph: Graph, one: Change) -> OneChange:
    asked = graph.asked[one.input]
    # Points are given for an application, not for a year.
    yearly = asked.type is Type.NUMBER and not asked.field.stock and asked.field.unit != "分"
    year = graph.on.year - 1 - asked.years_back if yearly else None
    return OneChange(asked.term, one.now, one.then, one.unit, year)
