"""`ceyuan new`: a folder to begin with, which passes the check at once."""

from pathlib import Path
from typing import Annotated

import typer

from ceyuan.model.bilingual import Bilingual
from ceyuan.surfaces.cli.asked import say
from ceyuan.surfaces.cli.command import BUILD, Command
from ceyuan.surfaces.cli.screen import print_json, print_line

#: Where each sort is explained.
_DOCS = {
    "reader": "add-a-reader",
    "page": "add-a-page",
    "indicator": "add-an-indicator",
    "programme": "add-a-programme",
}

#: What an indicator and a programme are of, where nobody says.
_KINDS = {"indicator": "district", "programme": "enterprise"}


def new(
    sort: Annotated[
        str,
        typer.Argument(
            metavar="SORT",
            help=say(
                "reader、page、indicator、programme、mechanism、matcher、report",
                "reader page indicator programme mechanism matcher report",
            ),
        ),
    ],
    name: Annotated[str, typer.Argument(metavar="NAME", help=say("英文标识", "identifier"))],
    title: Annotated[str, typer.Option(metavar="名称", help=say("中文名称", "Chinese name"))] = "",
    english: Annotated[
        str, typer.Option(metavar="NAME", help=say("英文名称", "English name"))
    ] = "",
    unit: Annotated[
        str, typer.Option(metavar="UNIT", help=say("指标的单位", "unit of an indicator"))
    ] = "个",
    kind: Annotated[
        str,
        typer.Option(
            metavar="KIND", help=say("指标或政策所属类别", "kind of an indicator or programme")
        ),
    ] = "",
    under: Annotated[
        str,
        typer.Option(
            metavar="SHELF",
            help=say("政策放在哪一层：national……", "shelf of a programme: national …"),
        ),
    ] = "",
    json: Annotated[bool, typer.Option("--json", help=say("机器可读", "for machines"))] = False,
) -> int:
    """Write the files and say what to do next."""
    from ceyuan.catalogue import district_folder
    from ceyuan.catalogue.new_folder import NewItem, make
    from ceyuan.office import Settings

    words = name.replace("_", " ")
    item = NewItem(
        sort,
        name,
        title or f"新的{words}",
        english or words.capitalize(),
        unit,
        kind or _KINDS.get(sort, ""),
        under,
    )
    root = district_folder(Settings().district)
    written = make(item, root)
    if json:
        print_json({"sort": sort, "name": name, "files": [str(path) for path in written]})
        return 0
    print_line(say("已写好：", "Written:"), "bold green")
    for path in written:
        print_line(f"  {_short(path)}")
    print_line(say("接下来：", "Next:"), "bold")
    for number, step in enumerate(_next_steps(sort, written), 1):
        print_line(f"  {number}. {step}")
    return 0


def _next_steps(sort: str, written: tuple[Path, ...]) -> list[str]:
    from ceyuan.catalogue.sorts import all_sorts

    first = {path.name: path for path in written}
    examples = first.get("examples.toml", written[0])
    steps = [
        say(
            f"先改例子 {_short(examples)}：写下必须得出的结果",
            f"change the examples first, {_short(examples)}: write what must come out",
        ),
        say(
            "再改其余文件，直到 ceyuan check 没有问题",
            "then the rest, until `ceyuan check` has no faults",
        ),
    ]
    if sort in all_sorts() and not all_sorts()[sort].runs:
        steps[1] = say(
            "这一种类目前只检查形式（ceyuan check），运行它的引擎尚未建成",
            "so far the machine only checks this sort (`ceyuan check`); its engine is not built yet",
        )
    if sort in _DOCS:
        steps.append(say(f"说明见 docs/{_DOCS[sort]}.md", f"read docs/{_DOCS[sort]}.md"))
    return steps


def _short(path: Path) -> str:
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


COMMAND = Command(
    "new",
    Bilingual("新建一个读取器、页面、指标……", "make a new reader, page, indicator …"),
    new,
    BUILD,
    10,
)
