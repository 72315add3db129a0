"""Forms are taken from this machine alone as long as nobody signs in."""

from ipaddress import ip_address
from typing import Any

from litestar import Request

from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import CeyuanError


class OnlyHere(CeyuanError):
    """A form from another machine, while nobody has to sign in."""


def only_from_this_machine(request: Request[Any, Any, Any]) -> None:
    """Refuse forms that come over a network: without sign-in nobody could say who wrote what.

    Raises:
        OnlyHere: the sender has an address, and it is not this machine's.
    """
    try:
        here = request.client is None or ip_address(request.client.host).is_loopback
    except ValueError:
        here = True  # no address of a network: a socket of this machine, a test
    if not here:
        raise OnlyHere(
            Bilingual(
                "目前只能在本机写入，从其他机器只能查阅；没有写入任何内容",
                "for now only this machine may write, others may look; nothing was kept",
            ),
            where=request.url.path,
            remedy=Bilingual(
                "在运行本系统的机器上打开本页再提交", "open the page on the machine it runs on"
            ),
        )
