"""Three years of figures of the invented enterprises: the 120 whose yearly figures the bureau collects, and others."""

import random
from functools import cache

from firms import CUT, Firm, still_in

YEARS = (2023, 2024, 2025)
#: Amounts in 万元, by year and name.
Figures = dict[int, dict[str, float]]
#: Inventions that larger enterprises hold above the smaller ones.
_OF_SIZE = {"微型": 0, "小型": 0, "中型": 2, "大型": 4}
_REVENUE = {"微型": 380, "小型": 2400, "中型": 9800, "大型": 42000}


@cache
def panel() -> tuple[tuple[Firm, Figures], ...]:
    """The 120 enterprises of the yearly figures; one of them lacks 2024."""
    chance = random.Random(2025)
    here = [f for f in still_in(CUT) if f.founded.year <= 2022]
    certified = [f for f in here if f.certificate(CUT)]
    named = [f for f in here if "霁川" in f.name or "沐禾" in f.name or "朔影" in f.name]
    rest = [f for f in here if f not in certified and f not in named]
    chosen = {f.number: f for f in named + chance.sample(certified, 62) + chance.sample(rest, 70)}
    found = [
        (firm, _three_years(chance, firm))
        for firm in sorted(chosen.values(), key=lambda f: f.number)[:120]
    ]
    del found[95][1][2024]
    return tuple(found)


@cache
def others() -> tuple[tuple[Firm, Figures], ...]:
    """Enterprises outside the panel that declared their figures themselves in 2026, in any order."""
    chance = random.Random(2026)
    known = {firm.number for firm, _ in panel()}
    here = [f for f in still_in(CUT) if f.number not in known and f.founded.year <= 2022]
    chance.shuffle(here)
    return tuple((firm, _three_years(chance, firm)) for firm in here)


def growth(first: float, second: float, third: float) -> float:
    """The mean of two yearly growth rates, as the working guide of 2016 counts it."""
    if second <= 0:
        return 0
    earlier = second / first if first > 0 else 1
    return (earlier + third / second) / 2 - 1


def _three_years(chance: random.Random, firm: Firm) -> Figures:
    revenue = _REVENUE[firm.size] * chance.uniform(0.4, 2.1)
    people = max(5, int(revenue / chance.uniform(28, 75)))
    intensity = chance.uniform(0.025, 0.13)
    inventions, utilities, software = (
        chance.choices(range(9), (6, 5, 4, 3, 2, 2, 1, 1, 1))[0],
        chance.randint(0, 22),
        chance.randint(0, 15),
    )
    inventions += _OF_SIZE[firm.size]
    assets, debt = revenue * chance.uniform(0.6, 1.7), chance.uniform(0.25, 0.75)
    years: Figures = {}
    for year in YEARS:
        revenue *= chance.uniform(0.86, 1.42)
        assets *= chance.uniform(0.97, 1.25)
        rd = revenue * intensity * chance.uniform(0.85, 1.2)
        margin = chance.uniform(-0.06, 0.17)
        people = max(4, int(people * chance.uniform(0.95, 1.15)))
        experts = max(1, int(people * chance.uniform(0.09, 0.38)))
        years[year] = {
            "revenue": revenue,
            "main_revenue": revenue * chance.uniform(0.9, 1.0),
            "total_income": revenue * chance.uniform(1.0, 1.04),
            "hitech": revenue * chance.uniform(0.45, 0.96),
            "rd": rd,
            "rd_domestic": rd * chance.choice((1.0, 1.0, 1.0, 0.95, 0.58)),
            "costs": revenue * (1 - margin) * 0.98,
            "net_profit": revenue * margin,
            "assets": assets,
            "debt": assets * debt,
            "tax": revenue * chance.uniform(0.01, 0.06),
            "staff": people,
            "st_staff": experts,
            "rd_staff": max(1, int(experts * chance.uniform(0.55, 1.0))),
            "inventions": inventions,
            "utilities": utilities,
            "software": software,
            "conversions": chance.randint(1, 8),
            "contracts": round(revenue * chance.uniform(0.02, 0.3), 2)
            if chance.random() < 0.3
            else 0,
        }
        inventions += chance.choices((0, 1, 2), (6, 3, 1))[0]
        utilities += chance.randint(0, 4)
        software += chance.randint(0, 3)
    return years
