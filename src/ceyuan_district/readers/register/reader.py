"""Reads registers: workbooks, separated text, and letters or pages that are mostly tables."""

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


def _title(look: Look) -> str:
    for sheet in look.sheets:
        for row in sheet.rows[:5]:
            said = [str(value).strip() for value in row if value is not None and str(value).strip()]
            if len(said) == 1 and 4 <= len(said[0]) <= 60 and not said[0].startswith("附件"):
                return " ".join(said[0].split())
            if len(said) > 2:
                return ""
    return ""
