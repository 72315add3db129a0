"""What each SQL engine says in its own way. Everything else is said alike."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlglot import exp

from ceyuan.authoring.rules import Type

Expression = exp.Expr


@dataclass(frozen=True, slots=True)
class Tongue:
    """How an engine says what engines say differently.

    Attributes:
        name: as `--engine` and SQLGlot call it.
        days: calendar days from one day to another.
        next_day: the day after.
        floor: rounding down, of a double, to a double.
        fenced: whether steps must be kept apart, lest the engine copies expressions into one.
    """

    name: str
    days: Callable[[Expression, Expression], Expression]
    next_day: Callable[[Expression], Expression]
    floor: Callable[[Expression], Expression]
    fenced: bool = False


def cast(expression: Expression, type_: Type) -> Expression:
    """An expression as the SQL type in which values of a type are kept."""
    return exp.cast(expression, SQL_TYPES[type_])


SQL_TYPES = {
    Type.NUMBER: "DOUBLE",
    Type.TRUTH: "BOOLEAN",
    Type.TEXT: "VARCHAR",
    Type.DAY: "DATE",
}

#: From here on every double is whole.
_WHOLE = exp.Literal.number("4503599627370496")


def _floor_by_long(x: Expression) -> Expression:
    """Spark rounds a double down to a long, which holds less than a double does."""
    return (
        exp.Case()
        .when(exp.Abs(this=x.copy()) >= cast(_WHOLE.copy(), Type.NUMBER), x.copy())
        .else_(cast(exp.Floor(this=x.copy()), Type.NUMBER))
    )


DUCKDB = Tongue(
    "duckdb",
    days=lambda start, end: exp.Anonymous(
        this="DATE_DIFF", expressions=[exp.Literal.string("day"), start, end]
    ),
    next_day=lambda day: exp.Paren(this=exp.Add(this=day, expression=exp.Literal.number(1))),
    floor=lambda x: exp.Floor(this=x),
)

POSTGRES = Tongue(
    "postgres",
    days=lambda start, end: exp.Paren(this=exp.Sub(this=end, expression=start)),
    next_day=lambda day: exp.Paren(this=exp.Add(this=day, expression=exp.Literal.number(1))),
    floor=lambda x: exp.Floor(this=x),
    fenced=True,
)

SPARK = Tongue(
    "spark",
    days=lambda start, end: exp.Anonymous(this="DATEDIFF", expressions=[end, start]),
    next_day=lambda day: exp.Anonymous(this="DATE_ADD", expressions=[day, exp.Literal.number(1)]),
    floor=_floor_by_long,
)

TONGUES = {tongue.name: tongue for tongue in (DUCKDB, POSTGRES, SPARK)}
