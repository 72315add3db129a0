"""A question whether two records are one thing, with its evidence side by side, as pages show it."""

from dataclasses import dataclass

from ceyuan.model.bilingual import Bilingual
from ceyuan.model.decision import Decision


@dataclass(frozen=True, slots=True)
class Side:
    """One record of a pair: identifier, kind, names (the current one first), registered codes."""

    id: str
    kind: str
    names: tuple[str, ...]
    codes: tuple[str, ...]

    @property
    def name(self) -> str:
        """The current name."""
        return self.names[0]


@dataclass(frozen=True, slots=True)
class Ground:
    """One thing found on a pair of names; `worth` is positive where it speaks for one body."""

    words: Bilingual
    worth: float


@dataclass(frozen=True, slots=True)
class Doubt:
    """A pair of records with what is held of it now, and what was found on their names."""

    decision: Decision
    one: Side
    other: Side
    grounds: tuple[Ground, ...]
