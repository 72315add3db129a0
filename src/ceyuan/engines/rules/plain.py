"""An expression as plain JSON and back: the form in which rules travel in a certificate.

What is read is a stranger's: only words of the language come through, nothing of it is ever run.
"""

import math
from typing import Any

from ceyuan.authoring.rules import Band, BandTable, Column, Type
from ceyuan.engines.rules.arrays import WORDS

#: How deep an expression may be nested.
DEEPEST = 200

#: More digits than a double has.
_MOST_DIGITS = 300


class BadExpression(ValueError):
    """It is no expression of the language."""


def plain(column: Column) -> list[Any]:
    """`[op, type, arguments]`; of a parameter its name and value, of a table of bands its rows."""
    if column.op == "band":
        table: BandTable = column.args[1]
        rows = [[b.low, b.low_included, b.high, b.high_included, b.value] for b in table.rows]
        return ["band", column.type.value, [plain(column.args[0]), table.name, rows]]
    if column.op in ("input", "literal", "parameter"):
        return [column.op, column.type.value, list(column.args)]
    return [column.op, column.type.value, [plain(one) for one in column.args]]


def expression(given: Any, depth: int = 0) -> Column:
    """The expression that `plain` wrote.

    Raises:
        BadExpression: an unknown word, a value of another type, or nested too deep.
    """
    if depth > DEEPEST:
        raise BadExpression("nested too deep")
    if not (isinstance(given, list) and len(given) == 3 and isinstance(given[2], list)):
        raise BadExpression(f"{str(given)[:40]!r} is no expression")
    op, named, args = given
    if named not in tuple(Type):
        raise BadExpression(f"{str(named)[:40]!r} is no type")
    type_ = Type(named)
    if op == "band" and len(args) == 3:
        return Column("band", (expression(args[0], depth + 1), _table(*args[1:])), type_)
    if op in ("input", "literal", "parameter"):
        _leaf(op, args, type_)
        return Column(op, tuple(args), type_)
    if op not in WORDS:
        raise BadExpression(f"{str(op)[:40]!r} is no word of the rules")
    made = tuple(expression(one, depth + 1) for one in args)
    if op == "half_up":
        _digits(*made)
    return Column(str(op), made, type_)


def fits(value: Any, type_: Type) -> bool:
    """Whether a value is of a type; unknown is of all."""
    if value is None:
        return True
    if type_ is Type.TRUTH:
        return isinstance(value, bool)
    if type_ is Type.TEXT:
        return isinstance(value, str)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return isinstance(value, int) and abs(value) < 2**31 if type_ is Type.DAY else _finite(value)


def _finite(value: float) -> bool:
    return abs(value) <= 1.7e308 and not math.isnan(value)


def _leaf(op: str, args: list[Any], type_: Type) -> None:
    names, values = (args[:1], args[1:]) if op != "literal" else ([], args)
    whole = len(names) == (op != "literal") and len(values) == (op != "input")
    if not whole or not all(isinstance(name, str) for name in names):
        raise BadExpression(f"{op} is not whole")
    if not all(fits(value, type_) for value in values):
        raise BadExpression(f"{str(values)[:40]} is no {type_}")


def _digits(_rounded: Column, digits: Column) -> None:
    written = digits.args[0] if digits.op == "literal" else None
    if not isinstance(written, int | float) or abs(written) > _MOST_DIGITS:
        raise BadExpression("half_up takes a number of digits")


def _table(name: Any, rows: Any) -> BandTable:
    if not isinstance(rows, list) or not rows:
        raise BadExpression("a table without rows")
    made = []
    for row in rows:
        if not isinstance(row, list) or len(row) != 5:
            raise BadExpression("a row of a table is not whole")
        low, low_included, high, high_included, value = row
        numbers = all(fits(one, Type.NUMBER) for one in (low, high, value))
        if not numbers or not all(isinstance(one, bool) for one in (low_included, high_included)):
            raise BadExpression("a row of a table holds something else than numbers")
        made.append(Band(*row))
    if any(row.high is None for row in made[:-1]):
        raise BadExpression("a row without end before the last")
    return BandTable(str(name), tuple(made))
