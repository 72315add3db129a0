"""One expression of a rule as a SQL expression. What each word means for NULL is pinned here."""

from collections.abc import Callable
from datetime import date
from functools import reduce
from typing import Any

from sqlglot import exp

from ceyuan.authoring.rules import BandTable, Column, Type
from ceyuan.engines.rules.day import day_number, day_of
from ceyuan.engines.rules.sql.tongue import Expression, Tongue, cast


def rendered(column: Column, tongue: Tongue, on: date) -> Expression:
    """The expression in SQL.

    Args:
        column: what a rule says.
        tongue: the engine.
        on: the day asked; the input `on` becomes this day.
    """
    return _Renderer(tongue, on).render(column)


def literal(value: Any, type_: Type) -> Expression:
    """A value, cast so that every engine takes it for the same double, text, truth or day."""
    if value is None:
        return cast(exp.Null(), type_)
    if type_ is Type.TRUTH:
        return exp.Boolean(this=bool(value))
    if type_ is Type.TEXT:
        return exp.Literal.string(str(value))
    if type_ is Type.DAY:
        return cast(exp.Literal.string(day_of(value).isoformat()), type_)
    # A text is cast to the nearest double everywhere; a bare 0.05 is a decimal of some scale.
    return cast(exp.Literal.string(repr(float(value))), Type.NUMBER)


class _Renderer:
    def __init__(self, tongue: Tongue, on: date) -> None:
        self.tongue = tongue
        self.on = on

    def render(self, column: Column) -> Expression:
        if column.op == "input":
            name = column.args[0]
            if name == "on":
                return literal(day_number(self.on), Type.DAY)
            return exp.column(exp.to_identifier(name, quoted=True))
        if column.op == "literal":
            return literal(column.args[0], column.type)
        if column.op == "parameter":
            return literal(column.args[1], column.type)
        if column.op == "band":
            return self._band(self.render(column.args[0]), column.args[1])
        if column.op == "half_up":
            return self._half_up(self.render(column.args[0]), int(column.args[1].args[0]))
        if column.op == "at_least_n_of":
            truths = [self.render(one) for one in column.args[1:]]
            return _at_least(int(column.args[0].args[0]), truths)
        if column.op == "has_word":
            return self._has_word(column)
        args = [self.render(one) for one in column.args]
        word = getattr(self, f"_{column.op}", None) or _PLAIN[column.op]
        made: Expression = word(*args)
        return made

    def _half_up(self, x: Expression, digits: int) -> Expression:
        scale = literal(10.0 ** abs(digits), Type.NUMBER)
        half = literal(0.5, Type.NUMBER)
        if digits < 0:
            return _mul(self.tongue.floor(_add(_div(x, scale), half)), scale)
        return _div(self.tongue.floor(_add(_mul(x, scale), half)), scale)

    def _floor_div(self, a: Expression, b: Expression) -> Expression:
        return self.tongue.floor(_ratio(a, b))

    def _days_between(self, start: Expression, end: Expression) -> Expression:
        return cast(self.tongue.days(start, end), Type.NUMBER)

    def _months_between(self, start: Expression, end: Expression) -> Expression:
        def months(day: Expression) -> Expression:
            twelve = literal(12.0, Type.NUMBER)
            return _add(_mul(_part("YEAR", day), twelve), _part("MONTH", day))

        short = exp.and_(
            exp.LT(this=_part("DAY", end), expression=_part("DAY", start)),
            exp.NEQ(
                this=_part("DAY", self.tongue.next_day(end.copy())),
                expression=literal(1.0, Type.NUMBER),
            ),
        )
        missing = exp.Case().when(short, literal(1.0, Type.NUMBER)).else_(literal(0.0, Type.NUMBER))
        return _sub(_sub(months(end), months(start)), missing)

    def _years_between(self, start: Expression, end: Expression) -> Expression:
        whole = _div(self._months_between(start, end), literal(12.0, Type.NUMBER))
        return self.tongue.floor(whole)

    def _date_of(self, year: Expression, month: Expression, day: Expression) -> Expression:
        usual = exp.and_(
            exp.GTE(this=year.copy(), expression=literal(1.0, Type.NUMBER)),
            exp.LTE(this=year.copy(), expression=literal(9999.0, Type.NUMBER)),
        )
        whole = exp.cast(self.tongue.floor(exp.Case().when(usual, year)), "INT")
        parts = [whole, exp.cast(month, "INT"), exp.cast(day, "INT")]
        return exp.Anonymous(this="MAKE_DATE", expressions=parts)

    def _sum_over_years(
        self, founded: Expression, on: Expression, *latest_first: Expression
    ) -> Expression:
        last = _sub(_part("YEAR", on), literal(1.0, Type.NUMBER))
        born = _part("YEAR", founded)

        def year(back: int, value: Expression) -> Expression:
            then = _sub(last.copy(), literal(float(back), Type.NUMBER))
            before = exp.GT(this=born.copy(), expression=then)
            return exp.Case().when(before, literal(0.0, Type.NUMBER)).else_(value)

        total = literal(0.0, Type.NUMBER)
        for back, value in enumerate(latest_first):
            total = _add(total, year(back, value))
        young = exp.GT(this=born, expression=last)
        return exp.Case().when(young, literal(None, Type.NUMBER)).else_(total)

    def _band(self, x: Expression, table: BandTable) -> Expression:
        case = exp.Case()
        *rows, last = table.rows
        for row in rows:
            bound = literal(row.high, Type.NUMBER)
            below = exp.LTE if row.high_included else exp.LT
            case = case.when(
                below(this=x.copy(), expression=bound), literal(row.value, Type.NUMBER)
            )
        return case.when(_known(x), literal(last.value, Type.NUMBER))

    def _has_word(self, column: Column) -> Expression:
        words, word = column.args
        value = word.args[-1]
        if value is None:
            return literal(None, Type.TRUTH)
        found = exp.StrPosition(this=self.render(words), substr=exp.Literal.string(f"|{value}|"))
        return exp.GT(this=found, expression=exp.Literal.number(0))


