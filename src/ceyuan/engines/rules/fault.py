"""Something about a programme that has to be put right before it can answer."""

from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import BadInput


class RuleFault(BadInput):
    """A rule, a parameter or a name of a programme is not as it must be: what, where, what to do."""


def rule_fault(
    zh: str, en: str, *, where: str, remedy_zh: str = "", remedy_en: str = ""
) -> RuleFault:
    """The fault in both languages; `where` is a path inside the district package."""
    return RuleFault(
        Bilingual(zh, en),
        where=where,
        remedy=Bilingual(remedy_zh, remedy_en) if remedy_zh else "",
    )
