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
    from ceyuan.journeys.registers import RegisterTrial
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
    accept: Annotated[
        bool,
        typer.Option(
            "--accept",
            help=say("登记表中存疑的格也写入", "write the doubtful cells of registers, too"),
        ),
    ] = False,
    remarks: Annotated[
        Path | None,
        typer.Option(
            metavar="FOLDER",
            help=say("把登记表连同批注写到这个文件夹", "hand registers back into it, with remarks"),
        ),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help=say("机器可读", "for machines"))] = False,
) -> int:
    """A file that cannot be read is told, the others are still read; the exit code is then 2."""
    from datetime import datetime

    from ceyuan.journeys.reading_desk import ReadingDesk
    from ceyuan.journeys.reading_json import reading_json
    from ceyuan.journeys.receive import receive
    from ceyuan.journeys.rehearse import rehearse as rehearse_readings
    from ceyuan.surfaces.cli.reading_view import show_reading
    from ceyuan.surfaces.cli.rehearsal_view import rehearsal_json, show_rehearsal

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
                accept_doubtful=accept,
                progress=step,
            )
        trials = _trials(office, receipt) if rehearse or remarks else {}
        if json:
            desk = ReadingDesk(office.catalogue)
            documents = [reading_json(desk.named(r)) for r in receipt.readings]
            for document, reading in zip(documents, receipt.readings, strict=True):
                if trial := trials.get(reading.document.digest):
                    document["rehearsal"] = rehearsal_json(trial)
            print_json({"documents": documents})
        for file, path in zip(receipt.files, files, strict=True):
            if file.refused is not None:
                _refuse(file)
            elif file.reading is not None and not json:
                show_reading(file.reading, office.catalogue.kinds)
                if trial := trials.get(file.reading.document.digest):
                    show_rehearsal(trial)
                print_line("")
            if remarks and file.reading and (trial := trials.get(file.reading.document.digest)):
                _hand_back(trial, path, remarks)
        if keep:
            _tell_kept(receipt)
            if not json:
                _show_stocks(office, receipt)
        elif rehearse:
            _tell_rehearsed(rehearse_readings(office, receipt.readings, now=now))
    return 2 if receipt.refused else 0


def _trials(office: "Office", receipt: "Receipt") -> "dict[str, RegisterTrial]":
    """What keeping each register would do, by the digest of the document."""
    from ceyuan.journeys.reading_desk import ReadingDesk
    from ceyuan.journeys.registers import is_register, rehearse_register

    desk = ReadingDesk(office.catalogue)
    return {
        reading.document.digest: rehearse_register(office, reading, desk)
        for reading in receipt.readings
        if is_register(reading)
    }


def _show_stocks(office: "Office", receipt: "Receipt") -> None:
    """The stocks of the registers just kept, over the year up to the day they stand at."""
    from datetime import date

    from ceyuan.journeys.roll_forward import roll_stocks_forward
    from ceyuan.surfaces.cli.rehearsal_view import show_roll_forward

    days: dict[date, set[str]] = {}
    for reading in receipt.readings:
        for table in reading.table.get("register", {}).get("tables", []):
            said = (table.get("as_of") or "").removeprefix("as_of ")
            if len(said) == 10:
                days.setdefault(date.fromisoformat(said), set()).add(table["kind"])
    for day, kinds in sorted(days.items()):
        opened = date(day.year - 1, 12, 31)
        for rolled in roll_stocks_forward(office, opened, day, kinds=kinds):
            show_roll_forward(rolled, office.catalogue.kinds)


def _hand_back(trial: "RegisterTrial", path: Path, folder: Path) -> None:
    """Write the register with its remarks beside the others, under a name of its own."""
    from ceyuan.journeys.incoming import open_file
    from ceyuan.journeys.registers import handed_back

    folder.mkdir(parents=True, exist_ok=True)
    place = folder / f"{path.stem}_{say('批注', 'remarks')}.xlsx"
    place.write_bytes(handed_back(trial, open_file(path), asked().language))
    note(say(f"批注写入 {place}", f"remarks are in {place}"))


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
    withheld = sum(file.withheld for file in receipt.files)
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
    if withheld:
        note(
            say(
                f"扣下 {withheld} 条存疑事实；--rehearse 看原因，核对无误后加 --accept",
                f"{withheld} doubtful facts withheld: --rehearse says why, --accept writes them",
            )
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
