"""The pages, as somebody without scripts sees them."""

import re

import pytest
from litestar.testing import TestClient
from selectolax.lexbor import LexborHTMLParser
from small_home import (
    ALL,
    FIRMS_ID,
    HOSTILE,
    NEWS,
    NEWS_SAYS,
    TODAY,
    addresses,
    keep,
    the_fact,
)

from ceyuan.model.standing import Standing
from ceyuan.office import Office
from ceyuan.surfaces.cockpit.cockpit import cockpit


def seen(client, address):
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    return LexborHTMLParser(answer.text)


def test_every_page_opens_in_both_languages(client, office):
    for address in addresses(office):
        for language in ("zh", "en"):
            joint = "&" if "?" in address else "?"
            assert seen(client, f"{address}{joint}lang={language}").css_first("h1") is not None


def test_every_page_of_a_home_with_invented_data_says_so(client, office):
    for address in addresses(office):
        assert (
            "示范数据：虚构地区"
            in client.get(f"{address}{'&' if '?' in address else '?'}lang=zh").text
        )


def test_every_link_of_every_page_leads_somewhere(client, office):
    targets = {
        link.attributes["href"].partition("#")[0]
        for address in addresses(office)
        for link in seen(client, address).css("a[href]")
    }

    broken = [t for t in targets if t and client.get(t).status_code != 200]

    assert broken == []


def test_every_jump_inside_a_page_has_its_landing(client, office):
    for address in addresses(office):
        page = seen(client, address)
        jumps = {a.attributes["href"] for a in page.css("a[href^='#']")}
        landings = {f"#{node.attributes['id']}" for node in page.css("[id]")}
        assert jumps <= landings


def test_no_number_on_the_overview_stands_outside_a_link(client):
    page = seen(client, "/?lang=zh")
    for node in page.css("head, header.masthead, footer, a, .when, summary, title, h1"):
        node.decompose()

    assert re.findall(r"\d[\d.,]*", page.text()) == []


def test_the_overview_shows_the_newest_settled_figure_with_its_growth(client):
    headline = seen(client, "/?lang=zh").css_first(".headline").text(strip=True)

    assert "512.6" in headline
    assert "+7.8%" in headline
    assert "2023年" in headline


def test_the_overview_keeps_what_is_hoped_for_apart(client):
    page = seen(client, "/?lang=zh")

    assert "300" in page.css_first(".hopes").text()
    assert "300" not in page.css_first(".groups").text()
    assert "555" not in page.css_first(".headlines").text()


def test_the_overview_shows_figures_that_cannot_both_be_true(client):
    quarrel = seen(client, "/?lang=zh").css_first(".quarrels").text()

    assert "186" in quarrel
    assert "179" in quarrel


def test_figures_of_another_district_do_not_enter_the_overview(client):
    assert "95" not in seen(client, "/").css_first(".groups").text()


def test_the_list_of_facts_is_narrowed_by_its_address(client):
    everything = seen(client, "/facts?lang=zh")
    targets = seen(client, "/facts?standing=target")

    assert len(everything.css(".ledger.facts tbody tr")) == ALL
    assert len(targets.css(".ledger.facts tbody tr")) == 1


def test_a_facet_says_how_many_facts_it_would_leave(client):
    page = seen(client, "/facts?lang=zh")
    link = next(a for a in page.css(".facet a") if "standing=registered" in a.attributes["href"])

    assert link.css_first(".tally").text() == "1"
    assert len(seen(client, link.attributes["href"]).css(".ledger.facts tbody tr")) == 1


def test_a_long_list_is_shown_in_parts(client):
    first = seen(client, "/facts?limit=5&lang=zh")
    second = seen(client, first.css_first("a[rel=next]").attributes["href"])

    ids = [{a.attributes["href"] for a in p.css("td a.figure")} for p in (first, second)]

    assert len(ids[0]) == len(ids[1]) == 5
    assert not ids[0] & ids[1]


def test_what_was_known_on_an_earlier_day_is_shown(client):
    assert seen(client, "/facts?as_of=2024-06-30").css_first(".ledger.facts") is None
    assert seen(client, "/facts?as_of=2024-07-01").css_first(".ledger.facts") is not None


def test_a_fact_card_shows_the_passage_as_printed_and_repaired(client, office):
    fact = the_fact(office, indicator=FIRMS_ID, words="186")
    page = seen(client, f"/facts/{fact.id}")

    raw, repaired = (
        "".join(mark.text() for mark in pane.css("mark.lit")) for pane in page.css(".pane")
    )

    assert raw == "高新技术企业 达到186家" == fact.claim.quote
    assert repaired == "高新技术企业达到186家"


def test_a_fact_card_tells_the_repairs_of_its_passage(client, office):
    fact = the_fact(office, indicator="gdp", words="512.6")
    panes = seen(client, f"/facts/{fact.id}").css(".pane")

    assert "(qū)" in panes[0].text()
    assert "(qū)" in [d.text() for d in panes[1].css("del.repair")]


def test_a_fact_card_names_reader_version_and_moment(client, office):
    fact = the_fact(office, indicator="gdp", words="512.6")
    card = seen(client, f"/facts/{fact.id}?lang=zh").css_first(".card").text()

    assert "news_page" in card
    assert "第 1 版" in card
    assert "2024年7月1日 17:30" in card
    assert fact.id in card


