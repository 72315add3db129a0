"""`ceyuan undo`: take back everything one document brought in."""

from typing import TYPE_CHECKING, Annotated

import typer

from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import BadInput
from ceyuan.surfaces.cli.asked import say
from ceyuan.surfaces.cli.command import KEEP, Command
from ceyuan.surfaces.cli.screen import note

if TYPE_CHECKING:
    from ceyuan.office import Office


class WhichDocument(BadInput):
    """No document, or more than one, is called so."""


def undo(
    document: Annotated[
        str,
        typer.Argument(
            metavar="DOCUMENT",
            help=say("文件名，或文件编号的开头", "its file name, or the beginning of its digest"),
        ),
    ],
    reason: Annotated[str, typer.Option(metavar="WORDS", help=say("原因", "why"))] = "",
    by: Annotated[str, typer.Option(metavar="NAME", help=say("经办人", "who"))] = "",
) -> int:
    """The facts stay on record, withdrawn with the reason; importing the file again raises them."""
    from datetime import datetime

    from ceyuan.journeys.registers import undo_import
    from ceyuan.surfaces.cli.open_office import open_office

    with open_office() as office:
        digest = _digest_of(office, document)
        fell = undo_import(office, digest, by=by, now=datetime.now().astimezone(), reason=reason)
    note(say(f"已撤销：{fell} 条事实不再有效", f"undone: {fell} facts no longer stand"))
    return 0


def _digest_of(office: "Office", said: str) -> str:
    with office.ledger.view() as view:
        lines, _ = view.documents(limit=100_000)
    found = [
        line.document
        for line in lines
        if line.document.name == said or (len(said) >= 6 and line.document.digest.startswith(said))
    ]
    standing = [d for d in found if any(x.document is d and x.facts for x in lines)] or found
    if len(standing) == 1:
        return standing[0].digest
    shown = "、".join(f"{d.digest[:12]} {d.name}" for d in standing[:5])
    raise WhichDocument(
        Bilingual(
            f"有 {len(standing)} 份文件叫“{said}”" + (f"：{shown}" if shown else ""),
            f"{len(standing)} documents are called {said!r}" + (f": {shown}" if shown else ""),
        ),
        remedy=Bilingual(
            "用 ceyuan documents 查编号，写编号的开头", "find the digest with `ceyuan documents`"
        ),
    )


COMMAND = Command(
    "undo",
    Bilingual("撤销一份文件的导入", "take back what one document brought in"),
    undo,
    KEEP,
    15,
)
