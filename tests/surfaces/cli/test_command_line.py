"""The command line as such: languages, help, troubles in words, exit codes."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ceyuan import __version__
from ceyuan.model.errors import CeyuanError
from ceyuan.surfaces.cli.asked import Asked, MissingValue, UnknownLanguage, take_asked
from ceyuan.surfaces.cli.commands import all_commands
from ceyuan.surfaces.cli.main import run

Ceyuan = Callable[..., Any]


def test_the_version_is_printed(ceyuan: Ceyuan) -> None:
    said = ceyuan("--version")

    assert (said.out.strip(), said.code) == (f"ceyuan {__version__}", 0)


def test_help_is_chinese_first_and_lists_every_command(ceyuan: Ceyuan) -> None:
    said = ceyuan("--help")

    assert said.code == 0
    assert "台账" in said.out
    for command in all_commands():
        assert re.search(rf"^│ {command.name}\s+{command.help.zh[:2]}", said.out, re.MULTILINE)


def test_help_is_english_where_english_is_asked_for(ceyuan: Ceyuan) -> None:
    by_option = ceyuan("read", "--help", "--lang", "en")
    by_environment = ceyuan("read", "--help", CEYUAN_LANG="en_GB.UTF-8")

    assert "read documents and say what they state" in by_option.out
    assert not re.search(r"[\u4e00-\u9fff]", by_option.out)
    assert by_environment.out == by_option.out


def test_without_a_command_the_help_is_shown(ceyuan: Ceyuan) -> None:
    assert "ceyuan" in (said := ceyuan()).out + said.err


@pytest.mark.parametrize(
    ("line", "chinese", "english"),
    [
        (["chek"], "没有命令 chek", "No such command 'chek'"),
        (["check", "--jsn"], "是否想写 --json", "--jsn"),
        (["read"], "缺少", "Missing"),
        (["facts", "--limit", "many"], "--limit", "--limit"),
        (["facts", "--as-of", "2024-02-30"], "不是日期", "is no day"),
        (["facts", "--standing", "sure"], "没有性质", "there is no standing"),
        (["facts"], "还没有数据文件夹", "there is no home folder yet"),
        (["test"], "./ceyuan test", "./ceyuan test"),
    ],
)
def test_a_trouble_is_told_with_what_to_do_and_exit_code_2(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    line: list[str],
    chinese: str,
    english: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    for language, wanted, to_do in (("zh", chinese, "处理: "), ("en", english, "to do: ")):
        assert run(["--lang", language, *line]) == 2

        said = capsys.readouterr()
        assert said.out == ""
        assert wanted in said.err
        assert to_do in said.err


def test_a_language_there_is_not_is_refused_in_the_first_one(
    ceyuan: Ceyuan,
) -> None:
    said = ceyuan("facts", "--lang", "fr")

    assert said.code == 2
    assert "没有语言 'fr'" in said.err


def test_an_error_nobody_foresaw_is_a_sentence_and_a_traceback_only_on_request(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(package: str) -> None:
        raise ZeroDivisionError("by zero")

    monkeypatch.setattr("ceyuan.journeys.check.check_district", fails)
    monkeypatch.delenv("CEYUAN_DEBUG", raising=False)

    assert run(["--lang", "en", "check"]) == 2

    told = capsys.readouterr().err
    assert "the program failed: ZeroDivisionError: by zero" in told
    assert "test_command_line.py:" in told
    assert "CEYUAN_DEBUG=1" in told
    monkeypatch.setenv("CEYUAN_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        run(["check"])


def test_a_question_in_the_wrong_folder_leaves_no_home_there(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CEYUAN_HOME", raising=False)

    for line in (["facts"], ["documents"], ["conflicts"], ["fact", "00000000"], ["serve"]):
        assert run(line) == 2

    assert list(tmp_path.iterdir()) == []


def test_language_and_home_may_stand_anywhere_on_the_line() -> None:
    before = take_asked(["--lang", "en", "--home=/x", "facts"], {})
    after = take_asked(["facts", "--home", "/x", "--lang=en"], {})

    assert before == after
    assert before[1] == ["facts"]


def test_the_line_wins_over_the_environment() -> None:
    assert take_asked(["--lang", "zh"], {"CEYUAN_LANG": "en"})[0] == Asked("zh")


def test_what_follows_two_dashes_is_left_alone() -> None:
    assert take_asked(["read", "--", "--lang"], {})[1] == ["read", "--", "--lang"]


@pytest.mark.parametrize(
    ("line", "error"),
    [(["--lang", "fr"], UnknownLanguage), (["facts", "--home"], MissingValue)],
)
def test_a_wish_that_cannot_be_read_is_refused(line: list[str], error: type[CeyuanError]) -> None:
    with pytest.raises(error):
        take_asked(line, {})


def test_every_command_explains_itself_in_two_languages() -> None:
    for command in all_commands():
        assert re.search(r"[\u4e00-\u9fff]", command.help.zh), command.name
        assert command.help.en.isascii() or "…" in command.help.en, command.name
