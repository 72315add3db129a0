"""`ceyuan programme`: which programmes there are, and what one asks, says and counts with."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ceyuan.model.bilingual import Bilingual, in_language
from ceyuan.surfaces.cli.asked import asked, say
from ceyuan.surfaces.cli.command import POLICY, Command
from ceyuan.surfaces.cli.screen import new_table, note, out, print_json, print_line, words

#: From here on a line of the list holds dates unbroken.
_WIDE = 60

if TYPE_CHECKING:
    from datetime import date

    from ceyuan.catalogue import Catalogue, ProgrammeItem
    from ceyuan.journeys.asked_columns import AskedColumn


def programme(
    name: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PROGRAMME",
            help=say(
                "政策的名称或标题，可写几个；不写则列出全部",
                "programmes by name or title; none for a list of all",
            ),
            show_default=False,
        ),
    ] = None,
    template: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE.xlsx",
            help=say(
                "写出填报模板：表头、单位、材料，填好后用 assess --table",
                "write an empty table with headings, units and papers for `assess --table`",
            ),
        ),
    ] = None,
    on: Annotated[
        str,
        typer.Option(
            metavar="DATE", help=say("测算日，默认今天", "the day asked; today if not given")
        ),
    ] = "",
    place: Annotated[
        str,
        typer.Option(
            metavar="CODE",
            help=say(
                "只列在此行政区划（六位代码）施行的政策",
                "only programmes that hold in this place (code of six digits)",
            ),
        ),
    ] = "",
    json: Annotated[bool, typer.Option("--json", help=say("机器可读", "for machines"))] = False,
) -> int:
    """A list of all; or conditions, numbers and inputs of those named; or a table to fill in."""
    from datetime import date

    from ceyuan.catalogue import load_catalogue
    from ceyuan.journeys.assess import holds_for
    from ceyuan.journeys.programme_called import chosen
    from ceyuan.office import Settings
    from ceyuan.surfaces.cli.day import read_day
    from ceyuan.surfaces.cli.place import read_place

    day = read_day(on, "--on") if on else date.today()
    here = read_place(place)
    catalogue = load_catalogue(Settings().district)
    items = [i for i in chosen(catalogue, name or []) if holds_for(i.card.jurisdiction, here)]
    if template is not None:
        return _template(catalogue, items, day, template)
    if json:
        print_json([_plain(catalogue, item, day, whole=bool(name)) for item in items])
    elif name:
        for item in items:
            _show(catalogue, item, day)
    else:
        _list(catalogue, items, day)
    return 0


def _template(catalogue: "Catalogue", items: "list[ProgrammeItem]", day: "date", path: Path) -> int:
    from ceyuan.journeys.asked_columns import asked_columns
    from ceyuan.journeys.assess import NothingToAssess
    from ceyuan.surfaces.cli.template_workbook import write_template
    from ceyuan.surfaces.cli.written import refuse_unwritable

    refuse_unwritable(path, "--template")
    columns = asked_columns(catalogue, items, day)
    if not columns:
        raise NothingToAssess(
            Bilingual(f"{day} 这些政策都不在有效期内", f"none of these is in force on {day}"),
            remedy=Bilingual("换一个日期（--on）", "choose another day (--on)"),
        )
    write_template(catalogue, columns, path)
    n = sum(len(mine) for mine in columns.values())
    print_line(say(f"已写入 {path}：{n} 列", f"written: {path}, {n} columns"), "green")
    note(say(f"填好后：ceyuan assess --table {path}", f"then: ceyuan assess --table {path}"))
    return 0


def _list(catalogue: "Catalogue", items: "list[ProgrammeItem]", day: "date") -> None:
    table = new_table(say(f"政策 {len(items)} 项", f"{len(items)} programmes"))
    wide = out().width >= _WIDE
    table.add_column(say("标题和名称", "title and name"), overflow="fold")
    table.add_column(say("对象", "about"), no_wrap=wide, overflow="fold")
    table.add_column(say("性质", "sort"), no_wrap=wide, overflow="fold")
    table.add_column(say("有效期", "in force"), no_wrap=wide, overflow="fold")
    for item in items:
        term = catalogue.kinds[item.kind].title if asked().language == "zh" else item.kind
        called = words(in_language(item.card.term, asked().language))
        called.append_text(words(f"\n  {item.name}", "dim"))
        style = "" if item.programme.in_force(day) else "dim"
        table.add_row(called, words(term), words(_group(item)), words(_run(item), style))
    out().print(table)
    note(
        say(
            "看一项：ceyuan programme 名称；填报模板：ceyuan programme 名称 --template 模板.xlsx",
            "one: ceyuan programme NAME; a table to fill in: --template FILE.xlsx",
        )
    )


def _show(catalogue: "Catalogue", item: "ProgrammeItem", day: "date") -> None:
    from ceyuan.surfaces.cli.figure import figure

    held, card = item.programme, item.card.rest
    print_line(f"{in_language(held.title, asked().language)} · {item.name}", "bold")
    for text in card.get("document") or ():
        print_line(str(text))
    print_line(say(f"有效期：{_run(item)}", f"in force: {_run(item)}"), "dim")
    if not held.in_force(day):
        print_line(say(f"{day} 不在有效期内", f"not in force on {day}"), "yellow")
    conditions = new_table()
    conditions.add_column(say("条款", "article"), overflow="fold", ratio=1)
    conditions.add_column(say("条件", "condition"), overflow="fold", ratio=4)
    for one in held.rules.values():
        if one.rule.role.value == "clause" and one.in_force(day):
            conditions.add_row(words(one.rule.article), words(one.sentence))
    numbers = new_table(say("数字（可用 simulate --set 改）", "numbers (`simulate --set`)"))
    numbers.add_column(say("名称", "name"), overflow="fold", ratio=3)
    numbers.add_column(say("值", "value"), justify="right", overflow="fold", ratio=1)
    numbers.add_column(say("出处", "source"), overflow="fold", ratio=2)
    for parameter in held.parameters.values():
        value = parameter.on(day)
        source = value.source if value else ""
        mark = f" {in_language(value.mark.term, asked().language)}" if value else ""
        numbers.add_row(
            words(f"{parameter.title} {parameter.name}"),
            words(figure(value.value if value else None, parameter.unit)),
            words(source + (mark if value and value.mark.value != "sourced" else "")),
        )
    for table in (conditions, numbers, _inputs(catalogue, item, day)):
        if table.row_count:
            print_line("")
            out().print(table)
    print_line("")


def _inputs(catalogue: "Catalogue", item: "ProgrammeItem", day: "date") -> Any:
    from ceyuan.surfaces.cli.template_workbook import how_to_fill

    table = new_table(say("自己的表要有这些列", "columns a table of one's own wants"))
    table.add_column(say("表头", "heading"), overflow="fold", ratio=3)
    table.add_column(say("怎么填", "how to fill in"), overflow="fold", ratio=2)
    table.add_column(say("依据材料", "paper"), overflow="fold", ratio=2)
    for column in _columns(catalogue, item, day):
        field = column.field
        table.add_row(
            words(column.heading),
            words(how_to_fill(column)),
            words(field.settled_by or field.source),
        )
    return table


def _columns(
    catalogue: "Catalogue", item: "ProgrammeItem", day: "date"
) -> "tuple[AskedColumn, ...]":
    from ceyuan.journeys.asked_columns import asked_columns

    return asked_columns(catalogue, [item], day).get(item.kind, ())


def _plain(
    catalogue: "Catalogue", item: "ProgrammeItem", day: "date", *, whole: bool
) -> dict[str, Any]:
    from ceyuan.surfaces.cli.answer_json import plain

    held = item.programme
    line: dict[str, Any] = {
        "programme": item.name,
        "title": in_language(held.title, asked().language),
        "kind": item.kind,
        "group": item.card.rest["group"],
        "jurisdiction": item.card.jurisdiction,
        "from": plain(held.valid_from, asked().language),
        "until": plain(held.valid_until, asked().language),
        "in_force": held.in_force(day),
    }
    if not whole:
        return line
    line["clauses"] = {
        one.name: {"article": one.rule.article, "sentence": one.sentence}
        for one in held.rules.values()
        if one.rule.role.value == "clause" and one.in_force(day)
    }
    line["parameters"] = {
        p.name: {
            "title": p.title,
            "unit": p.unit,
            "value": None if p.bands or not value else plain(value.value, asked().language),
            "bands": p.bands,
            "source": value.source if value else "",
            "mark": value.mark.value if value else "",
        }
        for p in held.parameters.values()
        for value in (p.on(day),)
    }
    line["columns"] = [
        {
            "name": column.name or column.field.id,
            "heading": column.heading,
            "type": column.field.type.value,
            "unit": column.unit,
            "year": column.year,
            "settled_by": column.field.settled_by,
        }
        for column in _columns(catalogue, item, day)
    ]
    return line


def _run(item: "ProgrammeItem") -> str:
    held = item.programme
    first = held.valid_from.isoformat() if held.valid_from else ""
    return f"{first} — {held.valid_until.isoformat() if held.valid_until else ''}".strip()


def _group(item: "ProgrammeItem") -> str:
    name = str(item.card.rest["group"])
    return say(_GROUPS.get(name, name), name)


_GROUPS = {
    "qualification": "资质",
    "classification": "分类",
    "carrier": "载体",
    "award": "奖补",
    "tax": "税收",
    "credit": "信贷",
}


COMMAND = Command(
    "programme",
    Bilingual(
        "有哪些政策；一项政策的条件、数字和填报模板", "which programmes there are; what one asks"
    ),
    programme,
    POLICY,
    5,
    (
        "programme --place 500120",
        "programme 科技型中小企业",
        "programme tech_sme high_tech_enterprise --template 模板.xlsx",
    ),
)
