"""The kinds of repair, one after the other, and every change on record."""

from collections.abc import Mapping

from ceyuan.engines.reading.repair.bars import bars
from ceyuan.engines.reading.repair.changes import Draft
from ceyuan.engines.reading.repair.controls import controls
from ceyuan.engines.reading.repair.dashes import dashes
from ceyuan.engines.reading.repair.doubled import doubled
from ceyuan.engines.reading.repair.entities import entities
from ceyuan.engines.reading.repair.interrupted import interrupted
from ceyuan.engines.reading.repair.lines import lines
from ceyuan.engines.reading.repair.misprints import misprints
from ceyuan.engines.reading.repair.mojibake import mojibake
from ceyuan.engines.reading.repair.orphans import orphans
from ceyuan.engines.reading.repair.pinyin import pinyin, pinyin_of_words
from ceyuan.engines.reading.repair.script import script
from ceyuan.engines.reading.repair.side_by_side import side_by_side
from ceyuan.engines.reading.repair.spaces import spaces
from ceyuan.engines.reading.repair.torn import torn
from ceyuan.engines.reading.repair.width import marks, quotes, width
from ceyuan.model.edit import EditLog

#: The kinds of repair, in the order in which one makes the next possible: first characters, …
_CHARACTERS = (
    mojibake,
    controls,
    entities,
    torn,
    pinyin,
    pinyin_of_words,
    width,
    script,
    doubled,
)
#: … then, when the columns stand in order, lines and the spaces between words.
_LINES = (
    bars,
    lines,
    spaces,
    dashes,
    quotes,
    marks,
)
#: A page has so many gaps between columns at most, all blocks counted.
_MOST_COLUMNS = 40


def repair(raw: str, known_misprints: Mapping[str, str] | None = None) -> EditLog:
    """The way from a raw text to its repaired form: simplified, continuous, one width.

    Args:
        raw: the text as it came.
        known_misprints: printed names that no thing bears and the name that is meant (壁山: 璧山).

    Returns:
        A log whose `raw` is the text given, to the character, and whose `clean` is the repaired
        text. Paragraphs, headings and list items keep lines of their own.
    """
    draft = Draft(raw)
    for kind in _CHARACTERS:
        draft.amend(kind(draft.text))
    _put_columns_in_order(draft)
    if (order := interrupted(draft.text)) is not None:
        draft.rearrange(order)
    for kind in _LINES:
        draft.amend(kind(draft.text))
    if (order := orphans(draft.text)) is not None:
        draft.rearrange(order)
        draft.amend(lines(draft.text))
    draft.amend(misprints(draft.text, known_misprints or {}))
    return draft.log()


def _put_columns_in_order(draft: Draft) -> None:
    for _ in range(_MOST_COLUMNS):
        plan = side_by_side(draft.text)
        if plan is None:
            return
        draft.amend(plan.breaks)
        draft.rearrange(plan.spans)
