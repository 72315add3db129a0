"""What a page is told: facts with their evidence, documents with their facts, names in its language."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from ceyuan.authoring.page import Ask, FactQuery
from ceyuan.journeys.present import Answers, asking
from ceyuan.model.document import Document, digest_of
from ceyuan.model.edit import unchanged
from ceyuan.model.fact import Fate
from ceyuan.model.locator import CaseEvent, CellAt, TextSpan
from ceyuan.model.reading import Reading
from ceyuan.model.section import Part, Section
from ceyuan.model.standing import Standing
from ceyuan.office import Office
from invented_facts import ARTICLE, MONDAY, NOON, PAGE, fact

TUESDAY = MONDAY + timedelta(days=1)
LATE, EARLY = fact("1200", at=TextSpan(14, 25), period="2020"), fact("220", at=TextSpan(2, 12))
FIRM = fact("3", subject="enterprise:1", name="岚江虚构公司", at=CaseEvent("w-1", 1), document=None)
READING = Reading(
    document=ARTICLE,
    reader="news_page",
    reader_version="1",
    log=unchanged(PAGE.decode()),
    parts=(Part(Section.MAIN, 0, len(PAGE.decode())),),
    claims=(EARLY.claim, LATE.claim),
)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with Office.open(tmp_path / "home", package="toyland") as opened:
        opened.archive.put(PAGE)
        opened.archive.put_reading(READING)
        opened.ledger.record([LATE, EARLY, FIRM], [ARTICLE], at=NOON)
        opened.ledger.serve("place:990101")
        yield opened


@pytest.fixture
def ask(office: Office) -> Iterator[Answers]:
    with asking(office, TUESDAY) as answers:
        yield answers


def test_a_page_is_given_the_day_the_language_and_the_district(ask: Answers) -> None:
    promised: Ask = ask

    assert (promised.day, promised.language, promised.home) == (TUESDAY, "zh", "place:990101")
    assert promised.invented
    assert promised.kinds


def test_a_fact_comes_with_its_document_its_reading_and_its_siblings(ask: Answers) -> None:
    story = ask.fact(EARLY.id)

    assert story is not None
    assert (story.fact, story.document, story.reading) == (EARLY, ARTICLE, READING)
    assert (story.recorded_at, story.fate) == (NOON, Fate.STANDS)
    assert story.siblings == (LATE,)


def test_a_fact_from_a_case_has_no_document_and_still_a_story(ask: Answers) -> None:
    story = ask.fact(FIRM.id)

    assert story is not None
    assert (story.document.digest, story.reading) == ("", None)


def test_a_fact_that_was_withdrawn_says_why(office: Office) -> None:
    office.ledger.withdraw(EARLY.id, reason="误读", by="officer", on=TUESDAY, at=NOON)

    with asking(office, TUESDAY) as ask:
        story = ask.fact(EARLY.id)

    assert story is not None
    assert (story.fate, story.fate_reason, story.fate_by) == (Fate.WITHDRAWN, "误读", "officer")


def test_a_fact_whose_reading_is_damaged_keeps_its_quote(office: Office) -> None:
    next((office.home / "archive" / "readings").rglob("*.gz")).write_bytes(b"\x1f\x8b")

    with asking(office, TUESDAY) as ask:
        story = ask.fact(EARLY.id)

    assert story is not None
    assert story.reading is None
    assert story.fact.claim.quote == EARLY.claim.quote


def test_a_document_has_its_facts_in_the_order_of_the_text(ask: Answers) -> None:
    story = ask.document(ARTICLE.digest)

    assert story is not None
    assert story.facts == (EARLY, LATE)
    assert story.reading == READING
    assert ask.document("0" * 64) is None
    assert ask.fact("0" * 32) is None


def test_a_workbook_has_its_facts_sheet_by_sheet_and_row_by_row(office: Office) -> None:
    book = Document(digest_of(b"book"), "b.xlsx", "xlsx")
    places = [("乙", "A2"), ("甲", "B10"), ("甲", "AA2"), ("甲", "B2")]
    facts = [fact(str(n), at=CellAt(*place), document=book) for n, place in enumerate(places)]
    office.ledger.record(facts, [book], at=NOON)

    with asking(office, TUESDAY) as ask:
        story = ask.document(book.digest)

    assert story is not None
    order = [each.claim.locator for each in story.facts]
    assert order == [CellAt("乙", "A2"), *(CellAt("甲", at) for at in ("B2", "AA2", "B10"))]
    assert story.reading is None


def test_a_document_that_states_nothing_shows_its_latest_reading(office: Office) -> None:
    content = "没有指标的通知".encode()
    document = Document(office.archive.put(content), "n.txt", "text/plain", "通知")
    office.ledger.record([], [document], at=NOON)
    for version in ("1", "2"):
        office.archive.put_reading(
            replace(READING, document=document, reader_version=version, claims=())
        )

    with asking(office, TUESDAY) as ask:
        story = ask.document(document.digest)

    assert story is not None
    assert story.facts == ()
    assert story.reading is not None
    assert story.reading.reader_version == "2"


def test_documents_are_counted_and_titled(ask: Answers) -> None:
    lines, total = ask.documents()

    assert [(line.document, line.facts) for line in lines] == [(ARTICLE, 2)]
    assert total == 1
    assert ask.title_of(ARTICLE.digest) == ARTICLE.title
    assert ask.title_of("0" * 64) == ""


@pytest.mark.parametrize(("language", "word"), [("zh", "报道"), ("en", "reported")])
def test_choices_are_named_in_the_language_of_the_page(
    office: Office, language: str, word: str
) -> None:
    with asking(office, TUESDAY, language) as ask:  # type: ignore[arg-type]
        choices = ask.choices("standing", FactQuery())

    assert [(c.value, c.name, c.facts) for c in choices] == [(Standing.REPORTED, word, 3)]


def test_names_come_from_the_gazetteer_for_places_and_from_the_ledger_for_the_rest(
    ask: Answers,
) -> None:
    assert ask.name_of("enterprise:1") == "岚江虚构公司"
    assert ask.name_of("enterprise:unknown") == "enterprise:unknown"
    assert ask.name_of("place:990101") == "云岫区"


def test_a_page_sees_one_moment(office: Office, ask: Answers) -> None:
    before = ask.facts(FactQuery()).total
    office.ledger.record([fact("9", at=TextSpan(30, 31))], [ARTICLE], at=NOON)

    assert ask.facts(FactQuery()).total == before
    with asking(office, TUESDAY) as later:
        assert later.facts(FactQuery()).total == before + 1
