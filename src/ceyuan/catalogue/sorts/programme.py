"""Programmes: policies and qualifications as dated rules."""

import inspect
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from ceyuan.authoring.rules import rule_of
from ceyuan.catalogue.fault import CatalogueFault, fault
from ceyuan.catalogue.item import Item
from ceyuan.catalogue.kind_file import read_fields
from ceyuan.catalogue.parameter_file import read_parameters
from ceyuan.catalogue.programme_example import ProgrammeExample
from ceyuan.catalogue.sort import CardKey, Role, Sort
from ceyuan.catalogue.toml_file import gather, read_toml
from ceyuan.engines.rules.graph import graph_of
from ceyuan.engines.rules.programme import Programme, WrittenRule
from ceyuan.engines.rules.types import type_faults
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import CeyuanError, Faults
from ceyuan.model.kind import Field, Kind

_GROUPS = ("qualification", "award", "tax", "credit", "classification", "carrier")
_MARKS = ("derived", "clause", "score", "award")


class ProgrammeItem(Item):
    """The folder of a programme."""

    kinds: Mapping[str, Kind]
    others: Mapping[str, "ProgrammeItem"]

    @property
    def kind(self) -> str:
        """What a row of it is."""
        return str(self.card.rest["kind"])

    @cached_property
    def programme(self) -> Programme:
        """The rules, ready to be asked for a day.

        Raises:
            Faults: what is wrong with its Python, parameters or inputs.
        """
        faults: list[CeyuanError] = []
        shown = f"{self.shown}/parameters.toml"
        parameters = read_parameters(self.folder / "parameters.toml", shown, faults)
        fields = {f.id: f for f in (*self._kind_fields(faults), *self._own_fields(faults))}
        rules: dict[str, WrittenRule] = {}
        try:
            for mark in self.functions.values():
                for function in mark:
                    rule = rule_of(function)
                    assert rule is not None
                    line = function.__code__.co_firstlineno
                    sentence = inspect.cleandoc(function.__doc__ or "")
                    rules[function.__name__] = WrittenRule(
                        function.__name__, function, rule, sentence, line
                    )
        except Faults as several:
            faults.extend(several.faults)
        if faults:
            raise Faults(faults)
        card = self.card
        ordered = dict(sorted(rules.items(), key=lambda pair: pair[1].line))
        return Programme(
            self.name,
            card.term,
            self.shown,
            self.kind,
            ordered,
            parameters,
            fields,
            card.valid_from,
            card.rest.get("valid_until"),
            card.version,
            {
                "about": card.about,
                "authority": card.authority,
                "jurisdiction": card.jurisdiction,
                **{key: value for key, value in card.rest.items() if value not in ("", None)},
                "document": _documents(card.rest.get("document")),
            },
            self._other,
        )

    def faults(self) -> list[CeyuanError]:
        """Everything wrong with it, on every day on which something about it changes."""
        found: list[CeyuanError] = []
        try:
            programme = self.programme
        except Faults as several:
            return [*several.faults, *self._example_faults()]
        found.extend(self._clashes())
        seen: set[str] = set()
        for day in regime_days(programme):
            try:
                faults: Sequence[CeyuanError] = type_faults(graph_of(programme, day))
            except Faults as several:
                faults = several.faults
            for one in faults:
                if one.told("en") not in seen:
                    seen.add(one.told("en"))
                    found.append(one)
        return found + self._example_faults()

    def _clashes(self) -> list[CeyuanError]:
        """Inputs that another programme about the same kind has with another type or unit."""
        mine = {f.id: f for f in self._own_fields([])}
        found: list[CeyuanError] = []
        for other in self.others.values():
            if other.kind != self.kind or other.name >= self.name:
                continue
            for one in other._own_fields([]):
                own = mine.get(one.id)
                if own and (own.type, own.unit, own.many) != (one.type, one.unit, one.many):
                    found.append(
                        fault(
                            f"{one.id} 在 {other.name} 中是另一种类型或单位",
                            f"{one.id} is of another type or unit in {other.name}",
                            where=f"{self.shown}/inputs.toml {one.id}",
                            remedy_zh="改成一致，或换一个 id",
                            remedy_en="make them the same, or choose another id",
                        )
                    )
        return found

    def _example_faults(self) -> list[CeyuanError]:
        try:
            self.examples  # noqa: B018
        except Faults as several:
            return list(several.faults)
        return []

    def _other(self, name: str) -> Programme | None:
        item = self.others.get(name)
        return item.programme if item else None

    def _kind_fields(self, faults: list[CeyuanError]) -> tuple[Field, ...]:
        if self.kind in self.kinds:
            return self.kinds[self.kind].fields
        known = "、".join(self.kinds)
        faults.append(
            fault(
                f"kind = {self.kind!r} 不是类别",
                f"kind = {self.kind!r} is no kind",
                where=f"{self.shown}/card.toml",
                remedy_zh=f"可选：{known}",
                remedy_en=f"choose one of {known}",
            )
        )
        return ()

    def _own_fields(self, faults: list[CeyuanError]) -> list[Field]:
        path, shown = self.folder / "inputs.toml", f"{self.shown}/inputs.toml"
        if not path.is_file():
            return []
        raw = gather(faults, lambda: read_toml(path, shown))
        read = read_fields((raw or {}).get("field", []), shown, faults)
        # Of an input only a notice asks, `source` is the paper that tells it.
        found = [replace(one, settled_by=one.settled_by or one.source) for one in read]
        held = self.kinds.get(self.kind)
        for one in found:
            if held and held.field(one.id):
                faults.append(
                    fault(
                        f"{self.kind} 已有字段 {one.id}",
                        f"the kind {self.kind} already has a field {one.id}",
                        where=f"{shown} {one.id}",
                        remedy_zh="直接用类别的字段，或换一个 id",
                        remedy_en="use the kind's field, or choose another id",
                    )
                )
        return found


