"""Every row of the table of policy clauses has become rules, and nothing cites a row that is not there."""

import csv
import tomllib
from pathlib import Path

import pytest

from ceyuan.catalogue import load_catalogue

ROOT = Path(__file__).parents[2]
TABLE = ROOT.parent / "shared" / "reference" / "mechanisms" / "policy-clauses.csv"
PROGRAMMES = load_catalogue().programmes

#: 所在地 of the table, and the administrative code its programmes hold for.
JURISDICTIONS = {
    "国家": "",
    "重庆市": "500000",
    "渝中区": "500103",
    "万州区": "500101",
    "大渡口区": "500104",
    "九龙坡区": "500107",
    "荣昌区": "500153",
    # these zones have no code of their own: their rules ask whether the firm is inside
    "重庆高新区": "500000",
    "北部新区": "500000",
    "两江新区": "500000",
    "南昌市(对照)": "360100",
    "湖北省(对照)": "420323",
}

clauses_at_hand = pytest.mark.skipif(
    not TABLE.is_file(), reason="../shared with the table of policy clauses is not at hand"
)


def _cited() -> dict[str, list[str]]:
    """The row numbers that cards name, each with the programmes that name it."""
    found: dict[str, list[str]] = {}
    for item in PROGRAMMES:
        for row in item.card.rest["policy_clauses"] or ():
            found.setdefault(row, []).append(item.name)
    return found


def _rows() -> dict[str, dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return {row["clause_id"]: row for row in csv.DictReader(lines)}


def _marks(name: str) -> set[str]:
    item = next(item for item in PROGRAMMES if item.name == name)
    raw = tomllib.loads((item.folder / "parameters.toml").read_text("utf-8"))
    return {value["mark"] for parameter in raw.values() for value in parameter["value"]}


@clauses_at_hand
def test_every_clause_of_the_table_is_cited_by_a_programme() -> None:
    assert sorted(_rows().keys() - _cited().keys()) == []


@clauses_at_hand
def test_no_programme_cites_a_clause_that_is_not_in_the_table() -> None:
    assert sorted(_cited().keys() - _rows().keys()) == []


@clauses_at_hand
def test_a_programme_holds_where_its_clause_holds() -> None:
    rows = _rows()
    jurisdiction = {item.name: item.card.jurisdiction for item in PROGRAMMES}

    elsewhere = [
        (row, name)
        for row, names in _cited().items()
        for name in names
        if jurisdiction[name] != JURISDICTIONS[rows[row]["jurisdiction"]]
    ]

    assert elsewhere == []


@clauses_at_hand
def test_numbers_of_a_clause_of_middling_confidence_are_not_called_seen() -> None:
    doubtful = {
        name
        for row, names in _cited().items()
        if _rows()[row]["confidence"].startswith(("low", "medium"))
        for name in names
    }

    assert doubtful
    assert [name for name in sorted(doubtful) if "sourced" in _marks(name)] == []


@clauses_at_hand
def test_what_the_table_calls_superseded_or_ended_is_not_in_force_today() -> None:
    ended = ("PC-017", "PC-018", "PC-019", "PC-020", "PC-045", "PC-046", "PC-048")
    cited = _cited()
    until = {item.name: item.card.rest["valid_until"] for item in PROGRAMMES}

    assert [row for row in ended if any(until[name] is None for name in cited[row])] == []


def test_a_local_notice_dated_to_a_first_of_january_says_that_only_its_year_was_seen() -> None:
    undated = [
        item.name
        for item in PROGRAMMES
        if item.card.rest["policy_clauses"]
        and item.card.jurisdiction
        and (item.card.valid_from.month, item.card.valid_from.day) == (1, 1)
        and not item.card.rest["dating"]
    ]

    assert undated == []
