"""Characters nobody can see, and glyphs that only look like the character they stand for."""

import re
import unicodedata
from collections.abc import Iterator

from ceyuan.engines.reading.repair.changes import Change

#: Radicals that PDF fonts put in place of the whole character and Unicode does not fold.
_RADICALS = dict(
    zip(
        "⺟⺠⺩⺫⺮⻁⻄⻅⻆⻉⻋⻒⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳",
        "母民王目竹虎西见角贝车镸长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟",
        strict=True,
    )
)
_UNSEEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb"
_CONTROL = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
_PRIVATE = "\ue000-\uf8ff"
_BREAKS = "\x0b\x0c\x85\u2028\u2029"
_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f"
_GLYPHS = "\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufb06"

_ANY = re.compile(f"\r\n?|[{_UNSEEN}{_CONTROL}{_PRIVATE}]+|[{_BREAKS}]|[{_SPACES}]|[{_GLYPHS}]")
#: Whether there is any of them: one class of characters is searched for much faster than five.
_ANY_AT_ALL = re.compile(f"[\r{_UNSEEN}{_CONTROL}{_PRIVATE}{_BREAKS}{_SPACES}{_GLYPHS}]")
_DROPPED = re.compile(f"[{_UNSEEN}{_CONTROL}{_PRIVATE}]")


def controls(text: str) -> Iterator[Change]:
    """Line ends become line feeds, odd spaces a space, radicals and ligatures the character meant.

    What cannot be seen is dropped: zero-width and direction marks, soft hyphens, control
    characters, and private-use glyphs that mean nothing outside the font they came with.
    """
    if not _ANY_AT_ALL.search(text):
        return
    for found in _ANY.finditer(text):
        was = found[0]
        if was[0] == "\r" or was in _BREAKS:
            yield Change(found.start(), found.end(), "\n", "line")
        elif _DROPPED.match(was):
            yield Change(found.start(), found.end(), "", "control")
        elif (folded := _RADICALS.get(was) or unicodedata.normalize("NFKC", was)) != was:
            why = "space" if folded == " " else "lookalike"
            yield Change(found.start(), found.end(), folded, why)
