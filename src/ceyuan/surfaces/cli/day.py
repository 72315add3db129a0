"""Days people give on the command line."""

from datetime import date

from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import BadInput


class UnreadableDay(BadInput):
    """What was given is no day."""


def read_day(given: str, option: str) -> date:
    """A day written as 2024-06-30.

    Raises:
        UnreadableDay: anything else; never guessed.
    """
    try:
        return date.fromisoformat(given.strip())
    except ValueError:
        raise UnreadableDay(
            Bilingual(f"{given!r} 不是日期", f"{given!r} is no day"),
            where=option,
            remedy=Bilingual("写成 2024-06-30", "write it as 2024-06-30"),
        ) from None
