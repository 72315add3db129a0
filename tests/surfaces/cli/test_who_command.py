"""`ceyuan who` as people run it. All firms are invented."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Ceyuan = Callable[..., Any]

FIRMS = [
    {"id": "a", "name": "砺帆光电股份有限公司"},
    {"id": "b", "name": "泉州砺帆光电有限公司"},
    {"id": 3, "name": "岚江溯源科技股份有限公司", "aliases": ["岚江通用机械厂"]},
]


@pytest.fixture
def among(tmp_path: Path) -> Path:
    file = tmp_path / "among.jsonl"
    file.write_text("\n".join(json.dumps(firm) for firm in FIRMS), encoding="utf-8")
    return file


def test_for_machines_each_name_is_one_line(ceyuan: Ceyuan, among: Path) -> None:
    said = ceyuan("who", "砺帆光电", "岚江通用机械厂", "无名氏商行", "--among", among, "--json")

    lines = [json.loads(line) for line in said.out.splitlines()]
    assert [line["name"] for line in lines] == ["砺帆光电", "岚江通用机械厂", "无名氏商行"]
    assert [line["match"] for line in lines] == ["a", 3, None]
    assert lines[0]["canonical"] == "砺帆光电股份有限公司"
    assert lines[2]["canonical"] is None
    assert all(0 <= line["score"] <= 1 for line in lines)
    assert all(isinstance(reason, str) for line in lines for reason in line["reasons"])
    assert said.code == 1


def test_people_read_who_is_meant_and_why(ceyuan: Ceyuan, among: Path) -> None:
    said = ceyuan("who", "泉州砺帆光电", "--among", among)

    assert "泉州砺帆光电有限公司" in said.out
    assert "地区相同" in said.out
    assert said.code == 0


def test_names_come_from_a_file(ceyuan: Ceyuan, among: Path, tmp_path: Path) -> None:
    (tmp_path / "names.txt").write_text("砺帆光电\n泉州砺帆光电\n", encoding="utf-8")

    said = ceyuan("who", "--names", tmp_path / "names.txt", "--among", among, "--json")

    assert [json.loads(line)["match"] for line in said.out.splitlines()] == ["a", "b"]


@pytest.mark.parametrize(
    "line",
    [
        ["who"],
        ["who", "砺帆", "--among", "absent.jsonl"],
        ["who", "decide", "a"],
        ["who", "decide", "a", "b", "maybe"],
    ],
)
def test_what_cannot_be_understood_is_told(ceyuan: Ceyuan, line: list[str]) -> None:
    said = ceyuan(*line)

    assert said.code == 2
    assert "处理" in said.err
    assert "Traceback" not in said.err
