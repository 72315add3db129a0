"""Which of many names are worth comparing with one: those that share rare pairs of characters."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from ceyuan.engines.registry.names.parts import Parts, Sort

#: Names compared with one name, at most.
CANDIDATES = 40
#: So many entries of the index are looked through for one name; the rarest keys come first.
_MOST_ENTRIES = 60_000
#: Names up to this length may be contractions, and are looked up by pairs that are not neighbours.
_SHORT = 6


class NameIndex:
    """Names under the keys they share with their variants; a name's number is its place here."""

    def __init__(self, names: Iterable[Parts] = ()) -> None:
        self.names: list[Parts] = []
        self._entries: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
        for name in names:
            self.add(name)

    def __len__(self) -> int:
        return len(self.names)

    def add(self, name: Parts) -> int:
        """Put a name in; gives its number."""
        number = len(self.names)
        self.names.append(name)
        for key in keys_of(name):
            self._entries[key].append(number)
        return number

    def like(self, name: Parts, most: int = CANDIDATES) -> Sequence[int]:
        """Numbers of the names most worth comparing with this one, the likeliest first."""
        found = [
            (len(entries), entries)
            for key in asked_by(name)
            if (entries := self._entries.get(key)) is not None
        ]
        if not found:
            return ()
        found.sort(key=lambda pair: pair[0])
        total = len(self.names)
        numbers: list[NDArray[np.uint32]] = []
        worth: list[NDArray[np.float64]] = []
        looked_through = 0
        for count, entries in found:
            if looked_through and looked_through + count > _MOST_ENTRIES:
                break
            looked_through += count
            numbers.append(np.frombuffer(entries, dtype=np.uint32))
            worth.append(np.full(count, np.log1p(total / count)))
        seen, at = np.unique(np.concatenate(numbers), return_inverse=True)
        shared = np.bincount(at, weights=np.concatenate(worth))
        if len(seen) > most:
            best = np.argpartition(-shared, most)[:most]
            seen, shared = seen[best], shared[best]
        return [int(n) for n in seen[np.lexsort((seen, -shared))]]


def keys_of(name: Parts) -> set[str]:
    """What a name is kept under: neighbours, the whole, and pairs that contractions keep."""
    keys = _neighbours(name)
    words = [word.text for word in name.all_words]
    if not words:
        return keys
    firsts = [word[0] for word in words]
    for at, first in enumerate(firsts):
        keys.update(f"{first}~{later}" for later in firsts[at + 1 : at + 4])
    last = name.all_words[-1]
    if last.sort is Sort.HEAD:
        keys.update(f"{first}~{last.text[-1]}" for first in firsts[:3])
    lead = next((w.text for w in name.words if w.sort in (Sort.TRUNK, Sort.LATIN)), "")
    keys.update(f"{lead[:1]}~{later}" for later in lead[1:5])
    return keys


def asked_by(name: Parts) -> set[str]:
    """What a name is looked for under."""
    keys = _neighbours(name)
    said = name.core if name.informal or len(name.core) <= _SHORT else ""
    if 2 <= len(said) <= _SHORT + 2:
        keys.update(f"{a}~{b}" for a, b in pairwise(said))
        if name.head:
            keys.add(f"{said[0]}~{said[-1]}")
    return keys | keys_of(name) if name.host or name.regional else keys


def _neighbours(name: Parts) -> set[str]:
    core = name.core
    keys = {name.text, f"={name.bare}"}
    keys.update(core[at : at + 2] for at in range(len(core) - 1))
    if name.regions and name.bare:
        # One misread character of a short core leaves no rare pair; its place and one end are left.
        place = name.regions[0].name[:2]
        keys.update((f"@{place}{name.bare[0]}", f"@{place}{name.bare[-2:]}"))
    if name.host:
        keys.update(name.host[at : at + 2] for at in range(len(name.host) - 1))
    return keys
