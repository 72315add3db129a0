"""`ceyuan credit simulate` on the command line, and the amounts people write there."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest

from ceyuan.authoring.typed_amount import UnreadableAmount, read_share, read_yuan

Ceyuan = Callable[..., Any]

PLAN = ["credit", "simulate", "--lending", "100万", "--lending-months", "1", "--from", "2025-01-01"]


def test_a_calm_pool_lasts_and_the_answer_names_the_notice(ceyuan: Ceyuan) -> None:
    said = ceyuan(*PLAN, "--capital", "1000万", "--default", "平稳=5%")

    assert said.code == 0
    assert "40,000.00" in said.out  # 5万 lost, 80 % paid
    assert "风险补偿比例 80%" in said.out
    assert "没有" in said.out


def test_a_pool_that_runs_dry_ends_with_exit_code_1_and_says_when(ceyuan: Ceyuan) -> None:
    said = ceyuan(*PLAN, "--capital", "1万", "--default", "恶化=50%", "--json")

    (scenario,) = said.json["scenarios"]
    assert said.code == 1
    assert scenario["depleted"] == "2026-01"
    assert (scenario["lost"], scenario["paid"], scenario["bank"]) == (500_000, 10_000, 490_000)
    assert (scenario["municipal"], scenario["district"]) == (4_000, 6_000)


@pytest.mark.parametrize(
    "line",
    [
        ["--capital", "很多", "--default", "平稳=5%"],
        ["--capital", "1万", "--default", "平稳=500%"],
        ["--capital", "1万", "--default", "平稳="],
        ["--capital", "1万", "--default", "平稳=5%", "--programme", "nothing"],
        ["--capital", "1万", "--default", "平稳=5%", "--loans", "没有.xlsx"],
    ],
)
def test_a_slip_is_told_with_what_to_do(ceyuan: Ceyuan, line: list[str]) -> None:
    said = ceyuan(*PLAN, *line)

    assert said.code == 2
    assert "处理" in said.err
    assert "Traceback" not in said.err


@pytest.mark.parametrize(
    ("written", "fen"),
    [
        ("5000000", 5_000_000_00),
        ("500万", 5_000_000_00),
        ("1.2亿元", 120_000_000_00),
        ("0.01", 1),
        ("1,000.50", 1_000_50),
        ("0", 0),
    ],
)
def test_amounts_are_read_to_the_fen(written: str, fen: int) -> None:
    assert read_yuan(written, "--capital") == fen


@pytest.mark.parametrize(
    "written", ["", "-1", "0.001", "万", "1e99", "nan", "inf", "五百", "1万万"]
)
def test_what_is_no_amount_is_refused(written: str) -> None:
    with pytest.raises(UnreadableAmount):
        read_yuan(written, "--capital")


def test_shares_are_exact() -> None:
    assert read_share("5%", "--default") == read_share("0.05", "--default") == Fraction(1, 20)
    assert read_share("0.1", "--default") + read_share("0.2", "--default") == Fraction(3, 10)


@pytest.mark.parametrize("written", ["", "101%", "-1%", "百分之五", "nan", "1.01"])
def test_what_is_no_share_is_refused(written: str) -> None:
    with pytest.raises(UnreadableAmount):
        read_share(written, "--default")
