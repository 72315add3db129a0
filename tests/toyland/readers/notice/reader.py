"""Reads the notices of Toyland: one statement a line, in its own way."""

from collections.abc import Iterable

from ceyuan.authoring.reader import Layout, Look, Words, bids, claims, lays_out
from ceyuan.model.claim import Claim
from ceyuan.model.locator import TextSpan
from ceyuan.model.measure import Measure
from ceyuan.model.section import Part, Section
from ceyuan.model.standing import Standing


@bids
def is_a_notice(look: Look) -> float:
    """Sure where the first line is 告示."""
    return 0.95 if look.lines and look.lines[0].text.strip() == "告示" else 0.0


@lays_out
def everything_is_the_notice(look: Look) -> Layout:
    """The whole text is the notice."""
    return Layout(parts=(Part(Section.MAIN, 0, len(look.text)),), title="告示", about="积木镇")


@claims
def one_statement_a_line(look: Look, layout: Layout, words: Words) -> Iterable[Claim]:
    """名称：数量, about the town."""
    for line in look.lines:
        name, colon, printed = line.text.partition("：")
        if not colon:
            continue
        yield Claim(
            subject=layout.about,
            kind="town",
            property="toy_maker_count",
            indicator=name,
            value=words.quantity(printed),
            measure=Measure.LEVEL,
            period=None,
            standing=Standing.REPORTED,
            section=Section.MAIN,
            locator=TextSpan(line.start, line.end),
            quote=line.text,
            clean_span=(line.start, line.end),
        )
