"""Values that cannot be figures of anybody: they count as unknown, and are told."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from ceyuan.authoring.rules import Type
from ceyuan.engines.rules.graph import Graph
from ceyuan.engines.rules.parameter import written
from ceyuan.engines.rules.programme import Asked
from ceyuan.model.bilingual import Bilingual

#: Beyond this a number is no figure of a firm; engines differ in what they do when it overflows.
SMALLEST, LARGEST = 1e-9, 1e18

_IMMENSE = Bilingual("不是可用的数", "is no usable number")
_NEGATIVE = Bilingual("不会为负", "is never below zero")


@dataclass(frozen=True, slots=True)
class Absurd:
    """A value that is no figure, and why: it counts as unknown.

    `value` is in the unit people read; `kind` says whose row it is, where several kinds are asked.
    """

    column: str
    row: int
    value: float
    why: Bilingual = _IMMENSE
    kind: str = ""


def numbers(column: pa.ChunkedArray, name: str) -> tuple[pa.ChunkedArray, list[Absurd]]:
    """A column of numbers without NaN, infinities and numbers beyond all measure."""
    size = pc.abs(column)
    usual = pc.or_(
        pc.equal(column, 0.0),
        pc.and_(pc.greater_equal(size, SMALLEST), pc.less_equal(size, LARGEST)),
    )
    wild = _rows(column, pc.invert(usual))
    found = [Absurd(name, row, float(column[row].as_py()), _IMMENSE) for row in wild]
    return (_blank(column, wild) if wild else column), found


def figures(
    columns: Mapping[str, pa.ChunkedArray], graphs: Iterable[Graph]
) -> tuple[dict[str, pa.ChunkedArray], list[Absurd]]:
    """The columns without what contradicts their fields.

    A field that is never below zero (a headcount, where a profit may be) has nothing below it. A
    part (R&D staff) is at most the whole it is part of (staff) in the same year; where it is more
    nobody can tell which of the two is wrong, and both are unknown.
    """
    made, found = dict(columns), []
    asked = {name: one for graph in graphs for name, one in graph.asked.items()}
    present = [one for name, one in asked.items() if one.type is Type.NUMBER and name in made]
    for one in present:
        if not one.field.signed:
            below = pc.less(made[one.name], 0.0)
            made[one.name], wild = _without(made[one.name], below, one, _NEGATIVE)
            found += wild
    contradicting = [
        (one, asked[name], pc.greater(made[one.name], made[name]))
        for one in present
        if (name := _whole(one)) in made and name in asked
    ]
    for part, whole, above in contradicting:
        pair = Bilingual(
            f"{part.term.zh}多于{whole.term.zh}，两个数必有一错",
            f"({part.term.en} is more than {whole.term.en}: one of the two is wrong)",
        )
        for one in (part, whole):
            made[one.name], wild = _without(made[one.name], above, one, pair)
            found += wild
    return made, found


def _whole(asked: Asked) -> str:
    """What a figure is a part of, in the same year; empty where it is part of nothing."""
    whole = asked.field.part_of
    return f"{whole}_{asked.years_back}" if whole and asked.years_back else whole


def _without(
    column: pa.ChunkedArray, wild: pa.ChunkedArray, asked: Asked, why: Bilingual
) -> tuple[pa.ChunkedArray, list[Absurd]]:
    rows = _rows(column, wild)
    unit = asked.field.unit
    found = [Absurd(asked.name, r, written(column[r].as_py(), unit), why) for r in rows]
    return (_blank(column, rows) if rows else column), found


def _rows(column: pa.ChunkedArray, wild: pa.ChunkedArray) -> list[int]:
    """The rows that have a value and are wild."""
    wild = pc.and_(pc.is_valid(column), wild.fill_null(False))
    return np.flatnonzero(wild.to_numpy()).tolist() if pc.any(wild).as_py() else []


def _blank(column: pa.ChunkedArray, rows: list[int]) -> pa.ChunkedArray:
    here = np.zeros(len(column), dtype=bool)
    here[rows] = True
    return pc.if_else(pa.array(here), pa.scalar(None, pa.float64()), column)
