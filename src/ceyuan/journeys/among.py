"""Reads whom names may mean from a file: one JSON object a line with `id`, `name`, `aliases`."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ceyuan.engines.registry.names.link import Known
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import BadInput, CeyuanError, Faults

#: Larger files are not lists of organisations that one machine should hold in memory.
_LARGEST = 500_000_000
#: So many faults are told; the rest look alike.
_TOLD = 20


class UnreadableList(BadInput):
    """A file of names or organisations cannot be read, or a line of it is not as it must be."""


@dataclass(frozen=True)
class Among:
    """The organisations of a file, and their identifiers as the file writes them."""

    known: tuple[Known, ...]
    ids: dict[str, Any]


def read_among(path: Path) -> Among:
    """The organisations a file lists.

    Raises:
        UnreadableList: there is no such file, or it is no text.
        Faults: lines that are not as they must be, each with its number.
    """
    known: list[Known] = []
    ids: dict[str, Any] = {}
    faults: list[CeyuanError] = []
    for number, line in enumerate(_lines(path), 1):
        if not line.strip():
            continue
        try:
            found, raw = _known(line)
            if found.id in ids:
                raise _Unfit(f"标识 {found.id} 出现过", f"the identifier {found.id} came before")
        except _Unfit as unfit:
            where = f"{path}:{number}"
            faults.append(UnreadableList(unfit.said, where=where, remedy=_REMEDY))
            if len(faults) >= _TOLD:
                break
            continue
        ids[found.id] = raw
        known.append(found)
    if faults:
        raise Faults(faults)
    return Among(tuple(known), ids)


def read_names(path: Path) -> tuple[str, ...]:
    """The names of a file, one a line; empty lines are left out.

    Raises:
        UnreadableList: there is no such file, or it is no text.
    """
    return tuple(line.strip() for line in _lines(path) if line.strip())


_REMEDY = Bilingual(
    '每行写成 {"id": "…", "name": "…", "aliases": ["…"]}，aliases 可省',
    'write each line as {"id": "…", "name": "…", "aliases": ["…"]}; aliases may be left out',
)


class _Unfit(Exception):
    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.said = Bilingual(zh, en)


def _known(line: str) -> tuple[Known, Any]:
    try:
        entry = json.loads(line)
    except (ValueError, RecursionError):
        raise _Unfit("不是 JSON", "is not JSON") from None
    if not isinstance(entry, dict):
        raise _Unfit("不是 JSON 对象", "is no JSON object")
    id, name, aliases = entry.get("id"), entry.get("name"), entry.get("aliases") or []
    if not isinstance(id, str | int) or isinstance(id, bool) or id == "":
        raise _Unfit("缺少 id（文字或整数）", "has no id (text or whole number)")
    if not isinstance(name, str) or not name.strip():
        raise _Unfit("缺少 name", "has no name")
    if not isinstance(aliases, list) or not all(isinstance(each, str) for each in aliases):
        raise _Unfit("aliases 应为名称列表", "aliases is no list of names")
    return Known(str(id), name, tuple(each for each in aliases if each.strip())), id


def _lines(path: Path) -> list[str]:
    try:
        if path.stat().st_size > _LARGEST:
            raise UnreadableList(
                Bilingual("文件过大", "the file is too large"),
                where=str(path),
                remedy=Bilingual("分成几个文件", "split it"),
            )
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableList(
            Bilingual(f"无法读取：{error.strerror}", f"cannot be read: {error.strerror}"),
            where=str(path),
            remedy=Bilingual("检查路径", "check the path"),
        ) from error
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding).splitlines()
        except UnicodeDecodeError:
            continue
    raise UnreadableList(
        Bilingual("不是文本文件", "is no text"),
        where=str(path),
        remedy=Bilingual("用 UTF-8 编码另存", "save it as UTF-8"),
    )
