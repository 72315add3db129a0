"""Every page has its twins: the same answer as data."""

import csv
import io

import pytest
from small_home import ALL, HOSTILE, addresses, the_fact

from ceyuan.surfaces.cockpit.listed_csv import listed_csv


def twin(address, form):
    path, mark, query = address.partition("?")
    return f"{'/index' if path == '/' else path}.{form}{mark}{query}"


def test_every_page_has_a_json_twin(client, office):
    for address in addresses(office):
        answer = client.get(twin(address, "json"))
        assert answer.status_code == 200, address
        assert isinstance(answer.json(), dict)


def test_the_twin_lists_the_facts_the_page_lists(client):
    listed = client.get("/facts.json?standing=target").json()["listed"]

    assert [line["standing"] for line in listed] == ["target"]
    assert listed[0]["value"] == "300"
    assert listed[0]["hedge"] == "at_least"


def test_the_twin_of_a_fact_has_raw_text_repairs_and_place(client, office):
    fact = the_fact(office, words="512.6")

    story = client.get(f"/facts/{fact.id}.json").json()["story"]

    place = story["fact"]["locator"]
    raw = story["reading"]["log"]["raw"]
    assert raw[place["start"] : place["end"]] == fact.claim.quote


def test_a_list_has_a_csv_twin_with_every_line(client):
    answer = client.get("/facts.csv?limit=10000")

    assert answer.content.startswith(b"\xef\xbb\xbf")
    assert answer.headers["content-disposition"] == 'attachment; filename="facts.csv"'
    assert len(list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))) == ALL


def test_a_page_that_lists_nothing_has_no_csv_twin(client):
    assert client.get("/index.csv").status_code == 404


def test_a_twin_of_an_unknown_thing_is_refused_as_data(client):
    answer = client.get("/facts/unknown.json?lang=zh")

    assert answer.status_code == 404
    assert answer.json()["faults"][0]["what"] == "账本里没有这条事实"


def test_hostile_names_stay_text_in_the_csv_twin(client):
    assert HOSTILE in client.get("/documents.csv").content.decode("utf-8-sig")


@pytest.mark.parametrize("cell", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "  =1"])
def test_a_cell_that_a_spreadsheet_would_run_is_led_by_an_apostrophe(cell):
    lines = list(csv.reader(io.StringIO(listed_csv([{"name": cell}]).decode("utf-8-sig"))))

    assert lines[1][0] == f"'{cell}"


@pytest.mark.parametrize("number", ["-3.2", "+7.8", "-1,234.5", "12"])
def test_a_signed_number_stays_a_number(number):
    lines = list(csv.reader(io.StringIO(listed_csv([{"value": number}]).decode("utf-8-sig"))))

    assert lines[1][0] == number
