"""Text whose bytes were once read as Western letters and saved so: ç§‘æŠ€ for 科技."""

import re
from collections.abc import Iterator

from ceyuan.engines.reading.repair.changes import Change
from ceyuan.engines.reading.repair.hanzi import CHINESE_MARKS, is_common, is_han

#: What Windows shows for the bytes 0x80 to 0x9F, where it shows anything.
_WINDOWS = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_WESTERN = re.compile(f"[\u0080-\u00ff{_WINDOWS}]{{3,}}")
_TELLING = re.compile("[\u00c0-\u00ff]")
#: Share of common characters that a decoding must have to be believed.
_RIGHT = 0.85


def mojibake(text: str) -> Iterator[Change]:
    """Decode runs of Western letters again, as UTF-8 or GBK, where that is plainly Chinese.

    A run that lost a byte on the way stays as it is. Chinese shown as other Chinese (UTF-8 read as
    GBK) nearly always lost some, and stays, too.
    """
    if not _TELLING.search(text):
        return
    for run in _WESTERN.finditer(text):
        if not _TELLING.search(run[0]):
            continue
        content = bytes(_byte(char) for char in run[0])
        for encoding in ("utf-8", "gb18030"):
            try:
                meant = content.decode(encoding)
            except UnicodeDecodeError:
                continue
            if _is_chinese(meant):
                at = run.start()
                for char in meant:
                    length = len(char.encode(encoding))
                    yield Change(at, at + length, char, "encoding")
                    at += length
                break


def _byte(char: str) -> int:
    return ord(char) if ord(char) < 0x100 else char.encode("cp1252")[0]


def _is_chinese(meant: str) -> bool:
    telling = [char for char in meant if not char.isascii()]
    likely = sum(1 for c in telling if (is_han(c) and is_common(c)) or c in CHINESE_MARKS)
    return bool(telling) and likely >= _RIGHT * len(telling)
