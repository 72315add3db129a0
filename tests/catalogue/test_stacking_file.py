"""How programmes stand to one another: written by hand, checked when it is loaded."""

from datetime import date
from pathlib import Path

import pytest

from ceyuan.catalogue import load_catalogue
from ceyuan.catalogue.stacking_file import WrittenStacking, read_stacking
from ceyuan.engines.rules.parameter import Mark
from ceyuan.engines.rules.stacking import Way
from ceyuan.model.errors import CeyuanError

KNOWN = ("city_award", "district_award", "match")


def read(tmp_path: Path, text: str) -> tuple[tuple[WrittenStacking, ...], list[CeyuanError]]:
    path = tmp_path / "stacking.toml"
    path.write_text(text, encoding="utf-8")
    faults: list[CeyuanError] = []
    return read_stacking(path, "stacking.toml", KNOWN, faults), faults


def test_a_rule_is_read_with_its_cap_in_fen_and_its_days(tmp_path: Path) -> None:
    (one,), faults = read(
        tmp_path,
        """
        [[rule]]
        way = "total_cap"
        programmes = ["city_award", "district_award"]
        article = "第九条"
        mark = "sourced"
        cap = 1_000_000
        from = 2024-01-01
        until = 2025-12-31
        """,
    )

    assert faults == []
    assert (one.rule.way, one.rule.cap, one.mark) == (Way.TOTAL_CAP, 1_000_000_00, Mark.SOURCED)
    assert [one.holds(date(year, 12, 31)) for year in (2023, 2024, 2025, 2026)] == [
        False,
        True,
        True,
        False,
    ]


def test_a_choice_can_be_written_down_without_applying(tmp_path: Path) -> None:
    (one,), faults = read(
        tmp_path,
        """
        [[rule]]
        way = "highest_only"
        programmes = ["city_award", "district_award"]
        article = "来源未写明"
        mark = "choice"
        applies = false
        """,
    )

    assert faults == []
    assert not one.holds(date(2025, 1, 1))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('way = "highest"', "way"),
        ('way = "highest_only"\nprogrammes = ["city_award"]', "两项以上"),
        ('way = "highest_only"\nprogrammes = ["city_award", "city_award"]', "两项以上"),
        ('way = "highest_only"\nprogrammes = ["city_award", "distrct_award"]', "district_award"),
        ('way = "total_cap"', "cap"),
        ('way = "total_cap"\ncap = -1', "cap"),
        ('way = "total_cap"\ncap = "很多"', "cap"),
        ('way = "matching"', "share"),
        ('way = "highest_only"\nshare = 0.5', "share"),
        ('way = "highest_only"\napplies = false', "applies"),
        ('way = "highest_only"\nceiling = 5', "ceiling"),
        ('way = "highest_only"\nmark = "guess"', "mark"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, line: str, said: str) -> None:
    rest = {
        "programmes": 'programmes = ["city_award", "district_award"]',
        "article": 'article = "第九条"',
        "mark": 'mark = "sourced"',
    }
    kept = [text for key, text in rest.items() if f"{key} =" not in line]

    found, faults = read(tmp_path, "\n".join(["[[rule]]", line, *kept]))

    assert found == ()
    assert any(said in one.told("zh") for one in faults)


def test_every_stacking_rule_of_the_district_is_sound() -> None:
    catalogue = load_catalogue()

    for one in catalogue.stacking:
        kinds = {
            catalogue.items["programme"][name].card.rest["kind"] for name in one.rule.programmes
        }
        assert len(kinds) == 1, one.where
