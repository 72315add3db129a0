"""The columns of a table under a kind: which heading is which field, and which kind fits best."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ceyuan.engines.reading.table.grid import Grid
from ceyuan.engines.reading.table.heading import Heading, plain, read_heading
from ceyuan.engines.reading.table.heading_rows import is_numbering
from ceyuan.engines.reading.table.lexicon import FieldMatch, Lexicon, is_note, is_sequence
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.kind import Field, FieldType, Kind

#: A kind must explain at least this share of the headings, or the table is none of its.
FIT = 0.3
#: From here on a heading is taken for a field.
_SURE = 0.65
_JOINT = re.compile(r"[/、,，及和与&]|以及")
_ZH_EN = re.compile(r"中(?:文)?[/、,及和]?英(?:文)?")


@dataclass(frozen=True, slots=True)
class Column:
    """A column and what it is taken for.

    Attributes:
        at: its number from 0.
        heading: what its heading says.
        fields: the field it holds; several where one heading names several (生产厂商（国别）);
            none where nobody reads it.
        role: `field`, `sequence`, `note`, `unread` or `repeated`.
        reason: why.
        sure: from 0 to 1.
        foreign: the second of its fields is the first in another language (中/英文).
        tick: the choice the column stands for, where each choice has a column to tick (级别-市级).
    """

    at: int
    heading: Heading
    fields: tuple[Field, ...] = ()
    role: str = "unread"
    reason: Bilingual = Bilingual("", "")  # noqa: RUF009 (frozen, shared on purpose)
    sure: float = 0.0
    foreign: bool = False
    tick: str = ""


@dataclass(frozen=True, slots=True)
class KindFit:
    """A kind and how its fields explain a table."""

    kind: Kind
    columns: tuple[Column, ...]
    score: float
    reason: Bilingual


def headings_of(grid: Grid, header: Sequence[int]) -> dict[int, Heading]:
    """The heading of every column that has one, group headings included, by column."""
    rows = [row for row in header if not is_numbering(grid, row)]
    found = {}
    for column in range(grid.width):
        levels = _levels(grid, rows, column)
        if levels:
            found[column] = read_heading(*levels)
    return found


def fit(
    lexicon: Lexicon, headings: dict[int, Heading], hints: str, least: float = FIT
) -> tuple[KindFit, ...]:
    """The kinds that may explain the headings, best first.

    `hints` are the titles, the name of the sheet and of the file: a kind they name by its words
    (孵化器, 贷款 …) is preferred among kinds that fit alike. A kind explains at least this share of
    the headings.
    """
    fits = []
    for kind in lexicon.kinds:
        columns = assign(lexicon, kind, headings)
        score = _score(kind, columns, least)
        if score is None:
            continue
        hint, word = _hint(kind, hints)
        said = (
            Bilingual(
                f"{_read(columns)} 列属于{kind.title}",
                f"{_read(columns)} columns are {kind.english}",
            )
            if not word
            else Bilingual(
                f"{_read(columns)} 列属于{kind.title}，标题含“{word}”",
                f"{_read(columns)} columns are {kind.english}, the title says {word!r}",
            )
        )
        fits.append(KindFit(kind, columns, score + hint, said))
    return tuple(sorted(fits, key=lambda f: -f.score))


def assign(lexicon: Lexicon, kind: Kind, headings: dict[int, Heading]) -> tuple[Column, ...]:
    """What each column is under a kind: every field and time taken by one column at most."""
    done: dict[int, Column] = {}
    offers: list[tuple[float, int, FieldMatch]] = []
    for at, heading in headings.items():
        if is_note(heading):
            done[at] = Column(at, heading, (), "note", _REMARKS, 1.0)
            continue
        matches = lexicon.matches(kind.name, heading)
        if is_sequence(heading) and not (
            matches and matches[0].sure >= 0.99 and len(heading.whole) > 2
        ):
            done[at] = Column(at, heading, (), "sequence", _NUMBERS, 1.0)
            continue
        if option := _option(lexicon, kind, heading):
            done[at] = replace(option, at=at)
            continue
        if joint := _several(lexicon, kind, heading, matches):
            done[at] = replace(joint, at=at)
            continue
        offers.extend((match.sure, at, match) for match in matches if match.sure >= _SURE)
    taken = {(f.id, c.heading.time, c.heading.window) for c in done.values() for f in c.fields}
    for sure, at, match in sorted(offers, key=lambda o: (-o[0], o[1])):
        heading = headings[at]
        mine = (match.field.id, heading.time, heading.window)
        if at in done or mine in taken:
            continue
        taken.add(mine)
        done[at] = Column(at, heading, (match.field,), "field", match.reason, sure)
    for at, heading in headings.items():
        if at not in done:
            done[at] = _unread(at, heading, headings, lexicon.matches(kind.name, heading))
    return tuple(done[at] for at in sorted(done))


def naming_fields(kind: Kind) -> tuple[str, ...]:
    """The fields that say which thing a row is about."""
    named = [kind.identifier] if kind.identifier else []
    if kind.field("name"):
        named.append("name")
    return tuple(dict.fromkeys((*named, *kind.key[:1], *kind.nicknames)))


def _levels(grid: Grid, rows: Sequence[int], column: int) -> tuple[str, ...]:
    levels: list[str] = []
    seen: set[tuple[int, int]] = set()
    for number, row in enumerate(rows):
        at = grid.origin(row, column)
        if at in seen:
            continue
        seen.add(at)
        text = grid.text(*at)
        if not text and number + 1 < len(rows):
            text = _group_left(grid, rows, number, column)
        if text and (not levels or plain(levels[-1]) != plain(text)):
            levels.append(text)
    return tuple(levels)


def _group_left(grid: Grid, rows: Sequence[int], number: int, column: int) -> str:
    """The group heading a column stands under where the file keeps no merged ranges."""
    row, below = rows[number], rows[number + 1]
    if grid.merges_in(row):
        return ""
    if not grid.text(below, column):
        return ""
    at = column
    while at > 0 and not grid.text(row, at) and grid.text(below, at):
        at -= 1
    return grid.text(row, at) if grid.text(below, at) else ""


def _several(
    lexicon: Lexicon, kind: Kind, heading: Heading, matches: tuple[FieldMatch, ...]
) -> Column | None:
    """The column as holding two or three fields at once, where its heading names them."""
    if matches and matches[0].sure >= 0.99 and plain(matches[0].field.name) == heading.whole:
        return None
    if any(_ZH_EN.fullmatch(remark) for remark in heading.remarks) and matches:
        field = matches[0].field
        other = _in_english(lexicon, kind, heading, field)
        if other:
            return Column(0, heading, (field, other), "field", _both_languages(field), 0.95, True)
    listed = lexicon.matches(kind.name, read_heading(heading.whole)) if heading.whole else ()
    if listed and listed[0].sure >= 1.0 and heading.remarks:
        return None
    named: list[Field] = []
    if heading.remarks and matches and matches[0].sure >= 0.9:
        named = [matches[0].field]
        for remark in heading.remarks:
            inner = _sure(lexicon, kind, remark)
            if inner is None or any(inner.id == f.id for f in named):
                return None
            named.append(inner)
    elif not matches or matches[0].sure < 0.9:
        pieces = [p for p in _JOINT.split(heading.leaf) if p]
        if len(pieces) in (2, 3):
            for piece in pieces:
                inner = _sure(lexicon, kind, piece)
                if inner is None or any(inner.id == f.id for f in named):
                    return None
                named.append(inner)
    if len(named) < 2:
        return None
    zh = "、".join(f.name for f in named)
    en = " and ".join(f.english for f in named)
    return Column(
        0, heading, tuple(named), "field", Bilingual(f"一列含{zh}", f"one column holds {en}"), 0.9
    )


def _option(lexicon: Lexicon, kind: Kind, heading: Heading) -> Column | None:
    """The column as one choice of a field, to be ticked: 平台级别-市级."""
    if len(heading.levels) < 2:
        return None
    for match in lexicon.matches(kind.name, read_heading(heading.levels[-2])):
        if match.field.type is not FieldType.CHOICE or match.sure < 0.9:
            continue
        for choice, spellings in match.field.choices.items():
            if heading.levels[-1] in {plain(s) for s in spellings}:
                said = Bilingual(
                    f"{match.field.name}的一项，打勾者为是",
                    f"one {match.field.english}, to be ticked",
                )
                return Column(0, heading, (match.field,), "field", said, 0.95, tick=choice)
    return None


def side_by_side(headings: dict[int, Heading]) -> list[dict[int, Heading]]:
    """The headings of each table where several of one sort stand side by side; else all of them.

    Two or more columns that come again in the same order are a list continued to the right.
    """
    columns = sorted(headings)
    wording = [headings[c].whole for c in columns]
    for width in range(2, len(columns) // 2 + 1):
        if len(columns) % width:
            continue
        if all(wording[n] == wording[n % width] for n in range(len(columns))):
            return [
                {c: headings[c] for c in columns[start : start + width]}
                for start in range(0, len(columns), width)
            ]
    return [headings]


def _in_english(lexicon: Lexicon, kind: Kind, heading: Heading, field: Field) -> Field | None:
    base = heading.leaf
    stem = base.removesuffix("名称").removesuffix("名")
    for wording in (f"{stem}英文名称", f"{stem}英文名", f"英文{base}", f"{base}(英文)", "英文名称"):
        for match in lexicon.matches(kind.name, read_heading(wording)):
            if match.sure >= 0.85 and match.field.id != field.id:
                return match.field
    return None


def _sure(lexicon: Lexicon, kind: Kind, text: str) -> Field | None:
    matches = lexicon.matches(kind.name, read_heading(text))
    return matches[0].field if matches and matches[0].sure >= 0.9 else None


def _unread(
    at: int, heading: Heading, headings: dict[int, Heading], matches: tuple[FieldMatch, ...]
) -> Column:
    same = [c for c, h in headings.items() if c < at and h.whole == heading.whole]
    if same:
        return Column(at, heading, (), "repeated", _REPEATED, 0.0)
    if matches and matches[0].sure >= _SURE:
        name = matches[0].field.name
        said = Bilingual(f"“{name}”已由另一列给出", f"another column already gives {name!r}")
        return Column(at, heading, (), "unread", said, 0.0)
    return Column(at, heading, (), "unread", _NOBODY, 0.0)


def _score(kind: Kind, columns: Iterable[Column], least: float) -> float | None:
    columns = tuple(columns)
    read = {f.id: c.sure for c in columns for f in c.fields}
    named = [name for name in naming_fields(kind) if name in read]
    if not named:
        return None
    if not kind.field("name") and len(kind.key) > 1 and kind.identifier not in read:
        if sum(1 for part in kind.key if part in read) < 2:
            return None
    elif kind.field("name") and not any(
        name in read for name in ("name", kind.identifier, *kind.nicknames)
    ):
        return None
    counted = [c for c in columns if c.role not in ("sequence", "note")]
    good = sum(
        c.sure
        * (0.3 if any(f.personal for f in c.fields) and kind.field("name") not in c.fields else 1.0)
        for c in counted
        if c.fields
    )
    if counted and sum(1 for c in counted if c.fields) < least * len(counted):
        return None
    return good


def _read(columns: Iterable[Column]) -> int:
    return sum(1 for c in columns if c.fields)


def _hint(kind: Kind, hints: str) -> tuple[float, str]:
    said = plain(hints)
    words = [kind.title, *kind.nouns]
    words += [
        wording
        for field in kind.fields
        if field.type is FieldType.TRUTH
        for wording in (field.name, *field.headings)
    ]
    found = max((w for w in words if len(w) > 1 and plain(w) in said), key=len, default="")
    return (0.3 * len(found), found) if found else (0.0, "")


def _both_languages(field: Field) -> Bilingual:
    return Bilingual(
        f"一列含{field.name}的中文和英文", f"one column holds {field.english} in two languages"
    )


_REMARKS = Bilingual("备注列", "a column of remarks")
_NUMBERS = Bilingual("序号列", "numbers the rows")
_REPEATED = Bilingual("与前面一列表头相同", "the same heading as a column before")
_NOBODY = Bilingual("没有字段与此表头对应", "no field has this heading")
