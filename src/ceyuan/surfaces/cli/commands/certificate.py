"""`ceyuan certificate`: recompute a certificate from what it holds."""

from pathlib import Path
from typing import Annotated

import typer

from ceyuan.model.bilingual import Bilingual
from ceyuan.surfaces.cli.asked import say
from ceyuan.surfaces.cli.command import POLICY, Command
from ceyuan.surfaces.cli.screen import print_json, print_line


def certificate(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE.json",
            help=say("explain --certificate 写出的文件", "what `explain --certificate` wrote"),
        ),
    ],
    json: Annotated[bool, typer.Option("--json", help=say("机器可读", "for machines"))] = False,
) -> int:
    """Exit 0 where every answer comes out as certified, 1 where one does not."""
    from ceyuan.journeys.certify import check_certificate
    from ceyuan.surfaces.cli.assess_view import verdict_word
    from ceyuan.surfaces.cli.figure import figure

    checked = check_certificate(file)
    found = checked.check
    if json:
        print_json(
            {
                "holds": found.holds,
                "digest_holds": found.digest_holds,
                "differing": list(found.differing),
            }
        )
        return 0 if found.holds else 1
    print_line(f"{checked.subject} · {checked.title} · {checked.on}", "bold")
    amount = "" if checked.amount is None else say("，", ", ") + figure(checked.amount, "元")
    print_line(say("凭据写明：", "it says: ") + verdict_word(checked.eligible) + amount)
    if found.holds:
        print_line(
            say("重新计算的结果与凭据一致", "recomputed: everything comes out as certified"),
            "green",
        )
    if not found.digest_holds:
        print_line(
            say("内容与摘要不符：文件被改动过", "the digest does not hold: changed"), "bold red"
        )
    for name in found.differing:
        print_line(say(f"{name} 算出的结果不同", f"{name} comes out otherwise"), "red")
    return 0 if found.holds else 1


COMMAND = Command(
    "certificate",
    Bilingual("离线复核一份测算凭据", "recompute a certificate offline"),
    certificate,
    POLICY,
    40,
    ("certificate 凭据.json",),
)
