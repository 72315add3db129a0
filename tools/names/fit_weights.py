"""Fits `engines/registry/names/weights.toml` to labelled pairs, and says how well it would do.

The pairs: the project's own (`tests/engines/registry/pairs.toml`), names of a directory written
in other ways (see `written`), and, where it lies beside the checkout, the development part of
the shared names. Names with nothing in common (earlier names, Latin abbreviations) teach nothing
about spelling and are left out of the fitting, not out of the measuring.

    python tools/names/fit_weights.py [--write]
"""

import json
import random
import sys
import tomllib
from collections import defaultdict
from itertools import combinations
from pathlib import Path

import numpy as np
from opencc import OpenCC

from ceyuan.catalogue.catalogue import district_folder
from ceyuan.catalogue.places_files import read_places
from ceyuan.engines.registry.names.findings import findings
from ceyuan.engines.registry.names.look_alike import _pairs as look_alikes
from ceyuan.engines.registry.names.parse import NameParser
from ceyuan.engines.registry.names.parts import Parts

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared" / "data" / "names"
WEIGHTS = ROOT / "src/ceyuan/engines/registry/names/weights.toml"
UNLIKE = {"former", "en", "former_short", "alias"}
_TRADITIONAL = OpenCC("s2t")
FOLDS, SEED = 10, 20260301

#: What is known without any pair; fitting starts from here, and moves only as far as pairs say.
KNOWN = {
    "region.different": -5, "region.bracketed": -4.5, "region.bracketed_short": -1,
    "region.of_one_unit_only": -2.5, "region.of_a_plain_name": -1, "region.nested": -1,
    "form.different": -5, "form.against_head": -3, "form.company_for_stock": -1,
    "head.different": -3, "group.one_only": -3, "branch.one_only": -5, "branch.different": -5,
    "host.different": -5, "host.one_only": -2, "numbers.different": -5, "numbers.one_only": -3,
    "slip.number": -4, "slip.between_trades": -2, "slip.other": 1.5, "slip.look_alike": 4,
    "slip.two_look_alikes": 2, "slip.look_alike_in_trunk": 2, "slip.other_in_trunk": -2,
    "core.other_business": -4, "core.other_trunk": -4, "core.different": -4,
    "core.unit_of_another": -3, "core.part_of_trunk.full": -3, "core.trunk_only.full": -3,
    "core.trades_left_out.full": -1, "core.trade_cut.full": -1.5, "core.end.full": -1,
    "core.end.short": -1, "core.drawn_without_trunk": -1.5, "core.drawn_without_head": -1,
    "core.other.full": -2, "core.other.short": -2, "core.number": -4, "core.other_outside_trunk": 0,
    "core.same.full": 4, "core.same.short": 3.5, "core.same.spoken": 2, "core.same_plain": 0,
    "core.look_alike": 2, "core.look_alike.short": 0, "core.same.company": 4,
    "core.trunk_only.company": -3, "core.part_of_trunk.company": -3,
    "core.trades_left_out.company": -2, "core.trade_cut.company": -2.5, "core.end.company": -2,
    "core.drawn_close.company": -0.5, "core.drawn_fair.company": -2,
    "core.drawn_loose.company": -3, "core.other.company": -2,
    "core.trunk_only.short": 2, "core.trunk_only.spoken": 1,
    "core.trades_left_out.short": 2.5, "core.trade_cut.short": 2.5, "core.reordered": 2,
    "core.drawn_close.short": 2.5, "core.drawn_close.full": 1.5, "core.beginning_misread": 1.5,
    "core.trunk_only.longer": -4, "core.trades_left_out.longer": -3, "core.trade_cut.longer": -3,
    "core.part_of_trunk": -2, "core.part_of_trunk.short": -0.5, "length.two": -1, "text.same": 6, "text.foreign": -2,
    "text.foreign_near": 3, "region.same": 0.8, "host.same": 0.5, "core.one_dropped": 0.5,
}  # fmt: skip

#: Held to what is known, whatever the pairs say: the shared short names are those of listed firms,
#: and in a district most firms with a short name are not.
#: Characters misread at random make another trade more often than scanners do.
HELD = {
    "form.left_out": -0.5,
    "form.left_out_stock": 0.5,
    "region.added": -2.5,
    "slip.between_trades": -2.0,
}
KNOWN |= HELD


def known(finding: str) -> float:
    """What a finding is worth before any pair is seen."""
    return float(KNOWN.get(finding, KNOWN.get(finding.rpartition(".")[0], 0)))


