"""The answers of a day are kept for the next process while everything that decides them stays."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from ceyuan.engines.rules.snapshot import Snapshot
from ceyuan.journeys import day_assessed as module
from ceyuan.journeys.assess import Assessed, assess_ledger
from ceyuan.journeys.day_assessed import DayAssessed, day_assessed
from ceyuan.journeys.who import decide
from ceyuan.model.decision import Judgement
from ceyuan.model.entity import Entity
from ceyuan.model.quantity import Quantity
from ceyuan.office import Office
from invented_facts import ARTICLE, fact

NOON = datetime(2025, 3, 3, 4, tzinfo=UTC)
DAY = date(2025, 6, 1)
ONE, OTHER = "enterprise:云岫澜图传感科技有限公司", "enterprise:澜图传感"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with Office.open(tmp_path / "home") as office:
        facts = [
            fact(
                Quantity(Decimal(amount), "元"), subject=subject, property="revenue", period="2024"
            )
            for subject, amount in ((ONE, "30000000"), (OTHER, "0.1"))
        ]
        entities = [Entity(id, "enterprise", id.partition(":")[2]) for id in (ONE, OTHER)]
        office.ledger.record(facts, [ARTICLE], at=NOON, entities=entities)
        yield office


@pytest.fixture(autouse=True)
def computed(monkeypatch: pytest.MonkeyPatch) -> list[date]:
    """The days that were computed, and not found."""
    module.forget()
    days: list[date] = []

    def counted(office: Office, wanted: list[str], *, on: date, engine: str) -> Assessed:
        days.append(on)
        return assess_ledger(office, wanted, on=on, engine=engine)

    monkeypatch.setattr(module, "assess_ledger", counted)
    return days


def of_the_next_process(office: Office, day: date = DAY) -> DayAssessed:
    module.forget()
    return day_assessed(office, day)


def test_the_next_process_finds_every_answer_to_the_last_bit(
    office: Office, computed: list[date]
) -> None:
    first = day_assessed(office, DAY).assessed

    again = of_the_next_process(office).assessed

    assert computed == [DAY]
    assert first is not None
    assert again is not None
    assert list(again.each()) == list(first.each())
    assert (again.names, again.subjects, again.same) == (first.names, first.subjects, first.same)
    assert (again.not_in_force, again.elsewhere) == (first.not_in_force, first.elsewhere)
    assert _digests(again.snapshots) == _digests(first.snapshots)


def _digests(snapshots: dict[str, Snapshot] | None) -> dict[str, str]:
    return {kind: one.digest for kind, one in (snapshots or {}).items()}


def test_another_day_is_computed(office: Office, computed: list[date]) -> None:
    day_assessed(office, DAY)

    of_the_next_process(office, date(2025, 6, 2))

    assert computed == [DAY, date(2025, 6, 2)]


def test_a_new_fact_computes_anew(office: Office, computed: list[date]) -> None:
    day_assessed(office, DAY)
    more = fact(Quantity(Decimal(40), "人"), subject=ONE, property="staff", period="2024")
    office.ledger.record([more], at=NOON)

    of_the_next_process(office)

    assert len(computed) == 2


def test_a_decision_on_who_is_who_computes_anew(office: Office, computed: list[date]) -> None:
    day_assessed(office, DAY)
    decide(office, ONE, OTHER, Judgement.SAME, by="张三", now=NOON)

    made = of_the_next_process(office).assessed

    assert len(computed) == 2
    assert made is not None
    assert made.subjects["enterprise"] == [ONE]


def test_an_own_value_of_the_home_computes_anew(office: Office, computed: list[date]) -> None:
    day_assessed(office, DAY)
    (office.home / "parameters").mkdir()
    (office.home / "parameters" / "high_tech_enterprise.toml").write_text(
        "# nothing yet\n", "utf-8"
    )

    of_the_next_process(office)

    assert len(computed) == 2


def test_another_version_of_the_rules_computes_anew(
    office: Office, computed: list[date], monkeypatch: pytest.MonkeyPatch
) -> None:
    day_assessed(office, DAY)
    monkeypatch.setattr(module, "_written", lambda _: "of another version")

    of_the_next_process(office)

    assert len(computed) == 2


def test_a_damaged_cache_computes_anew(office: Office, computed: list[date]) -> None:
    day_assessed(office, DAY)
    for path in (office.home / "cache" / "assessed").rglob("*.parquet"):
        path.write_bytes(b"PAR1")

    assert of_the_next_process(office).assessed is not None

    assert len(computed) == 2


def test_a_home_in_which_nobody_is_known_has_no_answers(tmp_path: Path) -> None:
    with Office.open(tmp_path / "empty") as empty:
        assert day_assessed(empty, DAY).assessed is None
