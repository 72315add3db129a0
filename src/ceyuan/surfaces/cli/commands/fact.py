"""`ceyuan fact ID`: one fact, and the way back to where it was printed."""

from typing import TYPE_CHECKING, Annotated

import typer

from ceyuan.model.bilingual import Bilingual, in_language
from ceyuan.model.errors import BadInput
from ceyuan.surfaces.cli.asked import asked, say
from ceyuan.surfaces.cli.command import LEDGER, Command
from ceyuan.surfaces.cli.screen import harmless, out, print_json, print_line, words

if TYPE_CHECKING:
    from ceyuan.authoring.page import Ask, FactStory

#: How much of the text around the passage is shown on either side.
_AROUND = 60


class NoSuchFact(BadInput):
    """The ledger holds no fact of this identifier."""


def fact(
    id: Annotated[
        str,
        typer.Argument(metavar="ID", help=say("标识，或开头几位", "identifier, or its beginning")),
    ],
    json: Annotated[bool, typer.Option("--json", help=say("机器可读", "for machines"))] = False,
) -> int:
    """Value, period, footing, passage, document, reader, fate."""
    from ceyuan.surfaces.cli.open_office import ask_ledger
    from ceyuan.surfaces.cockpit.answer_json import fact_line, plain

    with ask_ledger() as ask:
        story = ask.fact(id)
        if story is None:
            raise NoSuchFact(
                Bilingual(f"台账里没有 {id}", f"the ledger holds no fact {id}"),
                remedy=Bilingual("用 ceyuan facts 查标识", "look it up with `ceyuan facts --json`"),
            )
        if json:
            said = plain(story)
            said.pop("reading", None)
            said["siblings"] = [fact_line(one) for one in story.siblings]
            print_json(said)
        else:
            _show(ask, story)
    return 0


def _show(ask: "Ask", story: "FactStory") -> None:
    from rich.table import Table

    from ceyuan.surfaces.cli.fact_table import indicator_name, printed_period, printed_value
    from ceyuan.surfaces.cockpit.printed_period import print_moment, print_publication
    from ceyuan.surfaces.cockpit.term import term_of

    language = asked().language
    fact, claim = story.fact, story.fact.claim

    def word(thing: object) -> str:
        return in_language(term_of(thing), language)

    name = indicator_name(claim, ask.kinds, language)
    headline = words(f"{ask.name_of(fact.subject) or claim.subject}  {name}  ")
    headline.append(printed_value(claim, language), style="bold")
    out().print(headline)
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    for label, said in (
        (say("标识", "identifier"), fact.id),
        (say("期间", "period"), printed_period(claim, language)),
        (say("口径", "measure"), word(claim.measure)),
        (say("性质", "standing"), word(claim.standing)),
        (say("位置", "section"), f"{word(claim.section)} · {word(claim.locator)}"),
        (say("文件", "document"), story.document.title or story.document.name),
        (
            say("发布", "published"),
            f"{story.document.publisher} {print_publication(story.document.published, language)}".strip(),
        ),
        (say("读取", "read by"), f"{fact.reader} v{fact.reader_version}"),
        (say("入账", "recorded"), print_moment(story.recorded_at, language)),
        (say("现状", "fate"), f"{word(story.fate)} {story.fate_reason}".strip()),
    ):
        grid.add_row(label, words(said))
    out().print(grid)
    print_line(say("原文", "as printed"), "bold")
    out().print(_passage(story))
    if story.siblings:
        print_line(say("同一指标的其他数字", "other figures of this indicator"), "bold")
        for one in story.siblings:
            period = printed_period(one.claim, language)
            print_line(f"  {period}  {printed_value(one.claim, language)}")


def _passage(story: "FactStory") -> object:
    """The quote in the raw text around it; the quote alone where there is no text."""
    from ceyuan.model.locator import TextSpan

    place = story.fact.claim.locator
    if story.reading is None or not isinstance(place, TextSpan):
        return words(f"  {story.fact.claim.quote}", style="reverse")
    raw = story.reading.log.raw
    before = raw[max(0, place.start - _AROUND) : place.start]
    after = raw[place.end : place.end + _AROUND]
    text = words("  …" if place.start > _AROUND else "  ")
    text.append(_on_one_line(before))
    text.append(_on_one_line(raw[place.start : place.end]), style="reverse bold")
    text.append(_on_one_line(after) + "…")
    return text


def _on_one_line(text: str) -> str:
    return harmless(text.replace("\n", " "))


COMMAND = Command(
    "fact",
    Bilingual("一条事实和它的出处", "one fact, back to where it was printed"),
    fact,
    LEDGER,
    30,
)
