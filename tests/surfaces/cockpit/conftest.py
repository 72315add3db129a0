"""The cockpit of a small home, for a reader without scripts and for a real browser."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import browsing
import policy_home
import pytest
from litestar.testing import TestClient
from small_home import TODAY, fill

from ceyuan.office import Office
from ceyuan.surfaces.cockpit.cockpit import cockpit


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """The small home, open."""
    with Office.open(tmp_path_factory.mktemp("home")) as office:
        fill(office)
        yield office


@pytest.fixture(scope="session")
def client(office: Office) -> Iterator[TestClient[Any]]:
    """A reader without scripts and without a remembered language."""
    with TestClient(cockpit(office, today=lambda: TODAY), base_url="http://127.0.0.1") as client:
        yield client


@pytest.fixture(scope="session")
def policy_office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """The home with figures that programmes ask for, open."""
    with Office.open(tmp_path_factory.mktemp("policy")) as office:
        policy_home.fill(office)
        yield office


@pytest.fixture(scope="session")
def policy_client(policy_office: Office) -> Iterator[TestClient[Any]]:
    """A reader of that home, without scripts."""
    application = cockpit(policy_office, today=lambda: policy_home.DAY, now=lambda: policy_home.NOW)
    with TestClient(application, base_url="http://127.0.0.1") as client:
        yield client


@pytest.fixture
def new_client(office: Office) -> Iterator[Callable[[], TestClient[Any]]]:
    """Makes readers of their own, with cookies of their own."""
    with ExitStack() as stack:

        def made() -> TestClient[Any]:
            application = cockpit(office, today=lambda: TODAY)
            return stack.enter_context(TestClient(application, base_url="http://127.0.0.1"))

        yield made


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """The system's Chromium, closed with the module: its event loop would keep others from running."""
    with browsing.chromium() as browser:
        yield browser


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A new window that remembers what it asked for and what went wrong."""
    with browsing.window(browser) as page:
        yield page
