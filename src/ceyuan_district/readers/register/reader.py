"""Reads registers: workbooks, separated text, and letters or pages that are mostly tables."""

import re
from collections.abc import Iterable

from ceyuan.authoring.reader import Layout, Look, Words, bids, claims, lays_out
from ceyuan.model.claim import Claim
from ceyuan.model.section import Part, Section
from ceyuan.model.standing import Standing

#: A letter or a page is a register where its tables hold at least this share of its words.
MOSTLY_TABLES = 0.6


@bids
def is_a_register(look: Look) -> float:
    """Sure of a workbook; fairly sure of a document whose words stand mostly in tables."""
    if not look.sheets:
        return 0.0
    if not look.text.strip():
        return 0.95
    tables = [sheet for sheet in look.sheets if len(sheet.rows) >= 2 and len(sheet.rows[0]) >= 2]
    in_tables = sum(len(str(v)) for s in tables for row in s.rows for v in row if v is not None)
    words = sum(1 for character in look.text if not character.isspace())
    return 0.9 if words and in_tables >= MOSTLY_TABLES * words else 0.0


@lays_out
def title_above_the_table(look: Look) -> Layout:
    """The first line of the first sheet that stands alone is the title."""
    parts = (Part(Section.MAIN, 0, len(look.text)),) if look.text else ()
    return Layout(parts=parts, title=_title(look), standing=Standing.REGISTERED)


@claims
def every_row_states(look: Look, layout: Layout, words: Words) -> Iterable[Claim]:
    """Every value of every row, with its cell."""
    return words.stated(words.table(look))


#: Lines above a table that are no title: annex number, unit, date, who filled it in, a part's title.
_BESIDE = re.compile(
    r"附件|附表|[（(]?(?:金额|计量|货币)?单位|(?:填报|制表|填表|编制|统计|截至|截止)[^名册单]*[:：]"
    r"|[一二三四五六七八九十]{1,3}\s*[、.．]|[（(][一二三四五六七八九十]"
)


def _title(look: Look) -> str:
    """The last line above the first table that is a title."""
    for sheet in look.sheets:
        if sheet.hidden:
            continue
        above: list[str] = []
        for row in sheet.rows[:15]:
            said = [" ".join(str(v).split()) for v in row if v is not None and str(v).strip()]
            if len(set(said)) > 2:
                titles = [t for t in above if 4 <= len(t) <= 60 and not _BESIDE.match(t)]
                if titles:
                    return titles[-1]
                break
            above += said[:1]
    lines = (" ".join(line.text.split()) for line in look.lines[:8])
    return next((t for t in lines if 4 <= len(t) <= 60 and not _BESIDE.match(t)), "")
