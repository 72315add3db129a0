"""The marks that make a function a rule."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar, overload

from ceyuan.authoring.marks import marked

F = TypeVar("F", bound=Callable[..., Any])

_RULE = "__ceyuan_rule__"


class RuleRole(StrEnum):
    """What a rule is for."""

    DERIVED = "derived"
    CLAUSE = "clause"
    SCORE = "score"
    AWARD = "award"


@dataclass(frozen=True, slots=True)
class Rule:
    """A function as a rule.

    `article` is where the notice says it; `since` and `until` (both included) are the days it
    holds, where one programme changed its rules and not only its numbers.
    """

    role: RuleRole
    article: str = ""
    since: date | None = None
    until: date | None = None
    required: bool = True


def clause(
    article: str, *, since: str = "", until: str = "", required: bool = True
) -> Callable[[F], F]:
    """A condition of the notice: a truth. Its docstring is the official sentence.

    All clauses together are the answer `eligible`, unless the programme has a rule of that name.
    `required=False` marks a condition that is only one of several ways in: a rule `eligible`
    must then say how they combine.
    """
    return _marked(Rule(RuleRole.CLAUSE, article, _day(since), _day(until), required))


def award(article: str, *, since: str = "", until: str = "") -> Callable[[F], F]:
    """An amount the firm gets when it is eligible, in fen."""
    return _marked(Rule(RuleRole.AWARD, article, _day(since), _day(until)))


def score(article: str, *, since: str = "", until: str = "") -> Callable[[F], F]:
    """Points, or a pair (least, most) of points where an expert decides between them."""
    return _marked(Rule(RuleRole.SCORE, article, _day(since), _day(until)))


@overload
def derived(function: F) -> F: ...
@overload
def derived(*, since: str = "", until: str = "") -> Callable[[F], F]: ...
def derived(function: F | None = None, *, since: str = "", until: str = "") -> Any:
    """A step on the way: a ratio, a sum, a band. With or without brackets."""
    mark = _marked(Rule(RuleRole.DERIVED, "", _day(since), _day(until)))
    return mark if function is None else mark(function)


def rule_of(function: object) -> Rule | None:
    """The rule a function was marked as, or None."""
    return getattr(function, _RULE, None)


def _marked(rule: Rule) -> Callable[[F], F]:
    def mark(function: F) -> F:
        setattr(function, _RULE, rule)
        return marked(rule.role.value)(function)

    return mark


def _day(written: str) -> date | None:
    return date.fromisoformat(written) if written else None
