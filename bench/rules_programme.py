"""A programme of fifteen rules, for measuring, and random firms; `rules_openfisca.py` has the same one."""

from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt

from ceyuan.authoring.rules import (
    Band,
    BandTable,
    all_of,
    band,
    capped,
    clause,
    derived,
    ratio,
    rule_of,
    when,
)
from ceyuan.engines.rules.graph import graph_of
from ceyuan.engines.rules.programme import Programme, WrittenRule
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.kind import Field, FieldType

BANDS = BandTable(
    "bands",
    (
        Band(None, False, 5e9, True, 0.05),
        Band(5e9, False, 2e10, True, 0.04),
        Band(2e10, False, None, False, 0.03),
    ),
)


@derived
def revenue_3y(revenue, revenue_1, revenue_2):  # type: ignore[no-untyped-def]
    """Revenue of three years."""
    return revenue + revenue_1 + revenue_2


@derived
def rd_3y(rd, rd_1, rd_2):  # type: ignore[no-untyped-def]
    """R&D of three years."""
    return rd + rd_1 + rd_2


@derived
def rd_share(rd_3y, revenue_3y):  # type: ignore[no-untyped-def]
    """R&D over revenue."""
    return ratio(rd_3y, revenue_3y)


@derived
def rd_floor(revenue):  # type: ignore[no-untyped-def]
    """The share asked for."""
    return band(revenue, BANDS)


@clause("1")
def rd_enough(rd_share, rd_floor):  # type: ignore[no-untyped-def]
    """Enough R&D."""
    return rd_share >= rd_floor


@derived
def staff_share(st_staff, staff):  # type: ignore[no-untyped-def]
    """S&T staff over staff."""
    return ratio(st_staff, staff)


@clause("2")
def staff_enough(staff_share):  # type: ignore[no-untyped-def]
    """Enough S&T staff."""
    return staff_share >= 0.1


@derived
def income_share(hitech_income, income):  # type: ignore[no-untyped-def]
    """High-tech income over income."""
    return ratio(hitech_income, income)


@clause("3")
def income_enough(income_share):  # type: ignore[no-untyped-def]
    """Enough high-tech income."""
    return income_share >= 0.6


@derived
def growth_points(revenue, revenue_1):  # type: ignore[no-untyped-def]
    """Points for growth."""
    rise = ratio(revenue, revenue_1) - 1
    return when(rise >= 0.35, 10).when(rise >= 0.15, 6).when(rise > 0, 2).otherwise(0)


@derived
def ip_points(ip):  # type: ignore[no-untyped-def]
    """Points for rights."""
    return capped(ip * 6, 30)


@derived
def points(growth_points, ip_points):  # type: ignore[no-untyped-def]
    """All points."""
    return growth_points + ip_points + 40


@clause("4")
def points_enough(points):  # type: ignore[no-untyped-def]
    """More than 60 points."""
    return points > 60


@derived
def eligible(rd_enough, staff_enough, income_enough, points_enough):  # type: ignore[no-untyped-def]
    """All conditions."""
    return all_of(rd_enough, staff_enough, income_enough, points_enough)


@derived
def amount(rd, eligible):  # type: ignore[no-untyped-def]
    """A tenth of R&D, at most 500,000 yuan."""
    return when(eligible, capped(rd * 0.1, 5e7)).otherwise(0)


INPUTS = ("revenue", "rd", "st_staff", "staff", "hitech_income", "income", "ip")
RULES = (
    revenue_3y,
    rd_3y,
    rd_share,
    rd_floor,
    rd_enough,
    staff_share,
    staff_enough,
    income_share,
    income_enough,
    growth_points,
    ip_points,
    points,
    points_enough,
    eligible,
    amount,
)


def _programme() -> Programme:
    rules = {}
    for number, function in enumerate(RULES):
        rule = rule_of(function)
        assert rule is not None
        name = function.__name__
        rules[name] = WrittenRule(name, function, rule, str(function.__doc__), number)
    fields = {n: Field(n, n, n, FieldType.QUANTITY, "个") for n in INPUTS}
    return Programme("bench", Bilingual("测速", "bench"), "bench", "firm", rules, {}, fields)


GRAPH = graph_of(_programme(), date(2025, 6, 1))


def columns(firms: int) -> dict[str, npt.NDArray[Any]]:
    """Random firms; one in a hundred without revenue."""
    rng = np.random.default_rng(7)
    made: dict[str, npt.NDArray[Any]] = {}
    for year in ("", "_1", "_2"):
        revenue = np.rint(rng.lognormal(21, 2, firms))
        made["revenue" + year] = np.where(rng.random(firms) < 0.01, 0.0, revenue)
        made["rd" + year] = np.rint(revenue * rng.uniform(0, 0.15, firms))
    made["staff"] = np.rint(rng.lognormal(4, 1, firms)) + 1
    made["st_staff"] = np.rint(made["staff"] * rng.uniform(0, 0.4, firms))
    made["income"] = made["revenue"] + 1
    made["hitech_income"] = np.rint(made["income"] * rng.uniform(0.3, 1, firms))
    made["ip"] = rng.integers(0, 12, firms).astype(float)
    return made
