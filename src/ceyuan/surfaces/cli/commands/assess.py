"""`ceyuan assess`: who qualifies for what, over the ledger or over a workbook of one's own."""

import json as json_library
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ceyuan.model.bilingual import Bilingual, in_language
from ceyuan.surfaces.cli.asked import asked, say
from ceyuan.surfaces.cli.command import POLICY, Command
from ceyuan.surfaces.cli.screen import (
    new_table,
    note,
    out,
    print_line,
    progress,
    words,
)

if TYPE_CHECKING:
    from ceyuan.journeys.assess import Assessed

#: Rows listed on the screen; the workbook and the machine get all.
_SHOWN = 40


def assess(
    programme: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PROGRAMME]…",
            help=say("政策（文件夹名）；不写为全部", "names of programmes; none for all"),
        ),
    ] = None,
    table: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help=say("自己的工作簿或 CSV，不录入台账", "a workbook or CSV of one's own"),
        ),
    ] = None,
    on: Annotated[str, typer.Option(metavar="DATE", help=say("测算日", "the day asked"))] = "",
    engine: Annotated[
        str,
        typer.Option(metavar="NAME", help=say("计算引擎", "duckdb, postgres, spark or numpy")),
    ] = "duckdb",
    to: Annotated[
        Path | None,
        typer.Option("--out", metavar="FILE.xlsx", help=say("结果工作簿", "write a workbook")),
    ] = None,
    everywhere: Annotated[
        bool,
        typer.Option(
            "--everywhere", help=say("也算其他地区的政策", "programmes of other places too")
        ),
    ] = False,
    keep: Annotated[
        bool, typer.Option("--keep", help=say("结论写入台账", "keep the answers in the ledger"))
    ] = False,
    json: Annotated[bool, typer.Option("--json", help=say("机器可读", "for machines"))] = False,
) -> int:
    """One line for each subject and programme with `--json`; else counts and lists."""
    assessed = run(programme or [], table, on, engine, everywhere=everywhere, keep=keep)
    if to is not None:
        from ceyuan.surfaces.cli.answer_workbook import write_workbook

        write_workbook(assessed, to)
    if json:
        from ceyuan.surfaces.cli.answer_json import answer_line

        for subject, answer in assessed.each():
            line = answer_line(subject, answer, asked().language)
            sys.stdout.write(json_library.dumps(line, ensure_ascii=False) + "\n")
        return 0
    _show(assessed)
    _tell_read(assessed)
    if to is not None:
        print_line(say(f"已写入 {to}", f"written: {to}"), "green")
    return 0


def run(
    wanted: list[str],
    table: Path | None,
    on: str,
    engine: str,
    *,
    everywhere: bool = False,
    keep: bool = False,
) -> "Assessed":
    """The assessment a command line asks for: of a file, or of the ledger of the home."""
    from datetime import date, datetime

    from ceyuan.journeys.assess import OWN_VALUES, assess_ledger, assess_table
    from ceyuan.surfaces.cli.day import read_day
    from ceyuan.surfaces.cli.open_office import open_office

    day = read_day(on, "--on") if on else date.today()
    with progress(say("测算", "assessing")) as step:
        if table is not None:
            from ceyuan.catalogue import load_catalogue
            from ceyuan.journeys.incoming import open_file
            from ceyuan.office import Settings

            settings = Settings()
            return assess_table(
                load_catalogue(settings.district),
                wanted,
                open_file(table),
                on=day,
                engine=engine,
                address=settings.database,
                own_values=(asked().home or settings.home) / OWN_VALUES,
                progress=step,
            )
        with open_office() as office:
            assessed = assess_ledger(
                office, wanted, on=day, engine=engine, everywhere=everywhere, progress=step
            )
            if keep:
                from ceyuan.journeys.keep_answers import keep_answers

                new = keep_answers(office, assessed, now=datetime.now().astimezone())
                note(say(f"入账 {new} 条推算事实", f"{new} derived facts kept"))
            return assessed


def _show(assessed: "Assessed") -> None:
    from ceyuan.surfaces.cli.answer_workbook import verdict_word

    table = new_table(say(f"测算日 {assessed.on}", f"on {assessed.on}"))
    table.add_column(say("政策", "programme"))
    for title in (
        say("符合", "eligible"),
        say("不符合", "not"),
        say("不能确定", "unknown"),
        say("金额合计（元）", "total (yuan)"),
    ):
        table.add_column(title, justify="right")
    for one in assessed.answers:
        yes, no, unknown = one.count()
        cost = f"{one.cost():,.2f}" if one.cost() else ""
        title = in_language(one.programme.title, asked().language)
        table.add_row(words(title), str(yes), str(no), str(unknown), cost)
    out().print(table)
    if len(assessed.answers) == 1:
        only = assessed.answers[0]
        print_line("")
        rows = new_table()
        for title in (say("对象", "subject"), say("结论", "verdict"), say("差什么", "lacking")):
            rows.add_column(title)
        names = assessed.names[only.programme.kind]
        for answer in only.each():
            if answer.row >= _SHOWN:
                note(
                    say(
                        f"另有 {only.rows - _SHOWN} 行，用 --out 或 --json",
                        f"{only.rows - _SHOWN} more: --out or --json",
                    )
                )
                break
            lacking = [in_language(lack.what, asked().language) for lack in answer.missing]
            lacking += [
                say(
                    f"{only.sentence(g.what)} {g.value:g}，限值 {g.limit:g}{_unit(g.unit)}",
                    f"{g.what} {g.value:g} of {g.limit:g}{_unit(g.unit)}",
                )
                for g in answer.gaps
            ]
            rows.add_row(
                words(names[answer.row]),
                verdict_word(answer.eligible),
                words("；".join(lacking[:4])),
            )
        out().print(rows)


def _unit(unit: str) -> str:
    return "" if unit == "share" else unit


def _tell_read(assessed: "Assessed") -> None:
    for name in assessed.not_in_force:
        note(say(f"{name}：当日不在有效期内", f"{name}: not in force that day"))
    if assessed.elsewhere:
        n = len(assessed.elsewhere)
        note(
            say(
                f"其他地区的政策 {n} 项未列（--everywhere）",
                f"{n} programmes of other places: --everywhere",
            )
        )
    for wild in assessed.absurd[:20]:
        note(
            say(
                f"第 {wild.row + 1} 行 {wild.column} = {wild.value!r} 不合常理，按不知处理",
                f"row {wild.row + 1}: {wild.column} = {wild.value!r} is no figure; taken as unknown",
            )
        )
    if assessed.own is None:
        return
    for remark in assessed.own.notes:
        note(in_language(remark, asked().language))
    for heading in assessed.own.read.unread:
        note(say(f"未用的列：{heading}", f"column not used: {heading}"))
    problems = assessed.own.problems
    for problem in problems[:20]:
        what = in_language(problem.what, asked().language)
        note(f"{problem.sheet}!{problem.cell} {what}")
    if len(problems) > 20 or assessed.own.read.more_problems:
        more = len(problems) - 20 + assessed.own.read.more_problems
        note(say(f"另有 {more} 个单元格读不出", f"{more} more cells could not be read"))


COMMAND = Command(
    "assess",
    Bilingual("谁符合哪项政策、差多少、能得多少", "who qualifies for what, and how far away"),
    assess,
    POLICY,
    10,
)
