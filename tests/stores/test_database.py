"""Opening the database: made when absent, brought to the present form, refused when it cannot be."""

import multiprocessing
import sqlite3
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from ceyuan.stores import database as door
from ceyuan.stores import schema
from ceyuan.stores.database import Busy, CannotOpen, Database, NewerDatabase, open_database


def test_the_migrations_make_the_tables_the_program_reads(database: Database) -> None:
    def ours(thing: object, name: str, kind: str, found: bool, twin: object) -> bool:
        return not (kind == "table" and name.startswith(("quote", "sqlite_")))

    with database.reading() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": ours})
        assert compare_metadata(context, schema.tables) == []


def test_the_program_knows_the_newest_migration() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(door.__file__).parent / "migrations"))

    assert ScriptDirectory.from_config(config).get_current_head() == schema.HEAD


def test_a_database_keeps_its_identity(address: str) -> None:
    first = open_database(address)
    second = open_database(address)

    assert first.identity == second.identity
    assert len(first.identity) == 32


def test_a_second_opening_does_not_migrate(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    open_database(address).close()
    monkeypatch.setitem(__import__("sys").modules, "alembic", None)

    open_database(address).close()


def test_a_database_of_a_newer_program_is_left_alone(address: str) -> None:
    with open_database(address).writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(NewerDatabase, match="update Ceyuan"):
        open_database(address)

    engine = open_database.__globals__["create_engine"](door._url(address))
    with engine.begin() as connection:
        connection.execute(text(f"UPDATE alembic_version SET version_num = '{schema.HEAD}'"))


@pytest.mark.parametrize(
    "address",
    [
        "",
        "nonsense",
        "sqlite://",
        "sqlite:///:memory:",
        "mysql://u@h/d",
        "postgresql+asyncpg://h/d",
    ],
)
def test_an_address_that_names_no_usable_database_is_told(address: str) -> None:
    with pytest.raises(CannotOpen):
        open_database(address)


def test_a_server_that_does_not_answer_is_told_without_the_password() -> None:
    with pytest.raises(CannotOpen) as told:
        open_database("postgresql://me:secret@127.0.0.1:1/nothing?connect_timeout=2")

    assert "secret" not in told.value.told()


def test_a_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    file = tmp_path / "letter.sqlite"
    file.write_text("亲爱的同志" * 1000, "utf-8")

    with pytest.raises(CannotOpen, match=r"letter\.sqlite"):
        open_database(f"sqlite:///{file}")


def test_every_commit_is_on_the_disk_and_foreign_keys_hold(tmp_path: Path) -> None:
    database = open_database(f"sqlite:///{tmp_path / 'a.sqlite'}")

    with database.reading() as connection:
        said = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "recursive_triggers")
        }

    assert said == {
        "journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "recursive_triggers": 1,
    }  # fmt: skip


def test_a_writer_that_never_ends_is_told_as_busy(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(door, "PATIENCE", 1)
    first, second = open_database(address), open_database(address)

    with first.writing(), pytest.raises(Busy), second.writing():
        pass


def test_what_is_not_finished_is_not_kept(database: Database) -> None:
    def write_half() -> None:
        with database.writing() as connection:
            connection.execute(schema.about.insert().values(word="half", said="written"))
            raise EOFError

    with pytest.raises(EOFError):
        write_half()

    with database.reading() as connection:
        assert connection.execute(text("SELECT 1 FROM about WHERE word = 'half'")).first() is None


def _open(address: str) -> str:
    database = open_database(address)
    try:
        return database.identity
    finally:
        database.close()


def test_many_programs_may_open_a_fresh_home_at_once(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'home' / 'ceyuan.sqlite'}"
    with multiprocessing.get_context("spawn").Pool(4) as pool:
        identities = pool.map(_open, [address] * 8)

    assert len(set(identities)) == 1


@pytest.mark.postgres
def test_many_programs_may_open_a_fresh_server_at_once(postgres: SimpleNamespace) -> None:
    address = postgres.fresh()
    with multiprocessing.get_context("spawn").Pool(4) as pool:
        identities = pool.map(_open, [address] * 8)

    assert len(set(identities)) == 1


def test_an_address_with_a_percent_sign_or_a_space_is_a_file_like_any_other(tmp_path: Path) -> None:
    file = tmp_path / "100% 新 home" / "ceyuan.sqlite"

    open_database(f"sqlite:///{file}").close()

    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("SELECT count(*) FROM facts").fetchone() == (0,)
