"""Random expressions and random tables, for holding engines against one another."""

import math
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Any

import pyarrow as pa
from hypothesis import strategies as st

from ceyuan.authoring import rules as words
from ceyuan.authoring.rules import Band, BandTable, Column, Type
from ceyuan.authoring.rules.column import column_of, columns_of
from ceyuan.engines.rules.graph import Graph, Node
from ceyuan.engines.rules.programme import Asked, Programme
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.kind import Field, FieldType

ON = date(2025, 6, 1)
NUMBERS, TRUTHS, TEXTS, DAYS = ("a", "b", "c"), ("p", "q", "r"), ("s", "t"), ("d", "e")
WORDS = ("红", "蓝", "绿")

#: Limits that rules compare with, so that values fall on them, just under and just over.
EDGES = (0.0, 0.05, 0.1, 0.15, 0.3, 1.0, 3.0, 60.0, 70.0, 5e9, 2e10)


@dataclass(frozen=True)
class Sample:
    """Rules and the rows to run them on."""

    graph: Graph
    table: pa.Table


def _near(edge: float) -> st.SearchStrategy[float]:
    return st.sampled_from((edge, math.nextafter(edge, math.inf), math.nextafter(edge, -math.inf)))


_FIGURES = st.one_of(
    st.sampled_from(EDGES).flatmap(_near),
    st.integers(-(10**12), 10**12).map(float),
    st.floats(-1e6, 1e6, allow_nan=False),
).map(lambda x: 0.0 if abs(x) < 1e-9 else x)
_DATES = st.one_of(
    st.dates(date(1950, 1, 1), date(2030, 12, 31)),
    st.dates(date.min, date(9999, 12, 30)),
    st.sampled_from((date(2020, 2, 29), date(2024, 1, 31), date(2025, 2, 28), ON)),
)
_TEXTS = st.one_of(
    st.sampled_from(WORDS),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=4),
)
_LISTS = st.lists(st.sampled_from(WORDS), max_size=3).map(
    lambda ws: "|" + "".join(f"{w}|" for w in ws)
)


def rows() -> st.SearchStrategy[pa.Table]:
    """Tables of a few rows with nulls, zeros and values on the limits."""
    cell = {
        **{name: (_FIGURES, pa.float64()) for name in NUMBERS},
        **{name: (st.booleans(), pa.bool_()) for name in TRUTHS},
        "s": (_TEXTS, pa.string()),
        "t": (_LISTS, pa.string()),
        **{name: (_DATES, pa.date32()) for name in DAYS},
    }
    row = st.fixed_dictionaries({n: st.one_of(st.none(), v, v, v) for n, (v, _) in cell.items()})
    return st.lists(row, min_size=1, max_size=12).map(
        lambda found: pa.table(
            {n: pa.array([one[n] for one in found], t) for n, (_, t) in cell.items()}
        )
    )


def _input(name: str, type_: Type) -> Column:
    return Column("input", (name,), type_)


_TABLE = BandTable(
    "steps",
    (
        Band(None, False, 0.1, False, 4.0),
        Band(0.1, True, 60.0, True, None),
        Band(60.0, False, None, False, 0.05),
    ),
)


@cache
def _numbers(depth: int) -> st.SearchStrategy[Column]:
    leaf = st.one_of(
        st.sampled_from(NUMBERS).map(lambda n: _input(n, Type.NUMBER)),
        st.sampled_from(EDGES).map(column_of),
        st.just(column_of(None)),
    )
    if depth == 0:
        return leaf
    n, t, d = _numbers(depth - 1), _truths(depth - 1), _days()
    return st.one_of(
        leaf,
        st.builds(lambda x, y: x + y, n, n),
        st.builds(lambda x, y: x - y, n, n),
        st.builds(lambda x, y: x * y, n, n),
        st.builds(lambda x: -x, n),
        st.builds(words.ratio, n, n),
        st.builds(words.half_up, n, st.sampled_from((-2, 0, 1, 2, 12))),
        st.builds(words.floor_div, n, n),
        st.builds(words.least, n, n, n),
        st.builds(words.greatest, n, n),
        st.builds(words.best_of, n, n, n),
        st.builds(words.first_known, n, n),
        st.builds(lambda x, y: words.known_or(x, y, why="试"), n, n),
        st.builds(lambda c, x, e, y, z: words.when(c, x).when(e, y).otherwise(z), t, n, t, n, n),
        st.builds(lambda c, x: words.when(c, x).otherwise(None), t, n),
        st.builds(lambda x: words.band(x, _TABLE), n),
        st.builds(words.count_true, t, t, t),
        st.builds(words.days_between, d, d),
        st.builds(words.months_between, d, d),
        st.builds(words.years_between, d, d),
        st.builds(words.year_of, d),
        st.builds(words.years_begun, d, d),
        st.builds(words.share_of_true, t, t),
        st.builds(lambda x, y: words.highest_of(x, y, most=60), n, n),
        st.builds(words.mean_of, n, n, n),
        st.builds(lambda x: words.compounded(x, 3), n),
        st.builds(words.growth, n, n),
        st.builds(words.mean_growth, n, n, n),
        st.builds(lambda x, y: words.compound_growth(x, y, 2), n, n),
        st.builds(
            lambda x, y, z, f: words.sum_over_years(
                x, y, z, founded_on=f, on=_input("on", Type.DAY)
            ),
            n,
            n,
            n,
            d,
        ),
    )


