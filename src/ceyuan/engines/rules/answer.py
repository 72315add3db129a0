"""What a programme says of each row, ready to be shown."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np
import pyarrow as pa

from ceyuan.authoring.rules import Type
from ceyuan.engines.rules.day import day_number, day_of
from ceyuan.engines.rules.engine import Engine
from ceyuan.engines.rules.gap import Gap, gaps
from ceyuan.engines.rules.graph import Graph, Held
from ceyuan.engines.rules.missing import Missing, missing
from ceyuan.engines.rules.parameter import Mark, written
from ceyuan.engines.rules.programme import AMOUNT, ANSWER_OF, ELIGIBLE, Programme
from ceyuan.engines.rules.table import vector_of_column, vectors_of
from ceyuan.engines.rules.types import money_of
from ceyuan.engines.rules.undecided import other_end, undecided
from ceyuan.engines.rules.vector import Vector, constant
from ceyuan.model.bilingual import Bilingual


@dataclass(frozen=True, slots=True)
class Lack:
    """Something that keeps an answer unknown: what it is, and what would settle it."""

    name: str
    what: Bilingual
    settled_by: str = ""


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A limit that is not met: how much there is, how much is asked, in the unit people read.

    `comparison` is `ge`, `gt`, `le` or `lt`: at exactly the limit `gt` and `lt` are not met.
    """

    clause: str
    what: str
    value: float
    limit: float
    short_by: float
    unit: str
    parameter: str = ""
    comparison: str = "ge"


@dataclass(frozen=True, slots=True)
class Answer:
    """One programme about one row.

    Attributes:
        programme: its name.
        on: the day asked.
        row: number of the row.
        eligible: None where it cannot be determined.
        amount: in 元; None where there is none or it cannot be determined.
        clauses: each condition met, not met or unknown.
        values: every other rule; money in 元, days as dates.
        missing: what keeps it unknown.
        gaps: limits not met.
        remarks: what to know of the numbers it rests on (recalled, invented).
    """

    programme: str
    on: date
    row: int
    eligible: bool | None
    amount: float | None
    clauses: dict[str, bool | None]
    values: dict[str, Any]
    missing: tuple[Lack, ...] = ()
    gaps: tuple[Shortfall, ...] = ()
    remarks: tuple[Bilingual, ...] = ()


