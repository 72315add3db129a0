"""Names of entities in memory, to be searched for a part of one."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt


@dataclass(frozen=True)
class NameList:
    """Names and, beside each, the number of its entity. An entity may have had several."""

    names: tuple[str, ...] = ()
    entities: tuple[int, ...] = ()

    def containing(self, part: str) -> npt.NDArray[np.int64]:
        """Numbers of the entities one of whose names contains `part`, letter case aside."""
        sought = _letters(part)
        letters, ends, entities = self._laid_out
        if not len(sought) or len(letters) < len(sought):
            return np.empty(0, np.int64)
        # All places at once: the first letter, then those of them with the second, and so on.
        at = np.flatnonzero(letters[: len(letters) - len(sought) + 1] == sought[0])
        for i in range(1, len(sought)):
            at = at[letters[at + i] == sought[i]]
        return np.unique(entities[np.searchsorted(ends, at, side="right")])

    @cached_property
    def _laid_out(
        self,
    ) -> tuple[npt.NDArray[np.uint32], npt.NDArray[np.int64], npt.NDArray[np.int64]]:
        """All names end to end, where each ends, and whose it is."""
        plain = [_plain(name) + "\n" for name in self.names]
        lengths = np.fromiter(map(len, plain), np.int64, len(plain))
        return _letters("".join(plain)), np.cumsum(lengths), np.asarray(self.entities, np.int64)


NO_NAMES = NameList()


def _letters(text: str) -> npt.NDArray[np.uint32]:
    plain = text if text.endswith("\n") else _plain(text)
    return np.frombuffer(plain.encode("utf-32-le", "surrogatepass"), np.uint32)


def _plain(name: str) -> str:
    return name.casefold().replace("\n", " ")
