"""What evidence may decide by itself whether two records are one thing, and what a person is asked.

The policy is data: rules in order, the first that holds for a pair decides. What holds of a pair:

    same_code         both carry a valid unified social credit code, and it is the same
    different_codes   both carry a valid one, and they differ
    same_name         their names are the same once spelled alike
    names_alike       the likeness of their names reaches the rule's `at_least`
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ceyuan.engines.registry.names.compare import score
from ceyuan.engines.registry.names.parts import Parts
from ceyuan.model.decision import Judgement

#: What a rule may look at.
SORTS = ("same_code", "different_codes", "same_name", "names_alike")


@dataclass(frozen=True, slots=True)
class Record:
    """A record as evidence sees it: identifier, valid codes, names it has had, each parsed."""

    id: str
    codes: frozenset[str]
    names: tuple[Parts, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """`then` where `when` holds: `same`, `different`, or `asked` (a person decides)."""

    name: str
    when: str
    then: Judgement
    at_least: float = 0.0
    because: str = ""


@dataclass(frozen=True, slots=True)
class Identity:
    """Which kinds of records are organisations that must be told apart, and by what rules."""

    kinds: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the policy says of a pair, by which rule, and how alike the names are."""

    judgement: Judgement
    rule: Rule
    score: float


def judged(one: Record, other: Record, policy: Sequence[Rule]) -> Verdict | None:
    """What the first rule that holds says; None where none holds."""
    likeness = max((score(a, b) for a in one.names for b in other.names), default=0.0)
    for rule in policy:
        if _holds(rule, one, other, likeness):
            return Verdict(rule.then, rule, likeness)
    return None


def _holds(rule: Rule, one: Record, other: Record, likeness: float) -> bool:
    match rule.when:
        case "same_code":
            return bool(one.codes & other.codes)
        case "different_codes":
            return bool(one.codes and other.codes) and not one.codes & other.codes
        case "same_name":
            return any(a.whole == b.whole for a in one.names for b in other.names)
        case _:
            return likeness >= rule.at_least
