"""Opens the office that a command works in."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import BadInput
from ceyuan.surfaces.cli.asked import asked

if TYPE_CHECKING:
    from ceyuan.authoring.page import Ask
    from ceyuan.office import Office


class NoHome(BadInput):
    """There is nothing to ask: the home folder does not exist."""


@contextmanager
def open_office(*, make: bool = False) -> "Iterator[Office]":
    """The office of the home asked for, open while the block runs.

    Args:
        make: make the home where there is none; else its absence is told, so that a question in
            the wrong folder does not leave an empty home there.

    Raises:
        NoHome: there is no home, and none is to be made.
    """
    from ceyuan.office import DATABASE_FILE, Office, Settings

    settings = Settings()
    home = asked().home or settings.home
    if not make and not settings.database and not (home / DATABASE_FILE).is_file():
        raise NoHome(
            Bilingual("还没有数据文件夹", "there is no home folder yet"),
            where=str(home.absolute()),
            remedy=Bilingual(
                "先运行 ceyuan demo 或 ceyuan read --keep，或用 --home 指定",
                "run `ceyuan demo` or `ceyuan read --keep` first, or name one with --home",
            ),
        )
    with Office.open(home) as office:
        yield office


@contextmanager
def ask_ledger() -> "Iterator[Ask]":
    """Questions to the ledger of the home asked for, all answered from one moment."""
    from ceyuan.journeys.present import asking

    with open_office() as office, asking(office, date.today(), asked().language) as ask:
        yield ask
