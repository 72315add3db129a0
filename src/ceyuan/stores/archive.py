"""Bytes by their digest, and what readers made of them. What is in is never changed."""

import gzip
import json
import os
import re
import zlib
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile

from ceyuan.model.bilingual import Bilingual
from ceyuan.model.document import digest_of
from ceyuan.model.errors import CeyuanError
from ceyuan.model.reading import Reading
from ceyuan.model.reading_json import reading_from_json, reading_to_json

_DIGEST = re.compile(r"[0-9a-f]{64}")
_READER = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")


class NotInArchive(CeyuanError):
    """No bytes are kept under this digest."""


class DamagedDocument(CeyuanError):
    """The bytes kept under a digest no longer give that digest."""


class DamagedReading(CeyuanError):
    """What a reader made of a document can no longer be read. Reading it again mends it."""


class Archive:
    """The folder of a home where documents lie under `ab/cdef…`, and readings beside them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._readings = folder / "readings"

    def put(self, content: bytes) -> str:
        """Keep `content` and give its digest. Kept whole or not at all, even when killed."""
        digest = digest_of(content)
        place = self.place_of(digest)
        if not place.exists():
            _write_whole(place, content)
        return digest

    def get(self, digest: str) -> bytes:
        """The bytes, unchanged.

        Raises:
            NotInArchive: nothing is kept under this digest.
            DamagedDocument: what is kept has another digest.
        """
        try:
            content = self.place_of(digest).read_bytes()
        except FileNotFoundError:
            raise NotInArchive(
                Bilingual(f"档案库中没有文件 {digest}", f"the archive holds no document {digest}"),
                where=str(self.folder),
                remedy=Bilingual("重新导入该文件", "read the document in again"),
            ) from None
        if digest_of(content) != digest:
            raise DamagedDocument(
                Bilingual("文件内容与其摘要不符", "the document no longer matches its digest"),
                where=str(self.place_of(digest)),
                remedy=Bilingual("从备份中恢复该文件", "restore the file from a backup"),
            )
        return content

    def has(self, digest: str) -> bool:
        """Whether bytes are kept under this digest."""
        return bool(_DIGEST.fullmatch(digest)) and self.place_of(digest).exists()

    def place_of(self, digest: str) -> Path:
        """The file a digest names, whether or not it is there.

        Raises:
            NotInArchive: not a digest (64 hexadecimal digits), so never a path.
        """
        if not _DIGEST.fullmatch(digest):
            raise NotInArchive(
                Bilingual(f"不是文件摘要：{digest[:80]!r}", f"not a digest: {digest[:80]!r}")
            )
        return self.folder / digest[:2] / digest[2:]

    def digests(self) -> Iterator[str]:
        """Every digest something is kept under, in order."""
        for shelf in sorted(self.folder.glob("[0-9a-f][0-9a-f]")):
            for place in sorted(shelf.iterdir()):
                if _DIGEST.fullmatch(shelf.name + place.name):
                    yield shelf.name + place.name

    def verify(self) -> Iterator[str]:
        """The digests whose bytes no longer give them."""
        for digest in self.digests():
            with self.place_of(digest).open("rb") as file:
                seen = sha256()
                while piece := file.read(1 << 20):
                    seen.update(piece)
            if seen.hexdigest() != digest:
                yield digest

    def put_reading(self, reading: Reading) -> None:
        """Keep what a reader made of a document. The same reader and version replaces its own."""
        plain = json.dumps(reading_to_json(reading), ensure_ascii=False, separators=(",", ":"))
        # No time in the header: the same reading gives the same bytes.
        packed = gzip.compress(plain.encode("utf-8", "surrogatepass"), compresslevel=3, mtime=0)
        place = self._place_of_reading(
            reading.document.digest, reading.reader, reading.reader_version
        )
        _write_whole(place, packed)

    def reading(self, digest: str, reader: str, reader_version: str) -> Reading | None:
        """What this version of the reader made of the document; None if it never read it.

        Raises:
            DamagedReading: it did, but what is kept of it is no reading.
        """
        place = self._place_of_reading(digest, reader, reader_version)
        return _unpacked(place) if place.exists() else None

    def readings(self, digest: str) -> tuple[tuple[str, str], ...]:
        """Reader and version of every reading kept of a document, the latest made last."""
        folder = self.place_of(digest)
        places = (self._readings / folder.parent.name / folder.name).glob("*.json.gz")
        in_order = sorted(places, key=lambda place: (place.stat().st_mtime_ns, place.name))
        names = (place.name.removesuffix(".json.gz").split("@", 1) for place in in_order)
        return tuple((reader, version) for reader, version in names)

    def unreadable_readings(self) -> Iterator[str]:
        """Where a reading lies that cannot be read, or is not of the document it lies under."""
        for place in sorted(self._readings.glob("*/*/*.json.gz")):
            try:
                reading = _unpacked(place)
                right = reading.document.digest == place.parent.parent.name + place.parent.name
            except (OSError, DamagedReading):
                right = False
            if not right:
                yield str(place)

    def _place_of_reading(self, digest: str, reader: str, version: str) -> Path:
        for name in (reader, version):
            if not _READER.fullmatch(name):
                raise CeyuanError(
                    Bilingual(
                        f"不能作为读本名称：{name!r}", f"not the name of a reading: {name!r}"
                    ),
                    remedy="name readers and versions with letters, digits, dots and dashes",
                )
        document = self.place_of(digest)
        shelf = self._readings / document.parent.name / document.name
        return shelf / f"{reader}@{version}.json.gz"


def _unpacked(place: Path) -> Reading:
    try:
        plain = gzip.decompress(place.read_bytes()).decode("utf-8", "surrogatepass")
        return reading_from_json(json.loads(plain))
    except (OSError, EOFError, ValueError, KeyError, TypeError, zlib.error, CeyuanError) as error:
        raise DamagedReading(
            Bilingual("读取结果已损坏", "what the reader made can no longer be read"),
            where=str(place),
            remedy=Bilingual("重新读取该文件", "read the document in again"),
        ) from error


def _write_whole(place: Path, content: bytes) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=place.parent, prefix=".part-", delete=False) as file:
        try:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            Path(file.name).replace(place)
        except BaseException:
            Path(file.name).unlink(missing_ok=True)
            raise
    _settle(place.parent)


def _settle(folder: Path) -> None:
    # The new name is in the folder for good only when the folder itself is on the disk.
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
