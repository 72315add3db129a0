"""`ceyuan read`: what documents state, and on request into the ledger with it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import BadInput
from ceyuan.surfaces.cli.asked import asked, say
from ceyuan.surfaces.cli.command import LEDGER, Command
from ceyuan.surfaces.cli.screen import err, harmless, note, print_json, print_line, progress, tell

if TYPE_CHECKING:
    from ceyuan.journeys.received import Receipt, ReceivedFile
    from ceyuan.journeys.rehearse import Rehearsal
    from ceyuan.model.period import Period
    from ceyuan.office import Office


class UnreadableDate(BadInput):
    """The date of publication given is neither a day nor a month."""


class ContraryWishes(BadInput):
    """Two options that exclude each other."""


def read(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE…", help=say("文件，可以多个", "files, any number"))
    ],
    published: Annotated[
        str,
        typer.Option(
            metavar="DATE",
            help=say("发布日期：2024-06-30 或 2024-06", "published: a day or a month"),
        ),
    ] = "",
    publisher: Annotated[
        str, typer.Option(metavar="NAME", help=say("发布者", "who published it"))
    ] = "",
    keep: Annotated[
        bool, typer.Option("--keep", help=say("写入台账", "write to the ledger"))
    ] = False,
    rehearse: Annotated[
        bool,
        typer.Option("--rehearse", help=say("只说会写入什么", "only say what would be written")),
    ] = False,
    json: Annotated[bool, typer.Option("--json", help=say("机器可读", "for machines"))] = False,
) -> int:
    """A file that cannot be read is told, the others are still read; the exit code is then 2."""
    from datetime import datetime

    from ceyuan.journeys.reading_desk import ReadingDesk
    from ceyuan.journeys.reading_json import reading_json
    from ceyuan.journeys.receive import receive
    from ceyuan.journeys.rehearse import rehearse as rehearse_readings
    from ceyuan.surfaces.cli.reading_view import show_reading

    if keep and rehearse:
        raise ContraryWishes(
            Bilingual(
                "--keep 和 --rehearse 不能同时用", "--keep and --rehearse exclude each other"
            ),
            remedy=Bilingual("先 --rehearse 看，再 --keep 写", "rehearse first, then keep"),
        )
    dated = _date(published) if published else None
    now = datetime.now().astimezone()
    with _office(keep) as office:
        with progress(say("读取", "reading")) as step:
            receipt = receive(
                office,
                files,
                now=now,
                published=dated,
                publisher=publisher,
                keep=keep,
                progress=step,
            )
        if json:
            desk = ReadingDesk(office.catalogue)
            print_json({"documents": [reading_json(desk.named(r)) for r in receipt.readings]})
        for file in receipt.files:
            if file.refused is not None:
                _refuse(file)
            elif file.reading is not None and not json:
                show_reading(file.reading, office.catalogue.kinds)
                print_line("")
        if keep:
            _tell_kept(receipt)
        elif rehearse:
            _tell_rehearsed(rehearse_readings(office, receipt.readings, now=now))
    return 2 if receipt.refused else 0


@contextmanager
def _office(keep: bool) -> "Iterator[Office]":
    """The home asked for; for reading alone, where there is none, one that leaves no trace."""
    from tempfile import TemporaryDirectory

    from ceyuan.office import Office, Settings
    from ceyuan.surfaces.cli.open_office import open_office

    home = asked().home or Settings().home
    if keep or home.is_dir():
        with open_office(make=True) as office:
            yield office
    else:
        with TemporaryDirectory(prefix="ceyuan-") as scratch:
            database = f"sqlite:///{Path(scratch) / 'reading.sqlite'}"
            with Office.open(Path(scratch), database=database) as office:
                yield office


def _date(given: str) -> "Period":
    from ceyuan.model.printed_date import parse_date

    found = parse_date(given)
    if found is None:
        raise UnreadableDate(
            Bilingual(f"{given!r} 不是日期", f"{given!r} is no date"),
            where="--published",
            remedy=Bilingual("写成 2024-06-30 或 2024-06", "write 2024-06-30 or 2024-06"),
        )
    return found


def _refuse(file: "ReceivedFile") -> None:
    assert file.refused is not None
    err().print(harmless(file.name), style="bold", markup=False, soft_wrap=True)
    tell(file.refused)


def _tell_kept(receipt: "Receipt") -> None:
    new, already = receipt.new_facts, receipt.already
    withdrawn = sum(file.withdrawn for file in receipt.files)
    homeless = sum(file.homeless for file in receipt.files)
    if new:
        note(
            say(
                f"入账 {new} 条新事实；{already} 条早已在账上",
                f"{new} new facts in the ledger; {already} were there before",
            )
        )
    else:
        note(
            say(
                f"没有新增：{already} 条事实早已在账上",
                f"nothing was added: {already} facts were there before",
            )
        )
    if withdrawn:
        note(
            say(f"撤回 {withdrawn} 条（重读后不再得出）", f"{withdrawn} withdrawn: no longer read")
        )
    if homeless:
        note(
            say(
                f"{homeless} 条没有说明主体，未入账",
                f"{homeless} name no subject and were not kept",
            )
        )


def _tell_rehearsed(rehearsal: "Rehearsal") -> None:
    new, already = rehearsal.new_facts, rehearsal.already
    note(
        say(
            f"预演：会入账 {new} 条新事实，{already} 条早已在账上；什么也没有写",
            f"rehearsal: {new} new facts, {already} there before; nothing was written",
        )
    )


COMMAND = Command(
    "read",
    Bilingual("读文件，读出事实", "read documents and say what they state"),
    read,
    LEDGER,
    10,
)
