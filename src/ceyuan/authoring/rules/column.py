"""An expression on whole columns: what a rule says, before any engine computes it."""

from collections.abc import Iterable
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
        return number("add", self, other)

    def __radd__(self, other: Plain) -> "Column":
        return number("add", other, self)

    def __sub__(self, other: Plain) -> "Column":
        return number("sub", self, other)

    def __rsub__(self, other: Plain) -> "Column":
        return number("sub", other, self)

    def __mul__(self, other: Plain) -> "Column":
        return number("mul", self, other)

    def __rmul__(self, other: Plain) -> "Column":
        return number("mul", other, self)

    def __neg__(self) -> "Column":
        return number("neg", self)

    def __ge__(self, other: Plain) -> "Column":
        return truth("ge", self, other, of=None)

    def __gt__(self, other: Plain) -> "Column":
        return truth("gt", self, other, of=None)

    def __le__(self, other: Plain) -> "Column":
        return truth("le", self, other, of=None)

    def __lt__(self, other: Plain) -> "Column":
        return truth("lt", self, other, of=None)

    def __eq__(self, other: object) -> "Column":  # type: ignore[override]
        return truth("eq", self, other, of=None)

    def __ne__(self, other: object) -> "Column":  # type: ignore[override]
        return truth("ne", self, other, of=None)

    def __and__(self, other: Plain) -> "Column":
        return truth("and", self, other)

    def __rand__(self, other: Plain) -> "Column":
        return truth("and", other, self)

    def __or__(self, other: Plain) -> "Column":
        return truth("or", self, other)

    def __ror__(self, other: Plain) -> "Column":
        return truth("or", other, self)

    def __invert__(self) -> "Column":
        return truth("not", self)

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


def columns_of(values: Iterable[Any], type_: Type | None = None) -> tuple[Column, ...]:
    """Columns that stand side by side; the unknown literal takes the type of its place.

    Args:
        values: columns or plain values.
        type_: what belongs there; None for what the known among them are.
    """
    made = tuple(column_of(one) for one in values)
    wanted = type_ or next((one.type for one in made if not is_unknown(one)), Type.NUMBER)
    return tuple(Column("literal", (None,), wanted) if is_unknown(one) else one for one in made)


def is_unknown(column: Column) -> bool:
    """Whether it is the literal unknown, which goes with every type."""
    return column.op == "literal" and column.args[0] is None


def number(op: str, *args: Any, of: Type | None = Type.NUMBER) -> Column:
    """A number that is `op` over columns; `of` as in `columns_of`."""
    return Column(op, columns_of(args, of), Type.NUMBER)


def truth(op: str, *args: Any, of: Type | None = Type.TRUTH) -> Column:
    """A truth that is `op` over columns; `of` as in `columns_of`."""
    return Column(op, columns_of(args, of), Type.TRUTH)
