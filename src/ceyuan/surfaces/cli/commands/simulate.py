"""`ceyuan simulate`: a policy with other numbers, before it is signed."""

from pathlib import Path
from typing import Annotated

import typer

from ceyuan.model.bilingual import Bilingual, in_language
from ceyuan.model.errors import BadInput
from ceyuan.surfaces.cli.asked import asked, say
from ceyuan.surfaces.cli.command import POLICY, Command
from ceyuan.surfaces.cli.figure import figure
from ceyuan.surfaces.cli.screen import new_table, note, out, print_json, print_line, words


class NoBudget(BadInput):
    """Something about sharing a budget is asked, and no budget is given."""


def simulate(
    programme: Annotated[
        str,
        typer.Argument(
            metavar="PROGRAMME", help=say("政策的名称或标题", "the programme by name or title")
        ),
    ],
    set_: Annotated[
        list[str] | None,
        typer.Option(
            "--set",
            metavar="NAME=VALUE",
            help=say(
                "改一个参数，可写多次，如 奖励上限=50万（参数用 ceyuan programme 看）",
                "change a parameter; may be repeated (`ceyuan programme` shows them)",
            ),
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
        str, typer.Option(metavar="元", help=say("预算，如 500万", "budget in yuan, as 500万"))
    ] = "",
    pro_rata: Annotated[
        bool,
        typer.Option("--pro-rata", help=say("预算不足时按比例（否则先到先得）", "share pro rata")),
    ] = False,
    on: Annotated[str, typer.Option(metavar="DATE", help=say("测算日", "the day asked"))] = "",
    table: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help=say("自己的工作簿或 CSV", "a workbook or CSV")),
    ] = None,
    sheet: Annotated[
        str, typer.Option(metavar="NAME", help=say("读哪个工作表", "the sheet to read"))
    ] = "",
    json: Annotated[bool, typer.Option("--json", help=say("机器可读", "for machines"))] = False,
) -> int:
    """Winners, losers and cost of the changed policy over the same firms."""
    from ceyuan.authoring.typed_amount import read_yuan
    from ceyuan.catalogue import load_catalogue
    from ceyuan.catalogue.draft import read_draft
    from ceyuan.engines.rules.simulate import Rationing
    from ceyuan.journeys.setting import read_settings
    from ceyuan.journeys.simulate import simulate as simulated
    from ceyuan.office import Settings
    from ceyuan.surfaces.cli.assess_view import tell_read
    from ceyuan.surfaces.cli.commands.assess import run

    if pro_rata and not budget:
        raise NoBudget(
            Bilingual("--pro-rata 要有预算", "--pro-rata wants a budget"),
            where="--pro-rata",
            remedy=Bilingual("加 --budget 500万", "add --budget 500万"),
        )
    spend = read_yuan(budget, "--budget") / 100 if budget else None
    before = run([programme], table, on, "duckdb", sheet=sheet)
    held = before.answers[0].programme
    drafted = (
        None if draft is None else read_draft(load_catalogue(Settings().district), draft).programme
    )
    values = read_settings(drafted or held, set_ or [], before.on)
    how = Rationing.PRO_RATA if pro_rata else Rationing.FIRST_COME
    result = simulated(before, held.name, values, budget=spend, how=how, draft=drafted)
    if table is not None:
        tell_read(before)
    reform, names = result.reform, result.names
    old, new = reform.before.count(), reform.after.count()
    if json:
        print_json(
            {
                "programme": held.name,
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
                    "amount": spend,
                    "how": how.value,
                    "paid": float(result.paid.amounts.sum()) / 100,
                    "left": result.paid.left / 100,
                    "unserved": result.paid.unserved,
                },
            }
        )
        return 0
    for name, value in values.items():
        parameter = (drafted or held).parameters[name]
        was = parameter.on(before.on)
        now = figure(was.value if was else None, parameter.unit)
        note(f"{parameter.title} {now} → {figure(value, parameter.unit)}")
    print_line(f"{in_language(held.title, asked().language)} · {before.on}", "bold")
    shown = new_table()
    for heading in ("", say("现行", "now"), say("测算", "draft")):
        shown.add_column(heading, justify="right" if heading else "left")
    for title, before_it, after_it in (
        (say("符合", "eligible"), old[0], new[0]),
        (say("不符合", "not eligible"), old[1], new[1]),
        (say("不能确定", "unknown"), old[2], new[2]),
    ):
        shown.add_row(title, str(before_it), str(after_it))
    if reform.cost_before or reform.cost_after:
        shown.add_row(
            say("金额（元）", "cost (yuan)"),
            f"{reform.cost_before:,.2f}",
            f"{reform.cost_after:,.2f}",
        )
    out().print(shown)
    for title, rows in (
        (say("新符合", "gained"), reform.gained),
        (say("不再符合", "lost"), reform.lost),
        (say("金额增加", "more"), reform.more),
        (say("金额减少", "less"), reform.less),
    ):
        listed = "、".join(names[row] for row in rows[:10]) + ("…" if len(rows) > 10 else "")
        out().print(words(f"{title} {len(rows)}" + (f"：{listed}" if rows else "")))
    if result.paid is not None:
        print_line(
            say(
                f"预算 {spend:,.2f} 元：付出 {result.paid.amounts.sum() / 100:,.2f}，"
                f"剩余 {result.paid.left / 100:,.2f}，{result.paid.unserved} 家未得到",
                f"budget {spend:,.2f}: {result.paid.amounts.sum() / 100:,.2f} paid, "
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
    (
        "simulate yunxiu_rd_award --set 奖励上限=50万 --budget 300万",
        "simulate tech_sme --set pass_mark=55 --table 企业表.xlsx",
    ),
)
