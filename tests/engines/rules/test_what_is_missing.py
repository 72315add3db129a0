"""What an unknown answer asks for: one way to a value, or the experts' word."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pyarrow as pa

from ceyuan.authoring.rules import (
    clause,
    derived,
    first_known,
    is_known,
    ratio,
    rule_of,
    score,
    when,
)
from ceyuan.engines.rules.answer import answers
from ceyuan.engines.rules.engine import open_engine
from ceyuan.engines.rules.programme import Programme, WrittenRule
from ceyuan.engines.rules.table import fitted
from ceyuan.engines.rules.whole import whole_graph
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.kind import Field, FieldType

DAY = date(2024, 6, 1)


@derived
def paper_cost(paper_stated, paper_bought, paper_left):
    """纸张费用：报表列明的，或购入减结存。"""
    return first_known(paper_stated, paper_bought - paper_left)


@clause("第一条")
def uses_paper(paper_cost):
    """用纸张。"""
    return paper_cost > 0


@score("第二条")
def beauty(judge_points):
    """美观得分：评委打分，没有打分的在2至9分之间。"""
    return first_known(judge_points, 2), first_known(judge_points, 9)


@clause("第二条")
def beautiful(beauty_least, beauty_most):
    """美观得分5分以上。"""
    return when(beauty_least >= 5, True).when(beauty_most < 5, False).otherwise(None)


@clause("第三条")
def sells(paper_stated, sales):
    """纸张费用占销售收入一半以下。"""
    return ratio(paper_stated, sales) <= 1


def test_of_several_ways_to_a_value_nobody_has_begun_the_first_is_asked_for() -> None:
    assert missing([paper_cost, uses_paper], {}) == ["paper_stated"]


def test_a_way_that_is_begun_is_asked_to_its_end() -> None:
    assert missing([paper_cost, uses_paper], {"paper_bought": 100.0}) == ["paper_left"]


def test_each_row_is_asked_for_its_own_way() -> None:
    rows = {"paper_bought": [None, 100.0], "paper_left": [None, None]}

    assert [missing_of(one) for one in asked([paper_cost, uses_paper], rows)] == [
        ["paper_stated"],
        ["paper_left"],
    ]


def test_a_score_between_its_ends_waits_for_the_experts_and_tells_the_range() -> None:
    (answer,) = asked([beauty, beautiful], {"judge_points": [None]})

    (lack,) = answer.missing
    assert (lack.name, "可得 2 至 9 分" in lack.what.zh) == ("beautiful", True)


def test_the_range_of_each_row_is_its_own() -> None:
    low, high = asked([beauty, beautiful], {"judge_points": [None, 7.0]})

    assert (low.eligible, high.eligible, high.missing) == (None, True, ())


def test_a_zero_divisor_is_told_as_such() -> None:
    (answer,) = asked([sells], {"paper_stated": [1.0], "sales": [0.0]})

    assert "分母为零" in answer.missing[0].what.zh


@score("第三条")
def care(judge_points, paper_bought):
    """用心得分：评委打分，没有打分的按购入纸张。"""
    return when(is_known(judge_points), judge_points).otherwise(paper_bought)


@clause("第三条")
def careful(care):
    """用心得分5分以上。"""
    return care >= 5


@score("第四条")
def beauty_of_style(sales):
    """按销量的区间。"""
    return when(sales > 0, 2).otherwise(0), 9


@clause("第四条")
def shapely(shape_of_style):
    """式样得分5分以上。"""
    return shape_of_style >= 5


@score("第四条")
def shape_of_style(judge_points, beauty_of_style_least, beauty_of_style_most):
    """式样得分：评委打分，须在区间以内。"""
    inside = (judge_points >= beauty_of_style_least) & (judge_points <= beauty_of_style_most)
    return when(inside, judge_points).otherwise(None)


def test_points_outside_the_range_are_no_score_and_the_range_is_told() -> None:
    rules = [beauty_of_style, shape_of_style, shapely]

    (answer,) = asked(rules, {"judge_points": [12.0], "sales": [5.0]})

    (lack,) = answer.missing
    assert (lack.name, answer.eligible) == ("shape_of_style", None)
    assert "可得 2 至 9 分，所给的专家评分不在其间" in lack.what.zh


def test_experts_are_asked_only_where_nothing_else_is_lacking() -> None:
    assert missing([care, careful], {}) == ["paper_bought"]


def missing(rules: list[Callable[..., Any]], given: dict[str, float]) -> list[str]:
    (answer,) = asked(rules, {name: [value] for name, value in given.items()})
    return missing_of(answer)


def missing_of(answer: Any) -> list[str]:
    return [lack.name for lack in answer.missing]


def asked(rules: list[Callable[..., Any]], columns: dict[str, list[float | None]]) -> list[Any]:
    graph = whole_graph(programme(rules), DAY)
    table = pa.table({n: pa.array(c, pa.float64()) for n, c in columns.items()} or {"x": [0.0]})
    rows, _ = fitted(table, [graph])
    with open_engine("numpy", rows) as engine:
        return list(answers(engine, graph, rows).each())


def programme(rules: list[Callable[..., Any]]) -> Programme:
    """A programme of these rules; whatever they ask for is a number of toyland."""
    written = {}
    for number, rule in enumerate(rules):
        mark = rule_of(rule)
        assert mark is not None
        name = rule.__name__
        written[name] = WrittenRule(name, rule, mark, (rule.__doc__ or "").strip(), number)
    names = ("paper_stated", "paper_bought", "paper_left", "sales", "judge_points")
    fields = {n: Field(n, n, n, FieldType.QUANTITY, "件") for n in names}
    return Programme("toy", Bilingual("玩具", "toy"), "programmes/toy", "toy", written, {}, fields)
