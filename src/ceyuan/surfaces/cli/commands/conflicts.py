"""`ceyuan conflicts`: figures of the ledger that cannot all be true."""

from typing import TYPE_CHECKING, Annotated

import typer

from ceyuan.model.bilingual import Bilingual
from ceyuan.surfaces.cli.asked import asked, say
from ceyuan.surfaces.cli.command import LEDGER, Command
from ceyuan.surfaces.cli.screen import new_table, note, out, print_json, words, working

if TYPE_CHECKING:
    from ceyuan.authoring.page import Ask
    from ceyuan.model.disagreement import Disagreement


def conflicts(
    subject: Annotated[
        str, typer.Option(metavar="S", help=say("只看这个主体", "this subject only"))
    ] = "",
    property: Annotated[
        str,
        typer.Option(
            "--property",
            "--indicator",
            metavar="P",
            help=say("只看这个指标", "this indicator only"),
        ),
    ] = "",
    json: Annotated[bool, typer.Option("--json", help=say("机器可读", "for machines"))] = False,
) -> int:
    """Exit code 1 where there are any."""
    from datetime import date

    from ceyuan.authoring.page import FactQuery
    from ceyuan.journeys.conflicts import conflicts as look_for_conflicts
    from ceyuan.journeys.present import asking
    from ceyuan.surfaces.cli.open_office import open_office

    with open_office() as office, asking(office, date.today(), asked().language) as ask:
        with working(say("比对", "comparing")):
            found = look_for_conflicts(office, FactQuery(subject=subject, indicator=property))
        if json:
            print_json({"conflicts": [_plain(ask, one) for one in found]})
        else:
            for one in found:
                _show(ask, one)
            n = len(found)
            note(say(f"共 {n} 处数字互相矛盾", f"{n} disagreement{'' if n == 1 else 's'}"))
    return 1 if found else 0


def _show(ask: "Ask", one: "Disagreement") -> None:
    from ceyuan.surfaces.cli.fact_table import (
        indicator_name,
        printed_period,
        printed_value,
        shortened,
    )

    language = asked().language
    claim = one.facts[0].claim
    name = indicator_name(claim, ask.kinds, language)
    title = words(f"{ask.name_of(one.subject)}  {name}  ", style="bold")
    title.append(printed_period(claim, language), style="dim")
    out().print(title)
    table = new_table()
    table.show_header = False
    table.add_column(justify="right", min_width=12)
    table.add_column(min_width=4)
    table.add_column(overflow="fold", ratio=2)
    table.add_column(overflow="fold", ratio=3, style="dim")
    table.add_column(style="dim cyan", no_wrap=True)
    for fact in one.facts:
        table.add_row(
            words(printed_value(fact.claim, language), style="bold"),
            fact.claim.standing.term.in_language(language),
            words(ask.title_of(fact.document)),
            words(shortened(fact.claim.quote)),
            fact.id[:8],
        )
    out().print(table)


def _plain(ask: "Ask", one: "Disagreement") -> dict[str, object]:
    from ceyuan.surfaces.cockpit.answer_json import plain

    return {
        "subject": one.subject,
        "name": ask.name_of(one.subject),
        "property": one.property,
        "indicator": one.indicator,
        "measure": str(one.measure),
        "period": str(one.period),
        "unit": one.unit,
        "within_one_document": one.within_one_document(),
        "facts": plain(one.facts),
    }


COMMAND = Command(
    "conflicts",
    Bilingual("互相矛盾的数字", "figures that cannot all be true"),
    conflicts,
    LEDGER,
    50,
)
