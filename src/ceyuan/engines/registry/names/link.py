"""Which known organisation a name means, how sure, why; nobody where that is not clear."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import exp

from ceyuan.engines.registry.names.compare import Reason, chance, odds, reasons
from ceyuan.engines.registry.names.index import NameIndex
from ceyuan.engines.registry.names.parse import NameParser
from ceyuan.engines.registry.names.parts import Parts

#: From this chance on, with all rivals counted, a name is taken to mean its best candidate.
SURE = 0.45
#: And so many times as likely as the next; of twins neither is meant.
CLEARER = 1.5
#: Candidates below this chance are not worth a person's look.
WORTH_A_LOOK = 0.002
#: The name may mean somebody who is not among those known: the odds of that against even.
_NOBODY = 1.0


@dataclass(frozen=True, slots=True)
class Known:
    """An organisation names can be linked to: identifier, name, and other names of it."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """An organisation a name may mean.

    Attributes:
        known: the organisation; `by` the one of its names that fits best.
        likeness: the chance of the pair taken alone.
        score: the chance with all other candidates, and nobody, counted against it.
        reasons: what was found on the pair.
    """

    known: Known
    by: str
    likeness: float
    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Linked:
    """What a name means: the organisation, or None where unsure; candidates, the likeliest first."""

    name: str
    match: Known | None
    candidates: tuple[Candidate, ...]

    @property
    def score(self) -> float:
        """The score of the best candidate; 0 where there is none."""
        return self.candidates[0].score if self.candidates else 0.0


class WhoIsWho:
    """Known organisations, ready to be asked about names."""

    def __init__(self, parser: NameParser, known: Iterable[Known]) -> None:
        self._parser = parser
        self._index = NameIndex()
        self._owners: list[Known] = []
        for one in known:
            for name in dict.fromkeys((one.name, *one.aliases)):
                parts = parser.parse(name)
                for spelled in (parts, *(parser.parse(former) for former in parts.formerly)):
                    self._index.add(spelled)
                    self._owners.append(one)

    def __len__(self) -> int:
        return len(self._index)

    def who(self, name: str, *, region: str = "", most: int = 5) -> Linked:
        """The organisation a name means.

        Args:
            name: as printed.
            region: a place the text speaks of, as printed; speaks for candidates of that place.
            most: candidates given back, at most.
        """
        parts = self._parser.parse(name)
        near = self._parser.regions.named(region) if region else None
        best: dict[str, tuple[float, Known, Parts]] = {}
        for number in self._index.like(parts):
            other = self._index.names[number]
            value = odds(parts, other)
            if near and other.regions and not parts.regions:
                here = any(r.around & near.codes or near.around & r.codes for r in other.regions)
                value += _OF_THE_PLACE if here else -_OF_THE_PLACE
            owner = self._owners[number]
            if owner.id not in best or value > best[owner.id][0]:
                best[owner.id] = (value, owner, other)
        ranked = sorted(best.values(), key=lambda each: (-each[0], each[1].id))
        shares = _against_each_other([value for value, _, _ in ranked])
        candidates = tuple(
            Candidate(owner, other.printed, chance(value), share, reasons(parts, other))
            for (value, owner, other), share in zip(ranked[:most], shares, strict=False)
            if share >= WORTH_A_LOOK
        )
        clear = len(shares) < 2 or shares[0] >= CLEARER * shares[1]
        match = candidates[0].known if clear and candidates and shares[0] >= SURE else None
        return Linked(name, match, candidates)


#: What being of the place spoken of is worth.
_OF_THE_PLACE = 1.0


def _against_each_other(values: Sequence[float]) -> list[float]:
    """The chance of each, where one at most is meant and perhaps none."""
    weight = [exp(min(value, 30.0)) for value in values]
    whole = sum(weight) + _NOBODY
    return [each / whole for each in weight]
