"""A workbook as `ceyuan read --json` gives it: sheets, rows, what was skipped, what is wrong."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from ceyuan.model.bilingual import Bilingual
from ceyuan.model.kind import Field, FieldType, Kind
from ceyuan.model.period import Period
from ceyuan.model.quantity import Quantity
from ceyuan.model.table import CellValue, Problem, Table, TableCell, TableReading, TableRow, Weight

#: Fields of this group tell how to reach people; they are set aside from the rows.
_CONTACT = "contact"


def register_json(reading: TableReading, kinds: Mapping[str, Kind]) -> dict[str, Any]:
    """The reading as plain JSON.

    Returns:
        `sheets` and `ignored_sheets` by name; `header_rows` (a list, or by sheet where there are
        several); `tables` (kind, title, columns with their fields); `rows`, each with the fields of
        its table by identifier: amounts of money end in `_yuan` and are in 元, days are ISO,
        what could not be read is None and its print stands in `…_original`; where a table has a
        field for several years, the year is part of the name (`revenue_2023_yuan`). `sheet`,
        `kind` and `section` stand only where there are several. `skipped` rows with reasons,
        `warnings` in one sentence each, `problems` with cell and remedy in both languages,
        `set_aside`: remarks and contacts.
    """
    sheets = list(dict.fromkeys(t.sheet for t in reading.tables))
    tables = {table.number: table for table in reading.tables}
    names = {
        kind: _names([t for t in reading.tables if t.kind == kind], reading.rows, kinds[kind])
        for kind in reading.kinds
    }
    sectioned = any(t.section for t in reading.tables) or any(r.section for r in reading.rows)
    rows = []
    for row in reading.rows:
        table = tables[row.table]
        plain: dict[str, Any] = {}
        if len(sheets) > 1:
            plain["sheet"] = row.sheet
        if len(reading.kinds) > 1:
            plain["kind"] = table.kind
        if sectioned:
            plain["section"] = row.section or table.section or None
        if any(c.field == "seq" for t in reading.tables if t.kind == table.kind for c in t.columns):
            plain["seq"] = row.seq
        plain |= _row(row, kinds[table.kind], names[table.kind])
        rows.append(plain)
    return {
        "sheets": sheets,
        "ignored_sheets": [i.sheet for i in reading.ignored],
        "ignored_because": {i.sheet: i.reason.zh for i in reading.ignored},
        "header_rows": _header_rows(reading, sheets),
        "tables": [_table(t) for t in reading.tables],
        "rows": rows,
        "skipped": [
            {"sheet": s.sheet, "row": s.row, "reason": str(s.reason)} for s in reading.skipped
        ],
        "warnings": [
            _warning(p, len(sheets) > 1, kinds)
            for p in reading.problems
            if p.weight is not Weight.NOTE
        ],
        "problems": [_problem(p) for p in reading.problems],
        "set_aside": list(_set_aside(reading, tables, kinds)),
    }


_Names = dict[tuple[str, Period | None], str]


def _names(tables: list[Table], rows: Iterable[TableRow], kind: Kind) -> _Names:
    """Every field and period that the tables of a kind give, with the name it has in a row."""
    numbers = {t.number for t in tables}
    found: dict[tuple[str, Period | None], None] = {}
    for row in rows:
        if row.table in numbers:
            found |= {(c.field, c.period): None for c in row.cells}
    several: dict[str, set[Period | None]] = {}
    for id, period in found:
        several.setdefault(id, set()).add(period)
    names: _Names = {}
    for id, period in found:
        field = kind.field(id)
        if field is None or field.group == _CONTACT:
            continue
        # a name or a day is one, whatever day the list stands at; figures have their years
        figures = field.type is FieldType.QUANTITY
        year = f"_{_year(period)}" if figures and len(several[id]) > 1 and period else ""
        money = "_yuan" if field.type is FieldType.QUANTITY and field.unit == "元" else ""
        names[id, period] = f"{id}{year}{money}"
    return names


def _year(period: Period) -> str:
    text = period.text.removeprefix("as_of ")
    if len(text) == 4:
        return text
    if text.endswith("-12-31"):
        return text[:4]
    return text.replace("-", "").replace("/", "_")


def _row(row: TableRow, kind: Kind, names: _Names) -> dict[str, Any]:
    plain: dict[str, Any] = dict.fromkeys(names.values())
    for cell in row.cells:
        name = names.get((cell.field, cell.period))
        field = kind.field(cell.field)
        if name is None or field is None:
            continue
        value = _value(cell, field)
        if value is not None:
            plain[name] = value
        if cell.original and not cell.values and field.type is FieldType.QUANTITY:
            plain[name.removesuffix("_yuan") + "_original"] = cell.original
    return plain


def _value(cell: TableCell, field: Field) -> Any:
    said = [_plain(value, field) for value in cell.values]
    if not said:
        return None
    return said if field.many and len(said) > 1 else said[0]


def _plain(value: CellValue, field: Field) -> Any:
    if isinstance(value, Quantity):
        return _number(value.amount)
    if isinstance(value, bool | str):
        if field.type is FieldType.CHOICE and isinstance(value, str):
            return next(iter(field.choices.get(value, ())), value)
        return value
    return value.isoformat() if isinstance(value, date) else value


def _number(amount: Decimal) -> int | float:
    return int(amount) if amount == amount.to_integral_value() else float(amount)


def _header_rows(reading: TableReading, sheets: list[str]) -> Any:
    by_sheet = {
        sheet: list(
            dict.fromkeys(row for t in reading.tables if t.sheet == sheet for row in t.header_rows)
        )
        for sheet in sheets
    }
    return by_sheet if len(sheets) > 1 else next(iter(by_sheet.values()), [])


def _table(table: Table) -> dict[str, Any]:
    return {
        "sheet": table.sheet,
        "kind": table.kind,
        "kind_reason": table.kind_reason.zh,
        "title": table.title,
        "section": table.section or None,
        "form": table.form,
        "header_rows": list(table.header_rows),
        "period": str(table.period) if table.period else None,
        "as_of": str(table.as_of) if table.as_of else None,
        "member_of": {cell.field: bool(cell.value) for cell in table.member_of},
        "proposed": table.proposed,
        "columns": [
            {
                "column": c.letter,
                "heading": c.heading,
                "field": c.field or None,
                "unit": c.unit or None,
                "period": str(c.period) if c.period else None,
                "reason": c.reason.zh,
                "sure": round(c.sure, 2),
            }
            for c in table.columns
        ],
    }


#: Problems told as what is the matter with the named field: `price in USD, not converted`.
_OF_FIELD = frozenset({"damaged_number", "foreign_currency", "approximate"})


def _warning(problem: Problem, with_sheet: bool, kinds: Mapping[str, Kind]) -> str:
    where = f"sheet {problem.sheet} " if with_sheet and problem.sheet else ""
    row = f"row {problem.row}: " if problem.row else ""
    field = ""
    if problem.code in _OF_FIELD:
        found = (kind.field(problem.field) for kind in kinds.values())
        field = next((f.english for f in found if f), problem.field) + " "
    return f"{where}{row}{field}{problem.what.en}"


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "code": problem.code,
        "weight": str(problem.weight),
        "sheet": problem.sheet,
        "row": problem.row or None,
        "cell": problem.cell or None,
        "field": problem.field or None,
        "printed": problem.printed,
        "what": {"zh": problem.what.zh, "en": problem.what.en},
        "remedy": {"zh": problem.remedy.zh, "en": problem.remedy.en},
    }


def problem_from_json(plain: Mapping[str, Any]) -> Problem:
    """The problem that `register_json` wrote."""
    return Problem(
        plain["code"],
        Weight(plain["weight"]),
        plain["sheet"],
        Bilingual(**plain["what"]),
        Bilingual(**plain["remedy"]),
        plain["row"] or 0,
        plain["cell"] or "",
        plain["field"] or "",
        plain["printed"],
    )


def _set_aside(
    reading: TableReading, tables: Mapping[int, Table], kinds: Mapping[str, Kind]
) -> Iterable[dict[str, Any]]:
    for row in reading.rows:
        kind = kinds[tables[row.table].kind]
        for cell in row.cells:
            field = kind.field(cell.field)
            if cell.values and (field is None or field.group == _CONTACT):
                yield {
                    "sheet": row.sheet,
                    "row": row.row,
                    "field": cell.field,
                    "value": str(cell.value),
                }
