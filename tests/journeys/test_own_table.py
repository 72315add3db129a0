"""A person's own table: which column is which year, rows by year, sheets, what is told."""

import io
from datetime import date
from typing import Any

import openpyxl
import pytest

from ceyuan.catalogue import Catalogue, load_catalogue
from ceyuan.journeys.assess import Assessed, NoRows, assess_table
from ceyuan.journeys.explain import NoSuchSubject, explain
from ceyuan.journeys.incoming import Incoming
from ceyuan.journeys.own_table import NoSuchSheet

ON = date(2025, 6, 1)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue("toyland")


def book(sheets: dict[str, list[list[Any]]], merged: tuple[str, ...] = ()) -> Incoming:
    """A real workbook of these sheets; `merged` ranges are on the first."""
    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    for span in merged:
        made.worksheets[0].merge_cells(span)
    sink = io.BytesIO()
    made.save(sink)
    return Incoming("作坊.xlsx", sink.getvalue())


def assessed(catalogue: Catalogue, *rows: list[Any], **more: Any) -> Assessed:
    return assess_table(catalogue, ["kite_prize"], book({"名册": list(rows)}), on=ON, **more)


def column(found: Assessed, name: str) -> list[Any]:
    assert found.own is not None
    table = found.own.values
    return table[name].to_pylist() if name in table.column_names else []


def notes(found: Assessed) -> str:
    assert found.own is not None
    return "\n".join(note.zh for note in found.own.notes)


def test_years_across_columns_are_told_apart_and_a_missing_one_stays_unknown(
    catalogue: Catalogue,
) -> None:
    found = assessed(
        catalogue,
        ["作坊名称", "2022年销售收入（元）", "2024年销售收入（元）", "2019年销售收入（元）"],
        ["云岫风筝铺", 100, 300, 1],
    )

    assert column(found, "sales") == [300_00.0]
    assert column(found, "sales_2") == [100_00.0]
    assert column(found, "sales_1") == []
    assert "2019年" in notes(found)


def test_headings_in_two_rows_are_read_together(catalogue: Catalogue) -> None:
    rows = [
        ["云岫作坊情况表"],
        ["作坊名称", "销售收入（元）", None, "匠人数"],
        [None, "2023年", "2024年", None],
        ["云岫风筝铺", 100, 300, 5],
    ]
    file = book({"名册": rows}, ("B2:C2", "A2:A3", "D2:D3"))

    found = assess_table(catalogue, ["kite_prize"], file, on=ON)

    assert (column(found, "sales"), column(found, "sales_1")) == ([300_00.0], [100_00.0])
    assert column(found, "makers") == [5.0]


@pytest.mark.parametrize(
    ("heading", "why"),
    [
        ("近三年销售收入（元）", "几年合计"),
        ("2024年1-6月销售收入（元）", "整年"),
        ("2022-2024年销售收入（元）", "整年"),
        ("上年度销售收入（元）", "哪一年"),
        ("本年度销售收入（元）", "哪一年"),
        ("2025年销售收入（元）", "不用2025年"),
    ],
)
def test_a_figure_that_is_not_of_one_known_year_is_not_used_and_told(
    catalogue: Catalogue, heading: str, why: str
) -> None:
    found = assessed(catalogue, ["作坊名称", heading, "匠人数"], ["云岫风筝铺", 300, 5])

    assert column(found, "sales") == []
    assert why in notes(found)


@pytest.mark.parametrize("heading", ["年末匠人数", "期末匠人数（人）", "匠人数"])
def test_what_stood_at_the_end_of_the_year_needs_no_year(
    catalogue: Catalogue, heading: str
) -> None:
    found = assessed(catalogue, ["作坊名称", heading], ["云岫风筝铺", 5])

    assert column(found, "makers") == [5.0]


def test_last_year_is_known_where_the_title_says_which_year_it_is(catalogue: Catalogue) -> None:
    found = assessed(
        catalogue,
        ["2024年度云岫作坊情况表"],
        ["作坊名称", "上年度销售收入（元）", "本年度销售收入（元）"],
        ["云岫风筝铺", 100, 300],
    )

    assert (column(found, "sales"), column(found, "sales_1")) == ([300_00.0], [100_00.0])


def test_of_two_columns_for_one_year_the_one_that_says_its_year_is_used(
    catalogue: Catalogue,
) -> None:
    found = assessed(
        catalogue,
        ["作坊名称", "销售收入（元）", "2024年销售收入（元）"],
        ["云岫风筝铺", 1, 300],
    )

    assert column(found, "sales") == [300_00.0]
    assert "“销售收入（元）”没有采用" in notes(found)


def test_a_row_for_each_year_is_taken_together_by_name(catalogue: Catalogue) -> None:
    found = assessed(
        catalogue,
        ["作坊名称", "年度", "销售收入（元）", "匠人数", "开张日期"],
        ["云岫风筝铺", 2023, 100, 4, "2020-01-01"],
        ["云岫纸坊", 2024, 7, 1, None],
        ["云岫风筝铺", 2024, 300, 5, None],
        ["云岫风筝铺", 2011, 9, 9, None],
    )

    assert found.names == {"workshop": ["云岫风筝铺", "云岫纸坊"]}
    assert column(found, "sales") == [300_00.0, 7_00.0]
    assert column(found, "sales_1") == [100_00.0, None]
    assert column(found, "opened") == [date(2020, 1, 1), None]
    assert "4 行合并为 2 个" in notes(found)


def test_a_date_after_the_day_asked_is_told(catalogue: Catalogue) -> None:
    found = assessed(catalogue, ["作坊名称", "开张日期"], ["云岫风筝铺", "2030-01-01"])

    assert found.own is not None
    assert [(p.code, p.cell) for p in found.own.problems] == [("later_than_asked", "B2")]


def test_the_sheet_to_read_can_be_named(catalogue: Catalogue) -> None:
    head = ["作坊名称", "匠人数"]
    file = book({"甲镇": [head, ["甲坊", 1]], "乙镇": [head, ["乙坊", 2]]})

    first = assess_table(catalogue, ["kite_prize"], file, on=ON)
    second = assess_table(catalogue, ["kite_prize"], file, on=ON, sheet="乙镇")

    assert "没有读 “乙镇”" in notes(first)
    assert second.names == {"workshop": ["乙坊"]}
    with pytest.raises(NoSuchSheet):
        assess_table(catalogue, ["kite_prize"], file, on=ON, sheet="丙镇")


def test_a_table_of_headings_alone_is_refused(catalogue: Catalogue) -> None:
    with pytest.raises(NoRows):
        assessed(catalogue, ["作坊名称", "匠人数"])


def test_two_rows_of_one_name_are_not_told_apart_by_it(catalogue: Catalogue) -> None:
    found = assessed(catalogue, ["作坊名称", "匠人数"], ["云岫风筝铺", 1], ["云岫风筝铺", 2])

    with pytest.raises(NoSuchSubject) as refused:
        explain(found, "云岫风筝铺")

    assert "第3行" in refused.value.told("zh")


@pytest.mark.parametrize("called", ["云岫风筝铺（总店）", "云岫 风筝铺(总店)", "风筝铺"])
def test_somebody_is_found_however_the_name_is_written(catalogue: Catalogue, called: str) -> None:
    found = assessed(catalogue, ["作坊名称", "匠人数"], ["云岫风筝铺(总店)", 1])

    assert explain(found, called)[0].name == "云岫风筝铺(总店)"
