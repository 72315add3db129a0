"""`ceyuan assess`: who qualifies for what, over the ledger or over a workbook of one's own."""

import json as json_library
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ceyuan.model.bilingual import Bilingual, in_language
from ceyuan.surfaces.cli.asked import asked, say
from ceyuan.surfaces.cli.command import POLICY, Command
from ceyuan.surfaces.cli.screen import note, print_line, progress, working

if TYPE_CHECKING:
    from ceyuan.engines.reading.table.columnwise import NoList
    from ceyuan.journeys.assess import Assessed


def assess(
    programme: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PROGRAMME",
            help=say(
                "政策的名称或标题，可写几个；不写为全部（ceyuan programme 列出）",
                "programmes by name or title; none for all (`ceyuan programme` lists them)",
            ),
            show_default=False,
        ),
    ] = None,
    table: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help=say(
                "自己的工作簿或 CSV，首行是表头，不录入台账",
                "a workbook or CSV of one's own with headings; nothing is kept",
            ),
        ),
    ] = None,
    sheet: Annotated[
        str,
        typer.Option(
            metavar="NAME",
            help=say(
                "读哪个工作表；不写为第一张有名单的",
                "the sheet to read; the first with a list if not given",
            ),
        ),
    ] = "",
    on: Annotated[
        str,
        typer.Option(
            metavar="DATE", help=say("测算日，默认今天", "the day asked; today if not given")
        ),
    ] = "",
    place: Annotated[
        str,
        typer.Option(
            metavar="CODE",
            help=say(
                "只算在此行政区划（六位代码）施行的政策",
                "only programmes that hold in this place (code of six digits)",
            ),
        ),
    ] = "",
    everywhere: Annotated[
        bool,
        typer.Option(
            "--everywhere", help=say("也算其他地区的政策", "programmes of other places too")
        ),
    ] = False,
    to: Annotated[
        Path | None,
        typer.Option(
            "--out", metavar="FILE.xlsx", help=say("全部结果写成工作簿", "write all as a workbook")
        ),
    ] = None,
    engine: Annotated[
        str,
        typer.Option(metavar="NAME", help=say("计算引擎", "duckdb, postgres, spark or numpy")),
    ] = "duckdb",
    keep: Annotated[
        bool, typer.Option("--keep", help=say("结论写入台账", "keep the answers in the ledger"))
    ] = False,
    json: Annotated[
        bool,
        typer.Option(
            "--json",
            help=say("机器可读：每个对象每项政策一行", "for machines: a line for each answer"),
        ),
    ] = False,
) -> int:
    """One line for each subject and programme with `--json`; else counts and lists."""
    from ceyuan.surfaces.cli.assess_view import show_counts, show_rows, tell_read

    if to is not None:
        from ceyuan.surfaces.cli.written import refuse_unwritable

        refuse_unwritable(to, "--out")
    assessed = run(
        programme or [],
        table,
        on,
        engine,
        sheet=sheet,
        place=place,
        everywhere=everywhere,
        keep=keep,
    )
    if to is not None:
        from ceyuan.surfaces.cli.answer_workbook import write_workbook

        with working(say("写工作簿", "writing the workbook")):
            write_workbook(assessed, to)
    if json:
        _print_lines(assessed)
    else:
        show_counts(assessed)
        if len(assessed.answers) == 1:
            show_rows(assessed, assessed.answers[0])
    tell_read(assessed)
    if to is not None:
        told = say(f"已写入 {to}", f"written: {to}")
        note(told) if json else print_line(told, "green")
    return 0


def run(
    wanted: list[str],
    table: Path | None,
    on: str,
    engine: str,
    *,
    sheet: str = "",
    place: str = "",
    everywhere: bool = False,
    keep: bool = False,
) -> "Assessed":
    """The assessment a command line asks for: of a file, or of the ledger of the home."""
    from datetime import date, datetime

    from ceyuan.journeys.assess import OWN_VALUES, assess_ledger, assess_table
    from ceyuan.surfaces.cli.day import read_day
    from ceyuan.surfaces.cli.open_office import open_office
    from ceyuan.surfaces.cli.place import read_place
    from ceyuan.surfaces.cli.trouble import refuse_together

    here = read_place(place)
    day = read_day(on, "--on") if on else date.today()
    refuse_together(("--table", table), ("--keep", keep))
    refuse_together(("--place", place), ("--everywhere", everywhere))
    with progress(say("测算", "assessing")) as step:
        if table is not None:
            from ceyuan.catalogue import load_catalogue
            from ceyuan.engines.reading.table.columnwise import NoList
            from ceyuan.journeys.incoming import open_file
            from ceyuan.office import Settings

            settings = Settings()
            try:
                return assess_table(
                    load_catalogue(settings.district),
                    wanted,
                    open_file(table),
                    on=day,
                    engine=engine,
                    address=settings.computing_database,
                    own_values=(asked().home or settings.home) / OWN_VALUES,
                    sheet=sheet,
                    place=here,
                    progress=step,
                )
            except NoList as refused:
                raise _with_template(refused) from refused
        with open_office() as office:
            assessed = assess_ledger(
                office,
                wanted,
                on=day,
                engine=engine,
                everywhere=everywhere,
                place=here,
                progress=step,
            )
            if keep:
                from ceyuan.journeys.keep_answers import keep_answers

                new = keep_answers(office, assessed, now=datetime.now().astimezone())
                note(say(f"入账 {new} 条推算事实", f"{new} derived facts kept"))
            return assessed


def _with_template(refused: "NoList") -> "NoList":
    """The refusal of a table without known headings, with where such headings are had."""
    zh, en = in_language(refused.remedy, "zh"), in_language(refused.remedy, "en")
    return type(refused)(
        refused.what,
        where=refused.where,
        remedy=Bilingual(
            f"{zh}；模板：ceyuan programme 政策 --template 模板.xlsx",
            f"{en}; a table to fill in: ceyuan programme NAME --template FILE.xlsx",
        ),
    )


def _print_lines(assessed: "Assessed") -> None:
    from ceyuan.surfaces.cli.answer_json import answer_line

    for subject, answer in assessed.each():
        line = answer_line(subject, answer, asked().language)
        sys.stdout.write(json_library.dumps(line, ensure_ascii=False) + "\n")


COMMAND = Command(
    "assess",
    Bilingual("谁符合哪项政策、差多少、能得多少", "who qualifies for what, and how far away"),
    assess,
    POLICY,
    10,
    (
        "assess --table 企业表.xlsx",
        "assess 科技型中小企业 高新技术企业认定 --table 企业表.xlsx --on 2025-06-30 --out 结果.xlsx",
        "assess --json > 结果.jsonl",
    ),
)
