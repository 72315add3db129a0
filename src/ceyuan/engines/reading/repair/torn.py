"""Characters whose two bytes were torn apart when a site pushed a reading between them.

Some sites insert readings byte by byte into GBK text and take the second byte of one character and
the first of the next for a character of its own: 新聞記者從 becomes 新聞?dòng)浾邚. From there on every
pair of bytes is read one byte late, until a single byte (a letter, a lost `?`) closes the gap. The
first byte is not lost: it is the second byte of the character whose reading is printed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ceyuan.engines.reading.repair.changes import Change
from ceyuan.engines.reading.repair.hanzi import HAN, is_common, is_han, simplifier
from ceyuan.engines.reading.repair.pinyin import LETTERS, TONED, plain_reading, readings
from ceyuan.engines.reading.repair.words import how_common

_READING = rf"(?=[{LETTERS}]*[{TONED}])(?P<reading>[{LETTERS}]{{1,7}}) ?\)"
_TORN = re.compile(rf"(?<=[{HAN}])\?(?:{_READING}|(?=[{HAN},]))")
_INJECTED = re.compile(rf"[{HAN}]\((?=[{LETTERS}]*[{TONED}])[{LETTERS}]{{1,7}} ?\)")
_HELD = re.compile(_READING)
#: Lead bytes GBK leaves to the user: a character made of them is dropped on the way.
_PRIVATE = (
    *((lead, trail) for lead in range(0xF8, 0xFF) for trail in range(0xA1, 0xFF)),
    *((lead, trail) for lead in range(0xAA, 0xB0) for trail in range(0xA1, 0xFF)),
    *((lead, trail) for lead in range(0xA1, 0xA8) for trail in range(0x40, 0xA1)),
)
#: From so many injected readings on, a lone `?` between characters is worth trying, too.
_DAMAGED_FROM = 3
#: How many characters the bytes may stay shifted for.
_LONGEST = 24


def torn(text: str) -> Iterator[Change]:
    """Put torn characters together again; a reading whose character is lost leaves only its `?`.

    A repair is made only if every character it gives is a common one; otherwise the passage
    stays as it is.
    """
    if "?" not in text or not _INJECTED.search(text):
        return
    damaged = len(_INJECTED.findall(text)) >= _DAMAGED_FROM
    upto = 0
    for found in _TORN.finditer(text):
        if found.start() < upto or not (damaged or found["reading"]):
            continue
        mended = _mended(text, found.start())
        if mended is not None:
            end, now = mended
            yield Change(found.start(), end, now, "torn")
            upto = end
        elif found["reading"]:
            yield Change(found.start() + 1, found.end(), "", "pinyin")
            upto = found.end()


@dataclass(frozen=True, slots=True)
class _Byte:
    """One byte of the torn run: known, or one of several."""

    may_be: tuple[int, ...]
    reading: str = ""


_ANY = tuple(range(0x40, 0xFF))


def _mended(text: str, start: int) -> tuple[int, str] | None:
    """The first end of the run at which all bytes pair up into likely characters."""
    before = _bytes(text[start - 1])
    if len(before) != 2:
        return None
    run: list[_Byte] = []
    at = start
    while at < len(text) and at - start < _LONGEST:
        at, single = _take(text, at, before[1], run)
        if at < 0:
            return None
        if len(run) % 2 == 0 and (now := _characters(run, text[start - 1], text[at : at + 1])):
            return at, now
        if single and len(run) % 2 == 0:
            return None
    return None


def _take(text: str, at: int, last_trail: int, run: list[_Byte]) -> tuple[int, bool]:
    """Add the bytes of the next character; where the text goes on, and whether it was one byte."""
    char = text[at]
    if char == "?":
        held = _HELD.match(text, at + 1)
        end = held.end() if held else at + 1
        run.append(_Byte(_trails(last_trail, held["reading"], run) if held else _ANY,
                         held["reading"] if held and run else ""))  # fmt: skip
        return end, True
    known = _bytes("，" if char == "," and len(run) % 2 else char)
    if len(known) == 2 or (len(known) == 1 and 0x40 <= known[0] <= 0x7E):
        run.extend(_Byte((byte,)) for byte in known)
        return at + 1, len(known) == 1
    return -1, True


def _trails(last_trail: int, reading: str, run: list[_Byte]) -> tuple[int, ...]:
    """Bytes that make a character of the printed reading with the byte before them."""
    leads = run[-1].may_be if run else (last_trail,)
    return tuple(
        trail
        for trail in _ANY
        if any(plain_reading(reading) in readings(_char(lead, trail)) for lead in leads)
    )


def _characters(run: list[_Byte], before: str, after: str) -> str:
    """The likeliest characters of paired bytes; empty where some pair gives none."""
    words = ""
    for lead, trail in zip(run[::2], run[1::2], strict=True):
        found = [
            char
            for a in lead.may_be
            for b in trail.may_be
            if (char := _char(a, b))
            and (char == "。" or (is_han(char) and is_common(char)))
            and (not trail.reading or plain_reading(trail.reading) in readings(char))
        ]
        best = _best(found, words[-1:] or before, after if lead is run[-2] else "")
        if best:
            words += best
        elif lead is run[-2] and len(lead.may_be) == len(trail.may_be) == 1:
            return words + dropped if (dropped := _dropped(lead.may_be[0], trail.may_be[0])) else ""
        else:
            return ""
    return words


def _best(found: list[str], before: str, after: str) -> str:
    """The only candidate, or the one that makes the commonest word with its neighbour."""
    if len(set(found)) == 1:
        return found[0]
    ranked = [
        (max(_how_common(before + char), _how_common(char + after)), char)
        for char in found
        if is_han(char)
    ]
    commonest, char = max(ranked, default=(0, ""))
    if commonest:
        return char
    return "。" if "。" in found else ""


@cache
def _dropped(lead: int, trail: int) -> str:
    """The commonest word whose inner bytes were taken for a private character: 國 + 際."""
    pairs = (
        _char(lead, inner_trail) + _char(inner_lead, trail) for inner_trail, inner_lead in _PRIVATE
    )
    commonest, pair = max((_how_common(pair), pair) for pair in pairs)
    return pair if commonest else ""


def _how_common(words: str) -> int:
    return how_common(simplifier().convert(words)) if len(words) == 2 else 0


def _bytes(char: str) -> bytes:
    try:
        return char.encode("gbk")
    except UnicodeEncodeError:
        return b""


def _char(lead: int, trail: int) -> str:
    try:
        return bytes((lead, trail)).decode("gbk") if lead >= 0x81 else ""
    except UnicodeDecodeError:
        return ""
