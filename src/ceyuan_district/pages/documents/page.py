"""The list of documents, newest first."""

from typing import Any

from ceyuan.authoring.page import Ask, Params, shows
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import BadInput

LINES = 50


@shows
def the_documents(ask: Ask, params: Params) -> dict[str, Any]:
    """A page of documents and how many there are.

    Raises:
        BadInput: `offset` is no number.
    """
    given = params.get("offset", "0") or "0"
    if not (given.isascii() and given.isdigit() and len(given) < 10):
        raise BadInput(
            Bilingual(
                f"offset 应为整数，不是 {given!r}", f"offset is a whole number, not {given!r}"
            ),
            where="offset",
            remedy=Bilingual("改正网址里的数字", "correct the number in the address"),
        )
    offset = int(given)
    lines, total = ask.documents(offset, LINES)
    return {"listed": lines, "total": total, "offset": offset, "limit": LINES}
