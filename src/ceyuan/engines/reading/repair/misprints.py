"""Misprints that the gazetteer knows: names that no place bears, written for one that does."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from ceyuan.engines.reading.repair.changes import Change


def misprints(text: str, known: Mapping[str, str]) -> Iterator[Change]:
    """Replace every known misprint, longest first; only the characters that differ are touched."""
    if not known or not text:
        return
    printed = tuple(known)
    for index, start, _ in _finder(printed).find_matches_as_indexes(text):
        was = printed[index]
        now = known[was]
        if len(was) != len(now):
            yield Change(start, start + len(was), now, "lookalike")
            continue
        for i, (old, new) in enumerate(zip(was, now, strict=True)):
            if old != new:
                yield Change(start + i, start + i + 1, new, "lookalike")


@lru_cache(maxsize=4)
def _finder(printed: tuple[str, ...]) -> AhoCorasick:
    """One catalogue has one list of misprints, and every document is searched for it."""
    return AhoCorasick(list(printed), matchkind=MatchKind.LeftmostLongest)
