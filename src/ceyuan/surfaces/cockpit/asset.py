"""The files a page is dressed with: stylesheet, scripts, icon; each under an address that is its content.

An address holds the digest of the bytes, so a browser may keep the file for ever and never shows an
old one. Nothing is read from anywhere but this package.
"""

import gzip
import tomllib
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

#: Where they are served.
STATIC = "/static"

_TYPES = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
}


@dataclass(frozen=True)
class Asset:
    """One file: `name` as templates ask for it, `content` as it is sent."""

    name: str
    content: bytes = field(repr=False)

    @cached_property
    def address(self) -> str:
        """`/static/cockpit-1f2e3d4c5b6a.css`."""
        stem, _, suffix = self.name.rpartition(".")
        return f"{STATIC}/{stem}-{sha256(self.content).hexdigest()[:12]}.{suffix}"

    @property
    def media_type(self) -> str:
        """What the bytes are."""
        return _TYPES[self.name.rpartition(".")[2]]

    @cached_property
    def zipped(self) -> bytes:
        """The content as gzip; the same bytes every time."""
        return gzip.compress(self.content, compresslevel=6, mtime=0)


class Assets:
    """All files of the cockpit, found in `static/` and among the recorded files of `vendor/`."""

    def __init__(self) -> None:
        own = [entry for entry in _package().joinpath("static").iterdir() if entry.is_file()]
        vendored = [
            _package().joinpath("vendor", line["path"])
            for line in vendored_files()
            if line["path"].endswith(".js")
        ]
        found = [Asset(entry.name, entry.read_bytes()) for entry in (*own, *vendored)]
        self._by_name = {asset.name: asset for asset in found}
        self._by_address = {asset.address: asset for asset in found}

    def address(self, name: str) -> str:
        """The address of a file for a template. Raises KeyError for a name nobody put there."""
        return self._by_name[name].address

    def at(self, address: str) -> Asset | None:
        """The file at an address, or None."""
        return self._by_address.get(address)


def vendored_files() -> list[dict[str, Any]]:
    """The record of what others wrote: path, package, licence, sha256."""
    record = _package().joinpath("vendor", "checksums.toml").read_text("utf-8")
    lines: list[dict[str, Any]] = tomllib.loads(record)["file"]
    return lines


def vendored(path: str) -> Traversable:
    """A file of `vendor/` by the path its record gives."""
    return _package().joinpath("vendor", path)


def _package() -> Traversable:
    return files("ceyuan.surfaces.cockpit")
