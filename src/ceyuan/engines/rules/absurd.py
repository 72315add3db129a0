"""Values that cannot be figures of anybody: they count as unknown, and are told."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from ceyuan.authoring.rules import Type
from ceyuan.engines.rules.graph import Graph
from ceyuan.engines.rules.programme import Asked
from ceyuan.model.bilingual import Bilingual

#: Beyond this a number is no figure of a firm; engines differ in what they do when it overflows.
SMALLEST, LARGEST = 1e-9, 1e18

_IMMENSE = Bilingual("不是可用的数", "is no usable number")
_NEGATIVE = Bilingual("不会为负", "is never below zero")


@dataclass(frozen=True, slots=True)
class Absurd:
    """A value that is no figure, and why. It counts as unknown."""

    column: str
    row: int
    value: float
    why: Bilingual = _IMMENSE


def numbers(column: pa.ChunkedArray, name: str) -> tuple[pa.ChunkedArray, list[Absurd]]:
    """A column of numbers without NaN, infinities and numbers beyond all measure."""
    size = pc.abs(column)
    usual = pc.or_(
        pc.equal(column, 0.0),
        pc.and_(pc.greater_equal(size, SMALLEST), pc.less_equal(size, LARGEST)),
    )
    return _without(column, pc.invert(usual), name, _IMMENSE)


def figures(
    columns: Mapping[str, pa.ChunkedArray], graphs: Iterable[Graph]
) -> tuple[dict[str, pa.ChunkedArray], list[Absurd]]:
    """The columns without what contradicts their fields.

    A field that is never below zero (a headcount, where a profit may be) has nothing below it, and a
    part (R&D staff) is at most the whole it is part of (staff) in the same year: of the two the part
    is taken for wrong.
    """
    made, found = dict(columns), []
    asked = {name: one for graph in graphs for name, one in graph.asked.items()}
    present = [one for name, one in asked.items() if one.type is Type.NUMBER and name in made]
    for one in present:
        if not one.field.signed:
            below = pc.less(made[one.name], 0.0)
            made[one.name], wild = _without(made[one.name], below, one.name, _NEGATIVE)
            found += wild
    for one in present:
        whole = _whole(one)
        if whole in made and whole in asked:
            above = pc.greater(made[one.name], made[whole])
            term = asked[whole].term
            why = Bilingual(f"多于{term.zh}", f"is more than {term.en}")
            made[one.name], wild = _without(made[one.name], above, one.name, why)
            found += wild
    return made, found


def _whole(asked: Asked) -> str:
    """What a figure is a part of, in the same year; empty where it is part of nothing."""
    whole = asked.field.part_of
    return f"{whole}_{asked.years_back}" if whole and asked.years_back else whole


def _without(
    column: pa.ChunkedArray, wild: pa.ChunkedArray, name: str, why: Bilingual
) -> tuple[pa.ChunkedArray, list[Absurd]]:
    wild = pc.and_(pc.is_valid(column), wild.fill_null(False))
    if not pc.any(wild).as_py():
        return column, []
    rows = np.flatnonzero(wild.to_numpy())
    found = [Absurd(name, int(row), float(column[int(row)].as_py()), why) for row in rows]
    return pc.if_else(wild, pa.scalar(None, pa.float64()), column), found
