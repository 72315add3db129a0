"""The cockpit in a real browser: every figure opens its passage, and nothing leaves this machine."""

from urllib.parse import urlsplit

import pytest
from browsing import go, in_a_browser, served
from small_home import TODAY, addresses

from ceyuan.authoring.page import FactQuery
from registers_made import CLEAR, list_of_members

pytestmark = in_a_browser


@pytest.fixture(scope="module")
def base(office):
    """The cockpit, served on a free port of this machine."""
    with served(office, TODAY) as address:
        yield address


def test_every_figure_of_the_overview_opens_a_card_with_its_passage_lit(page, base):
    go(page, f"{base}/?lang=zh")
    cards = {a.get_attribute("href") for a in page.locator("main a.figure").all()}
    assert len(cards) >= 7

    for card in cards:
        go(page, base + card)
        panes = page.locator(".pane").all()
        assert len(panes) == 2
        for pane in panes:
            lit = pane.locator("mark.lit")
            assert lit.first.is_visible()
            assert "".join(lit.all_inner_texts()).strip()


def test_the_passage_of_a_card_is_the_quote_of_its_fact(page, base, office):
    for address in addresses(office):
        if address.startswith("/facts/"):
            go(page, base + address)
            quote = office.ledger.fact(address.removeprefix("/facts/")).fact.claim.quote
            lit = page.locator(".pane").first.locator("mark.lit").all_inner_texts()
            assert "".join(lit) == quote


def test_no_request_leaves_this_machine_and_nothing_goes_wrong(page, base, office):
    for address in addresses(office):
        go(page, base + address)

    assert {urlsplit(url).hostname for url in page.asked} == {"127.0.0.1"}
    assert page.troubles == []


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [390, 1440])
def test_no_page_is_wider_than_the_window(page, base, office, width, language):
    page.set_viewport_size({"width": width, "height": 844})
    for address in addresses(office):
        go(page, f"{base}{address}{'&' if '?' in address else '?'}lang={language}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address


def test_switching_the_language_keeps_the_address(page, base):
    go(page, f"{base}/facts?standing=target")
    page.locator("a.tongue").click()
    page.wait_for_load_state("networkidle")

    assert "standing=target" in page.url
    assert page.locator("html").get_attribute("lang") == "en"
    go(page, f"{base}/documents")
    assert page.locator("html").get_attribute("lang") == "en"


def test_a_filter_narrows_the_list_in_place_and_the_address_follows(page, base):
    go(page, f"{base}/facts?lang=zh")
    before = page.locator(".ledger.facts tbody tr").count()
    page.locator("input[name=indicator]").fill("地区生产总值")
    page.locator("input[name=indicator]").blur()
    page.locator(".ledger.facts tbody tr").nth(before - 1).wait_for(state="detached")

    assert "indicator=" in page.url
    go(page, page.url)
    assert page.locator(".ledger.facts tbody tr").count() < before


def test_a_filter_that_cannot_be_read_says_so_in_place_and_can_be_mended(page, base):
    go(page, f"{base}/facts?lang=zh")
    period = page.locator("input[name=period]")
    period.fill("noon")
    period.blur()
    page.locator(".trouble").wait_for()
    assert "noon" in page.locator(".trouble").inner_text()
    assert page.troubles == [told for told in page.troubles if "400" in told]

    period.fill("2023年")
    period.blur()

    page.locator(".ledger.facts").wait_for()
    assert page.locator(".trouble").count() == 0


def test_without_scripts_everything_is_still_there(browser, base, office):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for address in addresses(office):
        page.goto(base + address)
        assert page.locator("main h1").is_visible()
    page.goto(f"{base}/facts")
    page.locator("input[name=indicator]").fill("地区生产总值")
    page.locator("form button").click()
    assert "indicator=" in page.url
    assert page.locator(".ledger.facts tbody tr").count() == 6
    context.close()


def test_a_chart_is_drawn_and_a_point_of_the_small_one_opens_its_card(page, base, office):
    go(page, f"{base}/?lang=zh")
    page.locator(".headline .sparkline a").first.click()
    page.wait_for_load_state("networkidle")

    assert "/facts/" in page.url
    assert page.locator(".chart canvas").count() == 1


def test_repairs_are_shown_on_demand(page, base, office):
    go(page, f"{base}/?lang=zh")
    page.locator(".headline a.figure.large").first.click()
    page.wait_for_load_state("networkidle")
    removed = page.locator(".pane del.repair").first
    assert not removed.is_visible()

    page.locator("#repairs").check()

    assert removed.is_visible()


def test_a_figure_in_a_document_is_reached_and_lit_by_its_address(page, base, office):
    card = next(a for a in addresses(office) if a.startswith("/facts/"))
    go(page, base + card)
    page.locator(".proof .more a").click()
    page.wait_for_load_state("networkidle")

    assert f"#f-{card.removeprefix('/facts/')}" in page.url
    box = page.locator(f"[id='f-{card.removeprefix('/facts/')}']").bounding_box()
    assert 0 <= box["y"] <= 900


def test_the_first_tab_stop_leads_past_the_menu(page, base):
    go(page, f"{base}/")
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.className") == "skip"


def test_a_register_is_handed_in_rehearsed_kept_and_undone(page, base, office):
    firms = [["云岫澄光传感技术有限公司", CLEAR, "2021-03-01", "云台街道", 1200]]
    before = office.ledger.find(FactQuery(limit=1)).total
    go(page, f"{base}/read?lang=zh")
    book = {"name": "名册2023.xlsx", "mimeType": "", "buffer": list_of_members(2023, firms)}
    page.locator("input[name=files]").set_input_files(book)
    page.locator(".drop input[name=by]").fill("柏某")
    page.locator(".drop button").click()

    page.locator(".handed").wait_for()
    assert page.locator(".fates .new dd").inner_text() == "1"
    assert office.ledger.find(FactQuery(limit=1)).total == before

    page.locator("button[value=keep]").click()
    page.locator(".done").wait_for()
    assert office.ledger.find(FactQuery(limit=1)).total > before

    row = page.locator(".imports tr", has_text="云岫区科技型企业名册")
    row.locator("summary").click()
    row.locator("input[name=why]").fill("交错了版本")
    row.locator("button").click()
    page.locator(".done").wait_for()
    assert office.ledger.find(FactQuery(limit=1)).total == before
    assert page.troubles == []