def _part(part: str, day: Expression) -> Expression:
    return cast(exp.Extract(this=exp.var(part), expression=day.copy()), Type.NUMBER)


def _add(a: Expression, b: Expression) -> Expression:
    return exp.Paren(this=exp.Add(this=a, expression=b))


def _sub(a: Expression, b: Expression) -> Expression:
    return exp.Paren(this=exp.Sub(this=a, expression=b))


def _mul(a: Expression, b: Expression) -> Expression:
    return exp.Paren(this=exp.Mul(this=a, expression=b))


def _div(a: Expression, b: Expression) -> Expression:
    return exp.Paren(this=exp.Div(this=a, expression=b, typed=True, safe=False))


def _ratio(a: Expression, b: Expression) -> Expression:
    return _div(a, exp.Nullif(this=b, expression=literal(0.0, Type.NUMBER)))


def _known(x: Expression) -> Expression:
    return exp.Not(this=exp.Is(this=x.copy(), expression=exp.Null()))


def _unknown(x: Expression) -> Expression:
    return exp.Is(this=x.copy(), expression=exp.Null())


def _extreme(word: type[Expression]) -> Callable[..., Expression]:
    """The smallest or largest, unknown if any is: engines leave NULL out on their own."""

    def made(*args: Expression) -> Expression:
        if len(args) == 1:
            return args[0]
        anywhere = exp.or_(*(_unknown(one) for one in args))
        extreme = word(this=args[0], expressions=list(args[1:]), ignore_nulls=True)
        return exp.Case().when(anywhere, exp.Null()).else_(extreme)

    return made


def _best_of(*args: Expression) -> Expression:
    if len(args) == 1:
        return args[0]
    return exp.Greatest(this=args[0], expressions=list(args[1:]), ignore_nulls=True)


def _coalesce(*args: Expression) -> Expression:
    return exp.Coalesce(this=args[0], expressions=list(args[1:]))


def _when(*parts: Expression) -> Expression:
    case = exp.Case()
    for condition, then in zip(parts[:-1:2], parts[1::2], strict=True):
        case = case.when(_unknown(condition), exp.Null()).when(condition, then)
    return case.else_(parts[-1])


def _counted(truth: Expression, true: float, false: float) -> Expression:
    return (
        exp.Case()
        .when(truth.copy(), literal(true, Type.NUMBER))
        .when(exp.Not(this=exp.Paren(this=truth.copy())), literal(false, Type.NUMBER))
    )


def _count_true(*truths: Expression) -> Expression:
    return reduce(_add, (_counted(one, 1.0, 0.0) for one in truths), literal(0.0, Type.NUMBER))


def _at_least(n: int, truths: list[Expression]) -> Expression:
    def total(unknown: float) -> Expression:
        ones = (_coalesce(_counted(t, 1.0, 0.0), literal(unknown, Type.NUMBER)) for t in truths)
        return reduce(_add, ones, literal(0.0, Type.NUMBER))

    wanted = literal(float(n), Type.NUMBER)
    return (
        exp.Case()
        .when(exp.GTE(this=total(0.0), expression=wanted), exp.true())
        .when(exp.LT(this=total(1.0), expression=wanted.copy()), exp.false())
    )


def _one_of(x: Expression, *values: Expression) -> Expression:
    if not values:
        return exp.Case().when(_known(x), exp.false())
    return exp.Paren(this=exp.In(this=x, expressions=list(values)))


def _sqrt(x: Expression) -> Expression:
    real = exp.GTE(this=x.copy(), expression=literal(0.0, Type.NUMBER))
    return exp.Sqrt(this=exp.Case().when(real, x))


def _compared(word: type[Expression]) -> Callable[..., Expression]:
    return lambda a, b: exp.Paren(this=word(this=a, expression=b))


def _all(*truths: Expression) -> Expression:
    return exp.Paren(this=exp.and_(*truths)) if truths else exp.true()


def _any(*truths: Expression) -> Expression:
    return exp.Paren(this=exp.or_(*truths)) if truths else exp.false()


_PLAIN: dict[str, Callable[..., Expression]] = {
    "add": _add,
    "sub": _sub,
    "mul": _mul,
    "neg": lambda a: exp.Paren(this=exp.Neg(this=exp.Paren(this=a))),
    "ge": _compared(exp.GTE),
    "gt": _compared(exp.GT),
    "le": _compared(exp.LTE),
    "lt": _compared(exp.LT),
    "eq": _compared(exp.EQ),
    "ne": _compared(exp.NEQ),
    "and": _all,
    "or": _any,
    "not": lambda a: exp.Paren(this=exp.Not(this=exp.Paren(this=a))),
    "all_of": _all,
    "any_of": _any,
    "count_true": _count_true,
    "ratio": _ratio,
    "sqrt": _sqrt,
    "least": _extreme(exp.Least),
    "greatest": _extreme(exp.Greatest),
    "best_of": _best_of,
    "known_or": _coalesce,
    "first_known": _coalesce,
    "is_known": lambda x: exp.Paren(this=_known(x)),
    "when": _when,
    "one_of": _one_of,
    "year_of": lambda day: _part("YEAR", day),
}
