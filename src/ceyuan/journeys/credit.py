"""What may become of a loss pool: loans, terms of a programme, scenarios."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from ceyuan.catalogue import Catalogue, ProgrammeItem
from ceyuan.engines.pools import Course, Loan, PoolTerms, Scenario, run_pool
from ceyuan.engines.reading.recognise import recognise
from ceyuan.engines.reading.table.columnwise import read_columnwise
from ceyuan.engines.rules.programme import Programme
from ceyuan.journeys.assess import with_own_values
from ceyuan.journeys.incoming import Incoming
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import BadInput

#: A programme shares losses if it has these parameters: how much of a loss is made good, and the
#: city's part of that.
COMPENSATION, MUNICIPAL = "compensation_rate", "municipal_share"

#: What a list of loans says of each: what is outstanding, since when and until when.
LOAN_FIELDS = ("balance", "amount", "lent", "due", "term")

#: Longer courses are no forecast.
MOST_MONTHS = 600


class NoTerms(BadInput):
    """No programme says how losses are shared, or several do, or its numbers are unknown."""


class NoLoans(BadInput):
    """There is nothing to simulate."""


@dataclass(frozen=True, slots=True)
class Sharing:
    """How a programme shares losses on a day.

    Attributes:
        programme: its name.
        compensation: share of a loss the pool makes good.
        municipal: the city's share of that.
        sources: where the notice says it, one sentence for each number.
    """

    programme: str
    compensation: Fraction
    municipal: Fraction
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LoanBook:
    """Loans read from a list.

    Attributes:
        loans: those with amount, day lent and day due.
        left_out: rows without them, each with the reason.
    """

    loans: tuple[Loan, ...]
    left_out: tuple[Bilingual, ...] = ()


def able_to_share(catalogue: Catalogue, on: date) -> list[ProgrammeItem]:
    """The programmes in force that say how losses are shared."""
    return [item for item in catalogue.programmes if _shares_losses(item.programme, on)]


def sharing_of(
    catalogue: Catalogue, programme: str, on: date, own_values: Path | None = None
) -> tuple[ProgrammeItem, Sharing]:
    """How losses are shared on a day, by the programme named or by the only one there is.

    Args:
        catalogue: the district.
        programme: a name; empty for the only programme that shares losses.
        on: the day.
        own_values: a folder with the district's own values for open parameters.

    Raises:
        NoTerms: there is none, or there are several, or a number is not known on that day.
    """
    able = able_to_share(catalogue, on)
    found = [item for item in able if programme in ("", item.name)]
    if len(found) != 1:
        known = "、".join(item.name for item in able)
        raise NoTerms(
            Bilingual(
                f"{on} 没有政策 {programme} 规定损失如何分担"
                if programme
                else "不能确定按哪项政策分担损失",
                f"on {on} no programme {programme} shares losses"
                if programme
                else "it is not clear which programme shares the losses",
            ),
            where="--programme",
            remedy=Bilingual(f"可选：{known or '（没有）'}", f"one of: {known or '(none)'}"),
        )
    held = with_own_values(found, own_values)[found[0].name]
    return found[0], Sharing(
        held.name,
        _share(held, COMPENSATION, on),
        _share(held, MUNICIPAL, on),
        tuple(_source(held, name, on) for name in (COMPENSATION, MUNICIPAL)),
    )


def read_loans(catalogue: Catalogue, item: ProgrammeItem, file: Incoming) -> LoanBook:
    """The loans of a workbook whose headings are fields of the programme's kind.

    What is outstanding is `balance`, or `amount` where there is none; the last day is `due`, or
    `lent` and `term` months. A row that lacks any of it is left out and told.

    Raises:
        BadInput: the file cannot be opened or is no such list.
    """
    sheets = recognise(file.content, file.name).sheets
    read = read_columnwise(sheets, file.name, [catalogue.kinds[item.kind]], wanted=LOAN_FIELDS)
    columns = {column.field.id: list(column.values) for column in read.columns}
    return loan_book(
        (name, {id: _known(cells[number]) for id, cells in columns.items()})
        for number, name in enumerate(read.names)
    )


def loan_book(rows: Iterable[tuple[str, Mapping[str, Any]]]) -> LoanBook:
    """The loans of rows with the fields of `LOAN_FIELDS`, each with what the row is called."""
    loans: list[Loan] = []
    left_out: list[Bilingual] = []
    for name, row in rows:
        try:
            loans.append(_loan(row))
        except BadInput as fault:
            what = (
                fault.what
                if isinstance(fault.what, Bilingual)
                else Bilingual(fault.what, fault.what)
            )
            left_out.append(Bilingual(f"{name}：{what.zh}", f"{name}: {what.en}"))
    return LoanBook(tuple(loans), tuple(left_out))


def planned_loans(amount: int, start: date, months: int, term: int) -> tuple[Loan, ...]:
    """The same amount lent on the first of every month.

    Args:
        amount: a month, in fen.
        start: a day of the first month.
        months: how many months it goes on.
        term: months until a loan falls due.
    """
    first = start.replace(day=1)
    return tuple(
        Loan(amount, _later(first, step), _later(first, step + term)) for step in range(months)
    )


def simulate_pool(
    loans: Sequence[Loan],
    terms: PoolTerms,
    scenarios: Iterable[Scenario],
    start: date,
    months: int | None = None,
) -> tuple[Course, ...]:
    """The course of the pool in each scenario.

    Args:
        loans: made and planned.
        terms: who bears what.
        scenarios: how much may be lost.
        start: a day of the first month.
        months: how many; None until the last recovery.

    Raises:
        NoLoans: none falls due from the first month on, or the course would be too long.
    """
    live = [one for one in loans if (one.due.year, one.due.month) >= (start.year, start.month)]
    if not live:
        raise NoLoans(
            Bilingual(
                f"没有 {start:%Y-%m} 及以后到期的贷款", f"no loan falls due from {start:%Y-%m} on"
            ),
            remedy=Bilingual(
                "给出贷款台账，或用 --lending 写每月新增贷款",
                "give a list of loans, or what is lent each month by --lending",
            ),
        )
    last = max(one.due for one in live)
    whole = (last.year - start.year) * 12 + last.month - start.month + terms.recovery_months + 1
    if (months or whole) > MOST_MONTHS:
        raise NoLoans(
            Bilingual(f"测算期超过 {MOST_MONTHS} 个月", f"more than {MOST_MONTHS} months"),
            remedy=Bilingual(
                "核对到期日，或用 --months 缩短", "look at the days due, or use --months"
            ),
        )
    return tuple(run_pool(live, terms, one, start, months or whole) for one in scenarios)


def _shares_losses(programme: Programme, on: date) -> bool:
    return programme.in_force(on) and {COMPENSATION, MUNICIPAL} <= programme.parameters.keys()


def _share(programme: Programme, name: str, on: date) -> Fraction:
    held = programme.parameters[name].on(on)
    if held is None or held.value is None:
        raise NoTerms(
            Bilingual(
                f"参数 {name} 在 {on} 没有公布的值", f"the parameter {name} has no value on {on}"
            ),
            where=programme.shown,
            remedy=Bilingual("在本区参数中补上", "add the district's own value"),
        )
    return Fraction(str(held.value))


def _source(programme: Programme, name: str, on: date) -> str:
    parameter = programme.parameters[name]
    held = parameter.on(on)
    assert held is not None
    return f"{parameter.title} {float(held.value):.0%}：{held.source}（{held.mark.term.zh}）"


def _loan(row: Mapping[str, Any]) -> Loan:
    balance, amount = row.get("balance"), row.get("amount")
    principal = amount if balance is None else balance
    lent, due, term = row.get("lent"), row.get("due"), row.get("term")
    if due is None and lent is not None and term is not None:
        due = _later(lent, round(term))
    for what, zh, en in (
        (principal, "没有金额", "no amount"),
        (lent, "没有放款日期", "no day lent"),
        (due, "没有到期日期或期限", "no day due and no term"),
    ):
        if what is None:
            raise BadInput(Bilingual(zh, en))
    assert principal is not None
    assert lent is not None
    assert due is not None
    return Loan(round(principal * 100), lent, due)


def _known(cell: Any) -> Any:
    """A cell as it was read; None where it holds nothing."""
    return None if cell is None or cell != cell else cell


def _later(day: date, months: int) -> date:
    """The same day some months later; the last of the month where there is none."""
    number = day.year * 12 + day.month - 1 + months
    first = date(number // 12, number % 12 + 1, 1)
    following = date((number + 1) // 12, (number + 1) % 12 + 1, 1)
    return first.replace(day=min(day.day, (following - first).days))
