"""A region's own scheme of innovation points: weights are test data and no official numbers."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ceyuan.catalogue import load_catalogue
from ceyuan.catalogue.parameter_file import read_own_values
from ceyuan.engines.rules.arrays import compute
from ceyuan.engines.rules.example import Case, case_columns, case_graph
from ceyuan.engines.rules.programme import Programme

DAY = date(2026, 6, 1)
#: Three indicators count, as in the worked example; the others weigh nothing.
WEIGHTS = {"weight_rd_amount": 0.5, "weight_rd_growth": 0.3, "weight_rd_share": 0.2}
SCORES = {"score_rd_amount": 80, "score_rd_growth": 60, "score_rd_share": 40}


@pytest.fixture
def scheme(tmp_path: Path) -> Programme:
    """The programme with a region's weights, the same in every stage."""
    programme = next(p for p in load_catalogue().programmes if p.name == "innovation_points")
    weights = [name for name in programme.programme.parameters if name.startswith("weight_")]
    path = tmp_path / "innovation_points.toml"
    path.write_text("\n".join(_weight(name, WEIGHTS.get(name, 0)) for name in weights), "utf-8")
    faults: list[Any] = []
    parameters = read_own_values(path, str(path), programme.programme.parameters, faults)
    assert faults == []
    return replace(programme.programme, parameters=parameters)


def test_scores_are_added_up_by_the_weights_of_the_stage(scheme: Programme) -> None:
    assert points(scheme, SCORES | {"stage": 2})["weighted_points"] == pytest.approx(66.0)


def test_one_counted_indicator_without_a_score_leaves_the_points_unknown(scheme: Programme) -> None:
    given = {name: score for name, score in SCORES.items() if name != "score_rd_share"}

    assert points(scheme, given | {"stage": 2})["weighted_points"] is None


def test_a_stage_nobody_knows_leaves_the_points_unknown(scheme: Programme) -> None:
    assert points(scheme, SCORES)["weighted_points"] is None


def test_a_constraint_whose_deduction_is_not_published_leaves_the_points_unknown(
    scheme: Programme,
) -> None:
    made = points(scheme, SCORES | {"stage": 2, "has_constraint": True})

    assert made["weighted_points"] == pytest.approx(66.0)
    assert made["innovation_points"] is None


def test_the_region_that_deducts_for_a_constraint_says_how_much(scheme: Programme) -> None:
    given = SCORES | {"stage": 2, "has_constraint": True}

    made = points(scheme, given, {"constraint_deduction": 10})

    assert made["innovation_points"] == pytest.approx(56.0)


def test_a_weight_that_begins_in_the_future_says_nothing_today(tmp_path: Path) -> None:
    programme = next(p for p in load_catalogue().programmes if p.name == "innovation_points")
    path = tmp_path / "innovation_points.toml"
    path.write_text(_weight("weight_rd_amount", 1).replace("2024-08-13", "2030-01-01"), "utf-8")
    faults: list[Any] = []

    parameters = read_own_values(path, str(path), programme.programme.parameters, faults)

    own = parameters["weight_rd_amount"]
    assert (faults, own.on(DAY), own.on(date(2030, 1, 1)) is not None) == ([], None, True)
    scheme = replace(programme.programme, parameters=parameters)
    assert points(scheme, SCORES | {"stage": 2})["weighted_points"] is None


def points(
    programme: Programme, given: dict[str, Any], parameters: dict[str, Any] | None = None
) -> dict[str, Any]:
    graph = case_graph(programme, Case(DAY, {}, {}, parameters or {}))
    made = compute(graph, case_columns(graph, given))
    return {name: vector.over(1).at(0) for name, vector in made.items()}


def _weight(name: str, weight: float) -> str:
    return (
        f"[{name}]\n[[{name}.value]]\nfrom = 2024-08-13\n"
        f'source = "测试数据"\nmark = "choice"\nbands = [{{ value = {weight} }}]\n'
    )
