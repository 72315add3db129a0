"""The card of one fact: the figure, and everything that stands behind it."""

import re
from collections.abc import Sequence
from typing import Any

from ceyuan.authoring.page import Ask, FactStory, NoSuchThing, Params, shows
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.disagreement import allowed, disagreements
from ceyuan.model.fact import Fact
from ceyuan.model.kind import Field
from ceyuan.model.locator import CellAt, Locator, TextSpan


@shows
def the_fact(ask: Ask, params: Params) -> dict[str, Any]:
    """The fact with its document, its passage raw and repaired, and its siblings.

    Raises:
        NoSuchThing: the ledger has no fact of this name.
    """
    story = ask.fact(params["id"])
    if story is None:
        raise NoSuchThing(
            Bilingual("账本里没有这条事实", "the ledger has no such fact"),
            where=params["id"],
            remedy=Bilingual("从事实清单查找", "look for it in the list of facts"),
        )
    claim = story.fact.claim
    log = story.reading.log if story.reading else None
    run = sorted({f.id: f for f in (story.fact, *story.siblings)}.values(), key=_newest_first)
    return {
        "story": story,
        "field": _field(ask, story.fact),
        "raw_span": _span(claim.locator),
        "clean_span": _clean_span(story),
        "sheet": _sheet(ask, story),
        "also": [
            {
                "place": place,
                "quote": log.raw[slice(*span)] if log and (span := _span(place)) else "",
            }
            for place in claim.also_at
        ],
        "at_odds": _at_odds(story.fact, run),
        "run": run,
    }


def _field(ask: Ask, fact: Fact) -> Field | None:
    kind = ask.kinds.get(fact.claim.kind)
    return kind.field(fact.claim.property) if kind else None


def _span(place: Locator) -> tuple[int, int] | None:
    return (place.start, place.end) if isinstance(place, TextSpan) else None


def _sheet(ask: Ask, story: FactStory) -> dict[str, Any] | None:
    """The sheet a fact stands in and its row; None for a fact from a text."""
    place = story.fact.claim.locator
    table = story.reading.table if story.reading else {}
    if not isinstance(place, CellAt):
        return None
    grid = next((grid for grid in table.get("grids", ()) if grid["name"] == place.sheet), None)
    row = int(digits[0]) if (digits := re.search(r"\d+$", place.cell)) else 0
    if grid is None or not 0 < row <= len(grid["rows"]):
        return None
    tables = table.get("register", {}).get("tables", ())
    return {
        "grid": {"name": grid["name"], "rows": grid["rows"]},
        "row": row,
        "headings": [
            n for one in tables if one["sheet"] == place.sheet for n in one["header_rows"]
        ],
        "cells": ask.cells(story.document.digest, place.sheet),
    }


def _clean_span(story: FactStory) -> tuple[int, int] | None:
    """Where the passage stands in the repaired text, as the reader said or as the repairs say."""
    if story.fact.claim.clean_span:
        return story.fact.claim.clean_span
    span = _span(story.fact.claim.locator)
    return story.reading.log.to_clean(*span) if span and story.reading else None


def _at_odds(fact: Fact, run: Sequence[Fact]) -> list[Fact]:
    """The facts of the same matter that allow no value this one allows."""
    return [
        other
        for quarrel in disagreements(run)
        if any(one.id == fact.id for one in quarrel.facts)
        for other in quarrel.facts
        if not allowed(other).meets(allowed(fact))
    ]


def _newest_first(fact: Fact) -> tuple[int, int, str]:
    period = fact.claim.period
    return (
        (-period.end.toordinal(), period.start.toordinal(), fact.id) if period else (1, 0, fact.id)
    )
