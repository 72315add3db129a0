"""What a file is, by its content and not by its name, and what it holds."""

import email
import email.policy
from dataclasses import replace

from ceyuan.engines.reading.formats.encoding import decode
from ceyuan.engines.reading.formats.package import CALC, EXCEL, WORD, media_of_package
from ceyuan.engines.reading.formats.page_signs import MEDIA as PAGE
from ceyuan.engines.reading.formats.page_signs import (
    declared_encoding,
    decode_page,
    is_markup,
)
from ceyuan.engines.reading.formats.refusal import (
    archive,
    empty,
    not_supported,
    picture,
    protected,
    too_large,
)
from ceyuan.engines.reading.formats.separated import is_separated, sheet_of
from ceyuan.engines.reading.scan import PDF, Scan
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.reading import Remark

#: The most bytes of one file; a larger one is refused before it is read.
MOST_BYTES = 200 * 2**20
#: The most bytes of a text; more is a database, not a document.
MOST_TEXT = 64 * 2**20

TEXT = "text/plain"
TABLE_TEXT = "text/csv"
OLD_EXCEL = "application/vnd.ms-excel"

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM")
_ARCHIVES = (b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")
#: Which endings go with which content.
_ENDINGS = {
    PDF: (".pdf",),
    WORD: (".docx", ".docm", ".dotx"),
    EXCEL: (".xlsx", ".xlsm", ".xltx"),
    CALC: (".ods", ".ots"),
    OLD_EXCEL: (".xls", ".et"),
    PAGE: (".html", ".htm", ".shtml", ".xhtml", ".mht", ".mhtml", ".txt", ".asp", ".jsp", ".php"),
    TEXT: (".txt", ".text", ".md", ".log"),
    TABLE_TEXT: (".csv", ".tsv", ".tab", ".txt"),
}
_TELLING = {ending for endings in _ENDINGS.values() for ending in endings} | {
    ".doc", ".ppt", ".pptx", ".jpg", ".jpeg", ".png", ".zip", ".rar",
}  # fmt: skip


def recognise(content: bytes, name: str) -> Scan:
    """Open a file: text, web page, Word, PDF or workbook, whatever its name says.

    A name that says something else is told in a remark. The name is for people and for telling a
    .csv from a text; it is never opened as a path.

    Raises:
        BadInput: empty, too large, binary, damaged, protected, dangerous, of a sort that is not read,
            in no known encoding, without text or without a table; each with what to do.
    """
    if len(content) > MOST_BYTES:
        raise too_large(name, f"超过 {MOST_BYTES >> 20} MB", f"over {MOST_BYTES >> 20} MB")
    if not content.strip(b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"):
        raise empty(name)
    scan = _scan(content, name)
    return replace(scan, remarks=(*_misnamed(scan.media, name), *scan.remarks))


def _scan(content: bytes, name: str) -> Scan:
    if content.startswith(b"PK\x03\x04"):
        media = media_of_package(content, name)
        return _word(content, name) if media == WORD else _workbook(media, content, name)
    if b"%PDF-" in content[:1024]:
        return _pdf(content, name)
    if content.startswith(_OLE):
        return _compound(content, name)
    if content.startswith(_PICTURES[:-1]) or (
        content.startswith(b"BM") and b"\x00" in content[:64]
    ):
        raise picture(name)
    if content.startswith(_ARCHIVES):
        raise archive(name)
    if content.lstrip().startswith(b"{\\rtf"):
        raise not_supported(name, "RTF 文档", "an RTF document", ".docx")
    if len(content) > MOST_TEXT:
        raise too_large(
            name, f"文本超过 {MOST_TEXT >> 20} MB", f"a text of over {MOST_TEXT >> 20} MB"
        )
    if b"MIME-Version:" in content[:4096] and b"\n\n" in content.replace(b"\r", b"")[:20_000]:
        return _saved_page(content, name)
    return _text(content, name)


def _text(content: bytes, name: str) -> Scan:
    if declared_encoding(content):
        text, encoding = decode_page(content, name)
        if is_markup(text):
            return _page(text, encoding, name)
    decoded = decode(content, name)
    if not decoded.text.strip("\ufeff \t\r\n\u3000\x00"):
        raise empty(name)
    if is_markup(decoded.text):
        return _page(decoded.text, decoded.encoding, name)
    lost = _lost(decoded.lost)
    if is_separated(decoded.text, name):
        return Scan(TABLE_TEXT, decoded.encoding, sheets=sheet_of(decoded.text, name), remarks=lost)
    return Scan(TEXT, decoded.encoding, decoded.text, remarks=lost)


# The libraries behind these take a second to load, and a text needs none of them: imported late.


def _page(text: str, encoding: str, name: str) -> Scan:
    from ceyuan.engines.reading.formats.markup import scan_markup

    return scan_markup(text, encoding, name)


def _word(content: bytes, name: str) -> Scan:
    from ceyuan.engines.reading.formats.word import scan_word

    return scan_word(content, name)


def _pdf(content: bytes, name: str) -> Scan:
    from ceyuan.engines.reading.formats.pdf import scan_pdf

    return scan_pdf(content, name)


def _workbook(media: str, content: bytes, name: str) -> Scan:
    if media == EXCEL:
        from ceyuan.engines.reading.formats.workbook import sheets_of

        return Scan(media, sheets=sheets_of(content, name))
    # Only .xlsx is judged before it is read (see `spread`); the others are read at arm's length.
    from ceyuan.engines.reading.formats.confined import sheets_of_confined

    return Scan(media, sheets=sheets_of_confined(content, name))


def _compound(content: bytes, name: str) -> Scan:
    """Files of the old office programs, and new ones under a password."""
    directory = content[:1_000_000] + content[-1_000_000:]
    if _wide("EncryptedPackage") in directory or _wide("EncryptionInfo") in directory:
        raise protected(name)
    if _wide("WordDocument") in directory:
        raise not_supported(name, "旧版 Word 文档（.doc）", "an old Word document (.doc)", ".docx")
    if _wide("PowerPoint Document") in directory:
        raise not_supported(name, "旧版演示文稿（.ppt）", "an old presentation (.ppt)", ".pdf")
    return _workbook(OLD_EXCEL, content, name)


def _saved_page(content: bytes, name: str) -> Scan:
    """A web page saved with its pictures (.mht): its first page of text."""
    message = email.message_from_bytes(content, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            page = part.get_payload(decode=True)
            if isinstance(page, bytes):
                text, encoding = decode_page(page, name)
                return _page(text, encoding, name)
    return _text(content, name)


def _misnamed(media: str, name: str) -> tuple[Remark, ...]:
    ending = "." + name.rsplit(".", 1)[-1].lower() if "." in name else ""
    if ending not in _TELLING or ending in _ENDINGS[media]:
        return ()
    return (
        Remark(
            Bilingual(
                f"扩展名是 {ending}，内容却是 {media}；已按内容读取",
                f"named {ending}, but the content is {media}; read as what it is",
            ),
            where=name,
        ),
    )


def _lost(count: int) -> tuple[Remark, ...]:
    if not count:
        return ()
    return (
        Remark(
            Bilingual(
                f"有 {count} 处字节残缺，无法还原，已用 \ufffd 标出",
                f"{count} broken bytes could not be restored; marked \ufffd",
            )
        ),
    )


def _wide(words: str) -> bytes:
    return words.encode("utf-16-le")
