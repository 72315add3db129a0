"""Facts as one Arrow table, the same whichever way they were read."""

from datetime import date
from decimal import Decimal

import duckdb
import pytest

from ceyuan.authoring.page import FactQuery
from ceyuan.model.document import Document, digest_of
from ceyuan.model.hedge import Hedge
from ceyuan.model.locator import CaseEvent, CellAt
from ceyuan.model.quantity import Quantity
from ceyuan.model.standing import Standing
from ceyuan.stores.ledger import Ledger
from invented_facts import ARTICLE, MONDAY, NOON, amount, fact

REGISTER = Document(digest_of(b"register"), "名录.xlsx", "xlsx")


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    facts = [
        fact(amount("220", hedge=Hedge.AT_LEAST)),
        fact(Quantity(Decimal("0.1"), "1", Hedge.BETWEEN, Decimal("0.3")), period="as_of 2022-06"),
        fact(True, period=None, at=CaseEvent("w-1", 1), document=None, quote=""),
        fact(date(2020, 1, 2), standing=Standing.REGISTERED, at=CellAt("a", "B2")),
        *(fact(str(n), at=CellAt("b", f"A{n}"), document=REGISTER) for n in range(1, 60)),
    ]
    ledger.record(facts, [ARTICLE, REGISTER], at=NOON)
    ledger.withdraw(facts[-1].id, reason="误读", by="o", on=MONDAY, at=NOON)
    return ledger


def test_each_fact_is_a_row_with_its_parts_under_their_names(filled: Ledger) -> None:
    rows = filled.table(evidence=True).to_pylist()

    assert len(rows) == 62
    first, share, truth, day = rows[:4]
    assert (first["value"], first["low"], first["high"]) == ("220", 220.0, None)
    assert (first["subject"], first["property"]) == ("place:990101", "high_tech_enterprises")
    assert (first["period_start"], first["period_end"]) == (date(2021, 1, 1), date(2021, 12, 31))
    assert (first["document"], first["quote"]) == (ARTICLE.digest, "高新技术企业超220家")
    assert (share["value"], share["upper"], share["instant"]) == ("0.1", "0.3", True)
    assert (truth["sort"], truth["value"], truth["unit"]) == ("truth", "true", None)
    assert (truth["document"], truth["period"], truth["period_end"]) == (None, None, None)
    assert (day["value"], day["standing"], day["recorded_on"]) == (
        "2020-01-02", "registered", MONDAY,
    )  # fmt: skip


def test_a_table_holds_what_the_list_of_the_same_query_holds(filled: Ledger) -> None:
    for query in (FactQuery(document=REGISTER.digest), FactQuery(period="2022"), FactQuery()):
        listed = {each.id for each in filled.find(FactQuery(**_said(query), limit=100)).facts}
        assert set(filled.table(query)["id"].to_pylist()) == listed


def test_a_large_table_is_read_apart_and_is_the_same(
    filled: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    near = filled.table(evidence=True)
    monkeypatch.setattr("ceyuan.stores.scan._MANY", 1)

    apart = filled.table(evidence=True)

    assert apart.schema == near.schema
    assert apart.to_pylist() == near.to_pylist()


def test_scattered_facts_are_picked_and_are_the_same(
    filled: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    query = FactQuery(period="as_of 2022-06")
    whole = filled.table(query).to_pylist()
    monkeypatch.setattr("ceyuan.stores.scan._SCATTERED", 0)
    monkeypatch.setattr("ceyuan.stores.scan._PICKED", 7)

    assert filled.table(query).to_pylist() == whole
    assert filled.table().num_rows == 62


def test_duckdb_computes_on_the_table_as_it_is(filled: Ledger) -> None:
    facts = filled.table()

    total = duckdb.sql(
        "SELECT sum(CAST(value AS DECIMAL(30, 2))), max(recorded_on) FROM facts "
        "WHERE sort = 'quantity' AND hedge = 'exact'"
    ).fetchall()

    assert facts.num_rows == 62
    assert total == [(Decimal(sum(range(1, 59))), MONDAY)]


def _said(query: FactQuery) -> dict[str, str]:
    return {"document": query.document, "period": query.period}
