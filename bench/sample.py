"""How much of the sample district reading finds, document by document, and which planted slips.

    python bench/sample.py [--missed]

Measures on the project's own invented documents (src/ceyuan_district/sample/expected.toml).
They were written with these genres in mind: this is a development score and no more.
A fact counts as found where a claim of the document has its value in base units, its measure and
its subject; `named` where the indicator is right as well, `dated` where the period is too.
"""

import sys
import tomllib
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

from ceyuan.catalogue import load_catalogue
from ceyuan.journeys.reading_desk import ReadingDesk
from ceyuan.model.claim import Claim
from ceyuan.model.period import parse_period
from ceyuan.model.quantity import Quantity

LEVELS = ("value", "subject", "named", "dated", "standing")


def main(missed: bool) -> None:
    """Print one line a document, the sum, and the planted slips."""
    catalogue = load_catalogue("ceyuan_district")
    desk = ReadingDesk(catalogue)
    sample = catalogue.root / "sample"
    expected = tomllib.loads((sample / "expected.toml").read_text("utf-8"))
    given = {
        Path(file["path"]).name: file
        for file in tomllib.loads((sample / "sample.toml").read_text("utf-8"))["file"]
    }
    names = {f.id: f.name for f in catalogue.kinds["district"].fields}
    total: Counter[str] = Counter()
    print(f"{'document':34}{'facts':>6}{'claims':>7}" + "".join(f"{x:>9}" for x in LEVELS))
    for document in expected["document"]:
        file = given[document["file"]]
        reading = desk.read(
            (sample / file["path"]).read_bytes(),
            document["file"],
            published=parse_period(file["published"]) if file["published"] else None,
            publisher=file["publisher"],
        )
        marks: Counter[str] = Counter(facts=len(document["facts"]), claims=len(reading.claims))
        free = list(reading.claims)
        for fact in document["facts"]:
            best, reached = _best(fact, free, names)
            if best is not None:
                free.remove(best)
            for level in LEVELS[:reached]:
                marks[level] += 1
            if missed and reached < 4:
                print(f"  {LEVELS[reached]:9}{fact['passage']}  {_shown(best)}  ≠ {fact}")
            if "planted" in fact:
                print(
                    f"  {fact['planted']} {'seen' if reached >= 4 else 'not seen'}: {fact['passage']}"
                )
        total += marks
        print(f"{document['file']:28}{_row(marks)}")
    print(f"{'all':34}{_row(total)}")


def _best(
    fact: dict[str, Any], claims: list[Claim], names: dict[str, str]
) -> tuple[Claim | None, int]:
    scored = [(_reached(fact, claim, names), -number) for number, claim in enumerate(claims)]
    reached, number = max(scored, default=(0, 0))
    return (claims[-number], reached) if reached else (None, 0)


def _reached(fact: dict[str, Any], claim: Claim, names: dict[str, str]) -> int:
    value = claim.value
    if not isinstance(value, Quantity) or claim.measure != fact["measure"]:
        return 0
    if not _close(value.amount, Decimal(fact["value"])):
        return 0
    tests = (
        claim.subject == fact["subject"],
        claim.property == fact["property"]
        or _bare(claim.indicator) == _bare(names.get(fact["property"], fact["property"])),
        "period" not in fact
        or (claim.period is not None and claim.period.end == parse_period(fact["period"]).end),
        claim.standing == fact["standing"],
    )
    return 1 + next((n for n, held in enumerate(tests) if not held), len(tests))


def _close(a: Decimal, b: Decimal) -> bool:
    return abs(a - b) <= abs(b) * Decimal("0.0005")


def _bare(name: str) -> str:
    return name.removesuffix("数").replace("总", "")


def _row(marks: Counter[str]) -> str:
    return f"{marks['facts']:>6}{marks['claims']:>7}" + "".join(
        f"{marks[level] / max(marks['facts'], 1):>9.2f}" for level in LEVELS
    )


def _shown(claim: Claim | None) -> str:
    if claim is None:
        return "nothing"
    return f"{claim.subject}·{claim.indicator}·{claim.period}·{claim.standing}"


if __name__ == "__main__":
    main("--missed" in sys.argv[1:])