Pair = tuple[str, str, int, str]
_parser: NameParser | None = None
_parts: dict[str, Parts] = {}


def parts(name: str) -> Parts:
    global _parser
    if _parser is None:
        _parser = NameParser(read_places(district_folder() / "places"))
    if name not in _parts:
        _parts[name] = _parser.parse(name)
    return _parts[name]


def own_pairs() -> list[Pair]:
    """The project's pairs, grouped so that names joined by any pair share a fold."""
    text = (ROOT / "tests/engines/registry/pairs.toml").read_text(encoding="utf-8")
    found = [
        (a, b, int(kind == "same"))
        for family in tomllib.loads(text)["family"]
        for kind in ("same", "different")
        for a, b in family.get(kind, ())
    ]
    leader: dict[str, str] = {}

    def root(name: str) -> str:
        while leader.setdefault(name, name) != name:
            name = leader[name]
        return name

    for a, b, _ in found:
        leader[root(a)] = root(b)
    return [(a, b, same, "own:" + root(a)) for a, b, same in found]


def shared_names() -> list[dict[str, str]]:
    path = SHARED / "names.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    return [json.loads(line) for line in lines]


def shared_pairs(all_kinds: bool = False) -> list[Pair]:
    """Every pair of names inside a group of sister clusters; the group is the fold."""
    groups: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in shared_names():
        if all_kinds or row["kind"] not in UNLIKE:
            groups[row["group"]].append(row)
    return [
        (a["name"], b["name"], int(a["cluster_id"] == b["cluster_id"]), "shared:" + group)
        for group, rows in groups.items()
        for a, b in combinations(rows, 2)
    ]


def directory() -> list[str]:
    path = SHARED / "catalogue.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    return [json.loads(line)["name"] for line in lines]


def written(name: str, rng: random.Random) -> list[str]:
    """The name as others write it: form, region, script, spaces, brackets, one misread character."""
    seen = parts(name)
    ways = [str(_TRADITIONAL.convert(name)), f"“{name}”；"]
    at = rng.randrange(1, len(name))
    ways.append(name[:at] + " " + name[at:] + "　")
    if name.endswith("股份有限公司"):
        ways += [name[:-4] + "公司", name[:-6]]
    elif name.endswith("有限公司"):
        ways += [name[:-4] + "有限责任公司", name[:-4]]
    if seen.regions and not seen.bracketed and seen.trunk and not seen.regional:
        ways.append(name.removeprefix(seen.regions[0].printed).removeprefix("市"))
    if seen.bracketed:
        ways.append(name.replace("(", "").replace(")", "").replace("（", "").replace("）", ""))
    at = rng.randrange(len(name))
    wrong = look_alikes().get(name[at], "")
    if wrong:
        ways.append(name[:at] + rng.choice(wrong[:6]) + name[at + 1 :])
    return ways


def directory_pairs() -> list[Pair]:
    rng = random.Random(SEED)
    names = directory()
    rng.shuffle(names)
    by_trunk: dict[str, list[str]] = defaultdict(list)
    for name in names:
        for key in {parts(name).trunk, parts(name).bare[:2], parts(name).bare[-4:]}:
            if len(key) > 1:
                by_trunk[key].append(name)
    found: list[Pair] = []
    for name in names[:500]:
        group = "directory:" + name
        ways = rng.sample(written(name, rng), 3)
        found += [(way, name, 1, group) for way in ways]
        others = [o for k in (parts(name).trunk, parts(name).bare[:2], parts(name).bare[-4:])
                  for o in by_trunk.get(k, ()) if o != name]  # fmt: skip
        for other in rng.sample(others, min(4, len(others))):
            found.append((name, other, 0, group))
            found.append((rng.choice(ways), other, 0, group))
            found.append((parts(name).bare, other, 0, group))
    return found


def link_pairs() -> list[Pair]:
    path = SHARED / "links.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    rows = [json.loads(line) for line in lines]
    found = []
    for row in rows:
        group = "link:" + row["full"]
        found.append((row["short"], row["full"], 1, group))
    return found


