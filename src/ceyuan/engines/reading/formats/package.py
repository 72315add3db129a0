"""Files that are packages of parts (.docx, .xlsx, .ods): what they are, and whether it is safe."""

import lzma
import re
import zipfile
import zlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

from ceyuan.engines.reading.formats.refusal import (
    Dangerous,
    archive,
    damaged,
    not_supported,
    protected,
    too_large,
)
from ceyuan.engines.reading.formats.spread import Spread, spread_of
from ceyuan.model.bilingual import Bilingual

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CALC = "application/vnd.oasis.opendocument.spreadsheet"

#: A part may unpack to this much, a package to that, and there may be so many parts.
MOST_OF_A_PART = 400 * 2**20
MOST_IN_ALL = 800 * 2**20
MOST_PARTS = 20_000
#: Text in tables packs thirty- or fiftyfold; past this, with a large part, it is a bomb.
_STEEPEST = 400
_LARGE = 20 * 2**20
#: Cells a sheet may span from the first to the last one that is filled.
MOST_CELLS = 20_000_000

_CHUNK = 1 << 20
#: A part of this size takes longer to unpack than a thread to start.
_WORTH_A_THREAD = 8 << 20
#: What a broken package makes the library say.
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    NotImplementedError,
    OSError,
    ValueError,
    KeyError,
)
_REPEATED_CELL = re.compile(rb'<table:table-cell[^>]*columns-repeated="(\d{4,})"(?:[^>]*[^/>])?>')
_REPEATED_ROW = re.compile(rb'<table:table-row[^>]*rows-repeated="(\d{5,})"[^>]*>(.{0,600})', re.S)
_DECLARATION = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.I)


def media_of_package(content: bytes, name: str) -> str:
    """The media type of a package that can be read; every part is unpacked once to be sure.

    Raises:
        Damaged: no package, or a part that does not unpack to what it says.
        Dangerous: parts that unpack without measure, or declare entities.
        TooLarge: more than `MOST_IN_ALL` unpacked.
        NotSupported: a package of another sort (a presentation, OFD, plain .zip …).
        Protected: a part is encrypted.
    """
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            parts = package.infolist()
            if any(part.flag_bits & 1 for part in parts):
                raise protected(name)
            media = _media({part.filename for part in parts}, package, name)
            _weigh(parts, name)
            for part in parts:
                _try(package, part, media, name)
    except _BROKEN as problem:
        raise damaged(name, "文件包", "package") from problem
    return media


def _media(names: set[str], package: zipfile.ZipFile, name: str) -> str:
    if "word/document.xml" in names:
        return WORD
    if "xl/workbook.xml" in names:
        return EXCEL
    if "xl/workbook.bin" in names:
        raise not_supported(name, "二进制工作簿（.xlsb）", "a binary workbook (.xlsb)", ".xlsx")
    if any(n.startswith("ppt/") for n in names):
        raise not_supported(name, "演示文稿", "a presentation", ".pdf")
    if "OFD.xml" in names:
        raise not_supported(name, "OFD 版式文件", "an OFD document", ".pdf")
    if "mimetype" in names and package.getinfo("mimetype").file_size < 200:
        sort = package.read("mimetype").decode("ascii", "replace").strip()
        if sort.startswith(CALC):
            return CALC
        if "opendocument" in sort:
            raise not_supported(name, "OpenDocument 文档", "an OpenDocument text", ".docx")
    raise archive(name)


def _weigh(parts: list[zipfile.ZipInfo], name: str) -> None:
    whole = sum(part.file_size for part in parts)
    if len(parts) > MOST_PARTS:
        raise _bomb(name)
    for part in parts:
        steep = part.file_size > _STEEPEST * max(part.compress_size, 1)
        if part.file_size > MOST_OF_A_PART or (part.file_size > _LARGE and steep):
            raise _bomb(name)
    if whole > MOST_IN_ALL:
        mb = whole // 2**20
        raise too_large(name, f"解开后有 {mb} MB", f"{mb} MB unpacked")


def _try(package: zipfile.ZipFile, part: zipfile.ZipInfo, media: str, name: str) -> None:
    """Unpack a part, check its sum, and look for declarations and far-off cells."""
    is_xml = part.filename.endswith((".xml", ".rels"))
    is_table = media == CALC and part.filename == "content.xml"
    may_be_sheet = media == EXCEL  # the package itself says where its sheets are: look everywhere
    spread = Spread()
    kept = b""
    for nth, chunk in enumerate(_chunks(package, part)):
        if nth == 0 and is_xml and _declares(chunk):
            raise _entities(name)
        if nth == 0:
            may_be_sheet &= chunk.lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n").startswith(b"<")
        if may_be_sheet:
            spread.take(chunk)
        if is_table:
            seen = kept + chunk
            if _REPEATED_CELL.search(seen) or _repeats_filled_rows(seen):
                raise _far(name, part.filename)
            kept = seen[-2000:]
    if may_be_sheet and not spread.is_sure:
        with package.open(part) as opened:
            spread = spread_of(opened)
    if spread.cells > MOST_CELLS:
        raise _far(name, part.filename)


def _chunks(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    with package.open(part) as opened:
        if part.file_size < _WORTH_A_THREAD:
            while chunk := opened.read(_CHUNK):
                yield chunk
            return
        with ThreadPoolExecutor(1) as ahead:  # The next is unpacked while this one is looked at.
            coming = ahead.submit(opened.read, _CHUNK)
            while chunk := coming.result():
                coming = ahead.submit(opened.read, _CHUNK)
                yield chunk


def _declares(chunk: bytes) -> bool:
    head = chunk[:4096]
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = head.replace(b"\x00", b"")
    return bool(_DECLARATION.search(head))


def _repeats_filled_rows(seen: bytes) -> bool:
    return any(b"office:value-type" in found[2] for found in _REPEATED_ROW.finditer(seen))


def _bomb(name: str) -> Dangerous:
    return Dangerous(
        Bilingual(
            "文件解开后大得不正常，疑为压缩炸弹，未打开",
            "the file unpacks beyond all measure; taken for a zip bomb and not opened",
        ),
        where=name,
        remedy=Bilingual("向提供者核实这个文件", "ask whoever sent it"),
    )


def _entities(name: str) -> Dangerous:
    return Dangerous(
        Bilingual(
            "文件中有实体声明，正常文档不会有，未打开",
            "the file declares entities, which no document does; not opened",
        ),
        where=name,
        remedy=Bilingual(
            "用办公软件打开后另存再读", "open it in an office program and save it anew"
        ),
    )


def _far(name: str, part: str) -> Dangerous:
    return Dangerous(
        Bilingual(
            "工作表中有远离表格的单元格，展开后超过两千万格，未打开",
            "a sheet has cells so far apart that it spans over twenty million; not opened",
        ),
        where=f"{name}: {part}",
        remedy=Bilingual(
            "删除表格以外的零星单元格后另存", "delete the stray cells outside the table and save"
        ),
    )
