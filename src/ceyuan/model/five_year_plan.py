"""The years of China's five-year plans: “十三五” is 2016 to 2020."""

import re

from ceyuan.model.numeral import value_of

_PLAN = re.compile(
    "(?P<open>[“\"'「『‘])?(?P<number>十[一二三四五六七八九]?|[三四五六七八九])五(?P<close>[”\"'」』’])?"
)


def plan_years(number: int) -> tuple[int, int]:
    """First and last year of the plan of that number, from the third (1966 to 1970) on."""
    first = 1966 + 5 * (number - 3)
    return first, first + 4


def plan_at(plain: str, at: int) -> tuple[int, tuple[int, int], bool] | None:
    """Where the plan named at `at` ends, its years, and whether it is in quotes or unmistakable.

    十五 without quotes is a number like any other, 十四五 is not.
    """
    m = _PLAN.match(plain, at)
    if m is None or bool(m["open"]) != bool(m["close"]):
        return None
    number = value_of(m["number"])
    if number is None:
        return None
    return m.end(), plan_years(int(number)), bool(m["open"]) or len(m["number"]) > 1
