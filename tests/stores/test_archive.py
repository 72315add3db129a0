"""The archive keeps bytes under their digest, whole or not at all."""

import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceyuan.model.bilingual import Bilingual
from ceyuan.model.edit import Edit, EditLog
from ceyuan.model.errors import CeyuanError
from ceyuan.model.reading import Reading, Remark
from ceyuan.model.section import Part, Section
from ceyuan.stores.archive import Archive, DamagedDocument, NotInArchive
from invented_facts import ARTICLE, PAGE, fact

LOG = EditLog((Edit(0, 2, "全區", "全区", "script"), Edit(2, 4, "新增", "新增", "")))
READING = Reading(
    document=ARTICLE,
    reader="news_page",
    reader_version="1",
    log=LOG,
    parts=(Part(Section.MAIN, 0, 4),),
    claims=(fact().claim,),
    remarks=(Remark(Bilingual("没有日期", "no date"), "page.txt"),),
)


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path / "archive")


def test_bytes_come_back_as_they_went_in(archive: Archive) -> None:
    digest = archive.put(PAGE)

    assert archive.get(digest) == PAGE
    assert archive.has(digest)
    assert archive.place_of(digest) == archive.folder / digest[:2] / digest[2:]


def test_putting_the_same_bytes_twice_keeps_them_once(archive: Archive) -> None:
    archive.put(PAGE)
    archive.put(PAGE)

    assert list(archive.digests()) == [ARTICLE.digest]


def test_a_document_nobody_put_is_told_as_missing(archive: Archive) -> None:
    with pytest.raises(NotInArchive, match="read the document in again"):
        archive.get("0" * 64)

    assert not archive.has("0" * 64)


@given(st.one_of(st.text(max_size=80), st.sampled_from(["../../etc/passwd", "a" * 63, "A" * 64])))
def test_what_is_no_digest_never_becomes_a_path(name: str) -> None:
    archive = Archive(Path("/nowhere"))

    assert not archive.has(name)
    with pytest.raises(NotInArchive):
        archive.get(name)


def test_a_changed_byte_is_noticed_when_read_and_when_verified(archive: Archive) -> None:
    digest = archive.put(PAGE)
    archive.put(b"untouched")
    archive.place_of(digest).write_bytes(PAGE + b" ")

    assert list(archive.verify()) == [digest]
    with pytest.raises(DamagedDocument):
        archive.get(digest)


def test_a_writer_that_died_leaves_nothing_under_the_digest(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(handle: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", die)

    with pytest.raises(KeyboardInterrupt):
        archive.put(PAGE)

    assert not archive.has(ARTICLE.digest)
    assert list(archive.digests()) == []


def test_a_reading_comes_back_equal(archive: Archive) -> None:
    archive.put_reading(READING)

    assert archive.reading(ARTICLE.digest, "news_page", "1") == READING
    assert archive.reading(ARTICLE.digest, "news_page", "2") is None


def test_readings_are_listed_the_latest_made_last(archive: Archive) -> None:
    for version in ("2", "10", "3"):
        archive.put_reading(replace(READING, reader_version=version))

    assert archive.readings(ARTICLE.digest)[-1] == ("news_page", "3")
    assert len(archive.readings(ARTICLE.digest)) == 3


@pytest.mark.parametrize("name", ["../up", "", "a/b", ".hidden", "x" * 101, "读"])
def test_a_reader_whose_name_is_a_path_is_refused(archive: Archive, name: str) -> None:
    with pytest.raises(CeyuanError):
        archive.put_reading(replace(READING, reader=name))


def test_a_reading_that_can_no_longer_be_read_is_found(archive: Archive) -> None:
    archive.put_reading(READING)
    place = next((archive.folder / "readings").rglob("*.json.gz"))
    place.write_bytes(place.read_bytes()[:-9])

    assert list(archive.unreadable_readings()) == [str(place)]
