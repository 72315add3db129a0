"""A programme as a notice people read: its card, its rules, its numbers with dates, its cases."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from ceyuan.authoring.policy import (
    BandLine,
    Notice,
    ParameterLine,
    RuleLine,
    ValueLine,
    WorkedCase,
)
from ceyuan.authoring.rules import Band
from ceyuan.catalogue import ProgrammeItem
from ceyuan.engines.rules.parameter import DatedValue, Parameter
from ceyuan.engines.rules.programme import Programme

#: From the nation down, then what holds elsewhere.
LEVELS = ("nation", "city", "district", "elsewhere")


def notice_of(programme: Programme, home: str, on: date) -> Notice:
    """The card of a programme, as seen from a district.

    Args:
        programme: the folder.
        home: subject identifier of the district served (`place:990101`); empty where unknown.
        on: the day asked.
    """
    card = programme.card
    jurisdiction = str(card.get("jurisdiction", ""))
    years = card.get("validity_years")
    return Notice(
        programme.name,
        programme.title,
        str(card.get("about", "")),
        str(card.get("authority", "")),
        tuple(str(one) for one in card.get("document", ())),
        jurisdiction,
        _level(jurisdiction, home.removeprefix("place:")),
        str(card.get("group", "")),
        programme.kind,
        str(card.get("stage", "")),
        str(card.get("benefit", "")),
        programme.valid_from,
        programme.valid_until,
        int(years) if years else None,
        programme.version,
        programme.in_force(on),
        str(card.get("dating", "")),
    )


def _level(jurisdiction: str, home: str) -> str:
    if not jurisdiction:
        return "nation"
    if jurisdiction == home:
        return "district"
    # 500000 governs 5001xx: a code without its trailing pairs of zeros begins those below it.
    stem = jurisdiction
    while stem.endswith("00"):
        stem = stem[:-2]
    return "city" if home.startswith(stem) else "elsewhere"


def rules_of(programme: Programme) -> tuple[RuleLine, ...]:
    """Its rules in the order written."""
    return tuple(
        RuleLine(
            one.name,
            one.rule.role.value,
            one.rule.article,
            one.sentence,
            one.rule.since,
            one.rule.until,
        )
        for one in programme.rules.values()
    )


def parameters_of(programme: Programme, on: date) -> tuple[ParameterLine, ...]:
    """Its numbers, each with all dated values, the newest first."""
    return tuple(
        ParameterLine(
            one.name,
            one.title,
            one.unit,
            one.by_unit,
            tuple(_value(one, value, on) for value in reversed(one.values)),
        )
        for one in programme.parameters.values()
    )


def cases_of(item: ProgrammeItem) -> tuple[WorkedCase, ...]:
    """Its worked cases."""
    return tuple(
        WorkedCase(one.name, one.on, one.given, one.expect, one.note) for one in item.examples
    )


def bands_in_words(rows: Iterable[Band]) -> tuple[BandLine, ...]:
    """A table of bands as people read it: the run of each row, and its value."""
    return tuple(_bands(rows))


def _value(parameter: Parameter, held: DatedValue, on: date) -> ValueLine:
    plain: Any = held.value
    bands: tuple[BandLine, ...] = ()
    if parameter.bands:
        plain, bands = None, bands_in_words(held.value or ())
    return ValueLine(
        held.start,
        held.until,
        plain,
        bands,
        held.mark.value,
        held.mark.term,
        held.source,
        held.holds(on),
    )


def _bands(rows: Iterable[Band]) -> Iterator[BandLine]:
    for row in rows:
        low = f"{'≥' if row.low_included else '>'} {row.low:,g}" if row.low is not None else ""
        high = f"{'≤' if row.high_included else '<'} {row.high:,g}" if row.high is not None else ""
        yield BandLine("，".join(filter(None, (low, high))) or "—", row.value)
