"""A workbook is shown as sheets, and every cell that is a fact opens it."""

from datetime import UTC, datetime

import pytest
from litestar.testing import TestClient
from selectolax.lexbor import LexborHTMLParser
from small_home import TODAY

from ceyuan.authoring.page import FactQuery
from ceyuan.journeys.incoming import Incoming
from ceyuan.journeys.receive import receive
from ceyuan.model.locator import CellAt
from ceyuan.office import Office
from ceyuan.surfaces.cockpit.cockpit import cockpit
from ceyuan.surfaces.cockpit.sheet_window import column_letter, row_of, sheet_window

REGISTER = (
    "云岫区科技型企业名录（虚构）,,,\n"
    "序号,企业名称,成立日期,职工总数（人）\n"
    + "".join(f"{n},云岫虚构{n}号科技有限公司,2019-03-0{n % 9 + 1},{n * 7}\n" for n in range(1, 90))
    + '90,"=HYPERLINK(""http://evil.example"")<b>科技有限公司",2019-03-01,-6\n'
)


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    """A home that holds one register, read by the district's own reader; and its browser."""
    with Office.open(tmp_path_factory.mktemp("registers")) as office:
        file = Incoming("名录.csv", REGISTER.encode())
        receive(office, [file], now=datetime(2024, 7, 1, tzinfo=UTC), keep=True, invented=True)
        application = cockpit(office, today=lambda: TODAY)
        with TestClient(application, base_url="http://127.0.0.1") as client:
            yield office, client


def facts_in(office):
    with office.ledger.view() as view:
        return [f for f in view.each(FactQuery()) if isinstance(f.claim.locator, CellAt)]


def seen(client, address):
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    return LexborHTMLParser(answer.text)


def test_every_cell_that_is_a_fact_opens_its_card(kept):
    office, client = kept
    facts = facts_in(office)
    assert facts

    links = set()
    for first in (1, 61):
        page = seen(client, f"/documents/{facts[0].document}?row={first}")
        links |= {a.attributes["href"] for a in page.css(".sheet a[href]")}

    assert links == {f"/facts/{fact.id}" for fact in facts}


def test_the_card_of_a_cell_shows_it_among_its_neighbours(kept):
    office, client = kept
    fact = next(f for f in facts_in(office) if f.claim.locator.cell == "D30")

    page = seen(client, f"/facts/{fact.id}")

    assert page.css_first(".sheet mark.lit").text() == fact.claim.quote
    assert [th.text() for th in page.css(".sheet tbody th")] == ["2", "28", "29", "30", "31", "32"]


def test_the_link_to_a_cell_lands_on_the_cell(kept):
    office, client = kept
    fact = next(f for f in facts_in(office) if f.claim.locator.cell == "D80")
    target = seen(client, f"/facts/{fact.id}").css_first(".proof .more a").attributes["href"]

    page = seen(client, target)

    assert (
        page.css_first(f"#{target.partition('#')[2]} a").attributes["href"] == f"/facts/{fact.id}"
    )


def test_a_heading_says_what_its_column_was_read_as(kept):
    office, client = kept
    page = seen(client, f"/documents/{facts_in(office)[0].document}?lang=zh")

    assert "职工" in page.css("th.read")[-1].attributes["title"]


def test_what_could_not_be_read_is_told_with_its_cell(kept):
    office, client = kept
    page = seen(client, f"/documents/{facts_in(office)[0].document}?row=61")

    assert "D92" in page.css_first("#problems").text()
    assert page.css_first("td.wrong").attributes["id"] == "c-D92"


def test_a_formula_or_markup_in_a_cell_is_only_text(kept):
    office, client = kept
    address = f"/documents/{facts_in(office)[0].document}?row=61"

    assert "<b>科技" not in client.get(address).text
    assert "=HYPERLINK" in seen(client, address).css_first(".sheet").text()


def test_an_unknown_sheet_is_told(kept):
    office, client = kept
    answer = client.get(f"/documents/{facts_in(office)[0].document}?sheet=没有&lang=zh")

    assert answer.status_code == 404
    assert "没有名为" in answer.text


@pytest.mark.parametrize(
    ("at", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA")]
)
def test_columns_are_named_as_the_spreadsheet_names_them(at, letters):
    assert column_letter(at) == letters


def test_a_cell_address_gives_its_row():
    assert row_of("AB12") == 12


@pytest.mark.parametrize(
    ("first", "shown"), [(1, [1, 2]), (2, [1, 2, 3]), (9, [1, 3]), (-4, [1, 2]), (0, [1, 2])]
)
def test_rows_that_head_a_table_stay_above_and_a_window_stays_inside(first, shown):
    grid = {"name": "表", "rows": [["标题"], ["a"], ["b"]]}

    window = sheet_window(grid, first, 2, headings=[1])

    assert [row.number for row in window.rows] == shown


def test_an_empty_sheet_is_shown_empty():
    assert sheet_window({"name": "表", "rows": []}, 1, 5).rows == ()
