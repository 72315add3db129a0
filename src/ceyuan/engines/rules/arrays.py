"""Rules computed on NumPy arrays: for single rows, explanations, searches and tests.

One function for each word of `authoring.rules`; what each means for unknown values is told there.
"""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from ceyuan.authoring.rules import BandTable, Column, Type
from ceyuan.engines.rules.day import day_number
from ceyuan.engines.rules.graph import Graph
from ceyuan.engines.rules.vector import Mask, Vector, constant


def compute(graph: Graph, columns: Mapping[str, Vector]) -> dict[str, Vector]:
    """Every node of the graph over these columns.

    Args:
        graph: a programme on one day.
        columns: inputs by name, `on` among them where it is not the graph's day; a node given here
            is taken as it is instead of being computed. What is missing is unknown.

    Returns:
        A vector for each node; a constant one where it depends on no column.
    """
    known = dict(columns)
    known.setdefault("on", constant(day_number(graph.on), Type.DAY))
    for name, type_ in graph.inputs.items():
        if name not in known:
            known[name] = constant(None, type_)
    made: dict[str, Vector] = {}
    seen: dict[Column, Vector] = {}
    with np.errstate(all="ignore"):
        for name, node in graph.nodes.items():
            made[name] = known[name] if name in known else _value(node.column, known, seen)
            known[name] = made[name]
    return made


def compute_column(column: Column, columns: Mapping[str, Vector]) -> Vector:
    """One expression over columns that hold all its inputs."""
    with np.errstate(all="ignore"):
        return _value(column, columns, {})


def _value(column: Column, known: Mapping[str, Vector], seen: dict[Column, Vector]) -> Vector:
    if column.op == "input":
        return known[column.args[0]]
    if column in seen:
        return seen[column]
    if column.op == "literal":
        made = constant(column.args[0], column.type)
    elif column.op == "parameter":
        made = constant(column.args[1], column.type)
    elif column.op == "band":
        made = _band(_value(column.args[0], known, seen), column.args[1])
    else:
        made = WORDS[column.op](*(_value(c, known, seen) for c in column.args))
    seen[column] = made
    return made


def _both(*vectors: Vector) -> Mask | None:
    """Where all are known."""
    masks = [v.known for v in vectors if v.known is not None]
    if not masks:
        return None
    whole = masks[0]
    for mask in masks[1:]:
        whole = whole & mask
    return whole


def _known(vector: Vector) -> Any:
    return np.True_ if vector.known is None else vector.known


def _plain(operation: Callable[..., Any]) -> Callable[..., Vector]:
    """A word that is unknown as soon as one of its arguments is."""

    def word(*vectors: Vector) -> Vector:
        return Vector(np.asarray(operation(*(v.values for v in vectors))), _both(*vectors))

    return word


def _compared(operation: Callable[[Any, Any], Any]) -> Callable[[Vector, Vector], Vector]:
    def word(a: Vector, b: Vector) -> Vector:
        known = _both(a, b)
        result = np.asarray(operation(a.values, b.values)).astype(bool, copy=False)
        return Vector(result if known is None else result & known, known)

    return word


def _not(a: Vector) -> Vector:
    return Vector(~a.values if a.known is None else ~a.values & a.known, a.known)


def _false(a: Vector) -> Any:
    return ~a.values if a.known is None else ~a.values & a.known


def _truth(true: Any, false: Any) -> Vector:
    return Vector(np.asarray(true), np.asarray(true | false))


def _all(*vectors: Vector) -> Vector:
    if all(v.known is None for v in vectors):
        return Vector(np.asarray(_fold(np.logical_and, [v.values for v in vectors], np.True_)))
    return _truth(
        _fold(np.logical_and, [v.values for v in vectors], np.True_),
        _fold(np.logical_or, [_false(v) for v in vectors], np.False_),
    )


def _any(*vectors: Vector) -> Vector:
    if all(v.known is None for v in vectors):
        return Vector(np.asarray(_fold(np.logical_or, [v.values for v in vectors], np.False_)))
    return _truth(
        _fold(np.logical_or, [v.values for v in vectors], np.False_),
        _fold(np.logical_and, [_false(v) for v in vectors], np.True_),
    )


