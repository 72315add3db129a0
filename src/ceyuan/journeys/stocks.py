"""The stocks of the registers in the words of a page."""

from collections.abc import Iterable
from datetime import date

from ceyuan.authoring.stock import PublicCount, Stock
from ceyuan.engines.registry.roll_forward import RollForward
from ceyuan.journeys.roll_forward import roll_stocks_forward
from ceyuan.model.bilingual import Bilingual
from ceyuan.office import Office
from ceyuan.stores.ledger_view import LedgerView


def stocks(office: Office, view: LedgerView, opened: date, closed: date) -> tuple[Stock, ...]:
    """Every counted stock between the ends of two days, in the order of the kinds."""
    terms = {
        field.id: field.term
        for kind in reversed(tuple(office.catalogue.kinds.values()))
        for field in kind.fields
    }
    return tuple(
        Stock(
            terms.get(rolled.stock, Bilingual(rolled.stock, rolled.stock)),
            opened,
            closed,
            rolled.opening,
            rolled.closing,
            rolled.came,
            rolled.went,
            rolled.undated,
            tuple(_public(view, rolled)),
        )
        for rolled in roll_stocks_forward(office, opened, closed)
    )


def _public(view: LedgerView, rolled: RollForward) -> Iterable[PublicCount]:
    counts = {rolled.opened: rolled.opening, rolled.closed: rolled.closing}
    for compared in rolled.comparisons:
        held = view.fact(compared.figure.fact)
        if held is not None:
            day = compared.figure.day
            yield PublicCount(held.fact, day, counts[day], compared.by)