@dataclass(frozen=True)
class Answers:
    """One programme about all rows, as columns.

    Attributes:
        graph: the programme on its day.
        given: the inputs.
        made: every rule.
        rows: how many.
    """

    graph: Graph
    given: dict[str, Vector]
    made: dict[str, Vector]
    rows: int

    @cached_property
    def money(self) -> dict[str, int]:
        """How often money is a factor of each rule."""
        return money_of(self.graph)

    @cached_property
    def missing(self) -> Missing:
        """What keeps answers unknown, and in which rows."""
        return missing(self.graph, self.made, self.given, self.rows)

    @cached_property
    def gaps(self) -> list[Gap]:
        """The limits that rows miss."""
        known = {name: constant(None, type_) for name, type_ in self.graph.inputs.items()}
        known |= self.given | self.made
        known["on"] = constant(day_number(self.graph.on), Type.DAY)
        return gaps(self.graph, known, self.rows)

    @property
    def programme(self) -> Programme:
        """Whose answers they are."""
        return self.graph.programme

    def count(self) -> tuple[int, int, int]:
        """How many rows are eligible, not eligible, unknown."""
        verdict = self.made[ELIGIBLE].over(self.rows)
        unknown = int(verdict.unknown(self.rows).sum())
        yes = int((verdict.values & ~verdict.unknown(self.rows)).sum())
        return yes, self.rows - yes - unknown, unknown

    def cost(self) -> float:
        """What all amounts come to, in 元; unknown ones are left out."""
        if AMOUNT not in self.made:
            return 0.0
        amount = self.made[AMOUNT].over(self.rows)
        return float(np.where(amount.unknown(self.rows), 0.0, amount.values).sum()) / 100

    def each(self) -> Iterator[Answer]:
        """The answer of every row, in order."""
        own = [n for n in self.graph.nodes.values() if ANSWER_OF not in n.name]
        clauses = {n.name: self._python(n.name) for n in self.graph.clauses}
        others = [n for n in own if n.name not in clauses and n.name not in (ELIGIBLE, AMOUNT)]
        values = {n.name: self._python(n.name) for n in others}
        eligible = self._python(ELIGIBLE)
        amount = self._python(AMOUNT) if AMOUNT in self.made else [None] * self.rows
        lacks = self._lacks()
        short = self._shortfalls()
        remarks = tuple(remarks_of(self.graph))
        for row in range(self.rows):
            yield Answer(
                self.programme.name,
                self.graph.on,
                row,
                eligible[row],
                amount[row],
                {name: column[row] for name, column in clauses.items()},
                {name: column[row] for name, column in values.items()},
                tuple(lack for lack, mask in lacks if mask[row]),
                tuple(one for one in (make(row) for make in short) if one is not None),
                remarks,
            )

    def _python(self, name: str) -> list[Any]:
        type_ = self.graph.nodes[name].type
        vector = self.made[name].over(self.rows)
        values: list[Any] = vector.values.tolist()
        if type_ is Type.NUMBER and self.money.get(name) == 1:
            values = (np.round(vector.values) / 100).tolist()
        if type_ is Type.DAY:
            values = [day_of(day) for day in values]
        unknown = vector.unknown(self.rows)
        if not unknown.any():
            return values
        return [None if lost else v for v, lost in zip(values, unknown.tolist(), strict=True)]

    def _lacks(self) -> list[tuple[Lack, Any]]:
        found: list[tuple[Lack, Any]] = []
        for name, mask in self.missing.inputs.items():
            asked = self.graph.asked.get(name)
            term = asked.term if asked else Bilingual(name, name)
            found.append((Lack(name, term, asked.field.settled_by if asked else ""), mask))
        for name, mask in self.missing.parameters.items():
            held = self.graph.held[name]
            source = held.value.source if held.value else ""
            found.append((Lack(name, _no_value(name, held, self.graph.on), source), mask))
        for name, mask in self.missing.rules.items():
            if other_end(name) in self.missing.rules:
                continue  # the two ends of one score: said once
            for why, rows in undecided(self.graph, self.made, name, mask, self.rows):
                said = Bilingual(f"{self.sentence(name)}：{why.zh}", f"{name}: {why.en}")
                found.append((Lack(name, said), rows))
        return found

    def sentence(self, name: str) -> str:
        """What people call a rule or input."""
        if name in self.graph.asked:
            return self.graph.asked[name].term.zh
        node = self.graph.nodes.get(name)
        return (
            node.sentence.splitlines()[0].rstrip("。") if node and node.sentence else ""
        ) or name

    def _shortfalls(self) -> list[Any]:
        return [self._shortfall(gap) for gap in self.gaps]

    def _shortfall(self, gap: Gap) -> Any:
        limit = gap.limit
        unit = ""
        if limit.parameter in self.graph.held:
            unit = self.graph.held[limit.parameter].parameter.unit
        elif limit.what and self.money.get(limit.what) == 1:
            unit = "元"

        def make(row: int) -> Shortfall | None:
            if not gap.unmet[row]:
                return None
            have, asked = float(gap.value.values[row]), float(gap.bound.values[row])
            value, bound = written(have, unit), written(asked, unit)
            return Shortfall(
                limit.clause,
                limit.what or limit.clause,
                value,
                bound,
                abs(written(abs(asked - have), unit)),
                unit,
                limit.parameter,
                limit.comparison,
            )

        return make


def answers(engine: Engine, graph: Graph, table: pa.Table) -> Answers:
    """Ask an engine about every row of the table it holds."""
    made = engine.answer(graph)
    nodes = {
        name: vector_of_column(made[name], graph.nodes[name].type) for name in made.column_names
    }
    return Answers(graph, vectors_of(table, graph), nodes, len(table))


def _no_value(name: str, held: Held, on: date) -> Bilingual:
    """Why a parameter has no value that day: nobody published one, or it is of other days."""
    title = held.parameter.title
    if held.value is not None or not held.parameter.values:
        return Bilingual(
            f"参数“{title}”没有公布的数值", f"parameter {name} ({title}) has no published value"
        )
    later = next((v.start for v in held.parameter.values if v.start > on), None)
    if later is not None:
        return Bilingual(
            f"参数“{title}”自 {later} 起才有数值", f"parameter {name} ({title}) begins on {later}"
        )
    ended = held.parameter.values[-1].until
    return Bilingual(
        f"参数“{title}”只到 {ended} 有数值", f"parameter {name} ({title}) ended on {ended}"
    )


def remarks_of(graph: Graph) -> Iterator[Bilingual]:
    """What is to be known of the numbers a programme rests on that day."""
    for name, held in graph.held.items():
        value = held.value
        if value is not None and value.mark in (Mark.RECALLED, Mark.INVENTED):
            title = held.parameter.title
            yield Bilingual(
                f"{title}：{value.mark.term.zh}（{value.source}）",
                f"{name}: {value.mark.term.en} ({value.source})",
            )
