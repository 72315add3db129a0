"""Which encoding a text is in: strict decoding first, then how likely the characters are."""

import codecs
from dataclasses import dataclass

from ceyuan.engines.reading.repair.hanzi import is_common
from ceyuan.model.bilingual import Bilingual
from ceyuan.model.errors import BadInput

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CANDIDATES = ("gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
#: Judged on so many bytes; the whole is then decoded.
_SAMPLE = 60_000
#: Share of likely characters below which nobody would call it a text.
_PLAUSIBLE = 0.6
#: Broken bytes in a UTF-8 text that are put up with, of every thousand characters.
_BROKEN_PER_THOUSAND = 3


class UnknownEncoding(BadInput):
    """A text that no encoding turns into likely characters."""


class NotText(BadInput):
    """Bytes that are no text and no known format."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it was in, and how many characters had to be given up (U+FFFD)."""

    text: str
    encoding: str
    lost: int = 0


def decode(content: bytes, name: str) -> Decoded:
    """Turn bytes into text.

    A byte order mark settles it; then strict UTF-8; then whichever of GB 18030, Big5 and UTF-16
    decodes without a fault into the likeliest characters; then UTF-8, GB 18030 or Big5 with a few
    broken bytes (a file cut off in the middle of a character).

    Raises:
        UnknownEncoding: bytes like text, and no encoding fits.
        NotText: control bytes such as no text has.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            text = content[len(mark) :].decode(encoding.removesuffix("-sig"), "replace")
            if not _bearable(text):
                raise _refusal(content, name)
            return Decoded(text, encoding, text.count("\ufffd"))
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        if "\x00" not in text:
            return Decoded(text, "utf-8")
    best, encoding = max(((_likelihood(content, e), e) for e in _CANDIDATES), default=(0.0, ""))
    if best >= _PLAUSIBLE:
        text = content.decode(encoding, "replace")
        return Decoded(text, encoding, text.count("\ufffd"))
    for encoding in ("utf-8", "gb18030", "big5hkscs"):
        text = content.decode(encoding, "replace")
        if _bearable(text) and _share_likely(text[:_SAMPLE]) >= _PLAUSIBLE:
            return Decoded(text, encoding, text.count("\ufffd"))
    raise _refusal(content, name)


def _bearable(text: str) -> bool:
    """Whether so little was lost that the rest is worth reading."""
    lost = text.count("\ufffd")
    return lost * 1000 <= max(len(text), 1000) * _BROKEN_PER_THOUSAND and "\x00" not in text


def _likelihood(content: bytes, encoding: str) -> float:
    """Share of the characters a Chinese text would have; 0 where the bytes do not decode."""
    sample = content[:_SAMPLE]
    if encoding.startswith("utf-16"):
        if len(content) % 2:
            return 0.0
        sample = sample[: len(sample) // 2 * 2]
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        text = decoder.decode(sample, final=len(sample) == len(content))
    except UnicodeDecodeError:
        return 0.0
    return _share_likely(text)


def _share_likely(text: str) -> float:
    return sum(map(_weight, text)) / len(text) if text else 0.0


def _weight(char: str) -> float:
    if "\u4e00" <= char <= "\u9fff":
        return 1.0 if is_common(char) else 0.2
    if char in "，。、；：？！（）《》“”‘’「」『』—…·％　":
        return 1.0
    if char in "\r\n\t" or " " <= char <= "~":
        return 0.9
    if "\uff00" <= char <= "\uffef" or "\u2000" <= char <= "\u33ff" or "À" <= char <= "ǜ":
        return 0.5
    return -1.0


def _refusal(content: bytes, name: str) -> BadInput:
    sample = content[:_SAMPLE]
    control = sum(1 for byte in sample if byte < 32 and byte not in (9, 10, 12, 13))
    if control * 20 > len(sample):
        return NotText(
            Bilingual("这是二进制文件，不是文档", "this is a binary file, not a document"),
            where=name,
            remedy=Bilingual(
                "给出文本、网页、Word、PDF 或工作簿文件",
                "give a text, a web page, a Word file, a PDF or a workbook",
            ),
        )
    return UnknownEncoding(
        Bilingual(
            "无法识别文字编码（不是 UTF-8、UTF-16、GB18030 或 Big5）",
            "the text is in no known encoding (not UTF-8, UTF-16, GB 18030 or Big5)",
        ),
        where=name,
        remedy=Bilingual("用编辑器另存为 UTF-8 后再读", "save it as UTF-8 and read it again"),
    )
