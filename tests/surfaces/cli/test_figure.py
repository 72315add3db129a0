"""Figures on the screen, in either language."""

from collections.abc import Iterator

import pytest

from ceyuan.surfaces.cli.asked import Asked, set_asked
from ceyuan.surfaces.cli.figure import figure


@pytest.fixture(autouse=True)
def _language_back() -> Iterator[None]:
    yield
    set_asked(Asked())


@pytest.mark.parametrize(
    ("value", "unit", "chinese", "english"),
    [
        (None, "元", "不知", "unknown"),
        (True, "", "是", "yes"),
        (0.05, "share", "5%", "5%"),
        (1 / 3, "share", "33.333333%", "33.333333%"),
        (3.5, "%", "3.5%", "3.5%"),
        (12_000_000, "元", "1,200 万元", "12,000,000 yuan"),
        (9_999.5, "元", "9,999.5 元", "9,999.5 yuan"),
        (-50_000, "元", "-5 万元", "-50,000 yuan"),
        (500, "人", "500 人", "500 人"),
        (-0.0, "", "0", "0"),
        (("国家级", "市级"), "text", "国家级、市级", "国家级, 市级"),
        ("2025-06-30", "date", "2025-06-30", "2025-06-30"),
    ],
)
def test_shares_are_said_in_percent_and_money_in_ten_thousands(
    value: object, unit: str, chinese: str, english: str
) -> None:
    set_asked(Asked("zh"))
    in_chinese = figure(value, unit)
    set_asked(Asked("en"))

    assert (in_chinese, figure(value, unit)) == (chinese, english)
