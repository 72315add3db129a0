"""One file per command; each defines `COMMAND`. They are found by walking this folder."""

from importlib import import_module
from pkgutil import iter_modules

from ceyuan.surfaces.cli.command import Command


def all_commands() -> list[Command]:
    """Every command, in the order of the help."""
    found: list[Command] = [
        import_module(f"{__name__}.{module.name}").COMMAND for module in iter_modules(__path__)
    ]
    return sorted(found, key=lambda c: (c.group.order, c.order, c.name))
