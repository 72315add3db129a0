"""Reads tables of tasks: what was aimed at and what was done, one row a task."""

import re

from ceyuan.authoring.page_furniture import split_page
from ceyuan.authoring.reader import Layout, Look, bids, lays_out

_HEADS = re.compile(
    r"工作任务|目标任务|重点任务|主要任务|年度目标|目标值|完成情况|进展情况|责任单位|牵头单位|完成时限|序号"
)
_TITLE = re.compile(r"(?:任务|目标|工作).{0,12}(?:完成情况|分解表|清单|进展情况|一览表|台账)")


@bids
def looks_like_a_task_table(look: Look) -> float:
    """Sure where heads of such a table and rows stand; fairly sure where a title says so."""
    heads = len({m[0] for m in _HEADS.finditer(look.text)})
    titled = any(
        _TITLE.search(line.text) and len(line.text) <= 60 and "。" not in line.text
        for line in look.lines
    )
    rows = sum(1 for line in look.lines if " | " in line.text or line.text.startswith("序号"))
    if heads >= 2 and rows >= 2:
        return 0.85 if titled else 0.75
    return 0.0


@lays_out
def the_table(look: Look) -> Layout:
    """The table is the article; its title may stand below it."""
    layout = split_page(look)
    for line in look.lines:
        words = line.text.strip()
        if _TITLE.search(words) and len(words) <= 60 and "。" not in words and " | " not in words:
            return Layout(
                parts=layout.parts,
                title=words,
                publisher=layout.publisher,
                published=layout.published,
            )
    return layout
