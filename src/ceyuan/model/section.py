"""The parts of a document that readers tell apart."""

from dataclasses import dataclass
from enum import StrEnum


class Section(StrEnum):
    """Which part of a page a passage belongs to. Only MAIN is the article itself."""

    MAIN = "main"
    RELATED = "related"
    SIDEBAR = "sidebar"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True)
class Part:
    """A run `[start, end)` of the repaired text that is one kind of section."""

    section: Section
    start: int
    end: int