def regime_days(programme: Programme) -> list[date]:
    """The days on which something about a programme changes, its first and last among them."""
    days = {value.start for p in programme.parameters.values() for value in p.values}
    for rule in programme.rules.values():
        days |= {rule.rule.since} if rule.rule.since else set()
        days |= {rule.rule.until + timedelta(1)} if rule.rule.until else set()
    days |= {programme.valid_from} if programme.valid_from else set()
    days |= {programme.valid_until} if programme.valid_until else set()
    return sorted(day for day in days if programme.in_force(day)) or [date(2025, 1, 1)]


def _documents(given: Any) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) and given else tuple(given or ())


def _together(items: Sequence[Item]) -> list[CatalogueFault]:
    found = []
    for item in items:
        group = item.card.rest.get("group", "")
        if group and group not in _GROUPS:
            found.append(
                fault(
                    f"group = {group!r} 不在可选之列",
                    f"group = {group!r} is none of those there are",
                    where=f"{item.shown}/card.toml",
                    remedy_zh=f"可选：{'、'.join(_GROUPS)}",
                    remedy_en=f"choose one of {', '.join(_GROUPS)}",
                )
            )
    return found


SORT = Sort(
    name="programme",
    term=Bilingual("政策", "programme"),
    place="programmes",
    file="rules.py",
    roles=tuple(Role(mark, required=False, many=True) for mark in _MARKS),
    files=("parameters.toml",),
    card_keys=(
        CardKey("kind", str, required=True),
        CardKey("document", Any, default=()),
        CardKey("policy_clauses", list, default=None),
        CardKey("valid_until", date, default=None),
        CardKey("dating", str, default=""),
        CardKey("validity_years", int, default=None),
        CardKey("benefit", str, default=""),
        CardKey("stage", Any, default=""),
        CardKey("group", str, default=""),
    ),
    deep=True,
    item=ProgrammeItem,
    together=_together,
    example=ProgrammeExample,
)
