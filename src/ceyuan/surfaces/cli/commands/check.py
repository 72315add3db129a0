"""`ceyuan check`: every folder of the district looked at, its examples run."""

from typing import TYPE_CHECKING, Annotated

import typer

from ceyuan.catalogue.fault import CatalogueFault
from ceyuan.model.bilingual import Bilingual, in_language
from ceyuan.surfaces.cli.asked import asked, say
from ceyuan.surfaces.cli.command import BUILD, Command
from ceyuan.surfaces.cli.screen import new_table, out, print_json, print_line, progress, tell

if TYPE_CHECKING:
    from ceyuan.journeys.check import DistrictCheck
    from ceyuan.journeys.examples import ExampleOutcome


def check(
    programme: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PROGRAMME]…",
            help=say(
                "只运行这些政策的例子（文件夹名）",
                "run the examples of these programmes only (names of folders)",
            ),
        ),
    ] = None,
    examples: Annotated[
        bool,
        typer.Option("--examples/--no-examples", help=say("也运行例子", "run the examples too")),
    ] = True,
    json: Annotated[bool, typer.Option("--json", help=say("机器可读", "for machines"))] = False,
) -> int:
    """Look at every card, kind, place and Python file, run the examples, and say all that is wrong."""
    from ceyuan.journeys.check import check_district
    from ceyuan.office import Settings

    result = check_district(Settings().district)
    outcomes = _outcomes(result, programme or []) if examples and not result.faults else []
    failed = [outcome for outcome in outcomes if outcome.complaints]
    if json:
        print_json(_plain(result, outcomes))
    else:
        for fault in result.faults:
            tell(fault)
        for outcome in failed:
            _tell_failed(outcome)
        _show_found(result)
        _sum_up(result, outcomes, failed)
    return 2 if result.faults or failed else 0


def _outcomes(result: "DistrictCheck", only: list[str]) -> "list[ExampleOutcome]":
    from datetime import datetime

    from ceyuan.journeys.examples import run_reading_examples
    from ceyuan.journeys.programme_examples import run_programme_examples
    from ceyuan.surfaces.cockpit.page_examples import run_page_examples

    assert result.catalogue is not None
    if only:
        return list(run_programme_examples(result.catalogue, only))
    now = datetime.now().astimezone()
    with progress(say("运行例子", "running the examples")):
        return [
            *run_reading_examples(result.catalogue),
            *run_page_examples(result.catalogue, now),
            *run_programme_examples(result.catalogue),
        ]


def _tell_failed(outcome: "ExampleOutcome") -> None:
    said = [complaint.in_language(asked().language) for complaint in outcome.complaints]
    tell(
        CatalogueFault(
            say(f"例子“{outcome.name}”不成立", f"the example “{outcome.name}” does not hold")
            + "".join(f"\n    {line}" for line in said),
            where=outcome.where,
            remedy=Bilingual("改正程序，或改正例子", "correct the program, or the example"),
        )
    )


def _show_found(result: "DistrictCheck") -> None:
    table = new_table()
    table.add_column(say("种类", "sort"))
    table.add_column(say("数量", "found"), justify="right")
    for sort, names in result.found.items():
        table.add_row(sort, str(len(names)))
    if result.found:
        out().print(table)
        print_line("")


def _sum_up(
    result: "DistrictCheck", outcomes: "list[ExampleOutcome]", failed: "list[ExampleOutcome]"
) -> None:
    if result.faults:
        n = len(result.faults)
        print_line(say(f"共 {n} 处问题", f"{n} fault{'s' if n > 1 else ''}"), "bold red")
        return
    if outcomes:
        held, all_ = len(outcomes) - len(failed), len(outcomes)
        style = "bold red" if failed else "green"
        print_line(say(f"例子 {all_} 个，成立 {held} 个", f"{held} of {all_} examples hold"), style)
    if not failed:
        print_line(say(f"{result.package}：没有问题", f"{result.package}: no faults"), "green")


def _plain(result: "DistrictCheck", outcomes: "list[ExampleOutcome]") -> dict[str, object]:
    language = asked().language
    return {
        "package": result.package,
        "found": result.found,
        "faults": [
            {
                "what": in_language(fault.what, language),
                "where": in_language(fault.where, language),
                "remedy": in_language(fault.remedy, language),
            }
            for fault in result.faults
        ],
        "examples": [
            {
                "where": outcome.where,
                "name": outcome.name,
                "complaints": [in_language(c, language) for c in outcome.complaints],
            }
            for outcome in outcomes
        ],
    }


COMMAND = Command(
    "check",
    Bilingual(
        "检查区县文件夹：卡片、类别、地名、程序、例子", "look at every folder of the district"
    ),
    check,
    BUILD,
    20,
)