def _fold(operation: Callable[[Any, Any], Any], values: list[Any], start: Any) -> Any:
    whole = start
    for value in values:
        whole = operation(whole, value)
    return whole


def _at_least_n_of(n: Vector, *truths: Vector) -> Vector:
    true = sum((v.values.astype(np.int64) for v in truths), np.int64(0))
    possible = true + sum(((~_known(v)).astype(np.int64) for v in truths), np.int64(0))
    return _truth(np.asarray(true >= n.values), np.asarray(possible < n.values))


def _count_true(*truths: Vector) -> Vector:
    count = sum((v.values.astype(np.float64) for v in truths), np.float64(0))
    return Vector(np.asarray(count), _both(*truths))


def _ratio(a: Vector, b: Vector) -> Vector:
    divides = np.asarray(b.values != 0)
    known = _both(a, b)
    if divides.all():
        return Vector(np.asarray(a.values / b.values), known)
    known = divides if known is None else known & divides
    return Vector(np.asarray(a.values / np.where(divides, b.values, 1.0)), known)


def _floor_div(a: Vector, b: Vector) -> Vector:
    quotient = _ratio(a, b)
    return Vector(np.asarray(np.floor(quotient.values)), quotient.known)


def _half_up(x: Vector, digits: Vector) -> Vector:
    scale = 10.0 ** abs(int(digits.values))
    if digits.values < 0:
        return Vector(np.asarray(np.floor(x.values / scale + 0.5) * scale), x.known)
    return Vector(np.asarray(np.floor(x.values * scale + 0.5) / scale), x.known)


def _sqrt(x: Vector) -> Vector:
    real = np.asarray(x.values >= 0)
    known = real if x.known is None else x.known & real
    return Vector(np.asarray(np.sqrt(np.where(real, x.values, 0.0))), known)


def _extreme(operation: Callable[[Any, Any], Any]) -> Callable[..., Vector]:
    def word(*vectors: Vector) -> Vector:
        whole = vectors[0].values
        for other in vectors[1:]:
            whole = operation(whole, other.values)
        return Vector(np.asarray(whole), _both(*vectors))

    return word


def _best_of(*vectors: Vector) -> Vector:
    best = vectors[0]
    for other in vectors[1:]:
        if best.known is None and other.known is None:
            best = Vector(np.asarray(np.maximum(best.values, other.values)))
            continue
        a, b = _known(best), _known(other)
        larger = a & (~b | (best.values >= other.values))
        best = Vector(np.asarray(np.where(larger, best.values, other.values)), np.asarray(a | b))
    return best


def _first_known(*vectors: Vector) -> Vector:
    first = vectors[0]
    for other in vectors[1:]:
        if first.known is None:
            break
        values = np.where(first.known, first.values, other.values)
        first = Vector(np.asarray(values), np.asarray(first.known | _known(other)))
    if first.values.dtype == np.bool_ and first.known is not None:
        first = Vector(first.values & first.known, first.known)
    return first


def _is_known(x: Vector) -> Vector:
    return Vector(np.asarray(_known(x) & np.ones(x.values.shape, dtype=bool)))


def _when(*parts: Vector) -> Vector:
    *cases, result = parts
    for condition, then in reversed(list(zip(cases[::2], cases[1::2], strict=True))):
        chosen = condition.values
        values = np.where(chosen, then.values, result.values)
        if then.known is None and result.known is None and condition.known is None:
            result = Vector(np.asarray(values))
            continue
        if then.known is None and result.known is None:
            known = np.asarray(_known(condition))
        else:
            known = np.where(chosen, _known(then), _known(result)) & _known(condition)
        if values.dtype == np.bool_:
            values = values & known
        result = Vector(np.asarray(values), np.asarray(known))
    return result


def _band(x: Vector, table: BandTable) -> Vector:
    *rows, last = table.rows
    values: Any = _row_value(last.value)
    known: Any = np.bool_(last.value is not None)
    published = all(row.value is not None for row in table.rows)
    for row in reversed(rows):
        assert row.high is not None  # rows meet: only the last has no end
        below = x.values <= row.high if row.high_included else x.values < row.high
        values = np.where(below, _row_value(row.value), values)
        if not published:
            known = np.where(below, row.value is not None, known)
    values = np.asarray(values + np.zeros(x.values.shape) if not rows else values)
    return Vector(values, x.known if published else np.asarray(known & _known(x)))


