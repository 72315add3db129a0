"""One of a few: the printed spelling of a choice, several where the field holds several."""

import re
from functools import lru_cache

from ceyuan.engines.reading.table.cells.outcome import Outcome, unreadable
from ceyuan.engines.reading.table.cells.several import ticked
from ceyuan.engines.reading.table.heading import plain
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.kind import Field


def read_choice(text: str, field: Field) -> Outcome:
    """The identifier of the choice the cell prints.

    Exact spellings win; otherwise the longest spelling that the cell begins or ends with
    (`国家级重点` is national). A ticked box among empty ones counts alone.
    """
    said = ticked(text)
    spellings = _spellings(tuple((k, v) for k, v in field.choices.items()))
    parts = re.split(r"[、,，;；/\n]", said) if field.many else [said]
    found = []
    for part in parts:
        word = plain(part)
        if not word:
            continue
        choice = spellings.get(word)
        if choice is None:
            near = [s for s in spellings if len(s) > 1 and (word.startswith(s) or word.endswith(s))]
            choice = spellings[max(near, key=len)] if near else None
        if choice is None:
            return _refused(text, field)
        found.append(choice)
    return Outcome(tuple(dict.fromkeys(found)))


@lru_cache(maxsize=256)
def _spellings(choices: tuple[tuple[str, tuple[str, ...]], ...]) -> dict[str, str]:
    table: dict[str, str] = {}
    for identifier, printed in choices:
        for spelling in (*printed, identifier):
            table.setdefault(plain(spelling), identifier)
    return table


def _refused(text: str, field: Field) -> Outcome:
    known = "、".join(printed[0] for printed in field.choices.values() if printed)
    return Outcome(
        (),
        (
            unreadable(
                "not_a_choice",
                Bilingual(f"“{text}”不在{field.name}的可选项中", f"{text!r} is no {field.english}"),
                Bilingual(f"填其中之一：{known}", f"write one of {known}"),
            ),
        ),
        text,
    )