@cache
def _truths(depth: int) -> st.SearchStrategy[Column]:
    # A rule that is not in force that day is unknown, and is a number where nobody says otherwise.
    leaf = st.one_of(
        st.sampled_from(TRUTHS).map(lambda name: _input(name, Type.TRUTH)),
        st.sampled_from((column_of(True), column_of(None))),
    )
    if depth == 0:
        return leaf
    n, t, d = _numbers(depth - 1), _truths(depth - 1), _days()
    text, listed = _input("s", Type.TEXT), _input("t", Type.TEXT)
    return st.one_of(
        leaf,
        st.builds(lambda x, y: x >= y, n, n),
        st.builds(lambda x, y: x > y, n, n),
        st.builds(lambda x, y: x <= y, n, n),
        st.builds(lambda x, y: x < y, n, n),
        st.builds(lambda x, y: x == y, n, n),
        st.builds(lambda x, y: x != y, n, n),
        st.builds(lambda x, y: x <= y, d, d),
        st.builds(lambda x, y: x & y, t, t),
        st.builds(lambda x, y: x | y, t, t),
        st.builds(lambda x: ~x, t),
        st.builds(words.all_of, t, t, t),
        st.builds(words.any_of, t, t, t),
        st.builds(words.none_of, t, t),
        st.builds(words.at_least_n_of, st.sampled_from((0, 1, 2, 3)), t, t, t),
        st.builds(words.is_known, st.one_of(n, t)),
        st.builds(words.first_known, t, t),
        st.builds(lambda c, x, y: words.when(c, x).otherwise(y), t, t, t),
        st.builds(lambda c, e: words.when(c, True).when(e, False).otherwise(None), t, t),
        st.just(words.one_of(text, WORDS[:2])),
        st.just(text == "绿"),
        st.just(words.has_word(listed, "红")),
        st.just(words.has_any(listed, WORDS[1:])),
    )


@cache
def _days() -> st.SearchStrategy[Column]:
    day = st.sampled_from(DAYS).map(lambda name: _input(name, Type.DAY))
    day = st.one_of(day, st.just(column_of(None)))
    return st.one_of(
        day,
        st.just(_input("on", Type.DAY)),
        st.builds(lambda x: words.date_of(words.year_of(x) + 1, 3, 31), day),
        st.builds(words.greatest, day, day),
    )


def samples(depth: int = 3) -> st.SearchStrategy[Sample]:
    """A few rules, one of them over another, and rows."""
    several = st.tuples(_numbers(depth), _truths(depth), _numbers(depth), _truths(2), _days())
    return st.builds(lambda made, table: Sample(graph_over(made), table), several, rows())


def graph_over(columns: tuple[Column, ...]) -> Graph:
    """A programme whose rules are these expressions, and one rule over the first two."""
    held = {
        **dict.fromkeys(NUMBERS, FieldType.QUANTITY),
        **dict.fromkeys(TRUTHS, FieldType.TRUTH),
        **dict.fromkeys(TEXTS, FieldType.TEXT),
        **dict.fromkeys(DAYS, FieldType.DATE),
    }
    fields = {
        n: Field(n, n, n, t, "个" if t is FieldType.QUANTITY else "") for n, t in held.items()
    }
    programme = Programme("toy", Bilingual("玩具", "toy"), "programmes/toy", "toy", {}, {}, fields)
    asked: dict[str, Asked] = {n: one for n in held if (one := programme.asked(n))}
    names = tuple(asked)
    types = (Type.NUMBER, Type.TRUTH, Type.NUMBER, Type.TRUTH, Type.DAY)
    nodes = {
        f"x{i}": Node(f"x{i}", columns_of((column,), type_)[0], names)
        for i, (column, type_) in enumerate(zip(columns, types, strict=True))
    }
    over: Any = words.when(_input("x1", Type.TRUTH), _input("x0", Type.NUMBER)).otherwise(1)
    nodes["last"] = Node("last", over, ("x0", "x1"))
    nodes["eligible"] = Node("eligible", _input("x1", Type.TRUTH), ("x1",))
    return Graph(programme, ON, nodes, asked, {}, MappingProxyType({}))
