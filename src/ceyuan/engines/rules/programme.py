"""A policy or qualification as the engine sees it: rules, parameters, and what may be asked."""

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from ceyuan.authoring.rules import Column, Rule, Type
from ceyuan.engines.rules.parameter import Parameter, money_power
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.kind import Field, FieldType

#: What an answer of another programme looks like in a signature: `high_tech_enterprise__eligible`.
ANSWER_OF = "__"

#: The two answers every programme gives; `amount` only where it has awards.
ELIGIBLE, AMOUNT = "eligible", "amount"

#: Years before the last that a rule may ask for: `revenue_1` to `revenue_4`.
EARLIER_YEARS = 4


@dataclass(frozen=True, slots=True)
class WrittenRule:
    """A function of `rules.py` with its mark."""

    name: str
    function: Callable[..., Any] = field(repr=False)
    rule: Rule
    sentence: str
    line: int

    @property
    def signature(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The names it takes, in the order written: inputs, and parameters (those after the `*`)."""
        taken = inspect.signature(self.function).parameters.values()
        parameters = tuple(one.name for one in taken if one.kind is one.KEYWORD_ONLY)
        return tuple(one.name for one in taken if one.name not in parameters), parameters

    def in_force(self, on: date) -> bool:
        """Whether the rule holds on a day."""
        since, until = self.rule.since, self.rule.until
        return (since is None or since <= on) and (until is None or on <= until)


@dataclass(frozen=True, slots=True)
class Asked:
    """Something a rule may ask of a row: a field in one year.

    Attributes:
        name: as rules write it: `revenue_1`.
        type: what its column holds.
        field: the field of the kind, or of the programme's own inputs.
        years_back: how many fiscal years before the last.
    """

    name: str
    type: Type
    field: Field
    years_back: int = 0

    @property
    def money(self) -> bool:
        """Whether it is an amount of money, kept in fen."""
        return money_power(self.field.unit) == 1

    @property
    def term(self) -> Bilingual:
        """What people read: the field, and how many years back."""
        if not self.years_back:
            return self.field.term
        return Bilingual(
            f"{self.field.name}（前{self.years_back}年）",
            f"{self.field.english} ({self.years_back} years before)",
        )


def _alone(_name: str) -> "Programme | None":
    return None


@dataclass(frozen=True, eq=False)
class Programme:
    """One folder of rules, ready to be asked for a day.

    Attributes:
        name: the folder's name.
        title: what officers call it.
        shown: its folder, for messages.
        kind: what a row is.
        rules: by name, in the order written.
        parameters: by name.
        fields: by identifier: those of the kind and the programme's own inputs, which win.
        card: everything else the card says (`authority`, `document`, `jurisdiction`, `group` …).
        others: the other programmes of the district, whose answers a rule may take.
    """

    name: str
    title: Bilingual
    shown: str
    kind: str
    rules: Mapping[str, WrittenRule]
    parameters: Mapping[str, Parameter]
    fields: Mapping[str, Field]
    valid_from: date | None = None
    valid_until: date | None = None
    version: str = "1"
    card: Mapping[str, Any] = field(default_factory=dict)
    others: "Callable[[str], Programme | None]" = field(default=_alone, repr=False)

    def in_force(self, on: date) -> bool:
        """Whether the programme holds on a day."""
        return (self.valid_from is None or self.valid_from <= on) and (
            self.valid_until is None or on <= self.valid_until
        )

    def asked(self, name: str) -> Asked | None:
        """What a name in a signature asks of a row; None where it is no field."""
        if name in self.fields:
            return Asked(name, _TYPES[self.fields[name].type], self.fields[name])
        stem, _, back = name.rpartition("_")
        if back.isdigit() and 1 <= int(back) <= EARLIER_YEARS and stem in self.fields:
            held = self.fields[stem]
            if held.type is FieldType.QUANTITY:
                return Asked(name, Type.NUMBER, held, int(back))
        if name.endswith("_points"):
            words = name.removesuffix("_points")
            points = Field(
                name, f"专家评分 {words}", f"points for {words}", FieldType.QUANTITY, "分"
            )
            return Asked(name, Type.NUMBER, points)
        return None

    def changed(self, values: Mapping[str, Any], on: date, source: str) -> "Programme":
        """The same programme with other values of parameters from a day on.

        Args:
            values: by parameter, in the unit written.
            on: the first day they hold.
            source: what stands behind them in an answer.

        Raises:
            RuleFault: a name is no parameter, or the value does not go with its unit.
        """
        from ceyuan.engines.rules.fault import rule_fault
        from ceyuan.engines.rules.parameter import parameter_faults

        made = dict(self.parameters)
        for name, value in values.items():
            if name not in made:
                raise rule_fault(
                    f"政策 {self.name} 没有参数 {name!r}",
                    f"the programme {self.name} has no parameter {name!r}",
                    where=self.shown,
                    remedy_zh=f"可改的参数：{'、'.join(made)}",
                    remedy_en=f"its parameters: {', '.join(made)}",
                )
            given = made[name].given(tuple(value) if isinstance(value, list) else value, on, source)
            for fault in parameter_faults(given, self.shown):
                raise fault
            made[name] = given
        return replace(self, parameters=made)


_TYPES = {
    FieldType.QUANTITY: Type.NUMBER,
    FieldType.TRUTH: Type.TRUTH,
    FieldType.DATE: Type.DAY,
    FieldType.TEXT: Type.TEXT,
    FieldType.CODE: Type.TEXT,
    FieldType.CHOICE: Type.TEXT,
    FieldType.REFERENCE: Type.TEXT,
}


def on_column() -> Column:
    """The day asked, as a column."""
    return Column("input", ("on",), Type.DAY)
