"""The words a matcher is written in.

A matcher is a folder with `card.toml`, `matcher.py` and `examples.toml`. Its function:

    @weighs   def …(need, offer) -> Iterable[Reason]     what speaks for and against bringing them together

The machine checks such a folder; the engine that matches is not built yet.
"""

from dataclasses import dataclass

from ceyuan.authoring.marks import marked
from ceyuan.model.bilingual import Bilingual

weighs = marked("weighs")


@dataclass(frozen=True, slots=True)
class Reason:
    """Something that speaks for (`weight` > 0) or against (`weight` < 0) a match."""

    what: Bilingual
    weight: float
