"""The words a page of the cockpit is written in.

A page is a folder with `card.toml` (title, `path`, place in the menu), `page.py`, `page.html`
and `examples.toml`; `en.toml` holds its English words. Its function:

    @shows   def …(ask, params) -> dict     what the template is given
    @does    def …(act, form) -> str        a form sent from the page; gives the address to go to
    @workbook def …(ask, params) -> Workbook | None    what `/path.xlsx` gives away

A page without `@does` only shows. A form is sent with `{{ m.sealed() }}` in it, or it is refused.

`ask` answers from the ledger; a page never opens anything itself. What `shows` gives is shown as
the page, as its `.json` twin, and, where it has an entry `listed` (a sequence), as a `.csv` twin.
An address that names nothing raises `NoSuchThing`, a filter that cannot be read `BadInput`.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from ceyuan.authoring.doubt import Doubt
from ceyuan.authoring.identity import AskIdentity
from ceyuan.authoring.loan_pool import AskLoanPool
from ceyuan.authoring.marks import marked
from ceyuan.authoring.policy import ActPolicy, AskPolicy
from ceyuan.authoring.stock import Stock
from ceyuan.authoring.tray import ActTray, AskTray
from ceyuan.model.bilingual import Bilingual, Language
from ceyuan.model.decision import Judgement
from ceyuan.model.document import Document
from ceyuan.model.errors import BadInput
from ceyuan.model.fact import Fact, Fate
from ceyuan.model.kind import Kind
from ceyuan.model.measure import Measure
from ceyuan.model.reading import Reading
from ceyuan.model.standing import Standing

shows = marked("shows")
does = marked("does")
workbook = marked("workbook")

#: Query parameters of the address, one value each.
Params = Mapping[str, str]


class NoSuchThing(BadInput):
    """The address names a fact, a document or another thing that the home does not hold."""


def offset_in(params: Params) -> int:
    """Where in a list a page begins: `offset` of the address, 0 where it says nothing.

    Raises:
        BadInput: it is no whole number.
    """
    given = params.get("offset", "") or "0"
    if given.isascii() and given.isdigit() and len(given) < 10:
        return int(given)
    raise BadInput(
        Bilingual(f"offset 应为整数，不是 {given!r}", f"offset is a whole number, not {given!r}"),
        where="offset",
        remedy=Bilingual("改正网址里的数字", "correct the number in the address"),
    )


@dataclass(frozen=True, slots=True)
class FactQuery:
    """Which facts; None or empty is no restriction.

    `subject` and `indicator` match by identifier or by part of the name; `kind` is the kind of what
    the fact is about (`district`, `enterprise` …); `period` matches facts
    whose period lies inside the one given. `as_of` asks what the ledger held at the end of a day.
    """

    subject: str = ""
    indicator: str = ""
    kind: str = ""
    period: str = ""
    standing: Standing | None = None
    measure: Measure | None = None
    document: str = ""
    section: str = ""
    words: str = ""
    as_of: date | None = None
    offset: int = 0
    limit: int = 50


@dataclass(frozen=True, slots=True)
class FactPage:
    """One page of facts, newest period first, and how many there are in all."""

    facts: tuple[Fact, ...]
    total: int
    query: FactQuery


@dataclass(frozen=True, slots=True)
class FactStory:
    """Everything about one fact: its document as read, and what became of it.

    `siblings` are the facts about the same subject, indicator and measure, newest period first.
    """

    fact: Fact
    document: Document
    reading: Reading | None
    recorded_at: datetime
    fate: Fate
    fate_reason: str
    fate_by: str
    siblings: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A document in a list, with how many facts stand from it."""

    document: Document
    facts: int


@dataclass(frozen=True, slots=True)
class DocumentStory:
    """A document as read, with the facts that came from it in the order of the text."""

    document: Document
    reading: Reading | None
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One value a list can be filtered by, and how many facts it leaves."""

    value: str
    name: str
    facts: int


class Ask(Protocol):
    """What a page may ask. Answers are read in one transaction per page."""

    @property
    def day(self) -> date:
        """The day the page is shown on."""
        ...

    @property
    def language(self) -> Language:
        """The language asked for."""
        ...

    @property
    def home(self) -> str:
        """Subject identifier of the district served; empty where nobody has said."""
        ...

    @property
    def invented(self) -> bool:
        """Whether the home holds invented sample data, which every page then says."""
        ...

    def facts(self, query: FactQuery) -> FactPage:
        """A page of current facts (or of those held at `query.as_of`)."""
        ...

    def fact(self, id: str) -> FactStory | None:
        """One fact with its evidence; None where there is no such fact."""
        ...

    def facts_named(self, ids: Collection[str]) -> Mapping[str, Fact]:
        """By identifier, the facts there are of these."""
        ...

    def documents(self, offset: int = 0, limit: int = 50) -> tuple[tuple[DocumentLine, ...], int]:
        """Documents, newest first, and how many there are."""
        ...

    def received(self, offset: int = 0, limit: int = 50) -> tuple[tuple[DocumentLine, ...], int]:
        """Documents, last received first, and how many there are."""
        ...

    def document(self, digest: str) -> DocumentStory | None:
        """One document; None where there is none."""
        ...

    def cells(self, digest: str, sheet: str) -> Mapping[str, Sequence[str]]:
        """Cell address (`B7`) to identifiers of the facts in it, for one sheet of a workbook."""
        ...

    def choices(self, of: str, query: FactQuery) -> tuple[Choice, ...]:
        """The values of `subject`, `indicator`, `period`, `standing` or `document` in a query."""
        ...

    def title_of(self, digest: str) -> str:
        """The title of a document, its file name where it has none; empty where it is unknown."""
        ...

    def name_of(self, subject: str) -> str:
        """The current name of a subject."""
        ...

    @property
    def kinds(self) -> Mapping[str, Kind]:
        """The kinds of the district package, by name."""
        ...

    @property
    def policy(self) -> AskPolicy:
        """What may be asked about programmes."""
        ...

    @property
    def loan_pool(self) -> AskLoanPool:
        """What may be asked about a pool that makes good the losses of loans."""
        ...

    def doubts(self) -> tuple[Doubt, ...]:
        """Pairs of records a person is asked about, likeliest first."""
        ...

    def answered(self) -> tuple[Doubt, ...]:
        """Pairs of records with the answers that hold now, newest first."""
        ...

    @property
    def identity(self) -> AskIdentity:
        """Which records are one thing."""
        ...

    def stocks(self, opened: date, closed: date) -> tuple[Stock, ...]:
        """Every counted stock of the registers between the ends of two days."""
        ...

    @property
    def tray(self) -> AskTray:
        """Files handed in that nobody decided on yet."""
        ...


class Act(Protocol):
    """What a form of a page may do. Each is done whole or not at all, and kept with who and when."""

    @property
    def language(self) -> Language:
        """The language asked for."""
        ...

    @property
    def tray(self) -> ActTray:
        """Handing in the files sent with the form, and deciding on files."""
        ...

    @property
    def policy(self) -> ActPolicy:
        """Handing in a draft of a programme."""
        ...

    def seek_doubles(self) -> None:
        """Look for records that may be one thing; see `Ask.doubts`."""
        ...

    def decide(self, one: str, other: str, judgement: Judgement, by: str, why: str = "") -> None:
        """Keep a person's answer for two records.

        Raises:
            BadInput: an identifier is unknown, or earlier answers forbid it.
        """
        ...

    def undo(self, one: str, other: str, by: str, why: str = "") -> None:
        """Take the answer for two records back.

        Raises:
            BadInput: no answer holds.
        """
        ...
