"""Registers and documents handed in through the page: rehearsed, kept, discarded, undone."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import httpx
import pytest
from litestar.testing import TestClient
from openpyxl import load_workbook
from selectolax.lexbor import LexborHTMLParser

from ceyuan.authoring.page import FactQuery
from ceyuan.journeys.incoming import Incoming
from ceyuan.journeys.receive import receive
from ceyuan.office import Office
from ceyuan.stores.tray import TooLarge
from ceyuan.surfaces.cockpit.cockpit import cockpit
from registers_made import BOAT, CLEAR, CLEARING, book_of, list_of_members

NOW = datetime(2025, 1, 20, 9, tzinfo=UTC)
LAST_YEAR = [
    ["云岫澄光传感技术有限公司", CLEAR, "2021-03-01", "云台街道", 1200],
    ["岚江砚舟软件有限公司", BOAT, "2022-05-01", "云台街道", 860],
]
THIS_YEAR = [
    ["云岫澄光传感技术有限公司", CLEAR, "2021-03-01", "岫泉街道", 1250],
    ["岚江霁川微电子有限公司", CLEARING, "2024-06-01", "云台街道", -300],
]
NOTICE = "云岫区2024年科技简报（示范数据，纯属虚构）\n2024年，云岫区高新技术企业达到186家。\n"


class Clock:
    def __init__(self) -> None:
        self.now = NOW


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with Office.open(tmp_path / "home") as opened:
        last = Incoming("名册2023.xlsx", list_of_members(2023, LAST_YEAR))
        receive(opened, [last], now=NOW, keep=True)
        yield opened


@pytest.fixture
def client(office: Office, clock: Clock) -> Iterator[TestClient[Any]]:
    application = cockpit(office, today=lambda: date(2025, 1, 20), now=lambda: clock.now)
    with TestClient(application, base_url="http://127.0.0.1") as client:
        client.get("/read?lang=zh")
        yield client


def facts(office: Office) -> int:
    return office.ledger.find(FactQuery(limit=1)).total


def on_disk(office: Office) -> list[Path]:
    return [place for place in (office.home / "tray").rglob("*") if place.is_file()]


def sent(client: TestClient[Any], files: list[tuple[str, bytes]] = (), **form: str):
    token = client.get("/read?lang=zh").text.partition('name="_csrf_token" value="')[2]
    given = {"_csrf_token": token.partition('"')[0], "by": "柏某", **form}
    uploads = [("files", (name, content)) for name, content in files]
    return client.post("/read", data=given, files=uploads or None)


def handed_in(client: TestClient[Any], *files: tuple[str, bytes]) -> LexborHTMLParser:
    answer = sent(client, list(files), act="hand_in")
    assert answer.status_code == 200, answer.text
    page = LexborHTMLParser(answer.text)
    assert "什么都还没有写入" in page.css_first(".lead").text()
    return page


def this_year() -> tuple[str, bytes]:
    return "名册2024.xlsx", list_of_members(2024, THIS_YEAR)


def token_of(page: LexborHTMLParser) -> str:
    return page.css_first("input[name=of]").attributes["value"]


def counts(page: LexborHTMLParser) -> dict[str, str]:
    return {
        box.css_first("dt").text(): box.css_first("dd").text() for box in page.css(".fates div")
    }


def test_a_rehearsal_says_what_would_be_new_changed_and_vanished_and_writes_nothing(client, office):
    before = facts(office)

    page = handed_in(client, this_year())

    told = counts(page)
    assert (told["新增"], told["变更"], told["消失"]) == ("1", "1", "1")
    change = page.css_first(".fate .change")
    assert change.css_first("code").text() == "E3"
    assert "云台街道" in change.text()
    assert "岫泉街道" in change.text()
    assert "岚江砚舟软件有限公司" in page.css_first("#f0-vanished").text()
    assert facts(office) == before


def test_what_the_ledger_has_opens_its_card(client):
    page = handed_in(client, this_year())

    card = page.css_first(".change a.figure").attributes["href"]

    assert client.get(card).status_code == 200


def test_it_is_told_where_the_table_starts_and_which_heading_is_which_field(client):
    rows = [
        ["云岫区科技型企业名册（截至2024年12月31日）"],
        ["企业名称", "统一社会信用代码", "营业收入（万元）", "主管领导批示"],
        ["云岫澄光传感技术有限公司", CLEAR, 1250, "阅"],
    ]
    page = handed_in(client, ("名册.xlsx", book_of(rows, title="名册")))

    table = page.css_first(".readtable")
    lines = [[cell.text() for cell in row.css("th, td")] for row in table.css("tbody tr")]
    assert "表头在第 2 行" in table.text()
    assert lines[2][:4] == ["C", "营业收入（万元）", "营业收入", "万元"]
    assert "主管领导批示" in table.css_first(".alert").text()


def test_problems_are_named_cell_by_cell_and_doubtful_values_held_back(client, office):
    page = handed_in(client, this_year())
    assert "F4" in page.css_first(".problems").text()

    sent(client, act="keep", of=token_of(page))

    about = FactQuery(subject=f"enterprise:{CLEARING}", limit=50)
    kept = {fact.claim.property for fact in office.ledger.find(about).facts}
    assert "name" in kept
    assert "revenue" not in kept


def test_what_is_doubtful_is_written_when_the_officer_says_so(client, office):
    page = handed_in(client, this_year())

    sent(client, act="keep_doubtful", of=token_of(page))

    about = FactQuery(subject=f"enterprise:{CLEARING}", indicator="revenue", limit=50)
    assert office.ledger.find(about).total == 1


def test_keeping_tells_how_much_came_in_and_takes_the_file_off_the_tray(client, office):
    before = facts(office)
    page = handed_in(client, this_year())

    answer = sent(client, act="keep", of=token_of(page))

    new = facts(office) - before
    assert new > 0
    assert f"入账 {new} 条新事实" in answer.text
    assert on_disk(office) == []
    assert client.get(f"/read?of={token_of(page)}").status_code == 404


def test_discarding_leaves_nothing_anywhere(client, office):
    before = facts(office)
    page = handed_in(client, this_year())

    sent(client, act="discard", of=token_of(page))

    assert facts(office) == before
    assert on_disk(office) == []


def test_one_file_of_several_can_be_kept_alone(client, office):
    page = handed_in(client, this_year(), ("简报.txt", NOTICE.encode()))
    before = facts(office)

    sent(client, act="keep", of=token_of(page), file="1")

    rest = LexborHTMLParser(client.get(f"/read?of={token_of(page)}").text)
    assert facts(office) == before + 1
    assert [h.text() for h in rest.css(".handed > header h2")] == ["名册2024.xlsx"]


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_still_read(client):
    broken = b"PK\x03\x04" + bytes(200)
    page = handed_in(client, ("坏.xlsx", broken), this_year())

    bad, good = page.css(".handed")
    assert bad.css_first(".alert") is not None
    assert bad.css_first("button[value=keep]") is None
    assert good.css_first(".fates") is not None


def test_the_workbook_comes_back_with_remarks_in_the_cells_concerned(client):
    page = handed_in(client, this_year())
    link = page.css_first(".problems a[download]").attributes["href"]

    answer = client.get(link)

    sheet = load_workbook(BytesIO(answer.content))["名册"]
    assert sheet["F4"].comment is not None
    assert sheet["F3"].comment is None


def test_an_import_is_undone_with_a_reason_and_leaves_no_trace_in_the_current_view(client, office):
    before = facts(office)
    page = handed_in(client, this_year())
    sent(client, act="keep", of=token_of(page))
    row = next(
        form
        for form in LexborHTMLParser(client.get("/read?lang=zh").text).css(".undo form")
        if "2024" in form.parent.parent.parent.text()
    )
    document = row.css_first("input[name=document]").attributes["value"]

    without = sent(client, act="undo", document=document, why=" ")
    answer = sent(client, act="undo", document=document, why="交错了版本")

    assert without.status_code == 400
    assert "已撤销" in answer.text
    assert facts(office) == before


def test_what_waits_is_listed_until_its_week_is_over(client, office, clock):
    token = token_of(handed_in(client, this_year()))
    assert f"of={token}" in client.get("/read").text

    clock.now = NOW + timedelta(days=7)
    handed_in(client, ("简报.txt", NOTICE.encode()))

    assert client.get(f"/read?of={token}").status_code == 404
    assert f"of={token}" not in client.get("/read").text


def test_a_slip_outlives_a_restart(client, office):
    token = token_of(handed_in(client, this_year()))

    with Office.open(office.home) as again:
        application = cockpit(again, today=lambda: date(2025, 1, 20), now=lambda: NOW)
        with TestClient(application, base_url="http://127.0.0.1") as other:
            page = LexborHTMLParser(other.get(f"/read?of={token}&lang=zh").text)

    assert counts(page) == counts(LexborHTMLParser(client.get(f"/read?of={token}&lang=zh").text))


@pytest.mark.parametrize(
    "name", ["../../../etc/passwd.txt", "..\\..\\<script>alert(1)</script>.txt", "\u202etxt.exe"]
)
def test_hostile_names_are_words_and_never_places(client, office, name):
    page = handed_in(client, (name, NOTICE.encode()))

    shown = page.css_first(".handed h2").text()
    assert "/" not in shown.replace("</script>", "")
    assert "\\" not in shown
    assert "\u202e" not in shown
    assert page.css_first(".handed script") is None
    folder = office.home / "tray" / token_of(page)
    assert {p.name for p in folder.iterdir()} == {"slip.json", "0.bin", "0.json.gz"}


def test_a_form_without_its_seal_is_refused_and_leaves_nothing(client, office):
    answer = client.post(
        "/read", data={"act": "hand_in", "by": "柏某"}, files=[("files", this_year())]
    )

    assert answer.status_code == 403
    assert on_disk(office) == []


def test_a_form_that_names_nobody_or_holds_no_file_is_refused(client, office):
    assert sent(client, [this_year()], act="hand_in", by=" ").status_code == 400
    assert sent(client, act="hand_in").status_code == 400
    assert on_disk(office) == []


def test_a_date_nobody_can_read_is_told(client, office):
    answer = sent(client, [this_year()], act="hand_in", published="去年夏天的某天")

    assert answer.status_code == 400
    assert "2024-06-30" in answer.text


@pytest.mark.parametrize("token", ["", "../..", "0" * 32, "a" * 31 + "/"])
def test_a_token_that_names_no_slip_leads_nowhere(client, token):
    for act in ("keep", "discard"):
        assert sent(client, act=act, of=token).status_code == 400
    assert client.get(f"/read.xlsx?of={token}&file=0").status_code == 404


def test_a_file_larger_than_allowed_is_not_kept(office):
    with pytest.raises(TooLarge):
        office.tray.put("0" * 32, 0, BytesIO(b"1234567890"), 9)

    assert on_disk(office) == []


@pytest.mark.anyio
async def test_only_this_machine_may_write(office):
    application = cockpit(office, today=lambda: date(2025, 1, 20), names=["*"])
    for host, status in (("192.168.7.9", 403), ("127.0.0.1", 400)):
        transport = httpx.ASGITransport(application, client=(host, 1))
        async with httpx.AsyncClient(transport=transport, base_url="http://x") as client:
            page = (await client.get("/read")).text
            seal = page.partition('name="_csrf_token" value="')[2].partition('"')[0]
            answer = await client.post("/read", data={"_csrf_token": seal, "by": "柏某"})
            assert answer.status_code == status
