"""Real STAR-board applicants through the programme, where the reference material lies beside.

Each applicant is judged by the version in force on the day its application was accepted, and
once more by the two versions that the reference file has answers for.
"""

import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ceyuan.catalogue import load_catalogue
from ceyuan.engines.rules.arrays import compute
from ceyuan.engines.rules.example import Case, case_columns, case_graph

CASES = Path(__file__).parents[2] / "shared" / "data" / "cases" / "star_cases.json"

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not CASES.exists(), reason="the STAR-board applicants are not at hand"),
]

#: A clause of the programme under the name the reference file gives it.
INDICATORS = {
    "rd": "spends_on_rd",
    "rd_staff": "enough_rd_staff",
    "inventions": "enough_patents",
    "revenue": "grows_or_is_large",
}
VERSION_DAYS = {"2021": date(2021, 4, 16), "2024": date(2024, 4, 30)}
REGISTERED = "注册生效"


@pytest.fixture(scope="module")
def applicants() -> list[dict[str, Any]]:
    return list(json.loads(CASES.read_text("utf-8"))["cases"])


@pytest.fixture(scope="module")
def star_board() -> Any:
    catalogue = load_catalogue("ceyuan_district")
    return next(p for p in catalogue.programmes if p.name == "star_board").programme


def test_no_registered_applicant_fails_an_indicator_that_its_numbers_determine(
    applicants: list[dict[str, Any]], star_board: Any
) -> None:
    failed = [
        (applicant["case_id"], indicator)
        for applicant in applicants
        if applicant["status"] == REGISTERED
        for indicator, met in judged(star_board, applicant, accepted(applicant)).items()
        if met is False
    ]

    assert failed == []


@pytest.mark.parametrize("version", sorted(VERSION_DAYS))
def test_every_indicator_comes_out_as_the_reference_says(
    applicants: list[dict[str, Any]], star_board: Any, version: str
) -> None:
    different = []
    for applicant in applicants:
        expected = (applicant.get("expected") or {}).get(version, {}).get("indicators", {})
        got = judged(star_board, applicant, VERSION_DAYS[version])
        for indicator, answer in expected.items():
            # An indicator that does not apply is no obstacle.
            wanted = True if answer == "not applicable" else answer
            # Under the fifth listing standard revenue is not asked, and nobody says which it was.
            unsaid = indicator == "revenue" and applicant["listing_standard"] is None
            if got[indicator] is not wanted and not (unsaid and got[indicator] is None):
                different.append((applicant["case_id"], indicator, answer, got[indicator]))

    assert different == []


def test_what_a_prospectus_does_not_say_stays_undetermined(
    applicants: list[dict[str, Any]], star_board: Any
) -> None:
    answers = Counter(
        met
        for applicant in applicants
        for met in judged(star_board, applicant, accepted(applicant)).values()
    )

    assert answers[None] > 0
    assert sum(answers.values()) == len(applicants) * len(INDICATORS)


def accepted(applicant: dict[str, Any]) -> date:
    return date.fromisoformat(applicant["accept_date"])


def judged(programme: Any, applicant: dict[str, Any], on: date) -> dict[str, bool | None]:
    """Met, not met or undetermined, for each of the four regular indicators."""
    graph = case_graph(programme, Case(on, {}, {}, {}))
    row = compute(graph, case_columns(graph, disclosed(applicant)))
    return {name: answer(row[clause]) for name, clause in INDICATORS.items()}


def disclosed(applicant: dict[str, Any]) -> dict[str, Any]:
    """What the prospectus says, in yuan and shares of 1."""
    numbers = applicant["numbers"]
    said: dict[str, Any] = {
        # A firm of the software trade need not use the rule for software; nobody says who does.
        "software_industry": "unknown" if applicant["software_industry"] else False,
        "fifth_listing_standard": (
            "unknown"
            if applicant["listing_standard"] is None
            else applicant["listing_standard"] == 5
        ),
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
    for name, revenue in zip(
        ("revenue", "revenue_1", "revenue_2"), latest_first(applicant), strict=False
    ):
        said.setdefault(name, round(revenue * 10_000, 2))
    yearly = numbers.get("rd_ratio_by_year_pct", ())
    for name, share in zip(("", "_1", "_2"), yearly, strict=False):
        said[f"rd_share_year{name}"] = round(share / 100, 6)
    return said


def latest_first(applicant: dict[str, Any]) -> list[float]:
    """Yearly revenues, where it is known in which order they were printed."""
    derived = applicant["derived"] or {}
    if "revenue_wan" in derived:
        return list(reversed(derived["revenue_wan"]))
    printed = applicant["numbers"].get("revenue_by_year_wan", [])
    growth = applicant["numbers"].get("revenue_cagr_pct")
    for years in (printed, printed[::-1]):
        if len(years) == 3 and growth is not None:
            computed = ((years[0] / years[2]) ** 0.5 - 1) * 100
            if abs(computed - growth) < 0.02:
                return years
    return []


def answer(vector: Any) -> bool | None:
    known = True if vector.known is None else bool(vector.known.reshape(-1)[0])
    return bool(vector.values.reshape(-1)[0]) if known else None
