"""An expression on whole columns: what a rule says, before any engine computes it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NoReturn, Union

from ceyuan.model.errors import CeyuanError

Plain = Union["Column", int, float, str, bool, None]


class Type(StrEnum):
    """What the values of a column are. A day is counted in days since 1970-01-01."""

    NUMBER = "number"
    TRUTH = "truth"
    TEXT = "text"
    DAY = "day"


class MisusedColumn(CeyuanError):
    """A rule asks a column a question that only a single value can answer."""


@dataclass(frozen=True, eq=False, slots=True)
class Column:
    """A node: `op` over `args`; leaves are `input` (a name), `literal` (a value), `parameter`.

    A `parameter` carries its name and the value of the day asked, None where it has none.

    Two columns are compared with `==` to make a third column, so columns are told apart by
    identity. Numbers are IEEE doubles on every engine; money is in whole fen.
    """

    op: str
    args: tuple[Any, ...]
    type: Type

    def __add__(self, other: Plain) -> "Column":
        return _number("add", self, other)

    def __radd__(self, other: Plain) -> "Column":
        return _number("add", other, self)

    def __sub__(self, other: Plain) -> "Column":
        return _number("sub", self, other)

    def __rsub__(self, other: Plain) -> "Column":
        return _number("sub", other, self)

    def __mul__(self, other: Plain) -> "Column":
        return _number("mul", self, other)

    def __rmul__(self, other: Plain) -> "Column":
        return _number("mul", other, self)

    def __neg__(self) -> "Column":
        return _number("neg", self)

    def __ge__(self, other: Plain) -> "Column":
        return _truth("ge", self, other)

    def __gt__(self, other: Plain) -> "Column":
        return _truth("gt", self, other)

    def __le__(self, other: Plain) -> "Column":
        return _truth("le", self, other)

    def __lt__(self, other: Plain) -> "Column":
        return _truth("lt", self, other)

    def __eq__(self, other: object) -> "Column":  # type: ignore[override]
        return _truth("eq", self, other)

    def __ne__(self, other: object) -> "Column":  # type: ignore[override]
        return _truth("ne", self, other)

    def __and__(self, other: Plain) -> "Column":
        return _truth("and", self, other)

    def __rand__(self, other: Plain) -> "Column":
        return _truth("and", other, self)

    def __or__(self, other: Plain) -> "Column":
        return _truth("or", self, other)

    def __ror__(self, other: Plain) -> "Column":
        return _truth("or", other, self)

    def __invert__(self) -> "Column":
        return _truth("not", self)

    def __hash__(self) -> int:
        return id(self)

    def __truediv__(self, other: object) -> NoReturn:
        raise MisusedColumn(
            "a rule divides with '/'",
            remedy="use ratio(a, b): unknown where b is zero, the same on every engine",
        )

    def __rtruediv__(self, other: object) -> NoReturn:
        self.__truediv__(other)

    def __bool__(self) -> NoReturn:
        raise MisusedColumn(
            "a rule asks whether a whole column is true ('if', 'and', 'or', 'not')",
            remedy="use when(...), & | ~, all_of(...), any_of(...)",
        )


def column_of(value: Any) -> Column:
    """A column, or a literal made into one."""
    if isinstance(value, Column):
        return value
    if isinstance(value, bool):
        return Column("literal", (value,), Type.TRUTH)
    if isinstance(value, int | float):
        return Column("literal", (value,), Type.NUMBER)
    if isinstance(value, str):
        return Column("literal", (value,), Type.TEXT)
    if value is None:
        return Column("literal", (None,), Type.NUMBER)
    raise MisusedColumn(
        f"{value!r} cannot stand in a rule", remedy="use a column, a number, a text or a truth"
    )


def is_unknown(column: Column) -> bool:
    """Whether it is the literal unknown, which goes with every type."""
    return column.op == "literal" and column.args[0] is None


def _number(op: str, *args: Any) -> Column:
    return Column(op, tuple(column_of(a) for a in args), Type.NUMBER)


def _truth(op: str, *args: Any) -> Column:
    return Column(op, tuple(column_of(a) for a in args), Type.TRUTH)
