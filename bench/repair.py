"""How fast texts are repaired, and how much of the damage goes.

    python bench/repair.py [--short] [--json]

Speed is measured in processor time on one core, on invented texts repeated to a megabyte; the
damage is done by the same hands as in the tests. With reference texts beside the checkout it also
counts injected readings left in the real pages, and runs their scorer on the repaired articles.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

_ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(_ROOT / "tests" / "engines" / "reading"))

from reading_damage import (  # noqa: E402
    CLEAN,
    in_a_column,
    in_half_width,
    in_traditional,
    injected,
)

from ceyuan.catalogue import load_catalogue  # noqa: E402
from ceyuan.engines.reading.read import read  # noqa: E402
from ceyuan.engines.reading.repair import repair  # noqa: E402
from ceyuan.model.section import Section  # noqa: E402

_SHARED = _ROOT.parent / "shared"
_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
_READING = re.compile(rf"(?<=[一-鿿]) ?[(（] ?[a-zü{_TONED}]{{1,6}} ?[)）]")

_DAMAGE: dict[str, Callable[[str], str]] = {
    "plain": lambda text: text,
    "half-width marks": in_half_width,
    "narrow column": lambda text: in_a_column(text, 30),
    "traditional": in_traditional,
    "traditional, injected readings": lambda text: injected(in_traditional(text), 1),
}


def speed(megabytes: float) -> Iterator[tuple[str, float]]:
    """Megabytes of UTF-8 repaired in a second, by damage."""
    text = "\n".join(CLEAN) + "\n"
    repair(injected(in_traditional(text), 1))  # dictionaries are loaded once, not per text
    for name, damaged in _DAMAGE.items():
        raw = damaged(text)
        raw *= max(1, int(megabytes * 1e6 / len(raw.encode())))
        start = time.process_time()
        repair(raw)
        yield name, len(raw.encode()) / 1e6 / (time.process_time() - start)


def readings_left() -> tuple[int, int]:
    """Bracketed readings in the real pages: as they came, and after repair."""
    raws = [path.read_text("utf-8") for path in sorted((_SHARED / "seeds").glob("*.txt"))]
    return (
        sum(len(_READING.findall(raw)) for raw in raws),
        sum(len(_READING.findall(repair(raw).clean)) for raw in raws),
    )


def clean_text_scores() -> dict[str, object]:
    """What the scorer of the reference documents says of the repaired articles."""
    documents = _SHARED / "data" / "documents"
    misprints = load_catalogue("ceyuan_district").gazetteer.misprints()
    with tempfile.TemporaryDirectory() as folder:
        for path in documents.glob("*.json"):
            raw = path.with_suffix(".txt")
            reading = read(
                raw.read_bytes(),
                raw.name,
                readers=(),
                known_misprints=misprints,
                extract=lambda *_: (),
            )
            text = reading.log.clean
            article = [
                line
                for part in reading.parts
                if part.section is Section.MAIN
                for line in text[part.start : part.end].split("\n")
                if line.strip()
            ]
            Path(folder, path.name).write_text(
                json.dumps({"clean_text": "\n".join(article)}, ensure_ascii=False), "utf-8"
            )
        said = subprocess.run(
            [sys.executable, documents / "score.py", folder, "--json"],
            capture_output=True,
            text=True,
            check=True,
        )
    scores: dict[str, object] = json.loads(said.stdout)["clean"]
    return scores


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--short", action="store_true", help="a fifth of the text")
    options.add_argument("--json", action="store_true")
    asked = options.parse_args()
    found: dict[str, object] = {
        "MB/s": {name: round(mbs, 2) for name, mbs in speed(0.3 if asked.short else 1.5)}
    }
    if _SHARED.is_dir():
        found["readings before, after"] = readings_left()
        found["clean text (development documents)"] = clean_text_scores()
    if asked.json:
        print(json.dumps(found, ensure_ascii=False))
        return
    for name, figures in found.items():
        print(f"{name}: {json.dumps(figures, ensure_ascii=False)}")


if __name__ == "__main__":
    main()
