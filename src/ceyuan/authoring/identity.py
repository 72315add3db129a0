"""What a page may ask about which records are one thing."""

from typing import Protocol

from ceyuan.authoring.doubt import Doubt


class AskIdentity(Protocol):
    """Answers to who is who as they stand."""

    def together(self, subject: str) -> tuple[str, ...]:
        """Every identifier decided to be one thing with this one, the one it goes under first."""
        ...

    def judged(self, subject: str) -> tuple[Doubt, ...]:
        """Questions and answers about a thing, under any of its identifiers; newest first."""
        ...
