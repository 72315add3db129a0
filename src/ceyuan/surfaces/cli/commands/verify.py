"""`ceyuan verify`: is everything in the home still what it was?"""

from typing import TYPE_CHECKING, Annotated

import typer

from ceyuan.model.bilingual import Bilingual
from ceyuan.surfaces.cli.asked import asked, say
from ceyuan.surfaces.cli.command import KEEP, Command
from ceyuan.surfaces.cli.screen import err, harmless, print_json, print_line, working

if TYPE_CHECKING:
    from ceyuan.journeys.verify import Verified


def verify(
    json: Annotated[bool, typer.Option("--json", help=say("机器可读", "for machines"))] = False,
) -> int:
    """Exit code 1 where something was found."""
    from ceyuan.journeys.verify import verify as verify_home
    from ceyuan.surfaces.cli.open_office import open_office

    with open_office() as office, working(say("核对", "verifying")) as step:
        found = verify_home(office, progress=lambda what: step(what.in_language(asked().language)))
    if json:
        print_json(_plain(found))
    else:
        for finding in found.findings:
            err().print(finding.what.in_language(asked().language), style="bold red", markup=False)
            err().print(
                harmless(f"  {finding.where}"), style="yellow", markup=False, soft_wrap=True
            )
        _sum_up(found)
    return 0 if found.clean else 1


def _sum_up(found: "Verified") -> None:
    looked = say(
        f"核对了 {found.documents} 份文件、{found.facts} 条事实、{found.events} 个事件",
        f"looked at {found.documents} documents, {found.facts} facts, {found.events} events",
    )
    if found.clean:
        print_line(say(f"{looked}：没有改动", f"{looked}: nothing was altered"), "green")
    else:
        n = len(found.findings)
        print_line(say(f"{looked}：发现 {n} 处问题", f"{looked}: {n} findings"), "bold red")
    if found.seal:
        print_line(
            say(
                f"末条封印 {found.seal}（可另行抄存）",
                f"last seal {found.seal} (note it elsewhere)",
            ),
            "dim",
        )


def _plain(found: "Verified") -> dict[str, object]:
    language = asked().language
    return {
        "clean": found.clean,
        "documents": found.documents,
        "facts": found.facts,
        "entries": found.entries,
        "events": found.events,
        "seal": found.seal,
        "findings": [
            {"what": finding.what.in_language(language), "where": finding.where}
            for finding in found.findings
        ],
    }


COMMAND = Command(
    "verify",
    Bilingual("核对有没有被改动", "check that nothing was altered"),
    verify,
    KEEP,
    10,
)
