"""Drafts of a programme’s numbers, handed in on the trial page: tried, never run, never in force."""

import re
from typing import Any

from litestar.testing import TestClient

ADDRESS = "/simulate/yunxiu_rd_award"
DRAFT = """
[growth_rate]
[[growth_rate.value]]
from = 2026-01-01
value = 0.08
source = "（虚构）征求意见稿"
mark = "invented"
"""


def hand_in(client: TestClient[Any], content: str | bytes, address: str = ADDRESS) -> Any:
    token = re.search(r'name="_csrf_token" value="([0-9a-f]+)"', client.get(ADDRESS).text)
    assert token
    return client.post(
        address,
        data={"_csrf_token": token[1]},
        files={"files": ("parameters.toml", content)},
    )


def test_a_draft_leads_to_what_it_would_change_and_what_that_would_cost(policy_client):
    page = hand_in(policy_client, DRAFT)

    assert page.status_code == 200
    assert page.url.path == ADDRESS
    tried = policy_client.get(f"{ADDRESS}.json", params=page.url.params).json()
    assert [(one["name"], one["now"], one["then"]) for one in tried["draft"]] == [
        ("growth_rate", 0.05, 0.08)
    ]
    assert tried["trial"]["after"]["cost"] == 400_000 + 500_000


def test_a_number_typed_wins_over_the_draft(policy_client):
    page = hand_in(policy_client, DRAFT)
    query = {**page.url.params, "growth_rate": "10%"}

    tried = policy_client.get(f"{ADDRESS}.json", params=query).json()

    assert tried["trial"]["after"]["cost"] == 500_000 + 500_000


def test_a_draft_changes_nothing_that_is_in_force(policy_client):
    hand_in(policy_client, DRAFT)

    assert policy_client.get(f"{ADDRESS}.json").json()["trial"]["after"]["cost"] == 750_000


def test_a_draft_with_a_name_that_is_no_parameter_is_refused_and_not_kept(
    policy_client, policy_office
):
    before = sorted((policy_office.home / "drafts").glob("*"))

    said = hand_in(policy_client, DRAFT.replace("growth_rate", "growth_rat"))

    assert said.status_code == 400
    assert "没有参数 growth_rat" in said.text
    assert "是否想写 growth_rate" in said.text
    assert sorted((policy_office.home / "drafts").glob("*")) == before


def test_what_is_no_toml_too_large_or_another_unit_is_refused(policy_client):
    other = DRAFT.replace("[growth_rate]\n", '[growth_rate]\nunit = "元"\n', 1)

    for content in (b"\xff\xfe\x00", "import os", b"#" * 300_000, b"", other):
        assert hand_in(policy_client, content).status_code == 400


def test_a_draft_that_is_gone_is_said_to_be_gone(policy_client):
    for token in ("0" * 24, "../../../etc/passwd", "x"):
        said = policy_client.get(ADDRESS, params={"draft": token})

        assert said.status_code == 400
        assert "这份草案已不在" in said.text
