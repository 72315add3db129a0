"""What the stylesheet promises: letters that can be read, nothing fetched."""

import re
from itertools import product

import pytest

from ceyuan.surfaces.cockpit.asset import Assets

ASSETS = Assets()
CSS = ASSETS.at(ASSETS.address("cockpit.css")).content.decode()
INKS = (
    "ink ink-quiet accent alert notice registered reported derived decided expected target".split()
)
GROUNDS = "paper sheet accent-wash alert-wash notice-wash".split()


def tokens(scheme):
    """The colours of the light or the dark page by name."""
    blocks = re.findall(r":root \{(.*?)\}", CSS, re.DOTALL)
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", blocks[0 if scheme == "light" else 1]))


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    """The ratio of WCAG 2.2, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_ink_can_be_read_on_every_ground(scheme):
    colours = tokens(scheme)

    for ink, ground in product(INKS, GROUNDS):
        assert contrast(colours[ink], colours[ground]) >= 4.5, (ink, ground)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_can_be_read_where_it_is_marked(scheme):
    colours = tokens(scheme)

    for ink in ("ink", "ink-quiet", "accent"):
        assert contrast(colours[ink], colours["mark"]) >= 4.5, ink


def test_the_stylesheet_fetches_nothing():
    assert "url(" not in CSS
    assert "@import" not in CSS


def test_our_script_fetches_nothing_and_makes_no_code():
    script = ASSETS.at(ASSETS.address("cockpit.js")).content.decode()

    for word in ("fetch(", "XMLHttpRequest", "import(", "eval(", "innerHTML", "new Function"):
        assert word not in script
