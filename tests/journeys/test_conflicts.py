"""Looking through a whole ledger finds what comparing every fact with every other would find."""

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ceyuan.authoring.page import FactQuery
from ceyuan.journeys.conflicts import conflicts
from ceyuan.model.claim import Claim
from ceyuan.model.disagreement import Disagreement, disagreements
from ceyuan.model.document import Document
from ceyuan.model.fact import Fact, fact_id
from ceyuan.model.hedge import Hedge
from ceyuan.model.locator import TextSpan
from ceyuan.model.measure import Measure
from ceyuan.model.period import parse_period
from ceyuan.model.quantity import Quantity
from ceyuan.model.section import Section
from ceyuan.model.standing import Standing
from ceyuan.office import Office

NOW = datetime(2025, 3, 1, 9, 0, tzinfo=UTC)
DOCUMENT = Document("d" * 64, "invented.txt", "text/plain")

figures = st.tuples(
    st.sampled_from(["place:990101", "place:990000"]),
    st.sampled_from(["tech_firms", ""]),
    st.sampled_from(["科技型企业数", "高新技术企业数"]),
    st.sampled_from(["118", "120", "121", "12.3", "58000000"]),
    st.sampled_from(list(Hedge)),
    st.sampled_from(["as_of 2024-12-31", "as_of 2024-12", "2024", "2024-Q4", None]),
    st.sampled_from([Measure.LEVEL, Measure.GROWTH]),
    st.sampled_from([Standing.REPORTED, Standing.REGISTERED, Standing.TARGET]),
    st.sampled_from(["家", "%"]),
)


def fact_of(at: int, figure: tuple[object, ...]) -> Fact:
    subject, property, indicator, amount, hedge, period, measure, standing, unit = figure
    upper = Decimal(str(amount)) + 5 if hedge is Hedge.BETWEEN else None
    claim = Claim(
        subject="云岫区",
        kind="district",
        property=str(property),
        indicator=str(indicator),
        value=Quantity(Decimal(str(amount)), str(unit), Hedge(str(hedge)), upper),
        measure=Measure(str(measure)),
        period=parse_period(str(period)) if period else None,
        standing=Standing(str(standing)),
        section=Section.MAIN,
        locator=TextSpan(at, at + 1),
        quote=f"{amount}{unit}",
    )
    id = fact_id(str(subject), claim, DOCUMENT.digest)
    return Fact(id, str(subject), claim, DOCUMENT.digest, "r", "1", date(2025, 3, 1))


def told(found: tuple[Disagreement, ...]) -> set[frozenset[str]]:
    return {frozenset(fact.id for fact in one.facts) for one in found}


@pytest.fixture(scope="module")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("homes")


@settings(max_examples=25)
@given(st.lists(figures, min_size=2, max_size=12))
def test_nothing_is_missed_and_nothing_is_made_up(
    homes: Path, written: list[tuple[object, ...]]
) -> None:
    facts = [fact_of(at, figure) for at, figure in enumerate(written)]
    home = homes / f"home{len(list(homes.iterdir()))}"

    with Office.open(home, package="toyland") as office:
        office.ledger.record(facts, [DOCUMENT], at=NOW)
        found = conflicts(office)

    assert told(found) == told(disagreements(facts))


def test_only_what_is_asked_for_is_compared(tmp_path: Path) -> None:
    written = [
        (subject, "tech_firms", "科技型企业数", amount, "exact", "2024", "level", "reported", "家")
        for subject in ("place:990101", "place:990000")
        for amount in ("118", "120")
    ]
    facts = [fact_of(at, figure) for at, figure in enumerate(written)]

    with Office.open(tmp_path / "home", package="toyland") as office:
        office.ledger.record(facts, [DOCUMENT], at=NOW)
        everything = conflicts(office)
        (one,) = conflicts(office, FactQuery(subject="place:990000"))

    assert len(everything) == 2
    assert one.subject == "place:990000"


def test_a_withdrawn_fact_contradicts_nobody(tmp_path: Path) -> None:
    written = [
        (
            "place:990101",
            "tech_firms",
            "科技型企业数",
            amount,
            "exact",
            "2024",
            "level",
            "reported",
            "家",
        )
        for amount in ("118", "120")
    ]
    facts = [fact_of(at, figure) for at, figure in enumerate(written)]

    with Office.open(tmp_path / "home", package="toyland") as office:
        office.ledger.record(facts, [DOCUMENT], at=NOW)
        office.ledger.withdraw(facts[0].id, reason="read wrongly", by="test", on=NOW.date(), at=NOW)

        assert conflicts(office) == ()
