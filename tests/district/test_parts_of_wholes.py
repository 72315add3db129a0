"""A part is at most its whole, in the same year."""

from datetime import date

import pyarrow as pa

from ceyuan.catalogue import load_catalogue
from ceyuan.engines.rules.table import fitted
from ceyuan.engines.rules.whole import whole_graph


def test_of_more_technical_staff_than_staff_neither_is_known_and_both_are_told() -> None:
    programmes = {item.name: item.programme for item in load_catalogue().programmes}
    graph = whole_graph(programmes["tech_sme"], date(2026, 7, 1))
    table = pa.table({"staff": [60.0, 60.0, None], "st_staff": [60.0, 80.0, 80.0]})

    rows, absurd = fitted(table, [graph])

    assert rows["st_staff"].to_pylist() == [60.0, None, 80.0]
    assert rows["staff"].to_pylist() == [60.0, None, None]
    why = "科技人员数多于职工总数，两个数必有一错"
    assert [(one.column, one.row, one.why.zh) for one in absurd] == [
        ("st_staff", 1, why),
        ("staff", 1, why),
    ]


def test_parts_of_earlier_years_are_held_against_the_whole_of_their_year() -> None:
    programmes = {item.name: item.programme for item in load_catalogue().programmes}
    graph = whole_graph(programmes["high_tech_enterprise"], date(2026, 7, 1))
    table = pa.table(
        {
            "rd_expense": [900.0],
            "rd_expense_1": [100.0],
            "rd_expense_domestic": [800.0],
            "rd_expense_domestic_1": [800.0],
        }
    )

    _, absurd = fitted(table, [graph])

    assert [one.column for one in absurd] == ["rd_expense_domestic_1", "rd_expense_1"]
