"""Which of many names mean one body, decided together: a short name goes where it fits best.

A name joins a group only while the group as a whole agrees, so that one likely pair does not tie
two bodies together that other pairs tell apart.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations

import numpy as np

from ceyuan.engines.registry.names.compare import odds
from ceyuan.engines.registry.names.index import NameIndex
from ceyuan.engines.registry.names.parts import Parts

#: A pair this likely (logits, about 0.5) is looked at.
_LOOKED_AT = 0.0
#: Two full names this unlikely (logits) to mean one body are never joined, whatever others say.
_NEVER = -1.0
#: No single pair counts more than this for or against joining two groups.
_MOST = 5.0
#: More names than this under one key say that the key tells nothing.
_MOST_UNDER_A_KEY = 50

Judge = Callable[[Parts, Parts], float]
#: Gives the pairs of a list of names that are worth judging, by their places in it.
Pairing = Callable[[Sequence[Parts]], Iterable[tuple[int, int]]]


def pairs_by_likeness(names: Sequence[Parts]) -> Iterator[tuple[int, int]]:
    """Each name with the forty most like it: thorough, for up to some ten thousands."""
    index = NameIndex()
    for here, name in enumerate(names):
        yield from ((there, here) for there in index.like(name))
        index.add(name)


def pairs_by_keys(names: Sequence[Parts]) -> Iterator[tuple[int, int]]:
    """Names that share trunk, core, or half a core: quick, for millions.

    Misses contractions that keep no half (某某光机所), and what stands under keys that more than
    fifty names share.
    """
    keys, owners = [], []
    for number, name in enumerate(names):
        bare, half = name.bare, (len(name.bare) + 1) // 2
        for key in {bare, f"<{bare[:half]}", f">{bare[-half:]}", name.trunk, name.core}:
            if len(key) > 1:
                keys.append(hash((key, name.host)))
                owners.append(number)
    order = np.argsort(np.asarray(keys, dtype=np.int64), kind="stable")
    sorted_keys = np.asarray(keys, dtype=np.int64)[order]
    sorted_owners = np.asarray(owners, dtype=np.int64)[order]
    cuts = np.flatnonzero(np.diff(sorted_keys)) + 1
    starts = np.concatenate(([0], cuts))
    ends = np.concatenate((cuts, [len(sorted_keys)]))
    worth = (ends - starts > 1) & (ends - starts <= _MOST_UNDER_A_KEY)
    found = [
        np.array(list(combinations(sorted_owners[start:end].tolist(), 2)), dtype=np.int64)
        for start, end in zip(starts[worth], ends[worth], strict=True)
    ]
    if not found:
        return
    pairs = np.concatenate(found)
    packed = np.unique(pairs.min(axis=1) * len(names) + pairs.max(axis=1))
    for pair in packed:
        yield int(pair) // len(names), int(pair) % len(names)


def groups(
    names: Sequence[Parts], *, judge: Judge = odds, pairing: Pairing = pairs_by_likeness
) -> list[list[int]]:
    """The names sorted into bodies: lists of places in `names`, in order of their first.

    Args:
        names: parsed names; the same name may come repeatedly.
        judge: the logarithm of the odds that a pair means one body.
        pairing: which pairs are judged.
    """
    first: dict[str, int] = {}
    leader = [first.setdefault(name.whole or name.text, at) for at, name in enumerate(names)]
    kept = sorted(set(leader))
    distinct = [names[at] for at in kept]
    pairs = [
        (value, a, b)
        for a, b in pairing(distinct)
        if (value := judge(distinct[a], distinct[b])) > _LOOKED_AT
    ]
    members = _joined(distinct, pairs, judge)
    by_leader = {kept[one]: number for number, group in enumerate(members) for one in group}
    found: dict[int, list[int]] = {}
    for at, lead in enumerate(leader):
        found.setdefault(by_leader[lead], []).append(at)
    return sorted(found.values())


def _joined(
    names: Sequence[Parts], pairs: list[tuple[float, int, int]], judge: Judge
) -> list[list[int]]:
    """Join the likeliest pair first, groups only where their pairs on average speak for it."""
    seen = {(a, b): value for value, a, b in pairs}
    group_of = list(range(len(names)))
    members: dict[int, list[int]] = {at: [at] for at in group_of}

    def value(a: int, b: int) -> float:
        key = (a, b) if a < b else (b, a)
        if key not in seen:
            seen[key] = judge(names[key[0]], names[key[1]])
        return max(-_MOST, min(_MOST, seen[key]))

    for _, a, b in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        left, right = group_of[a], group_of[b]
        if left == right:
            continue
        across = [(value(x, y), x, y) for x in members[left] for y in members[right]]
        if sum(worth for worth, _, _ in across) <= 0:
            continue
        if any(
            worth < _NEVER and not (names[x].informal or names[y].informal)
            for worth, x, y in across
        ):
            continue
        if len(members[left]) < len(members[right]):
            left, right = right, left
        for one in members[right]:
            group_of[one] = left
        members[left] += members.pop(right)
    return list(members.values())
