"""Who is who: pairs, linking, speed, a million rows; beside plain rapidfuzz and Splink.

    python bench/names.py [--rows 1000000] [--short] [--splink-python PYTHON] [--json]

The shared development names are measured where they lie beside the checkout; cross-validated
figures come from weights that never saw the group of sister organisations they are measured on.
Registers are generated: invented trunks under real places and trades. Splink is run in the same
run with an interpreter that has it (`--splink-python`, else this one); without, it is left out.
"""

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from itertools import combinations
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

import numpy as np
from rapidfuzz import fuzz, process

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tools" / "names"))

import fit_weights as fitting  # noqa: E402

from ceyuan.engines.registry.names.compare import odds  # noqa: E402
from ceyuan.engines.registry.names.findings import findings  # noqa: E402
from ceyuan.engines.registry.names.group import groups, pairs_by_keys  # noqa: E402
from ceyuan.engines.registry.names.link import Known, WhoIsWho  # noqa: E402
from ceyuan.engines.registry.names.parse import NameParser  # noqa: E402
from ceyuan.engines.registry.names.vocabulary import vocabulary  # noqa: E402

SEED = 7
TRUNK = "澜砚霁穹沐珂朔栎翎璞砺羿湘矾禾晗瀚汐溯锦蘅芮栖弈辰璟衡澈昱岳钰泓博澄木岚珩宸煜懿沄翊骁铄霖曜钧骧麓"
FORMS = ("有限公司",) * 7 + ("股份有限公司",) * 2 + ("有限责任公司",)


# --- quality ---------------------------------------------------------------------------------


def pair_quality() -> dict[str, Any]:
    """Pairs taken alone: own pairs and shared development pairs, cross-validated."""
    pairs = fitting.own_pairs() + fitting.shared_pairs()
    table = fitting.Table(pairs + fitting.directory_pairs() + fitting.link_pairs())
    chance = table.cross_validated()
    found: dict[str, Any] = {}
    for kind in ("own", "shared"):
        mine = np.array([group.startswith(kind) for group in table.group])
        if mine.any():
            found[f"{kind} pairs alone, cross-validated"] = scores(
                Counter(zip(table.y[mine] > 0, chance[mine] >= 0.5, strict=True))
            )
    return found


def grouped_quality() -> dict[str, Any]:
    """All shared names sorted into bodies at once; every pair of names counts."""
    found: dict[str, Any] = {}
    for label, left_out in (
        ("names whose spelling says something", fitting.UNLIKE),
        ("all names, earlier and Latin ones too", set()),
    ):
        rows = [row for row in fitting.shared_names() if row["kind"] not in left_out]
        if not rows:
            continue
        parsed = [fitting.parts(row["name"]) for row in rows]
        found[f"{label}: development"] = scores(pair_counts(rows, groups(parsed), set()))
        found[f"{label}: cross-validated"] = scores(cross_validated_counts(rows, parsed))
    return found


def cross_validated_counts(rows: Sequence[dict[str, str]], parsed: Sequence[Any]) -> Counter[Any]:
    table = fitting.Table(
        fitting.own_pairs()
        + fitting.shared_pairs()
        + fitting.directory_pairs()
        + fitting.link_pairs()
    )
    names = sorted({row["group"] for row in rows})
    order = np.random.default_rng(fitting.SEED).permutation(len(names))
    fold = {name: int(place) % fitting.FOLDS for name, place in zip(names, order, strict=True)}
    total: Counter[Any] = Counter()
    for k in range(fitting.FOLDS):
        unseen = {name for name, place in fold.items() if place == k}
        train = np.array([group.removeprefix("shared:") not in unseen for group in table.group])
        beta = fitting.fit(table.x[train], table.y[train], table.w[train], table.start, table.held)
        worth = dict(zip(table.columns, beta, strict=False))

        def judge(
            a: Any, b: Any, worth: dict[str, float] = worth, constant: float = beta[-1]
        ) -> float:
            return constant + sum(worth.get(f, fitting.known(f)) for f in findings(a, b))

        total += pair_counts(rows, groups(parsed, judge=judge), unseen)
    return total


def pair_counts(
    rows: Sequence[dict[str, str]], found: list[list[int]], only: set[str]
) -> Counter[Any]:
    """(same in truth, same as found) → pairs; of pairs with a foot in the groups `only`."""
    group_of = {place: number for number, group in enumerate(found) for place in group}
    counts: Counter[Any] = Counter()
    for a, b in combinations(range(len(rows)), 2):
        if not only or rows[a]["group"] in only or rows[b]["group"] in only:
            same = rows[a]["cluster_id"] == rows[b]["cluster_id"]
            counts[same, group_of[a] == group_of[b]] += 1
    return counts


def scores(counts: Counter[Any]) -> dict[str, float]:
    hit, wrong, missed = counts[True, True], counts[False, True], counts[True, False]
    precision, recall = hit / max(hit + wrong, 1), hit / max(hit + missed, 1)
    return {
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "f1": round(2 * precision * recall / max(precision + recall, 1e-9), 4),
        "pairs": sum(counts.values()),
        "same": hit + missed,
    }


