"""Rows nobody would hand in: every input of a programme at random, with all that upsets engines."""

import math
import random
from datetime import date, timedelta

import pyarrow as pa

from ceyuan.authoring.rules import Type
from ceyuan.engines.rules.boundary import around
from ceyuan.engines.rules.opening import MET, MOVED, MOVED_TO, Opened
from ceyuan.engines.rules.table import ARROW_TYPES

#: Not numbers, beyond all measure, and the ends of what counts as a figure.
WILD = (math.nan, math.inf, -math.inf, 1e300, -1e300, 5e-324, 1e18, -1e18, 1e-9, -1e-9, -0.0)

#: Quotation marks, separators, escapes, nothing, and letters outside the first plane.
ODD_TEXTS = ("", " ", "|", "||", "it's", '"', "\\N", "\t", "a|b", "%", "_", "𠮷", "null", "无\n无")

ODD_DAYS = (
    date.min,
    date(1582, 10, 10),  # a day the Gregorian calendar left out
    date(1900, 2, 28),
    date(1969, 12, 31),
    date(2020, 2, 29),
    date(2024, 1, 31),
    date(9999, 12, 30),
)


def random_rows(opened: Opened, rows: int, seed: str) -> pa.Table:
    """Rows with every input of the opened programme drawn anew, a sixth of them unknown.

    Numbers are drawn near all limits of the programme, whatever they belong to, so that values meet
    limits and one another; some rows set one of its places besides, some take conditions for met.
    """
    chance = random.Random(seed)
    near = [value for place in opened.places for value in around(place)]
    limits = [value for value in near if isinstance(value, float)] or [1.0]
    days = [opened.graph.on, *ODD_DAYS, *(value for value in near if isinstance(value, date))]

    def number() -> float:
        kinds = [
            lambda: 0.0,
            lambda: chance.choice(limits),
            lambda: float(chance.randint(-3, 400)),
            lambda: float(chance.randint(-(10**12), 10**13)),
            lambda: chance.uniform(-1, 2),
            lambda: chance.choice((0.1, 0.285, 2.5, 1 / 3, 0.1 + 0.2)),
        ]
        return chance.choice(WILD) if chance.random() < 0.04 else chance.choice(kinds)()

    def day() -> date:
        if chance.random() < 0.3:
            return chance.choice(days)
        return opened.graph.on - timedelta(chance.randint(-400, 4000))

    def text(name: str) -> str:
        words = opened.words.get(name, ())
        listed = "|" + "".join(f"{w.strip('|')}|" for w in chance.sample(words, len(words) // 2))
        return chance.choice((*words, listed, chance.choice(ODD_TEXTS)))

    def cell(name: str, type_: Type) -> float | bool | date | str | None:
        if name == MOVED:
            return float(chance.choice((0, 0, *(place.number for place in opened.places))))
        if name == MET:
            return chance.random() < 0.4
        if name == MOVED_TO and chance.random() < 0.5:
            return chance.choice(limits)
        if chance.random() < 1 / 6:
            return None
        if type_ is Type.NUMBER:
            return number()
        if type_ is Type.TRUTH:
            return chance.random() < 0.6
        return day() if type_ is Type.DAY else text(name)

    return pa.table(
        {
            name: pa.array([cell(name, type_) for _ in range(rows)], ARROW_TYPES[type_])
            for name, type_ in opened.graph.inputs.items()
        }
    )
