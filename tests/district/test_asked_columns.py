"""The table to fill in that programmes want: every heading is read back as what it stands for."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from ceyuan.catalogue import Catalogue, load_catalogue
from ceyuan.journeys.asked_columns import asked_columns
from ceyuan.journeys.assess import assess_table
from ceyuan.journeys.incoming import open_file
from ceyuan.journeys.own_table import open_table
from ceyuan.journeys.programme_called import called, chosen
from ceyuan.surfaces.cli.template_workbook import write_template

NAMES = [item.name for item in load_catalogue("ceyuan_district").programmes]


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue("ceyuan_district")


@pytest.mark.parametrize("name", NAMES)
def test_a_filled_table_gives_every_input_the_programme_asks(
    catalogue: Catalogue, tmp_path: Path, name: str
) -> None:
    item = called(catalogue, name)
    held = item.programme
    day = next(
        d for d in (date(2026, 6, 1), held.valid_until, held.valid_from) if d and held.in_force(d)
    )
    path = tmp_path / "模板.xlsx"
    columns = asked_columns(catalogue, [item], day)
    write_template(catalogue, columns, path)
    _fill(path)

    own = open_table(catalogue, [item], open_file(path), day)

    asked = {column.name for column in columns[item.kind] if column.name}
    assert asked <= set(own.values.column_names)
    assert not own.read.unread
    assert [name for name in asked if own.values[name].null_count] == []


def test_one_table_serves_several_programmes(catalogue: Catalogue, tmp_path: Path) -> None:
    path = tmp_path / "模板.xlsx"
    items = chosen(catalogue, ["tech_sme", "high_tech_enterprise", "star_board"])
    write_template(catalogue, asked_columns(catalogue, items, date(2026, 6, 1)), path)
    _fill(path)

    found = assess_table(
        catalogue, [item.name for item in items], open_file(path), on=date(2026, 6, 1)
    )

    assert len(found.answers) == 3
    assert found.own is not None
    assert not found.own.read.unread


def test_what_each_column_means_stands_beside(catalogue: Catalogue, tmp_path: Path) -> None:
    path = tmp_path / "模板.xlsx"
    items = chosen(catalogue, ["tech_sme"])
    columns = asked_columns(catalogue, items, date(2026, 6, 1))["enterprise"]
    write_template(catalogue, {"enterprise": columns}, path)

    sheet = openpyxl.load_workbook(path)["填写说明"]
    said = {row[0].value: [cell.value for cell in row] for row in sheet.iter_rows(min_row=2)}

    assert set(said) == {column.heading for column in columns}
    assert said["2025年营业收入（万元）"][2] == "一个数（万元）"
    assert "科技型中小企业" in said["2025年营业收入（万元）"][4]


def _fill(path: Path) -> None:
    """One row in every sheet but the last, with a value that suits each column."""
    book = openpyxl.load_workbook(path)
    for sheet in book.worksheets[:-1]:
        for cell in sheet[1]:
            listed = [
                one.formula1.strip('"').split(",")[0]
                for one in sheet.data_validations.dataValidation
                if f"{cell.column_letter}2" in one.sqref
            ]
            sheet.cell(2, cell.column, listed[0] if listed else _value(str(cell.comment.text)))
    book.save(path)


def _value(said: str) -> str:
    if "写到日" in said:
        return "2015-03-01"
    if "百分号" in said:
        return "5%"
    return "3" if "一个数" in said else "云岫甲公司"
