"""A home into one file or folder, and back."""

import json
import os
import shutil
import tarfile
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path, PurePosixPath

from ceyuan import __version__
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import BadInput, CeyuanError
from ceyuan.office import DATABASE_FILE, Office
from ceyuan.stores.audit import last_seal
from ceyuan.stores.copying import copy_rows, copy_to_file
from ceyuan.stores.database import open_database

#: What a backup says about itself.
CARD = "backup.json"

#: Folders of a home that can always be made again.
_MADE_AGAIN = ("cache",)


class CannotBackUp(BadInput):
    """The backup cannot be written where it was asked for."""


class CannotRestore(BadInput):
    """The backup is not one, is damaged, or would overwrite a home that is in use."""


@dataclass(frozen=True, slots=True)
class BackedUp:
    """Where a backup lies, how many files and bytes it holds, and the ledger's last seal."""

    place: Path
    files: int
    size: int
    seal: str


def backup(
    office: Office,
    target: Path,
    *,
    at: datetime,
    progress: Callable[[int, int], None] | None = None,
) -> BackedUp:
    """Copy a home, in use or not, as of one moment.

    Args:
        office: the home. A PostgreSQL database goes into the backup as a SQLite file.
        target: a `.tar.gz` or `.tgz` file, or else a folder; neither may exist.
        at: the moment, with its zone.
        progress: told how many of how many files are done.

    Raises:
        CannotBackUp: the target exists, lies in the home, or cannot be written.
    """
    target = target.absolute()
    if target.exists():
        raise _cannot_back_up(
            Bilingual("备份目标已经存在", "the target of the backup exists"), target
        )
    if target.is_relative_to(office.home):
        raise _cannot_back_up(
            Bilingual("备份不能放在数据目录里", "a backup cannot lie in the home itself"), target
        )
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=".backup-") as folder:
            done = _backed_up(office, target, Path(folder), at, progress or (lambda _, __: None))
    except OSError as error:
        raise _cannot_back_up(
            Bilingual("无法写入备份", f"the backup cannot be written: {error.strerror}"), target
        ) from error
    return done


def restore(source: Path, home: Path, *, database: str | None = None) -> Path:
    """Make a home out of a backup; gives the home. Nothing is left behind where it fails.

    Args:
        source: a file or folder that `backup` made.
        home: must not exist, or be empty.
        database: address of an empty PostgreSQL database to fill; without one SQLite in the home.

    Raises:
        CannotRestore: told with the file that is wrong.
        NotEmpty: the PostgreSQL database holds something already.
    """
    home = home.absolute()
    if home.exists() and (not home.is_dir() or any(home.iterdir())):
        raise CannotRestore(
            Bilingual("数据目录不是空的", "the home is not empty"),
            where=str(home),
            remedy=Bilingual("换一个空目录", "give an empty folder"),
        )
    home.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=home.parent, prefix=".restore-") as folder:
        fresh = Path(folder, "home")
        fresh.mkdir()
        _unpack(source, fresh)
        _check(fresh, source)
        if database:
            _fill(database, fresh / DATABASE_FILE)
        if home.exists():
            home.rmdir()
        fresh.replace(home)
    return home


def _backed_up(
    office: Office,
    target: Path,
    folder: Path,
    at: datetime,
    progress: Callable[[int, int], None],
) -> BackedUp:
    copy = folder / DATABASE_FILE
    # The database first: a document is in the archive before a fact from it is in the ledger.
    copy_to_file(office.database, copy)
    opened = open_database(f"sqlite:///{copy}")
    try:
        with opened.reading() as connection:
            _, seal = last_seal(connection)
    finally:
        opened.close()
    members = {DATABASE_FILE: copy, **dict(_files(office.home))}
    card = folder / CARD
    said = {"ceyuan": __version__, "at": at.isoformat(), "seal": seal, "database": _digest(copy)}
    card.write_text(json.dumps({**said, "files": len(members)}, indent=1), "utf-8")
    members = {CARD: card, **members}
    if target.name.endswith((".tar.gz", ".tgz")):
        whole = folder / target.name
        with tarfile.open(whole, "w:gz", compresslevel=3) as tar:
            for done, (name, file) in enumerate(members.items(), 1):
                tar.add(file, name, recursive=False)
                progress(done, len(members))
        size = whole.stat().st_size
    else:
        whole = folder / "whole"
        for done, (name, file) in enumerate(members.items(), 1):
            place = whole / name
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(file, place)
            progress(done, len(members))
        size = sum(file.stat().st_size for file in members.values())
    whole.replace(target)
    return BackedUp(target, len(members), size, seal)


