"""`ceyuan explain`: one programme about one firm, every step and condition."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ceyuan.model.bilingual import Bilingual
from ceyuan.surfaces.cli.asked import asked, say
from ceyuan.surfaces.cli.command import POLICY, Command
from ceyuan.surfaces.cli.screen import note, print_json

if TYPE_CHECKING:
    from ceyuan.journeys.assess import Assessed
    from ceyuan.journeys.explain import Explained


def explain(
    subject: Annotated[
        str,
        typer.Argument(
            metavar="SUBJECT",
            help=say(
                "谁：名称、统一社会信用代码或标识", "who: a name, a credit code or an identifier"
            ),
        ),
    ],
    programme: Annotated[
        str,
        typer.Argument(
            metavar="PROGRAMME",
            help=say("政策的名称或标题", "the programme by name or title"),
        ),
    ],
    table: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help=say(
                "在自己的工作簿或 CSV 里找，不用台账", "look in a workbook or CSV of one's own"
            ),
        ),
    ] = None,
    sheet: Annotated[
        str, typer.Option(metavar="NAME", help=say("读哪个工作表", "the sheet to read"))
    ] = "",
    on: Annotated[
        str,
        typer.Option(
            metavar="DATE", help=say("测算日，默认今天", "the day asked; today if not given")
        ),
    ] = "",
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
    from ceyuan.surfaces.cli.assess_view import tell_read
    from ceyuan.surfaces.cli.commands.assess import run

    if certificate is not None:
        from ceyuan.surfaces.cli.written import refuse_unwritable

        refuse_unwritable(certificate, "--certificate")
    assessed = run([programme], table, on, "duckdb", sheet=sheet)
    one = _find(assessed, subject, own=table is not None)
    if certificate is not None:
        from ceyuan.journeys.certify import write_certificate

        if table is None:
            from ceyuan.surfaces.cli.open_office import open_office

            with open_office() as office:
                digest = write_certificate(assessed, one, certificate, office.archive)
        else:
            digest = write_certificate(assessed, one, certificate)
    if json:
        from ceyuan.surfaces.cli.answer_json import explained_line

        print_json(explained_line(one, asked().language))
    else:
        from ceyuan.surfaces.cli.explain_view import show

        show(one, assessed.answers[0].programme.title)
    if table is not None:
        tell_read(assessed)
    if certificate is not None:
        note(say(f"凭据已写入 {certificate}", f"certificate written: {certificate}"))
        note(say(f"摘要 {digest}", f"digest {digest}"))
    return 0


def _find(assessed: "Assessed", subject: str, *, own: bool) -> "Explained":
    """The one asked for; by an earlier or short name the ledger knows where no row is called so."""
    from ceyuan.journeys.explain import NoSuchSubject
    from ceyuan.journeys.explain import explain as explained

    try:
        return explained(assessed, subject)[0]
    except NoSuchSubject:
        known = None if own else _known_as(subject)
        if known is None:
            raise
        note(say(f"“{subject}”即 {known[1]}", f"{subject!r} is {known[1]}"))
        return explained(assessed, known[0])[0]


def _known_as(name: str) -> tuple[str, str] | None:
    """Identifier and name of the one organisation of the ledger that goes by another name."""
    from ceyuan.journeys.who import organisations
    from ceyuan.surfaces.cli.open_office import open_office

    with open_office() as office:
        found = {
            one.id: one.name
            for one in organisations(office)
            if name.strip() in (one.name, *one.aliases)
        }
    return next(iter(found.items())) if len(found) == 1 else None


COMMAND = Command(
    "explain",
    Bilingual("一家企业对一项政策：逐条说明", "one firm and one programme, step by step"),
    explain,
    POLICY,
    20,
    (
        "explain 云岫某某科技有限公司 tech_sme",
        "explain 某某公司 高新技术企业认定 --table 企业表.xlsx --certificate 凭据.json",
    ),
)
