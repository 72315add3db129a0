"""Headline glyphs that were printed twice for boldness and copied twice: 科科技技创创新新."""

import re
from collections.abc import Iterator

from ceyuan.engines.reading.repair.changes import Change
from ceyuan.engines.reading.repair.hanzi import HAN
from ceyuan.engines.reading.repair.words import is_word

_PAIRED = re.compile(f"(?:([{HAN}])\\1){{2,}}")


def doubled(text: str) -> Iterator[Change]:
    """Every second glyph of a doubled run goes.

    Three doubled glyphs in a row are never Chinese. Two are, where they reduplicate a word
    (高高兴兴, 老老少少): they go only if the whole is no word, its single form is one, and that single
    form stands elsewhere in the text.
    """
    for found in _PAIRED.finditer(text):
        run = found[0]
        single = run[::2]
        if len(single) == 2 and not (
            not is_word(run) and is_word(single) and text.count(single) >= 2
        ):
            continue
        at = found.start()
        for i in range(0, len(run), 2):
            yield Change(at + i, at + i + 2, run[i], "doubled")