def _files(home: Path) -> Iterator[tuple[str, Path]]:
    """Every file of a home under its name there, except the database and what is made again."""
    for folder, folders, names in os.walk(home):
        inside = Path(folder).relative_to(home)
        folders[:] = sorted(name for name in folders if str(inside / name) not in _MADE_AGAIN)
        for name in sorted(names):
            live = inside == Path() and name.startswith(DATABASE_FILE)
            file = Path(folder, name)
            if not live and not name.startswith(".part-") and file.is_file():
                yield (inside / name).as_posix(), file


def _unpack(source: Path, fresh: Path) -> None:
    try:
        if source.is_dir():
            shutil.copytree(source, fresh, dirs_exist_ok=True, symlinks=False)
            return
        with tarfile.open(source, "r:gz") as tar:
            for member in tar:
                _unpack_one(tar, member, fresh)
    except (OSError, tarfile.TarError, EOFError) as error:
        raise CannotRestore(
            Bilingual("备份无法读取", f"the backup cannot be read: {error}"),
            where=str(source),
            remedy=Bilingual("换一份备份", "give another backup"),
        ) from error


def _unpack_one(tar: tarfile.TarFile, member: tarfile.TarInfo, fresh: Path) -> None:
    name = PurePosixPath(member.name)
    content = tar.extractfile(member) if member.isreg() else None
    # Somebody else may have made the file: no links, no way out of the folder.
    if content is None or name.is_absolute() or ".." in name.parts or "\\" in member.name:
        raise CannotRestore(
            Bilingual("备份中有不该有的内容", "the backup holds what no backup holds"),
            where=member.name[:200],
            remedy=Bilingual("不要使用这份备份", "do not use this backup"),
        )
    place = fresh / name
    place.parent.mkdir(parents=True, exist_ok=True)
    with content, place.open("wb") as file:
        shutil.copyfileobj(content, file, 1 << 20)
    os.utime(place, (member.mtime, member.mtime))


def _check(fresh: Path, source: Path) -> None:
    try:
        card = json.loads((fresh / CARD).read_text("utf-8"))
        right = card["database"] == _digest(fresh / DATABASE_FILE)
        # The card counts the database, `_files` counts the card.
        missing = card["files"] - sum(1 for _ in _files(fresh))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise CannotRestore(
            Bilingual("这不是策源的备份", "this is no backup of Ceyuan"),
            where=str(source),
        ) from error
    if not right or missing > 0:
        raise CannotRestore(
            Bilingual("备份已损坏或不完整", "the backup is damaged or not whole"),
            where=str(source),
            remedy=Bilingual("换一份备份", "give another backup"),
        )
    (fresh / CARD).unlink()


def _fill(database: str, file: Path) -> None:
    source, target = open_database(f"sqlite:///{file}"), open_database(database)
    try:
        copy_rows(source, target)
    finally:
        source.close()
        target.close()
    file.unlink()


def _digest(file: Path) -> str:
    with file.open("rb") as content:
        seen = sha256()
        while piece := content.read(1 << 20):
            seen.update(piece)
    return seen.hexdigest()


def _cannot_back_up(what: Bilingual, where: Path) -> CeyuanError:
    return CannotBackUp(
        what, where=str(where), remedy=Bilingual("换一个位置", "give another place")
    )
