"""The words a programme (a policy, a qualification) is written in.

A programme is a folder with `card.toml`, `parameters.toml` (every number dated, with unit and
source), `rules.py` and `examples.toml`. The functions of `rules.py` are wired by their signatures:
positional names are inputs, keyword-only names are parameters.

    @derived           def …(fields) -> column       a value computed on the way
    @clause("第十一条(五)") def …(fields, *, limits)       a condition, its docstring the official words

The machine checks such a folder; the engine that computes answers is not built yet.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from ceyuan.authoring.marks import marked

F = TypeVar("F", bound=Callable[..., Any])

#: Attribute under which a clause keeps its article.
ARTICLE = "__ceyuan_article__"

derived = marked("derived")

_clause = marked("clause")


def clause(article: str) -> Callable[[F], F]:
    """Marks a condition with the article of the notice that sets it."""

    def mark(function: F) -> F:
        setattr(function, ARTICLE, article)
        return _clause(function)

    return mark
