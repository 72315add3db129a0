"""A column of values of which some are unknown, for the NumPy evaluation."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from ceyuan.authoring.rules import Type

Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Vector:
    """Values and which of them are known; `known` None means all.

    Numbers are float64, truths bool, days int64 since 1970-01-01, texts objects. A truth that is
    unknown has the value False; other unknown slots hold anything. A constant has one value and
    no dimension.
    """

    values: npt.NDArray[Any]
    known: Mask | None = None

    def at(self, row: int) -> Any:
        """The value of a row as Python has it; None where unknown."""
        known = self.known
        if known is not None and not (known if known.ndim == 0 else known[row]):
            return None
        value = self.values if self.values.ndim == 0 else self.values[row]
        return value.item() if hasattr(value, "item") else value

    def over(self, rows: int) -> "Vector":
        """The same with one value for each row."""
        if self.values.ndim and (self.known is None or self.known.ndim):
            return self
        known = None if self.known is None else np.broadcast_to(self.known, rows)
        return Vector(np.broadcast_to(self.values, rows), known)

    def unknown(self, rows: int) -> Mask:
        """True where the value is unknown."""
        if self.known is None:
            return np.zeros(rows, dtype=bool)
        return ~np.broadcast_to(self.known, rows)


def constant(value: Any, type_: Type) -> Vector:
    """One value for all rows; None is unknown."""
    if value is None:
        return Vector(np.array(_BLANK[type_], dtype=_DTYPES[type_]), np.array(False))
    return Vector(np.array(value, dtype=_DTYPES[type_]))


def vector_of(values: Any, type_: Type) -> Vector:
    """A vector from Python values, None for unknown."""
    given = list(values)
    known = np.array([v is not None for v in given], dtype=bool)
    filled = np.empty(len(given), dtype=_DTYPES[type_])
    for row, value in enumerate(given):
        filled[row] = _BLANK[type_] if value is None else value
    return Vector(filled, None if known.all() else known)


def dtype_of(type_: Type) -> Any:
    """How NumPy holds values of a type."""
    return _DTYPES[type_]


_DTYPES: dict[Type, Any] = {
    Type.NUMBER: np.dtype(np.float64),
    Type.TRUTH: np.dtype(np.bool_),
    Type.DAY: np.dtype(np.int64),
    Type.TEXT: np.dtype(object),
}
_BLANK: dict[Type, Any] = {Type.NUMBER: 0.0, Type.TRUTH: False, Type.DAY: 0, Type.TEXT: ""}
