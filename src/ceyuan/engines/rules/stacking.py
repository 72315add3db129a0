"""Several programmes for the same cost: what a firm gets of them together.

Worked out in whole fen, rule by rule in the order given: a rule sees what the rules before it left.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import BadInput


class Way(StrEnum):
    """How programmes stand to one another."""

    HIGHEST_ONLY = "highest_only"
    TOTAL_CAP = "total_cap"
    MATCHING = "matching"
    EXCLUDES = "excludes"

    @property
    def term(self) -> Bilingual:
        """The words of the notices."""
        return _TERMS[self]


_TERMS = {
    Way.HIGHEST_ONLY: Bilingual("就高不重复", "highest only"),
    Way.TOTAL_CAP: Bilingual("累计上限", "cap on the total"),
    Way.MATCHING: Bilingual("配套", "matching"),
    Way.EXCLUDES: Bilingual("不同时享受", "excludes"),
}


class BadStacking(BadInput):
    """A stacking rule lacks what it needs."""


@dataclass(frozen=True, slots=True)
class StackingRule:
    """One sentence about several programmes.

    Attributes:
        way: how they stand to one another.
        programmes: which; for `matching` and `excludes` the first is the one that depends.
        article: where the notice says it.
        cap: in fen; for a total cap, and for matching the most it adds (None for no limit).
        share: for matching, how much of the others' amounts it adds.
    """

    way: Way
    programmes: tuple[str, ...]
    article: str
    cap: int | None = None
    share: float = 0.0


@dataclass(frozen=True, slots=True)
class Grant:
    """What one programme pays in the end, and why less (or more) than it would alone, in fen."""

    programme: str
    alone: int
    paid: int
    because: tuple[str, ...] = ()


def stack(amounts: Mapping[str, int], rules: Sequence[StackingRule]) -> tuple[Grant, ...]:
    """What each programme pays when all are taken together.

    Highest only keeps the largest and, of equals, the first named. A cap on a total cuts the last
    named first, so name them in the order of who pays first. Matching adds a share of what the
    others pay by then. Excludes drops the first where any of the others pays.

    Args:
        amounts: by programme, in fen, what each would pay alone.
        rules: in the order they apply.

    Raises:
        BadStacking: a rule names one programme only, or a cap is missing or negative.
    """
    paid = dict(amounts)
    because: dict[str, list[str]] = {name: [] for name in amounts}
    for rule in rules:
        _check(rule)
        there = [name for name in rule.programmes if name in paid]
        reason = f"{rule.way.term.zh}（{rule.article}）"
        changed = _applied(rule, there, paid)
        for name, amount in changed.items():
            if amount != paid[name]:
                paid[name] = amount
                because[name].append(reason)
    return tuple(Grant(name, amounts[name], paid[name], tuple(because[name])) for name in amounts)


def _applied(rule: StackingRule, there: list[str], paid: Mapping[str, int]) -> dict[str, int]:
    if not there:
        return {}
    if rule.way is Way.HIGHEST_ONLY:
        best = max(there, key=lambda name: (paid[name], -there.index(name)))
        return {name: paid[name] if name == best else 0 for name in there}
    if rule.way is Way.TOTAL_CAP:
        left = rule.cap or 0
        made = {}
        for name in there:
            made[name] = min(paid[name], left)
            left -= made[name]
        return made
    first, others = rule.programmes[0], [n for n in there if n != rule.programmes[0]]
    if first not in paid:
        return {}
    if rule.way is Way.MATCHING:
        thousandths = round(rule.share * 1_000_000)
        match = sum(paid[name] for name in others) * thousandths // 1_000_000
        return {first: match if rule.cap is None else min(match, rule.cap)}
    return {first: 0 if any(paid[name] > 0 for name in others) else paid[first]}


def _check(rule: StackingRule) -> None:
    capless = rule.way is Way.TOTAL_CAP and rule.cap is None
    if len(rule.programmes) < 2 or capless or (rule.cap is not None and rule.cap < 0):
        raise BadStacking(
            Bilingual(
                f"叠加规则（{rule.article}）不完整",
                f"the stacking rule of {rule.article} is not whole",
            ),
            remedy=Bilingual(
                "写明至少两项政策；累计上限要写金额",
                "name two programmes at least; a cap on a total needs its amount",
            ),
        )
