"""How sure it is that two names mean one body, and what speaks for and against it."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp

from ceyuan.engines.registry.names.findings import findings
from ceyuan.engines.registry.names.parts import Parts
from ceyuan.model.bilingual import Bilingual


@dataclass(frozen=True, slots=True)
class Reason:
    """One finding on a pair of names: in words, and what it is worth (logits; for if positive)."""

    finding: str
    words: Bilingual
    worth: float


@dataclass(frozen=True)
class Weights:
    """What findings are worth; `constant` is what a pair starts from."""

    constant: float
    worth: dict[str, float]


def odds(one: Parts, other: Parts) -> float:
    """The logarithm of the odds that two names mean one body; 0 is even."""
    known = weights()
    worth = known.worth
    total = known.constant
    for finding in findings(one, other):
        total += worth.get(finding, 0.0)
    return total


def score(one: Parts, other: Parts) -> float:
    """The chance, 0 to 1, that two names mean one body; which comes first does not matter."""
    return chance(odds(one, other))


def chance(log_odds: float) -> float:
    """The chance that goes with the logarithm of odds."""
    return 1 / (1 + exp(-max(-50.0, min(50.0, log_odds))))


def reasons(one: Parts, other: Parts) -> tuple[Reason, ...]:
    """What was found on a pair, the weightiest first."""
    worth = weights().worth
    found = [Reason(f, _in_words(f), worth.get(f, 0.0)) for f in findings(one, other)]
    return tuple(sorted(found, key=lambda reason: -abs(reason.worth)))


@cache
def weights() -> Weights:
    """The weights that come with the engine; see tools/names/fit_weights.py."""
    text = (files(__package__) / "weights.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    return Weights(float(table["constant"]), {k: float(v) for k, v in table["weight"].items()})


def _in_words(finding: str) -> Bilingual:
    known = _words()
    if finding in known:
        return Bilingual(*known[finding])
    stem, _, manner = finding.rpartition(".")
    zh, en = known[stem]
    manner_zh, manner_en = known[f"manner.{manner}"]
    return Bilingual(f"{zh}（{manner_zh}）", f"{en} ({manner_en})")


@cache
def _words() -> dict[str, tuple[str, str]]:
    text = (files(__package__) / "finding_words.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    return {
        f"{aspect}.{found}": (words[0], words[1])
        for aspect, entries in table.items()
        for found, words in entries.items()
    }
