"""Figures as people read them on the screen: shares in %, money in 万元, everything else with its unit."""

from typing import Any

from ceyuan.surfaces.cli.asked import say

#: From here on money is said in 万元 (Chinese), so that noughts need not be counted.
_IN_WAN = 10_000


def figure(value: Any, unit: str = "") -> str:
    """A value of a row, a rule or a parameter; unknown where there is none."""
    if value is None:
        return say("不知", "unknown")
    if isinstance(value, bool):
        return say("是", "yes") if value else say("否", "no")
    if isinstance(value, float | int):
        return _number(float(value), unit)
    if isinstance(value, tuple) and all(isinstance(one, str) for one in value):
        return say("、", ", ").join(value)
    if isinstance(value, tuple):
        return say("分档表", "table of bands")
    return str(value)


def yuan(fen: int) -> str:
    """An amount of the pools, in yuan to the fen."""
    return f"{fen / 100:,.2f}"


def _number(value: float, unit: str) -> str:
    if unit == "share":
        return f"{_short(value * 100)}%"
    if unit == "%":
        return f"{_short(value)}%"
    if unit == "元":
        if abs(value) >= _IN_WAN:
            return say(f"{_short(value / _IN_WAN)} 万元", f"{_short(value)} yuan")
        return f"{_short(value)} {say('元', 'yuan')}"
    return f"{_short(value)}{' ' if unit else ''}{unit}"


def _short(value: float) -> str:
    """Six decimals at most, without noughts at the end, thousands apart."""
    text = f"{value:,.6f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text
