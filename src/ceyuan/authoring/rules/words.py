"""What rules may say about columns. Every engine gives the same bits, unknowns included."""

from collections.abc import Iterable, Sequence
from typing import Any

from ceyuan.authoring.rules.bands import BandTable
from ceyuan.authoring.rules.column import (
    Column,
    MisusedColumn,
    Plain,
    Type,
    column_of,
    columns_of,
    is_unknown,
    number,
    truth,
)

#: Growth rates are rounded half up to this many digits before they are compared: 1.15 - 1 is
#: 0.15, and not the double just below it.
GROWTH_DIGITS = 12


def ratio(part: Plain, whole: Plain) -> Column:
    """`part` over `whole`, divided once; unknown where either is unknown or `whole` is zero."""
    return number("ratio", part, whole)


def half_up(x: Plain, digits: int) -> Column:
    """Rounded to `digits` decimals, halves upwards: floor(x * 10^d + 0.5) / 10^d.

    Below zero to tens, hundreds: -2 makes fen whole yuan.
    """
    return number("half_up", x, digits)


def to_the_fen(money: Plain) -> Column:
    """An amount in whole fen, half a fen upwards: nobody is paid a part of one."""
    return half_up(money, 0)


def floor_div(x: Plain, by: Plain) -> Column:
    """Whole times `by` goes into `x`, rounded down; unknown where `by` is zero."""
    return number("floor_div", x, by)


def least(*columns: Plain) -> Column:
    """The smallest; unknown if any is unknown."""
    return _like("least", *columns)


def greatest(*columns: Plain) -> Column:
    """The largest; unknown if any is unknown."""
    return _like("greatest", *columns)


def highest_of(*points: Plain, most: Plain) -> Column:
    """The best of several ways to score, none of which gives more than `most`.

    Unknown while a way that is unknown could still beat those known; known as soon as one of them
    reaches `most`.
    """
    return when(any_of(*(column_of(p) >= most for p in points)), most).otherwise(greatest(*points))


def best_of(*columns: Plain) -> Column:
    """就高: the largest of those known; unknown only if all are. For free choices between ways."""
    return _like("best_of", *columns)


def capped(x: Plain, cap: Plain) -> Column:
    """`x`, at most `cap`."""
    return least(x, cap)


def known_or(x: Plain, otherwise: Plain, *, why: str) -> Column:
    """`x`, or `otherwise` where it is unknown. `why` cites the sentence that allows it."""
    if not why.strip():
        raise MisusedColumn(
            "known_or() without a reason", remedy="say why a missing value may be replaced"
        )
    return _like("known_or", x, otherwise)


def first_known(*columns: Plain) -> Column:
    """The first that is known, in the order given."""
    return _like("first_known", *columns)


def is_known(x: Plain) -> Column:
    """Whether there is a value: never itself unknown."""
    return truth("is_known", x, of=None)


class _When:
    """`when(a, x).when(b, y).otherwise(z)`: the first condition that is true decides."""

    def __init__(self, cases: tuple[tuple[Column, Column], ...]) -> None:
        self._cases = cases

    def when(self, condition: Plain, then: Plain) -> "_When":
        """Another case."""
        return _When((*self._cases, (_condition(condition), column_of(then))))

    def otherwise(self, then: Plain) -> Column:
        """What holds when no case does. While an earlier condition is unknown, so is the whole."""
        conditions = [condition for condition, _ in self._cases]
        *results, last = columns_of([*(then for _, then in self._cases), then])
        if all(is_unknown(one) for one in (*results, last)):
            return last
        flat = [one for case in zip(conditions, results, strict=True) for one in case]
        return Column("when", (*flat, last), last.type)


def when(condition: Plain, then: Plain) -> _When:
    """`then` where the condition is true; unknown where the condition is unknown."""
    return _When(((_condition(condition), column_of(then)),))


def band(x: Plain, table: BandTable) -> Column:
    """The value of the row of `table` that `x` falls into; unknown where `x` or the value is."""
    if not isinstance(table, BandTable):
        raise MisusedColumn("band() needs a table of bands as its second argument")
    return Column("band", (*columns_of((x,), Type.NUMBER), table), Type.NUMBER)


def all_of(*truths: Plain) -> Column:
    """True if all are; false as soon as one is false, whatever is unknown."""
    return truth("all_of", *truths)


def any_of(*truths: Plain) -> Column:
    """True as soon as one is true; false only if all are false."""
    return truth("any_of", *truths)


def none_of(*truths: Plain) -> Column:
    """True only if all are false."""
    return ~any_of(*truths)


def at_least_n_of(n: int, *truths: Plain) -> Column:
    """True as soon as `n` hold; false as soon as too few can; unknown in between."""
    return truth("at_least_n_of", n, *truths)


def count_true(*truths: Plain) -> Column:
    """How many hold; unknown if any is unknown."""
    return number("count_true", *truths, of=Type.TRUTH)


def share_of_true(*truths: Plain) -> Column:
    """How many hold, over all."""
    return ratio(count_true(*truths), len(truths))


def one_of(x: Plain, values: Iterable[str]) -> Column:
    """Whether the text is one of `values`."""
    return truth("one_of", x, *values, of=Type.TEXT)


