"""Reads statistical communiqués and work reports: long, in numbered chapters, one year each."""

import re

from ceyuan.authoring.page_furniture import split_page
from ceyuan.authoring.reader import Layout, Look, bids, lays_out

_TITLE = re.compile(
    r"统计公报|国民经济和社会发展(?:计划|情况)|经济运行情况|政府工作报告|经济社会发展情况|计划执行情况"
)
_CHAPTER = re.compile(
    r"(?m)^\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])"
)
#: The title stands within this many characters.
_TOP = 400


@bids
def looks_like_a_communique(look: Look) -> float:
    """Sure where the title says so and chapters follow; less sure of the title alone."""
    titled = any(
        _TITLE.search(line.text) and len(line.text.strip()) <= 60
        for line in look.lines
        if line.start < _TOP
    )
    if not titled:
        return 0.0
    return 0.85 if len(_CHAPTER.findall(look.text)) >= 2 else 0.65


@lays_out
def chapters(look: Look) -> Layout:
    """The page as any other: headings stay with their chapters."""
    return split_page(look)
