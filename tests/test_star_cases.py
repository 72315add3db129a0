"""Real STAR-board applicants through the programme, where the reference material lies beside.

Each applicant is judged by the version in force on the day its application was accepted, and
once more by the two versions that the reference file has answers for. `python bench/star_cases.py`
prints the same as a report.
"""

from collections import Counter
from datetime import date

import pytest

from ceyuan.engines.rules.programme import Programme
from star_applicants import (
    CASES,
    Applicant,
    applicants,
    indicators,
    judged,
    star_board,
    undisclosed,
)

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not CASES.exists(), reason="the STAR-board applicants are not at hand"),
]

VERSION_DAYS = {"2021": date(2021, 4, 16), "2024": date(2024, 4, 30)}


@pytest.fixture(scope="module")
def everybody() -> list[Applicant]:
    return applicants()


@pytest.fixture(scope="module")
def programme() -> Programme:
    return star_board()


def test_no_registered_applicant_fails_an_indicator_that_its_numbers_determine(
    everybody: list[Applicant], programme: Programme
) -> None:
    failed = [
        (one.case["case_id"], indicator)
        for one in everybody
        if one.registered
        for indicator, met in indicators(judged(programme, one, one.accepted))
        if met is False
    ]

    assert failed == []


@pytest.mark.parametrize("version", sorted(VERSION_DAYS))
def test_every_indicator_comes_out_as_the_reference_says(
    everybody: list[Applicant], programme: Programme, version: str
) -> None:
    different = []
    for one in everybody:
        expected = (one.case.get("expected") or {}).get(version, {}).get("indicators", {})
        got = dict(indicators(judged(programme, one, VERSION_DAYS[version])))
        for indicator, answer in expected.items():
            # An indicator that does not apply is no obstacle.
            wanted = True if answer == "not applicable" else answer
            # Under the fifth listing standard revenue is not asked, and nobody says which it was.
            unsaid = indicator == "revenue" and one.case["listing_standard"] is None
            if got[indicator] is not wanted and not (unsaid and got[indicator] is None):
                different.append((one.case["case_id"], indicator, answer, got[indicator]))

    assert different == []


def test_nobody_is_refused_while_the_exceptions_are_not_known(
    everybody: list[Applicant], programme: Programme
) -> None:
    verdicts = Counter(judged(programme, one, one.accepted).eligible for one in everybody)

    assert verdicts[False] == 0


def test_what_a_prospectus_does_not_say_is_undetermined_and_named(
    everybody: list[Applicant], programme: Programme
) -> None:
    for one in everybody:
        answer = judged(programme, one, one.accepted)
        if any(met is None for _, met in indicators(answer)):
            assert undisclosed(programme, answer), one.case["case_id"]
