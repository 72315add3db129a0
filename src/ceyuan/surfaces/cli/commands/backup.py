"""`ceyuan backup TARGET`: the home as one file or folder."""

from pathlib import Path
from typing import Annotated

import typer

from ceyuan.model.bilingual import Bilingual
from ceyuan.surfaces.cli.asked import say
from ceyuan.surfaces.cli.command import KEEP, Command
from ceyuan.surfaces.cli.screen import print_json, print_line, progress


def backup(
    target: Annotated[
        Path,
        typer.Argument(
            metavar="TARGET",
            help=say("备份文件（.tar.gz）或新文件夹", "a .tar.gz file, or a new folder"),
        ),
    ],
    json: Annotated[bool, typer.Option("--json", help=say("机器可读", "for machines"))] = False,
) -> int:
    """As of one moment, while others go on working."""
    from datetime import datetime

    from ceyuan.journeys.backup import backup as back_up
    from ceyuan.surfaces.cli.open_office import open_office

    with open_office() as office, progress(say("备份", "backing up")) as step:
        done = back_up(office, target, at=datetime.now().astimezone(), progress=step)
    if json:
        print_json(
            {"place": str(done.place), "files": done.files, "bytes": done.size, "seal": done.seal}
        )
    else:
        size = f"{done.size / 2**20:.1f} MB"
        print_line(
            say(
                f"已备份到 {done.place}：{done.files} 个文件，{size}",
                f"backed up to {done.place}: {done.files} files, {size}",
            ),
            "green",
        )
    return 0


COMMAND = Command("backup", Bilingual("做一份备份", "make a backup"), backup, KEEP, 20)
