"""What copying, scanning and converting do to a text. All of it repeatable: no chance without a seed."""

import random
import re
from collections.abc import Callable

from opencc import OpenCC
from pypinyin import Style, pinyin

Damage = Callable[[str], str]


def full_width(text: str) -> str:
    """Punctuation as printed papers have it; ASCII commas and colons between digits stay."""
    text = re.sub(r"(?<!\d),|,(?!\d)", "，", text)
    text = re.sub(r"(?<!\d):|:(?!\d)", "：", text)
    text = re.sub(r"(?<![A-Za-z&])\(", "（", text)
    return text.replace(")", "）").replace(";", "；").replace("(", "（")


def traditional(text: str, how: str = "s2tw") -> str:
    """Traditional characters; `s2twp` also changes words (芯片 → 晶片)."""
    return str(OpenCC(how).convert(text))


def toned_pinyin(text: str, seed: int, share: float = 0.16) -> str:
    """`創(chuàng)新`: a reading in brackets after every occurrence of some characters.

    Which characters is a matter of the site's word list, so it is the same all through a text;
    part of the readings end in a space.
    """
    chance = random.Random(seed)
    kinds = sorted({c for c in text if "\u4e00" <= c <= "\u9fff"})
    chosen = {c: chance.random() < 0.35 for c in kinds if chance.random() < share}
    said = []
    for c in text:
        said.append(c)
        if c in chosen:
            reading = pinyin(c, style=Style.TONE)[0][0]
            said.append(f"({reading} )" if chosen[c] else f"({reading})")
    return "".join(said)


def repeated_pinyin(text: str, seed: int, share: float = 0.22) -> str:
    """`規(gui)(gui)劃`: a toneless reading once to three times after characters here and there."""
    chance = random.Random(seed)
    said = []
    for c in text:
        said.append(c)
        if "\u4e00" <= c <= "\u9fff" and chance.random() < share:
            said.append(f"({pinyin(c, style=Style.NORMAL)[0][0]})" * chance.choice((1, 1, 2, 3)))
    return "".join(said)


def wrapped(paragraph: str, width: int) -> list[str]:
    """Lines of a printed column, `width` full-width characters each.

    As typesetters do: a number stays with its decimals and its sign, no line begins with a
    closing mark.
    """
    lines, line, room = [], "", 2 * width
    for word in re.findall(r"[\x21-\x7e]*\d[\x21-\x7e]*|.", paragraph):
        wide = sum(1 if c.isascii() else 2 for c in word)
        if wide > room and word[0] not in ",.;:!?)、,。;:!?”’》)」":
            lines.append(line)
            line, room = "", 2 * width
        line += word
        room -= wide
    return [*lines, line] if line else lines


def stray_spaces(lines: list[str], seed: int, share: float = 0.18) -> list[str]:
    """A space somewhere between two characters of some lines, never inside a number."""
    chance = random.Random(seed)
    out = []
    for line in lines:
        places = [
            i
            for i in range(1, len(line))
            if not (line[i - 1 : i + 1].isascii()) and "\u4e00" <= line[i] <= "\u9fff"
        ]
        if places and chance.random() < share:
            at = chance.choice(places)
            line = f"{line[:at]} {line[at:]}"
        out.append(line)
    return out


def interleaved(blocks: list[list[str]]) -> list[str]:
    """Blocks of lines in the order a careless reader of columns takes them."""
    return [line for block in blocks for line in (*block, "")]
