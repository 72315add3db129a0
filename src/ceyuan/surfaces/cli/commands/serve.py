"""`ceyuan serve`: the cockpit, on this machine."""

from typing import Annotated

import typer

from ceyuan.model.bilingual import Bilingual
from ceyuan.surfaces.cli.asked import say
from ceyuan.surfaces.cli.command import START, Command
from ceyuan.surfaces.cli.screen import print_json


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
    json: Annotated[bool, typer.Option("--json", help=say("机器可读", "for machines"))] = False,
) -> int:
    """Until Ctrl-C."""
    from ceyuan.surfaces.cli.open_office import open_office
    from ceyuan.surfaces.cli.serving import serve_until_stopped

    with open_office() as office:
        tell = (lambda address: print_json({"address": address})) if json else None
        serve_until_stopped(office, port, host, name or (), tell)
    return 0


COMMAND = Command("serve", Bilingual("打开驾驶舱", "open the cockpit"), serve, START, 30)
