"""What the programme `star_board` says of the real applicants of the reference material.

    python bench/star_cases.py [--cases FILE.json] [--csv FILE.csv] [--each]

Every applicant is judged by the version in force on the day it was accepted, from what its
prospectus prints and nothing else. Printed: for each regular indicator how many meet it, miss it or
leave it undetermined, by what became of the application; who misses one, by how much; and what is
not disclosed where an indicator stays undetermined. `--each` prints one line an applicant, `--csv`
writes them. Ends with 1 where a registered applicant misses an indicator.
"""

import argparse
import csv
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from ceyuan.engines.rules.answer import Answer
from ceyuan.engines.rules.programme import Programme
from star_applicants import (
    CASES,
    INDICATORS,
    Applicant,
    applicants,
    indicators,
    judged,
    star_board,
    undisclosed,
)

SAID = {True: "met", False: "not met", None: "undetermined"}
HEADINGS = ("case", "accepted", "status", *INDICATORS, "not disclosed")


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("--cases", type=Path, default=CASES)
    asked.add_argument("--csv", type=Path)
    asked.add_argument("--each", action="store_true", help="one line an applicant")
    given = asked.parse_args()
    if not given.cases.is_file():
        sys.exit(f"no applicants at {given.cases}; name the file with --cases")
    programme = star_board()
    judgements = [(who, judged(programme, who, who.accepted)) for who in applicants(given.cases)]
    lines = [_line(programme, who, answer) for who, answer in judgements]
    if given.csv:
        with given.csv.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerows([HEADINGS, *lines])
    if given.each:
        print(*("\t".join(line) for line in lines), sep="\n")
    _tell_counts(judgements)
    _tell_misses(judgements)
    _tell_undisclosed(programme, judgements)
    wrong = [who for who, answer in judgements if who.registered and _misses(answer)]
    print(f"\nregistered applicants that miss an indicator their numbers determine: {len(wrong)}")
    sys.exit(1 if wrong else 0)


def _line(programme: Programme, who: Applicant, answer: Answer) -> tuple[str, ...]:
    said = [SAID[met] for _, met in indicators(answer)]
    return (
        who.case["case_id"],
        who.accepted.isoformat(),
        who.case["status"],
        *said,
        "；".join(undisclosed(programme, answer)),
    )


def _tell_counts(judgements: list[tuple[Applicant, Answer]]) -> None:
    for title, wanted in (("registered", True), ("others", False)):
        group = [answer for who, answer in judgements if who.registered is wanted]
        print(f"\n{title}: {len(group)}")
        for name in INDICATORS:
            counted = Counter(SAID[dict(indicators(answer))[name]] for answer in group)
            print(f"  {name:12}" + "".join(f"{said} {counted[said]:4}  " for said in SAID.values()))
        decided = sum(all(met is not None for _, met in indicators(a)) for a in group)
        print(f"  all four determined: {decided}")


def _tell_misses(judgements: list[tuple[Applicant, Answer]]) -> None:
    print("\nindicators missed (every applicant may still rest on an exception):")
    for who, answer in judgements:
        for name in _misses(answer):
            gaps = [g for g in answer.gaps if g.clause == INDICATORS[name]]
            by = "；".join(f"{g.what} {g.value:g} against {g.limit:g} {g.unit}" for g in gaps)
            print(f"  {who.case['case_id']} {who.accepted} {who.case['status']} {name}: {by}")


def _tell_undisclosed(programme: Programme, judgements: list[tuple[Applicant, Answer]]) -> None:
    counted = Counter(name for _, answer in judgements for name in undisclosed(programme, answer))
    print("\nnot disclosed where an indicator is undetermined, by how many applicants:")
    for name, count in counted.most_common():
        print(f"  {count:4} {name}")


def _misses(answer: Answer) -> list[str]:
    return [name for name, met in indicators(answer) if met is False]


if __name__ == "__main__":
    main()
