"""A new folder from a template passes the check at once and overwrites nothing."""

from pathlib import Path

import pytest

from ceyuan.catalogue import load_catalogue
from ceyuan.catalogue.new_folder import CannotMake, NewItem, make, sorts_to_make


@pytest.mark.parametrize("sort", sorts_to_make())
def test_what_is_made_passes_the_check_at_once(land: Path, sort: str) -> None:
    written = make(NewItem(sort, "weekly_brief", "每周简报", "Weekly brief", kind="town"), land)

    assert written
    assert load_catalogue(land.name).faults() == ()


@pytest.mark.parametrize("sort", sorts_to_make())
def test_what_exists_is_never_overwritten(land: Path, sort: str) -> None:
    item = NewItem(sort, "weekly_brief", "每周简报", "Weekly brief", kind="town")
    written = make(item, land)
    written[-1].write_text("mine", "utf-8")

    with pytest.raises(CannotMake, match="exists already"):
        make(item, land)

    assert written[-1].read_text("utf-8") == "mine"


def test_a_new_indicator_is_a_field_of_its_kind(land: Path) -> None:
    make(NewItem("indicator", "drum_count", "鼓数", "drums", unit="面", kind="town"), land)

    drums = load_catalogue(land.name).kinds["town"].field("drum_count")

    assert drums is not None
    assert (drums.name, drums.unit) == ("鼓数", "面")


@pytest.mark.parametrize("name", ["周报", "Weekly", "weekly-brief", "../up", "2weeks", "", "a__b"])
def test_a_name_that_is_no_identifier_is_refused(land: Path, name: str) -> None:
    before = sorted(land.rglob("*"))

    with pytest.raises(CannotMake):
        make(NewItem("reader", name, "周报", "Weekly"), land)

    assert sorted(land.rglob("*")) == before


@pytest.mark.parametrize("title", ['带"引号"', "两\n行", "", "{{ 7 }}", "反斜\\杠"])
def test_a_title_that_would_break_the_files_is_refused(land: Path, title: str) -> None:
    with pytest.raises(CannotMake):
        make(NewItem("page", "weekly_brief", title, "Weekly"), land)


def test_an_unknown_sort_is_refused_with_those_there_are(land: Path) -> None:
    with pytest.raises(CannotMake, match="reader"):
        make(NewItem("widget", "weekly_brief", "周报", "Weekly"), land)


def test_an_indicator_of_no_kind_is_refused(land: Path) -> None:
    with pytest.raises(CannotMake, match="castle"):
        make(NewItem("indicator", "drum_count", "鼓数", "drums", kind="castle"), land)


def test_a_programme_may_be_put_on_a_shelf(land: Path) -> None:
    make(
        NewItem("programme", "toy_prize", "玩具奖", "Toy prize", kind="town", under="national"),
        land,
    )

    catalogue = load_catalogue(land.name)

    assert catalogue.items["programme"]["toy_prize"].shown == "programmes/national/toy_prize"
    assert catalogue.faults() == ()


def test_only_programmes_have_shelves(land: Path) -> None:
    with pytest.raises(CannotMake, match="--under"):
        make(NewItem("page", "toy_prize", "玩具奖", "Toy prize", under="national"), land)
