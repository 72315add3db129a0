"""Reads the text of a newspaper page: columns, boxes and captions, torn lines put together again."""

import re
from dataclasses import replace

from ceyuan.authoring.page_furniture import joined_parts, split_page
from ceyuan.authoring.reader import Layout, Line, Look, bids, lays_out
from ceyuan.model.section import Section

_PAPER = re.compile(
    r"摄\s?[/／]\s?[一-鿿]{2,4}|图\s?[/／]\s?[一-鿿]{2,4}|文\s?[/／]\s?[一-鿿]{2,4}"
    r"|本报(?:讯|记者)|■链接\s?[》>]|●链接\s?[》>]|链接\s?[》>]|版(?:责编|式)|第\s?\d+\s?版|日报|晚报"
)
_CREDIT = re.compile(
    r"(?:[一-鿿]{2,4}[ 　]*){1,4}|.{0,20}(?:摄|图)\s?[/／]\s?[一-鿿]{2,4}(?:[ 　][一-鿿]{2,4})?|.{2,24}(?:摄|供图)"
)
#: Torn lines by the hundred characters, from which on a text was set in columns.
_TORN_PER_HUNDRED = 0.6


@bids
def looks_like_a_newspaper_page(look: Look) -> float:
    """Sure of text whose lines were torn by columns and that names photographers or boxes."""
    if not look.text.strip():
        return 0.0
    torn = sum(count for why, count in look.damage.items() if why in ("line", "moved", "column"))
    dense = 100 * torn / len(look.text) >= _TORN_PER_HUNDRED
    marks = len({m[0] for m in _PAPER.finditer(look.text)})
    if dense and marks:
        return 0.75
    return 0.65 if dense and torn >= 20 else 0.0


@lays_out
def page_without_captions(look: Look) -> Layout:
    """The whole page is the article; credits and captions are not."""
    layout = split_page(look)
    sections = [_of(line, layout) for line in look.lines]
    return replace(layout, parts=joined_parts(look.lines, sections, len(look.text)))


def _of(line: Line, layout: Layout) -> Section:
    words = line.text.strip()
    if words and _CREDIT.fullmatch(words) and not any(mark in words for mark in "0123456789。，"):
        names = words.split()
        if len(names) > 1 or "摄" in words or "供图" in words:
            return Section.BOILERPLATE
    for part in layout.parts:
        if part.start <= line.start < max(part.end, part.start + 1):
            return part.section
    return Section.MAIN
