"""Opening + new − lapsed = closing for every counted stock, beside public figures of those days."""

from datetime import date, timedelta
from typing import Any

from ceyuan.authoring.page import Ask, Params, shows
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import BadInput


@shows
def the_stocks(ask: Ask, params: Params) -> dict[str, Any]:
    """Every stock between the ends of two days; the last full year where none are asked for.

    Raises:
        BadInput: a day cannot be read, or the later one is not later.
    """
    last_year_end = date(ask.day.year, 1, 1) - timedelta(days=1)
    closed = _day(params, "closed") or last_year_end
    opened = _day(params, "opened") or date(closed.year, 1, 1) - timedelta(days=1)
    if opened >= closed:
        raise BadInput(
            Bilingual("期初日应早于期末日", "the earlier day is not before the later one"),
            where="opened, closed",
            remedy=Bilingual("改正两个日期", "correct the two days"),
        )
    return {"stocks": ask.stocks(opened, closed), "opened": opened, "closed": closed}


def _day(params: Params, name: str) -> date | None:
    said = params.get(name, "").strip()
    if not said:
        return None
    try:
        return date.fromisoformat(said)
    except ValueError:
        raise BadInput(
            Bilingual(f"{said[:40]!r} 不是日期", f"{said[:40]!r} is no date"),
            where=name,
            remedy=Bilingual("写成 2024-12-31", "write 2024-12-31"),
        ) from None
