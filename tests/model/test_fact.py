"""What names a fact: all that it says, and where, and nothing else."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from ceyuan.model.fact import fact_id
from ceyuan.model.hedge import Hedge
from ceyuan.model.quantity import Quantity
from invented_facts import ARTICLE, amount, fact


def test_two_figures_that_differ_anywhere_have_two_identifiers() -> None:
    long = "1234567890123456789012345678901"
    upper = [Quantity(Decimal(3), "家", Hedge.BETWEEN, Decimal(n)) for n in (5, 6)]
    claims = [fact(value).claim for value in (amount(long + "2"), amount(long + "3"), *upper)]

    assert len({fact_id("place:990101", claim, ARTICLE.digest) for claim in claims}) == 4
    same = [fact(amount(number)).id for number in ("100", "1E+2", "100.00", "+100")]
    assert len(set(same)) == 1


def test_when_and_by_whom_it_was_read_does_not_name_a_fact() -> None:
    first, again = fact(recorded_on=date(2025, 3, 3)), fact(recorded_on=date(2025, 4, 4))
    noted = replace(again.claim, note="第二次读取")

    assert first.id == again.id == fact_id(again.subject, noted, again.document)
