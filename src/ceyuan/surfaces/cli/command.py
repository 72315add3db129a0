"""A command of the command line: its name, what its help says, and what it runs."""

from collections.abc import Callable
from dataclasses import dataclass

from ceyuan.model.bilingual import Bilingual


@dataclass(frozen=True, slots=True)
class Command:
    """One command.

    Attributes:
        name: as typed.
        help: one sentence for the list of commands.
        run: a Typer function; its return value is the exit code, None is 0.
        group: the heading it stands under in the help.
        order: its place under the heading.
        examples: lines to copy, without the name of the program.
    """

    name: str
    help: Bilingual
    run: Callable[..., int | None]
    group: "Group"
    order: int = 0
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """A heading in the help; groups are listed by `order`."""

    order: int
    term: Bilingual


START = Group(1, Bilingual("开始", "Start"))
LEDGER = Group(2, Bilingual("台账", "The ledger"))
POLICY = Group(3, Bilingual("政策", "Policies"))
KEEP = Group(4, Bilingual("保管", "Keep safe"))
BUILD = Group(5, Bilingual("扩展", "Extend"))
