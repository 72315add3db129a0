"""Claims and facts as a table: whose, which indicator, how much, when, on what footing, as printed.

On a narrow screen the passage stands under the indicator, on a wide one in a column of its own.
"""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from ceyuan.model.bilingual import Language
from ceyuan.model.claim import Claim
from ceyuan.model.kind import Kind
from ceyuan.model.measure import Measure
from ceyuan.model.section import Section
from ceyuan.model.standing import Standing
from ceyuan.surfaces.cli.asked import asked, say
from ceyuan.surfaces.cli.screen import harmless, new_table, out, words

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text
#: From this width on the passage has its own column.
WIDE = 116

#: Passages are shortened to this many characters; `ceyuan fact` and --json give all.
PASSAGE = 60

_STYLES = {
    Standing.EXPECTED: "yellow",
    Standing.TARGET: "magenta",
    Standing.DERIVED: "cyan",
}


def fact_table(rows: Iterable[tuple[str, Claim, str]], kinds: Mapping[str, Kind]) -> "Table":
    """The table of claims.

    Args:
        rows: name of the subject, the claim, and an identifier to show (empty for none).
        kinds: whose fields name the indicators.
    """
    language = asked().language
    wide = out().width >= WIDE
    table = new_table()
    table.add_column(say("主体", "subject"), overflow="fold", max_width=24 if wide else 12)
    indicator_head = say("指标", "indicator") + ("" if wide else say(" / 原文", " / as printed"))
    table.add_column(indicator_head, overflow="fold", max_width=30 if wide else None)
    table.add_column(say("数值", "value"), justify="right", overflow="fold", max_width=16)
    table.add_column(say("期间", "period"), overflow="fold", max_width=14)
    table.add_column(say("口径", "footing"), overflow="fold", max_width=12)
    if wide:
        table.add_column(say("原文", "as printed"), overflow="fold", style="dim")
    before = ""
    for subject, claim, id in rows:
        passage = shortened(claim.quote)
        indicator = words(indicator_name(claim, kinds, language))
        if id:
            indicator.append(f" {id[:8]}", style="dim cyan")
        if not wide:
            indicator.append(f"\n{passage}", style="dim")
        name = subject or say("（未说明）", "(not said)")
        table.add_row(
            words(name, style="dim" if name == before else ""),
            indicator,
            words(printed_value(claim, language), style="bold"),
            words(printed_period(claim, language).replace("截至", "截至\n")),
            footing(claim, language),
            *([words(passage)] if wide else []),
        )
        before = name
    return table


def indicator_name(claim: Claim, kinds: Mapping[str, Kind], language: Language) -> str:
    """The official name of what a claim measures; as coined from the text where no kind has it."""
    if language == "zh":
        return claim.indicator
    kind = kinds.get(claim.kind)
    field = kind.field(claim.property) if kind else None
    return field.term.in_language(language) if field else claim.indicator


def printed_value(claim: Claim, language: Language) -> str:
    """The value with hedge, sign and unit."""
    from ceyuan.surfaces.cockpit.printed import print_value

    return harmless(str(print_value(claim.value, claim.measure, language)))


def printed_period(claim: Claim, language: Language) -> str:
    """The period as people write it."""
    from ceyuan.surfaces.cockpit.printed_period import print_period

    return print_period(claim.period, language)


def footing(claim: Claim, language: Language) -> "Text":
    """Measure where it is not the plain level, standing, and section where it is not the article."""
    from ceyuan.model.bilingual import in_language
    from ceyuan.surfaces.cockpit.term import term_of

    said = words("")
    if claim.measure is not Measure.LEVEL:
        said.append(claim.measure.term.in_language(language) + "\n")
    style = _STYLES.get(claim.standing, "")
    said.append(claim.standing.term.in_language(language), style=style)
    if claim.section is not Section.MAIN:
        said.append("\n" + in_language(term_of(claim.section), language), style="dim")
    return said


def shortened(quote: str) -> str:
    """The passage on one line, cut in the middle of nothing but its own length."""
    line = harmless(" ".join(quote.split()))
    return line if len(line) <= PASSAGE else line[: PASSAGE - 1] + "…"
