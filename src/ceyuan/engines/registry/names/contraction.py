"""Whether a short name is drawn from a long one: whole words kept, words cut, words left out.

威高血净 is drawn from 威高|血液净化|制品: the trunk whole, of 血液净化 two characters, 制品 left out.
"""

from dataclasses import dataclass
from functools import lru_cache

from ceyuan.engines.registry.names.parts import Sort, Word

#: What leaving a word out costs, by what the word does; a trunk is hardly ever left out.
_LEFT_OUT = {
    Sort.REGION: 0.8,
    Sort.TRUNK: 3.5,
    Sort.LATIN: 3.5,
    Sort.BUSINESS: 0.6,
    Sort.HEAD: 1.6,
    Sort.ORDINAL: 2.5,
}
#: What keeping only some characters of a word costs, where its first (of a head: or last) is kept.
_CUT = 0.35
_CUT_INSIDE = 1.6
#: Dearer than this is no contraction.
DEAREST = 6.0


@dataclass(frozen=True, slots=True)
class Contraction:
    """How a short name is drawn from a long one: the cost, and how many words of what were lost."""

    cost: float
    left_out: tuple[Word, ...]


@lru_cache(maxsize=1 << 15)
def contraction(short: str, words: tuple[Word, ...]) -> Contraction | None:
    """The cheapest way to draw `short` from `words`; None where there is none worth the name."""
    if not _is_drawn_from(short, words):
        return None
    best: list[tuple[float, tuple[Word, ...]] | None] = [None] * (len(short) + 1)
    best[0] = (0.0, ())
    for word in words:
        following: list[tuple[float, tuple[Word, ...]] | None] = [None] * (len(short) + 1)
        for taken, so_far in enumerate(best):
            if so_far is None:
                continue
            cost, lost = so_far
            _better(following, taken, cost + _LEFT_OUT[word.sort], (*lost, word))
            for kept, price in _ways_to_keep(short, taken, word):
                _better(following, taken + kept, cost + price, lost)
        best = following
    found = best[len(short)]
    if found is None or found[0] > DEAREST:
        return None
    return Contraction(*found)


def _better(
    row: list[tuple[float, tuple[Word, ...]] | None], at: int, cost: float, lost: tuple[Word, ...]
) -> None:
    now = row[at]
    if cost <= DEAREST and (now is None or cost < now[0]):
        row[at] = (cost, lost)


def _ways_to_keep(short: str, taken: int, word: Word) -> list[tuple[int, float]]:
    """How many of the next characters the word can give, and what each way costs."""
    ways: list[tuple[int, float]] = []
    text, at, kept = word.text, 0, 0
    whole = len(text)
    first = last = False
    while taken + kept < len(short):
        found = text.find(short[taken + kept], at)
        if found < 0:
            break
        first, last, at, kept = first or found == 0, found == whole - 1, found + 1, kept + 1
        if kept == whole:
            ways.append((kept, 0.0))
        else:
            begins = first or (last and word.sort is Sort.HEAD)
            cut = _CUT * (1 + (word.sort is Sort.TRUNK) * (whole - kept) / 2)
            ways.append((kept, cut if begins else _CUT_INSIDE))
    return ways


def _is_drawn_from(short: str, words: tuple[Word, ...]) -> bool:
    characters = iter("".join(word.text for word in words))
    return all(character in characters for character in short)
