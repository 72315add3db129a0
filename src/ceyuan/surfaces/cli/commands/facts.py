"""`ceyuan facts`: the facts of the ledger, filtered."""

import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import BadInput
from ceyuan.model.standing import Standing
from ceyuan.surfaces.cli.asked import say
from ceyuan.surfaces.cli.command import LEDGER, Command
from ceyuan.surfaces.cli.screen import note, out, print_json

if TYPE_CHECKING:
    from ceyuan.authoring.page import Ask


#: Digits of a whole digest; more documents than anybody has.
_WHOLE, _ALL = 64, 1_000_000


class UnknownDocument(BadInput):
    """The beginning of a digest names no document, or several."""


class UnknownWord(BadInput):
    """A filter names a standing or a measure that there is not."""


def facts(
    subject: Annotated[
        str,
        typer.Option(
            metavar="S",
            help=say("主体：名称的一部分或标识", "subject: part of a name, or identifier"),
        ),
    ] = "",
    property: Annotated[
        str,
        typer.Option(
            "--property",
            "--indicator",
            metavar="P",
            help=say("指标：名称的一部分或标识", "indicator: part of a name, or identifier"),
        ),
    ] = "",
    period: Annotated[
        str, typer.Option(metavar="T", help=say("期间：2024、2024-Q1……", "period: 2024, 2024-Q1 …"))
    ] = "",
    standing: Annotated[
        str,
        typer.Option(
            metavar="W",
            help=say(
                "性质：registered reported target……", "standing: registered reported target …"
            ),
        ),
    ] = "",
    document: Annotated[
        str,
        typer.Option(
            metavar="D",
            help=say("文件的标识，或开头几位", "digest of a document, or its beginning"),
        ),
    ] = "",
    as_of: Annotated[
        str,
        typer.Option(
            metavar="DATE", help=say("台账在这一天的样子", "the ledger as it was that day")
        ),
    ] = "",
    limit: Annotated[
        int, typer.Option(metavar="N", min=1, max=100_000, help=say("最多几条", "at most"))
    ] = 50,
    json: Annotated[bool, typer.Option("--json", help=say("机器可读", "for machines"))] = False,
    csv: Annotated[bool, typer.Option("--csv", help=say("表格文件（CSV）", "as CSV"))] = False,
) -> int:
    """Newest period first."""
    from ceyuan.authoring.page import FactQuery
    from ceyuan.surfaces.cli.day import read_day
    from ceyuan.surfaces.cli.fact_table import fact_table
    from ceyuan.surfaces.cli.open_office import ask_ledger
    from ceyuan.surfaces.cockpit.answer_json import plain
    from ceyuan.surfaces.cockpit.listed_csv import listed_csv

    filters = FactQuery(
        subject=subject,
        indicator=property,
        period=period,
        standing=_standing(standing),
        as_of=read_day(as_of, "--as-of") if as_of else None,
        limit=limit,
    )
    with ask_ledger() as ask:
        page = ask.facts(replace(filters, document=_digest(ask, document)))
        if csv:
            sys.stdout.buffer.write(listed_csv(page.facts))
        elif json:
            print_json({"total": page.total, "facts": plain(page.facts)})
        elif page.facts:
            rows = [(ask.name_of(f.subject) or f.claim.subject, f.claim, f.id) for f in page.facts]
            out().print(fact_table(rows, ask.kinds))
        shown = len(page.facts)
    if page.total > shown:
        note(
            say(
                f"共 {page.total} 条，只列出 {shown} 条；用 --limit 看更多",
                f"{page.total} facts, {shown} shown; --limit shows more",
            )
        )
    elif not json and not csv:
        note(say(f"共 {page.total} 条", f"{page.total} facts"))
    return 0


def _standing(given: str) -> Standing | None:
    if not given:
        return None
    for standing in Standing:
        if given in (standing.value, standing.term.zh, standing.term.en):
            return standing
    known = " ".join(f"{s.value}（{s.term.zh}）" for s in Standing)
    raise UnknownWord(
        Bilingual(f"没有性质 {given!r}", f"there is no standing {given!r}"),
        where="--standing",
        remedy=Bilingual(f"可选：{known}", f"choose one of {' '.join(Standing)}"),
    )


def _digest(ask: "Ask", beginning: str) -> str:
    """The digest of the one document that begins so; empty for no restriction.

    Raises:
        UnknownDocument: no document begins so, or several do.
    """
    if not beginning or len(beginning) == _WHOLE:
        return beginning
    lines, _ = ask.documents(0, _ALL)
    found = [d for line in lines if (d := line.document.digest).startswith(beginning)]
    if len(found) != 1:
        raise UnknownDocument(
            Bilingual(
                f"以 {beginning} 开头的文件有 {len(found)} 份",
                f"{len(found)} documents begin with {beginning}",
            ),
            where="--document",
            remedy=Bilingual("用 ceyuan documents 查标识", "look it up with `ceyuan documents`"),
        )
    return found[0]


COMMAND = Command("facts", Bilingual("台账里的事实", "the facts of the ledger"), facts, LEDGER, 20)
