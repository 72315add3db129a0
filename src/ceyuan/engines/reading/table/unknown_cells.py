"""Why a cell of a list counts as unknown: one problem for each reason, at its cell."""

from ceyuan.engines.reading.table.cell import Place
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.kind import Field
from ceyuan.model.table import Problem, Weight


def hedged(place: Place, one: Field, printed: str) -> Problem:
    """An amount that is only about so much (约1200)."""
    return _unknown(
        "approximate",
        place,
        one,
        printed,
        Bilingual(
            f"“{printed}”是约数，按不知处理", f"{printed!r} is approximate: taken as unknown"
        ),
        Bilingual("填写准确数", "give the exact number"),
    )


def no_day(place: Place, one: Field, printed: str) -> Problem:
    """A date of which only the month or the year is printed."""
    return _unknown(
        "no_day",
        place,
        one,
        printed,
        Bilingual(
            f"“{printed}”没有写到日，按不知处理", f"{printed!r} names no day: taken as unknown"
        ),
        Bilingual("写到日，如 2015-03-01", "write the day, as 2015-03-01"),
    )


def which_share(place: Place, one: Field, printed: str) -> Problem:
    """A bare number that may be two shares (0.05: 5 % or 0.05 %)."""
    low, high = f"{printed}%", f"{float(printed.replace(',', '')) * 100:.10g}%"
    return _unknown(
        "which_share",
        place,
        one,
        printed,
        Bilingual(
            f"“{printed}”不知是 {low} 还是 {high}，按不知处理",
            f"{printed!r} may be {low} or {high}: taken as unknown",
        ),
        Bilingual("连同百分号写成文本，如 5%", "write it as text with its sign, as 5%"),
    )


def negative(place: Place, one: Field, printed: str) -> Problem:
    """Less than nothing where that cannot be."""
    return Problem(
        "negative_amount",
        Weight.UNREADABLE,
        place.sheet,
        Bilingual(f"{one.name}不能为负", f"{one.english} cannot be below zero"),
        Bilingual("更正后重新测算；现按不知处理", "correct it; it counts as unknown until then"),
        place.row,
        place.cell,
        one.id,
        printed,
    )


def _unknown(
    code: str, place: Place, one: Field, printed: str, what: Bilingual, remedy: Bilingual
) -> Problem:
    return Problem(
        code, Weight.UNREADABLE, place.sheet, what, remedy, place.row, place.cell, one.id, printed
    )
