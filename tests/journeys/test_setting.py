"""Other numbers for a policy, as people type them."""

import math
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ceyuan.catalogue import Catalogue, load_catalogue
from ceyuan.engines.rules.programme import Programme
from ceyuan.journeys.setting import BadSetting, read_settings
from ceyuan.model.errors import Faults

ON = date(2025, 6, 1)


@pytest.fixture(scope="module")
def prize() -> Programme:
    catalogue: Catalogue = load_catalogue("toyland")
    return {item.name: item.programme for item in catalogue.programmes}["kite_prize"]


@pytest.mark.parametrize(
    ("typed", "name", "value"),
    [
        ("cap=1.5万", "cap", 15_000.0),
        ("cap=1,500元", "cap", 1_500.0),
        ("奖励限额＝２００", "cap", 200.0),
        ("rate=30%", "rate", 0.3),
        ("rate=0.3", "rate", 0.3),
        ("奖励比例=150%", "rate", 1.5),
        ("makers_ceiling=60人", "makers_ceiling", 60.0),
        ("匠人数上限= 60 ", "makers_ceiling", 60.0),
        ("cap=0", "cap", 0.0),
    ],
)
def test_a_number_goes_by_name_or_title_and_may_have_its_unit(
    prize: Programme, typed: str, name: str, value: float
) -> None:
    assert read_settings(prize, [typed], ON) == {name: value}


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("rate=5", "不知是 5% 还是 500%"),
        ("rate=5万", "数值不对"),
        ("rate=-5%", "不能为负"),
        ("rate=nan", "数值不对"),
        ("rate=1e400", "数值不对"),
        ("cap=5%", "不是金额"),
        ("cap=-5", "不是金额"),
        ("cap=1万万", "不是金额"),
        ("cap=0.001", "不是金额"),
        ("cap=", "不是金额"),
        ("makers_ceiling=六十", "数值不对"),
        ("makers_ceiling=60元", "数值不对"),
        ("makers_ceiling", "没有等号"),
        ("paper_share_by_sales=0.1", "分档表"),
        ("paper_share=0.1", "没有参数"),
    ],
)
def test_what_may_mean_two_things_or_has_another_unit_is_refused(
    prize: Programme, typed: str, why: str
) -> None:
    with pytest.raises(BadSetting) as refused:
        read_settings(prize, [typed], ON)

    assert why in refused.value.told("zh")


def test_a_slip_of_the_pen_is_answered_with_the_name_that_was_meant(prize: Programme) -> None:
    with pytest.raises(BadSetting) as refused:
        read_settings(prize, ["makers_celing=5"], ON)

    assert "did you mean makers_ceiling?" in refused.value.told("en")


def test_a_number_set_twice_is_refused(prize: Programme) -> None:
    with pytest.raises(BadSetting):
        read_settings(prize, ["cap=1", "奖励限额=2"], ON)


def test_all_faults_of_a_line_are_told_together(prize: Programme) -> None:
    with pytest.raises(Faults) as refused:
        read_settings(prize, ["cap=x", "cup=1", "rate=30%"], ON)

    assert len(refused.value.faults) == 2


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(["cap", "rate", "makers_ceiling", "奖励限额", "years_floor"]),
    st.one_of(st.text(max_size=10), st.text(alphabet="0123456789.,-+eE%万亿元人年_ ", max_size=10)),
)
def test_whatever_is_typed_is_a_number_that_fits_or_is_refused(
    prize: Programme, name: str, typed: str
) -> None:
    try:
        made = read_settings(prize, [f"{name}={typed}"], ON)
    except BadSetting:
        return
    (value,) = made.values()
    assert math.isfinite(value)
    assert value >= 0
    prize.changed(made, ON, "测算")
