"""Columns of shares, where 5, 5% and 0.05 stand side by side: what cannot be told apart is not read."""

from collections.abc import Sequence
from typing import Any

from ceyuan.engines.reading.table.grid import tidy

#: Units of fields that hold a share: of a hundred, of one.
SHARE_UNITS = frozenset({"%", "share"})


def bare_shares(raw: Sequence[Any], said: str, base: str) -> dict[int, float | None]:
    """The cells that are bare numbers, in the unit of the field; None where nobody can say which.

    A spreadsheet stores a cell that shows 5% as 0.05, so that a bare 0.05 may be either. Under a
    heading in % a bare number is a percentage, unless all of the column are at most one. Without
    it, numbers above one are percentages in a column of percentages and ambiguous in a column of
    shares of one; numbers up to one the other way round. Nothing is nothing in both.

    Args:
        raw: the cells as stored.
        said: the unit the heading says.
        base: the unit of the field, one of `SHARE_UNITS`.
    """
    numbers = {at: number for at, cell in enumerate(raw) if (number := _bare(cell)) is not None}
    small = all(abs(number) <= 1 for number in numbers.values())
    return {at: _one(number, said, base, small) for at, number in numbers.items()}


def _one(number: float, said: str, base: str, small: bool) -> float | None:
    if number == 0:
        return 0.0
    if said == "%":
        if small:
            return None
        return number if base == "%" else number / 100
    if base == "%":
        return number if abs(number) > 1 else None
    return number if abs(number) <= 1 else None


def _bare(cell: Any) -> float | None:
    if cell is None or isinstance(cell, bool):
        return None
    try:
        return float(cell if isinstance(cell, int | float) else tidy(cell).replace(",", ""))
    except (TypeError, ValueError):
        return None
