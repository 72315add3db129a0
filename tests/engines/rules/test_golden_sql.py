"""The SQL of one programme and of each word, kept: a new SQLGlot that says it otherwise is noticed."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from ceyuan.authoring import rules as words
from ceyuan.authoring.rules import Band, BandTable, Column, Type
from ceyuan.engines.rules.arrays import WORDS
from ceyuan.engines.rules.formula import formula
from ceyuan.engines.rules.graph import Graph
from ceyuan.engines.rules.sql.query import query
from ceyuan.engines.rules.sql.render import rendered
from ceyuan.engines.rules.sql.tongue import TONGUES

KEPT = Path(__file__).parent / "golden"

A, B, C = (Column("input", (name,), Type.NUMBER) for name in "abc")
P, Q = (Column("input", (name,), Type.TRUTH) for name in "pq")
D, E = (Column("input", (name,), Type.DAY) for name in "de")
S = Column("input", ("s",), Type.TEXT)
STEPS = BandTable("steps", (Band(None, False, 5.0, True, 0.1), Band(5.0, False, None, False, None)))

#: One expression for each word the engines know.
SAID: dict[str, Callable[[], Column]] = {
    "add": lambda: A + 1,
    "sub": lambda: A - B,
    "mul": lambda: A * 0.05,
    "neg": lambda: -A,
    "ge": lambda: A >= B,
    "gt": lambda: A > B,
    "le": lambda: D <= E,
    "lt": lambda: A < B,
    "eq": lambda: S == "甲",
    "ne": lambda: S != "it's a \\",
    "and": lambda: P & Q,
    "or": lambda: P | Q,
    "not": lambda: ~P,
    "all_of": lambda: words.all_of(P, Q, None),
    "any_of": lambda: words.any_of(P, Q),
    "at_least_n_of": lambda: words.at_least_n_of(1, P, Q),
    "count_true": lambda: words.count_true(P, Q),
    "ratio": lambda: words.ratio(A, B),
    "floor_div": lambda: words.floor_div(A, B),
    "half_up": lambda: words.half_up(A, 2),
    "sqrt": lambda: Column("sqrt", (A,), Type.NUMBER),
    "least": lambda: words.least(A, B),
    "greatest": lambda: words.greatest(A, B),
    "best_of": lambda: words.best_of(A, B, C),
    "known_or": lambda: words.known_or(A, 0, why="试"),
    "first_known": lambda: words.first_known(A, B),
    "is_known": lambda: words.is_known(A),
    "when": lambda: words.when(P, A).when(Q, B).otherwise(None),
    "one_of": lambda: words.one_of(S, ["甲", "乙"]),
    "has_word": lambda: words.has_word(S, "甲"),
    "days_between": lambda: words.days_between(D, E),
    "months_between": lambda: words.months_between(D, E),
    "years_between": lambda: words.years_between(D, E),
    "year_of": lambda: words.year_of(D),
    "date_of": lambda: words.date_of(A, 3, 31),
    "sum_over_years": lambda: words.sum_over_years(A, B, founded_on=D, on=E),
    "band": lambda: words.band(A, STEPS),
}


@pytest.mark.parametrize("name", list(TONGUES))
def test_the_toy_prize_is_said_as_before(graph: Graph, name: str) -> None:
    said = query(graph, TONGUES[name], "rows", list(graph.inputs))

    assert said + "\n" == (KEPT / f"kite_prize.{name}.sql").read_text("utf-8")


def test_each_word_is_said_as_before() -> None:
    assert _all_said() == (KEPT / "words.txt").read_text("utf-8")


def test_no_word_is_left_out_of_what_is_kept() -> None:
    assert all(said().op == word for word, said in SAID.items())
    assert set(SAID) == set(WORDS) | {"band"}


def _all_said() -> str:
    parts = []
    for word, said in SAID.items():
        column = said()
        lines = [
            f"  {name:<9}{rendered(column, tongue, date(2025, 6, 1)).sql(dialect=tongue.name)}"
            for name, tongue in TONGUES.items()
        ]
        parts.append("\n".join([f"{word}: {formula(column)}", *lines]))
    return "\n\n".join(parts) + "\n"
