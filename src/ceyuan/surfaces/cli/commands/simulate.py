"""`ceyuan simulate`: a policy with other numbers, before it is signed."""

from pathlib import Path
from typing import Annotated

import typer

from ceyuan.model.bilingual import Bilingual, in_language
from ceyuan.surfaces.cli.asked import asked, say
from ceyuan.surfaces.cli.command import POLICY, Command
from ceyuan.surfaces.cli.screen import new_table, out, print_json, print_line, words


def simulate(
    programme: Annotated[
        str,
        typer.Argument(metavar="PROGRAMME", help=say("政策（文件夹名）", "name of a programme")),
    ],
    set_: Annotated[
        list[str] | None,
        typer.Option(
            "--set",
            metavar="NAME=VALUE",
            help=say("改一个参数，可写多次", "change a parameter; may be repeated"),
        ),
    ] = None,
    draft: Annotated[
        Path | None,
        typer.Option(
            metavar="FOLDER",
            help=say(
                "换成这个文件夹里的草案（会运行其中的 rules.py）",
                "the draft in this folder instead (its rules.py is run)",
            ),
        ),
    ] = None,
    budget: Annotated[
        float | None, typer.Option(metavar="元", help=say("预算", "budget in yuan"))
    ] = None,
    pro_rata: Annotated[
        bool,
        typer.Option("--pro-rata", help=say("预算不足时按比例（否则先到先得）", "share pro rata")),
    ] = False,
    on: Annotated[str, typer.Option(metavar="DATE", help=say("测算日", "the day asked"))] = "",
    table: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help=say("自己的工作簿或 CSV", "a workbook or CSV")),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help=say("机器可读", "for machines"))] = False,
) -> int:
    """Winners, losers and cost of the changed policy over the same firms."""
    from ceyuan.catalogue import load_catalogue
    from ceyuan.catalogue.draft import read_draft
    from ceyuan.engines.rules.simulate import Rationing
    from ceyuan.journeys.setting import read_settings
    from ceyuan.journeys.simulate import simulate as simulated
    from ceyuan.office import Settings
    from ceyuan.surfaces.cli.commands.assess import run

    before = run([programme], table, on, "duckdb")
    held = before.answers[0].programme
    drafted = (
        None if draft is None else read_draft(load_catalogue(Settings().district), draft).programme
    )
    values = read_settings(drafted or held, set_ or [], before.on)
    how = Rationing.PRO_RATA if pro_rata else Rationing.FIRST_COME
    result = simulated(before, programme, values, budget=budget, how=how, draft=drafted)
    reform, names = result.reform, result.names
    old, new = reform.before.count(), reform.after.count()
    if json:
        print_json(
            {
                "programme": programme,
                "on": before.on.isoformat(),
                "set": {name: str(value) for name, value in values.items()},
                "before": {
                    "eligible": old[0],
                    "not": old[1],
                    "unknown": old[2],
                    "cost": reform.cost_before,
                },
                "after": {
                    "eligible": new[0],
                    "not": new[1],
                    "unknown": new[2],
                    "cost": reform.cost_after,
                },
                "gained": [names[row] for row in reform.gained],
                "lost": [names[row] for row in reform.lost],
                "more": [names[row] for row in reform.more],
                "less": [names[row] for row in reform.less],
                "budget": None
                if result.paid is None
                else {
                    "amount": budget,
                    "how": how.value,
                    "paid": float(result.paid.amounts.sum()) / 100,
                    "left": result.paid.left / 100,
                    "unserved": result.paid.unserved,
                },
            }
        )
        return 0
    print_line(f"{in_language(held.title, asked().language)} · {before.on}", "bold")
    shown = new_table()
    for heading in ("", say("现行", "now"), say("测算", "draft")):
        shown.add_column(heading, justify="right" if heading else "left")
    for title, was, now in (
        (say("符合", "eligible"), old[0], new[0]),
        (say("不符合", "not eligible"), old[1], new[1]),
        (say("不能确定", "unknown"), old[2], new[2]),
    ):
        shown.add_row(title, str(was), str(now))
    shown.add_row(
        say("金额（元）", "cost (yuan)"), f"{reform.cost_before:,.2f}", f"{reform.cost_after:,.2f}"
    )
    out().print(shown)
    for title, rows in (
        (say("新符合", "gained"), reform.gained),
        (say("不再符合", "lost"), reform.lost),
        (say("金额增加", "more"), reform.more),
        (say("金额减少", "less"), reform.less),
    ):
        listed = "、".join(names[row] for row in rows[:10]) + ("…" if len(rows) > 10 else "")
        out().print(words(f"{title} {len(rows)}：{listed}"))
    if result.paid is not None:
        print_line(
            say(
                f"预算 {budget:,.2f} 元：付出 {result.paid.amounts.sum() / 100:,.2f}，"
                f"剩余 {result.paid.left / 100:,.2f}，{result.paid.unserved} 家未得到",
                f"budget {budget:,.2f}: {result.paid.amounts.sum() / 100:,.2f} paid, "
                f"{result.paid.left / 100:,.2f} left, {result.paid.unserved} get nothing",
            )
        )
    return 0


COMMAND = Command(
    "simulate",
    Bilingual("改参数试算：谁受益、谁受损、花多少", "try other numbers: winners, losers, cost"),
    simulate,
    POLICY,
    30,
)
