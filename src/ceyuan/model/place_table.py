"""Tables of places: the columns of `places/*.csv`, and every fault with its file and line."""

import csv
import io
import re
from collections.abc import Iterable, Mapping
from datetime import date

from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import BadInput, CeyuanError, Faults
from ceyuan.model.place import Gazetteer, Place, PlaceLevel


class UnreadablePlaces(BadInput):
    """A row of a table of places that cannot be used."""


_COLUMNS = (
    "code",
    "name",
    "level",
    "parent",
    "valid_from",
    "valid_to",
    "continued_by",
    "merged_into",
    "short_names",
    "former_names",
    "misprints",
    "english",
    "plain_word",
    "source",
)
_CODE = re.compile(r"\d{6}(~\d{4})?|provisional-[a-z0-9-]+")


def place_rows(text: str, where: str) -> list[dict[str, str]]:
    """The rows of a CSV of places; each carries its own line as `where` (`districts.csv:12`).

    Raises:
        UnreadablePlaces: a column is missing, or there is one nobody reads; a row is too short.
    """
    table = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))
    heads = table.fieldnames or []
    if set(heads) != set(_COLUMNS):
        absent = [c for c in _COLUMNS if c not in heads]
        strange = [c for c in heads if c not in _COLUMNS]
        raise UnreadablePlaces(
            Bilingual(
                f"地名表的列不符：缺 {absent}，多 {strange}",
                f"columns of the place table: missing {absent}, unknown {strange}",
            ),
            where=where,
            remedy=Bilingual(f"表头应为 {','.join(_COLUMNS)}", f"use {','.join(_COLUMNS)}"),
        )
    rows = []
    for row in table:
        line = f"{where}:{table.line_num}"
        if None in row or None in row.values():
            said = f"应有 {len(_COLUMNS)} 格", f"a row has {len(_COLUMNS)} cells"
            raise _fault(*said, line)
        rows.append({**row, "where": line})
    return rows


def gazetteer_from_rows(rows: Iterable[Mapping[str, str]]) -> Gazetteer:
    """The gazetteer of rows as `place_rows` gives them; several files may be chained.

    Several names in a cell are parted by `|`. Days are ISO dates.

    Raises:
        Faults: every row that cannot be used, each with its file and line.
    """
    places: dict[str, Place] = {}
    lines: dict[str, str] = {}
    faults: list[CeyuanError] = []
    for number, row in enumerate(rows, start=2):
        where = row.get("where", f"line {number}")
        try:
            place = _place_of(row, where)
        except UnreadablePlaces as fault:
            faults.append(fault)
            continue
        if place.code in places:
            faults.append(
                _fault(f"代码 {place.code} 已在 {lines[place.code]}", "code twice", where)
            )
        places[place.code], lines[place.code] = place, where
    for place in places.values():
        for what, code in (
            ("parent", place.parent),
            ("continued_by", place.continued_by),
            ("merged_into", place.merged_into),
        ):
            if code and code not in places:
                said = f"{what} {code}：没有这个代码"
                faults.append(_fault(said, f"{what} {code}: no such code", lines[place.code]))
    if faults:
        raise Faults(faults)
    return Gazetteer(places.values())


def _place_of(row: Mapping[str, str], where: str) -> Place:
    code, name, level = row["code"].strip(), row["name"].strip(), row["level"].strip()
    if not _CODE.fullmatch(code):
        raise _fault(f"代码无法识别：{code!r}", f"not a code: {code!r}", where)
    if not name:
        raise _fault("没有名称", "no name", where)
    if level not in set(PlaceLevel):
        raise _fault(f"层级无法识别：{level!r}", f"not a level: {level!r}", where)
    if row["plain_word"].strip() not in ("", "short", "name"):
        raise _fault("plain_word 只能是 short 或 name", "plain_word is short or name", where)
    return Place(
        code=code,
        name=name,
        level=PlaceLevel(level),
        parent=row["parent"].strip(),
        valid_from=_day(row["valid_from"], where),
        valid_to=_day(row["valid_to"], where),
        continued_by=row["continued_by"].strip(),
        merged_into=row["merged_into"].strip(),
        short_names=_several(row["short_names"]),
        former_names=_several(row["former_names"]),
        misprints=_several(row["misprints"]),
        english=row["english"].strip(),
        plain_word=row["plain_word"].strip(),
        source=row["source"].strip(),
    )


def _day(cell: str, where: str) -> date | None:
    try:
        return date.fromisoformat(cell.strip()) if cell.strip() else None
    except ValueError as error:
        raise _fault(f"日期无法识别：{cell!r}", f"not a day: {cell!r}", where) from error


def _several(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def _fault(zh: str, en: str, where: str) -> UnreadablePlaces:
    return UnreadablePlaces(
        Bilingual(zh, en),
        where=where,
        remedy=Bilingual("改正这一行", "correct this row"),
    )
