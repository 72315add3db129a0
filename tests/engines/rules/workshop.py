"""A workshop of toyland, invented."""

from datetime import date
from typing import Any

#: A workshop that just wins: two years old to the day, fifty makers, five per cent.
WINNER: dict[str, Any] = {
    "opened": date(2022, 6, 1),
    "makers": 50.0,
    "sales": 5_000_000.0,
    "paper_cost": 250_000.0,
    "clean_record": True,
    "styles": "|旧式|",
}
