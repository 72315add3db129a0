"""`ceyuan explain`: one programme about one firm, every step and condition."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ceyuan.model.bilingual import Bilingual, in_language
from ceyuan.surfaces.cli.asked import asked, say
from ceyuan.surfaces.cli.command import POLICY, Command
from ceyuan.surfaces.cli.screen import new_table, out, print_json, print_line, words

if TYPE_CHECKING:
    from ceyuan.engines.rules.distance import Change
    from ceyuan.journeys.explain import Explained

_MARKS = {True: ("✓", "green"), False: ("✗", "red"), None: ("？", "yellow")}


def explain(
    subject: Annotated[
        str,
        typer.Argument(metavar="SUBJECT", help=say("名称或标识", "name or identifier")),
    ],
    programme: Annotated[
        str,
        typer.Argument(metavar="PROGRAMME", help=say("政策（文件夹名）", "name of a programme")),
    ],
    on: Annotated[str, typer.Option(metavar="DATE", help=say("测算日", "the day asked"))] = "",
    table: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help=say("自己的工作簿或 CSV", "a workbook or CSV")),
    ] = None,
    certificate: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE.json",
            help=say("写出可离线复核的凭据", "write a certificate that recomputes offline"),
        ),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help=say("机器可读", "for machines"))] = False,
) -> int:
    """Conditions in the words of the notice, inputs with their facts, what is lacking, how far."""
    from ceyuan.journeys.explain import explain as explained
    from ceyuan.surfaces.cli.commands.assess import run

    assessed = run([programme], table, on, "duckdb")
    one = explained(assessed, subject)[0]
    if certificate is not None:
        from ceyuan.journeys.certify import write_certificate

        write_certificate(assessed, one, certificate)
    if json:
        from ceyuan.surfaces.cli.answer_json import explained_line

        print_json(explained_line(one, asked().language))
        return 0
    _show(one, assessed.answers[0].programme.title)
    return 0


def _show(one: "Explained", title: Bilingual) -> None:
    from ceyuan.surfaces.cli.assess_view import verdict_word

    answer = one.answer
    said = in_language(title, asked().language)
    print_line(f"{one.name} · {said} · {answer.on}", "bold")
    colour = _MARKS[answer.eligible][1]
    print_line(say("结论：", "verdict: ") + verdict_word(answer.eligible), f"bold {colour}")
    if answer.amount is not None:
        print_line(say(f"金额：{answer.amount:,.2f} 元", f"amount: {answer.amount:,.2f} yuan"))
    print_line("")
    table = new_table()
    for heading in ("", say("条款", "article"), say("条件", "condition")):
        table.add_column(heading, overflow="fold")
    for step in one.trace.steps:
        if step.name in answer.clauses:
            mark, style = _MARKS[answer.clauses[step.name]]
            table.add_row(words(mark, style), words(step.article), words(step.sentence))
    out().print(table)
    print_line("")
    steps = new_table(say("计算", "steps"))
    for heading in (
        say("步骤", "step"),
        say("值", "value"),
        say("公式", "formula"),
        say("依据", "numbers"),
    ):
        steps.add_column(heading, overflow="fold")
    for step in one.trace.steps:
        used = "；".join(
            f"{p.name} = {_print(p.value, p.unit)}（{p.source}）" for p in step.parameters
        )
        steps.add_row(
            words(step.name), words(_print(step.value, step.unit)), words(step.formula), words(used)
        )
    out().print(steps)
    print_line("")
    inputs = new_table(say("数据", "inputs"))
    for heading in (say("字段", "field"), say("值", "value"), say("出处", "fact")):
        inputs.add_column(heading)
    for given in one.trace.inputs:
        inputs.add_row(
            words(given.title), words(_print(given.value, given.unit)), words(given.fact[:12])
        )
    out().print(inputs)
    _show_lacking(one)


def _show_lacking(one: "Explained") -> None:
    for lack in one.answer.missing:
        what = in_language(lack.what, asked().language)
        by = f"（{lack.settled_by}）" if lack.settled_by else ""
        print_line(say(f"缺：{what}{by}", f"missing: {what}{by}"), "yellow")
    for change in one.distance.changes[:5]:
        print_line(say("改变一项即可符合：", "one change would do: ") + _change(change), "cyan")
    if one.distance.from_day:
        day = one.distance.from_day
        print_line(say(f"其余不变，{day} 起符合", f"with nothing else changed, from {day}"), "cyan")
    for change in one.distance.losses[:5]:
        print_line(say("会因此失去：", "would be lost at: ") + _change(change), "magenta")
    for remark in one.answer.remarks:
        print_line(in_language(remark, asked().language), "dim")


def _change(change: "Change") -> str:
    return f"{change.title} {_print(change.now, change.unit)} → {_print(change.then, change.unit)}"


def _print(value: Any, unit: str) -> str:
    if value is None:
        return say("不知", "unknown")
    if isinstance(value, bool):
        return say("是", "yes") if value else say("否", "no")
    if isinstance(value, float | int):
        if unit == "share":
            return f"{value:.4%}"
        return f"{value:,.10g}{unit}" if abs(value) < 1e9 else f"{value:,.2f}{unit}"
    if isinstance(value, tuple):
        return say("分档表", "table of bands")
    return str(value)


COMMAND = Command(
    "explain",
    Bilingual("一家企业对一项政策：逐条说明", "one firm and one programme, step by step"),
    explain,
    POLICY,
    20,
)
