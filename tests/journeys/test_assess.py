"""A person's own workbook, and the ledger, asked about toyland's prizes."""

import io
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from ceyuan.catalogue import Catalogue, load_catalogue
from ceyuan.journeys.assess import NothingToAssess, assess_table
from ceyuan.journeys.explain import NoSuchSubject, explain
from ceyuan.journeys.incoming import Incoming
from ceyuan.journeys.programme_examples import NoSuchProgramme
from ceyuan.journeys.setting import BadSetting, read_settings
from ceyuan.journeys.simulate import simulate
from ceyuan.model.errors import BadInput, Faults

ON = date(2025, 6, 1)
HEAD = [
    "作坊名称",
    "开张日期",
    "销售收入（万元）",
    "纸张费用（万元）",
    "匠人数",
    "无不良记录",
    "式样",
]
GOOD = ["云岫风筝铺", "2020-01-01", 10, 0.5, 12, "是", "旧式"]


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue("toyland")


def workbook(*rows: list[object], head: list[str] = HEAD) -> Incoming:
    sink = io.BytesIO()
    with xlsxwriter.Workbook(sink, {"in_memory": True}) as book:
        sheet = book.add_worksheet("作坊")
        for number, row in enumerate([head, *rows]):
            sheet.write_row(number, 0, row)
    return Incoming("作坊.xlsx", sink.getvalue())


def test_a_plain_workbook_is_assessed_without_importing_it(catalogue: Catalogue) -> None:
    assessed = assess_table(catalogue, ["kite_prize"], workbook(GOOD), on=ON)

    subject, answer = next(assessed.each())
    assert (subject, answer.eligible, answer.amount) == ("云岫风筝铺", True, 1000.0)


def test_a_year_that_no_heading_names_is_told(catalogue: Catalogue) -> None:
    assessed = assess_table(catalogue, ["kite_prize"], workbook(GOOD), on=ON)

    assert assessed.own is not None
    assert any("2024" in note.zh for note in assessed.own.notes)


@pytest.mark.parametrize("cell", ["很多", "#REF!", -3, "12abc"])
def test_a_cell_that_cannot_be_read_is_named_and_unknown_never_zero(
    catalogue: Catalogue, cell: object
) -> None:
    row = [*GOOD[:4], cell, *GOOD[5:]]

    assessed = assess_table(catalogue, ["kite_prize"], workbook(row), on=ON)

    _, answer = next(assessed.each())
    assert answer.clauses["small_enough"] is None
    assert assessed.own is not None
    assert [problem.cell for problem in assessed.own.problems][:1] == ["E2"]


def test_totals_are_no_rows(catalogue: Catalogue) -> None:
    total = ["合计", "", 10, 0.5, 12, "", ""]

    assessed = assess_table(catalogue, ["kite_prize"], workbook(GOOD, total), on=ON)

    assert assessed.names == {"workshop": ["云岫风筝铺"]}


def test_a_district_gives_its_own_value_for_a_number_nobody_published(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    (tmp_path / "kite_prize.toml").write_text(
        '[[style_bonus.value]]\nfrom = 2020-01-01\nvalue = 88\nsource = "本镇（虚构）"\n'
        'mark = "choice"\n',
        "utf-8",
    )
    row = [*GOOD[:6], "新式"]

    assessed = assess_table(catalogue, ["kite_prize"], workbook(row), on=ON, own_values=tmp_path)

    assert next(assessed.each())[1].amount == 1088.0


def test_a_district_cannot_change_what_a_notice_has_fixed(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    (tmp_path / "kite_prize.toml").write_text(
        '[[cap.value]]\nfrom = 2020-01-01\nvalue = 88\nsource = "本镇"\nmark = "choice"\n', "utf-8"
    )

    with pytest.raises(Faults) as refused:
        assess_table(catalogue, ["kite_prize"], workbook(GOOD), on=ON, own_values=tmp_path)

    assert "cap is fixed by 第四条" in refused.value.told("en")


def test_a_programme_out_of_force_is_not_asked(catalogue: Catalogue) -> None:
    assessed = assess_table(catalogue, [], workbook(GOOD), on=date(2031, 1, 1))

    assert assessed.not_in_force == ("kite_prize",)
    assert [one.programme.name for one in assessed.answers] == ["grand_prize"]


def test_a_day_on_which_nothing_is_in_force_is_refused(catalogue: Catalogue) -> None:
    with pytest.raises(NothingToAssess):
        assess_table(catalogue, [], workbook(GOOD), on=date(1999, 1, 1))


def test_an_unknown_programme_is_refused_with_those_there_are(catalogue: Catalogue) -> None:
    with pytest.raises(NoSuchProgramme) as refused:
        assess_table(catalogue, ["kite"], workbook(GOOD), on=ON)

    assert "kite_prize" in refused.value.told("en")


def test_a_workbook_without_any_known_heading_is_refused(catalogue: Catalogue) -> None:
    with pytest.raises(BadInput):
        assess_table(catalogue, [], workbook(["甲", "乙"], head=["天", "地"]), on=ON)


def test_one_row_is_explained_by_part_of_its_name(catalogue: Catalogue) -> None:
    assessed = assess_table(catalogue, ["kite_prize"], workbook(GOOD), on=ON)

    one = explain(assessed, "风筝铺")[0]

    assert one.answer.eligible is True
    assert {loss.input for loss in one.distance.losses} >= {"makers", "clean_record"}


def test_part_of_a_name_that_two_rows_have_is_refused(catalogue: Catalogue) -> None:
    other = ["云岫风筝坊", *GOOD[1:]]
    assessed = assess_table(catalogue, ["kite_prize"], workbook(GOOD, other), on=ON)

    with pytest.raises(NoSuchSubject):
        explain(assessed, "云岫")


def test_a_reform_names_winners_losers_and_cost(catalogue: Catalogue) -> None:
    large = ["云岫大风筝厂", "2020-01-01", 10, 0.5, 60, "是", "旧式"]
    before = assess_table(catalogue, ["kite_prize"], workbook(GOOD, large), on=ON)

    result = simulate(before, "kite_prize", {"makers_ceiling": 100, "cap": 600}, budget=1000)

    reform = result.reform
    assert (reform.gained, reform.lost, reform.less) == ((1,), (), (0,))
    assert (reform.cost_before, reform.cost_after) == (1000.0, 1200.0)
    assert result.paid is not None
    assert result.paid.amounts.tolist() == [60_000, 40_000]


@pytest.mark.parametrize("setting", ["cap", "cup=5", "cap=much", "paper_share_by_sales=1"])
def test_a_setting_that_says_nothing_is_refused(catalogue: Catalogue, setting: str) -> None:
    with pytest.raises(BadSetting):
        read_settings(catalogue.programmes[1].programme, [setting], ON)


def test_settings_may_be_written_as_people_write_them(catalogue: Catalogue) -> None:
    prize = {item.name: item.programme for item in catalogue.programmes}["kite_prize"]

    assert read_settings(prize, ["cap=1.5万", "rate=30%"], ON) == {"cap": 15_000.0, "rate": 0.3}
