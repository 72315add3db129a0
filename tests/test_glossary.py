"""docs/glossary.md holds every identifier that people meet, with its official Chinese term."""

import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TOOL = ROOT / "tools" / "glossary.py"

pytestmark = pytest.mark.skipif(not TOOL.is_file(), reason="the checkout carries no tools")


def test_the_generated_part_is_what_the_code_says() -> None:
    glossary = runpy.run_path(str(TOOL))

    written, generated = glossary["written"](), glossary["generated"]()

    assert written.splitlines() == generated.splitlines(), "run: python tools/glossary.py"


def test_every_word_of_the_first_half_has_both_languages() -> None:
    text = (ROOT / "docs" / "glossary.md").read_text("utf-8")
    words = text[text.index("## Words") : text.index("## Identifiers")]
    rows = [line.strip("| ").split(" | ") for line in words.splitlines() if line.startswith("| ")]

    assert len(rows) > 20
    for word, term, meaning in rows[1:]:
        assert word.isascii()
        assert any("\u4e00" <= c <= "\u9fff" for c in term), word
        assert len(meaning) > 10, word
