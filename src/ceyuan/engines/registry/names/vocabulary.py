"""The words names are made of: trades, legal forms, heads of institutions, short words."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True)
class Vocabulary:
    """Words by what they do in a name.

    Attributes:
        business: trade words; `longest_business` is the length of the longest.
        forms: legal form as printed → what it means (`limited`, `joint_stock`, …).
        branches: what branches end in.
        heads: what institutions end in.
        hosts: heads after which a unit of the institution may follow.
        words: short words inside names of institutions → long form, with their pattern.
        bodies: short names of bodies at the beginning → long form.
        countries: what may stand before or in brackets like a region, and is no region.
    """

    business: frozenset[str]
    longest_business: int
    forms: dict[str, str]
    branches: tuple[str, ...]
    heads: tuple[str, ...]
    hosts: tuple[str, ...]
    words: dict[str, str]
    word_pattern: re.Pattern[str]
    bodies: dict[str, str]
    countries: frozenset[str]


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary that comes with the engine."""
    here = files(__package__)
    lines = (here / "business_words.txt").read_text(encoding="utf-8").splitlines()
    business = frozenset(w for line in lines if not line.startswith("#") for w in line.split())
    forms = tomllib.loads((here / "legal_forms.toml").read_text(encoding="utf-8"))
    # 银行股份有限公司: before a legal form the head of an institution is what the firm does.
    business |= {head for head in forms["head"]["printed"] if len(head) > 1 and head != "集团"}
    short = tomllib.loads((here / "short_forms.toml").read_text(encoding="utf-8"))
    words = {k: v for k, v in short["word"].items() if k != v}
    printed = sorted({*words, *words.values()}, key=len, reverse=True)
    return Vocabulary(
        business=business,
        longest_business=max(map(len, business)),
        forms={p: form["means"] for form in forms["form"] for p in form["printed"]},
        branches=_longest_first(forms["branch"]["printed"]),
        heads=_longest_first(forms["head"]["printed"]),
        hosts=_longest_first(forms["head"]["hosts"]),
        words=words,
        # Long forms are matched too, so that nothing inside them is taken for a short one.
        word_pattern=re.compile("|".join(map(re.escape, printed))),
        bodies=dict(sorted(short["body"].items(), key=lambda pair: -len(pair[0]))),
        countries=frozenset(short["country"]["printed"]),
    )


def _longest_first(words: list[str]) -> tuple[str, ...]:
    return tuple(sorted(words, key=len, reverse=True))
