"""Runs the examples that pages carry, on a small ledger made of what the readers' examples state."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

from litestar import Litestar
from litestar.testing import TestClient

from ceyuan.authoring.page import FactQuery
from ceyuan.catalogue import Catalogue, Page
from ceyuan.catalogue.example import PageExample
from ceyuan.journeys.examples import ExampleOutcome, example_bytes, example_published
from ceyuan.journeys.incoming import Incoming
from ceyuan.journeys.receive import receive
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.locator import TextSpan
from ceyuan.office import Office
from ceyuan.surfaces.cockpit.cockpit import cockpit
from ceyuan.surfaces.cockpit.template import address

#: Documents the small ledger is made of, at most: pages want something to show, not everything.
_DOCUMENTS = 12

#: Facts among which the first is sought.
_FACTS = 1_000

#: A place of a path that the address fills: `/facts/{id}`.
_PLACE = re.compile(r"\{([a-z_]+)\}")


def run_page_examples(catalogue: Catalogue, now: datetime) -> Iterator[ExampleOutcome]:
    """Every example of every page, in the order found.

    What `first fact`, `first document` and `first subject` stand for is unknown where the readers' examples state
    nothing; such an example then says so.
    """
    with small_office(catalogue, now) as office:
        known = _known(office)
        application = cockpit(office, today=now.date)
        for page in catalogue.pages:
            for example in page.examples:
                where = f"{page.shown}/examples.toml"
                complaints = tuple(_complaints(application, page, example, known))
                yield ExampleOutcome(where, example.name, complaints)


@contextmanager
def small_office(catalogue: Catalogue, now: datetime) -> Iterator[Office]:
    """A home that leaves no trace, holding what the readers' examples state."""
    texts = [example for reader in catalogue.readers for example in reader.examples]
    with (
        TemporaryDirectory(prefix="ceyuan-examples-") as scratch,
        # A database of its own, whatever the settings say: examples never touch a real one.
        Office.open(
            Path(scratch),
            package=catalogue.package,
            database=f"sqlite:///{Path(scratch) / 'examples.sqlite'}",
        ) as office,
    ):
        for example in texts[:_DOCUMENTS]:
            receive(
                office,
                [Incoming(f"{example.name}.txt", example_bytes(example))],
                now=now,
                published=example_published(example),
                keep=True,
                invented=True,
            )
        yield office


def _known(office: Office) -> dict[str, str]:
    """The fact, document and subject that examples call the first: one read from text, if there is any."""
    with office.ledger.view() as view:
        facts = view.find(FactQuery(limit=_FACTS)).facts
        documents, _ = view.documents(0, 1)
    in_text = [fact for fact in facts if isinstance(fact.claim.locator, TextSpan)]
    found = {}
    for fact in (*in_text, *facts)[:1]:
        found = {
            "first fact": fact.id,
            "first document": fact.document,
            "first subject": fact.subject,
        }
    if documents:
        found.setdefault("first document", documents[0].document.digest)
    return found


def _complaints(
    application: Litestar, page: Page, example: PageExample, known: dict[str, str]
) -> Iterator[Bilingual]:
    params = dict(example.params)
    for name, value in params.items():
        if value in ("first fact", "first document", "first subject"):
            if value not in known:
                yield Bilingual(
                    f"读取器的例子里没有事实，无法给出 {value}",
                    f"the readers' examples state nothing, so there is no {value}",
                )
                return
            params[name] = known[value]
    path = _PLACE.sub(lambda place: quote(params.pop(place[1], ""), safe=""), page.path)
    with TestClient(application, base_url="http://127.0.0.1") as client:
        answer = client.get(address(path, **params))
    seen = unescape(answer.text)
    if answer.status_code != example.status:
        yield Bilingual(
            f"页面答以 {answer.status_code}，应为 {example.status}",
            f"the page answered {answer.status_code}, not {example.status}",
        )
        return
    for words in example.contains:
        if words not in seen:
            yield Bilingual(f"页面上没有“{words}”", f"the page does not show {words!r}")
    for words in example.absent:
        if words in seen:
            yield Bilingual(f"页面上不应有“{words}”", f"the page shows {words!r}")
