"""Which of the facts known on a day an assessment reads, and that each value names its fact."""

from dataclasses import replace
from datetime import date
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from plain_snapshot import plain_snapshot

from ceyuan.authoring.rules import Type
from ceyuan.catalogue import load_catalogue
from ceyuan.engines.rules.programme import Asked, Programme
from ceyuan.engines.rules.snapshot import Snapshot, snapshot_of
from ceyuan.journeys.assess import holds_for
from ceyuan.model.kind import Field, FieldType, Kind
from ceyuan.model.measure import Measure

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


def kind_of(programme: Programme) -> Kind:
    return Kind(
        "workshop", "作坊", "workshop", tuple(programme.fields.values()), ("gazette", "notice")
    )


def table_of(*facts: dict[str, Any]) -> pa.Table:
    days = {"period_start", "period_end", "recorded_on"}
    types = {
        name: pa.date32() if name in days else pa.bool_() if name == "instant" else pa.string()
        for name in fact()
    }
    return pa.Table.from_pylist(list(facts), pa.schema(list(types.items())))


def snapshot(
    programme: Programme, *facts: dict[str, Any], names: str, same: dict[str, str] | None = None
) -> Snapshot:
    asked = [one for name in names.split() if (one := programme.asked(name))]
    return snapshot_of(table_of(*facts), kind_of(programme), asked, ON, same)


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


@pytest.mark.parametrize(("measure", "share"), [(Measure.SHARE, 0.12), (Measure.LEVEL, None)])
def test_a_share_counts_where_the_field_is_one(measure: Measure, share: float | None) -> None:
    held = Field("held", "占有率", "share held", FieldType.QUANTITY, "%", measure=measure)
    kind = Kind("workshop", "作坊", "workshop", (held,), ("notice",))
    said = fact(property="held", value="12", unit="%", **YEAR_2024)

    made = snapshot_of(
        table_of(said | {"measure": "share"}, fact(id="f2")),
        kind,
        [Asked("held", Type.NUMBER, held)],
        ON,
    )

    assert made.table["held"].to_pylist() == [share]


def test_the_reader_the_kind_trusts_most_wins(kite_prize: Programme) -> None:
    late = {"recorded_on": date(2025, 5, 1), "value": "8"}

    made = snapshot(
        kite_prize, fact(id="trusted", reader="gazette"), fact(id="late", **late), names="makers"
    )

    assert made.table["makers__fact"].to_pylist() == ["trusted"]


def test_of_one_period_the_reader_trusted_most_wins_and_then_the_last_recorded(
    kite_prize: Programme,
) -> None:
    december = {"period_start": date(2024, 12, 31), "period_end": date(2024, 12, 31)}
    late = {"recorded_on": date(2025, 5, 1), "value": "8"}

    trusted = snapshot(
        kite_prize,
        fact(id="trusted", reader="gazette", **december),
        fact(id="late", **december, **late),
        names="makers",
    )
    latest = snapshot(
        kite_prize, fact(id="z", **december), fact(id="a", **december, **late), names="makers"
    )

    assert trusted.table["makers__fact"].to_pylist() == ["trusted"]
    assert latest.table["makers__fact"].to_pylist() == ["a"]


@pytest.mark.parametrize(
    ("value", "unit", "money"),
    [
        ("100", "元", 10_000.0),
        ("0.29", "元", 29.0),
        ("1E+3", "元", 100_000.0),
        ("3", "万元", 3_000_000.0),
        ("100", "美元", None),
        ("12", "%", None),
        ("12", None, 1_200.0),
    ],
)
def test_an_amount_counts_in_the_unit_of_its_field_and_is_unknown_in_one_that_does_not_compare(
    kite_prize: Programme, value: str, unit: str | None, money: float | None
) -> None:
    made = snapshot(kite_prize, fact(**SALES_2024 | {"value": value, "unit": unit}), names="sales")

    assert made.table["sales"].to_pylist() == [money]
    assert (made.table["sales__fact"].to_pylist() == [None]) is (money is None)


def test_a_day_not_printed_in_full_is_unknown(kite_prize: Programme) -> None:
    made = snapshot(kite_prize, fact(property="opened", value="2016"), names="opened")

    assert made.table["opened"].to_pylist() == [None]
    assert made.table["opened__fact"].to_pylist() == [None]


def test_records_decided_to_be_one_are_one_row_and_each_value_names_its_own_fact(
    kite_prize: Programme,
) -> None:
    made = snapshot(
        kite_prize,
        fact(id="a", subject="workshop:乙", **SALES_2024),
        fact(id="b", subject="workshop:甲", value="7"),
        fact(id="c", subject="workshop:丙", value="9"),
        names="makers sales",
        same={"workshop:乙": "workshop:甲"},
    )

    assert made.subjects == ["workshop:丙", "workshop:甲"]
    assert made.table["makers__fact"].to_pylist() == ["c", "b"]
    assert made.table["sales__fact"].to_pylist() == [None, "a"]


def test_where_two_records_of_one_thing_disagree_the_newer_period_then_trust_decides(
    kite_prize: Programme,
) -> None:
    same = {"workshop:乙": "workshop:甲"}
    newer = {"period_start": date(2024, 12, 1), "period_end": date(2024, 12, 1), "value": "5"}
    older = {"period_start": date(2024, 6, 1), "period_end": date(2024, 6, 1), "reader": "gazette"}

    by_period = snapshot(
        kite_prize,
        fact(id="old", **older),
        fact(id="new", subject="workshop:乙", **newer),
        names="makers",
        same=same,
    )
    by_trust = snapshot(
        kite_prize,
        fact(id="less", recorded_on=date(2025, 5, 1)),
        fact(id="more", subject="workshop:乙", reader="gazette"),
        names="makers",
        same=same,
    )

    assert by_period.table["makers__fact"].to_pylist() == ["new"]
    assert by_trust.table["makers__fact"].to_pylist() == ["more"]


