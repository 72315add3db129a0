"""Answering the pages: what the ledger holds, with its evidence, in one moment per page."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from functools import cached_property

from ceyuan.authoring.doubt import Doubt
from ceyuan.authoring.page import (
    Choice,
    DocumentLine,
    DocumentStory,
    FactPage,
    FactQuery,
    FactStory,
)
from ceyuan.authoring.stock import Stock
from ceyuan.journeys.at_the_tray import TrayAnswers
from ceyuan.journeys.identity import Identities
from ceyuan.journeys.loan_pool import LoanPoolAnswers
from ceyuan.journeys.policy import PolicyAnswers
from ceyuan.journeys.stocks import stocks
from ceyuan.journeys.who import decided, queue
from ceyuan.model.bilingual import Language
from ceyuan.model.document import Document
from ceyuan.model.errors import CeyuanError
from ceyuan.model.fact import Fact
from ceyuan.model.kind import Kind
from ceyuan.model.locator import CellAt, Locator, PageBox, TextSpan
from ceyuan.model.measure import Measure
from ceyuan.model.reading import Reading
from ceyuan.model.standing import Standing
from ceyuan.office import Office
from ceyuan.stores.archive import DamagedReading
from ceyuan.stores.ledger_view import LedgerView

#: Facts of the same subject and indicator shown beside one.
_MOST_SIBLINGS = 200

#: Facts of one document shown with it; a longer register is looked through as a list of facts.
MOST_FACTS = 2_000


@contextmanager
def asking(office: Office, today: date, language: Language = "zh") -> Iterator["Answers"]:
    """What a page may ask (`authoring.page.Ask`), about one moment of the ledger."""
    with office.ledger.view() as view:
        yield Answers(office, view, today, language)


class Answers:
    """The answers of an open office at one moment; see `authoring.page.Ask`."""

    def __init__(self, office: Office, view: LedgerView, today: date, language: Language) -> None:
        self.day = today
        self.language: Language = language
        self._office = office
        self._view = view
        self._names: dict[str, str] = {}
        self._titles: dict[str, str] = {}

    @cached_property
    def home(self) -> str:
        """Subject identifier of the district served; where nobody has said, the one most spoken of.

        Empty where the ledger knows no district.
        """
        return self._view.served() or self._view.most_spoken_of("district")

    @cached_property
    def invented(self) -> bool:
        """Whether any document of the home is invented."""
        return self._view.holds_invented()

    @property
    def kinds(self) -> Mapping[str, Kind]:
        """The kinds of the district package, by name."""
        return self._office.catalogue.kinds

    def facts(self, query: FactQuery) -> FactPage:
        """A page of facts, newest period first."""
        return self._view.find(query)

    def fact(self, id: str) -> FactStory | None:
        """One fact with its evidence; None where there is no such fact."""
        held = self._view.fact(id)
        if held is None:
            return None
        fact = held.fact
        document = self._view.document(fact.document) if fact.document else None
        like = FactQuery(
            subject=fact.subject,
            indicator=fact.claim.property,
            measure=fact.claim.measure,
            limit=_MOST_SIBLINGS,
        )
        siblings = (each for each in self._view.find(like).facts if each.id != fact.id)
        return FactStory(
            fact=fact,
            document=document or Document(fact.document, "", ""),
            reading=self._reading(fact.document, (fact.reader, fact.reader_version)),
            recorded_at=held.recorded_at,
            fate=held.fate,
            fate_reason=held.fate_reason,
            fate_by=held.fate_by,
            siblings=tuple(siblings),
        )

    def facts_named(self, ids: Collection[str]) -> Mapping[str, Fact]:
        """By identifier, the facts there are of these."""
        held = {id: self._view.fact(id) for id in sorted(set(ids)) if id}
        return {id: one.fact for id, one in held.items() if one is not None}

    def documents(self, offset: int = 0, limit: int = 50) -> tuple[tuple[DocumentLine, ...], int]:
        """Documents, newest first, and how many there are."""
        return self._view.documents(offset, limit)

    def received(self, offset: int = 0, limit: int = 50) -> tuple[tuple[DocumentLine, ...], int]:
        """Documents, last received first, and how many there are."""
        return self._view.received(offset, limit)

    def document(self, digest: str) -> DocumentStory | None:
        """One document with its facts in the order of the text; None where there is none."""
        document = self._view.document(digest)
        if document is None:
            return None
        facts = self._view.find(FactQuery(document=digest, limit=MOST_FACTS)).facts
        last = self._view.read_by(digest)
        if last is None and (made := self._office.archive.readings(digest)):
            last = made[-1]
        return DocumentStory(
            document=document,
            reading=self._reading(digest, last) if last else None,
            facts=tuple(sorted(facts, key=_place_in_text)),
        )

    def cells(self, digest: str, sheet: str) -> Mapping[str, Sequence[str]]:
        """Cell address to identifiers of the facts in it, for one sheet of a workbook."""
        return self._view.cells(digest, sheet)

    def choices(self, of: str, query: FactQuery) -> tuple[Choice, ...]:
        """The values a list can be filtered by, with how many facts each leaves."""
        found = self._view.choices(of, query)
        return tuple(Choice(c.value, self._choice_name(of, c), c.facts) for c in found)

    def title_of(self, digest: str) -> str:
        """The title of a document, its file name where it has none; empty where it is unknown."""
        if digest not in self._titles:
            document = self._view.document(digest)
            self._titles[digest] = (document.title or document.name) if document else ""
        return self._titles[digest]

    def name_of(self, subject: str) -> str:
        """The current name of a subject: a place's official one, else what the ledger says."""
        if subject not in self._names:
            entity = None if subject.startswith("place:") else self._view.entity(subject)
            self._names[subject] = self._named(subject, entity.name if entity else subject)
        return self._names[subject]

    @cached_property
    def policy(self) -> PolicyAnswers:
        """What may be asked about programmes."""
        return PolicyAnswers(self._office, self.day, self.home)

    @cached_property
    def loan_pool(self) -> LoanPoolAnswers:
        """What may be asked about a pool that makes good the losses of loans."""
        return LoanPoolAnswers(self._office, self._view, self.day, self.home)

    def doubts(self) -> tuple[Doubt, ...]:
        """Pairs of records a person is asked about, likeliest first."""
        return queue(self._office)

    def answered(self) -> tuple[Doubt, ...]:
        """Pairs of records with the answers that hold now, newest first."""
        return decided(self._office)

    @cached_property
    def identity(self) -> Identities:
        """Which records are one thing."""
        return Identities(self._office)

    def stocks(self, opened: date, closed: date) -> tuple[Stock, ...]:
        """Every counted stock of the registers between the ends of two days."""
        return stocks(self._office, self._view, opened, closed)

    @cached_property
    def tray(self) -> TrayAnswers:
        """Files handed in that nobody decided on yet."""
        return TrayAnswers(self._office, self.language)

    def _choice_name(self, of: str, choice: Choice) -> str:
        match of:
            case "subject":
                return self._named(choice.value, choice.name)
            case "standing":
                return Standing(choice.value).term.in_language(self.language)
            case "measure":
                return Measure(choice.value).term.in_language(self.language)
            case _:
                return choice.name

    def _named(self, subject: str, name: str) -> str:
        if not subject.startswith("place:"):
            return name
        try:
            place = self._office.catalogue.gazetteer.place(subject)
        except CeyuanError:
            place = None  # A district package without places still has pages.
        if place is not None:
            return place.term.in_language(self.language)
        entity = self._view.entity(subject)
        return entity.name if entity else name

    def _reading(self, digest: str, made_by: tuple[str, str]) -> Reading | None:
        try:
            return self._office.archive.reading(digest, *made_by) if digest else None
        except DamagedReading:
            return None  # The fact still has its quote; `verify` tells of the damage.


def _place_in_text(fact: Fact) -> tuple[str, int, int, str]:
    """What to sort facts of one document by; in a workbook sheet by sheet, row by row."""
    place: Locator = fact.claim.locator
    match place:
        case TextSpan(start, end):
            return "", start, end, fact.id
        case CellAt(sheet, cell):
            letters = cell.rstrip("0123456789")
            return sheet, int(cell[len(letters) :] or 0), len(letters), letters
        case PageBox(page, _, top, _, _):
            return "", page, int(top), fact.id
        case _:
            return "", 0, 0, fact.id
