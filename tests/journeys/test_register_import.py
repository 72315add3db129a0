"""A register through the desk: rehearsed, kept, handed back, undone, rolled forward."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import docx
import pytest
from openpyxl import load_workbook

from ceyuan.authoring.page import FactQuery
from ceyuan.journeys.incoming import Incoming
from ceyuan.journeys.reading_desk import ReadingDesk
from ceyuan.journeys.receive import receive
from ceyuan.journeys.registers import (
    NoRegister,
    NothingToUndo,
    handed_back,
    rehearse_register,
    undo_import,
)
from ceyuan.journeys.roll_forward import roll_stocks_forward
from ceyuan.office import Office
from registers_made import BOAT, CLEAR, CLEARING, book_of, list_of_members

NOW = datetime(2025, 1, 20, 9, tzinfo=UTC)
LAST_YEAR = [
    ["云岫澄光传感技术有限公司", CLEAR, "2021-03-01", "云台街道", 1200],
    ["岚江砚舟软件有限公司", BOAT, "2022-05-01", "云台街道", 860],
]
THIS_YEAR = [
    ["云岫澄光传感技术有限公司", CLEAR, "2021-03-01", "岫泉街道", 1250],
    ["岚江霁川微电子有限公司", CLEARING, "2024-06-01", "云台街道", 300],
]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with Office.open(tmp_path / "home") as opened:
        yield opened


@pytest.fixture
def desk(office: Office) -> ReadingDesk:
    return ReadingDesk(office.catalogue)


def register(year: int, firms: list[list[object]]) -> Incoming:
    return Incoming(f"名册{year}.xlsx", list_of_members(year, firms))


def kept(office: Office, incoming: Incoming, **how: bool):
    return receive(office, [incoming], now=NOW, keep=True, **how).files[0]


def tried(office: Office, desk: ReadingDesk, incoming: Incoming):
    return rehearse_register(office, desk.read(incoming.content, incoming.name), desk)


def standing(office: Office) -> int:
    return office.ledger.find(FactQuery(limit=1)).total


def test_before_anything_is_kept_every_row_is_new(office: Office, desk: ReadingDesk):
    trial = tried(office, desk, register(2023, LAST_YEAR))

    assert trial.counts["new"] == 2
    assert standing(office) == 0


def test_the_next_edition_shows_what_is_new_changed_and_vanished(office: Office, desk: ReadingDesk):
    kept(office, register(2023, LAST_YEAR))

    trial = tried(office, desk, register(2024, THIS_YEAR))

    assert {k: v for k, v in trial.counts.items() if v} == {"changed": 1, "new": 1, "vanished": 1}
    (change,) = trial.rehearsals[0].rows[0].changes
    assert (change.property, change.before, change.now, change.cell) == (
        "town",
        "云台街道",
        "岫泉街道",
        "E3",
    )
    assert [v.name for v in trial.rehearsals[0].vanished] == ["岚江砚舟软件有限公司"]


def test_keeping_a_register_twice_adds_nothing(office: Office, desk: ReadingDesk):
    incoming = register(2023, LAST_YEAR)
    first = kept(office, incoming)

    again = kept(office, incoming)

    assert (again.new_facts, again.already) == (0, first.new_facts)
    assert tried(office, desk, incoming).counts["unchanged"] == 2


def test_a_slip_of_the_unit_against_last_year_is_named_and_not_written(
    office: Office, desk: ReadingDesk
):
    kept(office, register(2023, LAST_YEAR))
    slipped = register(2024, [[*THIS_YEAR[0][:4], 12_500_000]])

    trial = tried(office, desk, slipped)
    file = kept(office, slipped)

    assert [(p.code, p.cell) for p in trial.problems if p.code == "unit_slip"] == [
        ("unit_slip", "F3")
    ]
    assert file.withheld == 1
    assert not office.ledger.find(FactQuery(indicator="revenue", period="2024")).facts


def test_the_officer_may_say_that_a_doubtful_cell_is_right(office: Office):
    kept(office, register(2023, LAST_YEAR))

    file = kept(office, register(2024, [[*THIS_YEAR[0][:4], 12_500_000]]), accept_doubtful=True)

    assert file.withheld == 0
    assert office.ledger.find(FactQuery(indicator="revenue", period="2024")).total == 1


def test_a_row_with_the_code_of_another_firm_is_not_written(office: Office, desk: ReadingDesk):
    kept(office, register(2023, LAST_YEAR))
    wrong = register(
        2024, [["岚江霁川微电子有限公司", CLEAR, "2024-06-01", "云台街道", 300], *THIS_YEAR[1:]]
    )

    trial = tried(office, desk, wrong)
    kept(office, wrong)

    assert ("code_of_another", "B3") in [(p.code, p.cell) for p in trial.problems]
    names = {
        str(f.claim.value)
        for f in office.ledger.find(
            FactQuery(subject=f"enterprise:{CLEAR}", indicator="name")
        ).facts
    }
    assert names == {"云岫澄光传感技术有限公司"}


def test_values_two_rows_disagree_on_are_written_from_neither(office: Office):
    twice = register(2024, [THIS_YEAR[0], [*THIS_YEAR[0][:4], 1300]])

    kept(office, twice)

    assert office.ledger.find(FactQuery(indicator="revenue")).total == 0
    assert office.ledger.find(FactQuery(indicator="town")).total == 1


def test_a_register_of_an_earlier_year_is_not_written_over_a_later_one(
    office: Office, desk: ReadingDesk
):
    kept(office, register(2024, THIS_YEAR))
    before = standing(office)

    trial = tried(office, desk, register(2023, LAST_YEAR))
    file = kept(office, register(2023, LAST_YEAR))

    assert [p.code for p in trial.withheld_whole] == ["older_edition"]
    assert (file.new_facts, standing(office)) == (0, before)


def test_an_import_is_undone_without_trace_in_the_current_view(office: Office, desk: ReadingDesk):
    file = kept(office, register(2023, LAST_YEAR))

    fell = undo_import(office, file.reading.document.digest, by="洛某", now=NOW)

    assert fell == file.new_facts
    assert standing(office) == 0
    assert tried(office, desk, register(2023, LAST_YEAR)).counts["new"] == 2


def test_an_undone_import_may_come_in_again(office: Office):
    incoming = register(2023, LAST_YEAR)
    file = kept(office, incoming)
    undo_import(office, file.reading.document.digest, by="洛某", now=NOW)

    again = kept(office, incoming)

    assert again.new_facts == file.new_facts == standing(office)


def test_what_an_officer_withdrew_does_not_come_back_with_the_next_import(office: Office):
    incoming = register(2023, LAST_YEAR)
    kept(office, incoming)
    (fact, *_) = office.ledger.find(FactQuery(indicator="town")).facts
    office.ledger.withdraw(fact.id, reason="看错了", by="庄某", on=NOW.date(), at=NOW)
    before = standing(office)

    kept(office, incoming)

    assert standing(office) == before


def test_undoing_twice_is_told(office: Office):
    file = kept(office, register(2023, LAST_YEAR))
    undo_import(office, file.reading.document.digest, by="洛某", now=NOW)

    with pytest.raises(NothingToUndo):
        undo_import(office, file.reading.document.digest, by="洛某", now=NOW)


def test_a_file_without_a_register_is_told(office: Office, desk: ReadingDesk):
    words = Incoming("说明.xlsx", book_of([["本册由区科技局编制。"], ["仅供参考。"]]))

    with pytest.raises(NoRegister):
        tried(office, desk, words)


def test_the_workbook_comes_back_with_remarks_and_the_counts(office: Office, desk: ReadingDesk):
    incoming = register(2024, [[*THIS_YEAR[0][:4], "面议"]])
    trial = tried(office, desk, incoming)

    book = load_workbook(BytesIO(handed_back(trial, incoming)))

    assert "面议" in book["名册"]["F3"].comment.text
    rows = list(book["导入预演"].iter_rows(values_only=True))
    assert ("新增", 1) in [row[:2] for row in rows]


def test_separated_text_comes_back_as_a_workbook(office: Office, desk: ReadingDesk):
    text = "企业名称,职工总数（人）,所属镇街\n云岫澄光传感技术有限公司,-5,云台街道\n岚江砚舟软件有限公司,6,云台街道\n"
    incoming = Incoming("名册.csv", text.encode("gb18030"))

    book = load_workbook(BytesIO(handed_back(tried(office, desk, incoming), incoming)))

    assert "不可能为负" in book["名册"]["B2"].comment.text


def test_the_stock_of_a_register_rolls_forward_from_the_days_of_its_members(office: Office):
    firms = [
        ["云岫澄光传感技术有限公司", CLEAR, "2021-03-01", "云台街道", 1200],
        ["岚江砚舟软件有限公司", BOAT, "2024-05-01", "云台街道", 860],
    ]
    kept(office, register(2024, firms))

    (rolled,) = roll_stocks_forward(office, date(2023, 12, 31), date(2024, 12, 31))

    assert (rolled.stock, rolled.opening, rolled.new, rolled.lapsed, rolled.closing) == (
        "tech_enterprises",
        1,
        1,
        0,
        2,
    )


def test_importable_leaves_the_reading_itself_as_it_was(office: Office, desk: ReadingDesk):
    trial = tried(office, desk, register(2024, [THIS_YEAR[0], [*THIS_YEAR[0][:4], 1300]]))

    smaller = trial.importable()

    assert len(smaller.claims) < len(trial.reading.claims)
    assert replace(smaller, claims=trial.reading.claims) == trial.reading


LETTER = "云岫区拟入库科技型中小企业名单（2023年第一批）"
ROWS = [
    ["序号", "企业名称", "统一社会信用代码"],
    ["1", "云岫澄光传感技术有限公司", CLEAR],
    ["2", "岚江砚舟软件有限公司", BOAT],
]


def letter() -> bytes:
    document = docx.Document()
    document.add_paragraph("附件2")
    document.add_paragraph(LETTER)
    table = document.add_table(rows=len(ROWS), cols=3)
    for row, cells in enumerate(ROWS):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
    content = BytesIO()
    document.save(content)
    return content.getvalue()


def page() -> bytes:
    cells = "".join("<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>" for row in ROWS)
    return (
        f"<html><head><meta charset=utf-8><title>{LETTER}</title></head>"
        f"<body><h1>{LETTER}</h1><table>{cells}</table></body></html>"
    ).encode()


@pytest.mark.parametrize(("name", "content"), [("名单.docx", letter()), ("名单.html", page())])
def test_a_table_in_a_letter_or_a_page_is_a_register_under_its_title(
    desk: ReadingDesk, name: str, content: bytes
):
    reading = desk.read(content, name)

    assert reading.reader == "register"
    assert reading.document.title == LETTER
    assert [c.subject for c in reading.claims if c.property == "is_tech_sme"] == [
        "云岫澄光传感技术有限公司",
        "岚江砚舟软件有限公司",
    ]


def test_separated_text_in_quotes_nobody_reads_loses_them(desk: ReadingDesk):
    text = "'id' , 'title' , 'content'\n'1' , '高温传感器封装' , '需要耐高温\\n封装'\n'2' , ' 伺服电机 ' , ''\n"

    rows = desk.read(text.encode(), "需求.csv").table["register"]["rows"]

    assert [(r["name"], r["content"]) for r in rows] == [
        ("高温传感器封装", "需要耐高温封装"),
        ("伺服电机", None),
    ]
