"""The command line as Typer sees it, with its help in the language of the call."""

from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from ceyuan.model.bilingual import in_language
from ceyuan.surfaces.cli.asked import asked, say
from ceyuan.surfaces.cli.commands import all_commands


def build() -> typer.Typer:
    """Every command, ready to be called."""
    app = typer.Typer(
        name="ceyuan",
        cls=_Group,
        help=say(
            "策源：一个区县的科技创新体系，一本每个数字都有出处的台账。",
            "Ceyuan: a district's innovation system as one ledger in which every figure answers for itself.",
        ),
        add_completion=False,
        no_args_is_help=True,
        rich_markup_mode="rich",
        context_settings={"help_option_names": ["--help", "-h"]},
    )
    app.callback()(_globals)
    for command in all_commands():
        app.command(
            command.name,
            cls=_Command,
            help=in_language(command.help, asked().language),
            rich_help_panel=in_language(command.group.term, asked().language),
        )(command.run)
    return app


def _globals(
    lang: Annotated[
        str, typer.Option("--lang", metavar="zh|en", help=say("界面语言", "language"))
    ] = "zh",
    home: Annotated[
        str,
        typer.Option("--home", metavar="DIR", help=say("数据文件夹", "the home folder")),
    ] = "./ceyuan-home",
    version: Annotated[bool, typer.Option("--version", help=say("版本", "the version"))] = False,
) -> None:
    """`--lang`, `--home` and `--version` are taken off the line before it comes here."""


class _HelpInLanguage:
    """`--help` explains itself in the language of the call too, without the words of programmers."""

    def get_help_option(self, ctx: Any) -> Any:
        option = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.help = say("显示本说明", "show this help")
        return option

    def get_usage(self, ctx: Any) -> str:
        usage = str(super().get_usage(ctx)).translate(_BRACES)  # type: ignore[misc]
        for english, chinese in _USAGE:
            usage = usage.replace(english, say(chinese, english))
        return usage

    def format_help(self, ctx: Any, formatter: Any) -> None:
        _name_panels()  # here, because the module with the names is slow to import
        for param in self.get_params(ctx):  # type: ignore[attr-defined]
            if getattr(param, "is_flag", False) or param.param_type_name == "argument":
                param.display_type_rich = lambda ctx: None  # <bool>, <list[str]> help nobody
        super().format_help(ctx, formatter)  # type: ignore[misc]
        _show_examples(ctx.info_name)


class _Command(_HelpInLanguage, TyperCommand):
    pass


class _Group(_HelpInLanguage, TyperGroup):
    pass


def _show_examples(command: str) -> None:
    """Lines to copy, where the command has some."""
    from ceyuan.surfaces.cli.screen import out

    lines = next((one.examples for one in all_commands() if one.name == command), ())
    if lines:
        out().print(say(" 例如", " for example"), style="dim")
        for line in lines:
            out().print(f"   ceyuan {line}", markup=False, soft_wrap=True)
        out().print()


#: The words of a line of usage.
_USAGE = (
    ("Usage: ", "用法："),
    ("[OPTIONS]", "[选项]"),
    ("COMMAND [ARGS]...", "命令 …"),
)
#: Around arguments that must be given; they look as if they were to be typed.
_BRACES = str.maketrans("", "", "{}")


def _name_panels() -> None:
    from typer import rich_utils

    rich_utils.ARGUMENTS_PANEL_TITLE = say("内容", "Arguments")
    rich_utils.OPTIONS_PANEL_TITLE = say("选项", "Options")
    rich_utils.COMMANDS_PANEL_TITLE = say("命令", "Commands")
    rich_utils.DEFAULT_STRING = say("[默认：{}]", "[default: {}]")
    rich_utils.REQUIRED_LONG_STRING = say("[必填]", "[required]")
