"""Who may speak to the cockpit, and what a browser may do with what it says.

A page of another site must neither read the cockpit nor load anything into it: requests are only
answered for the names the cockpit is known by (a foreign name that resolves to this machine is
DNS rebinding), and every answer carries the headers that keep the browser inside.
"""

from collections.abc import Iterable

from litestar.enums import ScopeType
from litestar.types import ASGIApp, Message, Receive, Scope, Send

#: Names by which a browser on the same machine reaches the cockpit.
LOCAL_NAMES = ("127.0.0.1", "localhost", "[::1]")

#: Everything comes from the cockpit itself: no inline script or style, no outside address, no frame.
CONTENT_SECURITY_POLICY = (
    "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)

HEADERS: dict[str, str] = {
    "content-security-policy": CONTENT_SECURITY_POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


class Guard:
    """Wraps the application: refuses foreign host names, adds the security headers."""

    def __init__(self, app: ASGIApp, names: Iterable[str]) -> None:
        """Guard `app`.

        Args:
            app: what answers.
            names: host names answered for, without port; `*` answers for every name.
        """
        self._app = app
        self._names = frozenset(name.lower() for name in names)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != ScopeType.HTTP:
            await self._app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                said = {name.lower() for name, _ in message.get("headers", [])}
                message["headers"] = [
                    *message.get("headers", []),
                    *(pair for pair in _ENCODED if pair[0] not in said),
                ]
            await send(message)

        known = "*" in self._names or host_name(scope) in self._names
        await (self._app if known else _refuse)(scope, receive, send_guarded)


def host_name(scope: Scope) -> str:
    """The name asked for in the `Host` header, lower case, without port; empty where there is none."""
    given = [value for name, value in scope["headers"] if name == b"host"]
    if len(given) != 1:
        return ""
    host = given[0].decode("latin-1").strip().lower()
    if host.startswith("["):
        return host[: host.find("]") + 1]
    return host.partition(":")[0]


_ENCODED = [(name.encode(), value.encode()) for name, value in HEADERS.items()]


async def _refuse(scope: Scope, receive: Receive, send: Send) -> None:
    """Without a template and without the name: what a stranger sent is not given back."""
    said = "本系统不应答这个主机名。\nThis host name is not answered here.\n".encode()
    headers = [
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"content-length", b"%d" % len(said)),
    ]
    await send({"type": "http.response.start", "status": 400, "headers": headers})
    await send({"type": "http.response.body", "body": said, "more_body": False})
