"""`ceyuan certificate`: recompute a certificate from what it holds."""

from pathlib import Path
from typing import Annotated

import typer

from ceyuan.model.bilingual import Bilingual
from ceyuan.surfaces.cli.asked import say
from ceyuan.surfaces.cli.command import POLICY, Command
from ceyuan.surfaces.cli.screen import note, print_json, print_line


def certificate(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE.json",
            help=say("explain --certificate 写出的文件", "what `explain --certificate` wrote"),
        ),
    ],
    digest: Annotated[
        str,
        typer.Option(
            metavar="HEX",
            help=say("另行得到的摘要，与文件核对", "the digest as it came another way"),
        ),
    ] = "",
    json: Annotated[bool, typer.Option("--json", help=say("机器可读", "for machines"))] = False,
) -> int:
    """Exit 0 where every answer comes out as certified and by the notice's rules, else 1."""
    from ceyuan.catalogue import load_catalogue
    from ceyuan.journeys.certify import check_certificate
    from ceyuan.office import Settings
    from ceyuan.surfaces.cli.assess_view import verdict_word
    from ceyuan.surfaces.cli.figure import figure

    checked = check_certificate(file, load_catalogue(Settings().district))
    found = checked.check
    told = not digest.strip() or digest.strip().lower() == found.digest
    good = found.holds and told and not checked.other_rules
    if json:
        print_json(
            {
                "holds": found.holds,
                "digest_holds": found.digest_holds,
                "differing": list(found.differing),
                "digest": found.digest,
                "digest_as_told": told,
                "other_rules": None if checked.other_rules is None else list(checked.other_rules),
            }
        )
        return 0 if good else 1
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
    if not told:
        print_line(
            say(
                "与另行得到的摘要不符：不是同一份凭据", "not the digest given: another certificate"
            ),
            "bold red",
        )
    for name in found.differing:
        print_line(say(f"{name} 算出的结果不同", f"{name} comes out otherwise"), "red")
    if checked.other_rules is None:
        note(
            say(
                "本程序当日没有这项政策，规则未能与通知核对",
                "no such programme here that day: its rules could not be held against the notice",
            )
        )
    for name in checked.other_rules or ():
        print_line(
            say(f"{name} 不是本程序所载的规则", f"{name} is not the rule this program has"), "red"
        )
    print_line(say(f"摘要 {found.digest}", f"digest {found.digest}"), "dim")
    return 0 if good else 1


COMMAND = Command(
    "certificate",
    Bilingual("离线复核一份测算凭据", "recompute a certificate offline"),
    certificate,
    POLICY,
    40,
    ("certificate 凭据.json",),
)
