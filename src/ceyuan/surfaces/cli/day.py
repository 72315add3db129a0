"""Days people give on the command line."""

from datetime import date

from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import BadInput

#: Other years are slips: no register is older, nobody plans further.
_YEARS = range(1900, 2201)


class UnreadableDay(BadInput):
    """What was given is no day of these centuries."""


def read_day(given: str, option: str) -> date:
    """A day written as 2024-06-30.

    Raises:
        UnreadableDay: anything else; never guessed.
    """
    try:
        day = date.fromisoformat(given.strip())
        if day.year not in _YEARS:
            raise ValueError(given)
        return day
    except ValueError:
        raise UnreadableDay(
            Bilingual(f"{given!r} 不是日期", f"{given!r} is no day"),
            where=option,
            remedy=Bilingual(
                f"写成 2024-06-30，{_YEARS[0]} 至 {_YEARS[-1]} 年",
                f"write it as 2024-06-30, from {_YEARS[0]} to {_YEARS[-1]}",
            ),
        ) from None
