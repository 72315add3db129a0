"""An expression as people read it: brackets where they matter and nowhere else."""

import pytest

from ceyuan.authoring import rules as words
from ceyuan.authoring.rules import Band, BandTable, Column, Type
from ceyuan.engines.rules.formula import formula

A, B, C = (Column("input", (name,), Type.NUMBER) for name in ("a", "b", "c"))
P, Q = (Column("input", (name,), Type.TRUTH) for name in "pq")
STEPS = BandTable("steps", (Band(None, False, None, False, 1.0),))


@pytest.mark.parametrize(
    ("column", "read"),
    [
        (A + B, "a + b"),
        ((A + B) * C, "(a + b) × c"),
        (words.ratio(A, B - C) >= 0.05, "(a ÷ (b − c)) ≥ 0.05"),
        (~(P & Q), "非 (p 且 q)"),
        (words.all_of(P, words.any_of(P, Q)), "p 且 (p 或 q)"),
        (words.all_of(P), "p"),
        (words.all_of(), "真"),
        (words.band(A + B, STEPS), "steps[a + b]"),
        (words.when(P, A).when(Q, B).otherwise(None), "{p → a；q → b；否则 不知}"),
        (words.least(A + B, 3), "least(a + b, 3)"),
    ],
)
def test_it_reads(column: Column, read: str) -> None:
    assert formula(column) == read
