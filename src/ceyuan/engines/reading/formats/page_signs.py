"""By what a web page is known, and in which encoding it says it is."""

import re

from ceyuan.engines.reading.formats.encoding import decode

MEDIA = "text/html"

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{3,20})", re.I)
_SPELLINGS = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs", "x-sjis": ""}
_OPENING = re.compile(
    r"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_TAG = re.compile(r"</(?:p|div|table|tr|td|span|a|li|h[1-6])>|<br\s*/?>", re.I)


def is_markup(text: str) -> bool:
    """Whether a text is a web page: it opens like one, or is full of its tags."""
    return bool(_OPENING.match(text[:5000])) or len(_TAG.findall(text[:20_000])) >= 8


def declared_encoding(content: bytes) -> str:
    """The encoding a page says it is in; empty where it says none that is known."""
    found = _CHARSET.search(content[:4096])
    said = found[1].decode("ascii").lower() if found else ""
    return _SPELLINGS.get(said, said)


def decode_page(content: bytes, name: str) -> tuple[str, str]:
    """The page's text and encoding: as declared where that decodes, else as it is likeliest."""
    if (said := declared_encoding(content)) and said not in ("utf-16", "utf-7"):
        try:
            return content.decode(said), said
        except (UnicodeDecodeError, LookupError):
            pass
    decoded = decode(content, name)
    return decoded.text, decoded.encoding
