"""The addresses of a page and of its twins: `/facts`, `/facts.json`, `/facts.csv`, `/facts.xlsx`."""

import re
from collections.abc import Mapping

#: The forms a page comes in; the page itself is the empty one. Only some give a workbook away.
TWINS = ("json", "csv", "xlsx")

_PLACE = re.compile(r"\{([a-z_]+)\}")


class PageAddress:
    """The addresses that the `path` of a page's card stands for.

    A part in braces is filled by the address: `/facts/{id}` answers for `/facts/3f2a…` and for its
    twin `/facts/3f2a….json`. The twins of `/` are `/index.json` and `/index.csv`.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        last = path.rpartition("/")[2]
        place = _PLACE.fullmatch(last)
        self._last_place = place[1] if place else None

    @property
    def routes(self) -> list[str]:
        """The paths as Litestar writes them."""
        own = _PLACE.sub(r"{\1:str}", self.path)
        if self._last_place:
            return [own]
        return [own, *(twin_path(own, twin) for twin in TWINS)]

    def read(self, path: str, places: Mapping[str, str]) -> tuple[str, dict[str, str]]:
        """The twin asked for (empty for the page), and what fills the places in braces."""
        filled = dict(places)
        twin = twin_of(path)
        if twin and self._last_place:
            filled[self._last_place] = filled[self._last_place].removesuffix(f".{twin}")
        return twin, filled


def twin_of(path: str) -> str:
    """`json` or `csv` where the address asks for a twin; empty otherwise."""
    return next((twin for twin in TWINS if path.endswith(f".{twin}")), "")


def twin_path(path: str, twin: str) -> str:
    """The address of a page's twin."""
    return f"/index.{twin}" if path == "/" else f"{path}.{twin}"
