"""Something about a folder or a file of the district that has to be put right before it can be used."""

from difflib import get_close_matches

from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import BadInput


class CatalogueFault(BadInput):
    """A folder or a file of the district is not as it must be: what, where, what to do."""


def fault(
    zh: str, en: str, *, where: str, remedy_zh: str = "", remedy_en: str = ""
) -> CatalogueFault:
    """The fault in both languages; `where` is a path inside the district package."""
    return CatalogueFault(
        Bilingual(zh, en),
        where=where,
        remedy=Bilingual(remedy_zh, remedy_en) if remedy_zh else "",
    )


def nearest(word: str, known: "list[str] | tuple[str, ...]") -> str:
    """The known word that looks most like `word`; empty where none does."""
    return next(iter(get_close_matches(word, known, n=1, cutoff=0.6)), "")