_DAYS = [None, (date(2024, 1, 1), date(2024, 12, 31)), (date(2023, 1, 1), date(2023, 12, 31))]
_DAYS += [(date(2024, 12, 31), date(2024, 12, 31)), (date(2025, 3, 1), date(2025, 3, 1))]
_DAYS += [(date(2025, 1, 1), date(2025, 12, 31)), (date(2024, 1, 1), date(2024, 6, 30))]
_FIGURES = {
    "value": ["3", "0.1", "1234567.89", "1E+3", "-7", "12345678901234567890.123", "0"],
    "unit": ["元", "人", "万元", "美元", "%", "家", "", None],
    "sort": ["quantity", "quantity", "text"],
}
_WORDS = {"value": ["旧式", "新|式", "true", "False", "2016", "2016-09-01", ""], "sort": ["text"]}


@st.composite
def _ledgers(draw: st.DrawFn) -> list[dict[str, Any]]:
    made = []
    for number in range(draw(st.integers(0, 25))):
        property = draw(
            st.sampled_from("sales makers paper_cost opened clean_record styles".split())
        )
        figure = property in ("sales", "makers", "paper_cost")
        of = _FIGURES if figure else _WORDS | {"unit": [None]}
        said = {name: draw(st.sampled_from(values)) for name, values in of.items()}
        said["subject"] = draw(
            st.sampled_from(["workshop:甲", "workshop:乙", "workshop:A", "x:𠀀"])
        )
        said["reader"] = draw(st.sampled_from(["gazette", "notice", "hearsay"]))
        said["standing"] = draw(st.sampled_from(["registered", "decided", "target"]))
        said["hedge"] = draw(st.sampled_from(["exact", "", None, "about"]))
        said["recorded_on"] = draw(st.sampled_from([date(2025, 1, 1), date(2025, 1, 2)]))
        start, end = draw(st.sampled_from(_DAYS)) or (None, None)
        prefix = draw(st.sampled_from("abc"))
        said |= {"id": f"{prefix}{number}", "period_start": start, "period_end": end}
        made.append(fact(property=property, **said))
    return made


@given(
    facts=_ledgers(),
    same=st.sampled_from([{}, {"workshop:乙": "workshop:甲"}, {"workshop:甲": "x:𠀀"}]),
    until=st.sampled_from(["", "opened"]),
)
def test_whole_columns_give_what_one_fact_after_another_gives(
    facts: list[dict[str, Any]], same: dict[str, str], until: str
) -> None:
    names = "sales sales_1 makers makers_1 paper_cost opened clean_record styles".split()
    programme = {i.name: i.programme for i in load_catalogue("toyland").programmes}["kite_prize"]
    asked = [one for name in names if (one := programme.asked(name))]
    asked = [
        replace(one, field=replace(one.field, until=until)) if one.type is Type.TRUTH else one
        for one in asked
    ]

    quick = snapshot_of(table_of(*facts), kind_of(programme), asked, ON, same)

    slow = plain_snapshot(facts, kind_of(programme), asked, ON, same)
    assert {name: quick.table[name].to_pylist() for name in slow} == slow
    assert set(slow) == set(quick.table.column_names)


def test_several_words_at_once_are_kept_together(kite_prize: Programme) -> None:
    one = fact(id="a", property="styles", value="旧式")
    two = fact(id="b", property="styles", value="新|式")

    made = snapshot(kite_prize, one, two, names="styles")

    assert made.table["styles"].to_pylist() == ["|旧式|新 式|"]


LICENSED = Field("licensed", "持证", "licensed", FieldType.TRUTH, until="valid_to")
VALID_TO = Field("valid_to", "有效期至", "valid until", FieldType.DATE)
MAY_2025 = {"period_start": date(2025, 5, 20), "period_end": date(2025, 5, 20)}


@pytest.mark.parametrize(
    ("last_day", "said_of", "holds", "because"),
    [
        ("2025-06-01", {}, True, "says"),
        ("2025-05-31", {}, False, "ends"),
        ("2025-05-19", MAY_2025, True, "says"),
        ("2025-05-20", MAY_2025, False, "ends"),
        ("2025", {}, True, "says"),
    ],
    ids=[
        "on its last day it still holds",
        "the day after it does not, and the fact named tells the last day",
        "a later register that still says so has the better of the old last day",
        "a register of the last day does not",
        "a last day not printed in full ends nothing",
    ],
)
def test_what_holds_until_a_day_does_not_hold_after_it(
    last_day: str, said_of: dict[str, Any], holds: bool, because: str
) -> None:
    kind = Kind("workshop", "作坊", "workshop", (LICENSED, VALID_TO))
    facts = table_of(
        fact(id="says", property="licensed", value="true", sort="truth", **said_of),
        fact(id="ends", property="valid_to", value=last_day, sort="date"),
    )

    made = snapshot_of(facts, kind, [Asked("licensed", Type.TRUTH, LICENSED)], ON)

    assert made.table["licensed"].to_pylist() == [holds]
    assert made.table["licensed__fact"].to_pylist() == [because]


def test_the_same_facts_give_the_same_name_and_bytes(kite_prize: Programme) -> None:
    one = snapshot(kite_prize, fact(), names="makers")
    two = snapshot(kite_prize, fact(), names="makers")
    other = snapshot(kite_prize, fact(value="4"), names="makers")

    assert (one.digest, one.parquet) == (two.digest, two.parquet)
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
