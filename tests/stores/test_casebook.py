"""The casebook: what happened, in order, with the facts it yielded; nothing is ever changed."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import text

from ceyuan.authoring.page import FactQuery
from ceyuan.model.entity import Entity
from ceyuan.model.errors import Faults
from ceyuan.model.locator import CaseEvent
from ceyuan.stores.casebook import Casebook, CaseHasMoved, Event
from ceyuan.stores.database import Database
from ceyuan.stores.ledger import Ledger
from invented_facts import MONDAY, NOON, fact


def move(casebook: Casebook, case: str, move: str, **more: object) -> Event:
    return casebook.append(
        case, "whistle", "1", move, by="甲", role="enterprise", on=MONDAY, at=NOON, **more
    )  # type: ignore[arg-type]


def test_a_case_is_its_events_in_order(casebook: Casebook) -> None:
    move(casebook, "w-1", "blow", said={"need": "中试场地"})
    move(casebook, "w-2", "blow")
    move(casebook, "w-1", "answer")

    events = casebook.events("w-1")

    assert [(e.event, e.move, e.no) for e in events] == [(1, "blow", 1), (2, "answer", 3)]
    assert events[0].said == {"need": "中试场地"}
    assert events[1].before == events[0].hash
    assert casebook.events("w-9") == ()


def test_what_a_form_said_comes_back_with_its_types(casebook: Casebook) -> None:
    said = {"amount": Decimal("12.50"), "until": date(2025, 6, 1), "who": ("甲", "乙"), "ok": None}

    event = move(casebook, "w-1", "blow", said=said)

    assert event.said == said
    assert casebook.events("w-1")[0] == event


def test_an_event_and_its_facts_are_kept_together_or_not_at_all(
    casebook: Casebook, ledger: Ledger
) -> None:
    decided = fact("3", subject="enterprise:1", at=CaseEvent("w-1", 1), document=None)
    named = Entity("enterprise:1", "enterprise", "岚江虚构科技有限公司")

    with pytest.raises(Faults):
        move(casebook, "w-1", "blow", facts=[decided, replace(decided, id="0" * 32)])
    assert casebook.events("w-1") == ()

    move(casebook, "w-1", "blow", facts=[decided], entities=[named])
    assert len(casebook.events("w-1")) == 1
    assert ledger.find(FactQuery(subject="岚江虚构")).facts == (decided,)


def test_who_moves_on_what_has_moved_since_is_told(casebook: Casebook) -> None:
    move(casebook, "w-1", "blow", after=0)

    with pytest.raises(CaseHasMoved, match="open it again"):
        move(casebook, "w-1", "answer", after=0)

    assert move(casebook, "w-1", "answer", after=1).event == 2


def test_cases_are_listed_the_last_moved_first(casebook: Casebook) -> None:
    move(casebook, "w-1", "blow")
    casebook.append("v-1", "visit", "2", "plan", by="o", role="office", on=MONDAY, at=NOON)
    later = MONDAY + timedelta(days=4)
    casebook.append("w-1", "whistle", "1", "close", by="o", role="office", on=later, at=NOON)

    lines = casebook.cases()

    assert [(line.case, line.events, line.last_move) for line in lines] == [
        ("w-1", 2, "close"),
        ("v-1", 1, "plan"),
    ]
    assert (lines[0].opened_on, lines[0].last_on) == (MONDAY, later)
    assert [line.case for line in casebook.cases("visit")] == ["v-1"]


def test_an_event_of_a_transaction_that_fails_never_happened(
    casebook: Casebook, database: Database
) -> None:
    def half() -> None:
        with database.writing() as connection:
            move(casebook, "w-1", "blow", within=connection)
            connection.execute(text("SELECT nothing FROM nowhere"))

    with pytest.raises(Exception, match="nowhere"):
        half()

    assert casebook.events("w-1") == ()
