"""A real browser on the cockpit of an open home, served on a free port of this machine."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import uvicorn

from ceyuan.office import Office
from ceyuan.surfaces.cockpit.cockpit import cockpit

CHROMIUM = next(
    (p for p in ("/usr/bin/chromium", "/usr/bin/chromium-browser") if Path(p).exists()), ""
)
QUIET = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()

#: A test in a browser, where there is one.
in_a_browser = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM, reason="no Chromium on this machine"),
]


@contextmanager
def served(office: Office, today: date, now: Callable[[], datetime] | None = None) -> Iterator[str]:
    """The cockpit of a home; gives its address."""
    listener = socket.create_server(("127.0.0.1", 0))
    clock = {"now": now} if now else {}
    application = cockpit(office, today=lambda: today, **clock)
    server = uvicorn.Server(uvicorn.Config(application, log_level="error"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    server.should_exit = True
    thread.join(timeout=10)


@contextmanager
def chromium() -> Iterator[Any]:
    """A browser of the system; the test is skipped where Playwright is not installed."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


@contextmanager
def window(browser: Any, width: int = 1440, height: int = 900) -> Iterator[Any]:
    """A new window that remembers what it asked for and what went wrong."""
    context = browser.new_context(viewport={"width": width, "height": height})
    page = context.new_page()
    page.asked, page.troubles = [], []
    page.on("request", lambda request: page.asked.append(request.url))
    page.on("pageerror", lambda error: page.troubles.append(str(error)))
    page.on(
        "console",
        lambda said: page.troubles.append(said.text) if said.type in ("error", "warning") else None,
    )
    yield page
    context.close()


def go(page: Any, address: str) -> None:
    """Open an address and wait until it has everything."""
    page.goto(address)
    page.wait_for_load_state("networkidle")
