"""A workbook as read, for people: which sheets are registers, which heading is which field, what is wrong.

The values are not listed cell by cell; `--json` and the cockpit show them.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ceyuan.model.bilingual import in_language
from ceyuan.model.kind import Kind
from ceyuan.surfaces.cli.asked import asked, say
from ceyuan.surfaces.cli.screen import new_table, out, print_line, words

if TYPE_CHECKING:
    from ceyuan.model.reading import Reading

#: Problems and headings shown before the rest is only counted.
_MOST = 30

#: A heading recognised with less certainty than this carries its reason.
_SURE = 0.99


def is_register(reading: "Reading") -> bool:
    """Whether the reading is of sheets rather than of a text."""
    return bool(reading.table.get("register", {}).get("tables"))


def show_register(reading: "Reading", kinds: Mapping[str, Kind]) -> None:
    """Tables with their headings, sheets that were passed over, rows, problems."""
    register: dict[str, Any] = reading.table["register"]
    rows, skipped = register.get("rows", []), register.get("skipped", [])
    for table in register["tables"]:
        _show_headings(table, rows, kinds.get(table.get("kind") or ""))
    for sheet, why in register.get("ignored_because", {}).items():
        print_line(
            say(f"  工作表“{sheet}”未读：{why}", f"  sheet “{sheet}” passed over: {why}"), "dim"
        )
    if skipped:
        print_line(
            say(
                f"  跳过 {len(skipped)} 行（空行、合计、重复表头）",
                f"  {len(skipped)} rows skipped",
            ),
            "dim",
        )
    _show_problems(register.get("problems", []))


def _show_headings(table: dict[str, Any], rows: list[dict[str, Any]], kind: Kind | None) -> None:
    count = sum(row.get("sheet") in (None, table["sheet"]) for row in rows)
    reason = table.get("kind_reason") or ""
    print_line(
        say(
            f"  工作表“{table['sheet']}”：{count} 行，{reason}",
            f"  sheet “{table['sheet']}”: {count} rows, {table.get('kind') or '?'} ({reason})",
        )
    )
    shown = new_table()
    shown.add_column(say("列", "column"), style="dim")
    shown.add_column(say("表头", "heading"), overflow="fold", max_width=28)
    shown.add_column(say("字段", "field"), overflow="fold", max_width=24)
    shown.add_column(say("依据", "because"), overflow="fold", style="dim")
    columns = table.get("columns", [])
    for column in columns[:_MOST]:
        field = _field_names(column.get("field") or "", kind)
        beside = [b for b in (column.get("unit"), column.get("period")) if b]
        unsure = (column.get("sure") or 0) < _SURE
        shown.add_row(
            words(column.get("column") or ""),
            words(column.get("heading") or ""),
            words(" ".join([field, *beside]), style="" if column.get("field") else "yellow"),
            words(column.get("reason") or "" if unsure else ""),
        )
    out().print(shown)
    if len(columns) > _MOST:
        print_line(
            say(f"  另有 {len(columns) - _MOST} 列", f"  {len(columns) - _MOST} more"), "dim"
        )


def _field_names(ids: str, kind: Kind | None) -> str:
    """The official names of `name+name_en`; what no kind defines keeps its identifier."""
    if not ids:
        return say("（无人读）", "(nobody reads it)")
    fields = [(id, kind.field(id) if kind else None) for id in ids.split("+")]
    return "、".join(in_language(f.term, asked().language) if f else id for id, f in fields)


def _show_problems(problems: list[dict[str, Any]]) -> None:
    language = asked().language
    for problem in problems[:_MOST]:
        where = f"{problem.get('sheet', '')}!{problem.get('cell') or problem.get('row') or ''}"
        what, remedy = problem.get("what", {}), problem.get("remedy", {})
        print_line(f"  ※ {where}  {what.get(language, '')}", "yellow")
        if remedy.get(language):
            print_line(f"      {say('处理', 'to do')}: {remedy[language]}", "dim")
    if len(problems) > _MOST:
        n = len(problems) - _MOST
        print_line(say(f"  ※ 另有 {n} 处，见 --json", f"  ※ {n} more: see --json"), "yellow")
