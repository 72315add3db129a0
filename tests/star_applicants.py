"""The STAR-board applicants of the reference material, as rows of the programme `star_board`.

What a prospectus prints is taken as it is; what it does not print stays unknown.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa

from ceyuan.catalogue import load_catalogue
from ceyuan.engines.rules.answer import Answer, answers
from ceyuan.engines.rules.engine import open_engine
from ceyuan.engines.rules.programme import Programme, money_power
from ceyuan.engines.rules.table import ARROW_TYPES, fitted
from ceyuan.engines.rules.whole import whole_graph

CASES = Path(__file__).parents[2] / "shared" / "data" / "cases" / "star_cases.json"

#: A clause of the programme under the name the reference file gives it.
INDICATORS = {
    "rd": "spends_on_rd",
    "rd_staff": "enough_rd_staff",
    "inventions": "enough_patents",
    "revenue": "grows_or_is_large",
}
REGISTERED = "注册生效"


@dataclass(frozen=True, slots=True)
class Applicant:
    """One applicant: who it is, when it was accepted, what became of it, what it disclosed."""

    case: dict[str, Any]

    @property
    def accepted(self) -> date:
        """The day that says which version is in force."""
        return date.fromisoformat(self.case["accept_date"])

    @property
    def registered(self) -> bool:
        """Whether its registration took effect."""
        return bool(self.case["status"] == REGISTERED)


def applicants(path: Path = CASES) -> list[Applicant]:
    """Every applicant of the file, in its order."""
    return [Applicant(case) for case in json.loads(path.read_text("utf-8"))["cases"]]


def star_board() -> Programme:
    """The programme."""
    return next(p.programme for p in load_catalogue().programmes if p.name == "star_board")


def judged(programme: Programme, who: Applicant, on: date) -> Answer:
    """What the version in force on a day says of an applicant."""
    graph = whole_graph(programme, on)
    columns = {}
    for name, value in disclosed(who.case).items():
        asked = graph.asked[name]
        fen = money_power(asked.field.unit) == 1 and value is not None
        columns[name] = pa.array([round(value * 100) if fen else value], ARROW_TYPES[asked.type])
    rows, _ = fitted(pa.table(columns), [graph])
    with open_engine("numpy", rows) as engine:
        return next(iter(answers(engine, graph, rows).each()))


def indicators(answer: Answer) -> Iterator[tuple[str, bool | None]]:
    """Each regular indicator: met, not met or undetermined."""
    return ((name, answer.clauses[clause]) for name, clause in INDICATORS.items())


def undisclosed(programme: Programme, answer: Answer) -> list[str]:
    """What keeps regular indicators undetermined: the terms of what nobody has given."""
    graph = whole_graph(programme, answer.on)
    needed = graph.needs(*(INDICATORS[name] for name, met in indicators(answer) if met is None))
    return [lack.what.zh for lack in answer.missing if lack.name in needed]


def disclosed(case: dict[str, Any]) -> dict[str, Any]:
    """What the prospectus says, in yuan and shares of 1; None where it is known to be unsaid."""
    numbers = case["numbers"]
    standard = case["listing_standard"]
    said: dict[str, Any] = {
        # A firm of the software trade need not use the rule for software; nobody says who does.
        "software_industry": None if case["software_industry"] else False,
        "fifth_listing_standard": None if standard is None else standard == 5,
        "red_chip_listed_abroad": False,
    }
    for name, (given, scale) in {
        "rd_investment_3y": ("rd_3y_total_wan", 10_000),
        "rd_share_3y": ("rd_3y_ratio_pct", 0.01),
        "rd_staff_share_disclosed": ("rd_staff_ratio_pct", 0.01),
        "invention_patents_main": ("invention_patents", 1),
        "revenue_growth_3y": ("revenue_cagr_pct", 0.01),
        "revenue": ("last_revenue_wan", 10_000),
    }.items():
        if given in numbers:
            said[name] = round(numbers[given] * scale, 6)
    years = ("revenue", "revenue_1", "revenue_2")
    for name, revenue in zip(years, _latest_first(case), strict=False):
        said.setdefault(name, round(revenue * 10_000, 2))
    yearly = numbers.get("rd_ratio_by_year_pct", ())
    for name, share in zip(("", "_1", "_2"), yearly, strict=False):
        said[f"rd_share_year{name}"] = round(share / 100, 6)
    return said


def _latest_first(case: dict[str, Any]) -> list[float]:
    """Yearly revenues, where it is known in which order they were printed."""
    derived = case["derived"] or {}
    if "revenue_wan" in derived:
        return list(reversed(derived["revenue_wan"]))
    printed = case["numbers"].get("revenue_by_year_wan", [])
    growth = case["numbers"].get("revenue_cagr_pct")
    for years in (printed, printed[::-1]):
        if len(years) == 3 and growth is not None:
            computed = ((years[0] / years[2]) ** 0.5 - 1) * 100
            if abs(computed - growth) < 0.02:
                return list(years)
    return []
