"""Shows the cockpit until somebody stops it."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING

from ceyuan.surfaces.cli.asked import say
from ceyuan.surfaces.cli.screen import print_line

if TYPE_CHECKING:
    from ceyuan.office import Office


def serve_until_stopped(
    office: "Office",
    port: int,
    host: str = "127.0.0.1",
    names: Iterable[str] = (),
    tell: Callable[[str], None] | None = None,
) -> None:
    """Serve the office's pages and say where.

    Args:
        office: what is shown.
        port: 0 takes a free one.
        host: the address to listen on.
        names: host names to answer for beside those of this machine.
        tell: told the address; without it, it is printed for people.
    """
    from ceyuan.surfaces.cockpit.guard import LOCAL_NAMES
    from ceyuan.surfaces.cockpit.serve import serve

    def ready(address: str) -> None:
        print_line(say(f"驾驶舱：{address}", f"the cockpit: {address}"), "bold green")
        print_line(say("按 Ctrl-C 结束", "Ctrl-C ends it"), "dim")

    serve(
        office, port, today=date.today, host=host, names=(*LOCAL_NAMES, *names), ready=tell or ready
    )
