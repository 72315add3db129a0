"""A draft of a programme, read from a folder that is not part of the district."""

import shutil
from pathlib import Path

import pytest

from ceyuan.catalogue import Catalogue, load_catalogue
from ceyuan.catalogue.draft import read_draft
from ceyuan.model.errors import Faults


@pytest.fixture(scope="module")
def district() -> Catalogue:
    return load_catalogue("ceyuan_district")


def a_copy(district: Catalogue, to: Path) -> Path:
    """An invented award of the sample district, under a name of its own."""
    award = next(p for p in district.programmes if p.name == "yunxiu_rd_award")
    folder = to / "award_draft"
    shutil.copytree(award.folder, folder)
    return folder


def test_a_draft_is_read_like_a_programme_of_the_district(
    district: Catalogue, tmp_path: Path
) -> None:
    draft = read_draft(district, a_copy(district, tmp_path))

    assert draft.name == "award_draft"
    assert draft.programme.rules


def test_a_draft_with_a_fault_is_refused_with_the_file_that_has_it(
    district: Catalogue, tmp_path: Path
) -> None:
    folder = a_copy(district, tmp_path)
    parameters = folder / "parameters.toml"
    parameters.write_text(parameters.read_text("utf-8").replace("source", "sauce"), "utf-8")

    with pytest.raises(Faults) as refused:
        read_draft(district, folder)

    assert "parameters.toml" in refused.value.told("zh")


def test_a_folder_that_is_no_programme_is_refused(district: Catalogue, tmp_path: Path) -> None:
    with pytest.raises(Faults, match=r"no programme folder|faults"):
        read_draft(district, tmp_path)
