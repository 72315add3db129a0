"""One document: its text with every figure marked where it stands."""

from typing import Any

from ceyuan.authoring.page import Ask, NoSuchThing, Params, shows
from ceyuan.model.bilingual import Bilingual

#: What else the text can be shown as.
TEXTS = ("raw", "repairs")


@shows
def the_document(ask: Ask, params: Params) -> dict[str, Any]:
    """The document as read; `?text=raw` shows it as it came, `?text=repairs` what was repaired.

    Raises:
        NoSuchThing: the archive has no such document.
    """
    story = ask.document(params["digest"])
    if story is None:
        raise NoSuchThing(
            Bilingual("档案里没有这份文件", "the archive has no such document"),
            where=params["digest"],
            remedy=Bilingual("从文件清单查找", "look for it in the list of documents"),
        )
    return {"story": story, "text": text if (text := params.get("text", "")) in TEXTS else ""}
