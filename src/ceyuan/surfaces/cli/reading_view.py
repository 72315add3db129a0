"""One document as read, for people: what it is, what it states, what to know about it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ceyuan.model.bilingual import in_language
from ceyuan.model.kind import Kind
from ceyuan.surfaces.cli.asked import asked, say
from ceyuan.surfaces.cli.fact_table import fact_table
from ceyuan.surfaces.cli.register_view import is_register, show_register
from ceyuan.surfaces.cli.screen import harmless, out, print_line, words

if TYPE_CHECKING:
    from ceyuan.model.reading import Reading


def show_reading(reading: "Reading", kinds: Mapping[str, Kind]) -> None:
    """Title, publisher, date, reader and repairs; the table of claims or the sheets; the remarks."""
    document = reading.document
    title = words(document.title or document.name, style="bold")
    if document.title:
        title.append(harmless(f"  {document.name}"), style="dim not bold")
    out().print(title)
    print_line("  " + " · ".join(_about(reading)), "dim")
    if is_register(reading):
        show_register(reading, kinds)
        return
    if reading.claims:
        rows = ((claim.subject, claim, "") for claim in reading.claims)
        out().print(fact_table(rows, kinds))
    else:
        print_line(say("  没有读出事实", "  no facts were read"), "yellow")
    for remark in reading.remarks:
        where = f"{remark.where}：" if remark.where else ""
        print_line(f"  ※ {where}{in_language(remark.what, asked().language)}", "yellow")


def _about(reading: "Reading") -> list[str]:
    from ceyuan.surfaces.cockpit.printed_period import print_publication

    document, language = reading.document, asked().language
    found = [
        document.publisher,
        print_publication(document.published, language),
        say(f"{len(reading.claims)} 条事实", f"{len(reading.claims)} facts"),
        f"{reading.reader} v{reading.reader_version}" if reading.reader else "",
    ]
    if repairs := len(reading.log.changes):
        found.append(say(f"修复 {repairs} 处", f"{repairs} repairs"))
    return [word for word in found if word]
