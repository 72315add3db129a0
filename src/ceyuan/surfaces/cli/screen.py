"""What goes to the screen: answers to standard output, progress and troubles to standard error."""

import json
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any, Protocol

from ceyuan.model.errors import CeyuanError, Faults
from ceyuan.surfaces.cli.asked import asked, say

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

#: Control characters but for tab and line feed; the marks that turn the direction of writing.
_STEERING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


#: Faults of one thing that are told.
_FAULTS = 20


class Step(Protocol):
    """Tells how far long work has come."""

    def __call__(self, done: int, total: int, what: str = "", /) -> None:
        """`done` of `total` are finished; `what` is being worked on."""
        ...


@cache
def out() -> "Console":
    """Standard output."""
    from rich.console import Console

    return Console(highlight=False, soft_wrap=False, emoji=False)


@cache
def err() -> "Console":
    """Standard error."""
    from rich.console import Console

    return Console(stderr=True, highlight=False, emoji=False)


def print_json(answer: object) -> None:
    """An answer for machines: one JSON value, Chinese unescaped."""
    sys.stdout.write(json.dumps(answer, ensure_ascii=False, indent=2) + "\n")
    sys.stdout.flush()


def harmless(text: str) -> str:
    """`text` without characters that would steer a terminal: strangers wrote it."""
    return _STEERING.sub("\N{REPLACEMENT CHARACTER}", text)


def words(text: str, style: str = "") -> "Text":
    """Strangers' words for the screen: no markup is understood in them, nothing steers."""
    from rich.text import Text

    return Text(harmless(text), style=style)


def print_line(text: str, style: str = "") -> None:
    """A line of the answer; nothing in `text` is taken for markup."""
    out().print(harmless(text), style=style or None, markup=False, soft_wrap=True)


def tell(error: CeyuanError) -> None:
    """What happened, where, what to do: to standard error. Of very many faults the first are told."""
    faults = error.faults if isinstance(error, Faults) else (error,)
    told = list(dict.fromkeys(fault.told(asked().language) for fault in faults))
    for line in "\n".join(told[:_FAULTS]).split("\n"):
        style = "yellow" if line.startswith("  ") else "bold red"
        err().print(harmless(line), style=style, markup=False, soft_wrap=True)
    if len(told) > _FAULTS:
        more = len(told) - _FAULTS
        note(say(f"另有 {more} 处", f"{more} more"))


def note(text: str) -> None:
    """A remark beside the answer: to standard error, so that the answer stays clean."""
    err().print(harmless(text), style="dim", markup=False, soft_wrap=True)


def new_table(title: str = "") -> "Table":
    """An empty table in the house style; wide characters are aligned, long cells fold."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    return Table(
        title=title or None,
        title_justify="left",
        title_style="bold",
        box=SIMPLE_HEAD,
        header_style="bold",
        pad_edge=False,
        show_edge=False,
    )


@contextmanager
def progress(what: str) -> Iterator[Step]:
    """A progress bar on standard error while the block runs; nothing where that is no terminal."""
    if not sys.stderr.isatty():
        yield lambda done, total, what="": None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns: tuple[Any, ...] = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[now]}", style="dim"),
    )
    with Progress(*columns, console=err(), transient=True) as bars:
        bar = bars.add_task(what, total=None, now="")

        def step(done: int, total: int, what: str = "") -> None:
            bars.update(bar, completed=done, total=total, now=what)

        yield step


@contextmanager
def working(what: str) -> Iterator[Callable[[str], None]]:
    """A turning mark on standard error while the block runs, with what is being done."""
    if not sys.stderr.isatty():
        yield lambda now: None
        return
    with err().status(what) as status:
        yield lambda now: status.update(f"{what} {now}")
