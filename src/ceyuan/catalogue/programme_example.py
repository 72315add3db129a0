"""A worked case of a programme: a situation, and what must come out."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class ProgrammeExample:
    """A situation on a day and what the programme must say.

    Attributes:
        name: one sentence.
        on: the day asked.
        given: fields, rules or other programmes' answers; money in 元, `unknown` for unknown.
        expect: rules, `eligible`, `amount`, `in_force`; money in 元, `unknown` for unknown.
        parameters: a district's own values, in the unit written.
        note: where the case comes from.
    """

    name: str
    on: date
    given: dict[str, Any] = field(default_factory=dict)
    expect: dict[str, Any] = field(default_factory=dict)
    parameters: dict[str, Any] = field(default_factory=dict)
    note: str = ""
