"""Which of many names mean one body, decided together: a short name goes where it fits best.

A name joins a group only while the group as a whole agrees, so that one likely pair does not tie
two bodies together that other pairs tell apart.
"""

from collections.abc import Callable, Sequence

from ceyuan.engines.registry.names.compare import odds
from ceyuan.engines.registry.names.index import NameIndex
from ceyuan.engines.registry.names.parts import Parts

#: A pair this likely (logits, about 0.5) is looked at.
_LOOKED_AT = 0.0
#: Two full names this unlikely (logits) to mean one body are never joined, whatever others say.
_NEVER = -1.0
#: No single pair counts more than this for or against joining two groups.
_MOST = 5.0

Step = Callable[[int, int], None]


def groups(
    names: Sequence[Parts],
    *,
    judge: Callable[[Parts, Parts], float] = odds,
    step: Step | None = None,
) -> list[list[int]]:
    """The names sorted into bodies: lists of places in `names`, in order of their first.

    Args:
        names: parsed names; the same name may come repeatedly.
        judge: the logarithm of the odds that a pair means one body.
        step: told now and then how many names of how many are done.
    """
    first: dict[str, int] = {}
    leader = [first.setdefault(name.whole or name.text, at) for at, name in enumerate(names)]
    kept = sorted(set(leader))
    index = NameIndex(names[at] for at in kept)
    pairs: list[tuple[float, int, int]] = []
    for here, at in enumerate(kept):
        if step and here % 1000 == 0:
            step(here, len(kept))
        for there in index.like(names[at]):
            if there < here:
                value = judge(names[at], names[kept[there]])
                if value > _LOOKED_AT:
                    pairs.append((value, there, here))
    full = [not names[at].informal for at in kept]
    members = _joined(full, pairs, lambda a, b: judge(names[kept[a]], names[kept[b]]))
    by_leader = {kept[one]: number for number, group in enumerate(members) for one in group}
    found: dict[int, list[int]] = {}
    for at, lead in enumerate(leader):
        found.setdefault(by_leader[lead], []).append(at)
    return sorted(found.values())


def _joined(
    full: Sequence[bool], pairs: list[tuple[float, int, int]], judge: Callable[[int, int], float]
) -> list[list[int]]:
    """Join the likeliest pair first, groups only where their pairs on average speak for it."""
    seen = {(a, b): value for value, a, b in pairs}
    group_of = list(range(len(full)))
    members: dict[int, list[int]] = {at: [at] for at in group_of}

    def value(a: int, b: int) -> float:
        key = (a, b) if a < b else (b, a)
        if key not in seen:
            seen[key] = judge(*key)
        return max(-_MOST, min(_MOST, seen[key]))

    for _, a, b in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        left, right = group_of[a], group_of[b]
        if left == right:
            continue
        across = [(value(x, y), full[x] and full[y]) for x in members[left] for y in members[right]]
        if sum(worth for worth, _ in across) <= 0:
            continue
        if any(both_full and worth < _NEVER for worth, both_full in across):
            continue
        if len(members[left]) < len(members[right]):
            left, right = right, left
        for one in members[right]:
            group_of[one] = left
        members[left] += members.pop(right)
    return list(members.values())
