"""The cockpit keeps to itself: nothing from outside, nothing for outside."""

import re

import pytest
from litestar.testing import TestClient
from small_home import TODAY, addresses

from ceyuan.surfaces.cockpit.asset import Assets
from ceyuan.surfaces.cockpit.cockpit import cockpit


def test_every_answer_carries_the_security_headers(client):
    for address in ("/", "/facts.json", "/nothing", Assets().address("cockpit.css")):
        headers = client.get(address).headers
        assert "default-src 'self'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert headers["referrer-policy"] == "same-origin"


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "localhost.evil"])
def test_a_request_for_another_host_name_is_refused(office, host):
    application = cockpit(office, today=lambda: TODAY)
    with TestClient(application, base_url="http://127.0.0.1") as client:
        answer = client.get("/", headers={"host": host})

    assert answer.status_code == 400
    assert "云岫" not in answer.text


@pytest.mark.parametrize("host", ["127.0.0.1:8700", "localhost", "LOCALHOST:1", "[::1]:8700"])
def test_this_machine_is_answered_on_any_port(client, host):
    assert client.get("/", headers={"host": host}).status_code == 200


def test_a_name_is_answered_once_it_is_given(office):
    application = cockpit(office, today=lambda: TODAY, names=["kechuang.local"])
    with TestClient(application, base_url="http://kechuang.local") as client:
        assert client.get("/").status_code == 200
        assert client.get("/", headers={"host": "127.0.0.1"}).status_code == 400


def test_no_page_names_an_address_outside(client, office):
    for address in addresses(office):
        text = client.get(address).text
        assert re.findall(r"(?:https?:)?//[a-z0-9.-]+", re.sub(r"xmlns=\S+", "", text)) == []


def test_no_page_has_inline_script_or_style(client, office):
    for address in addresses(office):
        text = client.get(address).text
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:", text)


def test_pages_are_asked_for_anew_and_assets_kept(client):
    page = client.get("/")
    style = client.get(Assets().address("cockpit.css"))

    assert page.headers["cache-control"] == "private, no-cache"
    assert "immutable" in style.headers["cache-control"]


def test_charts_are_loaded_only_where_there_is_one(client, office):
    with_chart = [a for a in addresses(office) if "echarts" in client.get(a).text]

    assert with_chart
    assert all(address.startswith("/facts/") for address in with_chart)


def test_pages_travel_compressed(client):
    answer = client.get("/", headers={"accept-encoding": "gzip"})

    assert answer.headers["content-encoding"] == "gzip"


def test_an_old_address_of_an_asset_is_not_answered_with_a_new_file(client):
    assert client.get("/static/cockpit-000000000000.css").status_code == 404