def _row_value(value: Any) -> float:
    return 0.0 if value is None else float(value)


def _one_of(x: Vector, *values: Vector) -> Vector:
    return _any(*(_EQUAL(x, value) for value in values)) if values else _all(_is_not_known(x))


def _is_not_known(x: Vector) -> Vector:
    return Vector(np.zeros(x.values.shape, dtype=bool), x.known)


def _has_word(words: Vector, word: Vector) -> Vector:
    known = _both(words, word)
    wanted = f"|{word.values}|"
    held = np.vectorize(lambda text: wanted in str(text), otypes=[bool])(words.values)
    return Vector(held if known is None else held & known, known)


def _date(days: Any) -> Any:
    return np.asarray(days).astype("datetime64[D]")


def _year(days: Any) -> Any:
    return _date(days).astype("datetime64[Y]").astype(np.int64) + 1970


def _months(start: Any, end: Any) -> Any:
    first, last = _date(start), _date(end)
    whole = last.astype("datetime64[M]").astype(np.int64) - first.astype("datetime64[M]").astype(
        np.int64
    )
    due, day = _day_of_month(first), _day_of_month(last)
    ends_month = _day_of_month(last + 1) == 1
    return (whole - ((day < due) & ~ends_month)).astype(np.float64)


def _day_of_month(dates: Any) -> Any:
    return (dates - dates.astype("datetime64[M]").astype("datetime64[D]")).astype(np.int64) + 1


def _years(start: Any, end: Any) -> Any:
    return np.floor(_months(start, end) / 12)


def _date_of(year: Vector, month: Vector, day: Vector) -> Vector:
    usual = np.asarray((year.values >= 1) & (year.values <= 9999))
    number = np.floor(np.where(usual, year.values, 2000)).astype(np.int64)
    months = (number - 1970) * 12 + int(month.values) - 1
    days = months.astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)
    known = usual if year.known is None else year.known & usual
    return Vector(np.asarray(days + int(day.values) - 1), known)


def _sum_over_years(founded: Vector, on: Vector, *latest_first: Vector) -> Vector:
    last = _year(on.values) - 1
    born = _year(founded.values)
    born_known = _known(founded)
    total: Any = np.float64(0)
    known: Any = ~(born_known & (born > last)) & _known(on)
    for back, value in enumerate(latest_first):
        before = born_known & (born > last - back)
        total = total + np.where(before, 0.0, value.values)
        known = known & (before | _known(value))
    return Vector(np.asarray(total), np.asarray(known))


_EQUAL = _compared(lambda a, b: a == b)

#: What each word of the language is computed by.
WORDS: dict[str, Callable[..., Vector]] = {
    "add": _plain(np.add),
    "sub": _plain(np.subtract),
    "mul": _plain(np.multiply),
    "neg": _plain(np.negative),
    "ge": _compared(lambda a, b: a >= b),
    "gt": _compared(lambda a, b: a > b),
    "le": _compared(lambda a, b: a <= b),
    "lt": _compared(lambda a, b: a < b),
    "eq": _EQUAL,
    "ne": _compared(lambda a, b: a != b),
    "and": _all,
    "or": _any,
    "not": _not,
    "all_of": _all,
    "any_of": _any,
    "at_least_n_of": _at_least_n_of,
    "count_true": _count_true,
    "ratio": _ratio,
    "floor_div": _floor_div,
    "half_up": _half_up,
    "sqrt": _sqrt,
    "least": _extreme(np.minimum),
    "greatest": _extreme(np.maximum),
    "best_of": _best_of,
    "known_or": _first_known,
    "first_known": _first_known,
    "is_known": _is_known,
    "when": _when,
    "one_of": _one_of,
    "has_word": _has_word,
    "days_between": _plain(lambda a, b: np.asarray(b - a).astype(np.float64)),
    "months_between": _plain(_months),
    "years_between": _plain(_years),
    "year_of": _plain(lambda a: _year(a).astype(np.float64)),
    "date_of": _date_of,
    "sum_over_years": _sum_over_years,
}
