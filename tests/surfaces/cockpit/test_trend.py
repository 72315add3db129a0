"""The line of an indicator runs only through figures that may stand in one line."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from ceyuan.model.claim import Claim
from ceyuan.model.fact import Fact
from ceyuan.model.locator import TextSpan
from ceyuan.model.measure import Measure
from ceyuan.model.period import parse_period
from ceyuan.model.quantity import Quantity
from ceyuan.model.section import Section
from ceyuan.model.standing import Standing
from ceyuan.surfaces.cockpit.trend import chart_option, draw_trend


def figure(amount, period, standing=Standing.REPORTED, measure=Measure.LEVEL, unit="家"):
    claim = Claim(
        subject="云岫区",
        kind="district",
        property="high_tech_enterprises",
        indicator="高新技术企业数",
        value=Quantity(Decimal(amount), unit),
        measure=measure,
        period=parse_period(period) if period else None,
        standing=standing,
        section=Section.MAIN,
        locator=TextSpan(0, 1),
        quote="…",
    )
    name = f"{amount} {period} {standing}"
    return Fact(name, "place:990101", claim, "d", "r", "1", date(2024, 7, 1))


def drawn(facts, like):
    drawing = draw_trend(facts, like)
    return [point.fact for point in drawing.points] if drawing else None


def test_years_make_a_line_in_the_order_of_time():
    facts = [figure(186, "2023"), figure(137, "2021"), figure(163, "2022")]

    assert drawn(facts, facts[0]) == [facts[1], facts[2], facts[0]]


def test_what_is_hoped_for_is_not_on_the_line_of_what_is():
    facts = [figure(186, "2023"), figure(163, "2022"), figure(300, "2025", Standing.TARGET)]

    assert facts[2] not in drawn(facts, facts[0])


def test_three_quarters_are_no_point_among_years():
    facts = [figure(186, "2023"), figure(163, "2022"), figure(120, "2023-01/2023-09")]

    assert facts[2] not in drawn(facts, facts[0])


def test_the_same_three_quarters_of_two_years_make_a_line():
    facts = [figure(120, "2023-01/2023-09"), figure(100, "2022-01/2022-09")]

    assert drawn(facts, facts[0]) == [facts[1], facts[0]]


def test_neither_units_nor_measures_are_mixed():
    base = figure(186, "2023")
    other_unit = figure(5, "2022", unit="%")
    growth = figure(8, "2022", measure=Measure.GROWTH)

    assert drawn([base, other_unit, growth], base) is None


def test_one_period_is_no_line_even_with_two_figures():
    facts = [figure(186, "2023"), figure(179, "2023")]

    assert drawn(facts, facts[0]) is None


def test_a_figure_without_a_period_has_no_line():
    undated = figure(186, None)

    assert drawn([undated, figure(163, "2022")], undated) is None


def test_without_a_figure_to_go_by_the_longest_line_is_drawn():
    years = [figure(137, "2021"), figure(163, "2022"), figure(186, "2023")]
    quarter = figure(40, "2024-Q1")

    assert [p.fact for p in draw_trend([quarter, *years]).points] == years


def test_the_path_passes_every_period_once_and_stays_inside():
    facts = [figure(186, "2023"), figure(179, "2023"), figure(163, "2022"), figure(137, "2021")]

    drawing = draw_trend(facts, facts[0], width=100, height=30)

    assert len(drawing.points) == 4
    assert drawing.path.count("L") == 2
    assert all(0 <= p.x <= 100 and 0 <= p.y <= 30 for p in drawing.points)


def test_a_run_without_change_is_a_level_line():
    facts = [figure(5, "2022"), figure(5, "2023")]

    assert len({point.y for point in draw_trend(facts, facts[0]).points}) == 1


def test_a_chart_has_one_series_for_each_standing_and_every_point_its_card():
    facts = [figure(186, "2023"), figure(163, "2022"), figure(300, "2025", Standing.TARGET)]

    told = chart_option(facts, "zh")

    assert told["periods"] == ["2022年", "2023年", "2025年"]
    assert [(s["standing"], s["line"]) for s in told["series"]] == [
        ("reported", True),
        ("target", False),
    ]
    cards = {point["card"] for series in told["series"] for point in series["points"]}
    assert cards == {f"/facts/{fact.id}" for fact in facts}


def test_texts_and_truths_are_left_out_of_a_chart():
    words = figure(1, "2023")
    words = replace(words, claim=replace(words.claim, value="孵化器"))

    assert chart_option([words], "zh") == {"periods": [], "series": []}
