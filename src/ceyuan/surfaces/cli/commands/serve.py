"""`ceyuan serve`: the cockpit, on this machine."""

from datetime import date
from typing import Annotated

import typer

from ceyuan.model.bilingual import Bilingual
from ceyuan.surfaces.cli.asked import say
from ceyuan.surfaces.cli.command import START, Command
from ceyuan.surfaces.cli.screen import print_line


def serve(
    port: Annotated[
        int,
        typer.Option(
            metavar="N",
            min=0,
            max=65535,
            help=say("端口，0 为自动选取", "port; 0 takes a free one"),
        ),
    ] = 8700,
    host: Annotated[
        str, typer.Option(metavar="ADDRESS", help=say("监听地址", "address to listen on"))
    ] = "127.0.0.1",
    name: Annotated[
        list[str] | None,
        typer.Option(
            metavar="HOST", help=say("另外允许的主机名", "further host names to answer for")
        ),
    ] = None,
) -> int:
    """Until Ctrl-C."""
    from ceyuan.surfaces.cli.open_office import open_office
    from ceyuan.surfaces.cockpit.guard import LOCAL_NAMES
    from ceyuan.surfaces.cockpit.serve import serve as serve_cockpit

    def ready(address: str) -> None:
        print_line(say(f"驾驶舱：{address}", f"the cockpit: {address}"), "bold green")
        print_line(say("按 Ctrl-C 结束", "Ctrl-C ends it"), "dim")

    with open_office() as office:
        serve_cockpit(
            office,
            port,
            today=date.today,
            host=host,
            names=(*LOCAL_NAMES, *(name or ())),
            ready=ready,
        )
    return 0


COMMAND = Command("serve", Bilingual("打开驾驶舱", "open the cockpit"), serve, START, 30)
