"""What a changed policy would do: winners, losers, cost, and who is paid when the money runs out."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np
import numpy.typing as npt

from ceyuan.engines.rules.answer import Answers
from ceyuan.engines.rules.programme import AMOUNT, ELIGIBLE
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import BadInput


class Rationing(StrEnum):
    """Who is paid when the amounts exceed the budget."""

    FIRST_COME = "first-come"
    PRO_RATA = "pro-rata"


class NoBudget(BadInput):
    """A budget is not an amount of money."""


@dataclass(frozen=True, slots=True)
class Paid:
    """Amounts after a budget, in fen: what each row gets, in the order asked."""

    amounts: npt.NDArray[np.int64]
    left: int
    unserved: int


@dataclass(frozen=True)
class Reform:
    """Two versions of a programme over the same rows, before and after.

    Attributes:
        before, after: the answers.
        gained, lost: rows that qualify only after, only before.
        more, less: rows that get more, less.
        unsettled: rows whose verdict is unknown in either.
        cost_before, cost_after: sums of amounts in 元, before any budget.
    """

    before: Answers
    after: Answers
    gained: tuple[int, ...]
    lost: tuple[int, ...]
    more: tuple[int, ...]
    less: tuple[int, ...]
    unsettled: tuple[int, ...]
    cost_before: float
    cost_after: float


def compare(before: Answers, after: Answers) -> Reform:
    """What changes from one version to the other; both over the same rows."""
    rows = before.rows
    old, new = before.made[ELIGIBLE].over(rows), after.made[ELIGIBLE].over(rows)
    known = ~old.unknown(rows) & ~new.unknown(rows)
    was, paid = amounts(before), amounts(after)
    return Reform(
        before,
        after,
        _rows(known & new.values & ~old.values),
        _rows(known & old.values & ~new.values),
        _rows(paid > was),
        _rows(paid < was),
        _rows(~known),
        float(was.sum()) / 100,
        float(paid.sum()) / 100,
    )


def amounts(answers: Answers) -> npt.NDArray[np.int64]:
    """What each row gets, in whole fen; nothing where it is unknown."""
    if AMOUNT not in answers.made:
        return np.zeros(answers.rows, dtype=np.int64)
    vector = answers.made[AMOUNT].over(answers.rows)
    known = ~vector.unknown(answers.rows)
    return np.where(known, np.floor(vector.values + 0.5), 0).astype(np.int64)


def ration(asked: npt.NDArray[np.int64], budget: float, how: Rationing) -> Paid:
    """Share a budget among amounts, to the fen; never more than there is.

    Args:
        asked: amounts in fen, in the order they were applied for.
        budget: in 元.
        how: first come, whole amounts while they fit and the rest to the next; or pro rata, each
            cut by the same share, the odd fen to the largest remainders.

    Raises:
        NoBudget: negative or not a number.
    """
    if not np.isfinite(budget) or budget < 0:
        raise NoBudget(
            Bilingual(f"预算 {budget!r} 不是金额", f"the budget {budget!r} is no amount"),
            remedy=Bilingual("写不小于零的金额（元）", "give an amount in 元, not below zero"),
        )
    purse = int(np.floor(budget * 100 + 0.5))
    total = int(asked.sum())
    if total <= purse:
        return Paid(asked.copy(), purse - total, 0)
    if how is Rationing.FIRST_COME:
        before = np.concatenate([[0], np.cumsum(asked)[:-1]])
        given = np.clip(purse - before, 0, asked).astype(np.int64)
    else:
        # Whole numbers throughout: a share computed in floating point could overspend by a fen.
        given = np.array([int(a) * purse // total for a in asked], dtype=np.int64)
        odd = np.array([int(a) * purse % total for a in asked], dtype=object)
        short = purse - int(given.sum())
        order = sorted(range(len(asked)), key=lambda i: (-odd[i], i))
        given[order[:short]] += 1
    return Paid(given, purse - int(given.sum()), int(((given == 0) & (asked > 0)).sum()))


def _rows(mask: Any) -> tuple[int, ...]:
    return tuple(int(row) for row in np.flatnonzero(mask))
