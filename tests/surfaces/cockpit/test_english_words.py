"""Every Chinese word of a template has its English one, and none is left over."""

import io
from pathlib import Path

import pytest
from jinja2.ext import babel_extract

from ceyuan.catalogue import load_catalogue
from ceyuan.surfaces.cockpit.language import read_words
from ceyuan.surfaces.cockpit.template import TEMPLATES

PAGES = load_catalogue().pages


def words_of(template: Path) -> set[str]:
    """The words between `_("` and `")` of a template."""
    source = io.BytesIO(template.read_bytes())
    found = babel_extract(source, ["_"], [], {"trim_blocks": "true", "lstrip_blocks": "true"})
    return {said if isinstance(said, str) else said[0] for _, _, said, _ in found}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_word_of_a_page_has_an_english_word(page):
    english = {**read_words(TEMPLATES.parent), **read_words(page.folder)}

    assert words_of(page.folder / "page.html") - set(english) == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_english_word_of_a_page_is_left_over(page):
    assert set(read_words(page.folder)) - words_of(page.folder / "page.html") == set()


def test_the_frame_around_the_pages_has_its_english_words_and_no_others():
    used = {word for template in TEMPLATES.glob("*.html") for word in words_of(template)}

    assert used == set(read_words(TEMPLATES.parent))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_chinese_stands_in_a_template_outside_the_words_that_are_translated(page):
    text = (page.folder / "page.html").read_text("utf-8")
    for word in sorted(words_of(page.folder / "page.html"), key=len, reverse=True):
        text = text.replace(f'"{word}"', "").replace(f"'{word}'", "")

    assert [c for c in text if "一" <= c <= "鿿"] == []
