"""How applicants fill in forms: ticks, blanks, figures rounded as the other registers have them."""

import random
from typing import Any

from figures import Figures

_YES = ("是", "是", "是", "√")
#: What is written where nothing is known yet.
OPEN = ("", "—", "待补")


def ticked(chance: random.Random, often: int, open: int = 0) -> str:
    """Yes in so many of a hundred, nothing in so many, else no."""
    drawn = chance.randrange(100)
    if drawn < open:
        return chance.choice(OPEN)
    return chance.choice(_YES) if chance.randrange(100) < often else "否"


def in_wan(years: Figures, year: int, name: str) -> float | None:
    """An amount in 万元 as the yearly figures print it; None where the year is missing.

    The figures of 2023 were collected in 千元 and have one decimal more.
    """
    if year not in years:
        return None
    return round(years[year][name], 3 if year == 2023 else 2)


def net_assets(years: Figures, year: int) -> float | None:
    """Net assets in 万元 as the declarations of 2025 print them."""
    return round(years[year]["assets"] - years[year]["debt"], 2) if year in years else None


def either(chance: random.Random, value: Any, open: int) -> Any:
    """The value, or in so many of a hundred a blank."""
    return chance.choice(OPEN) if chance.randrange(100) < open else value