def place_in(x: Plain, order: Sequence[str]) -> Column:
    """Which of `order` the text is, counted from 1; unknown where it is none of them."""
    cases = when(column_of(x) == order[0], 1)
    for place, value in enumerate(order[1:], start=2):
        cases = cases.when(column_of(x) == value, place)
    return cases.otherwise(None)


def has_word(words: Plain, word: str) -> Column:
    """Whether a field of several values (kept as `|a|b|`) has this one."""
    return truth("has_word", words, word, of=Type.TEXT)


def has_any(words: Plain, wanted: Iterable[str]) -> Column:
    """Whether a field of several values has any of them."""
    return any_of(*(has_word(words, word) for word in wanted))


def count_of_words(words: Plain, wanted: Iterable[str]) -> Column:
    """How many of `wanted` a field of several values has."""
    return count_true(*(has_word(words, word) for word in wanted))


def days_between(start: Plain, end: Plain) -> Column:
    """Calendar days from `start` to `end`."""
    return number("days_between", start, end, of=Type.DAY)


def months_between(start: Plain, end: Plain) -> Column:
    """Full months from `start` to `end`: the same day of a later month completes a month.

    Where that month has no such day its last day does (民法典 第二百零二条).
    """
    return number("months_between", start, end, of=Type.DAY)


def years_between(start: Plain, end: Plain) -> Column:
    """Full years from `start` to `end`: founded three years ago to the day is 3."""
    return number("years_between", start, end, of=Type.DAY)


def years_begun(start: Plain, end: Plain) -> Column:
    """Years begun from `start` to `end`: three years to the day is 3, and a day more is 4.

    For limits from above ("成立3年以内", "不超过5年"): `years_between` would let almost a year more
    pass. From 28 February to 29 February of a later year no further year has begun.
    """
    return 0 - years_between(end, start)


def year_of(day: Plain) -> Column:
    """The calendar year of a day."""
    return number("year_of", day, of=Type.DAY)


def date_of(year: Plain, month: int, day: int) -> Column:
    """The day with this year, month and day of month."""
    return Column("date_of", columns_of((year, month, day)), Type.DAY)


def sum_over_years(*latest_first: Plain, founded_on: Plain, on: Plain) -> Column:
    """The sum over consecutive fiscal years, the last one before `on` first.

    Years before the firm was founded count as nothing ("实际经营不满三年的按实际经营时间计算");
    a year in which it existed and has no figure makes the sum unknown, and so does a firm too
    young to have closed a fiscal year. Where `founded_on` is unknown every year must have its figure.
    """
    days = columns_of((founded_on, on), Type.DAY)
    years = columns_of(latest_first, Type.NUMBER)
    return Column("sum_over_years", (*days, *years), Type.NUMBER)


def growth(before: Plain, after: Plain) -> Column:
    """The rise from `before` to `after` as a share of `before`; unknown where `before` is zero.

    Rounded to `GROWTH_DIGITS`.
    """
    return half_up(ratio(after, before) - 1, GROWTH_DIGITS)


def mean_growth(first: Plain, second: Plain, third: Plain) -> Column:
    """½ × (second/first + third/second) − 1 over three years, earliest first.

    With the official edge cases (高企认定工作指引 三(七)4): first = 0 gives third/second − 1;
    second = 0 gives 0. Rounded to `GROWTH_DIGITS`.
    """
    x1, x2, x3 = column_of(first), column_of(second), column_of(third)
    usual = (ratio(x2, x1) + ratio(x3, x2)) * 0.5 - 1
    return half_up(
        when(x2 == 0, 0).when(x1 == 0, ratio(x3, x2) - 1).otherwise(usual), GROWTH_DIGITS
    )


def compound_growth(first: Plain, last: Plain, steps: int) -> Column:
    """(last / first)^(1/steps) − 1 for 1, 2 or 4 steps (square roots are exact everywhere)."""
    if steps not in (1, 2, 4):
        raise MisusedColumn(
            f"compound_growth over {steps} steps",
            remedy="1, 2 or 4; for three years compare ratio(last, first) with the limit cubed",
        )
    total = ratio(last, first)
    for _ in range({1: 0, 2: 1, 4: 2}[steps]):
        total = number("sqrt", total)
    return half_up(total - 1, GROWTH_DIGITS)


def compounded(rate: Plain, years: int) -> Column:
    """What a yearly `rate` comes to over whole years: 0.4 over three years is 1.744.

    Compared with `growth(first, last)` it asks for a compound growth of at least `rate` without a
    root. Rounded to `GROWTH_DIGITS`.
    """
    total = column_of(1)
    for _ in range(years):
        total = total * (1 + column_of(rate))
    return half_up(total - 1, GROWTH_DIGITS)


def mean_of(*rates: Plain) -> Column:
    """The arithmetic mean; unknown if any is unknown. Rounded to `GROWTH_DIGITS`."""
    total = column_of(rates[0])
    for rate in rates[1:]:
        total = total + rate
    return half_up(ratio(total, len(rates)), GROWTH_DIGITS)


def _condition(value: Any) -> Column:
    return columns_of((value,), Type.TRUTH)[0]


def _like(op: str, *args: Any) -> Column:
    """A column of the type its arguments share."""
    made = columns_of(args)
    if not made:
        raise MisusedColumn(f"{op}() of nothing", remedy="give it at least one column")
    if all(is_unknown(one) for one in made):
        return made[0]
    return Column(op, made, made[0].type)
