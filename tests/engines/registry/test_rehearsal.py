"""What an import would do, before anything is written."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceyuan.engines.registry.incoming_row import IncomingRow
from ceyuan.engines.registry.known import Edition, Known, KnownThing, KnownValue
from ceyuan.engines.registry.rehearsal import rehearse_rows
from ceyuan.engines.registry.row_fate import RowFate
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.claim import Claim
from ceyuan.model.fact import value_key
from ceyuan.model.hedge import Hedge
from ceyuan.model.kind import Field, FieldType, Kind
from ceyuan.model.locator import CellAt
from ceyuan.model.measure import Measure
from ceyuan.model.period import parse_period
from ceyuan.model.quantity import Quantity
from ceyuan.model.section import Section
from ceyuan.model.standing import Standing
from ceyuan.model.table import Problem, Weight

KILN = Kind(
    "kiln",
    "窑厂",
    "kiln",
    (
        Field("name", "窑厂名称", "name"),
        Field("code", "代码", "code", FieldType.CODE),
        Field("former_name", "曾用名", "former name", many=True),
        Field("parish", "乡镇", "parish"),
        Field("founded", "成立日期", "founded", FieldType.DATE),
        Field("titles", "称号", "titles", many=True),
        Field("sales", "销售收入", "sales", FieldType.QUANTITY, unit="元"),
    ),
    identifier="code",
)


def claim(property, value, cell, period=None):
    return Claim(
        "红泥窑",
        "kiln",
        property,
        KILN.field(property).name,
        value,
        Measure.LEVEL,
        parse_period(period) if period else None,
        Standing.REGISTERED,
        Section.MAIN,
        CellAt("表", cell),
        str(value),
    )


def yuan(amount):
    return Quantity(Decimal(amount), "元")


def row(number, subject="kiln:A", name="红泥窑", **values):
    """A row; a value may be `(value, period)`."""
    claims = [claim("name", name, f"A{number}")] if name else []
    for column, (property, said) in zip("BCDEFG", values.items(), strict=False):
        value, period = said if isinstance(said, tuple) else (said, None)
        claims.append(claim(property, value, f"{column}{number}", period))
    return IncomingRow("表", number, subject, name, tuple(claims))


def fact(property, value, period="", document="old", on=date(2024, 1, 5)):
    ends = parse_period(period).end if period else None
    known = KnownValue(f"f-{property}", property, period, ends, value_key(value), document, on)
    if not isinstance(value, Quantity):
        return known
    bounds = value.interval
    low, high = (float(b) if b is not None else None for b in (bounds.low, bounds.high))
    return replace(known, unit=value.unit, amount=str(value.amount), bounds=(low, high))


def thing(*facts, subject="kiln:A", names=("红泥窑",)):
    values = {}
    for one in (*(fact("name", n) for n in names), *facts):
        values.setdefault(one.property, []).append(one)
    return KnownThing(subject, set(names), values)


def fates(rehearsal):
    return [row.fates for row in rehearsal.rows]


def told(rehearsal):
    return [(p.code, p.cell) for p in rehearsal.problems]


def test_a_thing_the_ledger_does_not_know_is_new():
    assert fates(rehearse_rows(KILN, [row(2)], Known([]))) == [(RowFate.NEW,)]


def test_a_row_that_says_what_the_ledger_says_is_unchanged():
    known = Known([thing(fact("parish", "云台镇"))])

    assert fates(rehearse_rows(KILN, [row(2, parish="云台镇")], known)) == [(RowFate.UNCHANGED,)]


def test_another_value_from_a_later_edition_of_the_same_register_is_a_change():
    known = Known([thing(fact("parish", "云台镇"))])
    edition = Edition("old", "去年名册", date(2023, 12, 31), frozenset({"kiln:A"}))

    rehearsal = rehearse_rows(KILN, [row(2, parish="岫泉镇")], known, editions=[edition])

    (change,) = rehearsal.rows[0].changes
    assert fates(rehearsal) == [(RowFate.CHANGED,)]
    assert (change.before, change.now, change.cell, change.fact) == (
        "云台镇",
        "岫泉镇",
        "B2",
        "f-parish",
    )


def test_another_value_for_the_same_time_from_another_document_contradicts():
    known = Known([thing(fact("sales", yuan(100), "2023"))])

    rehearsal = rehearse_rows(KILN, [row(2, sales=(yuan(120), "2023"))], known)

    assert fates(rehearsal) == [(RowFate.CONTRADICTORY,)]
    assert told(rehearsal) == [("ledger_disagrees", "B2")]


def test_the_figure_of_a_further_year_adds_and_changes_nothing():
    known = Known([thing(fact("sales", yuan(100), "2022"))])

    rehearsal = rehearse_rows(KILN, [row(2, sales=(yuan(120), "2023"))], known)

    assert fates(rehearsal) == [(RowFate.FURTHER,)]
    assert rehearsal.rows[0].changes == ()


def test_a_further_title_is_no_contradiction():
    known = Known([thing(fact("titles", "名窑"))])

    assert fates(rehearse_rows(KILN, [row(2, titles="老字号")], known)) == [(RowFate.FURTHER,)]


def test_a_day_printed_more_exactly_is_no_change():
    known = Known([thing(fact("founded", "2016-09"))])

    rehearsal = rehearse_rows(KILN, [row(2, founded=date(2016, 9, 1))], known)

    assert rehearsal.rows[0].changes == ()


def test_a_hedged_figure_that_allows_the_exact_one_does_not_contradict():
    about = fact("sales", Quantity(Decimal(100), "元", Hedge.ABOUT), "2023")
    known = Known([thing(about)])

    assert rehearse_rows(KILN, [row(2, sales=(yuan(105), "2023"))], known).rows[0].changes == ()


def test_what_the_last_edition_named_and_this_one_does_not_has_vanished():
    known = Known([thing(), thing(subject="kiln:B", names=("白泥窑",))])
    edition = Edition("old", "去年名册", date(2023, 12, 31), frozenset({"kiln:A", "kiln:B"}))

    rehearsal = rehearse_rows(KILN, [row(2)], known, editions=[edition])

    assert [(v.subject, v.name, v.last_in) for v in rehearsal.vanished] == [
        ("kiln:B", "白泥窑", "去年名册")
    ]


def test_nothing_vanishes_from_a_register_that_comes_in_batches():
    edition = Edition("old", "第一批", None, frozenset({"kiln:B"}))

    assert (
        rehearse_rows(KILN, [row(2)], Known([]), editions=[edition], additive=True).vanished == ()
    )


def test_problems_of_the_reading_make_rows_duplicate_contradictory_and_unreadable():
    def problem(code, number, weight=Weight.DOUBTFUL):
        said = Bilingual("甲", "a")
        return Problem(code, weight, "表", said, said, number, f"B{number}")

    rows = [row(2), row(3), row(4), row(5, subject="", name="")]
    problems = [
        problem("duplicate_row", 2),
        problem("rows_disagree", 3),
        problem("impossible_date", 4, Weight.UNREADABLE),
        problem("no_name", 5, Weight.UNREADABLE),
    ]

    rehearsal = rehearse_rows(KILN, rows, Known([]), problems=problems)

    assert [f[0] for f in fates(rehearsal)] == [
        RowFate.DUPLICATE,
        RowFate.CONTRADICTORY,
        RowFate.UNREADABLE,
        RowFate.UNREADABLE,
    ]
    assert rehearsal.counts["new"] == 3


def test_a_code_the_ledger_knows_under_another_name_is_told():
    known = Known([thing(names=("白泥窑",))])

    rehearsal = rehearse_rows(KILN, [row(2, code="A")], known)

    assert told(rehearsal) == [("code_of_another", "A2")]
    assert RowFate.CONTRADICTORY in rehearsal.rows[0].fates


def test_a_renamed_thing_that_gives_its_former_name_is_no_stranger():
    known = Known([thing(names=("白泥窑",))])

    rehearsal = rehearse_rows(KILN, [row(2, former_name="白泥窑")], known)

    assert told(rehearsal) == []
    assert RowFate.CHANGED in rehearsal.rows[0].fates


def test_a_name_the_ledger_knows_under_another_code_is_told():
    known = Known([thing(subject="kiln:B")])

    assert told(rehearse_rows(KILN, [row(2, code="A")], known)) == [("name_known_otherwise", "A2")]


def test_a_row_without_a_code_whose_name_is_known_is_told():
    known = Known([thing(subject="kiln:B")])

    assert told(rehearse_rows(KILN, [row(2, subject="kiln:红泥窑")], known)) == [
        ("known_by_name", "A2")
    ]


@pytest.mark.parametrize(("now", "slipped"), [(12_000_000, True), (1_200, False), (5_000, False)])
def test_a_figure_ten_thousand_times_last_years_is_told(now, slipped):
    known = Known([thing(fact("sales", yuan(1_000), "2022"))])

    rehearsal = rehearse_rows(KILN, [row(2, sales=(yuan(now), "2023"))], known)

    assert (told(rehearsal) == [("unit_slip", "B2")]) is slipped


def test_a_register_of_an_earlier_day_than_one_already_kept_is_told():
    edition = Edition("old", "今年名册", date(2024, 12, 31), frozenset({"kiln:A"}))

    rehearsal = rehearse_rows(KILN, [row(2)], Known([]), editions=[edition], day=date(2023, 12, 31))

    assert [p.code for p in rehearsal.problems] == ["older_edition"]


@given(
    st.lists(st.tuples(st.sampled_from("ABC"), st.sampled_from(["云台镇", "岫泉镇"])), max_size=8)
)
def test_every_row_has_a_fate_and_what_is_new_is_unknown(rows):
    known = Known([thing(fact("parish", "云台镇"))])
    incoming = [row(n, subject=f"kiln:{s}", parish=p) for n, (s, p) in enumerate(rows, 2)]

    rehearsal = rehearse_rows(KILN, incoming, known)

    assert all(row.fates for row in rehearsal.rows)
    assert all((RowFate.NEW in r.fates) == (r.subject != "kiln:A") for r in rehearsal.rows)
