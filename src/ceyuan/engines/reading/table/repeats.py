"""The same thing twice in one register: plain duplicates, and rows that disagree."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from ceyuan.engines.reading.table.heading import plain
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.fact import value_key
from ceyuan.model.kind import Field, FieldType, Kind
from ceyuan.model.quantity import Quantity
from ceyuan.model.table import Problem, Table, TableCell, TableRow, Weight


def by_thing(kind: Kind, rows: Sequence[TableRow]) -> list[list[TableRow]]:
    """The rows gathered by the thing they are about, in the order of the sheet.

    The identifier decides; a row without one goes with the rows of its name; without a name the
    key of the kind decides. Two identifiers are two things, whatever their names.
    """
    sign_of_name: dict[str, str] = {}
    for row in rows:
        code, name = _code(kind, row), _name(kind, row)
        if code and name:
            sign_of_name.setdefault(name, f"code {code}")
    groups: dict[str, list[TableRow]] = defaultdict(list)
    for row in rows:
        code, name = _code(kind, row), _name(kind, row)
        if code:
            groups[f"code {code}"].append(row)
        elif name:
            groups[sign_of_name.get(name, f"name {name}")].append(row)
    return list(groups.values())


def repeats(kind: Kind, rows: Sequence[TableRow], tables: Mapping[int, Table]) -> Iterable[Problem]:
    """Rows about one thing: duplicates and contradictions, each at the later cell.

    One name under two credit codes is told as well. Rows that share one merged name are one thing
    on purpose and no duplicates; so are the rows of a list by member, year or product, and the rows
    of lists that say different things (在库 and 退库).
    """
    if kind.field("name") is None and not kind.identifier:
        return
    groups = by_thing(kind, rows)
    repeated = sum(len(same) for same in groups if len(same) > 1)
    by_member = len(rows) >= 6 and repeated >= 0.5 * len(rows)
    for same in groups:
        yield from _in_group(kind, same, by_member, tables)
    code = kind.field(kind.identifier)
    if code is not None and code.source.startswith("GB 32100"):
        # two patents may bear one title; two organisations of one name are worth a look
        by_name: dict[str, list[TableRow]] = defaultdict(list)
        for row in rows:
            if name := _name(kind, row):
                by_name[name].append(row)
        for same in by_name.values():
            yield from _two_codes(kind, same)


def _code(kind: Kind, row: TableRow) -> str:
    return row.text(kind.identifier) if kind.identifier else ""


def _name(kind: Kind, row: TableRow) -> str:
    if "name" in kind.key or (kind.key and not row.text("name")):
        parts = [plain(row.text(part)) for part in kind.key]
        return "|".join(parts) if all(parts) else ""
    said = (row.text(name) for name in ("name", *kind.nicknames))
    return next((plain(name) for name in said if name), "")


def _in_group(
    kind: Kind, rows: list[TableRow], by_member: bool, tables: Mapping[int, Table]
) -> Iterable[Problem]:
    first = rows[0]
    for later in rows[1:]:
        if _shares_merged_name(kind, first, later):
            continue
        differing = list(_differences(kind, first, later))
        if not differing and _one_list(tables[first.table], tables[later.table]):
            adds = _adds(kind, first, later)
            if not (by_member and adds):
                yield _duplicate(first, later, adds)
        for before, now in differing if not by_member else ():
            yield _contradiction(kind, first, later, before, now)


def _one_list(one: Table, two: Table) -> bool:
    """Whether two tables are parts of one list, so that nothing should stand in both."""
    if one.number == two.number:
        return True
    says = [(c.field, c.value) for c in one.member_of]
    return bool(says) and says == [(c.field, c.value) for c in two.member_of]


def _differences(
    kind: Kind, first: TableRow, later: TableRow
) -> Iterable[tuple[TableCell, TableCell]]:
    for now in later.cells:
        field = kind.field(now.field)
        if field is None or not now.values or field.many:
            continue
        before = first.cell(now.field, now.period)
        if before is None or not before.values or before.at == now.at:
            continue
        if not _agree(field, before, now):
            yield before, now


def _agree(field: Field, one: TableCell, two: TableCell) -> bool:
    a, b = _key(one), _key(two)
    if field.type is FieldType.DATE and len(a) == len(b) == 1:
        # 2016-09 and 2016-09-01 are one day, printed less and more exactly
        return a[0].startswith(b[0]) or b[0].startswith(a[0])
    if isinstance(one.value, Quantity) and isinstance(two.value, Quantity):
        return one.value.interval.meets(two.value.interval) and one.value.unit == two.value.unit
    return a == b


def _adds(kind: Kind, first: TableRow, later: TableRow) -> bool:
    """Whether the later row says something of its own: another member, a field not given before."""
    for now in later.cells:
        field = kind.field(now.field)
        if field is None or not now.values:
            continue
        before = first.cell(now.field, now.period)
        if before is None or not before.values or (field.many and _key(before) != _key(now)):
            return True
    return False


def _key(cell: TableCell) -> tuple[str, ...]:
    return tuple(plain(value_key(v)) for v in cell.values)


def _shares_merged_name(kind: Kind, first: TableRow, later: TableRow) -> bool:
    for name in ("name", kind.identifier):
        one, two = first.cell(name), later.cell(name)
        if one and two and one.values and one.at == two.at:
            return True
    return False


def _duplicate(first: TableRow, later: TableRow, adds: bool) -> Problem:
    cell = later.cell("name") or later.cells[0]
    where = f"{first.sheet} " if first.sheet != later.sheet else ""
    more = Bilingual("，另有补充内容", " and adds to it") if adds else Bilingual("", "")
    return Problem(
        "duplicate_row",
        Weight.DOUBTFUL,
        later.sheet,
        Bilingual(
            f"与{where}第{first.row}行是同一对象{more.zh}",
            f"the same thing as {where}row {first.row}{more.en}",
        ),
        Bilingual("删去其中一行", "remove one of the two"),
        later.row,
        cell.at.cell,
        cell.field,
        cell.printed,
    )


def _contradiction(
    kind: Kind, first: TableRow, later: TableRow, before: TableCell, now: TableCell
) -> Problem:
    field = kind.field(now.field)
    name = field.term if field else Bilingual(now.field, now.field)
    where = f"{first.sheet}!{before.at.cell}" if first.sheet != later.sheet else before.at.cell
    return Problem(
        "rows_disagree",
        Weight.DOUBTFUL,
        later.sheet,
        Bilingual(
            f"同一对象两行不一致：{name.zh}在{where}为“{before.printed}”，此处为“{now.printed}”",
            f"two rows of one thing disagree: {name.en} is {before.printed!r} in {where}, "
            f"{now.printed!r} here",
        ),
        Bilingual("核对后保留正确的一行", "keep the row that is right"),
        later.row,
        now.at.cell,
        now.field,
        now.printed,
    )


def _two_codes(kind: Kind, rows: list[TableRow]) -> Iterable[Problem]:
    codes: dict[str, TableRow] = {}
    for row in rows:
        code = row.text(kind.identifier)
        if not code:
            continue
        other = next((r for c, r in codes.items() if c != code), None)
        codes.setdefault(code, row)
        if other is None:
            continue
        cell = row.cell(kind.identifier)
        assert cell is not None
        yield Problem(
            "one_name_two_codes",
            Weight.DOUBTFUL,
            row.sheet,
            Bilingual(
                f"与第{other.row}行同名，但代码不同（{other.text(kind.identifier)}）",
                f"the name of row {other.row} with another code ({other.text(kind.identifier)})",
            ),
            Bilingual(
                "核对是否同一家，或代码录错", "check whether it is one thing or a wrong code"
            ),
            row.row,
            cell.at.cell,
            kind.identifier,
            cell.printed,
        )
