"""Rows just inside, just outside and on every limit of a programme, and unknown: made from the rules."""

import math
from collections.abc import Iterator
from datetime import date
from typing import Any

import pyarrow as pa

from ceyuan.authoring.rules import Type
from ceyuan.engines.rules.absurd import LARGEST, SMALLEST
from ceyuan.engines.rules.day import day_of
from ceyuan.engines.rules.opening import MET, MOVED, MOVED_TO, MOVED_TO_DAY, Opened, Place
from ceyuan.engines.rules.table import ARROW_TYPES


def boundary_rows(opened: Opened) -> pa.Table:
    """A row for each place, each value that matters there, and each state of everything else.

    The states: all unknown; every truth true and every number 1; the same with every condition taken
    for met, so that amounts are reached; every truth false and every number 0.
    """
    inputs = opened.graph.inputs
    every_one = {Type.NUMBER: 1.0, Type.TRUTH: True, Type.DAY: opened.graph.on}
    nothing = {Type.NUMBER: 0.0, Type.TRUTH: False, Type.TEXT: "无"}
    asked_for = {name: words[0] for name, words in opened.words.items()}
    unmoved = {MOVED: 0.0, MOVED_TO: None, MOVED_TO_DAY: None}
    rows: list[dict[str, Any]] = []
    for state, words, met in (
        ({}, {}, False),
        (every_one, asked_for, False),
        (every_one, asked_for, True),
        (nothing, {}, False),
    ):
        usual = {name: state.get(type_) for name, type_ in inputs.items()}
        usual |= words | unmoved | {MET: met}
        rows.append(usual)
        for place in opened.places:
            rows += [usual | _set(place, value) for value in (None, *around(place))]
    return pa.table(
        {
            name: pa.array([row[name] for row in rows], ARROW_TYPES[type_])
            for name, type_ in inputs.items()
        }
    )


def around(place: Place) -> Iterator[float | date]:
    """The values that matter at a place: each limit, the nearest on both sides, and a step away."""
    for limit in place.limits or (0.0,):
        if place.type is Type.DAY:
            yield from (day_of(limit + days) for days in (-1, 0, 1))
        elif limit == 0:
            yield from (-1.0, -SMALLEST, 0.0, SMALLEST, 1.0)
        elif abs(limit) < LARGEST:
            near = (math.nextafter(limit, -math.inf), limit, math.nextafter(limit, math.inf))
            yield from (limit - 1, *near, limit + 1)


def _set(place: Place, value: float | date | None) -> dict[str, Any]:
    if not place.number:
        return {place.name: value}
    to = MOVED_TO_DAY if place.type is Type.DAY else MOVED_TO
    return {MOVED: float(place.number), to: value}
