"""Serves the cockpit on a port of this machine until it is stopped."""

import socket
import sys
from collections.abc import Callable, Iterable
from datetime import date
from threading import Timer

import structlog
import uvicorn
from structlog.dev import plain_traceback

from ceyuan.journeys.present import asking
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import BadInput
from ceyuan.office import Office
from ceyuan.surfaces.cockpit.cockpit import cockpit
from ceyuan.surfaces.cockpit.guard import LOCAL_NAMES

#: Seconds that the first page has to itself.
_AFTER_THE_FIRST_PAGE = 0.5


class PortTaken(BadInput):
    """Something else listens there already, or the port is not ours to use."""


def serve(
    office: Office,
    port: int = 8700,
    *,
    today: Callable[[], date],
    host: str = "127.0.0.1",
    names: Iterable[str] = LOCAL_NAMES,
    ready: Callable[[str], None] = lambda _: None,
) -> None:
    """Serve until interrupted.

    Args:
        office: what is shown.
        port: 0 takes any free port.
        today: gives the day pages are shown on.
        host: the address to listen on; only this machine unless told otherwise.
        names: host names answered for; whoever opens the cockpit to others names them here.
        ready: told the address once it can be opened.

    Raises:
        PortTaken: nothing can listen there.
    """
    _log_plainly()
    application = cockpit(office, today=today, names=names)
    listener = _listen(host, port)
    shown = "127.0.0.1" if host in ("0.0.0.0", "::") else host
    address = f"http://{shown}:{listener.getsockname()[1]}/"
    application.on_startup.append(lambda: ready(address))
    application.on_startup.append(lambda: _prepare(office, today))
    config = uvicorn.Config(
        application, log_level="warning", access_log=False, server_header=False, lifespan="on"
    )
    uvicorn.Server(config).run(sockets=[listener])


def _prepare(office: Office, today: Callable[[], date]) -> None:
    """Assess everybody while the first reader looks at the first page."""

    def prepare() -> None:
        try:
            with asking(office, today(), "zh") as ask:
                for notice in ask.policy.notices():
                    ask.policy.verdicts(notice.name)
        except Exception as problem:  # whoever opens a page about it is told
            structlog.get_logger("ceyuan.cockpit").warning("not assessed", reason=str(problem))

    beside = Timer(_AFTER_THE_FIRST_PAGE, prepare)
    beside.daemon = True
    beside.start()


def _log_plainly() -> None:
    """Trouble goes to standard error with its trace, without the values it was about."""
    structlog.configure(
        processors=[
            structlog.processors.TimeStamper(fmt="iso"),
            structlog.processors.add_log_level,
            structlog.processors.format_exc_info,
            structlog.dev.ConsoleRenderer(colors=False, exception_formatter=plain_traceback),
        ],
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(128)
    except OSError as problem:
        listener.close()
        raise PortTaken(
            Bilingual(f"无法使用端口 {port}", f"port {port} cannot be used: {problem.strerror}"),
            where=f"{host}:{port}",
            remedy=Bilingual(
                "换一个端口：--port 0 自动选取", "choose another: --port 0 takes a free one"
            ),
        ) from problem
    return listener
