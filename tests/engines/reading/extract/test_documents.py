"""Whole invented texts: most of what they say is read, and little that they do not say."""

import tomllib
from pathlib import Path

import pytest

from .conftest import claims_in, plain

HERE = Path(__file__).parent / "documents"
TEXTS = sorted(HERE.glob("*_round/*.toml"))
#: What the grammar holds today, a little below; first readings are in the README beside the texts.
FLOOR = 0.75


@pytest.mark.parametrize("path", TEXTS, ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_an_invented_text_is_read_as_its_author_meant_it(path):
    document = tomllib.loads(path.read_text("utf-8"))
    text = document["text"].strip() + "\n"

    said = [plain(c) for c in claims_in(text, document.get("published"), document["title"])]

    wanted = [fact for fact in document["expect"] if not fact.get("optional")]
    found = [fact for fact in wanted if any(_fits(fact, claim) for claim in said)]
    assert len(found) >= FLOOR * len(wanted)
    meant = [c for c in said if any(_fits(fact, c, named=False) for fact in document["expect"])]
    assert len(meant) >= FLOOR * len(said)


def _fits(fact, claim, named=True):
    subjects = (fact["subject"], *fact.get("subject_alt", ()))
    names = (fact["indicator"], *fact.get("indicator_alt", ()))
    close = abs(claim.value - fact["value"]) <= 0.0005 * max(1, abs(fact["value"]))
    right = close and claim.unit == fact["unit"] and claim.subject in subjects
    return right and (not named or claim.indicator in names)
