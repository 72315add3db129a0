"""`ceyuan together`: what each firm gets of all awards together."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ceyuan.model.bilingual import Bilingual, in_language
from ceyuan.model.errors import BadInput
from ceyuan.surfaces.cli.asked import asked, say
from ceyuan.surfaces.cli.command import POLICY, Command
from ceyuan.surfaces.cli.screen import new_table, note, out, print_json, print_line, words

if TYPE_CHECKING:
    from ceyuan.catalogue import Catalogue
    from ceyuan.journeys.together import Together


class NoAward(BadInput):
    """A programme that pays nothing is asked for among awards."""


#: Rows listed on the screen; the machine gets all.
_SHOWN = 40


def together(
    programme: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PROGRAMME]…",
            help=say(
                "奖励类政策的名称或标题，可写几个；不写为全部",
                "award programmes by name or title; none for all",
            ),
        ),
    ] = None,
    table: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help=say("自己的工作簿或 CSV", "a workbook or CSV")),
    ] = None,
    sheet: Annotated[
        str, typer.Option(metavar="NAME", help=say("读哪个工作表", "the sheet to read"))
    ] = "",
    place: Annotated[
        str,
        typer.Option(
            metavar="CODE",
            help=say(
                "只看在此行政区划（六位代码）施行的政策",
                "only programmes that hold in this place (code of six digits)",
            ),
        ),
    ] = "",
    on: Annotated[str, typer.Option(metavar="DATE", help=say("测算日", "the day asked"))] = "",
    json: Annotated[bool, typer.Option("--json", help=say("机器可读", "for machines"))] = False,
) -> int:
    """Highest only, caps on totals and matching worked out over nation, city and district."""
    from ceyuan.catalogue import load_catalogue
    from ceyuan.journeys.programme_called import chosen
    from ceyuan.journeys.together import PAID_GROUP, holds_in
    from ceyuan.journeys.together import together as worked_out
    from ceyuan.office import Settings
    from ceyuan.surfaces.cli.assess_view import tell_read
    from ceyuan.surfaces.cli.commands.assess import run
    from ceyuan.surfaces.cli.place import read_place

    catalogue = load_catalogue(Settings().district)
    here = read_place(place)
    for item in chosen(catalogue, programme) if programme else ():
        if item.card.rest["group"] != PAID_GROUP:
            raise NoAward(
                Bilingual(
                    f"{item.card.term.zh}不是奖励类政策，没有金额可合并",
                    f"{item.card.term.en} is no award: there is no amount to put together",
                ),
                where=item.name,
                remedy=Bilingual(
                    "用 ceyuan programme 看哪些是奖励", "`ceyuan programme` tells which are awards"
                ),
            )
    wanted = list(programme or []) or [
        item.name
        for item in catalogue.programmes
        if item.card.rest["group"] == PAID_GROUP
        and (not here or holds_in(item.card.jurisdiction, here))
    ]
    assessed = run(wanted, table, on, "duckdb", sheet=sheet)
    if table is not None:
        # awards for other things than these rows are news only where somebody named them
        tell_read(assessed if programme else replace(assessed, other_kinds=()))
    found = [one for one in worked_out(assessed, catalogue.stacking) if one.grants or one.unknown]
    if json:
        print_json([_plain(one) for one in found])
    else:
        _show([one for one in found if one.grants], catalogue)
        unsure = sum(1 for one in found if one.unknown)
        if unsure:
            note(
                say(
                    f"{unsure} 个主体有金额不能确定的政策，没有计入",
                    f"{unsure} subjects have awards whose amount is unknown; these are left out",
                )
            )
    return 0


def _show(found: "list[Together]", catalogue: "Catalogue") -> None:
    titles = {
        item.name: in_language(item.card.term, asked().language) for item in catalogue.programmes
    }
    shown = new_table(say("各项奖励合计（元）", "all awards together, in yuan"))
    shown.add_column(say("名称", "name"), overflow="fold", ratio=1)
    shown.add_column(say("各项", "awards"), overflow="fold", ratio=2)
    shown.add_column(say("单独合计", "alone"), justify="right")
    shown.add_column(say("合并后", "together"), justify="right")
    for one in sorted(found, key=lambda one: -one.paid)[:_SHOWN]:
        said = [
            f"{titles[grant.programme]} {_yuan(grant.paid)}"
            + "".join(f" ← {_yuan(grant.alone)} {why}" for why in grant.because)
            for grant in one.grants
        ]
        said += [say(f"待定：{article}", f"undecided: {article}") for article in one.undecided]
        shown.add_row(words(one.name), words("\n".join(said)), _yuan(one.alone), _yuan(one.paid))
    if found:
        out().print(shown)
    alone, paid = sum(one.alone for one in found), sum(one.paid for one in found)
    print_line(
        say(
            f"{len(found)} 个主体，单独合计 {_yuan(alone)} 元，合并后 {_yuan(paid)} 元",
            f"{len(found)} subjects: {_yuan(alone)} yuan alone, {_yuan(paid)} together",
        ),
        "bold",
    )


def _plain(one: "Together") -> dict[str, object]:
    return {
        "subject": one.subject,
        "name": one.name,
        "alone": one.alone / 100,
        "together": one.paid / 100,
        "grants": [
            {
                "programme": grant.programme,
                "alone": grant.alone / 100,
                "paid": grant.paid / 100,
                "because": list(grant.because),
            }
            for grant in one.grants
        ],
        "unknown": list(one.unknown),
        "undecided": list(one.undecided),
    }


def _yuan(fen: int) -> str:
    return f"{fen / 100:,.2f}"


COMMAND = Command(
    "together",
    Bilingual("几项奖励合并后实得多少", "what several awards come to together"),
    together,
    POLICY,
    25,
    (
        "together --on 2025-06-30",
        "together --table 企业表.xlsx --place 500120",
    ),
)
