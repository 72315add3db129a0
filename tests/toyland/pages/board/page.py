"""The board of Toyland: how many facts there are."""

from typing import Any

from ceyuan.authoring.page import Ask, FactQuery, Params, shows


@shows
def the_board(ask: Ask, params: Params) -> dict[str, Any]:
    """The newest facts."""
    return {"page": ask.facts(FactQuery(limit=5))}
