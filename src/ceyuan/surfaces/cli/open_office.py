"""Opens the office that a command works in."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

from ceyuan.surfaces.cli.asked import asked

if TYPE_CHECKING:
    from ceyuan.authoring.page import Ask
    from ceyuan.office import Office


@contextmanager
def open_office() -> "Iterator[Office]":
    """The office of the home asked for, open while the block runs."""
    from ceyuan.office import Office

    with Office.open(asked().home) as office:
        yield office


@contextmanager
def ask_ledger() -> "Iterator[Ask]":
    """Questions to the ledger of the home asked for, all answered from one moment."""
    from ceyuan.journeys.present import asking

    with open_office() as office, asking(office, date.today(), asked().language) as ask:
        yield ask
