"""`ceyuan demo`: the sample district, then the cockpit."""

from typing import TYPE_CHECKING, Annotated

import typer

from ceyuan.model.bilingual import Bilingual
from ceyuan.surfaces.cli.asked import say
from ceyuan.surfaces.cli.command import START, Command
from ceyuan.surfaces.cli.screen import note, print_json, print_line, progress, tell

if TYPE_CHECKING:
    from ceyuan.journeys.demo import Demo


def demo(
    port: Annotated[
        int,
        typer.Option(
            metavar="N",
            min=0,
            max=65535,
            help=say("端口，0 为自动选取", "port; 0 takes a free one"),
        ),
    ] = 8700,
    no_serve: Annotated[
        bool, typer.Option("--no-serve", help=say("只建数据，不打开驾驶舱", "build only"))
    ] = False,
    json: Annotated[bool, typer.Option("--json", help=say("机器可读", "for machines"))] = False,
) -> int:
    """Build it in the home asked for, which must be empty or hold nothing else."""
    from datetime import datetime

    from ceyuan.journeys.demo import build_demo
    from ceyuan.surfaces.cli.open_office import open_office
    from ceyuan.surfaces.cli.serving import serve_until_stopped

    with open_office(make=True) as office:
        with progress(say("示范区县", "the sample district")) as step:
            built = build_demo(office, now=datetime.now().astimezone(), progress=step)
        if json:
            print_json(_plain(built))
        else:
            _tell_built(built, str(office.home))
        if not no_serve:
            serve_until_stopped(office, port, tell=note if json else None)
    return 1 if built.receipt.refused else 0


def _tell_built(built: "Demo", home: str) -> None:
    for file in built.receipt.files:
        if file.refused is not None:
            tell(file.refused)
    read, new = len(built.receipt.readings), built.receipt.new_facts
    if built.already_built:
        print_line(say(f"示范区县早已建好：{home}", f"the sample district was there: {home}"))
    else:
        print_line(
            say(
                f"示范区县已建好：读了 {read} 份文件，入账 {new} 条事实（{home}）",
                f"the sample district is built: {read} documents, {new} facts ({home})",
            ),
            "bold",
        )
    note(
        say(
            "示范数据纯属虚构。自己的文件请存进另一个数据文件夹：--home 我的数据",
            "The sample is invented. Keep your own files in another home: --home my-data",
        )
    )


def _plain(built: "Demo") -> dict[str, object]:
    return {
        "district": built.district,
        "new_facts": built.receipt.new_facts,
        "already": built.receipt.already,
        "files": [
            {
                "name": file.name,
                "facts": len(file.reading.claims) if file.reading else 0,
                "refused": str(file.refused.what) if file.refused else None,
            }
            for file in built.receipt.files
        ],
    }


COMMAND = Command(
    "demo",
    Bilingual("建好示范区县，打开驾驶舱", "build the sample district and open the cockpit"),
    demo,
    START,
    10,
)
