"""Reads `kinds/NAME.toml` and the indicators added beside it in `kinds/NAME/*.toml`.

The head of `kinds/NAME.toml` describes the kind, its `[[field]]` tables the fields. A file in
`kinds/NAME/` holds further `[[field]]` tables (one file per added indicator) and `[[example]]`
tables that show it at work.
"""

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from ceyuan.catalogue.card_file import IDENTIFIER
from ceyuan.catalogue.example import ReadingExample, read_examples
from ceyuan.catalogue.fault import fault, nearest
from ceyuan.catalogue.toml_file import Table, gather, read_toml, tables
from ceyuan.model.errors import CeyuanError
from ceyuan.model.kind import Field, FieldType, Kind


def kind_files(place: Path) -> list[tuple[Path, list[Path]]]:
    """Each kind's main file with the files added beside it, sorted by name."""
    return [
        (main, sorted((place / main.stem).glob("*.toml"))) for main in sorted(place.glob("*.toml"))
    ]


def read_kinds(place: Path, shown: str, faults: list[CeyuanError]) -> dict[str, Kind]:
    """Every kind by name; what is at fault joins `faults`."""
    kinds: dict[str, Kind] = {}
    for main, added in kind_files(place):
        kind = _read_kind(main, added, shown, faults)
        if kind is not None:
            kinds[kind.name] = kind
    for folder in sorted(p for p in place.iterdir() if p.is_dir() and p.name != "__pycache__"):
        if not (place / f"{folder.name}.toml").is_file():
            faults.append(
                fault(
                    f"文件夹 {folder.name} 没有对应的 {folder.name}.toml",
                    f"the folder {folder.name} has no {folder.name}.toml beside it",
                    where=f"{shown}/{folder.name}",
                    remedy_zh=f"先写 {shown}/{folder.name}.toml",
                    remedy_en=f"write {shown}/{folder.name}.toml first",
                )
            )
    faults.extend(_unknown_references(kinds, shown))
    return kinds


def indicator_examples(
    root: Path,
) -> tuple[list[tuple[str, ReadingExample]], list[CeyuanError]]:
    """The examples of the indicators added as files: where each stands, and the example; faults.

    Args:
        root: the folder of the district package.
    """
    found: list[tuple[str, ReadingExample]] = []
    faults: list[CeyuanError] = []
    for main, added in kind_files(root / "kinds"):
        for path in added:
            shown = f"kinds/{main.stem}/{path.name}"
            examples = read_examples(path, shown, ReadingExample, faults)
            found += [(shown, example) for example in examples]
    return found, faults


def read_fields(entries: object, where: str, faults: list[CeyuanError]) -> list[Field]:
    """The `[[field]]` tables of a file; what is at fault joins `faults`."""
    return [field for field, _ in _read_fields(entries, where, faults)]


def unknown_readers(
    kinds: Mapping[str, Kind], readers: Collection[str], shown: str
) -> Iterable[CeyuanError]:
    """A fault for every name in a `trust` list that is no reader."""
    for kind in kinds.values():
        for trusted in kind.trust:
            if trusted not in readers:
                like = nearest(trusted, list(readers))
                yield fault(
                    f"trust 中的 {trusted!r} 不是读取器",
                    f"{trusted!r} in trust is no reader",
                    where=f"{shown}/{kind.name}.toml",
                    remedy_zh=f"是否想写 {like}？" if like else "从 trust 删去，或先建读取器",
                    remedy_en=f"did you mean {like!r}?"
                    if like
                    else "remove it, or make the reader",
                )


def _read_kind(main: Path, added: list[Path], shown: str, faults: list[CeyuanError]) -> Kind | None:
    where = f"{shown}/{main.name}"
    raw = gather(faults, lambda: read_toml(main, where))
    if raw is None:
        return None
    before = len(faults)
    fields = _read_fields(raw.pop("field", []), where, faults)
    for extra in added:
        fields += _read_added(extra, f"{shown}/{main.stem}/{extra.name}", faults)
    head = Table({"name": main.stem, **raw}, where, faults)
    kind = head.record(Kind, fields=tuple(field for field, _ in fields))
    head.finish()
    faults.extend(_claimed_twice(fields))
    if kind is not None and kind.name != main.stem:
        faults.append(
            fault(
                f"name = {kind.name!r} 与文件名 {main.name} 不同",
                f"name = {kind.name!r} is not the name of the file {main.name}",
                where=where,
                remedy_zh="改成一致",
                remedy_en="make them the same",
            )
        )
    return kind if len(faults) == before else None


