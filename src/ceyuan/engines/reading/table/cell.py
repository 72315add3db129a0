"""One cell of a table, read as its field asks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from ceyuan.engines.reading.table.cells.amount import may_be_negative, read_amount
from ceyuan.engines.reading.table.cells.choice import read_choice
from ceyuan.engines.reading.table.cells.code import read_code
from ceyuan.engines.reading.table.cells.day import read_day, read_days
from ceyuan.engines.reading.table.cells.name import one_line, read_name
from ceyuan.engines.reading.table.cells.outcome import (
    NOTHING,
    Finding,
    Outcome,
    doubtful,
    formula_error,
    says_nothing,
    unreadable,
)
from ceyuan.engines.reading.table.cells.several import split_values, ticked
from ceyuan.engines.reading.table.cells.truth import read_truth
from ceyuan.engines.reading.table.grid import printed
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.kind import Field, FieldType, Kind
from ceyuan.model.locator import CellAt
from ceyuan.model.period import Period
from ceyuan.model.quantity import Quantity
from ceyuan.model.table import Problem, TableCell

#: A cell of text longer than this is a passage and keeps its line breaks.
_PASSAGE = 60
#: The sources of a code field that says its codes are unified social credit codes.
_CREDIT_SOURCE = "GB 32100"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands and what holds for it."""

    sheet: str
    row: int
    cell: str
    period: Period | None = None
    unit: str = ""


def read_cell(
    kind: Kind, field: Field, raw: Any, text: str, place: Place
) -> tuple[tuple[TableCell, ...], tuple[Problem, ...]]:
    """The value of a cell as a TableCell, more where it says more (a former name, a first day).

    An empty cell gives a TableCell without values, so that the column is known to be there.
    """
    outcome, extra = _outcome(kind, field, raw, text, place.unit)
    cell = TableCell(
        field.id,
        CellAt(place.sheet, place.cell),
        text if raw is None else raw if isinstance(raw, str) else printed(raw),
        outcome.values,
        place.period,
        "" if outcome.values else outcome.original,
        outcome.note,
    )
    told = tuple(_problems(outcome.findings, field.id, place, text)) if outcome.findings else ()
    if not extra:
        return (cell,), told
    more = tuple(
        replace(cell, field=other, values=values, original="", note=said)
        for other, values, said in extra
    )
    return (cell, *more), told


def _outcome(
    kind: Kind, field: Field, raw: Any, text: str, unit: str
) -> tuple[Outcome, tuple[tuple[str, tuple[Any, ...], str], ...]]:
    if text.startswith("#") and (broken := formula_error(text)):
        return Outcome((), (broken,), text), ()
    if field.type is FieldType.TRUTH:
        return read_truth(raw, text), ()
    if says_nothing(text):
        return NOTHING, ()
    match field.type:
        case FieldType.QUANTITY:
            return _amount(raw, text, field, unit), ()
        case FieldType.DATE:
            return _day(kind, field, raw, text)
        case FieldType.CODE:
            credit = field.source.startswith(_CREDIT_SOURCE)
            outcome = read_code(raw, text, credit=credit)
            return _with_sole_trader_code(outcome) if credit else outcome, ()
        case FieldType.CHOICE:
            return read_choice(text, field), ()
        case _:
            return _words(kind, field, text)


def _amount(raw: Any, text: str, field: Field, unit: str) -> Outcome:
    outcome = read_amount(raw, text, unit=unit, base=field.unit)
    if field.signed or not outcome.values:
        return outcome
    value = outcome.values[0]
    if not isinstance(value, Quantity) or value.amount >= 0:
        return outcome
    if may_be_negative(field.unit):
        finding = doubtful(
            "negative_amount",
            Bilingual(f"{field.name}为负（{text}）", f"{field.english} is negative ({text})"),
            Bilingual("核对数字", "check the number"),
        )
        return replace(outcome, findings=(*outcome.findings, finding))
    finding = unreadable(
        "negative_count",
        Bilingual(
            f"{field.name}不可能为负（{text}）", f"{field.english} cannot be negative ({text})"
        ),
        Bilingual("改正后再导入", "correct it and import again"),
    )
    return Outcome((), (*outcome.findings, finding), text)


def _day(
    kind: Kind, field: Field, raw: Any, text: str
) -> tuple[Outcome, tuple[tuple[str, tuple[Any, ...], str], ...]]:
    if field.many and isinstance(raw, str):
        return _days(text), ()
    if both := read_days(raw, text):
        first, last = both
        if not field.since:
            return first, ()
        extra = ((field.since, first.values, text),) if first.values else ()
        return replace(last, note=text), extra
    return read_day(raw, text), ()


def _days(text: str) -> Outcome:
    values: list[Any] = []
    findings: list[Finding] = []
    for piece in split_values(text):
        outcome = read_day(piece, piece)
        values.extend(outcome.values)
        findings.extend(outcome.findings)
    return Outcome(tuple(dict.fromkeys(values)), tuple(findings))


def _words(
    kind: Kind, field: Field, text: str
) -> tuple[Outcome, tuple[tuple[str, tuple[Any, ...], str], ...]]:
    text = ticked(text)
    if field.many:
        return Outcome(split_values(text, people=field.personal)), ()
    if len(text) > _PASSAGE and "\n" in text:
        return Outcome((text,)), ()
    if field.id != "name" and field.id not in kind.key:
        return Outcome((one_line(text),)), ()
    name = read_name(text)
    findings = []
    if name.sole_trader:
        findings.append(_SOLE_TRADER)
    if name.stray:
        findings.append(
            doubtful(
                "stray_letter",
                Bilingual(
                    f"名称前有单独的字母“{name.stray}”",
                    f"a single letter {name.stray!r} in front of the name",
                ),
                Bilingual("核对是否多打了字母", "check whether it belongs there"),
            )
        )
    former = kind.field("former_name")
    extra: tuple[tuple[str, tuple[Any, ...], str], ...] = ()
    if name.former and former:
        extra = ((former.id, name.former, text),)
    return Outcome((name.name,) if name.name else (), tuple(findings)), extra


def _with_sole_trader_code(outcome: Outcome) -> Outcome:
    if outcome.values and str(outcome.values[0]).startswith("92"):
        return replace(outcome, findings=(*outcome.findings, _SOLE_TRADER))
    return outcome


def _problems(
    findings: Iterable[Finding], field: str, place: Place, text: str
) -> Iterator[Problem]:
    for f in findings:
        yield Problem(
            f.code, f.weight, place.sheet, f.what, f.remedy, place.row, place.cell, field, text
        )


_SOLE_TRADER = doubtful(
    "sole_trader",
    Bilingual("个体工商户，不是企业法人", "sole trader, not a company"),
    Bilingual("按政策口径核对是否可入册", "check whether the register takes sole traders"),
)
