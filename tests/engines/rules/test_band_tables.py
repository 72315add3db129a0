"""A parameter has one value for every day and every number, or it is refused."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceyuan.authoring import rules as words
from ceyuan.authoring.rules import Band, BandTable, Column, Type
from ceyuan.engines.rules.arrays import compute_column
from ceyuan.engines.rules.parameter import DatedValue, Mark, Parameter, ended, parameter_faults

FROM = date(2024, 1, 1)


def _told(rows: tuple[Band, ...]) -> list[str]:
    value = DatedValue(FROM, "第一条", Mark.SOURCED, rows)
    table = Parameter("steps", "分档", "share", (value,), by_unit="家")
    return [fault.told("en") for fault in parameter_faults(table, "programmes/toy")]


def _holds(row: Band, x: float) -> bool:
    above = row.low is None or x > row.low or (row.low_included and x == row.low)
    below = row.high is None or x < row.high or (row.high_included and x == row.high)
    return above and below


def _probes(rows: tuple[Band, ...]) -> list[float]:
    edges = sorted({edge for row in rows for edge in (row.low, row.high) if edge is not None})
    between = [(a + b) / 2 for a, b in pairwise(edges)]
    return [*edges, *between, min(edges, default=0) - 1, max(edges, default=0) + 1]


def _whole(rows: tuple[Band, ...]) -> bool:
    """By the definition: every number is in one row, and rows ascend."""
    first = [min(x for x in _probes(rows) if _holds(row, x)) for row in rows if _any(row, rows)]
    return (
        len(first) == len(rows)
        and first == sorted(first)
        and all(sum(_holds(row, x) for row in rows) == 1 for x in _probes(rows))
    )


def _any(row: Band, rows: tuple[Band, ...]) -> bool:
    return any(_holds(row, x) for x in _probes(rows))


_EDGES = st.one_of(st.none(), st.integers(-2, 4).map(float))
_ROWS = st.lists(
    st.builds(Band, _EDGES, st.booleans(), _EDGES, st.booleans(), st.sampled_from((0.1, None))),
    min_size=1,
    max_size=4,
).map(tuple)


@st.composite
def _meeting(draw: st.DrawFn) -> tuple[Band, ...]:
    """Rows that meet, of which one bound is then perhaps moved, turned round or left out."""
    edges = sorted(draw(st.sets(st.integers(-3, 5).map(float), max_size=4)))
    included = [draw(st.booleans()) for _ in edges]
    lows = [(None, False), *((edge, not up) for edge, up in zip(edges, included, strict=True))]
    highs = [*zip(edges, included, strict=True), (None, False)]
    rows = [Band(*low, *high, 0.1) for low, high in zip(lows, highs, strict=True)]
    if draw(st.booleans()):
        spoiled = draw(st.integers(0, len(rows) - 1))
        rows[spoiled] = draw(_ROWS)[0]
    if draw(st.booleans()):
        rows = draw(st.permutations(rows))
    return tuple(rows)


@given(st.one_of(_ROWS, _meeting()))
def test_a_table_is_taken_if_and_only_if_every_number_has_one_row(rows: tuple[Band, ...]) -> None:
    assert (not _told(rows)) == _whole(rows)


@given(_meeting(), st.sampled_from((-4.0, -3.0, -1.0, 0.0, 0.5, 1.0, 2.0, 5.0, 6.0)))
def test_a_number_gets_the_value_of_the_row_that_holds_it(rows: tuple[Band, ...], x: float) -> None:
    if _told(rows):
        return
    numbered = tuple(
        Band(r.low, r.low_included, r.high, r.high_included, n) for n, r in enumerate(rows)
    )
    column = words.band(Column("literal", (x,), Type.NUMBER), BandTable("steps", numbered))

    found = compute_column(column, {}).over(1).at(0)

    assert _holds(rows[int(found)], x)


def test_a_row_whose_value_nobody_has_published_is_no_gap() -> None:
    rows = (Band(None, False, 3.0, True, 0.1), Band(3.0, False, None, False, None))

    assert _told(rows) == []


@pytest.mark.parametrize(
    ("unit", "value", "said"),
    [
        ("家", -5, ["-5 is below zero, and there is no negative 家"]),
        ("元", -0.01, ["-0.01 is below zero, and there is no negative 元"]),
        ("share", -0.1, []),
        ("百分点", -2, []),
        ("家", 0, []),
    ],
)
def test_a_limit_below_zero_is_refused_where_there_can_be_none(
    unit: str, value: float, said: list[str]
) -> None:
    limit = Parameter("x", "限额", unit, (DatedValue(FROM, "第一条", Mark.SOURCED, value),))

    told = [fault.told("en").splitlines()[0] for fault in parameter_faults(limit, "programmes/toy")]

    assert told == said


@pytest.mark.parametrize(
    ("until", "overlaps"), [(date(2024, 12, 31), False), (date(2025, 1, 1), True), (None, False)]
)
def test_a_value_may_last_until_the_day_before_the_next(until: date | None, overlaps: bool) -> None:
    first = DatedValue(FROM, "第一条", Mark.SOURCED, 1, until)
    second = DatedValue(date(2025, 1, 1), "第二条", Mark.SOURCED, 2)
    limit = Parameter("x", "限额", "家", ended((first, second)))

    told = [fault.told("en") for fault in parameter_faults(limit, "programmes/toy")]

    assert any("overlaps" in one for one in told) == overlaps
