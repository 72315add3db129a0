"""Reads `programmes/…/stacking.toml`: how programmes for the same thing stand to one another."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from ceyuan.catalogue.fault import fault, nearest
from ceyuan.catalogue.toml_file import Table, gather, read_toml, tables
from ceyuan.engines.rules.parameter import Mark
from ceyuan.engines.rules.stacking import StackingRule, Way
from ceyuan.model.errors import CeyuanError

FILE = "stacking.toml"


@dataclass(frozen=True, slots=True)
class WrittenStacking:
    """A stacking rule as a notice, or the district, has it.

    Attributes:
        rule: what is worked out.
        mark: how it is known.
        applies: whether it is worked out at all; only a choice of the district may be switched off.
        start: first day; None for always.
        until: last day; None for no end.
        where: the file it stands in.
    """

    rule: StackingRule
    mark: Mark
    applies: bool = True
    start: date | None = None
    until: date | None = None
    where: str = ""

    def holds(self, on: date) -> bool:
        """Whether it is worked out on that day."""
        begun = self.start is None or self.start <= on
        return self.applies and begun and (self.until is None or on <= self.until)


def stacking_files(place: Path) -> list[Path]:
    """The files of the shelves of programmes, the nation's and those of its districts."""
    return sorted(place.glob(f"*/{FILE}")) if place.is_dir() else []


def read_stacking(
    path: Path, shown: str, programmes: Collection[str], faults: list[CeyuanError]
) -> tuple[WrittenStacking, ...]:
    """The rules of one file, in the order written; what is at fault joins `faults`.

    Args:
        path: the file.
        shown: how it is called in messages.
        programmes: names of all programmes.
        faults: gathers a name nobody has, a cap or share that is missing or too much.
    """
    raw = gather(faults, lambda: read_toml(path, shown))
    if raw is None:
        return ()
    whole = Table(raw, shown, faults)
    entries = tables(whole.take("rule", Any, []), "rule", shown, faults)
    whole.finish()
    found = [_rule(entry, shown, programmes) for entry in entries]
    return tuple(one for one in found if one is not None)


def _rule(entry: Table, shown: str, programmes: Collection[str]) -> WrittenStacking | None:
    before = len(entry.faults)
    way = entry.take("way", Way)
    names = entry.take("programmes", tuple[str, ...]) or ()
    article = entry.take("article", str)
    mark = entry.take("mark", Mark)
    applies = entry.take("applies", bool, True)
    cap, share = entry.take("cap", Any, None), entry.take("share", Any, None)
    start, until = entry.take("from", date, None), entry.take("until", date, None)
    entry.finish()
    for name in names:
        if name not in programmes:
            like = nearest(name, list(programmes))
            _complain(
                entry,
                (f"没有政策 {name!r}", f"there is no programme {name!r}"),
                (
                    f"是否想写 {like}？" if like else "删去",
                    f"did you mean {like}?" if like else "remove",
                ),
            )
    if len(set(names)) != len(names) or len(names) < 2:
        _complain(
            entry,
            ("programmes 要写两项以上不同的政策", "programmes needs two different ones at least"),
            ("补上", "add them"),
        )
    if (way is Way.TOTAL_CAP and cap is None) or (cap is not None and not _amount(cap)):
        _complain(
            entry,
            (f"cap = {cap!r} 不是金额（元）", f"cap = {cap!r} is no amount in yuan"),
            ("写成元，不小于零", "write it in yuan, not below zero"),
        )
    if (way is Way.MATCHING) != (share is not None) or (share is not None and not _amount(share)):
        _complain(
            entry,
            ("配套（matching）而且只有配套要写 share", "matching, and only matching, has a share"),
            ("写成 0.5 这样的比例", "write a share such as 0.5"),
        )
    if not applies and mark is not Mark.CHOICE:
        _complain(
            entry,
            ("只有 choice 可以写 applies = false", "only a choice may say applies = false"),
            ("删去 applies，或改 mark", "remove applies, or correct mark"),
        )
    if len(entry.faults) > before:
        return None
    fen = None if cap is None else round(cap * 100)
    rule = StackingRule(way, names, article, fen, float(share or 0))
    return WrittenStacking(rule, mark, applies, start, until, shown)


def _amount(value: Any) -> bool:
    usual = isinstance(value, int | float) and not isinstance(value, bool)
    return usual and 0 <= value <= 1e13


def _complain(entry: Table, what: tuple[str, str], remedy: tuple[str, str]) -> None:
    entry.faults.append(fault(*what, where=entry.where, remedy_zh=remedy[0], remedy_en=remedy[1]))
