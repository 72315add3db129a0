"""What invented texts tell, beside what was written down for them: for the tests and the bench."""

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import ceyuan_district
from ceyuan.authoring.page_furniture import split_page
from ceyuan.authoring.reader import Look
from ceyuan.catalogue.kind_file import read_kinds
from ceyuan.catalogue.mechanism_names_file import read_mechanism_names
from ceyuan.catalogue.places_files import read_places
from ceyuan.engines.reading.extract.claims import claims_of
from ceyuan.engines.reading.extract.vocabulary import Vocabulary
from ceyuan.engines.reading.look import lines_of
from ceyuan.engines.reading.mentions.mechanisms import MechanismNames
from ceyuan.engines.reading.mentions.mentions import mentions_of
from ceyuan.model.edit import unchanged
from ceyuan.model.errors import CeyuanError
from ceyuan.model.period import parse_period

DOCUMENTS = Path(__file__).parent / "documents"
_PLACES = Path(__file__).parents[1] / "extract" / "documents" / "places"
#: The lists of a reading by what one entry of them is called in the texts' files.
LISTS = {
    "event": "events",
    "commitment": "commitments",
    "relation": "relations",
    "mechanism": "mechanisms",
    "entity": "entities",
}
_ALIKE = 0.5


@cache
def district_words() -> tuple[Vocabulary, MechanismNames]:
    """The district's own kinds and mechanisms, with invented places."""
    root = Path(ceyuan_district.__file__).parent
    faults: list[CeyuanError] = []
    kinds = read_kinds(root / "kinds", "kinds", faults)
    assert faults == []
    return Vocabulary(kinds, read_places(_PLACES)), MechanismNames(read_mechanism_names(root))


def told_in(text: str, title: str = "", published: str = "2024-09-12") -> list[dict[str, Any]]:
    """Every mention of a text that needs no repair."""
    vocabulary, names = district_words()
    look = Look(title, "text/plain", text, lines_of(text))
    layout = split_page(look)
    log, day = unchanged(text), parse_period(published)
    claims = claims_of(look, layout, log, vocabulary=vocabulary, published=day)
    told = mentions_of(look, layout, log, claims, vocabulary=vocabulary, names=names, published=day)
    return list(told)


def scored(paths: Iterable[Path]) -> tuple[dict[str, Counter[str]], list[str]]:
    """Per list how many expectations were met, missed, and what was told beyond them; and which."""
    counted = {sort: Counter[str]() for sort in LISTS}
    remarks: list[str] = []
    for path in paths:
        document = tomllib.loads(path.read_text("utf-8"))
        told = told_in(document["text"].strip() + "\n", document["title"], document["published"])
        for sort, name in LISTS.items():
            found = [m for m in told if m["list"] == name]
            for remark in _matched(sort, document.get(sort, []), found, counted[sort]):
                remarks.append(f"{path.stem}: {remark}")
    return counted, remarks


def _matched(
    sort: str, wanted: list[dict[str, Any]], left: list[dict[str, Any]], counted: Counter[str]
) -> Iterator[str]:
    for one in sorted(wanted, key=lambda w: bool(w.get("optional"))):
        hit = next((m for m in left if fits(sort, one, m)), None)
        if hit is not None:
            left = [m for m in left if m is not hit]
        if sort == "mechanism":  # the same name may stand in a text as often as it likes
            left = [m for m in left if not fits(sort, one, m)]
        if not one.get("optional"):
            counted["hit" if hit is not None else "missed"] += 1
            if hit is None:
                yield f"missed {sort} {one}"
    counted["extra"] += len(left)
    for mention in left:
        shown = {k: v for k, v in mention.items() if k not in ("list", "offset", "section")}
        yield f"extra {sort} {shown}"


def fits(sort: str, wanted: dict[str, Any], mention: dict[str, Any]) -> bool:
    """Whether a mention says what was expected."""
    match sort:
        case "event":
            dates = (wanted.get("date"), *wanted.get("date_alt", ()))
            dated = wanted.get("date_any") or mention["date"] in dates
            names = [*mention["participants"], mention.get("title", "")]
            same = any(_same(a, b) for a in wanted["participants"] for b in names)
            return bool(mention["type"] == wanted["type"] and dated and same)
        case "commitment":
            return _promised(wanted, mention)
        case "relation":
            pair = (mention["subject"], mention["object"])
            pairs = [pair, pair[::-1]] if wanted["predicate"] == "partners_with" else [pair]
            return mention["predicate"] == wanted["predicate"] and any(
                _same(a, wanted["subject"]) and _same(b, wanted["object"]) for a, b in pairs
            )
        case "mechanism":
            one, other = _plain(mention["name"]), _plain(wanted["name"])
            return one in other or other in one
        case _:
            names = [mention["name"], *mention["aliases_in_text"]]
            return mention["type"] == wanted["type"] and any(
                _same(name, wanted["name"]) for name in names
            )


def _promised(wanted: dict[str, Any], mention: dict[str, Any]) -> bool:
    actors = (wanted.get("actor"), *wanted.get("actor_alt", ()))
    if "actor" in wanted and not any(_same(mention["actor"] or "", a or "") for a in actors):
        return False
    if "deadline" in wanted and mention["deadline"] != wanted["deadline"]:
        return False
    value = mention["target_value"]
    if "value" in wanted:
        return value is not None and abs(value - wanted["value"]) <= 0.001 * abs(wanted["value"])
    one, other = _plain(wanted["what"]), _plain(mention["what"])
    return value is None and (one in other or _likeness(one, other) >= _ALIKE)


def _likeness(one: str, other: str) -> float:
    a, b = ({s[i : i + 2] for i in range(len(s) - 1)} for s in (one, other))
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def _same(one: str, other: str) -> bool:
    return _plain(one) == _plain(other)


def _plain(name: str) -> str:
    for mark in "“”\"'《》‘’ ":
        name = name.replace(mark, "")
    return name.replace("（", "(").replace("）", ")")
