"""Troubles that are not ours to word: a line Typer cannot read, an error nobody foresaw."""

import re
from pathlib import Path

import typer.exceptions

from ceyuan.catalogue.fault import nearest
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import BadInput, CeyuanError


class UnreadableLine(BadInput):
    """The command line names a command or an option that there is not, or leaves one out."""


class InternalError(CeyuanError):
    """The program did what nobody foresaw: a fault of the program, not of the person."""


class OptionsDisagree(BadInput):
    """Two options that cannot both hold."""


def refuse_together(*options: tuple[str, object]) -> None:
    """Tell that only one of these options can be given.

    Raises:
        OptionsDisagree: two of them are.
    """
    given = [name for name, value in options if value]
    if len(given) > 1:
        raise OptionsDisagree(
            Bilingual(
                f"{given[0]} 不能和 {given[1]} 同用", f"{given[0]} cannot go with {given[1]}"
            ),
            remedy=Bilingual("去掉其中一个", "leave one of them out"),
        )


def wording(error: Exception) -> CeyuanError:
    """The error as what, where, what to do."""
    if isinstance(error, typer.exceptions.TyperException):
        return usage_error(error)
    return internal_error(error)


def usage_error(error: Exception) -> CeyuanError:
    """The error of a command line that cannot be read, in both languages."""
    said = error.format_message() if hasattr(error, "format_message") else str(error)
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "ceyuan"
    return UnreadableLine(
        Bilingual(_in_chinese(error, said), said),
        remedy=Bilingual(f"看 {path} --help", f"see {path} --help"),
    )


def internal_error(error: Exception) -> CeyuanError:
    """An unforeseen error: its kind and place, and how to see everything."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    spot = (
        f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}"
        if trace is not None
        else ""
    )
    said = f"{type(error).__name__}: {error}"
    return InternalError(
        Bilingual(f"程序内部出错：{said}", f"the program failed: {said}"),
        where=spot,
        remedy=Bilingual(
            "设 CEYUAN_DEBUG=1 再运行可见全部细节，请连同命令一起报告",
            "run again with CEYUAN_DEBUG=1 to see everything, and report it with the command",
        ),
    )


def _in_chinese(error: Exception, said: str) -> str:
    option = getattr(error, "option_name", "")
    param = getattr(error, "param", None)
    label = (
        getattr(param, "metavar", "")
        if getattr(param, "param_type_name", "") == "argument" and getattr(param, "metavar", "")
        else getattr(param, "human_readable_name", "") or (param.opts[0] if param else "")
        if param
        else ""
    )
    match type(error).__name__:
        case "NoSuchOption":
            like = nearest(option, [str(p) for p in getattr(error, "possibilities", None) or []])
            return f"没有选项 {option}" + (f"，是否想写 {like}？" if like else "")
        case "MissingParameter":
            return f"缺少 {label}" if label else said
        case "BadParameter":
            return f"{label} 的内容不对：{_wish_in_chinese(getattr(error, 'message', said))}"
        case "BadOptionUsage":
            return f"选项 {option} 后面缺少内容"
    if m := re.match(r"No such command '(.*?)'", said):
        return f"没有命令 {m[1]}"
    if said.startswith("Got unexpected extra argument"):
        return "多出的内容：" + said.partition("(")[2].rstrip(").")
    return said


def _wish_in_chinese(said: str) -> str:
    """What an option wants, as the libraries say it."""
    if m := re.search(r"greater than or equal to (-?[\d.]+)", said):
        return f"不能小于 {m[1]}"
    if m := re.search(r"less than or equal to (-?[\d.]+)", said):
        return f"不能大于 {m[1]}"
    if "valid integer" in said:
        return "要写整数"
    if "valid number" in said:
        return "要写数字"
    if m := re.search(r"is not one of (.+?)\.?$", said):
        return f"只能是 {m[1].replace(chr(39), '')}"
    if m := re.search(r"Input should be (.+)", said):
        return f"只能是 {m[1].replace(' or ', ' 或 ')}"
    return said
