"""What a sort of folder must look like: where it lives, its files, its marks, its card's own keys."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ceyuan.model.bilingual import Bilingual

if TYPE_CHECKING:
    from collections.abc import Callable

    from ceyuan.catalogue.fault import CatalogueFault
    from ceyuan.catalogue.item import Item


@dataclass(frozen=True, slots=True)
class Role:
    """A mark that functions of a folder carry.

    Attributes:
        name: the mark, as in `@name`.
        parameters: the parameters its function must have, in order; None where they are free.
        required: whether a folder without one is refused.
        many: whether several functions may carry it.
    """

    name: str
    parameters: tuple[str, ...] | None = None
    required: bool = True
    many: bool = False


@dataclass(frozen=True, slots=True)
class CardKey:
    """A key of `card.toml` that only this sort has; required unless a default is given."""

    name: str
    type: Any
    required: bool = False
    default: Any = None


def _nothing(_items: "Sequence[Item]") -> "list[CatalogueFault]":
    return []


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of folder.

    Attributes:
        name: `reader`, `page` …
        term: what people call it.
        place: the folder of the district package that holds them.
        file: the one Python file.
        roles: the marks of its functions.
        files: other files that must be there.
        card_keys: what its card says beyond the common keys.
        deep: whether folders may lie deeper (`programmes/national/high_tech_enterprise`).
        item: the class its items are made of; None for a plain Item.
        together: faults that only show when all items of the sort are seen (two pages at one
            address).
        example: what its examples are records of; None where their form is still free.
        runs: whether the machine can do anything with it yet, beyond checking it.
    """

    name: str
    term: Bilingual
    place: str
    file: str
    roles: tuple[Role, ...]
    files: tuple[str, ...] = ()
    card_keys: tuple[CardKey, ...] = ()
    deep: bool = False
    item: "type[Item] | None" = None
    runs: bool = True
    example: type[Any] | None = None
    together: "Callable[[Sequence[Item]], list[CatalogueFault]]" = field(default=_nothing)
