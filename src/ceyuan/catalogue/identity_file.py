"""Reads `identity.toml`: what evidence decides by itself whether two records are one thing."""

from pathlib import Path
from typing import Any

from ceyuan.catalogue.fault import CatalogueFault, fault
from ceyuan.catalogue.toml_file import read_toml
from ceyuan.engines.registry.evidence import SORTS, Identity, Rule
from ceyuan.model.decision import Judgement
from ceyuan.model.errors import CeyuanError, Faults

FILE = "identity.toml"
_KEYS = {"name", "when", "then", "at_least", "because"}
_THEN = ("same", "different", "asked")


def read_identity(root: Path) -> Identity:
    """The policy of a district package; an empty one where it has no such file: nobody is sought.

    Raises:
        CatalogueFault: not TOML.
        Faults: everything else that is wrong with the file.
    """
    path = root / FILE
    if not path.is_file():
        return Identity()
    faults: list[CeyuanError] = []
    table = read_toml(path, FILE)
    if left := sorted(table.keys() - {"rule", "kinds"}):
        faults.append(_wrong(FILE, f"没有这样的键：{left}", f"no such keys: {left}"))
    kinds = table.get("kinds", [])
    if not isinstance(kinds, list) or not all(isinstance(kind, str) for kind in kinds):
        faults.append(_wrong(FILE, "kinds 应为名称列表", "kinds is a list of names"))
    rules = table.get("rule", [])
    found = [_rule(entry, number, faults) for number, entry in enumerate(rules, 1)]
    if faults:
        raise Faults(faults)
    return Identity(tuple(kinds), tuple(rule for rule in found if rule))


def _rule(entry: dict[str, Any], number: int, faults: list[CeyuanError]) -> Rule | None:
    where = f"{FILE} rule {number}"
    before = len(faults)
    if left := sorted(entry.keys() - _KEYS):
        faults.append(_wrong(where, f"没有这样的键：{left}", f"no such keys: {left}"))
    if entry.get("when") not in SORTS:
        said = f"{entry.get('when')!r}: {', '.join(SORTS)}"
        faults.append(_wrong(where, f"when 应为其中之一 {said}", f"when is none of {said}"))
    if entry.get("then") not in _THEN:
        said = f"{entry.get('then')!r}: {', '.join(_THEN)}"
        faults.append(_wrong(where, f"then 应为其中之一 {said}", f"then is none of {said}"))
    least = entry.get("at_least", 0.0)
    alike = entry.get("when") == "names_alike"
    if not isinstance(least, int | float) or not 0 <= least <= 1 or (alike and not least):
        faults.append(_wrong(where, "at_least 应在 0 与 1 之间", "at_least lies between 0 and 1"))
    if alike and entry.get("then") == "same":
        faults.append(
            _wrong(
                where, "名称相近不能自动认定为同一主体", "likeness of names alone merges nothing"
            )
        )
    if len(faults) > before:
        return None
    return Rule(
        str(entry.get("name") or entry["when"]),
        entry["when"],
        Judgement(entry["then"]),
        float(least),
        str(entry.get("because", "")),
    )


def _wrong(where: str, zh: str, en: str) -> CatalogueFault:
    return fault(zh, en, where=where, remedy_zh=f"改正 {FILE}", remedy_en=f"correct {FILE}")
