"""A home into one file or folder, and back."""

import json
import tarfile
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace

import pytest

from ceyuan.authoring.page import FactQuery
from ceyuan.journeys.backup import CannotBackUp, CannotRestore, backup, restore
from ceyuan.journeys.verify import verify
from ceyuan.office import DATABASE_FILE, Office
from ceyuan.stores.copying import NotEmpty
from invented_facts import ARTICLE, MONDAY, NOON, PAGE, fact

EVENING = datetime(2025, 3, 3, 20, tzinfo=UTC)


def fill(office: Office) -> None:
    office.archive.put(PAGE)
    facts = [fact(str(n)) for n in range(30)]
    office.ledger.record(facts, [ARTICLE], at=NOON)
    office.ledger.withdraw(facts[0].id, reason="误读", by="o", on=MONDAY, at=NOON)
    office.ledger.serve("place:990101")
    office.casebook.append("w-1", "whistle", "1", "open", by="o", role="r", on=MONDAY, at=NOON)
    (office.home / "snapshots").mkdir()
    (office.home / "snapshots" / "a.parquet").write_bytes(b"PAR1")
    office.ledger.find(FactQuery())


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with Office.open(tmp_path / "home") as opened:
        fill(opened)
        yield opened


def same(office: Office, home: Path, database: str | None = None) -> None:
    with Office.open(home, database=database) as restored:
        assert restored.ledger.find(FactQuery()) == office.ledger.find(FactQuery())
        assert restored.ledger.find(FactQuery(words="高新技术")).total == 29
        assert restored.ledger.served == "place:990101"
        assert restored.casebook.events("w-1") == office.casebook.events("w-1")
        assert restored.archive.get(ARTICLE.digest) == PAGE
        assert restored.database.identity == office.database.identity
        verified = verify(restored)
        assert verified == verify(office)
        assert verified.clean
        assert restored.ledger.record([fact("99")], at=EVENING).new == 1


@pytest.mark.parametrize("name", ["kept.tar.gz", "kept.tgz", "kept"])
def test_a_home_comes_back_from_its_backup_the_same(
    office: Office, tmp_path: Path, name: str
) -> None:
    done = backup(office, tmp_path / "safe" / name, at=EVENING)

    restore(done.place, tmp_path / "again")

    assert (tmp_path / "again" / "snapshots" / "a.parquet").read_bytes() == b"PAR1"
    assert not (tmp_path / "again" / "cache").exists()
    assert done.seal == verify(office).seal
    assert done.files == 4
    same(office, tmp_path / "again")


def test_a_backup_is_of_one_moment_while_others_write(office: Office, tmp_path: Path) -> None:
    with office.database.writing() as connection:
        office.ledger.record([fact("77")], at=EVENING, within=connection)
        done = backup(office, tmp_path / "kept", at=EVENING)

    restore(done.place, tmp_path / "again")
    with Office.open(tmp_path / "again") as restored:
        assert restored.ledger.find(FactQuery()).total == 29


def test_a_backup_says_what_it_is(office: Office, tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []

    done = backup(
        office, tmp_path / "kept", at=EVENING, progress=lambda at, of: steps.append((at, of))
    )

    card = json.loads((done.place / "backup.json").read_text())
    assert card["at"] == EVENING.isoformat()
    assert card["seal"] == done.seal
    assert steps == [(n, 4) for n in range(1, 5)]


def test_a_backup_never_overwrites_and_never_lies_in_the_home_itself(
    office: Office, tmp_path: Path
) -> None:
    (tmp_path / "there.tar.gz").write_bytes(b"important")

    for target in (tmp_path / "there.tar.gz", office.home / "backup", tmp_path):
        with pytest.raises(CannotBackUp, match="another place"):
            backup(office, target, at=EVENING)

    assert (tmp_path / "there.tar.gz").read_bytes() == b"important"


def test_a_home_in_use_is_never_overwritten(office: Office, tmp_path: Path) -> None:
    done = backup(office, tmp_path / "kept", at=EVENING)

    with pytest.raises(CannotRestore, match="not empty"):
        restore(done.place, office.home)

    empty = tmp_path / "empty"
    empty.mkdir()
    restore(done.place, empty)
    same(office, empty)


def test_a_damaged_backup_leaves_no_home_behind(office: Office, tmp_path: Path) -> None:
    done = backup(office, tmp_path / "kept", at=EVENING)
    whole = (done.place / DATABASE_FILE).read_bytes()
    (done.place / DATABASE_FILE).write_bytes(whole[:-4096])

    with pytest.raises(CannotRestore, match="damaged"):
        restore(done.place, tmp_path / "again")

    assert sorted(path.name for path in tmp_path.iterdir()) == ["home", "kept"]


def test_a_backup_with_a_missing_document_is_not_taken_for_whole(
    office: Office, tmp_path: Path
) -> None:
    done = backup(office, tmp_path / "kept", at=EVENING)
    next((done.place / "archive").rglob(ARTICLE.digest[2:])).unlink()

    with pytest.raises(CannotRestore, match="not whole"):
        restore(done.place, tmp_path / "again")


def test_what_is_no_backup_is_told(tmp_path: Path) -> None:
    (tmp_path / "letter.tar.gz").write_bytes(b"dear comrade")
    (tmp_path / "folder").mkdir()

    for source in ("letter.tar.gz", "folder", "nothing.tar.gz"):
        with pytest.raises(CannotRestore):
            restore(tmp_path / source, tmp_path / "again")
    assert not (tmp_path / "again").exists()


@pytest.mark.parametrize(
    ("name", "kind"),
    [("../out", None), ("/etc/out", None), ("a/../../out", None), ("link", tarfile.SYMTYPE)],
)
def test_a_backup_made_to_break_out_of_its_folder_is_refused(
    tmp_path: Path, name: str, kind: bytes | None
) -> None:
    forged = tmp_path / "in" / "forged.tar.gz"
    forged.parent.mkdir()
    with tarfile.open(forged, "w:gz") as tar:
        member = tarfile.TarInfo(name)
        member.size = 3 if kind is None else 0
        if kind:
            member.type, member.linkname = kind, "/etc/passwd"
        tar.addfile(member, BytesIO(b"bad"))

    with pytest.raises(CannotRestore, match="no backup holds"):
        restore(forged, tmp_path / "in" / "again")

    assert sorted(path.name for path in tmp_path.rglob("*")) == ["forged.tar.gz", "in"]


@pytest.mark.postgres
def test_a_home_moves_to_postgresql_and_back_by_backup(
    office: Office, tmp_path: Path, postgres: SimpleNamespace
) -> None:
    first = backup(office, tmp_path / "first.tar.gz", at=EVENING)
    address = postgres.fresh()

    moved = restore(first.place, tmp_path / "moved", database=address)

    assert not (moved / DATABASE_FILE).exists()
    with Office.open(moved, database=address) as on_server:
        assert verify(on_server).clean
        second = backup(on_server, tmp_path / "second.tar.gz", at=EVENING)
    restore(second.place, tmp_path / "again")
    same(office, tmp_path / "again")
    same(office, moved, address)
    with pytest.raises(NotEmpty):
        restore(first.place, tmp_path / "third", database=address)
    assert not (tmp_path / "third").exists()
