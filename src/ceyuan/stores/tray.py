"""Files that were handed in and not decided on yet: bytes, what was read from them, who and when.

A folder of the home; nothing in it is part of the ledger, and what nobody decides on goes after a
week. The names people give their files never become names of files here.
"""

import gzip
import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, BinaryIO

from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import BadInput, CeyuanError
from ceyuan.model.period import Period, parse_period
from ceyuan.model.reading import Reading
from ceyuan.model.reading_json import reading_from_json, reading_to_json

#: How long a slip waits for somebody.
DAYS = 7

_TOKEN = re.compile(r"[0-9a-f]{32}")
_SLIP = "slip.json"
_PIECE = 1 << 20
#: Readings kept in memory.
_RECENT = 4


class TooLarge(BadInput):
    """More bytes than a document may have."""


class NotOnTray(BadInput):
    """There is no such slip, or it was decided on or has gone."""


@dataclass(frozen=True, slots=True)
class TrayFile:
    """A file on a slip; `refused` says why it could not be read."""

    number: int
    name: str
    size: int
    refused: CeyuanError | None = None


@dataclass(frozen=True, slots=True)
class TraySlip:
    """Who handed in what, and when; `published` and `publisher` where somebody knew."""

    token: str
    by: str
    at: datetime
    published: Period | None
    publisher: str
    files: tuple[TrayFile, ...]

    @property
    def until(self) -> datetime:
        """When it goes."""
        return self.at + timedelta(days=DAYS)


class Tray:
    """The folder `tray/` of a home: a folder for each slip."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        # A slip is looked at right after it was read: unpacking it again takes longer than comparing.
        self._recent: dict[Path, Reading] = {}

    def put(self, token: str, number: int, file: BinaryIO, most: int) -> int:
        """Copy the bytes of one file piece by piece; gives how many there are.

        Raises:
            TooLarge: more than `most`; nothing of it stays.
        """
        place = self._folder(token) / f"{number}.bin"
        place.parent.mkdir(parents=True, exist_ok=True)
        size = 0
        with place.open("wb") as kept:
            while piece := file.read(_PIECE):
                size += len(piece)
                if size > most:
                    break
                kept.write(piece)
        if size > most:
            place.unlink()
            raise TooLarge(
                Bilingual(f"文件超过 {most >> 20} MB", f"the file is larger than {most >> 20} MB"),
                remedy=Bilingual("拆成几个文件后再交", "split it into several files"),
            )
        return size

    def put_reading(self, token: str, number: int, reading: Reading) -> None:
        """Keep what was read from one file."""
        plain = json.dumps(reading_to_json(reading), ensure_ascii=False).encode()
        place = self._folder(token) / f"{number}.json.gz"
        place.write_bytes(gzip.compress(plain, compresslevel=1, mtime=0))
        self._remember(place, reading)

    def write(self, slip: TraySlip) -> None:
        """Keep a slip; from now on it is on the tray."""
        place = self._folder(slip.token) / _SLIP
        place.parent.mkdir(parents=True, exist_ok=True)
        fresh = place.with_suffix(".part")
        fresh.write_text(json.dumps(_slip_to_json(slip), ensure_ascii=False), "utf-8")
        fresh.replace(place)

    def slip(self, token: str) -> TraySlip:
        """One slip.

        Raises:
            NotOnTray: there is none under this token.
        """
        try:
            plain = json.loads((self._folder(token) / _SLIP).read_text("utf-8"))
        except FileNotFoundError:
            raise _gone(token) from None
        return _slip_from_json(token, plain)

    def slips(self) -> tuple[TraySlip, ...]:
        """Everything on the tray, newest first."""
        found = (each.parent.name for each in self.folder.glob(f"*/{_SLIP}"))
        slips = (self.slip(token) for token in found if _TOKEN.fullmatch(token))
        return tuple(sorted(slips, key=lambda slip: slip.at, reverse=True))

    def content(self, token: str, number: int) -> bytes:
        """The bytes of one file.

        Raises:
            NotOnTray: it is not there.
        """
        try:
            return (self._folder(token) / f"{number}.bin").read_bytes()
        except FileNotFoundError:
            raise _gone(token) from None

    def reading(self, token: str, number: int) -> Reading | None:
        """What was read from one file; None where nothing was."""
        place = self._folder(token) / f"{number}.json.gz"
        if not place.exists():
            return None
        reading = self._recent.get(place)
        if reading is None:
            reading = reading_from_json(json.loads(gzip.decompress(place.read_bytes())))
            self._remember(place, reading)
        return reading

    def take(self, token: str, numbers: frozenset[int]) -> None:
        """Take files off a slip, and the slip off the tray with its last one."""
        slip = self.slip(token)
        rest = tuple(file for file in slip.files if file.number not in numbers)
        if not rest:
            shutil.rmtree(self._folder(token))
            return
        self.write(replace(slip, files=rest))
        for number in numbers:
            for end in ("bin", "json.gz"):
                (self._folder(token) / f"{number}.{end}").unlink(missing_ok=True)

    def sweep(self, now: datetime) -> None:
        """Let go of slips nobody decided on in time, and of what a broken upload left behind."""
        for folder in self._folders():
            try:
                late = self.slip(folder.name).until <= now
            except NotOnTray:
                written = datetime.fromtimestamp(folder.stat().st_mtime, now.tzinfo)
                late = written + timedelta(days=1) <= now
            if late:
                shutil.rmtree(folder, ignore_errors=True)

    def _remember(self, place: Path, reading: Reading) -> None:
        self._recent[place] = reading
        for oldest in list(self._recent)[:-_RECENT]:
            self._recent.pop(oldest, None)

    def _folders(self) -> Iterator[Path]:
        yield from (f for f in self.folder.glob("*") if _TOKEN.fullmatch(f.name) and f.is_dir())

    def _folder(self, token: str) -> Path:
        if not _TOKEN.fullmatch(token):
            raise _gone(token)
        return self.folder / token


def _gone(token: str) -> NotOnTray:
    return NotOnTray(
        Bilingual(
            "这批文件已处理，或超过期限已清除", "these files were decided on, or their time ran out"
        ),
        where=token[:40],
        remedy=Bilingual("重新交一次文件", "hand the files in again"),
    )


def _slip_to_json(slip: TraySlip) -> dict[str, Any]:
    return {
        "by": slip.by,
        "at": slip.at.isoformat(),
        "published": slip.published.text if slip.published else None,
        "publisher": slip.publisher,
        "files": [
            {
                "number": file.number,
                "name": file.name,
                "size": file.size,
                "refused": _error_to_json(file.refused) if file.refused else None,
            }
            for file in slip.files
        ],
    }


def _slip_from_json(token: str, plain: dict[str, Any]) -> TraySlip:
    return TraySlip(
        token,
        plain["by"],
        datetime.fromisoformat(plain["at"]),
        parse_period(plain["published"]) if plain["published"] else None,
        plain["publisher"],
        tuple(
            TrayFile(
                file["number"],
                file["name"],
                file["size"],
                _error_from_json(file["refused"]) if file["refused"] else None,
            )
            for file in plain["files"]
        ),
    )


def _error_to_json(error: CeyuanError) -> dict[str, list[str]]:
    said = {"what": error.what, "where": error.where, "remedy": error.remedy}
    return {
        name: [words.zh, words.en] if isinstance(words, Bilingual) else [words, words]
        for name, words in said.items()
    }


def _error_from_json(plain: dict[str, list[str]]) -> CeyuanError:
    words = {name: Bilingual(*said) for name, said in plain.items()}
    return BadInput(words["what"], where=words["where"], remedy=words["remedy"])
