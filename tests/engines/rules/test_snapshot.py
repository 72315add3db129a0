"""Which of the facts known on a day an assessment reads, and that each value names its fact."""

from datetime import date
from typing import Any

import pyarrow as pa
import pytest

from ceyuan.engines.rules.programme import Programme
from ceyuan.engines.rules.snapshot import Snapshot, snapshot_of
from ceyuan.journeys.assess import holds_for
from ceyuan.model.kind import Kind

ON = date(2025, 6, 1)
YEAR_2024 = {"period_start": date(2024, 1, 1), "period_end": date(2024, 12, 31)}
SALES_2024 = {"property": "sales", "value": "100", "unit": "元", **YEAR_2024}


def fact(**said: Any) -> dict[str, Any]:
    usual = {
        "id": "f1",
        "subject": "workshop:甲",
        "kind": "workshop",
        "property": "makers",
        "measure": "level",
        "standing": "registered",
        "value": "3",
        "unit": "人",
        "hedge": "exact",
        "period_start": None,
        "period_end": None,
        "instant": False,
        "reader": "notice",
        "recorded_on": date(2025, 1, 1),
        "sort": "quantity",
    }
    return usual | said


def snapshot(programme: Programme, *facts: dict[str, Any], names: str) -> Snapshot:
    kind = Kind(
        "workshop", "作坊", "workshop", tuple(programme.fields.values()), ("gazette", "notice")
    )
    asked = [one for name in names.split() if (one := programme.asked(name))]
    schema = pa.schema(
        [("period_start", pa.date32()), ("period_end", pa.date32()), ("recorded_on", pa.date32())]
    )
    table = pa.Table.from_pylist(list(facts))
    for field in schema:
        at = table.schema.get_field_index(field.name)
        table = table.set_column(at, field, table[field.name].cast(field.type))
    return snapshot_of(table, kind, asked, ON)


def test_a_yearly_figure_is_of_the_last_whole_fiscal_year(kite_prize: Programme) -> None:
    half = {"period_start": date(2025, 1, 1), "period_end": date(2025, 3, 31)}

    made = snapshot(
        kite_prize,
        fact(id="a", **SALES_2024),
        fact(id="b", **SALES_2024 | half | {"value": "70"}),
        names="sales sales_1",
    )

    assert made.table["sales"].to_pylist() == [10_000.0]
    assert made.table["sales__fact"].to_pylist() == ["a"]
    assert made.table["sales_1"].to_pylist() == [None]


def test_what_stands_at_a_date_is_of_the_end_of_that_year_else_the_latest(
    kite_prize: Programme,
) -> None:
    may = {"period_start": date(2025, 5, 1), "period_end": date(2025, 5, 1), "value": "9"}
    december = {"period_start": date(2024, 12, 31), "period_end": date(2024, 12, 31)}

    both = snapshot(kite_prize, fact(**may), fact(id="f2", **december), names="makers")
    only = snapshot(kite_prize, fact(**may), names="makers")

    assert both.table["makers"].to_pylist() == [3.0]
    assert only.table["makers"].to_pylist() == [9.0]


@pytest.mark.parametrize(
    "said",
    [
        {"standing": "target"},
        {"standing": "expected"},
        {"hedge": "about"},
        {"measure": "growth_yoy"},
        {"kind": "town"},
    ],
)
def test_what_is_no_exact_level_of_the_kind_does_not_count(
    kite_prize: Programme, said: dict[str, Any]
) -> None:
    other = fact(id="f2", property="clean_record", value="true")

    made = snapshot(kite_prize, fact(**said), other, names="makers clean_record")

    assert made.table["makers"].to_pylist() == [None]
    assert made.table["clean_record"].to_pylist() == [True]


def test_the_reader_the_kind_trusts_most_wins(kite_prize: Programme) -> None:
    late = {"recorded_on": date(2025, 5, 1), "value": "8"}

    made = snapshot(
        kite_prize, fact(id="trusted", reader="gazette"), fact(id="late", **late), names="makers"
    )

    assert made.table["makers__fact"].to_pylist() == ["trusted"]


def test_several_words_at_once_are_kept_together(kite_prize: Programme) -> None:
    one = fact(id="a", property="styles", value="旧式")
    two = fact(id="b", property="styles", value="新|式")

    made = snapshot(kite_prize, one, two, names="styles")

    assert made.table["styles"].to_pylist() == ["|旧式|新 式|"]


def test_the_same_facts_give_the_same_name_and_bytes(kite_prize: Programme) -> None:
    one = snapshot(kite_prize, fact(), names="makers")
    two = snapshot(kite_prize, fact(), names="makers")
    other = snapshot(kite_prize, fact(value="4"), names="makers")

    assert (one.digest, one.parquet()) == (two.digest, two.parquet())
    assert one.digest != other.digest


@pytest.mark.parametrize(
    ("jurisdiction", "place", "holds"),
    [
        ("", "500120", True),
        ("000000", "500120", True),
        ("500000", "500120", True),
        ("500100", "500120", True),
        ("500120", "500120", True),
        ("500113", "500120", False),
        ("990101", "500120", False),
        ("500113", "", True),
    ],
)
def test_what_holds_for_a_place_is_its_own_its_citys_and_the_nations(
    jurisdiction: str, place: str, holds: bool
) -> None:
    assert holds_for(jurisdiction, place) is holds
