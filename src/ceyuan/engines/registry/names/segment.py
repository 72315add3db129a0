"""Cuts the core of a name into trunk, trades, numbers and the head it ends in."""

import re

from ceyuan.engines.registry.names.parts import Sort, Word, word
from ceyuan.engines.registry.names.vocabulary import vocabulary

_LATIN = re.compile(r"[A-Z0-9&]+")
_ORDINAL = re.compile(r"第[一二三四五六七八九十百]+|附属")
#: A trunk has two characters at least.
_SHORTEST_TRUNK = 2


def in_words(core: str, head: str = "") -> tuple[Word, ...]:
    """The words of a core that ends in `head` (empty for none), in order."""
    body = core[: -len(head)] if head and core.endswith(head) else core
    words: list[Word] = []
    at = 0
    while at < len(body):
        if found := _LATIN.match(body, at) or _ORDINAL.match(body, at):
            sort = Sort.LATIN if found[0].isascii() else Sort.ORDINAL
            words.append(word(found[0], sort))
            at = found.end()
        elif trade := _trade_at(body, at):
            words.append(word(trade, Sort.BUSINESS))
            at += len(trade)
        else:
            at = _unknown(body, at, words)
    if head and len(body) < len(core):
        words.append(word(head, Sort.HEAD))
    return tuple(words)


def trunk_of(words: tuple[Word, ...]) -> str:
    """The first word that is no trade; empty where there is none."""
    for each in words:
        if each.sort in (Sort.TRUNK, Sort.LATIN):
            return each.text
    return ""


def _unknown(body: str, at: int, words: list[Word]) -> int:
    """Add the stretch no list knows; a single character after a trade belongs to that trade."""
    start = at
    if not words:
        at += _SHORTEST_TRUNK - 1
    at += 1
    while at < len(body) and not (
        _LATIN.match(body, at) or _ORDINAL.match(body, at) or _trade_at(body, at)
    ):
        at += 1
    text = body[start:at]
    last = words[-1] if words else None
    if last and last.sort is Sort.BUSINESS and len(text) == 1:
        first = len(words) == 1 and at < len(body)
        sort = Sort.TRUNK if first else Sort.BUSINESS  # 海洋王 照明
        words[-1] = word(last.text + text, sort)
    else:
        words.append(word(text, Sort.TRUNK))
    return min(at, len(body))


def _trade_at(body: str, at: int) -> str:
    known = vocabulary()
    for end in range(min(len(body), at + known.longest_business), at + 1, -1):
        if body[at:end] in known.business:
            return body[at:end]
    return ""
