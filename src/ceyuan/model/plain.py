"""Values as plain JSON and back, without losing what JSON cannot say: dates, decimals, tuples."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from ceyuan.model.errors import CeyuanError
from ceyuan.model.period import Period, parse_period

#: Marks a mapping that stands for something JSON has no word for.
_TAG = "$"
#: What JSON has words for: it stays as it is.
_SAID_BY_JSON = (str, bool, int, float, type(None))


class NotPlain(CeyuanError):
    """A value that no rule writes as JSON. Nothing is written as its printed form and lost."""


def to_plain(value: Any) -> Any:
    """`value` in words JSON knows; `from_plain` gives an equal value of the same types.

    Knows None, truths, numbers, text, lists, tuples, mappings, dates, times, decimals, periods.

    Raises:
        NotPlain: anything else.
    """
    if isinstance(value, _SAID_BY_JSON):
        return value
    if isinstance(value, list):
        return [to_plain(each) for each in value]
    if isinstance(value, dict):
        if all(isinstance(key, str) for key in value) and _TAG not in value:
            return {key: to_plain(each) for key, each in value.items()}
        return {_TAG: "mapping", "is": [[to_plain(k), to_plain(v)] for k, v in value.items()]}
    if isinstance(value, tuple):
        return {_TAG: "tuple", "is": [to_plain(each) for each in value]}
    for name, (sort, write, _) in _WORDS.items():
        if isinstance(value, sort):
            return {_TAG: name, "is": write(value)}
    raise NotPlain(f"{type(value).__name__} cannot be kept as JSON", remedy="keep plain values")


def from_plain(plain: Any) -> Any:
    """The value that `to_plain` wrote."""
    if isinstance(plain, list):
        return [from_plain(each) for each in plain]
    if not isinstance(plain, dict):
        return plain
    if _TAG not in plain:
        return {key: from_plain(each) for key, each in plain.items()}
    name, body = plain[_TAG], plain["is"]
    if name == "tuple":
        return tuple(from_plain(each) for each in body)
    if name == "mapping":
        return {from_plain(k): from_plain(v) for k, v in body}
    return _WORDS[name][2](body)


# `datetime` before `date`: every datetime is a date.
_WORDS: dict[str, tuple[type, Callable[[Any], str], Callable[[str], Any]]] = {
    "datetime": (datetime, datetime.isoformat, datetime.fromisoformat),
    "date": (date, date.isoformat, date.fromisoformat),
    "decimal": (Decimal, str, Decimal),
    "period": (Period, str, parse_period),
}
