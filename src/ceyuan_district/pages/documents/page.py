"""The list of documents, newest first."""

from typing import Any

from ceyuan.authoring.page import Ask, Params, offset_in, shows

LINES = 50


@shows
def the_documents(ask: Ask, params: Params) -> dict[str, Any]:
    """A page of documents and how many there are.

    Raises:
        BadInput: `offset` is no number.
    """
    offset = offset_in(params)
    lines, total = ask.documents(offset, LINES)
    return {"listed": lines, "total": total, "offset": offset, "limit": LINES}
