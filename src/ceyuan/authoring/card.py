"""What every folder says about itself in its `card.toml`."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ceyuan.model.bilingual import Bilingual


@dataclass(frozen=True, slots=True)
class Card:
    """The card of one folder.

    Attributes:
        name: the folder's name; the identifier of the item.
        sort: `reader`, `page`, `programme`, `mechanism`, `matcher`, `report`.
        title: what officers call it.
        english: the same in English.
        about: one sentence: what it is for.
        authority: who issued or asked for it; empty for the bureau's own.
        jurisdiction: administrative code it holds for; empty for everywhere.
        valid_from: first day it holds.
        version: counts up when what it gives changes.
        rest: what is particular to the sort (`path` of a page, …), checked by its loader.
    """

    name: str
    sort: str
    title: str
    english: str
    about: str = ""
    authority: str = ""
    jurisdiction: str = ""
    valid_from: date | None = None
    version: str = "1"
    rest: dict[str, Any] = field(default_factory=dict)

    @property
    def term(self) -> Bilingual:
        """The word people read."""
        return Bilingual(self.title, self.english)
