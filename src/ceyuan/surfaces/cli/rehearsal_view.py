"""The rehearsal of a register, for people: what would be new, changed, vanished; what is withheld and why."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ceyuan.model.bilingual import Bilingual, in_language
from ceyuan.model.kind import Kind
from ceyuan.surfaces.cli.asked import asked, say
from ceyuan.surfaces.cli.screen import new_table, out, print_line, words

if TYPE_CHECKING:
    from ceyuan.engines.registry.roll_forward import RollForward
    from ceyuan.journeys.registers import RegisterTrial

#: Changes and vanished things shown before the rest is only counted.
_MOST = 20
_VANISHED = Bilingual("消失", "vanished")


def show_rehearsal(trial: "RegisterTrial") -> None:
    """Counts by fate, changes with both values, what vanished, what only the ledger shows."""
    from ceyuan.engines.registry.row_fate import RowFate

    language = asked().language
    terms = {fate.value: fate.term for fate in RowFate} | {"vanished": _VANISHED}
    said = [f"{terms[name].in_language(language)} {n}" for name, n in trial.counts.items() if n]
    print_line(say("  预演：", "  rehearsal: ") + (" · ".join(said) or "—"), "bold")
    changes = [(row, c) for r in trial.rehearsals for row in r.rows for c in row.changes]
    if changes:
        table = new_table()
        for heading in (say("对象", "thing"), say("单元格", "cell"), say("字段", "field")):
            table.add_column(heading, overflow="fold", max_width=28)
        table.add_column(say("账本", "ledger"), overflow="fold", style="dim")
        table.add_column(say("此处", "here"), overflow="fold")
        for row, change in changes[:_MOST]:
            style = "yellow" if change.contradicts else ""
            table.add_row(
                words(row.name),
                words(change.cell),
                words(change.indicator),
                words(change.before),
                words(change.now, style),
            )
        out().print(table)
        _more(len(changes))
    vanished = [v for r in trial.rehearsals for v in r.vanished]
    for gone in vanished[:_MOST]:
        print_line(
            say(
                f"  － {gone.name}（上一版：{gone.last_in}）",
                f"  - {gone.name} (last in {gone.last_in})",
            )
        )
    _more(len(vanished))
    for problem in (p for r in trial.rehearsals for p in r.problems):
        where = f"{problem.sheet}!{problem.cell}" if problem.cell else problem.sheet
        print_line(f"  ※ {where}  {in_language(problem.what, language)}", "yellow")
    withheld = len(trial.reading.claims) - len(trial.importable().claims)
    if withheld:
        print_line(
            say(
                f"  写入时会扣下 {withheld} 条存疑事实；核对无误后用 --accept 一并写入",
                f"  {withheld} doubtful facts would be withheld; --accept writes them, too",
            ),
            "yellow",
        )


def show_roll_forward(rolled: "RollForward", kinds: Mapping[str, Kind]) -> None:
    """One line: opening + new − lapsed = closing; one for each public figure beside it."""
    from ceyuan.engines.registry.roll_forward import Verdict

    name = _stock_name(rolled.stock, kinds)
    sign = "＝" if asked().language == "zh" else "="
    print_line(
        f"  {name}  {rolled.opened} {rolled.opening} + {rolled.new} - {rolled.lapsed} {sign} "
        f"{rolled.closing} {rolled.closed}",
        "" if rolled.adds_up else "red",
    )
    if rolled.undated:
        n = len(rolled.undated)
        print_line(
            say(f"    另有 {n} 个没有起始日期，未计入", f"    {n} more without a first day"), "dim"
        )
    for one in rolled.comparisons:
        verdict = one.verdict.term.in_language(asked().language)
        by = "" if one.by is None else say(f"，相差 {one.by:+d}", f" by {one.by:+d}")
        style = "green" if one.verdict is Verdict.AGREES else "yellow"
        print_line(f"    {one.figure.day} “{one.figure.printed}” {verdict}{by}", style)


def _stock_name(stock: str, kinds: Mapping[str, Kind]) -> str:
    """What people call the indicator: the name it has for places, which have no field `name`."""
    fields = [
        (kind.field("name") is not None, field)
        for kind in kinds.values()
        if (field := kind.field(stock))
    ]
    if not fields:
        return stock
    return min(fields, key=lambda f: f[0])[1].term.in_language(asked().language)


def rehearsal_json(trial: "RegisterTrial") -> dict[str, Any]:
    """The rehearsal for machines: counts, rows with fates and changes, vanished, problems."""
    return {
        "doc": trial.reading.document.name,
        "counts": trial.counts,
        "rows": [
            {
                "sheet": row.sheet,
                "row": row.row,
                "subject": row.subject,
                "name": row.name,
                "fates": [str(f) for f in row.fates],
                "changes": [
                    {
                        "field": c.property,
                        "cell": c.cell,
                        "period": c.period or None,
                        "before": c.before,
                        "now": c.now,
                        "fact": c.fact,
                        "contradicts": c.contradicts,
                    }
                    for c in row.changes
                ],
            }
            for r in trial.rehearsals
            for row in r.rows
        ],
        "vanished": [
            {"subject": v.subject, "name": v.name, "last_in": v.last_in}
            for r in trial.rehearsals
            for v in r.vanished
        ],
        "problems": [
            {
                "code": p.code,
                "weight": str(p.weight),
                "sheet": p.sheet,
                "cell": p.cell or None,
                "what": {"zh": p.what.zh, "en": p.what.en},
                "remedy": {"zh": p.remedy.zh, "en": p.remedy.en},
            }
            for r in trial.rehearsals
            for p in r.problems
        ],
        "withheld": len(trial.reading.claims) - len(trial.importable().claims),
    }


def _more(count: int) -> None:
    if count > _MOST:
        print_line(say(f"  另有 {count - _MOST} 处", f"  {count - _MOST} more"), "dim")
