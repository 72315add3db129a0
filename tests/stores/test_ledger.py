"""The ledger: facts are added once, withdrawn with a reason, never changed."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from ceyuan.authoring.page import FactQuery
from ceyuan.model.document import Document
from ceyuan.model.entity import Entity
from ceyuan.model.errors import BadInput, Faults
from ceyuan.model.fact import Fact, Fate, fact_id
from ceyuan.model.hedge import Hedge
from ceyuan.model.locator import CaseEvent, CellAt, PageBox, TextSpan, TraceNode
from ceyuan.model.period import parse_period
from ceyuan.model.quantity import Quantity
from ceyuan.stores import schema
from ceyuan.stores.database import Database
from ceyuan.stores.fates import NoLongerStands, UnknownFact
from ceyuan.stores.ledger import Ledger
from ceyuan.stores.numbering import UnknownDocument
from invented_facts import ARTICLE, MONDAY, NOON, amount, fact

LATER = MONDAY + timedelta(days=2)


def test_a_fact_comes_back_as_it_was_recorded(ledger: Ledger) -> None:
    said = fact("220", note="逾")

    recorded = ledger.record([said], [ARTICLE], at=NOON, by="officer")

    held = ledger.fact(said.id)
    assert (recorded.new, recorded.already) == (1, 0)
    assert held is not None
    assert held.fact == said
    assert (held.recorded_at, held.recorded_by, held.fate) == (NOON, "officer", Fate.STANDS)


@pytest.mark.parametrize(
    "value",
    [
        amount("220", hedge=Hedge.AT_LEAST),
        Quantity(Decimal("3"), "家", Hedge.BETWEEN, Decimal("5")),
        Quantity(Decimal("0.100"), "1"),
        Quantity(Decimal("-12345678901234567890123456789012345.678"), "CNY"),
        Quantity(Decimal("1E+3"), ""),
        "国家级",
        "",
        True,
        False,
        date(2020, 2, 29),
    ],
    ids=str,
)
def test_every_sort_of_value_is_kept_exactly(ledger: Ledger, value: object) -> None:
    said = _saying(value)

    ledger.record([said], [ARTICLE], at=NOON)

    held = ledger.fact(said.id)
    assert held is not None
    assert repr(held.fact.claim.value) == repr(value)


@pytest.mark.parametrize(
    "place",
    [
        TextSpan(0, 5),
        CellAt("名录", "B7"),
        PageBox(2, 1.5, 2.25, 100.0, 200.125),
        CaseEvent("whistle-1", 3),
        TraceNode("little_giant", "rd_share", "ab12"),
    ],
    ids=lambda place: type(place).__name__,
)
def test_every_sort_of_place_is_kept(ledger: Ledger, place: object) -> None:
    said = fact(at=place)  # type: ignore[arg-type]

    ledger.record([said], [ARTICLE], at=NOON)

    held = ledger.fact(said.id)
    assert held is not None
    assert held.fact.claim.locator == place


def test_everything_a_claim_says_beside_its_value_is_kept(ledger: Ledger) -> None:
    plain = fact()
    claim = replace(
        plain.claim,
        qualifiers=("cumulative", "qoq"),
        also_at=(TextSpan(40, 50), CellAt("表1", "C3")),
        note="“全区”可能含高新区",
        clean_span=None,
        extra={"heading": "企业（家）", "asked_on": MONDAY, "pair": (1, Decimal("2.0"))},
    )
    said = replace(plain, claim=claim)

    ledger.record([said], [ARTICLE], at=NOON)

    held = ledger.fact(said.id)
    assert held is not None
    assert held.fact == said
    assert held.fact.claim.extra == claim.extra


def test_recording_the_same_facts_again_adds_nothing(ledger: Ledger) -> None:
    facts = [fact("220"), fact("1200", property="tech_enterprises")]
    ledger.record(facts, [ARTICLE], at=NOON)

    again = ledger.record(facts, [ARTICLE], at=NOON)

    assert (again.new, again.already) == (0, 2)
    assert ledger.find(FactQuery()).total == 2


def test_a_fact_given_twice_in_one_batch_is_one_fact(ledger: Ledger) -> None:
    assert ledger.record([fact(), fact()], [ARTICLE], at=NOON).new == 1


def test_facts_from_a_document_nobody_gave_are_refused_and_nothing_is_kept(ledger: Ledger) -> None:
    with pytest.raises(UnknownDocument):
        ledger.record([fact()], at=NOON)

    assert ledger.find(FactQuery()).total == 0


def test_a_decided_fact_needs_a_case_and_no_document(ledger: Ledger) -> None:
    decided = fact(at=CaseEvent("whistle-1", 2), document=None)

    ledger.record([decided], at=NOON)

    held = ledger.fact(decided.id)
    assert held is not None
    assert held.fact.document == ""


def test_all_facts_that_cannot_be_kept_are_told_together_and_none_is_kept(ledger: Ledger) -> None:
    wrong = [
        replace(fact("1"), id="0" * 32),
        fact(Quantity(Decimal("NaN"), "家")),
        fact("3", document=None),
        fact("4", quote="\0"),
        fact("5", quote="\ud800"),
        fact("6", subject=""),
    ]

    with pytest.raises(Faults) as told:
        ledger.record([fact("220"), *wrong], [ARTICLE], at=NOON)

    assert len(told.value.faults) == len(wrong)
    assert ledger.find(FactQuery()).total == 0


def test_a_moment_of_recording_must_know_its_zone(ledger: Ledger) -> None:
    with pytest.raises(ValueError, match="zone"):
        ledger.record([fact()], [ARTICLE], at=datetime(2025, 3, 3, 12))


def test_a_withdrawn_fact_is_out_of_the_lists_and_still_answers_for_itself(ledger: Ledger) -> None:
    said = fact()
    ledger.record([said], [ARTICLE], at=NOON)

    ledger.withdraw(said.id, reason="误读", by="officer", on=LATER, at=NOON)

    held = ledger.fact(said.id)
    assert ledger.find(FactQuery()).total == 0
    assert held is not None
    assert (held.fate, held.fate_reason, held.fate_by) == (Fate.WITHDRAWN, "误读", "officer")
    assert held.fate_on == LATER


def test_a_superseded_fact_names_the_one_that_took_its_place(ledger: Ledger) -> None:
    old, new = fact("220"), fact("226")
    ledger.record([old, new], [ARTICLE], at=NOON)

    ledger.supersede(old.id, new.id, reason="更正", by="officer", on=LATER, at=NOON)

    held = ledger.fact(old.id)
    assert held is not None
    assert (held.fate, held.successor) == (Fate.SUPERSEDED, new.id)
    assert [each.id for each in ledger.find(FactQuery()).facts] == [new.id]


def test_recording_does_not_raise_a_withdrawn_fact_but_says_so(ledger: Ledger) -> None:
    said = fact()
    ledger.record([said], [ARTICLE], at=NOON)
    ledger.withdraw(said.id, reason="误读", by="officer", on=LATER, at=NOON)

    again = ledger.record([said], [ARTICLE], at=NOON)

    assert (again.new, again.already, again.fallen) == (0, 1, (said.id,))
    assert ledger.find(FactQuery()).total == 0


def test_a_fact_withdrawn_by_mistake_stands_again_from_the_day_it_is_reinstated(
    ledger: Ledger,
) -> None:
    said = fact()
    ledger.record([said], [ARTICLE], at=NOON)
    ledger.withdraw(said.id, reason="误读", by="officer", on=LATER, at=NOON)

    back = LATER + timedelta(days=3)
    ledger.reinstate(said.id, reason="未误读", by="head", on=back, at=NOON)

    held = [ledger.find(FactQuery(as_of=day)).total for day in (MONDAY, LATER, back)]
    assert held == [1, 0, 1]
    assert ledger.find(FactQuery()).total == 1


def test_facts_fall_together_and_stand_again_together_under_one_entry(ledger: Ledger) -> None:
    facts = [fact(str(n)) for n in range(5)]
    ids = [each.id for each in facts]
    ledger.record(facts, [ARTICLE], at=NOON)

    fallen = ledger.withdraw_all(ids[:4], reason="撤销导入", by="o", on=LATER, at=NOON)
    assert (fallen, ledger.find(FactQuery()).total) == (4, 1)
    assert ledger.why_fallen(ids) == dict.fromkeys(ids[:4], "撤销导入")

    raised = ledger.reinstate_all(ids[:4], reason="重新导入", by="o", on=LATER, at=NOON)
    assert (raised, ledger.find(FactQuery()).total) == (4, 5)
    assert ledger.why_fallen(ids) == {}


def test_facts_fall_together_or_not_at_all(ledger: Ledger) -> None:
    facts = [fact(str(n)) for n in range(3)]
    ids = [each.id for each in facts]
    ledger.record(facts, [ARTICLE], at=NOON)
    ledger.withdraw(ids[2], reason="误读", by="o", on=LATER, at=NOON)

    with pytest.raises(NoLongerStands):
        ledger.withdraw_all(ids, reason="撤销导入", by="o", on=LATER, at=NOON)

    assert ledger.find(FactQuery()).total == 2
    assert ledger.withdraw_all([], reason="", by="o", on=LATER, at=NOON) == 0


def test_nothing_is_withdrawn_without_a_reason(ledger: Ledger) -> None:
    said = fact()
    ledger.record([said], [ARTICLE], at=NOON)

    with pytest.raises(BadInput, match="no reason"):
        ledger.withdraw(said.id, reason=" ", by="officer", on=LATER, at=NOON)


def test_a_fact_cannot_end_before_it_was_recorded(ledger: Ledger) -> None:
    said = fact()
    ledger.record([said], [ARTICLE], at=NOON)

    with pytest.raises(BadInput, match="before"):
        ledger.withdraw(said.id, reason="误读", by="o", on=MONDAY - timedelta(1), at=NOON)


def test_what_has_ended_cannot_end_again_and_takes_no_place(ledger: Ledger) -> None:
    old, new = fact("220"), fact("226")
    ledger.record([old, new], [ARTICLE], at=NOON)
    ledger.withdraw(old.id, reason="误读", by="officer", on=LATER, at=NOON)

    with pytest.raises(NoLongerStands):
        ledger.withdraw(old.id, reason="误读", by="officer", on=LATER, at=NOON)
    with pytest.raises(NoLongerStands):
        ledger.supersede(new.id, old.id, reason="更正", by="officer", on=LATER, at=NOON)
    with pytest.raises(BadInput):
        ledger.supersede(new.id, new.id, reason="更正", by="officer", on=LATER, at=NOON)
    with pytest.raises(BadInput):
        ledger.reinstate(new.id, reason="更正", by="officer", on=LATER, at=NOON)


def test_an_unknown_fact_is_told_as_unknown(ledger: Ledger) -> None:
    assert ledger.fact("0" * 32) is None
    assert ledger.fact("") is None
    with pytest.raises(UnknownFact):
        ledger.withdraw("0" * 32, reason="误读", by="officer", on=LATER, at=NOON)


def test_the_beginning_of_an_identifier_names_a_fact_where_only_one_begins_so(
    ledger: Ledger,
) -> None:
    said = fact()
    ledger.record([said], [ARTICLE], at=NOON)

    found = ledger.fact(said.id[:10])

    assert found is not None
    assert found.fact.id == said.id
    assert ledger.fact(said.id[:4]) is None


def test_a_documents_card_is_completed_and_never_emptied(ledger: Ledger) -> None:
    bare = Document(ARTICLE.digest, "page.txt", "text/plain", received_on=MONDAY)
    ledger.record([], [bare], at=NOON)
    dated = replace(bare, published=parse_period("2022-01-05"), received_on=LATER)
    ledger.record([], [dated], at=NOON)

    ledger.record([], [bare], at=NOON)

    with ledger.view() as view:
        known = view.document(ARTICLE.digest)
    assert known == replace(bare, published=parse_period("2022-01-05"))


def test_a_subject_has_its_printed_name_until_somebody_names_it(ledger: Ledger) -> None:
    subject = "enterprise:1"
    ledger.record([fact(subject=subject, name="甲公司")], [ARTICLE], at=NOON)

    with ledger.view() as view:
        assert view.entity(subject) == Entity(subject, "enterprise", "甲公司")
    ledger.record([], at=NOON, entities=[Entity(subject, "", "甲科技有限公司")])
    ledger.record([fact("7", subject=subject, name="甲公司")], [ARTICLE], at=NOON)

    with ledger.view() as view:
        assert view.entity(subject) == Entity(subject, "enterprise", "甲科技有限公司")
    assert ledger.find(FactQuery(subject="甲公司")).total == 2
    assert ledger.find(FactQuery(subject="科技有限")).total == 2


def test_what_a_transaction_wrote_is_seen_inside_it_and_forgotten_when_it_fails(
    ledger: Ledger, database: Database
) -> None:
    class Refused(Exception):
        pass

    with pytest.raises(Refused), database.writing() as connection:  # noqa: PT012
        ledger.record([fact()], [ARTICLE], at=NOON, within=connection)
        with ledger.view(within=connection) as view:
            assert view.find(FactQuery()).total == 1
        raise Refused

    assert ledger.find(FactQuery()).total == 0
    assert ledger.record([fact("9")], [ARTICLE], at=NOON).new == 1
    assert ledger.find(FactQuery()).total == 1


def test_a_view_sees_one_moment_however_long_it_asks(ledger: Ledger) -> None:
    ledger.record([fact("1")], [ARTICLE], at=NOON)

    with ledger.view() as view:
        before = view.find(FactQuery()).total
        ledger.record([fact("2")], [ARTICLE], at=NOON)
        ledger.withdraw(fact("1").id, reason="误读", by="o", on=LATER, at=NOON)
        assert ledger.find(FactQuery()).facts == (fact("2"),)
        assert view.find(FactQuery()).facts == (fact("1"),)
        with ledger.view() as later:
            assert later.find(FactQuery()).facts == (fact("2"),)

    assert before == 1


def test_the_district_served_is_said_once_and_remembered(ledger: Ledger) -> None:
    assert ledger.served == ""

    ledger.serve("place:990101")
    ledger.serve("place:990102")

    assert ledger.served == "place:990102"


@pytest.mark.parametrize("table", schema.WRITTEN_ONCE)
@pytest.mark.parametrize("act", ["UPDATE {0} SET no = no + 100", "DELETE FROM {0}"])
def test_the_database_itself_refuses_to_change_what_is_written(
    office_with_everything: Database, table: str, act: str
) -> None:
    with pytest.raises(DBAPIError), office_with_everything.writing() as connection:
        connection.execute(text(act.format(table)))


@pytest.mark.parametrize("table", schema.NEVER_REMOVED)
def test_documents_and_subjects_are_never_removed(
    office_with_everything: Database, table: str
) -> None:
    with pytest.raises(DBAPIError), office_with_everything.writing() as connection:
        connection.execute(text(f"DELETE FROM {table}"))


def test_a_row_cannot_be_replaced_under_its_number(office_with_everything: Database) -> None:
    if office_with_everything.file is None:
        pytest.skip("only SQLite knows INSERT OR REPLACE")

    with pytest.raises(DBAPIError), office_with_everything.writing() as connection:
        connection.execute(
            text("INSERT OR REPLACE INTO readers (no, reader, version) VALUES (1, 'forged', '1')")
        )


@pytest.fixture
def office_with_everything(ledger: Ledger, database: Database) -> Database:
    """A database with a row in every table."""
    first, second = fact("1"), fact("2")
    ledger.record([first, second], [ARTICLE], at=NOON)
    ledger.withdraw(first.id, reason="误读", by="officer", on=LATER, at=NOON)
    with database.writing() as connection:
        event = {
            "no": 1, "case": "c", "event": 1, "on": MONDAY, "at": NOON, "before": "", "hash": "",
        }  # fmt: skip
        connection.execute(schema.events.insert().values(**event))
        decision = {"no": 1, "one": "a", "other": "b", "judgement": "same", "at": NOON}
        connection.execute(schema.decisions.insert().values(**decision))
    return database


def _saying(value: object) -> Fact:
    plain = fact()
    claim = replace(plain.claim, value=value)  # type: ignore[arg-type]
    return replace(plain, claim=claim, id=fact_id(plain.subject, claim, plain.document))
