"""A changed policy over everybody: who wins, who loses, what it costs."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ceyuan.engines.rules.answer import Answers, answers
from ceyuan.engines.rules.engine import open_engine
from ceyuan.engines.rules.parameter import DAY, TRUTH, WORDS
from ceyuan.engines.rules.programme import Programme
from ceyuan.engines.rules.simulate import Paid, Rationing, Reform, amounts, compare, ration
from ceyuan.engines.rules.table import fitted
from ceyuan.engines.rules.whole import whole_graph
from ceyuan.journeys.assess import Assessed
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import BadInput

#: From here on a database is faster than arrays, its planning included.
_MANY = 50_000


class BadSetting(BadInput):
    """`--set` does not say NAME=VALUE with a value of the parameter's unit."""


@dataclass(frozen=True)
class Simulated:
    """A reform with its budget, where there is one."""

    reform: Reform
    names: list[str]
    paid: Paid | None = None


def simulate(
    before: Assessed,
    programme: str,
    values: Mapping[str, Any],
    *,
    budget: float | None = None,
    how: Rationing = Rationing.FIRST_COME,
    draft: Programme | None = None,
    engine: str = "",
) -> Simulated:
    """The same rows under other parameters, or under a draft of the programme.

    Args:
        before: an assessment that has the programme.
        programme: its name.
        values: parameters changed, in the units written.
        budget: in 元; shared in the order of the rows where it does not suffice.
        how: first come or pro rata.
        draft: another version of the programme; None for the same rules.
        engine: what computes it; empty for the one that suits the number of rows.

    Raises:
        RuleFault: a name is no parameter, or its value does not fit.
    """
    old: Answers = next(one for one in before.answers if one.programme.name == programme)
    changed = (draft or old.programme).changed(values, before.on, "测算")
    graph = whole_graph(changed, before.on)
    kind = old.programme.kind
    source = before.own.values if before.own else (before.snapshots or {})[kind].values
    rows, _ = fitted(source, [graph])
    with open_engine(engine or ("numpy" if len(rows) < _MANY else "duckdb"), rows) as opened:
        new = answers(opened, graph, rows)
    reform = compare(old, new)
    paid = None if budget is None else ration(amounts(new), budget, how)
    return Simulated(reform, before.names[kind], paid)


def read_settings(programme: Programme, given: list[str], on: date) -> dict[str, Any]:
    """`NAME=VALUE` as values of parameters, in the units written.

    Numbers may be written with 万 or 亿 and, for shares, with %.

    Raises:
        BadSetting: not of that form, no such parameter, or a value that does not fit.
    """
    made: dict[str, Any] = {}
    for one in given:
        name, equals, value = one.partition("=")
        parameter = programme.parameters.get(name.strip())
        if not equals or parameter is None or parameter.bands:
            known = "、".join(n for n, p in programme.parameters.items() if not p.bands)
            raise BadSetting(
                Bilingual(f"--set {one!r} 不对", f"--set {one!r} will not do"),
                where="--set",
                remedy=Bilingual(
                    f"写成 名称=数值；可改：{known}", f"write NAME=VALUE; one of {known}"
                ),
            )
        made[name.strip()] = _value(value.strip(), parameter.unit, one)
    return made


def _value(value: str, unit: str, one: str) -> Any:
    try:
        if unit == DAY:
            return date.fromisoformat(value)
        if unit == TRUTH:
            return {"true": True, "是": True, "false": False, "否": False}[value.lower()]
        if unit == WORDS:
            return value
        scale = {"万": 1e4, "亿": 1e8, "%": 0.01}.get(value[-1:], 1)
        return float(value.rstrip("万亿%").replace(",", "")) * scale
    except (ValueError, KeyError):
        raise BadSetting(
            Bilingual(f"--set {one!r}：数值不对", f"--set {one!r}: the value will not do"),
            where="--set",
            remedy=Bilingual(f"单位是 {unit}", f"the unit is {unit}"),
        ) from None
