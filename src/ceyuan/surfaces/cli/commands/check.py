"""`ceyuan check`: every folder of the district looked at, its examples run."""

from typing import Annotated

import typer

from ceyuan.model.bilingual import Bilingual
from ceyuan.surfaces.cli.asked import say
from ceyuan.surfaces.cli.command import BUILD, Command
from ceyuan.surfaces.cli.screen import new_table, out, print_json, print_line, tell


def check(
    json: Annotated[bool, typer.Option("--json", help=say("机器可读", "for machines"))] = False,
) -> int:
    """Look at every card, kind, place and Python file, and say all that is wrong."""
    from ceyuan.journeys.check import check_district
    from ceyuan.office import Settings

    result = check_district(Settings().district)
    if json:
        print_json(
            {
                "package": result.package,
                "found": result.found,
                "faults": [
                    {
                        "what": str(f.what),
                        "where": str(f.where),
                        "remedy": str(f.remedy),
                    }
                    for f in result.faults
                ],
            }
        )
        return 2 if result.faults else 0
    for fault in result.faults:
        tell(fault)
    table = new_table()
    table.add_column(say("种类", "sort"))
    table.add_column(say("数量", "found"), justify="right")
    for sort, names in result.found.items():
        table.add_row(sort, str(len(names)))
    out().print(table)
    if result.faults:
        n = len(result.faults)
        print_line(say(f"共 {n} 处问题", f"{n} faults"), "bold red")
        return 2
    print_line(say(f"{result.package}：没有问题", f"{result.package}: no faults"), "green")
    return 0


COMMAND = Command(
    "check",
    Bilingual("检查区县文件夹：卡片、类别、地名、程序", "look at every folder of the district"),
    check,
    BUILD,
    20,
)
