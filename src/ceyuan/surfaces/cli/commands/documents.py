"""`ceyuan documents`: what was read into the ledger."""

from typing import Annotated

import typer

from ceyuan.model.bilingual import Bilingual
from ceyuan.surfaces.cli.asked import asked, say
from ceyuan.surfaces.cli.command import LEDGER, Command
from ceyuan.surfaces.cli.screen import new_table, note, out, print_json, words


def documents(
    limit: Annotated[
        int, typer.Option(metavar="N", min=1, max=100_000, help=say("最多几份", "at most"))
    ] = 50,
    json: Annotated[bool, typer.Option("--json", help=say("机器可读", "for machines"))] = False,
) -> int:
    """Newest first, with the number of facts that stand from each."""
    from ceyuan.surfaces.cli.open_office import ask_ledger
    from ceyuan.surfaces.cockpit.answer_json import plain
    from ceyuan.surfaces.cockpit.printed_period import print_publication

    with ask_ledger() as ask:
        lines, total = ask.documents(0, limit)
    if json:
        print_json({"total": total, "documents": plain(lines)})
        return 0
    if lines:
        table = new_table()
        table.add_column(say("标识", "digest"), style="dim cyan", no_wrap=True)
        table.add_column(say("标题", "title"), overflow="fold", ratio=1)
        table.add_column(say("发布者", "publisher"), overflow="fold", max_width=16)
        table.add_column(say("发布", "published"), overflow="fold", min_width=10)
        table.add_column(say("事实", "facts"), justify="right")
        for line in lines:
            document = line.document
            table.add_row(
                document.digest[:8],
                words(document.title or document.name),
                words(document.publisher),
                print_publication(document.published, asked().language),
                str(line.facts),
            )
        out().print(table)
    note(say(f"共 {total} 份文件", f"{total} documents"))
    return 0


COMMAND = Command(
    "documents", Bilingual("读进来的文件", "the documents that were read"), documents, LEDGER, 40
)