def linking_tasks() -> dict[str, tuple[list[str], list[tuple[str, str]]]]:
    """Task → known names, and (name asked, name meant)."""
    tasks: dict[str, tuple[list[str], list[tuple[str, str]]]] = {}
    rows = fitting.shared_names()
    if rows:
        full = {row["cluster_id"]: row["name"] for row in rows if row["kind"] == "full"}
        links = (fitting.SHARED / "links.jsonl").read_text(encoding="utf-8").splitlines()
        short = [(row["short"], row["full"]) for row in map(json.loads, links)]
        # One register may list a firm under brackets of either width: it is one firm.
        spelled = {
            fitting.parts(name).text: name
            for name in (*fitting.directory(), *(f for _, f in short), *full.values())
        }
        known = sorted(spelled.values())

        def meant(name: str) -> str:
            return spelled[fitting.parts(name).text]

        tasks["short → legal name"] = known, [(s, meant(f)) for s, f in short]
        tasks["shared names → legal name"] = (
            known,
            [
                (row["name"], meant(full[row["cluster_id"]]))
                for row in rows
                if row["kind"] != "full" and row["kind"] not in fitting.UNLIKE
            ],
        )
    register = generated(100_000)
    rng = random.Random(SEED)
    tasks["noisy → generated register of 100,000"] = (
        register,
        [(noisy(name, rng), name) for name in rng.sample(register, 2_000)],
    )
    return tasks


# --- three ways to link ----------------------------------------------------------------------


def by_ceyuan(known: list[str], asked: list[str]) -> tuple[list[str | None], float]:
    who = WhoIsWho(_parser(), [Known(str(i), name) for i, name in enumerate(known)])
    started = process_time()
    found = [who.who(name, most=1) for name in asked]
    took = process_time() - started
    return [f.candidates[0].known.name if f.candidates else None for f in found], took


def by_rapidfuzz(known: list[str], asked: list[str]) -> tuple[list[str | None], float]:
    """Twenty-five lines, as people write them: pairs of characters as keys, ratio as score."""

    def plain(name: str) -> str:
        for mark in ("（", "）", "(", ")", "“", "”", "；", " ", "　", "市", "省"):
            name = name.replace(mark, "")
        for form in ("股份有限公司", "有限责任公司", "有限公司", "股份公司"):
            name = name.removesuffix(form)
        return name

    kept = [plain(name) for name in known]
    index: dict[str, list[int]] = defaultdict(list)
    for number, name in enumerate(kept):
        for pair in {name[i : i + 2] for i in range(len(name) - 1)}:
            index[pair].append(number)
    found: list[str | None] = []
    started = process_time()
    for name in asked:
        said = plain(name)
        counts: Counter[int] = Counter()
        pairs = sorted({said[i : i + 2] for i in range(len(said) - 1)}, key=lambda p: len(index[p]))
        for pair in pairs[:5]:
            counts.update(index[pair][:5_000])
        near = [number for number, _ in counts.most_common(50)]
        best = process.extractOne(said, {n: kept[n] for n in near}, scorer=fuzz.ratio)
        found.append(known[best[2]] if best else None)
    return found, process_time() - started


def by_splink(
    python: str, known: list[str], asked: list[str]
) -> tuple[list[str | None], float] | None:
    """Splink's answers from an interpreter that has it; None where it cannot be run."""
    with tempfile.TemporaryDirectory() as scratch:
        files = [Path(scratch) / name for name in ("known.json", "asked.json", "found.json")]
        for file, names in zip(files, (known, asked), strict=False):
            file.write_text(json.dumps(names, ensure_ascii=False), encoding="utf-8")
        script = Path(__file__).parent / "peers" / "splink_names.py"
        run = subprocess.run(
            [python, str(script), *map(str, files)], capture_output=True, text=True, check=False
        )
        if run.returncode:
            print(
                "Splink left out:", (run.stderr.strip().splitlines() or ["?"])[-1], file=sys.stderr
            )
            return None
        answer = json.loads(files[2].read_text(encoding="utf-8"))
    return [None if n is None else known[n] for n in answer["found"]], float(answer["seconds"])


# --- generated registers ---------------------------------------------------------------------


def generated(count: int, seed: int = SEED) -> list[str]:
    """So many different invented names of firms."""
    rng = random.Random(seed)
    places = sorted(
        {p.short_names[0] for p in _places() if p.level in ("city", "province") and p.short_names}
    )
    trades = sorted(word for word in vocabulary().business if len(word) > 1)
    found: dict[str, None] = {}
    while len(found) < count:
        trunk = "".join(rng.choices(TRUNK, k=rng.choice((2, 2, 3, 4))))
        trade = "".join(rng.sample(trades, rng.choice((1, 1, 2))))
        place, form = rng.choice(places), rng.choice(FORMS)
        name = (
            f"{place}{trunk}{trade}{form}"
            if rng.random() < 0.85
            else f"{trunk}{trade}（{place}）{form}"
        )
        found[name] = None
    return list(found)


