"""The pages about programmes in a real browser: from a list to a cell, on paper, on a telephone."""

import io
from pathlib import Path

import pytest
from browsing import go, in_a_browser, served, window
from openpyxl import load_workbook
from policy_home import CLEARING_NAME, DAY, HOSTILE

from registers_made import CLEAR, CLEARING

pytestmark = in_a_browser

ADDRESSES = [
    "/ladder",
    "/programmes",
    "/programmes/high_tech_enterprise",
    "/programmes/high_tech_enterprise/list?state=no",
    "/simulate",
    "/simulate/yunxiu_rd_award?growth_rate=10%25&budget=500000",
    "/loan-pool?capital=1000000&lending=10000000",
    f"/checkup/enterprise:{CLEARING}?full=1",
    f"/checkup/{HOSTILE}?full=1",
]


@pytest.fixture(scope="module")
def base(policy_office):
    with served(policy_office, DAY) as address:
        yield address


def with_language(address, language):
    return f"{address}{'&' if '?' in address else '?'}lang={language}"


def test_an_officer_walks_from_a_ladder_to_the_cell_a_figure_stands_in(page, base):
    go(page, f"{base}/ladder?lang=zh")
    rung = page.locator(".rung", has_text="高新技术企业").first
    rung.get_by_role("link", name="一条未满足").click()
    page.wait_for_load_state("networkidle")
    assert page.locator(".firms b", has_text="差").first.inner_text() == "差 2.5百分点"

    page.get_by_role("link", name=CLEARING_NAME).click()
    page.wait_for_load_state("networkidle")
    programme = page.locator("#high_tech_enterprise")
    failing = programme.locator(".condition.no")
    assert failing.count() == 1
    assert failing.is_visible()
    assert "第十一条(六)" in failing.inner_text()

    row = failing.locator(".given tr", has_text="高新技术产品（服务）收入")
    row.locator("a.figure").click()
    page.wait_for_load_state("networkidle")
    assert "/facts/" in page.url
    assert page.locator("td.lit").inner_text() == "1150"

    page.go_back()
    page.wait_for_load_state("networkidle")
    row.locator("a.place").click()
    page.wait_for_load_state("networkidle")
    assert page.url.endswith("#c-H4")
    assert page.locator("#c-H4").inner_text() == "1150"
    assert page.troubles == []


def test_a_figure_that_was_worked_out_leads_to_the_steps_that_made_it(page, base):
    go(page, f"{base}/checkup/enterprise:{CLEAR}?lang=zh&open=yunxiu_rd_award")
    programme = page.locator("#yunxiu_rd_award")
    assert not programme.locator(".steps").is_visible()

    programme.locator(".outlook a.figure", has_text="25").click()

    assert programme.locator(".steps").is_visible()
    assert "增加额" in programme.locator(".steps").inner_text()


def test_a_trial_is_typed_in_and_shows_who_gains_and_who_loses(page, base):
    go(page, f"{base}/simulate?lang=zh")
    page.get_by_role("link", name="云岫区研发投入增长奖励").click()
    page.wait_for_load_state("networkidle")
    page.locator("input[name=growth_rate]").fill("10%")
    page.locator("input[name=cap]").fill("40万")
    page.locator("input[name=budget]").fill("60万")
    page.locator(".filters form[method=get] button").click()
    page.wait_for_load_state("networkidle")

    sections = page.locator("#results .fieldgroup")
    more, less = (sections.filter(has_text=word).inner_text() for word in ("金额增加", "金额减少"))
    assert "25万元 → 40万元" in more
    assert "50万元 → 40万元" in less
    assert "75万元" in page.locator(".beforeafter").inner_text()
    assert "60万元" in page.locator(".budget").inner_text()
    assert "growth_rate=10%25" in page.url


def test_a_draft_is_handed_in_with_the_form(page, base):
    go(page, f"{base}/simulate/yunxiu_rd_award?lang=zh")
    page.locator(".draft summary").click()
    draft = (
        '[cap]\n[[cap.value]]\nfrom = 2026-01-01\nvalue = 300_000\nsource = "征求意见稿（虚构）"\n'
        'mark = "invented"\n'
    )
    page.locator("input[name=files]").set_input_files(
        {"name": "parameters.toml", "mimeType": "", "buffer": draft.encode()}
    )
    page.locator(".draft button").click()
    page.wait_for_load_state("networkidle")

    assert "draft=" in page.url
    assert "30万元" in page.locator(".drafted").inner_text()
    assert "55万元" in page.locator(".beforeafter").inner_text()


def test_the_workbook_that_is_downloaded_holds_the_figures_of_the_page(page, base):
    go(page, f"{base}/checkup/enterprise:{CLEAR}?lang=zh")
    shown = page.locator("#together .total b").inner_text()
    with page.expect_download() as download:
        page.get_by_role("link", name="体检表（Excel）").click()
    content = Path(download.value.path()).read_bytes()
    book = load_workbook(io.BytesIO(content))

    total = [row for row in book["一并计算"].iter_rows(values_only=True) if row[0] == "合计"]
    assert total[0][2] == 450_000
    assert shown == "45万元"
    assert "政策体检" in download.value.suggested_filename


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [390, 900, 1440])
def test_no_page_about_programmes_is_wider_than_the_window(browser, base, width, language):
    with window(browser, width, 844) as page:
        for address in ADDRESSES:
            go(page, base + with_language(address, language))
            assert page.evaluate("document.documentElement.scrollWidth") <= width, address
            assert page.troubles == [], address


def test_no_title_is_squeezed_into_a_column_of_letters(browser, base):
    for width in (390, 900, 1440):
        with window(browser, width, 844) as page:
            go(page, f"{base}/checkup/enterprise:{CLEARING}?lang=en")
            for title in page.locator(".programme .title").all():
                if title.is_visible():
                    assert title.bounding_box()["width"] >= 120, width


def test_the_switch_to_english_keeps_the_place_and_leaves_no_chinese_of_ours(page, base):
    go(page, f"{base}/ladder?rung=high_tech_enterprise&state=one&lang=zh")
    page.locator("a.tongue").click()
    page.wait_for_load_state("networkidle")

    assert "rung=high_tech_enterprise" in page.url
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("h1").inner_text() == "The ladder"
    assert "What it costs" in page.locator("#cost").inner_text()


def test_a_check_up_is_opened_and_walked_by_the_keyboard_alone(page, base):
    go(page, f"{base}/checkup/enterprise:{CLEARING}?lang=zh")
    summary = page.locator("#high_tech_enterprise > summary")
    summary.focus()
    page.keyboard.press("Enter")
    assert page.locator("#high_tech_enterprise").get_attribute("open") is not None

    page.keyboard.press("Tab")
    focused = page.evaluate("document.activeElement.getAttribute('href')")
    assert focused == "/programmes/high_tech_enterprise"
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"


def test_what_is_folded_on_the_screen_is_on_the_paper(page, base):
    go(page, f"{base}/checkup/enterprise:{CLEARING}?lang=zh")
    condition = page.locator("#high_tech_enterprise .condition").first
    assert not condition.is_visible()

    page.emulate_media(media="print")

    assert condition.bounding_box()["height"] > 0
    assert not page.locator(".masthead nav").is_visible()
    assert not page.get_by_role("link", name="体检表（Excel）").is_visible()


def test_a_name_that_is_an_attack_runs_nothing(page, base):
    dialogs = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))

    go(page, f"{base}/checkup/{HOSTILE}?lang=zh")

    assert dialogs == []
    assert "<b>岚江</b>" in page.locator("h1").inner_text()
