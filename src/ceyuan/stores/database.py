"""The one database of a home: opened, brought to the present form, read and written in transactions.

Readers see one moment throughout. Writers come one at a time, in SQLite by its own lock, in
PostgreSQL by an advisory one, so that what is numbered later was committed later.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from uuid import uuid4

from sqlalchemy import (
    URL,
    Connection,
    Engine,
    create_engine,
    event,
    inspect,
    make_url,
    select,
    text,
)
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool

from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import BadInput, CeyuanError
from ceyuan.stores.schema import HEAD, about

#: How long a writer waits for the one before it, in seconds.
PATIENCE = 60

#: The advisory lock of all writers: "策源" in UTF-8, as a number PostgreSQL takes.
_WRITERS = int.from_bytes("策源".encode(), "big")

#: Execution option that makes a transaction a writer's.
_WRITES = "ceyuan_writes"


class CannotOpen(BadInput):
    """The database cannot be opened: wrong address, no server, no right, not a database."""


class NewerDatabase(BadInput):
    """The database was written by a newer Ceyuan than this one."""


class Busy(CeyuanError):
    """Another writer held the database for too long."""


class Database:
    """An open database; see `open_database`."""

    def __init__(self, engine: Engine, file: Path | None) -> None:
        self.engine = engine
        #: The SQLite file; None where a server keeps the database.
        self.file = file
        self._identity: str | None = None

    @property
    def identity(self) -> str:
        """What tells this database from every other, kept since it was made."""
        if self._identity is None:
            with self.reading() as connection:
                query = select(about.c.said).where(about.c.word == "ledger")
                self._identity = connection.execute(query).scalar_one()
        return self._identity

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one moment of the database and changes nothing."""
        with self._told(), self.engine.connect() as connection:
            if self.file is None:
                connection.execution_options(
                    isolation_level="REPEATABLE READ", postgresql_readonly=True
                )
            with connection.begin():
                yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that is kept whole when the block ends, or not at all.

        Raises:
            Busy: another writer did not finish in time.
        """
        with self._told(), self.engine.connect() as connection:
            connection.execution_options(**{_WRITES: True})
            with connection.begin():
                if self.file is None:
                    wait = text(f"SET LOCAL lock_timeout = '{PATIENCE}s'")
                    connection.execute(wait)
                    connection.execute(text("SELECT pg_advisory_xact_lock(:k)"), {"k": _WRITERS})
                yield connection

    def close(self) -> None:
        """Let go of every connection."""
        self.engine.dispose()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except OperationalError as error:
            said = str(error.orig)
            if "database is locked" in said or "lock timeout" in said:
                raise Busy(
                    Bilingual(
                        "另一个程序正在写入数据库", "another program is writing the database"
                    ),
                    where=str(self.file or self.engine.url.render_as_string()),
                    remedy=Bilingual("稍后重试", "try again in a moment"),
                ) from error
            raise


def open_database(address: str) -> Database:
    """Open the database at `address` (a SQLAlchemy URL) and bring it to the present form.

    SQLite (`sqlite:///path`) in WAL mode, every commit flushed to the disk; or PostgreSQL
    (`postgresql://…`), which needs the extra `postgres`.

    Raises:
        CannotOpen: nothing can be opened there.
        NewerDatabase: it was written by a newer Ceyuan.
    """
    url = _url(address)
    sqlite = url.get_backend_name() == "sqlite"
    if sqlite and url.database in (None, "", ":memory:"):
        raise CannotOpen(
            Bilingual("数据库必须是一个文件", "the database must be a file"), where=address
        )
    file = Path(url.database).absolute() if sqlite and url.database else None
    shown = str(file) if file else url.render_as_string()
    try:
        if file:
            file.parent.mkdir(parents=True, exist_ok=True)
        engine = _sqlite(file) if file else create_engine(url, pool_pre_ping=True)
        database = Database(engine, file)
        _bring_to_present(database)
    except ModuleNotFoundError as error:
        raise CannotOpen(
            Bilingual(f"缺少数据库驱动 {error.name}", f"the driver {error.name} is missing"),
            where=shown,
            remedy="install ceyuan[postgres]",
        ) from error
    except (DBAPIError, OSError) as error:
        reason = str(error.orig if isinstance(error, DBAPIError) else error).strip()
        raise CannotOpen(
            Bilingual(f"无法打开数据库：{reason}", f"cannot open the database: {reason}"),
            where=shown,
            remedy=Bilingual(
                "检查地址、服务是否启动、以及读写权限",
                "check the address, that the server runs, and the right to read and write",
            ),
        ) from error
    return database


def _url(address: str) -> URL:
    try:
        url = make_url(address)
    except ArgumentError:
        url = None
    if url is not None and url.drivername in ("postgresql", "postgres"):
        url = url.set(drivername="postgresql+psycopg")
    if url is None or url.drivername not in ("sqlite", "postgresql+psycopg"):
        raise CannotOpen(
            Bilingual("不认识的数据库地址", "not the address of a database Ceyuan can use"),
            where=address if url is None else url.render_as_string(),
            remedy=Bilingual(
                "写成 sqlite:///文件 或 postgresql://用户@主机/库名",
                "write sqlite:///file or postgresql://user@host/name",
            ),
        )
    return url


def _sqlite(file: Path) -> Engine:
    engine = create_engine(
        URL.create("sqlite", database=str(file)),
        poolclass=QueuePool,
        pool_size=4,
        max_overflow=60,
        connect_args={"timeout": PATIENCE, "check_same_thread": False},
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: object, _: ConnectionPoolEntry) -> None:
        # The driver's own transactions begin too late for a reader to see one moment.
        connection.isolation_level = None  # type: ignore[attr-defined]
        cursor = connection.cursor()  # type: ignore[attr-defined]
        for setting in (
            "journal_mode = WAL",
            # NORMAL may lose the last commits when the power fails; an accepted fact may not.
            "synchronous = FULL",
            "foreign_keys = ON",
            # Without it INSERT OR REPLACE removes a row past the triggers that refuse removal.
            "recursive_triggers = ON",
            "temp_store = MEMORY",
            "cache_size = -16384",
            "mmap_size = 1073741824",
        ):
            cursor.execute(f"PRAGMA {setting}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get(_WRITES)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _bring_to_present(database: Database) -> None:
    if _stamp(database) == HEAD:
        return
    # Only a database that needs it pays for loading Alembic.
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option(
        "script_location", str(files("ceyuan.stores") / "migrations").replace("%", "%%")
    )
    known = {step.revision for step in ScriptDirectory.from_config(config).walk_revisions()}
    stamp = _stamp(database)
    if stamp is not None and stamp not in known:
        raise NewerDatabase(
            Bilingual(
                f"数据库的版本 {stamp} 比本程序新",
                f"the database is of version {stamp}, newer than this program",
            ),
            where=str(database.file or database.engine.url.render_as_string()),
            remedy=Bilingual("升级程序后再打开", "update Ceyuan and open it again"),
        )
    with database.writing() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        if connection.execute(select(about.c.said).where(about.c.word == "ledger")).first() is None:
            connection.execute(about.insert().values(word="ledger", said=uuid4().hex))


def _stamp(database: Database) -> str | None:
    with database.reading() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        row = connection.execute(text("SELECT version_num FROM alembic_version")).first()
        return None if row is None else str(row[0])
