"""Reads a programme's `parameters.toml`, and a district's own values for it."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from ceyuan.authoring.rules import Band
from ceyuan.catalogue.card_file import IDENTIFIER
from ceyuan.catalogue.fault import fault, nearest
from ceyuan.catalogue.toml_file import Table, gather, read_toml, tables
from ceyuan.engines.rules.parameter import DatedValue, Mark, Parameter, ended, parameter_faults
from ceyuan.model.errors import CeyuanError

#: What a district may set itself; what a notice has fixed is not among them.
OPEN_MARKS = frozenset({Mark.UNKNOWN, Mark.CHOICE, Mark.INVENTED})


def read_parameters(path: Path, shown: str, faults: list[CeyuanError]) -> dict[str, Parameter]:
    """Every parameter by name; what is at fault joins `faults`."""
    raw = gather(faults, lambda: read_toml(path, shown))
    found: dict[str, Parameter] = {}
    for name, entries in (raw or {}).items():
        parameter = _read(name, entries, shown, faults)
        if parameter is not None:
            faults.extend(parameter_faults(parameter, shown))
            found[name] = parameter
    return found


def read_own_values(
    path: Path, shown: str, parameters: Mapping[str, Parameter], faults: list[CeyuanError]
) -> dict[str, Parameter]:
    """The parameters with a district's own values in place of those nobody has published.

    Args:
        path: a file of the form of `parameters.toml`; title and unit may be left out.
        shown: how it is called in messages.
        parameters: what the programme has.
        faults: gathers names that are no parameters, and values a notice has fixed.
    """
    made = dict(parameters)
    for name, held, entries in _among(path, shown, parameters, faults):
        if fixed := [v for v in held.values if v.mark not in OPEN_MARKS]:
            faults.append(
                fault(
                    f"{name} 由 {fixed[0].source} 规定，本区不能改",
                    f"{name} is fixed by {fixed[0].source}; a district cannot change it",
                    where=shown,
                    remedy_zh="删去；测算改动请用 ceyuan simulate",
                    remedy_en="remove it; to try a change use `ceyuan simulate`",
                )
            )
            continue
        own = _read(name, entries, shown, faults)
        if own is not None:
            faults.extend(parameter_faults(own, shown))
            made[name] = own
    return made


def read_draft_values(
    path: Path, shown: str, parameters: Mapping[str, Parameter], faults: list[CeyuanError]
) -> dict[str, Parameter]:
    """The parameters a draft gives, those fixed by the notice included: to be tried, not to hold.

    Args:
        path: a file of the form of `parameters.toml`; title and unit may be left out.
        shown: how it is called in messages.
        parameters: what the programme has; the draft's are of the same form and unit.
        faults: gathers names that are no parameters, and values that do not fit.
    """
    made: dict[str, Parameter] = {}
    for name, held, entries in _among(path, shown, parameters, faults):
        drafted = _read(name, entries, shown, faults)
        if drafted is None:
            continue
        faults.extend(parameter_faults(drafted, shown))
        if (drafted.unit, drafted.by_unit) != (held.unit, held.by_unit):
            faults.append(
                fault(
                    f"{name} 的单位应为 {held.unit}，不是 {drafted.unit}",
                    f"{name} is in {held.unit}, not in {drafted.unit}",
                    where=shown,
                    remedy_zh="换算成原来的单位",
                    remedy_en="convert it to the unit the programme has",
                )
            )
        made[name] = drafted
    return made


def _among(
    path: Path, shown: str, parameters: Mapping[str, Parameter], faults: list[CeyuanError]
) -> Iterator[tuple[str, Parameter, Any]]:
    """The entries of a file that are parameters of a programme, with title and unit filled in."""
    raw = gather(faults, lambda: read_toml(path, shown))
    for name, entries in (raw or {}).items():
        held = parameters.get(name)
        if held is None:
            like = nearest(name, list(parameters))
            faults.append(
                fault(
                    f"没有参数 {name}",
                    f"there is no parameter {name}",
                    where=shown,
                    remedy_zh=f"是否想写 {like}？" if like else "删去",
                    remedy_en=f"did you mean {like}?" if like else "remove it",
                )
            )
            continue
        if isinstance(entries, dict):
            entries = {"title": held.title, "unit": held.unit, "by_unit": held.by_unit} | entries
        yield name, held, entries


def _read(name: str, entries: Any, shown: str, faults: list[CeyuanError]) -> Parameter | None:
    where = f"{shown} [{name}]"
    before = len(faults)
    if not isinstance(entries, dict):
        faults.append(
            fault(
                f"{name} 应写成 [{name}]",
                f"{name} must be written as [{name}]",
                where=shown,
                remedy_zh=f"写 [{name}]，下面是 title、unit 和 [[{name}.value]]",
                remedy_en=f"write [{name}], then title, unit and [[{name}.value]]",
            )
        )
        return None
    if not IDENTIFIER.fullmatch(name):
        faults.append(
            fault(
                f"{name!r} 不是标识符",
                f"{name!r} is no identifier",
                where=where,
                remedy_zh="只用小写英文字母、数字和下划线，以字母开头",
                remedy_en="use lower-case letters, digits and underscores, a letter first",
            )
        )
    table = Table(entries, where, faults)
    title, unit = table.take("title", str), table.take("unit", str)
    by_unit = table.take("by_unit", str, "")
    dated = [
        _dated(one, bool(by_unit))
        for one in tables(table.take("value", Any, []), "value", where, faults)
    ]
    table.finish()
    if len(faults) > before:
        return None
    return Parameter(name, title, unit, ended([d for d in dated if d is not None]), by_unit)


def _dated(table: Table, bands: bool) -> DatedValue | None:
    start, until = table.take("from", date), table.take("until", date, None)
    source = table.take("source", str)
    mark = table.take("mark", Mark)
    table.take("note", str, "")
    value = table.take("bands" if bands else "value", Any, None)
    if isinstance(value, list):
        value = tuple(_band(row, table) for row in value) if bands else tuple(value)
    table.finish()
    if start is None or source is None or mark is None:
        return None
    return DatedValue(start, source, mark, value, until)


def _band(row: Any, table: Table) -> Any:
    if not isinstance(row, dict):
        return row
    one = Table(row, f"{table.where} bands", table.faults)
    at_least, above = one.take("at_least", Any, None), one.take("above", Any, None)
    up_to, below = one.take("up_to", Any, None), one.take("below", Any, None)
    value = one.take("value", Any, None)
    one.take("note", str, "")
    one.finish()
    if (at_least is not None and above is not None) or (up_to is not None and below is not None):
        table.faults.append(
            fault(
                "一行只写一个下界（at_least 或 above）和一个上界（up_to 或 below）",
                "a row has one lower bound (at_least or above) and one upper (up_to or below)",
                where=one.where,
                remedy_zh="删去一个",
                remedy_en="remove one",
            )
        )
    low = at_least if at_least is not None else above
    high = up_to if up_to is not None else below
    for bound in (low, high, value):
        if bound is not None and (isinstance(bound, bool) or not isinstance(bound, int | float)):
            table.faults.append(
                fault(
                    f"{bound!r} 不是数字",
                    f"{bound!r} is no number",
                    where=one.where,
                    remedy_zh="写数字",
                    remedy_en="write a number",
                )
            )
            low = high = value = None
    return Band(low, at_least is not None, high, up_to is not None, value)
