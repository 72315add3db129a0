"""The stocks a district's registers hold, rolled from one day to another and compared with public figures."""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from ceyuan.authoring.page import FactQuery
from ceyuan.engines.registry.roll_forward import (
    Membership,
    PublicFigure,
    RollForward,
    roll_forward,
)
from ceyuan.model.fact import Fact
from ceyuan.model.kind import Field, FieldType, Kind
from ceyuan.model.measure import Measure
from ceyuan.model.quantity import Quantity
from ceyuan.model.section import Section
from ceyuan.model.standing import Standing
from ceyuan.office import Office
from ceyuan.stores.ledger_view import LedgerView


def roll_stocks_forward(
    office: Office, opened: date, closed: date, *, kinds: Iterable[str] = ()
) -> tuple[RollForward, ...]:
    """Every counted stock of the registers, from the end of one day to the end of another.

    A stock is a truth that an indicator of the district counts (`counted_as`: 高新技术企业), with
    the days since which and until which it holds for each thing. What public documents say about the
    same indicator at one of the two days stands beside it as agrees, or differs by.

    Args:
        office: the open home.
        opened: the earlier day.
        closed: the later day.
        kinds: only these; all where empty.
    """
    wanted = set(kinds)
    found = []
    with office.ledger.view() as view:
        for name, kind in office.catalogue.kinds.items():
            if wanted and name not in wanted:
                continue
            for field in kind.fields:
                if field.type is FieldType.TRUTH and field.counted_as and field.since:
                    members = list(_members(view, kind, field))
                    if members:
                        figures = list(_figures(view, field.counted_as, (opened, closed)))
                        found.append(
                            roll_forward(field.counted_as, members, opened, closed, figures)
                        )
    return tuple(found)


def _members(view: LedgerView, kind: Kind, field: Field) -> Iterator[Membership]:
    """Everything the ledger ever called a member, with its first and last day."""
    said: dict[str, dict[str, list[Fact]]] = defaultdict(lambda: defaultdict(list))
    for wanted in (field.id, field.since, field.until):
        if wanted:
            for fact in view.each(FactQuery(kind=kind.name, indicator=wanted)):
                if fact.claim.property == wanted:
                    said[fact.subject][wanted].append(fact)
    for subject, facts in said.items():
        truths = facts.get(field.id)
        if not truths:
            continue
        holds = bool(_newest(truths).claim.value)
        since = _day(facts.get(field.since, ()), first=True)
        until = _day(facts.get(field.until, ()), first=False) if field.until else None
        if not holds and until is None:
            # struck off, and nobody says when
            continue
        yield Membership(subject, since, until)


def _newest(facts: list[Fact]) -> Fact:
    return max(
        facts,
        key=lambda f: (f.claim.period.end if f.claim.period else date.min, f.recorded_on),
    )


def _day(facts: Iterable[Fact], *, first: bool) -> date | None:
    """The earliest first day or the latest last day that the facts give.

    Of a month or a year alone it is the last day of it: a stock is counted at its end.
    """
    days = [day for fact in facts if (day := _whole(fact.claim.value)) is not None]
    if not days:
        return None
    return min(days) if first else max(days)


def _whole(value: object) -> date | None:
    if isinstance(value, date):
        return value
    parts = str(value).split("-")
    if not all(p.isdigit() for p in parts) or len(parts[0]) != 4:
        return None
    year = int(parts[0])
    month = int(parts[1]) if len(parts) > 1 else 12
    return date(year, month, monthrange(year, month)[1])


def _figures(view: LedgerView, indicator: str, days: tuple[date, date]) -> Iterator[PublicFigure]:
    """What documents say of the district served, at exactly these days."""
    query = FactQuery(
        subject=view.served(), indicator=indicator, measure=Measure.LEVEL, section=Section.MAIN
    )
    for fact in view.each(query):
        claim = fact.claim
        if claim.property != indicator or not isinstance(claim.value, Quantity):
            continue
        if claim.standing is not Standing.REPORTED or claim.period is None:
            continue
        if claim.period.end in days and claim.period.instant:
            yield PublicFigure(
                fact.id, fact.document, claim.period.end, claim.quote, claim.value.interval
            )
