"""The office: a home opened once, from what is given, else from the environment."""

from pathlib import Path

import pytest

from ceyuan.authoring.page import FactQuery
from ceyuan.office import CannotUseHome, Office


def test_a_fresh_home_is_made_where_none_is(tmp_path: Path) -> None:
    with Office.open(tmp_path / "new" / "home") as office:
        assert office.ledger.find(FactQuery()).total == 0
        assert office.casebook.cases() == ()

    assert (tmp_path / "new" / "home" / "ceyuan.sqlite").exists()


def test_what_is_not_given_is_taken_from_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CEYUAN_HOME", str(tmp_path / "mine"))
    monkeypatch.setenv("CEYUAN_DATABASE", f"sqlite:///{tmp_path / 'elsewhere.sqlite'}")
    monkeypatch.setenv("CEYUAN_DISTRICT", "toyland")

    with Office.open() as office:
        assert office.home == tmp_path / "mine"
        assert office.database.file == tmp_path / "elsewhere.sqlite"
        assert "town" in office.catalogue.kinds


def test_what_is_given_wins_over_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CEYUAN_HOME", str(tmp_path / "other"))

    with Office.open(tmp_path / "mine") as office:
        assert office.home == tmp_path / "mine"
    assert not (tmp_path / "other").exists()


def test_a_home_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("not a folder")

    with pytest.raises(CannotUseHome, match="CEYUAN_HOME"):
        Office.open(tmp_path / "home")


def test_a_home_is_found_again_as_it_was_left(tmp_path: Path) -> None:
    with Office.open(tmp_path / "home") as office:
        office.ledger.serve("place:990101")

    with Office.open(tmp_path / "home") as office:
        assert office.ledger.served == "place:990101"
