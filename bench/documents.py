"""How well reading documents does: on the annotated documents beside a checkout, and on our own.

    python bench/documents.py [--errors] [--shared FOLDER]

Four parts. (1) The annotated documents of `../shared/data/documents`, read whole (bytes → repair
→ parts → claims) and scored by the scorer that lies there; skipped, with a word, where it is not.
(2) The invented texts of `tests/engines/reading/extract/documents`, with what they say written by
hand before any program read them; the README there has what each round scored at its first
reading. (3) The invented texts of `tests/engines/reading/mentions/documents` for events, relations,
commitments, mechanisms and entities, in the same manner. (4) Speed, and whether reading twice gives
identical bytes.

No number in the grammar is fitted to documents: there is no weight to cross-validate. What was
learnt from looking at a text is a rule of the language; the honest figures are those first ones.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
import tomllib
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ceyuan.authoring.reader import Layout, Look
from ceyuan.catalogue import load_catalogue
from ceyuan.catalogue.places_files import read_places
from ceyuan.engines.reading.extract.claims import claims_of
from ceyuan.engines.reading.extract.vocabulary import Vocabulary
from ceyuan.engines.reading.look import lines_of
from ceyuan.engines.reading.repair import repair
from ceyuan.journeys.reading_desk import ReadingDesk
from ceyuan.journeys.reading_json import reading_json
from ceyuan.model.claim import Claim
from ceyuan.model.edit import unchanged
from ceyuan.model.kind import Kind
from ceyuan.model.period import Period, parse_period
from ceyuan.model.quantity import Quantity
from ceyuan.model.section import Part, Section

HERE = Path(__file__).resolve().parent
SHARED = HERE.parent.parent / "shared"
OWN = HERE.parent / "tests" / "engines" / "reading" / "extract" / "documents"
sys.path.insert(0, str(HERE.parent / "tests" / "engines" / "reading" / "mentions"))
from told import DOCUMENTS, scored  # noqa: E402

LEVELS = ("value", "subject", "indicator", "period", "measure")


def main(shared: Path, errors: bool) -> None:
    """Print the four parts."""
    catalogue = load_catalogue("ceyuan_district")
    desk = ReadingDesk(catalogue)
    documents = shared / "data" / "documents"
    if (documents / "score.py").is_file():
        for dated in (True, False):
            annotated(desk, documents, dated, errors)
        reference_speed(desk, documents)
    else:
        print(f"no annotated documents at {documents}: part 1 left out")
    for folder in sorted(path for path in OWN.glob("*_round") if path.is_dir()):
        invented(catalogue.kinds, folder, errors)
    told(errors)


def annotated(desk: ReadingDesk, documents: Path, dated: bool, errors: bool) -> None:
    """Read every annotated document, with its date given or not, and let the scorer speak."""
    with tempfile.TemporaryDirectory() as folder:
        for gold in sorted(documents.glob("*.json")):
            notes = json.loads(gold.read_text("utf-8"))
            given = notes["published"] or notes.get("published_inferred") if dated else None
            reading = desk.read(
                gold.with_suffix(".txt").read_bytes(),
                gold.with_suffix(".txt").name,
                published=parse_period(given) if given else None,
            )
            plain = json.dumps(reading_json(desk.named(reading)), ensure_ascii=False)
            (Path(folder) / gold.name).write_text(plain, "utf-8")
        how = "date of publication given" if dated else "bytes alone, no date given"
        for origin in ((), ("--origin", "verbatim"), ("--origin", "rewritten")):
            said = subprocess.run(
                [sys.executable, str(documents / "score.py"), folder, *origin, "--json"],
                capture_output=True,
                text=True,
                check=True,
            )
            score = json.loads(said.stdout)
            f1 = "  ".join(
                f"{level} {score['indicators'][level]['all']['f1']:.3f}" for level in "abcde"
            )
            print(f"annotated, {how}, {' '.join(origin[1:]) or 'all':9}  F1  {f1}")
        extra = ["--errors"] if errors else []
        said = subprocess.run(
            [sys.executable, str(documents / "score.py"), folder, *extra],
            capture_output=True,
            text=True,
            check=True,
        )
        wanted = ("  all ", "OTHER", "CLEAN TEXT")
        lines = said.stdout.splitlines() if errors else _lines_of(said.stdout, wanted)
        print("\n".join(lines), end="\n\n")


def _lines_of(score: str, wanted: tuple[str, ...]) -> list[str]:
    """Entities over all parts of a page, the other lists, and the clean text."""
    lines = score[score.index("ENTITIES") :].splitlines()
    return [line for line in lines if line.startswith(wanted)]


def reference_speed(desk: ReadingDesk, documents: Path) -> None:
    """Megabytes a second on one core, from bytes to claims and on to mentions; whether it repeats.

    The reference clean texts have half-width marks, each of which is repaired; the same texts as they
    are printed, with full-width ones, are what plain Chinese text is. Each text stands in it eight
    times; nothing is kept from one reading of a sentence for the next.
    """
    texts = [p.read_text("utf-8") for p in sorted(documents.glob("*.clean.txt"))]
    printed = [repair(text).clean for text in texts]
    when = parse_period("2022-06-07")
    for name, several in (("half-width marks", texts), ("as printed", printed)):
        content = "\n".join(several * 8).encode()
        read, named, outs = float("inf"), float("inf"), set()
        for _ in range(7):
            begun = time.process_time()
            reading = desk.read(content, "joined.txt", published=when)
            done = time.process_time()
            whole = desk.named(reading)
            read, named = min(read, done - begun), min(named, time.process_time() - done)
            outs.add(json.dumps(reading_json(whole), ensure_ascii=False, sort_keys=True))
        size = len(content) / 1e6
        print(
            f"speed, {name}: {size:.2f} MB; bytes to claims {size / read:.2f} MB/s of one core, "
            f"with mentions {size / (read + named):.2f} MB/s; "
            f"seven readings gave {'identical' if len(outs) == 1 else 'DIFFERENT'} bytes"
        )
    print(f"load average {os.getloadavg()[0]:.1f}\n")


def told(errors: bool) -> None:
    """Score what our own texts tell beside figures."""
    for folder in sorted(path for path in DOCUMENTS.iterdir() if path.is_dir()):
        counted, remarks = scored(sorted(folder.glob("*.toml")))
        line = []
        for sort, count in counted.items():
            hit = count["hit"]
            precision = hit / max(1, hit + count["extra"])
            recall = hit / max(1, hit + count["missed"])
            shown = f"{precision:.2f} / {recall:.2f}" if sort != "entity" else f"{recall:.2f}"
            line.append(f"{sort} {shown}")
        name = folder.name.replace("_", " ")
        print(f"told, {name}, as read today: precision / recall  {'  '.join(line)}")
        if errors:
            print("\n".join(f"    {remark}" for remark in remarks))
    print()


def invented(kinds: Mapping[str, Kind], folder: Path, errors: bool) -> None:
    """Score the claims of our own texts against what was written down for them."""
    vocabulary = Vocabulary(kinds, read_places(OWN / "places"))
    total: dict[str, Counter[str]] = {level: Counter() for level in LEVELS}
    for path in sorted(folder.glob("*.toml")):
        document = tomllib.loads(path.read_text("utf-8"))
        claims = claims_in(document, vocabulary)
        line = []
        for depth, level in enumerate(LEVELS):
            counted = matched(document["expect"], claims, depth, errors and level == "measure")
            total[level] += counted
            line.append(f"{level} {f1_of(counted):.3f}")
        print(f"  {path.stem:20} {len(claims):3} claims  {'  '.join(line)}")
    line = [f"{level} {f1_of(total[level]):.3f}" for level in LEVELS]
    print(
        f"invented texts, {folder.name.replace('_', ' ')}, as read today: F1  {'  '.join(line)}\n"
    )


def claims_in(document: dict[str, Any], vocabulary: Vocabulary) -> list[Claim]:
    """The claims of one of our own texts, whose words need no repair."""
    text = document["text"].strip() + "\n"
    look = Look(document["title"], "text/plain", text, lines_of(text))
    layout = Layout((Part(Section.MAIN, 0, len(text)),), title=document["title"])
    published = parse_period(document["published"]) if document.get("published") else None
    return list(
        claims_of(look, layout, unchanged(text), vocabulary=vocabulary, published=published)
    )


def matched(
    expected: list[dict[str, Any]], claims: list[Claim], depth: int, tell: bool
) -> Counter[str]:
    """How many expectations a claim fits, how many none does, how many claims are left over."""
    left = list(claims)
    counted: Counter[str] = Counter()
    for wanted in sorted(expected, key=lambda e: bool(e.get("optional"))):
        claim = max(
            (c for c in left if agreement(wanted, c) > depth),
            key=lambda c: agreement(wanted, c),
            default=None,
        )
        if claim is not None:
            left.remove(claim)
        if not wanted.get("optional"):
            counted["hit" if claim is not None else "missed"] += 1
        if claim is None and tell and not wanted.get("optional"):
            print(f"    missed {wanted}")
    counted["spurious"] = len(left)
    if tell:
        for claim in left:
            print(
                f"    spurious {claim.subject} | {claim.indicator} | {claim.value} | {claim.period}"
            )
    return counted


def agreement(wanted: dict[str, Any], claim: Claim) -> int:
    """How many levels deep a claim fits: 0 nothing … 5 value, subject, indicator, period, measure."""
    value = claim.value
    if not isinstance(value, Quantity) or value.unit != wanted["unit"]:
        return 0
    if abs(float(value.amount) - wanted["value"]) > 0.0005 * max(1.0, abs(wanted["value"])):
        return 0
    if claim.subject not in (wanted["subject"], *wanted.get("subject_alt", ())):
        return 1
    if claim.indicator not in (wanted["indicator"], *wanted.get("indicator_alt", ())):
        return 2
    periods = [wanted.get("period", ""), *wanted.get("period_alt", ())]
    if wanted.get("period") and not any(_same_time(claim.period, p) for p in periods):
        return 3
    measures = (wanted.get("measure", "level"), *wanted.get("measure_alt", ()))
    return 5 if str(claim.measure) in measures else 4


def _same_time(period: Period | None, written: str) -> bool:
    """The same span; an instant also agrees with an interval that ends on its day."""
    if not written or period is None:
        return not written and period is None
    other = parse_period(written)
    if period.instant != other.instant:
        return period.end == other.end
    return (period.start, period.end) == (other.start, other.end) or (
        period.instant and period.end == other.end
    )


def f1_of(counted: Counter[str]) -> float:
    """Harmonic mean of precision and recall."""
    hit = counted["hit"]
    precision = hit / (hit + counted["spurious"]) if hit + counted["spurious"] else 1.0
    recall = hit / (hit + counted["missed"]) if hit + counted["missed"] else 1.0
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


if __name__ == "__main__":
    where = Path(sys.argv[sys.argv.index("--shared") + 1]) if "--shared" in sys.argv else SHARED
    main(where, "--errors" in sys.argv)
