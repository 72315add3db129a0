"""Every test of the stores runs on SQLite, and on PostgreSQL where there is one."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest
from sqlalchemy import create_engine, text

from ceyuan.office import Office
from ceyuan.stores.casebook import Casebook
from ceyuan.stores.database import Database, open_database
from ceyuan.stores.ledger import Ledger
from ceyuan.stores.schema import tables


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty SQLite database in the present form, to be copied: migrating takes longer."""
    file = tmp_path_factory.mktemp("blank") / "ceyuan.sqlite"
    open_database(f"sqlite:///{file}").close()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
    return file


@pytest.fixture(scope="session")
def blank_postgres(postgres: SimpleNamespace) -> str:
    """The address of a PostgreSQL database in the present form."""
    address = str(postgres.fresh())
    open_database(address).close()
    return address


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database in the present form."""
    if request.param == "sqlite":
        file = tmp_path / "home" / "ceyuan.sqlite"
        file.parent.mkdir()
        shutil.copy(request.getfixturevalue("blank"), file)
        return f"sqlite:///{file}"
    address = str(request.getfixturevalue("blank_postgres"))
    _empty(address)
    return address


@pytest.fixture
def office(address: str, tmp_path: Path) -> Iterator[Office]:
    """An open home with nothing in it."""
    with Office.open(tmp_path / "home", database=address) as opened:
        yield opened


@pytest.fixture
def fresh_ledger(
    request: pytest.FixtureRequest, address: str, tmp_path: Path
) -> Iterator[Callable[[], Ledger]]:
    """As many empty ledgers as a test of many examples asks for, one after the other."""
    opened: list[Database] = []

    def fresh() -> Ledger:
        here = address
        if address.startswith("sqlite"):
            file = tmp_path / f"{len(opened)}.sqlite"
            shutil.copy(request.getfixturevalue("blank"), file)
            here = f"sqlite:///{file}"
        else:
            _empty(address)
        opened.append(open_database(here))
        return Ledger(opened[-1])

    yield fresh
    for each in opened:
        each.close()


@pytest.fixture
def database(office: Office) -> Database:
    return office.database


@pytest.fixture
def ledger(office: Office) -> Ledger:
    return office.ledger


@pytest.fixture
def casebook(office: Office) -> Casebook:
    return office.casebook


def _empty(address: str) -> None:
    """Take everything out, past the triggers that refuse it: quicker than a new database."""
    with create_engine(address.replace("postgresql:", "postgresql+psycopg:")).begin() as connection:
        connection.execute(text("SET session_replication_role = replica"))
        names = ", ".join(table.name for table in tables.sorted_tables if table.name != "about")
        connection.execute(text(f"TRUNCATE {names}, quotes"))
        connection.execute(text("DELETE FROM about WHERE word <> 'ledger'"))
