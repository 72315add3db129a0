"""What the rows of a register state: one claim per value, each with its cell."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from ceyuan.engines.reading.table.heading import plain
from ceyuan.model.claim import Claim
from ceyuan.model.credit_code import BadCreditCode, parse_credit_code
from ceyuan.model.kind import Kind
from ceyuan.model.section import Section
from ceyuan.model.standing import Standing
from ceyuan.model.table import Table, TableReading, TableRow

#: Set on claims from a list that is only proposed (拟…名单, 公示).
PROPOSED = "proposed"
_CREDIT_SOURCE = "GB 32100"


def claims_of_tables(reading: TableReading, kinds: Mapping[str, Kind]) -> tuple[Claim, ...]:
    """Every value of every row as a claim about the thing the row names, in the order of the sheet.

    The subject is the printed name; `extra["code"]` is what the ledger knows the thing by: a credit
    code whose check character is right, another register's number, or the parts of the kind's key.
    A row that names nobody states nothing. A value that two rows of one thing repeat is one claim
    with the other places in `also_at`.
    """
    claims: dict[tuple[object, ...], Claim] = {}
    for _, stated in claims_by_row(reading, kinds):
        for claim in stated:
            key = (
                claim.subject,
                claim.extra.get("code"),
                claim.property,
                claim.period.text if claim.period else "",
                claim.value,
            )
            first = claims.get(key)
            if first is None:
                claims[key] = claim
            elif claim.locator != first.locator and claim.locator not in first.also_at:
                claims[key] = replace(first, also_at=(*first.also_at, claim.locator))
    return tuple(claims.values())


def claims_by_row(
    reading: TableReading, kinds: Mapping[str, Kind]
) -> Iterator[tuple[TableRow, tuple[Claim, ...]]]:
    """Every row with what it states; a row that names nobody states nothing."""
    tables = {table.number: table for table in reading.tables}
    for row in reading.rows:
        table = tables[row.table]
        kind = kinds.get(table.kind)
        yield row, tuple(_claims_of_row(row, table, kind)) if kind else ()


def subject_in(row: TableRow, kind: Kind) -> tuple[str, str]:
    """Name and code of the thing a row is about; both empty where it names nobody.

    The code is empty where only the name is known, and then the name alone identifies it.
    """
    name = row.text("name")
    code = row.text(kind.identifier) if kind.identifier else ""
    field = kind.field(kind.identifier) if kind.identifier else None
    if code and field and field.source.startswith(_CREDIT_SOURCE) and not _valid(code):
        code = ""
    if not name and not code:
        name = next((said for one in kind.nicknames if (said := row.text(one))), "")
    parts = [row.text(part) for part in kind.key]
    if not name and kind.field("name") is None and kind.key and parts[0]:
        name = " ".join(p for p in parts if p)
    if not code and len(kind.key) > 1 and parts[0] and sum(1 for p in parts if p) > 1:
        code = "|".join(plain(p) for p in parts)
    return (name or code), code


def _claims_of_row(row: TableRow, table: Table, kind: Kind) -> Iterable[Claim]:
    subject, code = subject_in(row, kind)
    if not subject:
        return
    extra = {"row": row.row, "sheet": row.sheet} | ({"code": code} if code else {})
    have = {cell.field for cell in row.cells if cell.values}
    cells = [*row.cells, *(c for c in table.member_of if c.field not in have)]
    for cell in cells:
        field = kind.field(cell.field)
        if field is None:
            continue
        proposed = table.proposed and cell in table.member_of
        for value in cell.values:
            yield Claim(
                subject=subject,
                kind=kind.name,
                property=field.id,
                indicator=field.name,
                value=value,
                measure=field.measure,
                period=cell.period,
                standing=Standing.REGISTERED,
                section=Section.MAIN,
                locator=cell.at,
                quote=cell.printed,
                qualifiers=(PROPOSED,) if proposed else (),
                note=cell.note if cell.note in ("section", "title") else "",
                extra=extra,
            )


@lru_cache(maxsize=65_536)
def _valid(code: str) -> bool:
    try:
        parse_credit_code(code)
    except BadCreditCode:
        return False
    return True
