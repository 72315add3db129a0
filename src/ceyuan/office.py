"""Everything that is open, opened once: the district's folders, the archive, the ledger, the casebook."""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Self

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from ceyuan.catalogue import Catalogue, load_catalogue
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import BadInput
from ceyuan.stores.archive import Archive
from ceyuan.stores.casebook import Casebook
from ceyuan.stores.database import Database, open_database
from ceyuan.stores.decision_book import DecisionBook
from ceyuan.stores.ledger import Ledger
from ceyuan.stores.tray import Tray

#: The database of a home, where no address names another.
DATABASE_FILE = "ceyuan.sqlite"


class Settings(BaseSettings):
    """What the environment says: `CEYUAN_HOME`, `CEYUAN_DATABASE` and the others.

    Attributes:
        home: the folder everything lies under.
        database: address of a PostgreSQL database; empty for a SQLite file in the home.
        engine_database: address of a PostgreSQL database that computes rules and keeps nothing;
            empty for that of the home.
        district: the package of the district's folders.
    """

    model_config = SettingsConfigDict(env_prefix="CEYUAN_", extra="ignore")

    home: Path = Field(default=Path("ceyuan-home"))
    database: str = ""
    engine_database: str = ""
    district: str = "ceyuan_district"

    @property
    def computing_database(self) -> str:
        """The PostgreSQL database that `--engine postgres` computes in; empty where there is none."""
        return self.engine_database or self.database


class CannotUseHome(BadInput):
    """The home folder cannot be made or is not a folder."""


@dataclass(frozen=True)
class Office:
    """One open home. Close it, or use it in a `with` block.

    Attributes:
        home: the home folder.
        package: the district package its folders come from.
        database: the one database, for transactions that span ledger and casebook.
        archive: documents and readings.
        ledger: facts.
        casebook: events.
        decisions: answers to who is who.
    """

    home: Path
    package: str
    database: Database
    archive: Archive
    ledger: Ledger
    casebook: Casebook
    decisions: DecisionBook
    settings: Settings = field(repr=False)

    @classmethod
    def open(
        cls,
        home: Path | None = None,
        *,
        package: str | None = None,
        database: str | None = None,
    ) -> Self:
        """Open a home, making it where there is none. What is not given, the settings say.

        Args:
            home: the folder everything lies under.
            package: name of the district package.
            database: address of a PostgreSQL database; without one, a SQLite file in the home.

        Raises:
            CannotUseHome, CannotOpen, NewerDatabase: told with where and what to do.
        """
        settings = Settings()
        folder = (home or settings.home).absolute()
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CannotUseHome(
                Bilingual("无法使用数据目录", f"cannot use the home folder: {error.strerror}"),
                where=str(folder),
                remedy=Bilingual(
                    "换一个目录（--home 或 CEYUAN_HOME），或检查权限",
                    "choose another folder (CEYUAN_HOME), or check the rights on it",
                ),
            ) from error
        address = database or settings.database or f"sqlite:///{folder / DATABASE_FILE}"
        opened = open_database(address)
        ledger = Ledger(opened, cache=folder / "cache")
        return cls(
            home=folder,
            package=package or settings.district,
            database=opened,
            archive=Archive(folder / "archive"),
            ledger=ledger,
            casebook=Casebook(opened, ledger),
            decisions=DecisionBook(opened),
            settings=settings,
        )

    @cached_property
    def catalogue(self) -> Catalogue:
        """The district's folders, loaded when first asked for.

        Raises:
            CatalogueFault, Faults: as `load_catalogue`.
        """
        return load_catalogue(self.package)

    @cached_property
    def tray(self) -> Tray:
        """Files handed in that nobody decided on yet."""
        return Tray(self.home / "tray")

    def close(self) -> None:
        """Let go of the database."""
        self.database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
