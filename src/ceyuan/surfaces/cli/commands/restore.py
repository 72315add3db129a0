"""`ceyuan restore SOURCE`: a home out of a backup."""

from pathlib import Path
from typing import Annotated

import typer

from ceyuan.model.bilingual import Bilingual
from ceyuan.surfaces.cli.asked import asked, say
from ceyuan.surfaces.cli.command import KEEP, Command
from ceyuan.surfaces.cli.screen import print_json, print_line, working


def restore(
    source: Annotated[
        Path, typer.Argument(metavar="BACKUP", help=say("备份文件或文件夹", "a backup"))
    ],
    json: Annotated[bool, typer.Option("--json", help=say("机器可读", "for machines"))] = False,
) -> int:
    """Into the home asked for, which must not exist or be empty."""
    from ceyuan.journeys.backup import restore as restore_home
    from ceyuan.office import Settings

    settings = Settings()
    with working(say("恢复", "restoring")):
        home = restore_home(
            source, asked().home or settings.home, database=settings.database or None
        )
    if json:
        print_json({"home": str(home)})
    else:
        print_line(say(f"已恢复到 {home}", f"restored to {home}"), "green")
        print_line(say("用 ceyuan verify 核对一遍", "look it through with `ceyuan verify`"), "dim")
    return 0


COMMAND = Command(
    "restore", Bilingual("从备份恢复", "make a home out of a backup"), restore, KEEP, 30
)
