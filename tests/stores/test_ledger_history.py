"""Whatever happened to facts, the ledger holds on every day what a list kept by hand would hold."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from datetime import date, timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    invariant,
    multiple,
    rule,
    run_state_machine_as_test,
)

from ceyuan.authoring.page import FactQuery
from ceyuan.model.errors import BadInput
from ceyuan.model.fact import Fact
from ceyuan.stores.audit import audit
from ceyuan.stores.ledger import Ledger
from ceyuan.stores.shelf import Shelf
from invented_facts import ARTICLE, MONDAY, NOON, fact

DAYS = st.integers(0, 6).map(lambda n: MONDAY + timedelta(days=n))
WAITS = st.integers(0, 3)
NUMBERS = st.lists(st.integers(0, 12), min_size=1, max_size=4)


class History(RuleBasedStateMachine):
    """The ledger beside a plain list of what happened."""

    known = Bundle("known")

    def __init__(self, ledger: Ledger) -> None:
        super().__init__()
        self.ledger = ledger
        #: Per fact: the day it was recorded, then each day it ended or stood again, in order.
        self.told: dict[str, tuple[date, list[tuple[date, bool]]]] = {}

    @rule(target=known, numbers=NUMBERS, day=DAYS)
    def record(self, numbers: list[int], day: date) -> object:
        facts = [fact(str(n), recorded_on=day) for n in numbers]
        new = {each.id for each in facts} - self.told.keys()
        recorded = self.ledger.record(facts, [ARTICLE], at=NOON)
        assert set(recorded.new_ids) == new
        assert recorded.already == len(set(numbers)) - len(new)
        assert set(recorded.fallen) == {
            each.id for each in facts if each.id in self.told and not self._stands(each.id)
        }
        self.told.update({id: (day, []) for id in new})
        return multiple(*(each for each in _once(facts) if each.id in new))

    @rule(which=known, wait=WAITS)
    def withdraw(self, which: Fact, wait: int) -> None:
        day = self._changed(which.id) + timedelta(days=wait)
        with self._refused_unless(self._stands(which.id)):
            self.ledger.withdraw(which.id, reason="误读", by="o", on=day, at=NOON)
            self.told[which.id][1].append((day, False))

    @rule(which=known, by=known, wait=WAITS)
    def supersede(self, which: Fact, by: Fact, wait: int) -> None:
        day = self._changed(which.id) + timedelta(days=wait)
        both = which.id != by.id and self._stands(which.id) and self._stands(by.id)
        with self._refused_unless(both):
            self.ledger.supersede(which.id, by.id, reason="更正", by="o", on=day, at=NOON)
            self.told[which.id][1].append((day, False))

    @rule(which=known, wait=WAITS)
    def reinstate(self, which: Fact, wait: int) -> None:
        day = self._changed(which.id) + timedelta(days=wait)
        with self._refused_unless(not self._stands(which.id)):
            self.ledger.reinstate(which.id, reason="未误读", by="o", on=day, at=NOON)
            self.told[which.id][1].append((day, True))

    @rule()
    def forget_the_columns(self) -> None:
        self.ledger.shelf = Shelf(None)

    @invariant()
    def what_is_held_is_what_was_told(self) -> None:
        with self.ledger.view() as view:
            now = view.find(FactQuery(limit=100))
            assert {each.id for each in now.facts} == {id for id in self.told if self._stands(id)}
            for n in range(-1, 12, 2):
                day = MONDAY + timedelta(days=n)
                held = {each.id for each in view.find(FactQuery(as_of=day, limit=100)).facts}
                assert held == {id for id in self.told if self._held(id, day)}

    def teardown(self) -> None:
        with self.ledger.database.reading() as connection:
            assert list(audit(connection)) == []
        self.ledger.database.close()

    def _refused_unless(self, allowed: bool) -> AbstractContextManager[object]:
        return nullcontext() if allowed else pytest.raises(BadInput)

    def _stands(self, id: str) -> bool:
        changes = self.told[id][1]
        return not changes or changes[-1][1]

    def _held(self, id: str, day: date) -> bool:
        recorded, changes = self.told[id]
        by_then = [stands for on, stands in changes if on <= day]
        return recorded <= day and (not by_then or by_then[-1])

    def _changed(self, id: str) -> date:
        recorded, changes = self.told[id]
        return changes[-1][0] if changes else recorded


def test_the_ledger_holds_on_every_day_what_was_told_by_then(
    fresh_ledger: Callable[[], Ledger],
) -> None:
    run_state_machine_as_test(  # type: ignore[no-untyped-call]
        lambda: History(fresh_ledger()),
        settings=settings(max_examples=20, stateful_step_count=12, deadline=None),
    )


def _once(facts: list[Fact]) -> list[Fact]:
    return list({each.id: each for each in facts}.values())
