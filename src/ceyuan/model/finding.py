"""Something found wrong when a home is looked through."""

from dataclasses import dataclass

from ceyuan.model.bilingual import Bilingual


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong, and where: a file, a fact, an entry, an event."""

    what: Bilingual
    where: str