def noisy(name: str, rng: random.Random) -> str:
    """The name with one or two of: form dropped, 市 put in, a character wrong, brackets, no place."""
    place = next((p.printed for p in fitting.parts(name).regions), "")
    for way in rng.sample(("form", "city", "wrong", "brackets", "place"), rng.choice((1, 1, 2))):
        if way == "form":
            name = (
                name.replace("股份有限公司", "").replace("有限责任公司", "").replace("有限公司", "")
            )
        elif way == "city" and name.startswith(place):
            name = name.replace(place, place + "市", 1)
        elif way == "wrong":
            at = rng.randrange(len(name))
            name = name[:at] + rng.choice(TRUNK) + name[at + 1 :]
        elif way == "brackets" and name.startswith(place):
            name = name[len(place) :].replace("有限公司", f"({place})有限公司", 1)
        elif way == "place":
            name = name.replace(f"（{place}）", "").removeprefix(place)
    return name


# --- speed -----------------------------------------------------------------------------------


def pair_speed() -> dict[str, float]:
    """Scoring parsed pairs that a look-up would score, so none is trivially different; core time."""
    names = [_parser().parse(name) for name in generated(20_000)]
    who = WhoIsWho(_parser(), [])
    for name in names:
        who._index.add(name)
    pairs = [(name, names[n]) for name in names[:400] for n in who._index.like(name)]
    timings = []
    for _ in range(3):
        started = process_time()
        for a, b in pairs:
            odds(a, b)
        timings.append((process_time() - started) / len(pairs) * 1e6)
    return {"pairs": len(pairs), "µs per pair": round(min(timings), 2)}


def parse_speed() -> dict[str, float]:
    names = generated(20_000, seed=11)
    started = process_time()
    for name in names:
        _parser().parse(name)
    return {"µs per name": round((process_time() - started) / len(names) * 1e6, 1)}


def million(rows: int) -> dict[str, Any]:
    """A register with doubles, de-duplicated in one process."""
    rng = random.Random(SEED)
    base = generated(rows * 7 // 10)
    names = base + [noisy(rng.choice(base), rng) for _ in range(rows - len(base))]
    rng.shuffle(names)
    parse = _parser().parse
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started, working = perf_counter(), process_time()
    parsed = [parse(name) for name in names]
    at_parsed = process_time()
    found = groups(parsed, pairing=pairs_by_keys)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {
        "rows": rows,
        "seconds": round(perf_counter() - started, 1),
        "seconds of one core": round(process_time() - working, 1),
        "of them parsing": round(at_parsed - working, 1),
        "bodies": len(found),
        "bodies in truth, at least": len(base),
        "peak memory, GB": round(peak / 1e6, 2),
        "of it before": round(before / 1e6, 2),
    }


_one_parser: list[NameParser] = []


def _parser() -> NameParser:
    if not _one_parser:
        _one_parser.append(NameParser(_places()))
    return _one_parser[0]


def _places() -> Any:
    from ceyuan.catalogue import district_folder
    from ceyuan.catalogue.places_files import read_places

    return read_places(district_folder() / "places")


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--rows", type=int, default=1_000_000)
    asked.add_argument("--short", action="store_true", help="quality and small sizes only")
    asked.add_argument("--splink-python", default=sys.executable)
    asked.add_argument("--json", action="store_true")
    wishes = asked.parse_args()
    found: dict[str, Any] = {"pairs": pair_quality(), "together": grouped_quality()}
    linking: dict[str, Any] = {}
    for task, (known, questions) in linking_tasks().items():
        names, meant = [q for q, _ in questions], [m for _, m in questions]
        ways: dict[str, Callable[[], tuple[list[str | None], float] | None]] = {
            "ceyuan": lambda known=known, names=names: by_ceyuan(known, names),
            "rapidfuzz + 2-grams": lambda known=known, names=names: by_rapidfuzz(known, names),
            "Splink": lambda known=known, names=names: by_splink(
                wishes.splink_python, known, names
            ),
        }
        for way, run in ways.items():
            answer = run()
            if answer is not None:
                right = sum(a == b for a, b in zip(answer[0], meant, strict=True))
                linking[f"{task} · {way}"] = {
                    "top-1": round(right / len(meant), 4),
                    "asked": len(meant),
                    "known": len(known),
                    "per second of one core (Splink: of the machine)": round(
                        len(meant) / answer[1]
                    ),
                }
    found["linking"] = linking
    found["speed"] = {"pair": pair_speed(), "parse": parse_speed()}
    found["de-duplication"] = million(20_000 if wishes.short else wishes.rows)
    if wishes.json:
        print(json.dumps(found, ensure_ascii=False, indent=1))
        return
    for part, figures in found.items():
        print(f"\n{part}")
        for what, figure in figures.items():
            print(f"  {what}: {figure}")


if __name__ == "__main__":
    main()