def fit(
    x: np.ndarray, y: np.ndarray, w: np.ndarray, start: np.ndarray, held: np.ndarray
) -> np.ndarray:
    """Logistic regression held to `start`; the last weight is the constant."""
    design = np.hstack([x, np.ones((len(x), 1))])
    start = np.append(start, 0.0)
    beta = start.copy()
    hold = np.append(held, 1e-3)
    for _ in range(80):
        q = 1 / (1 + np.exp(-(design @ beta)))
        slope = design.T @ (w * (q - y)) + hold * (beta - start)
        curve = (design * (w * q * (1 - q))[:, None]).T @ design + np.diag(hold)
        step = np.linalg.solve(curve, slope)
        beta -= step
        if np.abs(step).max() < 1e-7:
            break
    return beta


class Table:
    """Pairs as a matrix of findings."""

    def __init__(self, pairs: list[Pair]) -> None:
        self.pairs = pairs
        self.found = [findings(parts(a), parts(b)) for a, b, _, _ in pairs]
        self.columns = sorted({name for found in self.found for name in found})
        at = {name: i for i, name in enumerate(self.columns)}
        self.start = np.array([known(name) for name in self.columns])
        self.held = np.array([200.0 if name in HELD else 1.0 for name in self.columns])
        self.x = np.zeros((len(pairs), len(at)))
        for row, found in enumerate(self.found):
            for name in found:
                self.x[row, at[name]] = 1
        self.y = np.array([same for *_, same, _ in pairs], float)
        self.group = np.array([group for *_, group in pairs])
        size = dict(zip(*np.unique(self.group, return_counts=True), strict=True))
        # A group of forty names has 780 pairs: it counts for its names, not for its pairs.
        self.w = np.array([min(1.0, 8 / size[g] ** 0.5) for g in self.group])

    def cross_validated(self) -> np.ndarray:
        """For every pair the chance given by weights that never saw its group."""
        rng = np.random.default_rng(SEED)
        groups = np.unique(self.group)
        fold_of = dict(zip(groups, rng.permutation(len(groups)) % FOLDS, strict=True))
        fold = np.array([fold_of[g] for g in self.group])
        chance = np.zeros(len(self.y))
        for k in range(FOLDS):
            train, test = fold != k, fold == k
            beta = fit(self.x[train], self.y[train], self.w[train], self.start, self.held)
            chance[test] = 1 / (1 + np.exp(-(self.x[test] @ beta[:-1] + beta[-1])))
        return chance


def scores(y: np.ndarray, chance: np.ndarray, limit: float) -> str:
    said = chance >= limit
    hit = (said & (y > 0)).sum()
    precision, recall = hit / max(said.sum(), 1), hit / max((y > 0).sum(), 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return f"precision {precision:.4f} recall {recall:.4f} F1 {f1:.4f}"


def main() -> None:
    pairs = own_pairs() + shared_pairs() + directory_pairs() + link_pairs()
    table = Table(pairs)
    beta = fit(table.x, table.y, table.w, table.start, table.held)
    chance = table.cross_validated()
    for kind in ("own", "shared", "directory", "link"):
        mine = np.array([g.startswith(kind) for g in table.group])
        if mine.any():
            for limit in (0.5, 0.7, 0.85):
                print(kind, int(mine.sum()), limit, "cross-validated",
                      scores(table.y[mine], chance[mine], limit))  # fmt: skip
    if "--wrong" in sys.argv:
        for (a, b, same, group), q, found in zip(pairs, chance, table.found, strict=True):
            if (q >= 0.6) != bool(same) and group.startswith(tuple(sys.argv[2:])):
                print(same, round(float(q), 2), a, b, found)
    if "--show" in sys.argv:
        for name, weight in zip([*table.columns, "constant"], beta, strict=True):
            n = table.x[:, table.columns.index(name)] if name != "constant" else table.y * 0
            print(f"{name:34s}{weight:7.2f} {int(n.sum()):5d} {int((n * table.y).sum()):5d}")
    if "--write" in sys.argv:
        weight = {name: known(name) for name in KNOWN if name.count(".") == 2 or "core" not in name}
        manners = ("full", "company", "short", "longer", "spoken")
        stems = [n for n in KNOWN if n.startswith("core.") and n.count(".") == 1]
        weight |= {
            f"{stem}.{manner}": known(f"{stem}.{manner}") for stem in stems for manner in manners
        }
        weight |= dict(zip(table.columns, beta, strict=False))
        lines = [
            "# What each finding is worth, in logits: fitted by tools/names/fit_weights.py.",
            f"constant = {beta[-1]:.2f}",
            "",
            "[weight]",
            *(f'"{name}" = {value:.2f}' for name, value in sorted(weight.items())),
        ]
        WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