def test_a_fact_card_says_which_figures_it_cannot_be_true_with(client, office):
    fact = the_fact(office, indicator=FIRMS_ID, words="186")

    assert "179" in seen(client, f"/facts/{fact.id}").css_first(".alert").text()


def test_a_fact_card_shows_the_run_of_the_indicator(client, office):
    fact = the_fact(office, indicator=FIRMS_ID, words="186")
    rows = seen(client, f"/facts/{fact.id}").css(".history tbody tr")

    numbers = [row.css_first(".number").text() for row in rows]
    assert [numbers[0], *sorted(numbers[1:3]), *numbers[3:]] == ["300", "179", "186", "163", "137"]


def test_a_document_marks_every_figure_and_links_it(client, office):
    digest = the_fact(office, words="512.6").document
    page = seen(client, f"/documents/{digest}")

    noted = [a.attributes["href"] for a in page.css(".running a.note")]

    assert len(noted) == len(set(noted)) == len(NEWS_SAYS)
    assert {a.attributes["href"] for a in page.css(".found a.figure")} == set(noted)


def test_a_document_pales_what_is_not_the_article(client, office):
    digest = the_fact(office, words="512.6").document

    assert "汀浦区" in "".join(d.text() for d in seen(client, f"/documents/{digest}").css(".dim"))


@pytest.mark.parametrize(("text", "shown"), [("", "全区地区"), ("raw", "全區(qū)地区")])
def test_a_document_is_shown_repaired_and_as_it_came(client, office, text, shown):
    digest = the_fact(office, words="512.6").document

    assert shown in seen(client, f"/documents/{digest}?text={text}").css_first(".running").text()


def test_hostile_names_and_texts_are_shown_and_never_run(client, office):
    for address in addresses(office):
        page = seen(client, address)
        assert all(script.attributes.get("src") for script in page.css("script"))
        assert "<script>alert" not in client.get(address).text
    digest = the_fact(office, standing=Standing.REGISTERED).document
    assert HOSTILE in seen(client, f"/documents/{digest}").css_first("h1").text()


def test_the_language_is_remembered_and_the_address_kept(new_client):
    client = new_client()

    english = seen(client, "/facts?standing=target&lang=en")
    after = seen(client, "/facts?standing=target")

    assert english.css_first("html").attributes["lang"] == "en"
    assert after.css_first("html").attributes["lang"] == "en"
    back = after.css_first("a.tongue").attributes["href"]
    assert back == "/facts?standing=target&lang=zh"


def test_english_pages_name_indicators_and_standings_in_english(client):
    row = seen(client, "/facts?standing=target&lang=en").css_first(".ledger.facts tbody tr").text()

    assert "target" in row
    assert "at least 300" in " ".join(row.split())
    client.get("/?lang=zh")


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/nothing/here", "没有这个页面"),
        ("/facts/0123456789abcdef0123456789abcdef", "账本里没有这条事实"),
        (f"/documents/{'0' * 64}", "档案里没有这份文件"),
    ],
)
def test_an_address_that_names_nothing_gets_a_calm_page(client, address, words):
    answer = client.get(address, params={"lang": "zh"})

    assert answer.status_code == 404
    assert words in answer.text
    assert "Traceback" not in answer.text


def test_all_filters_that_cannot_be_read_are_told_together(client):
    answer = client.get("/facts?period=noon&as_of=gestern&standing=gossip&lang=zh")

    assert answer.status_code == 400
    for words in ("noon", "gestern", "gossip", "2024-06-30"):
        assert words in answer.text


def test_a_request_that_would_change_something_is_refused(client):
    answer = client.post("/facts", params={"lang": "zh"})

    assert answer.status_code == 405
    assert "只供查阅" in answer.text


def test_an_empty_home_says_how_figures_come_in(tmp_path):
    with Office.open(tmp_path / "home") as office:
        application = cockpit(office, today=lambda: TODAY)
        with TestClient(application, base_url="http://127.0.0.1") as client:
            page = seen(client, "/?lang=zh")
            rest = [client.get(address).status_code for address in ("/facts", "/documents")]

    assert "还没有本区的数字" in page.css_first("main").text()
    assert page.css_first(".invented") is None
    assert rest == [200, 200]


def test_where_nobody_said_which_district_it_is_the_one_most_spoken_of(tmp_path):
    with Office.open(tmp_path / "home") as office:
        keep(office, {"name": "news.txt", "invented": True}, NEWS, NEWS_SAYS)
        application = cockpit(office, today=lambda: TODAY)
        with TestClient(application, base_url="http://127.0.0.1") as client:
            assert "云岫区科技创新概览" in seen(client, "/?lang=zh").css_first("h1").text()


@pytest.mark.parametrize("said", ["2023年", "去年", "2023"])
def test_a_period_may_be_written_as_officers_say_it(client, said):
    page = seen(client, f"/facts?period={said}&indicator=gdp&lang=zh")

    assert "2023年" in page.css_first(".chosen").text()
    assert [n.text() for n in page.css(".facts .number")] == ["512.6", "+7.8"]
