"""The mark a folder's function carries so that the catalogue finds it."""

from collections.abc import Callable
from typing import Any, TypeVar

F = TypeVar("F", bound=Callable[..., Any])

#: Attribute under which a function keeps its role.
ROLE = "__ceyuan_role__"


def marked(role: str) -> Callable[[F], F]:
    """A decorator that gives a function its role in the folder. It changes nothing else."""

    def mark(function: F) -> F:
        setattr(function, ROLE, role)
        return function

    return mark


def role_of(thing: object) -> str | None:
    """The role a function was given, or None."""
    return getattr(thing, ROLE, None)
