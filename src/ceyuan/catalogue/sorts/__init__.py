"""The sorts of folders a district may have: one file each, found by walking. Each defines `SORT`."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from ceyuan.catalogue.sort import Sort


@cache
def all_sorts() -> dict[str, Sort]:
    """Every sort by name."""
    found: list[Sort] = [
        import_module(f"{__name__}.{module.name}").SORT for module in iter_modules(__path__)
    ]
    return {sort.name: sort for sort in found}
