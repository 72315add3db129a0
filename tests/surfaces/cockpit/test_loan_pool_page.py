"""The page of a loan loss pool: when it runs dry, and who bears what."""

from datetime import date
from typing import Any

import pytest
from litestar.testing import TestClient
from policy_home import DAY

PLAN = {"capital": "100万", "lending": "1000万", "lending_months": "6", "term": "12"}


def courses(client: TestClient[Any], **query: str) -> list[dict[str, Any]]:
    answer = client.get("/loan-pool.json", params={**PLAN, **query})
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["courses"]
    return found


def test_what_is_lost_is_borne_by_city_district_and_bank_and_by_nobody_else(policy_client):
    for one in courses(policy_client, rates="2%，10%"):
        assert one["municipal"] + one["district"] + one["bank"] == pytest.approx(one["lost"])


def test_a_worse_default_rate_empties_the_pool_and_an_easy_one_does_not(policy_client):
    easy, hard = courses(policy_client, rates="1%，10%")

    assert easy["depleted"] is None
    assert date.fromisoformat(hard["depleted"]) > DAY
    assert hard["balance"] == 0
    assert hard["unpaid"] > 0


def test_rates_are_said_to_be_assumed_and_the_sharing_to_be_another_places(policy_client):
    page = policy_client.get("/loan-pool", params={**PLAN, "lang": "zh"}).text

    assert "违约率（假设）" in page
    assert "按其他地方的办法比照" in page
    assert "待核" in page


def test_without_a_pool_and_without_loans_it_asks_for_them(policy_client):
    page = policy_client.get("/loan-pool", params={"lang": "zh"})

    assert page.status_code == 200
    assert "写上资金池规模" in page.text


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("rates", "很多"),
        ("rates", "1%,2%,3%,4%,5%,6%,7%"),
        ("capital", "-5万"),
        ("term", "9999"),
        ("breaker", "200%"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_reason(policy_client, name, value):
    said = policy_client.get("/loan-pool", params={**PLAN, name: value, "lang": "zh"})

    assert said.status_code == 400
    assert "怎么办" in said.text
