"""What a verdict in brief lacks, in words: for the lists of pages and workbooks."""

from typing import Any

from ceyuan.authoring.policy import SIGNS, Limit, OneChange, Verdict

#: Digits behind the point, as on the pages.
_PLACES = 2


def what_is_needed(one: Verdict) -> str:
    """What would meet the failing conditions, in words: distances, and answers to be turned."""
    said = [_short(limit) for limit in one.missed]
    said += [_turn(change) for change in one.turns]
    said += [f"{g.title.zh}：{printed_value(g.value, g.unit)}" for g in one.rests]
    return "；".join(said)


def printed_value(value: Any, unit: str) -> str:
    """A value with its unit as a line of text has it; a share of 1 in per cent."""
    if value is None:
        return "—"
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, int | float):
        if unit == "share":
            return f"{round(value * 100, _PLACES):,.12g}%"
        return f"{round(value, _PLACES):,.12g} {unit}".strip()
    return "、".join(filter(None, str(value).split("|")))


def _short(one: Limit) -> str:
    now, asked = printed_value(one.value, one.unit), printed_value(one.bound, one.unit)
    short = one.short_by
    by = f"，差 {printed_value(short, one.short_unit)}" if short is not None else ""
    return f"{one.what or ''} {now}，要求 {SIGNS[one.comparison]} {asked}{by}".strip()


def _turn(one: OneChange) -> str:
    return f"{one.title}：{printed_value(one.now, '')} → {printed_value(one.then, '')}"
