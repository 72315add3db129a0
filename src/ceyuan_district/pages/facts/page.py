"""The list of facts, filtered by what stands in the address."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from ceyuan.authoring.page import Ask, Choice, FactQuery, Params, shows
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import BadInput, CeyuanError, Faults
from ceyuan.model.measure import Measure
from ceyuan.model.period import Period, parse_period
from ceyuan.model.period_phrase import parse_period_phrase
from ceyuan.model.section import Section
from ceyuan.model.standing import Standing

#: Lines of a page unless the address asks for more, and the most it may ask for.
LINES, MOST_LINES = 50, 10_000
#: What a list can be narrowed by with one click, and how many values are offered of each.
FACETS = ("standing", "indicator", "subject", "period", "document")
VALUES = 8

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)


@shows
def the_facts(ask: Ask, params: Params) -> dict[str, Any]:
    """A page of facts, how many there are, and what each facet would leave.

    Raises:
        Faults: every filter of the address that cannot be read.
    """
    query = _query(params, ask.day)
    found = ask.facts(query)
    return {
        "listed": found.facts,
        "total": found.total,
        "query_shown": query,
        "facets": {of: _offered(ask, of, query) for of in FACETS},
        "most_lines": MOST_LINES,
        "standings": tuple(Standing),
        "measures": tuple(Measure),
        "sections": tuple(Section),
    }


def _query(params: Params, day: date) -> FactQuery:
    faults: list[CeyuanError] = []

    def read(name: str, reader: Callable[[str], T]) -> T | None:
        given = params.get(name, "").strip()
        try:
            return reader(given) if given else None
        except BadInput as fault:
            faults.append(fault)
            return None

    period = read("period", lambda given: _period(given, day))
    query = FactQuery(
        subject=params.get("subject", "").strip(),
        indicator=params.get("indicator", "").strip(),
        period=period.text if period else "",
        standing=read("standing", lambda given: _one_of(Standing, "standing", given)),
        measure=read("measure", lambda given: _one_of(Measure, "measure", given)),
        document=params.get("document", "").strip(),
        section=read("section", lambda given: _one_of(Section, "section", given)) or "",
        words=params.get("words", "").strip(),
        as_of=read("as_of", _day),
        offset=read("offset", lambda given: _number("offset", given, 10**9)) or 0,
        limit=read("limit", lambda given: _number("limit", given, MOST_LINES)) or LINES,
    )
    if faults:
        raise Faults(faults)
    return query


def _period(given: str, day: date) -> Period:
    """A period as the ledger writes it, or as an officer does: 2024年一季度, 去年, 今年以来."""
    said = parse_period_phrase(given, parse_period(day.isoformat()))
    return said or parse_period(given)


def _one_of(choices: type[E], name: str, given: str) -> E:
    try:
        return choices(given)
    except ValueError:
        known = "、".join(choices)
        raise BadInput(
            Bilingual(f"筛选条件 {name} 没有 {given!r} 这个值", f"{name} cannot be {given!r}"),
            where=name,
            remedy=Bilingual(f"可用的值：{known}", f"use one of {', '.join(choices)}"),
        ) from None


def _day(given: str) -> date:
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise BadInput(
            Bilingual(f"无法识别的日期 {given!r}", f"not a date: {given!r}"),
            where="as_of",
            remedy=Bilingual("写成 2024-06-30", "write it as 2024-06-30"),
        ) from None


def _number(name: str, given: str, most: int) -> int:
    if given.isascii() and given.isdigit() and int(given) <= most:
        return int(given)
    raise BadInput(
        Bilingual(
            f"{name} 应为 0 到 {most} 的整数，不是 {given!r}",
            f"{name} is 0 to {most}, not {given!r}",
        ),
        where=name,
        remedy=Bilingual("改正网址里的数字", "correct the number in the address"),
    )


def _offered(ask: Ask, of: str, query: FactQuery) -> tuple[Choice, ...]:
    """The values most facts have, of a facet nothing has been chosen from yet."""
    if getattr(query, of):
        return ()
    choices = ask.choices(of, query)
    return tuple(sorted(choices, key=lambda choice: -choice.facts)[:VALUES])
