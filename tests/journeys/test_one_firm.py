"""Records that somebody decided to be one firm are assessed as one, until it is taken back."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from ceyuan.journeys.assess import Assessed, assess_ledger
from ceyuan.journeys.explain import explain
from ceyuan.journeys.policy import PolicyAnswers
from ceyuan.journeys.who import decide, undo
from ceyuan.model.claim import Value
from ceyuan.model.decision import Judgement
from ceyuan.model.entity import Entity
from ceyuan.model.fact import Fact, fact_id
from ceyuan.model.quantity import Quantity
from ceyuan.office import Office
from invented_facts import ARTICLE, fact

NOON = datetime(2025, 3, 3, 4, tzinfo=UTC)
DAY = date(2025, 6, 1)
REGISTERED = "enterprise:云岫澜图传感科技有限公司"
AS_PRINTED = "enterprise:澜图传感"
STRANGER = "enterprise:岚江穗禾种业有限公司"
PROGRAMME = "high_tech_enterprise"


def said(subject: str, property: str, value: Value, period: str | None, reader: str) -> Fact:
    one = fact(value, subject=subject, name=subject, property=property, period=period)
    return replace(one, reader=reader, id=fact_id(subject, one.claim, ARTICLE.digest))


def yuan(amount: str) -> Quantity:
    return Quantity(Decimal(amount), "元")


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with Office.open(tmp_path / "home") as office:
        facts = [
            said(REGISTERED, "revenue", yuan("30000000"), "2024", "register"),
            said(REGISTERED, "rd_expense", yuan("1000000"), "2024", "register"),
            said(AS_PRINTED, "rd_expense", yuan("1200000"), "2024", "news_page"),
            said(AS_PRINTED, "staff", Quantity(Decimal(40), "人"), "as_of 2024-12-31", "news_page"),
            said(STRANGER, "revenue", yuan("5000000"), "2024", "register"),
        ]
        entities = [Entity(id, "enterprise", id.partition(":")[2]) for id in (REGISTERED, STRANGER)]
        entities.append(Entity(AS_PRINTED, "enterprise", "澜图传感"))
        office.ledger.record(facts, [ARTICLE], at=NOON, entities=entities)
        yield office


def one_firm(office: Office) -> None:
    decide(office, REGISTERED, AS_PRINTED, Judgement.SAME, by="张三", now=NOON)


def assessed(office: Office, subject: str = "") -> Assessed:
    return assess_ledger(office, [PROGRAMME], on=DAY, engine="numpy", subject=subject)


def inputs(of: Assessed, subject: str) -> dict[str, object]:
    return {one.name: one.value for one in explain(of, subject)[0].trace.inputs}


def test_before_anybody_decides_two_records_are_two_rows(office: Office) -> None:
    assert assessed(office).subjects["enterprise"] == sorted([REGISTERED, AS_PRINTED, STRANGER])


def test_records_decided_to_be_one_are_one_row_with_what_both_say(office: Office) -> None:
    one_firm(office)

    of = assessed(office)

    assert of.subjects["enterprise"] == sorted([REGISTERED, STRANGER])
    known = inputs(of, REGISTERED)
    assert (known["revenue"], known["staff"]) == (30_000_000, 40)


def test_where_they_disagree_the_reader_trusted_most_wins_and_its_fact_is_named(
    office: Office,
) -> None:
    trusted = office.catalogue.kinds["enterprise"].trust
    assert "register" in trusted
    assert "news_page" not in trusted or trusted.index("register") < trusted.index("news_page")
    one_firm(office)

    of = assessed(office)

    given = {one.name: one for one in explain(of, REGISTERED)[0].trace.inputs}
    assert given["rd_expense"].value == 1_000_000
    held = office.ledger.fact(given["rd_expense"].fact)
    assert held is not None
    assert held.fact.subject == REGISTERED


def test_asking_for_any_record_of_a_firm_gives_the_whole_firm(office: Office) -> None:
    one_firm(office)

    of = assessed(office, AS_PRINTED)

    assert of.subjects["enterprise"] == [REGISTERED]
    assert inputs(of, REGISTERED)["revenue"] == 30_000_000


def test_taking_the_decision_back_splits_the_firm_again(office: Office) -> None:
    one_firm(office)
    undo(office, REGISTERED, AS_PRINTED, by="李四", now=NOON)

    of = assessed(office)

    assert of.subjects["enterprise"] == sorted([REGISTERED, AS_PRINTED, STRANGER])
    assert inputs(of, AS_PRINTED)["revenue"] is None


def test_lists_and_check_ups_follow_a_decision_at_once_and_its_undoing(office: Office) -> None:
    def listed() -> list[str]:
        ask = PolicyAnswers(office, DAY, "")
        return sorted(one.subject for one in ask.verdicts(PROGRAMME))

    def checked(subject: str) -> bool | None:
        ask = PolicyAnswers(office, DAY, "")
        one = next(c for c in ask.checked(subject) if c.notice.name == PROGRAMME)
        given = {g.title.zh: g.value for c in one.conditions for g in c.given}
        return any(value == 40 for value in given.values())

    assert listed() == sorted([REGISTERED, AS_PRINTED, STRANGER])
    assert not checked(REGISTERED)
    one_firm(office)
    assert listed() == sorted([REGISTERED, STRANGER])
    assert checked(REGISTERED)
    assert checked(AS_PRINTED)
    undo(office, REGISTERED, AS_PRINTED, by="李四", now=NOON)
    assert listed() == sorted([REGISTERED, AS_PRINTED, STRANGER])