def _read_added(path: Path, where: str, faults: list[CeyuanError]) -> list[tuple[Field, str]]:
    raw = gather(faults, lambda: read_toml(path, where))
    if raw is None:
        return []
    fields = _read_fields(raw.pop("field", []), where, faults)
    raw.pop("example", None)
    Table(raw, where, faults).finish()
    return fields


def _read_fields(entries: object, where: str, faults: list[CeyuanError]) -> list[tuple[Field, str]]:
    found = []
    for table in tables(entries, "field", where, faults):
        table.where += f" {table.peek('id')}"
        one = table.record(Field)
        table.finish()
        if one is not None:
            found.append((one, table.where))
            faults.extend(_field_faults(one, table.where))
    return found


def _field_faults(field: Field, where: str) -> Iterable[CeyuanError]:
    if not IDENTIFIER.fullmatch(field.id):
        yield fault(
            f"id = {field.id!r} 不是标识符",
            f"id = {field.id!r} is no identifier",
            where=where,
            remedy_zh="只用小写英文字母、数字和下划线，以字母开头",
            remedy_en="use lower-case letters, digits and underscores, a letter first",
        )
    for key, type_, said in (
        ("unit", FieldType.QUANTITY, field.unit),
        ("choices", FieldType.CHOICE, field.choices),
        ("of", FieldType.REFERENCE, field.of),
    ):
        if (field.type is type_) != bool(said):
            wanted = field.type is type_
            yield fault(
                f"type = {field.type} {'缺少' if wanted else '不应有'} {key}",
                f"type = {field.type} {'needs' if wanted else 'has no'} {key}",
                where=where,
                remedy_zh=f"{'补上' if wanted else '删去'} {key}，或改正 type",
                remedy_en=f"{'add' if wanted else 'remove'} {key}, or correct type",
            )


def _claimed_twice(fields: list[tuple[Field, str]]) -> Iterable[CeyuanError]:
    ids: dict[str, str] = {}
    owners: dict[tuple[str, str], tuple[str, str]] = {}
    for field, where in fields:
        if field.id in ids:
            yield fault(
                f"id = {field.id!r} 已在别处定义（{ids[field.id]}）",
                f"id = {field.id!r} is defined already ({ids[field.id]})",
                where=where,
                remedy_zh="换一个 id，或删去其中一条",
                remedy_en="choose another id, or remove one of the two",
            )
        ids.setdefault(field.id, where)
        prints = [("text", said) for said in dict.fromkeys((field.name, *field.synonyms))]
        prints += [("heading", said) for said in dict.fromkeys(field.headings)]
        for sort, printed in prints:
            owner, place = owners.setdefault((sort, printed), (field.id, where))
            if owner != field.id:
                yield fault(
                    f"{field.id} 的叫法“{printed}”已属于 {owner}（{place}）",
                    f"{printed!r} of {field.id} already belongs to {owner} ({place})",
                    where=where,
                    remedy_zh="一种叫法只归一个字段：从其中一处删去",
                    remedy_en="one wording, one field: remove it from one of the two",
                )


def _unknown_references(kinds: Mapping[str, Kind], shown: str) -> Iterable[CeyuanError]:
    for kind in kinds.values():
        for part in kind.key:
            if kind.field(part) is None:
                like = nearest(part, [field.id for field in kind.fields])
                yield fault(
                    f"key 中的 {part!r} 不是字段",
                    f"{part!r} in key is no field",
                    where=f"{shown}/{kind.name}.toml",
                    remedy_zh=f"是否想写 {like}？否则从 key 删去" if like else "从 key 删去",
                    remedy_en=f"did you mean {like!r}?" if like else "remove it from key",
                )
        for field in kind.fields:
            if field.of and field.of not in kinds:
                like = nearest(field.of, list(kinds))
                yield fault(
                    f"{field.id} 指向不存在的类别 {field.of!r}",
                    f"{field.id} refers to {field.of!r}, which is no kind",
                    where=f"{shown}/{kind.name}.toml",
                    remedy_zh=f"是否想写 {like}？否则先写 {shown}/{field.of}.toml",
                    remedy_en=f"did you mean {like!r}? otherwise write {shown}/{field.of}.toml",
                )
