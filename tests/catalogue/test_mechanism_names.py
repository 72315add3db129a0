"""The file of official names of ways of working."""

import pytest

from ceyuan.catalogue import load_catalogue
from ceyuan.catalogue.mechanism_names_file import FILE, read_mechanism_names
from ceyuan.model.errors import Faults


def test_a_name_is_read_with_its_other_wordings(tmp_path):
    (tmp_path / FILE).write_text(
        '[service]\n"一企一策" = ["一企业一方案"]\n"链长制" = []\n', "utf-8"
    )

    assert read_mechanism_names(tmp_path) == {"一企一策": ("一企业一方案",), "链长制": ()}


def test_a_district_without_the_file_knows_none(tmp_path):
    assert read_mechanism_names(tmp_path) == {}


def test_everything_wrong_with_the_file_is_told_together(tmp_path):
    (tmp_path / FILE).write_text(
        '"无组" = []\n[one]\n"甲制" = "甲"\n"乙制" = []\n[two]\n"乙制" = []\n', "utf-8"
    )

    with pytest.raises(Faults) as told:
        read_mechanism_names(tmp_path)

    assert len(told.value.faults) == 3


def test_no_wording_of_the_district_means_two_things():
    names = load_catalogue("ceyuan_district").mechanism_names

    wordings = [wording for name, others in names.items() for wording in (name, *others)]
    assert len(wordings) == len(set(wordings))
