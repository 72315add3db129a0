"""A day as rules compute with it: whole days since 1970-01-01."""

from datetime import date

#: That day, as `date.toordinal` counts.
_FIRST = date(1970, 1, 1).toordinal()


def day_number(day: date) -> int:
    """How many days after 1970-01-01 it is; below zero before."""
    return day.toordinal() - _FIRST


def day_of(number: float) -> date:
    """The way back from `day_number`."""
    return date.fromordinal(int(number) + _FIRST)
