"""Reads a folder's `card.toml`."""

import re
from pathlib import Path

from ceyuan.authoring.card import Card
from ceyuan.catalogue.fault import fault
from ceyuan.catalogue.sort import Sort
from ceyuan.catalogue.toml_file import Table, gather, read_toml
from ceyuan.model.errors import CeyuanError

#: Identifiers are English, lower case, words joined by underscores.
IDENTIFIER = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")


def read_card(folder: Path, sort: Sort, shown: str, faults: list[CeyuanError]) -> Card | None:
    """The card of a folder; None where it is at fault, and the faults are in `faults`."""
    where = f"{shown}/card.toml"
    raw = gather(faults, lambda: read_toml(folder / "card.toml", where))
    if raw is None:
        return None
    before = len(faults)
    if isinstance(raw.get("version"), int):
        raw["version"] = str(raw["version"])
    table = Table({"name": folder.name, **raw}, where, faults)
    said_sort = table.take("sort", str, sort.name)
    rest = {
        key.name: table.take(key.name, key.type, *(() if key.required else (key.default,)))
        for key in sort.card_keys
    }
    card = table.record(Card, sort=sort.name, rest=rest)
    table.finish()
    if card is None:
        return None
    if card.name != folder.name:
        faults.append(
            fault(
                f"name = {card.name!r} 与文件夹名 {folder.name!r} 不同",
                f"name = {card.name!r} is not the folder's name {folder.name!r}",
                where=where,
                remedy_zh="改成一致",
                remedy_en="make them the same",
            )
        )
    if not IDENTIFIER.fullmatch(folder.name):
        faults.append(
            fault(
                f"文件夹名 {folder.name!r} 不是标识符",
                f"the folder's name {folder.name!r} is no identifier",
                where=shown,
                remedy_zh="只用小写英文字母、数字和下划线，以字母开头",
                remedy_en="use lower-case letters, digits and underscores, a letter first",
            )
        )
    if said_sort != sort.name:
        faults.append(
            fault(
                f"sort = {said_sort!r}，但文件夹在 {sort.place}/ 下",
                f"sort = {said_sort!r}, but the folder lies under {sort.place}/",
                where=where,
                remedy_zh="删去 sort（由所在文件夹决定）",
                remedy_en="remove sort: the place of the folder says it",
            )
        )
    return card if len(faults) == before else None
