"""One spelling for what is printed in many: width, script, brackets, spaces, signs, noise.

Nothing that tells two bodies apart is lost here; misread characters are left as printed.
"""

import re
import unicodedata
from functools import cache
from typing import Any

#: No name is longer; what is longer is cut before anything looks at it.
LONGEST = 200

_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]")
_MARKED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿ"
#: Pinyin that a page's script left beside a character: 創(chuàng ).
_PINYIN = re.compile(rf"\(\s*[a-z]*[{_MARKED}][a-z{_MARKED}]*\s*\)")
_OPENING = str.maketrans("[{【〔〖〈《<", "((((((((")
_CLOSING = str.maketrans("]}】〕〗〉》>", "))))))))")
_SIGNS = re.compile(r"[^\w()&]|_")
_HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]")
_DIGIT_ORDINAL = re.compile(r"(?:第(\d{1,2})(?=\D)|(?<!\d)(\d{1,2})(?=[所厂院号期]))")
#: 隼团有限公司: nothing else that ends in 团 stands before a legal form or alone in brackets.
_MISREAD_GROUP = re.compile(
    r"[^集财兵社剧乐歌舞军旅师](?=团(?:股份|有限|控股|总?公司))团|(?<=\()[^集]团(?=\))"
)
_COUNT = "零一二三四五六七八九"


def even(name: str) -> str:
    """The name in half-width Latin capitals, simplified characters and round brackets.

    Spaces, quotes and other signs go; a name without Chinese characters keeps single spaces.
    `第1` is written `第一`, `24所` 二十四所.
    """
    seen = _INVISIBLE.sub("", unicodedata.normalize("NFKC", name[:LONGEST]))
    seen = _PINYIN.sub("", seen).translate(_OPENING).translate(_CLOSING)
    if not _HAN.search(seen):
        words = _SIGNS.sub(" ", seen).upper().split()
        return ("" if all(len(word) == 1 for word in words) else " ").join(words)
    seen = _SIGNS.sub("", seen).upper()
    if not seen.isascii():
        seen = str(_simplifier().convert(seen))
    seen = _MISREAD_GROUP.sub("集团", seen)
    return _DIGIT_ORDINAL.sub(
        lambda m: "第" + _in_characters(int(m[1])) if m[1] else _in_characters(int(m[2])), seen
    )


def _in_characters(number: int) -> str:
    tens, ones = divmod(number, 10)
    if tens == 0:
        return _COUNT[ones]
    return ("" if tens == 1 else _COUNT[tens]) + "十" + (_COUNT[ones] if ones else "")


@cache
def _simplifier() -> Any:
    from opencc import OpenCC

    return OpenCC("t2s")
