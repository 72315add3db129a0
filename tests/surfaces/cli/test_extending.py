"""`ceyuan new` and `ceyuan check`: what is made passes at once, what is spoilt is told."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

TOYLAND = Path(__file__).parents[2] / "toyland"
Ceyuan = Callable[..., Any]


@pytest.fixture
def land(tmp_path: Path) -> dict[str, str]:
    """The environment in which a copy of toyland is the district."""
    shutil.copytree(TOYLAND, tmp_path / "playland", ignore=shutil.ignore_patterns("__pycache__"))
    return {"CEYUAN_DISTRICT": "playland", "PYTHONPATH": str(tmp_path)}


@pytest.mark.parametrize(
    "sort", ["reader", "page", "programme", "mechanism", "matcher", "report", "indicator"]
)
def test_what_is_made_passes_the_check_at_once(
    ceyuan: Ceyuan, land: dict[str, str], sort: str
) -> None:
    options = ["--kind", "town"] if sort in ("indicator", "programme") else []

    made = ceyuan("new", sort, "weekly_brief", "--title", "每周简报", *options, **land)
    checked = ceyuan("check", "--no-examples", "--json", **land)

    assert (made.code, made.err) == (0, "")
    assert "weekly_brief" in made.out
    assert "接下来" in made.out
    assert (checked.code, checked.json["faults"]) == (0, [])


def test_new_says_which_files_it_wrote(ceyuan: Ceyuan, land: dict[str, str]) -> None:
    made = ceyuan("new", "page", "weekly_brief", "--json", **land).json

    names = {Path(path).name for path in made["files"]}
    assert names == {"card.toml", "page.py", "page.html", "en.toml", "examples.toml", "__init__.py"}


def test_new_refuses_a_name_that_is_taken(ceyuan: Ceyuan, land: dict[str, str]) -> None:
    said = ceyuan("new", "reader", "gazette", "--lang", "en", **land)

    assert said.code == 2
    assert "readers/gazette exists already" in said.err
    assert "to do:" in said.err


def test_check_tells_every_fault_with_its_place(
    ceyuan: Ceyuan, land: dict[str, str], tmp_path: Path
) -> None:
    card = tmp_path / "playland/readers/gazette/card.toml"
    card.write_text(card.read_text("utf-8").replace("about", "abuot"), "utf-8")
    (tmp_path / "playland/pages/board/page.html").unlink()

    said = ceyuan("check", "--lang", "en", **land)

    assert said.code == 2
    assert "nobody reads 'abuot'" in said.err
    assert "readers/gazette/card.toml" in said.err
    assert "the page board has no page.html" in said.err
    assert "2 faults" in said.out
