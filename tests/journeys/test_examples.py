"""Examples are tests: what must come out comes out, and what does not is told with what came instead."""

import shutil
import uuid
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ceyuan.catalogue import load_catalogue
from ceyuan.journeys.examples import ExampleOutcome, run_reading_examples
from ceyuan.surfaces.cockpit.page_examples import run_page_examples

TOYLAND = Path(__file__).parents[1] / "toyland"
NOW = datetime(2022, 1, 5, 9, 0, tzinfo=UTC)


@pytest.fixture
def land(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of toyland under a name of its own."""
    root = tmp_path / f"land_{uuid.uuid4().hex[:8]}"
    shutil.copytree(TOYLAND, root, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.syspath_prepend(str(tmp_path))
    return root


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def complaints(outcomes: list[ExampleOutcome]) -> str:
    return "\n".join(c.en for outcome in outcomes for c in outcome.complaints)


def test_examples_of_readers_and_of_added_indicators_are_run(land: Path) -> None:
    outcomes = list(run_reading_examples(load_catalogue(land.name)))

    assert [outcome.where for outcome in outcomes] == [
        "readers/gazette/examples.toml",
        "readers/notice/examples.toml",
        "kinds/town/kite_count.toml",
    ]
    assert complaints(outcomes) == ""


def test_a_figure_that_does_not_come_out_is_told_with_the_nearest_that_did(land: Path) -> None:
    replace(land / "readers/gazette/examples.toml", "value = 120", "value = 121")

    told = complaints(list(run_reading_examples(load_catalogue(land.name))))

    assert "not read: subject 积木镇，indicator 玩具匠人数，value 121" in told
    assert "nearest: subject 积木镇，indicator 玩具匠人数，value 120" in told


def test_a_figure_that_must_not_come_out_is_told(land: Path) -> None:
    path = land / "readers/gazette/examples.toml"
    path.write_text(path.read_text("utf-8") + 'absent = [{ unit = "人" }]\n', "utf-8")

    assert "was read" in complaints(list(run_reading_examples(load_catalogue(land.name))))


def test_a_reader_whose_bid_is_too_low_for_its_own_example_is_told(land: Path) -> None:
    replace(land / "readers/gazette/reader.py", "return 0.9", "return 0.01")
    replace(land / "readers/notice/reader.py", "else 0.0", "else 0.5")

    told = complaints(list(run_reading_examples(load_catalogue(land.name))))

    assert "was taken by the reader notice: gazette bids too low" in told


def test_a_title_that_comes_out_otherwise_is_told(land: Path) -> None:
    path = land / "readers/gazette/examples.toml"
    path.write_text(path.read_text("utf-8") + 'title = "别的标题"\n', "utf-8")

    told = complaints(list(run_reading_examples(load_catalogue(land.name))))

    assert "the title was read as '玩具国公报', not '别的标题'" in told


def test_examples_of_pages_are_seen_on_a_small_ledger(land: Path) -> None:
    outcomes = list(run_page_examples(load_catalogue(land.name), NOW))

    assert [outcome.where for outcome in outcomes] == ["pages/board/examples.toml"]
    assert complaints(outcomes) == ""


def test_words_that_are_not_on_the_page_are_told(land: Path) -> None:
    replace(land / "pages/board/examples.toml", '["公告板"]', '["公告板", "布告栏"]')

    told = complaints(list(run_page_examples(load_catalogue(land.name), NOW)))

    assert told == "the page does not show '布告栏'"


def test_a_page_that_does_not_open_is_told(land: Path) -> None:
    replace(land / "pages/board/page.py", "limit=5", "limit=1 // 0")

    told = complaints(list(run_page_examples(load_catalogue(land.name), NOW)))

    assert told == "the page answered 500, not 200"


def test_the_small_ledger_is_never_the_database_of_the_settings(
    land: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = tmp_path / "real.sqlite"
    monkeypatch.setenv("CEYUAN_DATABASE", f"sqlite:///{real}")

    list(run_page_examples(load_catalogue(land.name), NOW))

    assert not real.exists()
