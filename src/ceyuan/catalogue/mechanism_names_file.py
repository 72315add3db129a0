"""Reads `mechanism_names.toml`: the official names of ways of working, and how they are printed."""

from collections.abc import Mapping
from pathlib import Path

from ceyuan.catalogue.fault import fault
from ceyuan.catalogue.toml_file import read_toml
from ceyuan.model.errors import CeyuanError, Faults

FILE = "mechanism_names.toml"


def read_mechanism_names(root: Path) -> Mapping[str, tuple[str, ...]]:
    """Official names with their other wordings; none where the district has no such file.

    Raises:
        CatalogueFault: not TOML.
        Faults: everything else that is wrong with the file.
    """
    path = root / FILE
    if not path.is_file():
        return {}
    names: dict[str, tuple[str, ...]] = {}
    faults: list[CeyuanError] = []
    for shelf, entries in read_toml(path, FILE).items():
        if not isinstance(entries, dict):
            faults.append(_wrong(shelf, "应写在某一组下面", "stands in no group"))
            continue
        for name, wordings in entries.items():
            if not isinstance(wordings, list) or not all(isinstance(w, str) for w in wordings):
                faults.append(_wrong(name, "应为写法的列表", "is a list of wordings"))
            elif name in names:
                faults.append(_wrong(name, "写了两次", "stands there twice"))
            else:
                names[name] = tuple(wordings)
    if faults:
        raise Faults(faults)
    return names


def _wrong(name: str, zh: str, en: str) -> CeyuanError:
    return fault(f"{name}：{zh}", f"{name} {en}", where=FILE)
