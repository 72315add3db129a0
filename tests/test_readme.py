"""The two READMEs say the same, and cover every system the sources name."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CHINESE, ENGLISH = ROOT / "README.md", ROOT / "README.en.md"
STATES = {"可用": "works", "部分": "partly", "尚未": "not yet"}


def headings(text: str) -> list[int]:
    return [len(m[1]) for m in re.finditer(r"^(#+) ", text, re.MULTILINE)]


def coverage(text: str) -> dict[str, str]:
    return dict(re.findall(r"^\| (S\d\d) \| [^|]+ \| ([^|]+?) \|", text, re.MULTILINE))


def commands(text: str) -> list[str]:
    return re.findall(r"\./ceyuan [a-z]+", text)


def test_both_languages_have_the_same_sections_in_the_same_order() -> None:
    assert headings(CHINESE.read_text("utf-8")) == headings(ENGLISH.read_text("utf-8"))


def test_both_languages_name_the_same_commands_in_the_same_order() -> None:
    assert commands(CHINESE.read_text("utf-8")) == commands(ENGLISH.read_text("utf-8"))


def test_every_system_of_the_sources_has_its_row() -> None:
    rows = coverage(CHINESE.read_text("utf-8"))

    assert list(rows) == [f"S{n:02}" for n in range(1, 37)]


def test_both_languages_say_the_same_of_every_system() -> None:
    chinese = coverage(CHINESE.read_text("utf-8"))
    english = coverage(ENGLISH.read_text("utf-8"))

    assert {id: STATES[state] for id, state in chinese.items()} == english


@pytest.mark.parametrize("readme", [CHINESE, ENGLISH], ids=["zh", "en"])
def test_every_local_link_leads_somewhere(readme: Path) -> None:
    targets = re.findall(r"\]\((?!http)([^)#]+)", readme.read_text("utf-8"))

    assert targets
    assert [target for target in targets if not (ROOT / target).exists()] == []


def test_every_command_named_exists() -> None:
    from ceyuan.surfaces.cli.commands import all_commands

    known = {command.name for command in all_commands()}

    named = {line.split()[1] for line in commands(CHINESE.read_text("utf-8"))}
    assert named <= known
