"""Several values in one cell: titles, years, inventors, partners."""

import re

from ceyuan.engines.reading.table.cells.name import one_line

_SEPARATORS = re.compile(r"[;；、,，\n|/]+|[:：]{2,}|\s{2,}")
_NUMBERED = re.compile(r"(?:^|(?<=[;；、,，\n\s。]))\s*(?:[（(]?\d{1,2}[)）、.．](?!\d)|[①-⑳])\s*")
_BOX = re.compile(r"[□☐○◯].*[√✓✔☑☒■●✅]|[√✓✔☑☒■●✅].*[□☐○◯]", re.S)
_TICKED = re.compile(r"[√✓✔☑☒■●✅]\s*([^\s√✓✔☑☒■●✅□☐○◯]+)")
_OUTSIDE = re.compile(r"[（(][^（）()]*[）)]")


def split_values(text: str, *, people: bool = False) -> tuple[str, ...]:
    """The values of a cell that holds several, in order, each once.

    Separators inside brackets do not count (`成套装备（首台、首套）` is one). For people a single
    space separates too: 张三 李四.
    """
    if _NUMBERED.search(text):
        pieces = [p for p in _NUMBERED.split(text) if p and p.strip(" ;；、,，。\n")]
        if len(pieces) > 1:
            return _each(pieces, people)
    masked = _OUTSIDE.sub(lambda m: "\0" * len(m[0]), text)
    pieces, at = [], 0
    for cut in _SEPARATORS.finditer(masked):
        pieces.append(text[at : cut.start()])
        at = cut.end()
    pieces.append(text[at:])
    if people:
        pieces = [q for p in pieces for q in _people(p)]
    return _each(pieces, people)


def ticked(text: str) -> str:
    """What is ticked among boxes (□电子信息 ☑先进制造); the text itself where nothing is."""
    if not _BOX.search(text):
        return text
    chosen = [one.strip(" 、,，;；") for one in _TICKED.findall(text)]
    return "、".join(one for one in chosen if one) or text


def _people(text: str) -> list[str]:
    words = text.split()
    if len(words) > 1 and all(re.fullmatch(r"[\u4e00-\u9fff·]{2,5}", w) for w in words):
        return words
    # 张　三: a two-character name spaced out
    return [text]


def _each(pieces: list[str], people: bool) -> tuple[str, ...]:
    said = (one_line(p).strip(" ;；、,，。等") for p in pieces)
    return tuple(dict.fromkeys(s for s in said if s))
