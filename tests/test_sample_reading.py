"""What reading makes of the sample district's documents, against what they were written to say."""

import re
import tomllib
import unicodedata
from functools import cache

import pytest

from ceyuan.catalogue import load_catalogue
from ceyuan.journeys.reading_desk import ReadingDesk
from ceyuan.model.period import parse_period
from ceyuan.model.reading import Reading

CATALOGUE = load_catalogue("ceyuan_district")
SAMPLE = CATALOGUE.root / "sample"
EXPECTED = {
    document["file"]: document
    for document in tomllib.loads((SAMPLE / "expected.toml").read_text("utf-8"))["document"]
}
GIVEN = {
    file["path"].removeprefix("documents/"): file["published"]
    for file in tomllib.loads((SAMPLE / "sample.toml").read_text("utf-8"))["file"]
}


@cache
def desk() -> ReadingDesk:
    return ReadingDesk(CATALOGUE)


@cache
def read(name: str) -> Reading:
    given = GIVEN[name]
    content = (SAMPLE / "documents" / name).read_bytes()
    return desk().read(content, name, published=parse_period(given) if given else None)


def plain(text: str) -> str:
    """Without what editions print differently: width, spaces, quotation marks."""
    return re.sub(r"[\s“”「」\"]", "", unicodedata.normalize("NFKC", text))


@pytest.mark.parametrize("name", EXPECTED)
def test_every_passage_stands_whole_in_the_repaired_text(name):
    repaired = plain(read(name).log.clean)

    lost = [
        fact["passage"]
        for fact in EXPECTED[name]["facts"]
        if plain(fact["passage"]) not in repaired and "meant" not in fact
    ]

    assert lost == []


@pytest.mark.parametrize("name", EXPECTED)
def test_the_repaired_text_can_be_taken_back(name):
    log = read(name).log

    assert log.raw
    assert "".join(piece.now for piece in log.pieces) == log.clean


@pytest.mark.parametrize("name", EXPECTED)
def test_the_day_of_publication_is_the_one_printed_or_given(name):
    published = read(name).document.published

    assert (str(published) if published else "") == EXPECTED[name]["published"]


def test_the_misread_figure_stays_as_printed_for_people_to_judge():
    repaired = plain(read("04_报纸版面_扫描.txt").log.clean)

    assert "80300万元" in repaired
    assert "30300万元" not in repaired.replace("80300", "")


def test_a_page_nobody_can_date_has_no_date():
    assert read("12_高新区概况_叠音.txt").document.published is None
