"""A table of bands: which value holds for which stretch of a number."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Band:
    """One row: from `low` to `high`, each bound included or not; None is no bound.

    `value` is a number, or None where public sources do not give one.
    """

    low: float | None
    low_included: bool
    high: float | None
    high_included: bool
    value: Any


@dataclass(frozen=True, slots=True)
class BandTable:
    """Rows in ascending order. Loading refuses a table with a gap or an overlap."""

    name: str
    rows: tuple[Band, ...]
