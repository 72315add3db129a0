"""`ceyuan stocks`: what the registers count, rolled from one day to another, beside public figures."""

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import BadInput
from ceyuan.surfaces.cli.asked import say
from ceyuan.surfaces.cli.command import LEDGER, Command
from ceyuan.surfaces.cli.screen import note, print_json

if TYPE_CHECKING:
    from ceyuan.engines.registry.roll_forward import RollForward


class NoSuchDay(BadInput):
    """A day that is not written as one, or two days in the wrong order."""


def stocks(
    opened: Annotated[
        str, typer.Option("--from", metavar="DAY", help=say("期初日", "the earlier day"))
    ] = "",
    closed: Annotated[
        str, typer.Option("--to", metavar="DAY", help=say("期末日", "the later day"))
    ] = "",
    json: Annotated[bool, typer.Option("--json", help=say("机器可读", "for machines"))] = False,
) -> int:
    """Last year's, where no days are given. Exit code 1 where something does not add up or differs."""
    from ceyuan.engines.registry.roll_forward import Verdict
    from ceyuan.journeys.roll_forward import roll_stocks_forward
    from ceyuan.surfaces.cli.open_office import open_office
    from ceyuan.surfaces.cli.rehearsal_view import show_roll_forward

    last = date.today().year - 1
    start = _day(opened, "--from") if opened else date(last - 1, 12, 31)
    end = _day(closed, "--to") if closed else date(last, 12, 31)
    if start >= end:
        raise NoSuchDay(
            Bilingual("期初日应早于期末日", "the earlier day must be the earlier"),
            where=f"--from {start} --to {end}",
            remedy=Bilingual("对调两个日期", "exchange the two days"),
        )
    with open_office() as office:
        found = roll_stocks_forward(office, start, end)
        kinds = office.catalogue.kinds
    if json:
        print_json({"stocks": [_plain(one) for one in found]})
    else:
        for one in found:
            show_roll_forward(one, kinds)
        if not found:
            note(say("账本里还没有带起止日期的名册", "no register with days in the ledger yet"))
    differs = any(c.verdict is Verdict.DIFFERS for one in found for c in one.comparisons)
    return 1 if differs or any(not one.adds_up for one in found) else 0


def _day(said: str, option: str) -> date:
    try:
        return date.fromisoformat(said)
    except ValueError:
        raise NoSuchDay(
            Bilingual(f"{said!r} 不是日期", f"{said!r} is no day"),
            where=option,
            remedy=Bilingual("写成 2024-12-31", "write 2024-12-31"),
        ) from None


def _plain(one: "RollForward") -> dict[str, Any]:
    return {
        "stock": one.stock,
        "opened": one.opened.isoformat(),
        "closed": one.closed.isoformat(),
        "opening": one.opening,
        "new": one.new,
        "lapsed": one.lapsed,
        "closing": one.closing,
        "adds_up": one.adds_up,
        "undated": list(one.undated),
        "figures": [
            {
                "fact": c.figure.fact,
                "day": c.figure.day.isoformat(),
                "printed": c.figure.printed,
                "verdict": str(c.verdict),
                "by": c.by,
            }
            for c in one.comparisons
        ],
    }


COMMAND = Command(
    "stocks",
    Bilingual(
        "名册的期初、新增、退出、期末，与公开数据对照",
        "registers rolled forward beside public figures",
    ),
    stocks,
    LEDGER,
    55,
)
