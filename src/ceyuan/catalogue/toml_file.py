"""Files that people write by hand: read, turned into what they describe, and nothing left over.

`read_toml` gives the table of one file. `Table` takes entries out of it one by one; what is left
in the end was understood by nobody and is a fault, so a misspelt key is noticed on the day it is
written.
"""

import re
import tomllib
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from ceyuan.catalogue.fault import CatalogueFault, fault, nearest
from ceyuan.model.errors import CeyuanError

T = TypeVar("T")

_ABSENT: Any = object()


class _Unfit(Exception):
    """A value is not of the type asked for; carries what was expected, in both languages."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.zh, self.en = zh, en


def read_toml(path: Path, shown: str) -> dict[str, Any]:
    """The content of a TOML file.

    Args:
        path: the file.
        shown: how the file is called in messages (its path inside the package).

    Raises:
        CatalogueFault: missing, unreadable, not UTF-8, or not TOML; with line and column.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise fault(
            f"缺少文件 {shown}",
            f"{shown} is missing",
            where=shown,
            remedy_zh="补上该文件，或用 ceyuan new 新建整个文件夹",
            remedy_en="write the file, or make the folder with `ceyuan new`",
        ) from None
    except OSError as problem:
        raise fault(
            f"无法读取：{problem.strerror}",
            f"cannot be read: {problem.strerror}",
            where=shown,
            remedy_zh="检查文件权限",
            remedy_en="look at the permissions of the file",
        ) from None
    except UnicodeDecodeError:
        raise fault(
            "不是 UTF-8 文本",
            "is not UTF-8 text",
            where=shown,
            remedy_zh="用 UTF-8 编码另存",
            remedy_en="save it as UTF-8",
        ) from None
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        spot = re.search(r"at line (\d+), column (\d+)", str(problem))
        said = re.sub(r"\s*\(at .*\)$", "", str(problem))
        raise fault(
            f"TOML 写法有误：{said}",
            f"is not TOML: {said}",
            where=f"{shown}:{spot[1]}:{spot[2]}" if spot else shown,
            remedy_zh="检查该行的引号、等号、方括号",
            remedy_en="look at the quotes, equals signs and brackets of that line",
        ) from None


class Table:
    """One table of a TOML file, taken apart entry by entry; faults gather in `faults`."""

    def __init__(self, entries: dict[str, Any], where: str, faults: list[CeyuanError]) -> None:
        self._entries = dict(entries)
        self._asked: list[str] = []
        self.where = where
        self.faults = faults

    def take(self, key: str, type_: Any, default: Any = MISSING) -> Any:
        """Take an entry out.

        Args:
            key: its name.
            type_: what it must be, as an annotation: `str`, `tuple[str, ...]`, an enumeration …
            default: given where the entry is absent; without it, absence is a fault.

        Returns:
            The value, or the default (None where there is none) when the entry is at fault.
        """
        self._asked.append(key)
        if key not in self._entries:
            if default is not MISSING:
                return default
            self.faults.append(
                fault(
                    f"缺少 {key}",
                    f"{key} is missing",
                    where=self.where,
                    remedy_zh=f"补上 {key} = …",
                    remedy_en=f"add {key} = …",
                )
            )
            return None
        value = self._entries.pop(key)
        try:
            if default is MISSING and isinstance(value, str) and not value.strip():
                raise _Unfit("非空文字", "text that is not empty")
            return _fit(value, type_)
        except _Unfit as unfit:
            self.faults.append(
                fault(
                    f"{key} = {value!r} 不对：应为{unfit.zh}",
                    f"{key} = {value!r} will not do: expected {unfit.en}",
                    where=self.where,
                    remedy_zh=f"改正 {key}",
                    remedy_en=f"correct {key}",
                )
            )
            return None if default is MISSING else default

    def peek(self, key: str) -> str:
        """An entry as text, left where it is; empty where absent. For naming the table."""
        return str(self._entries.get(key, ""))

    def finish(self) -> None:
        """Everything that was asked for has been taken: what is left is a fault."""
        for key in self._entries:
            like = nearest(key, self._asked)
            self.faults.append(
                fault(
                    f"不认识的项 {key}",
                    f"nobody reads {key!r}",
                    where=self.where,
                    remedy_zh=f"是否想写 {like}？否则删去" if like else "删去这一项",
                    remedy_en=f"did you mean {like!r}? otherwise remove it"
                    if like
                    else "remove it",
                )
            )

    def record(self, type_: type[T], **known: Any) -> T | None:
        """A dataclass made of the entries named like its fields; None where one is at fault.

        Fields given in `known` are not looked for; entries that are no field stay in the table.
        """
        assert is_dataclass(type_)
        before = len(self.faults)
        given = dict(known)
        hints = _hints(type_)
        for field in fields(type_):
            if field.name in given or not field.init:
                continue
            required = field.default is MISSING and field.default_factory is MISSING
            value = self.take(field.name, hints[field.name], MISSING if required else _ABSENT)
            if value is not _ABSENT:
                given[field.name] = value
        return type_(**given) if len(self.faults) == before else None


def tables(entries: object, key: str, where: str, faults: list[CeyuanError]) -> list[Table]:
    """The entries of `[[key]]`, each as a Table whose place names its number."""
    if not isinstance(entries, list) or not all(isinstance(one, dict) for one in entries):
        faults.append(
            fault(
                f"{key} 应写成 [[{key}]]",
                f"{key} must be written as [[{key}]]",
                where=where,
                remedy_zh=f"每一条以 [[{key}]] 开头",
                remedy_en=f"begin each entry with [[{key}]]",
            )
        )
        return []
    return [Table(one, f"{where} [[{key}]] {n}", faults) for n, one in enumerate(entries, 1)]


def gather(faults: list[CeyuanError], act: Callable[[], T]) -> T | None:
    """What `act` gives; None where it raises a CatalogueFault, which joins `faults`."""
    try:
        return act()
    except CatalogueFault as one:
        faults.append(one)
        return None


@cache
def _hints(type_: type[Any]) -> dict[str, Any]:
    return get_type_hints(type_)


def _fit(value: Any, type_: Any) -> Any:
    origin = get_origin(type_)
    if origin in (Union, UnionType):
        inner = [t for t in get_args(type_) if t is not type(None)]
        return _fit(value, inner[0])
    if origin is tuple:
        if not isinstance(value, list):
            raise _Unfit("列表", "a list")
        return tuple(_fit(one, get_args(type_)[0]) for one in value)
    if origin is dict:
        if not isinstance(value, dict):
            raise _Unfit("一组 键 = 值", "a table of key = value")
        return {key: _fit(one, get_args(type_)[1]) for key, one in value.items()}
    if isinstance(type_, type) and issubclass(type_, StrEnum):
        if value not in [str(member) for member in type_]:
            known = "、".join(type_)
            raise _Unfit(f"其中之一：{known}", f"one of {', '.join(type_)}")
        return type_(value)
    for plain, zh, en in _PLAIN:
        if type_ is plain:
            if type(value) is not plain:
                raise _Unfit(zh, en)
            return value
    return value


_PLAIN: tuple[tuple[type, str, str], ...] = (
    (str, "文字（加引号）", "text in quotes"),
    (bool, "true 或 false", "true or false"),
    (int, "整数", "a whole number"),
    (date, "日期（2025-01-31）", "a date (2025-01-31)"),
)
